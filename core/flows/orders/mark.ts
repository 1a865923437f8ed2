// Tells JOOR which orders have arrived: once per run, all together, only after success and without touching their status
// (ORD-8). A mark that JOOR didn't take stays pending and is tried again; it never makes an order look new.
import { isSeamlineError } from '../../base/errors.ts';
import { chunks } from '../../base/slices.ts';
import type { FlowContext } from '../context.ts';

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
