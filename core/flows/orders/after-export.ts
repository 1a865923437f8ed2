// What happens to orders after their export (ORD-10): JOOR's orders that changed since the last run are held against what
// was exported, and the sweep of sales tells which of ours were voided. Each reason goes by itself when its cause goes.
import { day, minute, shiftInstant } from '../../base/dates.ts';
import { chunks } from '../../base/slices.ts';
import type { OrderSale } from '../../ledger/order-sales.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import type { Order } from '../../model/order.ts';
import type { Reason } from '../../model/standing.ts';
import { afterExportCodes, standingAfterExport } from '../../orders/after-export.ts';
import { isLive, reExportCodes } from '../../orders/earlier-sale.ts';
import { fingerprintOf } from '../../orders/fingerprint.ts';
import { mergeOrder } from '../../orders/merge.ts';
import { changesInWords, orderChanges, type OrderChange } from '../../orders/order-changes.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { comparisonOf } from './compare.ts';
import { readEarlierSale } from './earlier-sale.ts';

const resource = 'exported orders';
const overlap = 45 * minute;
const noReason: Reason = { code: '', sentence: '', nextStep: '' };

/** Reads JOOR's orders that changed since the last run, cancelled ones among them, and keeps those that were exported. */
export async function refreshExported(context: FlowContext): Promise<void> {
  const { joor, ledger, caller, listener, settings } = context;
  const oldest = ledger.orderSales.oldest();
  if (oldest === null) return;
  listener.begin('orders', 'changes after export', null);
  const at = nowOf(context);
  const from = shiftInstant(ledger.runs.mark(resource)?.mark ?? oldest, -overlap);
  const modified = { from, to: shiftInstant(at, day) };
  const { orders, unknown, serverTime, announced } = await joor.orders(
    { filter: 'all', exported: 'all', modified },
    caller,
  );
  const changed = orders.filter(({ id, modifiedAt }) => {
    const record = ledger.orders.get(id);
    return record !== null && record.saleId !== null && record.order.modifiedAt !== modifiedAt;
  });
  for (const group of chunks(changed, settings.batch.orders)) {
    const standing = group.filter(({ stage }) => stage !== 'CANCELLED').map(({ id }) => id);
    const lines = standing.length === 0 ? new Map<string, Order['lines']>() : await joor.orderLines(standing, caller);
    ledger.transaction(() => {
      for (const header of group) {
        const order =
          header.stage === 'CANCELLED'
            ? { ...header, lines: ledger.orders.get(header.id)?.order.lines ?? header.lines }
            : (mergeOrder(header, lines.get(header.id) ?? []) ?? header);
        ledger.orders.save(order, fingerprintOf(order), at);
      }
    });
  }
  const rows = orders.length + unknown.length;
  const total = Math.max(announced ?? 0, rows);
  if (serverTime !== null && rows >= total)
    ledger.runs.setMark({ resource, mark: serverTime, fullAt: null, rows, total });
}

/** Gives exported orders the reason of what happened to them since, or takes it back. `asked` are held re-exports. */
export async function settleAfterExport(context: FlowContext, asked: ReadonlySet<string>): Promise<void> {
  const { ledger } = context;
  for (const id of ledger.orderSales.toCompare()) {
    const record = ledger.orders.get(id);
    const sold = ledger.orderSales.present(id);
    if (record === null || sold === null || asked.has(id)) continue;
    const isOurs = afterExportCodes.has(record.reason.code) || reExportCodes.has(record.reason.code);
    // Other reasons, as two sales of one order, come first.
    if (record.state !== 'in-cin7' && !isOurs) continue;
    await settle(context, record, sold);
  }
}

async function settle(context: FlowContext, record: OrderRecord, sold: OrderSale): Promise<void> {
  const { ledger } = context;
  const { order } = record;
  const at = nowOf(context);
  const changes = await openChanges(context, record, sold);
  const standing = standingAfterExport({
    order,
    sale: ledger.sales.byId(sold.saleId),
    number: sold.saleNumber,
    isGone: sold.isGone,
    edited: changes.length === 0 ? null : changesInWords(order, changes),
  });
  ledger.transaction(() => {
    ledger.orderSales.compared(order.id, changes.length === 0 && order.stage !== 'CANCELLED');
    if (standing !== null) {
      if (record.state === 'in-cin7') ledger.orderSales.setResting(order.id, record.reason);
      ledger.orders.setState(order.id, standing.state, standing.reason, at);
    } else if (record.state !== 'in-cin7') {
      ledger.orders.setState(order.id, 'in-cin7', sold.resting ?? noReason, at);
      ledger.orderSales.setResting(order.id, null);
    }
  });
}

/** What was changed in JOOR and the sale doesn't have yet: somebody may have put it right in Cin7 meanwhile. */
async function openChanges(context: FlowContext, record: OrderRecord, { sold }: OrderSale): Promise<OrderChange[]> {
  const changes = orderChanges(sold, record.order);
  if (changes.every(({ isAmount }) => !isAmount)) return changes;
  const earlier = await readEarlierSale(context, record);
  if (earlier?.kind !== 'read' || !isLive(earlier.sale)) return changes;
  const isPutRight = comparisonOf(context, record, earlier.sale)?.isEqual === true;
  return isPutRight ? changes.filter(({ isAmount }) => !isAmount) : changes;
}
