// The orders flow as a run sees it, early in the run so that stock and linesheets know of what orders take: read, decide,
// export one by one, mark in JOOR.
import { decideClaim, freeStock, type FreeStock } from '../../orders/claim.ts';
import { millisecondsOf } from '../../base/dates.ts';
import type { FlowReport } from '../../contract/run-report.ts';
import type { StockLine } from '../../model/stock.ts';
import { emptyReport, waitingReport, type FlowContext } from '../context.ts';
import { noteDoubleSales } from './doubles.ts';
import { decideOrders, type ReadyOrder } from './decide.ts';
import { carryOn, exportOrder } from './export.ts';
import { preflightFacts, refreshOrderBooks } from './facts.ts';
import { markExported } from './mark.ts';
import { refreshOrders } from './refresh.ts';

export { refreshSales } from './refresh.ts';

/** Reads, decides, exports (not in a dry run), marks and reports. */
export async function runOrders(context: FlowContext): Promise<FlowReport> {
  const { ledger, settings, isDryRun } = context;
  if (settings.customers.codeFrom === undefined)
    return waitingReport(
      'orders',
      "Orders wait: it isn't chosen yet where Cin7 keeps JOOR's customer code.",
      'Set customers.codeFrom.',
    );
  noteDoubleSales(context);
  const listed = await refreshOrders(context);
  const open = ledger.orders.inStates(['to-export', 'needs-you', 'exporting', 'checking']);
  if (open.length > 0) await refreshOrderBooks(context);
  const before = ledger.orders.counts().get('in-cin7') ?? 0;

  let marked = 0;
  const ready = decideOrders(context, preflightFacts(context, 1), listed);
  if (!isDryRun) {
    await settleUnfinished(context);
    await exportAll(context, ready);
    marked = await markExported(context);
  }
  const counts = ledger.orders.counts();
  const exported = isDryRun ? ready.length : (counts.get('in-cin7') ?? 0) - before;
  return {
    ...emptyReport('orders'),
    checked: [...counts.values()].reduce((sum, number) => sum + number, 0),
    changed: exported,
    needsYou: counts.get('needs-you') ?? 0,
    counts: {
      ordersExported: exported,
      ordersMarked: marked,
      ordersChecking: counts.get('checking') ?? 0,
      ordersNeedYou: counts.get('needs-you') ?? 0,
      ordersHeld: counts.get('held') ?? 0,
      ordersLeftOut: counts.get('left-out') ?? 0,
    },
  };
}

/** Orders that an earlier run left in the middle, and those whose next look is due. */
async function settleUnfinished(context: FlowContext): Promise<void> {
  const { ledger, clock } = context;
  for (const record of ledger.orders.inStates(['exporting', 'checking'])) {
    if (record.nextLookAt !== null && millisecondsOf(record.nextLookAt) > clock.now()) continue;
    const [intent] = ledger.intents.ofOrder(record.order.id).slice(-1);
    if (intent !== undefined && intent.step !== 'done') await carryOn(context, record, intent, '');
  }
}

async function exportAll(context: FlowContext, ready: readonly ReadyOrder[]): Promise<void> {
  const { settings, listener, joorEnvironment } = context;
  if (ready.length === 0) return;
  const free = new Map<string, FreeStock>();
  for (const { draft } of ready)
    if (!free.has(draft.location)) free.set(draft.location, await freeStockAt(context, draft.location));
  listener.begin('orders', 'exporting', ready.length);
  let done = 0;
  for (const { record, draft } of ready) {
    const claim = decideClaim(draft, settings.orders, joorEnvironment, free.get(draft.location) ?? new Map());
    await exportOrder(context, record, draft, claim);
    done += 1;
    listener.advance(done);
  }
}

/** One fresh scan per run and location, and only when claiming depends on it (ORD-5). */
async function freeStockAt(context: FlowContext, location: string): Promise<FreeStock> {
  const { cin7, caller, settings, listener, joorEnvironment } = context;
  if (settings.orders.claim !== 'when-available' || joorEnvironment === 'sandbox') return new Map();
  const lines: Pick<StockLine, 'productId' | 'available'>[] = [];
  listener.begin('orders', `free stock of ${location}`, null);
  await cin7.availability(location, caller, (rows, received, total) => {
    lines.push(...rows.filter((row) => row.location === location));
    listener.advance(received, total);
  });
  return freeStock(lines);
}
