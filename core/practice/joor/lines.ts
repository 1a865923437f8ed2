// Order lines of v4 (JOOR 5.10): read for many orders at once, added and changed only while an order is In Progress,
// Notes or Pending. Adding a SKU that the order has adds to its quantity. At most one kind of discount per line.
import type { Hono } from 'hono';
import { z } from 'zod';
import { moneyText, parseDecimal, round } from '../../base/decimal.ts';
import { csv, mountBulk, refused } from './answers.ts';
import type { Outcome } from './answers.ts';
import { isShoppable, touchOrder } from './order-effects.ts';
import { decimal } from './order-money.ts';
import { lineView } from './order-view.ts';
import type { LineSku, Order, OrderLine, Sku } from './records.ts';
import { mint, upcsOf } from './state.ts';
import type { Account } from './state.ts';

const money = z.union([z.string(), z.number()]).refine((value) => parseDecimal(value) !== null, 'must be a decimal');
const createSchema = z.strictObject({
  order_id: z.string(),
  sku_id: z.string(),
  quantity: z.int().positive(),
  item_price: money.optional(),
  discount_amount: money.optional(),
  discount_percentage: money.optional(),
});
const updateSchema = z.strictObject({ id: z.string(), quantity: z.int().nonnegative() });

/** Mounts the line calls. */
export function mountLines(v4: Hono, account: Account): void {
  const { state } = account;
  v4.get('/orders/sku_line_items', (context) => {
    const orderIds = csv(context, 'order_ids');
    const lineIds = csv(context, 'line_item_ids');
    const orders =
      orderIds === null ? [...state.orders.values()] : orderIds.flatMap((id) => state.orders.get(id) ?? []);
    const wanted = lineIds === null ? null : new Set(lineIds);
    const lines = orders
      .flatMap((order) => order.lines)
      .filter((line) => !line.isRemoved && (wanted?.has(line.id) ?? true));
    return context.json({ data: lines.map(lineView), errors: [] });
  });
  mountBulk(v4, account, '/orders/sku_line_items/bulk_create', createSchema, () => (item) => createLine(account, item));
  mountBulk(v4, account, '/orders/sku_line_items/bulk_update', updateSchema, () => ({ id, quantity }) => {
    const line = state.lines.get(id);
    const order = line && state.orders.get(line.orderId);
    if (line === undefined || order === undefined) return refused('NOT_FOUND', 'Line item not found', { id });
    if (!isOpen(order))
      return refused('INVALID', `Line items can not change while the order is ${order.status}`, { id });
    line.quantity = quantity;
    touchOrder(account, order);
    return { data: lineView(line) };
  });
}

function createLine(account: Account, item: z.output<typeof createSchema>): Outcome {
  const { state } = account;
  const order = state.orders.get(item.order_id);
  if (order === undefined) return refused('NOT_FOUND', 'Order not found', { order_id: item.order_id });
  if (!isOpen(order)) return refused('INVALID', `Line items can not be added while the order is ${order.status}`);
  const sku = state.skus.get(item.sku_id);
  if (sku === undefined || !isShoppable(account, sku.id))
    return refused('NOT_FOUND', 'SKU not found', { sku_id: item.sku_id });
  const discounts = [item.item_price, item.discount_percentage, item.discount_amount].filter(
    (value) => value !== undefined,
  );
  if (discounts.length > 1) {
    // Quoted from the reference (JOOR 5.10).
    return refused(
      'INVALID',
      'Multiple discounts for the same SKU are not allowed. Please include only one of the following fields: ' +
        'item_price, discount_percentage, discount_amount.',
      { sku_id: item.sku_id },
    );
  }
  const snapshot = snapshotOf(account, sku, order.priceTypeId);
  if (snapshot === null)
    return refused('INVALID', 'The SKU has no price in the price type of the order', { sku_id: sku.id });
  const itemPrice = priceAfterDiscount(snapshot.wholesale, item);
  if (itemPrice === null) return refused('INVALID', 'The discount is out of range', { sku_id: sku.id });
  const present = order.lines.find((line) => line.sku.skuId === sku.id && !line.isCancelled);
  touchOrder(account, order);
  if (present !== undefined) {
    present.quantity += item.quantity;
    if (discounts.length > 0) present.itemPrice = itemPrice;
    return { data: lineView(present) };
  }
  return { data: lineView(addLine(account, order, { sku: snapshot, quantity: item.quantity, itemPrice })) };
}

export type NewLine = Pick<OrderLine, 'sku' | 'quantity' | 'itemPrice'> &
  Partial<Pick<OrderLine, 'multiplier' | 'comment'>>;

/** Appends a line to an order; one that is still being made up is known by its lines when it is added itself. */
export function addLine({ state }: Account, order: Order, given: NewLine): OrderLine {
  const line: OrderLine = {
    id: mint(state, 'line'),
    orderId: order.id,
    multiplier: null,
    comment: '',
    isCancelled: false,
    isRemoved: false,
    ...given,
  };
  order.lines.push(line);
  if (state.orders.has(order.id)) state.lines.set(line.id, line);
  return line;
}

/** A SKU as an order keeps it, with its price in a price type; null when it has none. */
export function snapshotOf({ state }: Account, sku: Sku, priceTypeId: string): LineSku | null {
  const product = state.products.get(sku.productId);
  const price = state.pricesBySku.get(sku.id)?.get(priceTypeId);
  if (product === undefined || price === undefined) return null;
  return {
    skuId: sku.id,
    skuIdentifier: sku.skuIdentifier,
    upc: upcsOf(sku)[0] ?? null,
    productId: product.id,
    productName: product.name,
    productNumber: product.externalId,
    productIdentifier: product.identifier,
    colorName: sku.color.name,
    colorCode: sku.color.code,
    sizeName: sku.size.name,
    sizeCode: sku.size.code,
    wholesale: price.wholesale,
    retail: price.retail,
  };
}

/** The price after a line's discount (JOOR 5.10); null when the discount is out of range. */
export function priceAfterDiscount(
  wholesale: string,
  given: Pick<z.output<typeof createSchema>, 'item_price' | 'discount_amount' | 'discount_percentage'>,
): string | null {
  const list = decimal(wholesale);
  const percent = parseDecimal(given.discount_percentage);
  const amount = parseDecimal(given.discount_amount);
  if (percent !== null && (percent.isNegative() || percent.greaterThan(100))) return null;
  const price =
    parseDecimal(given.item_price) ??
    (amount === null ? null : list.minus(amount)) ??
    (percent === null ? list : round(list.times(percent.negated().plus(100)).dividedBy(100), 2));
  return price.isNegative() ? null : moneyText(price);
}

function isOpen({ status }: Order): boolean {
  return status === 'IN_PROGRESS' || status === 'NOTES' || status === 'PENDING';
}
