// Tells JOOR which orders have arrived: once per run, all together, only after success and without touching their status
// (ORD-8). A mark that JOOR didn't take stays pending and is tried again; it never makes an order look new.
import { isSeamlineError } from '../../base/errors.ts';
import { chunks } from '../../base/slices.ts';
import { nowOf, type FlowContext } from '../context.ts';

/** Marks every exported order that isn't marked yet; gives how many JOOR took. */
export async function markExported(context: FlowContext): Promise<number> {
  const { joor, ledger, settings, caller, listener, log } = context;
  if (!settings.orders.markInJoor) return 0;
  const pending = ledger.orders.marked('pending');
  if (pending.length === 0) return 0;
  listener.begin('orders', 'marking in JOOR', pending.length);
  let marked = 0;
  for (const group of chunks(pending, settings.batch.orders)) {
    try {
      const { done } = await joor.markOrders(
        group.map(({ order }) => ({ orderId: order.id, stage: order.stage, mark: 'SUCCESS' as const })),
        caller,
      );
      const taken = done.map(({ orderId }) => orderId);
      ledger.orders.setMark(taken, 'done');
      marked += taken.length;
    } catch (error) {
      // The sales exist; only the mark is missing, and the next run sends it again.
      if (!isSeamlineError(error, 'refused') && !isSeamlineError(error, 'server-fault')) throw error;
      log.write('warn', "JOOR didn't take the export mark", { words: error.message });
    }
    listener.advance(marked);
  }
  return marked;
}

/**
 * Reads back which marks JOOR shows. Only an order that was seen as exported can later be asked for again: a mark that is
 * pending, was lost or shows late is never mistaken for a request (ORD-8, ORD-9).
 */
export async function readBackMarks(context: FlowContext): Promise<void> {
  const { joor, ledger, settings, caller } = context;
  const unseen = ledger.orders.marked('done').filter(({ markSeenAt }) => markSeenAt === null);
  for (const group of chunks(unseen, settings.batch.orders)) {
    const headers = await joor.orderHeaders({ orderIds: group.map(({ order }) => order.id) }, caller);
    const seen = headers.filter(({ exportState }) => exportState === 'SUCCESS').map(({ id }) => id);
    ledger.orders.setMarkSeen(seen, nowOf(context));
  }
}
