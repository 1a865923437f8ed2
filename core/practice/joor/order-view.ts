// An order and its lines as v4 shows them (JOOR 5.9, 5.10). The nesting of customer and labels is the reference's
// reading of one client; freight is text and sums are numbers, as there.
import { moneyText } from '../../base/decimal.ts';
import type { Coded, Order, OrderAddress, OrderLine } from './records.ts';
import { decimal, totalsOf } from './order-money.ts';
import { colorTrait, sizeTrait } from './references.ts';
import type { Account } from './state.ts';

/** An order as v4 shows it: without lines. */
export function orderView({ switches }: Account, order: Order): Record<string, unknown> {
  const totals = totalsOf(switches, order);
  return {
    id: order.id,
    status: order.status,
    export_status: order.exportStatus,
    export_description: order.exportDescription,
    po_number: order.poNumber,
    customer:
      order.customerCode === null && order.customerId === null
        ? null
        : {
            id: order.customerId,
            code: order.customerCode,
            name: order.customerName,
            buyer_name: order.buyer?.name ?? null,
          },
    buyer: order.buyer,
    customer_group: named(order.customerGroup),
    company_number: named(order.companyNumber),
    price_type_id: order.priceTypeId,
    price_type_name: order.priceTypeName,
    collection_id: order.collectionId,
    collection_code: order.collectionCode,
    season: order.season && { id: order.season.id, code: order.season.code },
    event: order.event && { event: order.event.name, code: order.event.code },
    type: order.type,
    warehouse: order.warehouse,
    door: order.door,
    delivery_window_start: order.deliveryStart,
    delivery_window_end: order.deliveryEnd,
    shipping_address: addressView(order.shippingAddress),
    billing_address: addressView(order.billingAddress),
    shipping_method_id: order.shippingMethod?.id ?? null,
    shipping_method_code: order.shippingMethod?.code ?? null,
    payment_method_id: order.paymentMethod?.id ?? null,
    payment_method_code: order.paymentMethod?.code ?? null,
    sales_rep_id: order.salesRep?.id ?? null,
    sales_rep_code: order.salesRep?.code ?? null,
    shipping_price: moneyText(totals.shipping),
    tax: order.tax,
    discount: order.discount && {
      discount: decimal(order.discount.value).toNumber(),
      details: [{ type: order.discount.type, value: decimal(order.discount.value).toNumber() }],
    },
    total: totals.total.toNumber(),
    quantity: totals.quantity,
    comments: order.comments,
    internal_comments: order.internalComments,
    tracking_number: order.trackingNumber,
  };
}

/** A line as v4 shows it: its SKU as it was when it was ordered. */
export function lineView(line: OrderLine): Record<string, unknown> {
  const { sku } = line;
  return {
    id: line.id,
    order_id: line.orderId,
    quantity: line.quantity,
    cancelled: line.isCancelled,
    line_item_sku: {
      original_id: sku.skuId,
      sku_identifier: sku.skuIdentifier,
      wholesale_price: decimal(sku.wholesale).toNumber(),
      suggested_retail_price: sku.retail === null ? null : decimal(sku.retail).toNumber(),
      item_price: decimal(line.itemPrice).toNumber(),
      product: {
        id: sku.productId,
        name: sku.productName,
        external_id: sku.productNumber,
        identifier: sku.productIdentifier,
      },
      trait_values: [
        { trait: { ...colorTrait, type: 'sku' }, value: sku.colorName, external_id: sku.colorCode },
        { trait: { ...sizeTrait, type: 'sku' }, value: sku.sizeName, external_id: sku.sizeCode },
      ],
    },
  };
}

function addressView(address: OrderAddress | null): Record<string, unknown> | null {
  if (address === null) return null;
  const { countryName: _countryName, ...shown } = address;
  return shown;
}

function named(coded: Coded | null): { name: string | null; code: string | null } | null {
  return coded && { name: coded.name, code: coded.code };
}
