// Orders and the sales that they became, for the tests of the way in between.
import { documentTotals } from '../../core/practice/cin7/sales/totals.ts';
import type { SaleRecord } from '../../core/practice/cin7/state/sale-records.ts';
import type { Order } from '../../core/practice/joor/records.ts';
import { liveSales } from './picture.ts';
import type { World } from './world.ts';

/** The live sales of an order in Cin7 Core. */
export function salesOf({ practice }: World, orderId: string): SaleRecord[] {
  return [...practice.cin7.state.sales.values()].filter(
    ({ isVoided, header }) => !isVoided && header.ExternalID?.split(':')[3] === orderId,
  );
}

/** The one live sale of an order. Throws when there is none or more than one. */
export function saleOf(world: World, orderId: string): SaleRecord {
  const [sale, ...more] = salesOf(world, orderId);
  if (sale === undefined || more.length > 0) throw new Error(`Order ${orderId} has ${more.length + 1} sales, or none.`);
  return sale;
}

/** What the sale's lines and charges come to, without tax. */
export function totalOf(sale: SaleRecord): number {
  return documentTotals(sale.order, false).TotalBeforeTax;
}

/** The SKUs of a sale with their quantities: `SH-102-NVY-XS 2`. */
export function linesOf({ order }: SaleRecord): string[] {
  return order.lines.map(({ SKU, Quantity }) => `${SKU} ${Quantity}`);
}

export type OrderFields = Partial<Parameters<World['practice']['joor']['edits']['placeOrder']>[0]>;

/** An approved order of the retailer NB-0001 for two units of one SKU, unless told otherwise. */
export function placeOrder({ practice }: World, fields: OrderFields = {}): Order {
  return practice.joor.edits.placeOrder({
    customerCode: 'NB-0001',
    linesheet: 'Core Essentials',
    lines: [{ sku: 'SH-102-NVY-XS', quantity: 2 }],
    ...fields,
  });
}

/** How many live sales with lines there are of each order that JOOR ever gave. */
export function salesByOrder(world: World): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { externalId, lines } of liveSales(world.practice))
    if (lines > 0) counts[externalId] = (counts[externalId] ?? 0) + 1;
  return counts;
}
