// The brand's orders as JOOR holds them from the start. Their lines carry snapshots of styles that were deleted since:
// ids that nothing answers to any more, the brand's SKU as the SKU identifier, names, codes, UPC and prices of the day.
import { millisecondsOf } from '../../base/dates.ts';
import { fold, slug } from '../../base/text.ts';
import type { Brand, BrandOrder, BrandOrderLine, BrandSku, BrandStyle } from '../brand/types.ts';
import { addressesOf, methodsOf } from './customers.ts';
import { addLine } from './lines.ts';
import { customerPart } from './order-fields.ts';
import { emptyOrder } from './orders-v4.ts';
import type { LineSku, Order } from './records.ts';
import { addOrder, mint, skuIdOf } from './state.ts';
import type { Account } from './state.ts';

interface FormerSku {
  readonly style: Pick<BrandStyle, 'number' | 'name'>;
  readonly color: string;
  readonly size: string;
  readonly upc: string | null;
}

/** Adds the brand's orders. */
export function seedOrders(account: Account, brand: Brand): void {
  const { state } = account;
  const formerSkus = formerSkusOf(brand);
  const mintOnce = onceEach();
  for (const given of brand.orders) {
    const order: Order = {
      ...emptyOrder(given.id, millisecondsOf(given.createdAt)),
      ...headerOf(account, given, mintOnce),
    };
    addOrder(state, order);
    for (const line of given.lines) {
      const former = formerSkus.get(line.sku) ?? guessFormerSku(line.sku);
      addLine(account, order, {
        sku: snapshotOf(account, former, line, mintOnce),
        quantity: line.quantity,
        itemPrice: line.itemPrice,
      });
    }
  }
}

type MintOnce = (key: string, mintNew: () => string) => string;

function headerOf(account: Account, given: BrandOrder, mintOnce: MintOnce): Partial<Order> {
  const { state } = account;
  const customer = state.connectionsByCode.get(given.retailerCode);
  const priceType = [...state.priceTypes.values()].find(({ name }) => name === given.priceTypeName);
  return {
    ...(customer === undefined ? { customerCode: given.retailerCode } : customerPart(customer)),
    status: given.state,
    exportStatus: given.exportState,
    approvedAt: given.approvedAt === null ? null : millisecondsOf(given.approvedAt),
    modifiedAt: millisecondsOf(given.modifiedAt),
    editedAt: millisecondsOf(given.modifiedAt),
    priceTypeId: priceType?.id ?? '',
    priceTypeName: given.priceTypeName,
    currency: given.currency,
    retailCurrency: priceType?.retailCurrency ?? given.currency,
    collectionId: mintOnce(`collection ${given.linesheet}`, () => mint(state, 'collection')),
    collectionName: given.linesheet,
    collectionCode: slug(given.linesheet),
    poNumber: given.poNumber,
    comments: given.comments,
    shippingAddress: customer === undefined ? null : (addressesOf(customer, 'shipping')[0] ?? null),
    billingAddress: customer === undefined ? null : (addressesOf(customer, 'billing')[0] ?? null),
    shippingMethod: customer === undefined ? null : (methodsOf(customer, 'shipping')[0] ?? null),
    paymentMethod: customer === undefined ? null : (methodsOf(customer, 'payment')[0] ?? null),
    shippingPrice: given.freight,
    discount: Number(given.discountPercent) === 0 ? null : { type: 'PERCENTAGE', value: given.discountPercent },
    deliveryStart: given.shipStart,
    deliveryEnd: given.shipEnd,
    warehouse: state.warehouses.get(given.warehouse) ?? null,
  };
}

function snapshotOf({ state }: Account, former: FormerSku, line: BrandOrderLine, mintOnce: MintOnce): LineSku {
  const { number, name } = former.style;
  const colorId = mintOnce(`color ${number} ${former.color}`, () => mint(state, 'color'));
  const sizeId = mintOnce(`size ${number} ${former.size}`, () => mint(state, 'size'));
  return {
    skuId: skuIdOf(colorId, sizeId),
    skuIdentifier: line.sku,
    upc: former.upc,
    productId: mintOnce(`product ${number}`, () => mint(state, 'product')),
    productName: name,
    productNumber: number,
    productIdentifier: number,
    colorName: former.color,
    colorCode: slug(former.color),
    sizeName: former.size,
    sizeCode: slug(former.size),
    wholesale: line.unitPrice,
    retail: line.retailPrice,
  };
}

function formerSkusOf(brand: Brand): Map<string, FormerSku> {
  const former = new Map<string, FormerSku>();
  for (const style of brand.styles) {
    for (const sku of style.skus) former.set(sku.sku, { style, ...colorAndSize(style, sku), upc: sku.barcode });
  }
  return former;
}

function colorAndSize(style: BrandStyle, sku: BrandSku): { color: string; size: string } {
  const isSize = (name: string | undefined) => fold(name ?? '') === 'size';
  const colors = sku.options.filter((_, index) => !isSize(style.optionNames[index]));
  const [size] = sku.options.filter((_, index) => isSize(style.optionNames[index]));
  return { color: colors.join(' / ') || 'One Color', size: size ?? 'One Size' };
}

/** A SKU that the brand doesn't have: `SH-102-BLU-M` was style SH-102 in BLU, size M. */
function guessFormerSku(sku: string): FormerSku {
  const parts = sku.split('-');
  const number = parts.slice(0, -2).join('-') || sku;
  return {
    style: { number, name: number },
    color: parts.at(-2) ?? 'One Color',
    size: parts.at(-1) ?? 'One Size',
    upc: null,
  };
}

function onceEach(): MintOnce {
  const minted = new Map<string, string>();
  return (key, mintNew) => {
    const known = minted.get(key) ?? mintNew();
    minted.set(key, known);
    return known;
  };
}
