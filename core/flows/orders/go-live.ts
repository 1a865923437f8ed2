// Going live on an account with history (GO-2): every approved order that JOOR holds, exported or not, before and after the
// go-live instant, each with the sales in Cin7 Core that look like it. Reads both accounts, writes to neither.
import { day, millisecondsOf, shiftInstant, type Instant } from '../../base/dates.ts';
import { chunks } from '../../base/slices.ts';
import type { Order } from '../../model/order.ts';
import type { SaleHead } from '../../model/sale.ts';
import { fingerprintOf } from '../../orders/fingerprint.ts';
import { mergeOrder } from '../../orders/merge.ts';
import { twinsOf, type Twin } from '../../orders/twins.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { refreshCustomers } from '../customers/refresh.ts';
import { incompleteRead } from '../scan.ts';
import { notListed } from './decide.ts';

export interface OrderWithHistory {
  readonly order: Order;
  readonly isExportedInJoor: boolean;
  readonly isBeforeGoLive: boolean;
  readonly twins: readonly Twin[];
}

/** The approved orders that aren't sales of ours yet, newest approval first. Throws `incomplete-read` for a cut list. */
export async function ordersWithHistory(context: FlowContext): Promise<OrderWithHistory[]> {
  const { joor, caller, ledger, settings } = context;
  await refreshCustomers(context);
  const open = await joor.orders({ filter: 'approvedAndShipped', exported: 'notExported' }, caller);
  const exported = await joor.orders({ filter: 'approvedAndShipped', exported: 'exported' }, caller);
  const isExported = new Set(exported.orders.map(({ id }) => id));
  const orders = await keepOrders(context, [...open.orders, ...exported.orders]);
  const waiting = orders.filter(({ id }) => ledger.orders.get(id)?.saleId == null);
  const sales = await salesSince(context, oldestOf(context, waiting));
  const goLive = settings.orders.goLive ?? nowOf(context);
  const { codeFrom } = settings.customers;
  return waiting
    .map((order): OrderWithHistory => {
      const customers = codeFrom === undefined ? [] : ledger.customers.byCode(order.customerCode, codeFrom);
      return {
        order,
        isExportedInJoor: isExported.has(order.id),
        isBeforeGoLive: order.approvedAt !== null && millisecondsOf(order.approvedAt) < millisecondsOf(goLive),
        twins: twinsOf(order, sales, new Set(customers.map(({ id }) => id))),
      };
    })
    .sort((a, b) => (b.order.approvedAt ?? '').localeCompare(a.order.approvedAt ?? ''));
}

/** Keeps orders that the inbox doesn't have as they are now, with their lines: a choice needs something to be about. */
async function keepOrders(context: FlowContext, headers: readonly Order[]): Promise<Order[]> {
  const { joor, caller, ledger, settings } = context;
  const at = nowOf(context);
  const lacks = ({ id, modifiedAt }: Order) => {
    const known = ledger.orders.get(id)?.order;
    return known === undefined || known.modifiedAt !== modifiedAt || known.lines.some((line) => line.id === '');
  };
  for (const group of chunks(headers.filter(lacks), settings.batch.orders)) {
    const lines = await joor.orderLines(
      group.map(({ id }) => id),
      caller,
    );
    ledger.transaction(() => {
      for (const header of group) {
        const isNew = ledger.orders.get(header.id) === null;
        const order = mergeOrder(header, lines.get(header.id) ?? []) ?? header;
        ledger.orders.save(order, fingerprintOf(order), at);
        if (isNew) ledger.orders.setState(order.id, 'left-out', notListed, at);
      }
    });
  }
  return headers.map((header) => ledger.orders.get(header.id)?.order ?? header);
}

function oldestOf(context: FlowContext, orders: readonly Order[]): Instant {
  const approved = orders.flatMap(({ approvedAt }) => (approvedAt === null ? [] : [approvedAt])).sort();
  return shiftInstant(approved[0] ?? nowOf(context), -7 * day);
}

async function salesSince({ cin7, caller }: FlowContext, since: Instant): Promise<SaleHead[]> {
  const sales = new Map<string, SaleHead>();
  const evidence = await cin7.sales(since, caller, (rows) => {
    for (const sale of rows) sales.set(sale.id, sale);
  });
  if (!evidence.isComplete) throw incompleteRead('sales', evidence);
  return [...sales.values()];
}
