// Order headers from v2, read without consuming them: `sync=0`, because the default marks an order exported by merely
// reading it (JOOR 6.1). Two roots are seen, empty lists come as "", and state codes differ from filter codes.
import { z } from 'zod';
import type { Instant } from '../../base/dates.ts';
import { parseDecimal, plainText, zero } from '../../base/decimal.ts';
import { isRecord } from '../../base/guards.ts';
import { parseRows } from '../../http/rows.ts';
import type { Order, OrderAddress, OrderLine } from '../../model/order.ts';
import { nextStart, readV2 } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { decimalText, id, instant, list, optionalNumber, plainDate, text, wholeNumber } from '../values.ts';

/** Filter codes of `order_type`; not the codes that orders carry (JOOR 6.1). */
export const orderFilters = { approvedAndShipped: 2, open: 4, cancelled: 5, all: 8 } as const;

/** Filter codes of `export_status` (JOOR 6.1). */
export const exportFilters = { all: 1, notExported: 2, exported: 3, changedSinceExport: 4 } as const;

export interface OrderQuery {
  readonly filter: keyof typeof orderFilters;
  readonly exported: keyof typeof exportFilters;
  /** Only orders modified in this range. */
  readonly modified?: { readonly from: Instant; readonly to: Instant };
  /** Only orders of the retailer with exactly this code. */
  readonly customerCode?: string;
}

/** An order whose `order_type` isn't known here: nobody can say whether it is approved, but what it contains is known. */
export interface UnknownOrder {
  readonly id: string;
  readonly unknownType: string;
  readonly lines: readonly OrderLine[];
}

/** What orders carry as `order_type` (JOOR 6.1). */
const stages: ReadonlyMap<string, Order['stage']> = new Map([
  ['0', 'CANCELLED'],
  ['1', 'IN_PROGRESS'],
  ['3', 'PENDING'],
  ['4', 'APPROVED'],
  ['5', 'SHIPPED'],
  ['6', 'NOTES'],
]);

const lineSchema = z
  .object({
    item_name: text,
    item_number: text,
    item_style_id: text,
    item_color: text,
    item_color_code: text,
    item_upc: text,
    item_size: text,
    item_size_code: text,
    item_price: decimalText,
    item_unit_price: decimalText,
    item_price_adjustment: decimalText,
    item_quantity: wholeNumber,
    item_multiplier: optionalNumber,
    item_comment: text,
  })
  .transform((row): OrderLine => ({
    id: '',
    skuId: '',
    skuIdentifier: '',
    upc: row.item_upc,
    productId: row.item_style_id,
    styleNumber: row.item_number,
    styleName: row.item_name,
    colour: row.item_color,
    colourCode: row.item_color_code,
    size: row.item_size,
    sizeCode: row.item_size_code,
    quantity: row.item_quantity,
    packSize: row.item_multiplier !== null && row.item_multiplier > 1 ? row.item_multiplier : null,
    isCancelled: false,
    listPrice: row.item_unit_price,
    netPrice: added(row.item_price, row.item_price_adjustment),
    comment: row.item_comment,
  }));

/** What JOOR multiplies by the quantity: the price after the style's discount, and an adjustment (JOOR 6.1). */
function added(price: string, adjustment: string): string {
  return plainText((parseDecimal(price) ?? zero).plus(parseDecimal(adjustment) ?? zero));
}

const orderSchema = z
  .object({
    order_id: id,
    order_type: text,
    customer_purchase_order: text,
    customer_code: text,
    customer_name: text,
    customer_buyer_name: text,
    order_currency: text,
    order_currency_name: text,
    order_delivery_name: text,
    order_delivery_code: text,
    warehouse_name: text,
    date_created: instant,
    date_approved: instant,
    date_modified: instant,
    date_ship_start: plainDate,
    date_ship_end: plainDate,
    payment_method_name: text,
    shipping_method_name: text,
    sales_representative: text,
    order_comments: text,
    order_discount: decimalText,
    order_discount_percent: decimalText,
    order_shipping_total: decimalText,
    order_total: decimalText,
    line_items: list(lineSchema),
  })
  .loose()
  .transform((row): Order | UnknownOrder => {
    const stage = stages.get(row.order_type);
    if (stage === undefined) return { id: row.order_id, unknownType: row.order_type, lines: row.line_items };
    return {
      id: row.order_id,
      stage,
      poNumber: row.customer_purchase_order,
      customerCode: row.customer_code,
      customerName: row.customer_name,
      buyerName: row.customer_buyer_name,
      currency: row.order_currency.toUpperCase(),
      priceType: row.order_currency_name,
      linesheetName: row.order_delivery_name,
      linesheetCode: row.order_delivery_code,
      warehouse: row.warehouse_name,
      createdAt: row.date_created,
      approvedAt: row.date_approved,
      modifiedAt: row.date_modified,
      shipStart: row.date_ship_start,
      shipEnd: row.date_ship_end,
      paymentMethod: row.payment_method_name,
      shippingMethod: row.shipping_method_name,
      salesRep: row.sales_representative,
      comments: row.order_comments,
      discountAmount: row.order_discount,
      discountPercent: row.order_discount_percent,
      freight: row.order_shipping_total,
      total: row.order_total,
      shipTo: addressOf(row, 'shipping'),
      billTo: addressOf(row, 'billing'),
      lines: row.line_items,
    };
  });

function addressOf(row: Record<string, unknown>, kind: 'shipping' | 'billing'): OrderAddress {
  const value = (name: string) => text.parse(row[`${kind}_${name}`]);
  return {
    code: value('code'),
    name: value('name'),
    phone: value('phone'),
    email: value('email'),
    line1: value('address_1'),
    line2: value('address_2'),
    city: value('city'),
    region: value('region'),
    postcode: value('postal_code'),
    country: value('country'),
    countryIso2: value('country_iso_two'),
  };
}

interface OrderPage {
  readonly orders: readonly (Order | UnknownOrder)[];
  /** How many orders JOOR announces; null when it doesn't say. */
  readonly count: number | null;
  readonly outer: Readonly<Record<string, unknown>>;
}

/** One page of orders, from either root. */
async function readOrderPage(json: unknown): Promise<OrderPage> {
  const outer = readV2('orders', json);
  if (outer['orders'] === undefined) throw new Error('no list of orders in the answer');
  const response = isRecord(outer['response']) ? outer['response'] : {};
  const orders = await parseRows(orderSchema, list(z.unknown()).parse(outer['orders']));
  return { orders, count: optionalNumber.parse(response['count']), outer };
}

export interface OrdersRead {
  readonly orders: Order[];
  /** Left out of `orders`: one that isn't understood must not keep the others from going on. */
  readonly unknown: UnknownOrder[];
  readonly serverTime: Instant | null;
  /** How many JOOR announced; null when it didn't say. */
  readonly announced: number | null;
}

const pageSize = 100;

/** Orders by JOOR's filters, all pages. `visit` hears how many came so far. */
export async function listOrders(
  joor: JoorConnection,
  query: OrderQuery,
  caller: Caller,
  visit: (received: number) => void = () => undefined,
): Promise<OrdersRead> {
  const read = new Map<string, Order | UnknownOrder>();
  let start = 0;
  let serverTime: Instant | null = null;
  let announced: number | null = null;
  for (;;) {
    const request = {
      name: 'orders',
      method: 'GET',
      path: joor.switches.orderPath,
      query: {
        order_type: orderFilters[query.filter],
        export_status: exportFilters[query.exported],
        sync: 0,
        check: 0,
        ...(query.modified === undefined ? {} : { date_start: query.modified.from, date_end: query.modified.to }),
        ...(query.customerCode === undefined ? {} : { customer_code: query.customerCode }),
        start_from: start,
        count: pageSize,
      },
      effect: 'read',
    } as const;
    const answer = await joor.v2(request, caller, readOrderPage);
    serverTime ??= answer.serverTime;
    announced = answer.content.count ?? announced;
    const before = read.size;
    for (const order of answer.content.orders) read.set(order.id, order);
    visit(read.size);
    const rows = answer.content.orders.length;
    const next = nextStart(answer.content.outer, { start, rows, fresh: read.size - before });
    if (next === null) return { ...sorted([...read.values()]), serverTime, announced };
    start = next;
  }
}

function sorted(read: readonly (Order | UnknownOrder)[]): Pick<OrdersRead, 'orders' | 'unknown'> {
  return {
    orders: read.flatMap((order) => ('unknownType' in order ? [] : [order])),
    unknown: read.flatMap((order) => ('unknownType' in order ? [order] : [])),
  };
}
