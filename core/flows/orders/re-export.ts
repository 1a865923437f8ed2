// JOOR's own way of asking for an order once more: it was read back as exported, and now it isn't (ORD-9). A mark that is
// pending, or that JOOR didn't show yet, is written again instead. The earlier sale decides.
import type { OrderRecord } from '../../ledger/orders.ts';
import { earlierSaleFacts, heldReExport, type EarlierSale } from '../../orders/earlier-sale.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { comparisonOf } from './compare.ts';
import { readEarlierSale } from './earlier-sale.ts';

/** Decides on every order that JOOR lists as not exported although it was; gives their ids. */
export async function settleRequests(context: FlowContext, listed: ReadonlySet<string>): Promise<Set<string>> {
  const { ledger, isDryRun } = context;
  const asked = new Set<string>();
  for (const id of listed) {
    const record = ledger.orders.get(id);
    if (record === null || record.saleId === null || record.mark !== 'done' || record.reason.code === 'two-sales')
      continue;
    if (record.markSeenAt === null) {
      // JOOR took the mark and doesn't show it: it is sent again.
      ledger.orders.setMark([id], 'pending');
      continue;
    }
    asked.add(id);
    const earlier = await readEarlierSale(context, record);
    if (earlier === null) continue;
    const comparison = earlier.kind === 'read' ? comparisonOf(context, record, earlier.sale) : null;
    const held = heldReExport(record.order, earlier, comparison);
    if (held !== null) ledger.orders.setState(id, 'needs-you', held, nowOf(context));
    else if (!isDryRun) beginReExport(context, record, earlier, { origin: 'joor', who: 'JOOR', commandId: null });
  }
  return asked;
}

interface ReExportOrigin {
  readonly origin: 'joor' | 'person';
  readonly who: string;
  readonly commandId: string | null;
  /** Said to create a second sale beside an open one. */
  readonly isDuplicate?: boolean;
}

/** Makes room for the order's next sale, and records why (ORD-9). */
export function beginReExport(
  context: FlowContext,
  { order, turn }: OrderRecord,
  earlier: EarlierSale,
  { origin, who, commandId, isDuplicate = false }: ReExportOrigin,
): void {
  const { number, status } = earlierSaleFacts(earlier);
  context.ledger.orderSales.beginTurn({
    orderId: order.id,
    turn: turn + 1,
    origin,
    who,
    at: nowOf(context),
    commandId,
    earlierNumber: number,
    earlierStatus: status,
    isDuplicate,
  });
}
