// Reads JOOR's orders without consuming them (ORD-1). Headers come from v2, lines from v4 in one call for many orders; an
// order whose two readings disagree is read again by the next run.
import { chunks, inSlices } from '../../base/slices.ts';
import type { Order } from '../../model/order.ts';
import { fingerprintOf } from '../../orders/fingerprint.ts';
import { mergeOrder } from '../../orders/merge.ts';
import { nowOf, type FlowContext } from '../context.ts';

export interface OrdersListed {
  /** Orders that JOOR says are approved or shipped and not exported. */
  readonly listed: Set<string>;
  /** How many were left out, because they are of a kind that isn't known here. */
  readonly unknown: number;
}

const ordersPerLook = 20;

/** Brings the inbox up to date with the orders that JOOR says are approved or shipped and not exported. */
export async function refreshOrders(context: FlowContext): Promise<OrdersListed> {
  const { joor, caller, ledger, settings, listener, reads, log } = context;
  listener.begin('orders', "JOOR's orders", null);
  const { orders, unknown, announced } = await joor.orders(
    { filter: 'approvedAndShipped', exported: 'notExported' },
    caller,
    (received) => listener.advance(received),
  );
  for (const { id, unknownType } of unknown)
    log.write('warn', 'an order is of a kind that is not known', { order: id, type: unknownType });
  ledger.unknownOrders.replace(unknown.map(({ id, unknownType }) => ({ id, type: unknownType })));
  const rows = orders.length + unknown.length;
  const total = Math.max(announced ?? 0, rows);
  reads.push({ what: 'orders', rows, total, isFull: false, isComplete: rows >= total });
  const goLive = settings.orders.goLive;
  // The lines of orders from before go-live are nobody's business: their headers say enough.
  const [live, old] = split(
    orders,
    ({ id, approvedAt }) =>
      goLive === undefined ||
      // One that a person asked for when going live needs its lines.
      ledger.runs.decision('go-live', id) === 'export' ||
      approvedAt === null ||
      Date.parse(approvedAt) >= Date.parse(goLive),
  );
  const at = nowOf(context);
  const isNews = ({ id, modifiedAt }: Order) => ledger.orders.get(id)?.order.modifiedAt !== modifiedAt;
  await inSlices(old, ordersPerLook, (group) =>
    ledger.transaction(() => {
      for (const order of group.filter(isNews)) ledger.orders.save(order, fingerprintOf(order), at);
    }),
  );
  const hasNoLines = ({ id }: Order) => ledger.orders.get(id)?.order.lines.some((line) => line.id === '') ?? true;
  const changed: Order[] = [];
  await inSlices(live, ordersPerLook, (group) => {
    changed.push(...group.filter((order) => isNews(order) || hasNoLines(order)));
  });
  for (const group of chunks(changed, settings.batch.orders)) {
    const lines = await joor.orderLines(
      group.map(({ id }) => id),
      caller,
    );
    await inSlices(group, ordersPerLook, (headers) =>
      ledger.transaction(() => {
        for (const header of headers) {
          // Where the two readings disagree the header's own lines are kept: pre-flight holds the order and says so.
          const order = mergeOrder(header, lines.get(header.id) ?? []) ?? header;
          ledger.orders.save(order, fingerprintOf(order), at);
        }
      }),
    );
  }
  return { listed: new Set(orders.map(({ id }) => id)), unknown: unknown.length };
}

function split<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
