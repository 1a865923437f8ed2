// The orders flow as a run sees it, early in the run so that stock and linesheets know of what orders take: read, decide,
// export one by one, mark in JOOR.
import { hashOf } from '../../base/hash.ts';
import { count } from '../../base/text.ts';
import type { FlowReport } from '../../contract/run-report.ts';
import type { Change } from '../../model/plan.ts';
import type { PreflightFacts } from '../../orders/preflight.ts';
import { emptyReport, waitingReport, type FlowContext } from '../context.ts';
import { keepSeen } from '../seen.ts';
import { adoptSales } from './adopt.ts';
import { refreshExported, settleAfterExport } from './after-export.ts';
import { claimer } from './claims.ts';
import { withCustomer } from './customers.ts';
import { checkOrder, decideOrders, leaveOut, readyOrder, type ReadyOrder } from './decide.ts';
import { isAskedFor } from './decisions.ts';
import { noteDoubleSales } from './doubles.ts';
import { noteExportedElsewhere } from './elsewhere.ts';
import { exportOrder } from './export.ts';
import { preflightFacts, refreshOrderBooks } from './facts.ts';
import { secondLook } from './look-again.ts';
import { markExported, readBackMarks } from './mark.ts';
import { noReason, setState } from './outcome.ts';
import { settleRequests } from './re-export.ts';
import { readAgain } from './read-again.ts';
import { refreshOrders } from './refresh.ts';
import { settleUnfinished } from './settle.ts';
import { inTurn } from './turns.ts';

export { settleDueLooks } from './settle.ts';
export { refreshSales } from './sweep.ts';

/** Reads, decides, exports (not in a dry run), marks and reports. */
export async function runOrders(context: FlowContext): Promise<FlowReport> {
  const { ledger, settings, isDryRun } = context;
  // Read first: set-up learns from the orders where the customers' codes stand.
  const { listed, unknown } = await refreshOrders(context);
  if (settings.customers.codeFrom === undefined)
    return waitingReport(
      'orders',
      "Orders wait: it isn't chosen yet where Cin7 keeps JOOR's customer code.",
      'Choose it in Settings, Customers (customers.codeFrom).',
    );
  const foreign = await adoptSales(context, listed);
  noteDoubleSales(context);
  await refreshExported(context);
  const open = ledger.orders.inStates(['to-export', 'needs-you', 'exporting', 'checking']);
  if (open.length > 0) await refreshOrderBooks(context);
  await settleAfterExport(context, await settleRequests(context, listed));
  const elsewhere = await noteExportedElsewhere(context, listed);
  const before = ledger.orders.counts().get('in-cin7') ?? 0;

  let marked = 0;
  forgetWhatNeverLeft(context);
  const facts = preflightFacts(context, 1);
  const ready = await meantOf(context, await decideOrders(context, facts, listed, elsewhere));
  if (foreign + elsewhere.size > 0) return waitsForAnswer(context, foreign, elsewhere.size);
  if (!isDryRun) {
    await settleUnfinished(context);
    await exportAll(context, ready, facts);
    marked = await markExported(context);
    await readBackMarks(context);
  }
  const counts = ledger.orders.counts();
  const exported = isDryRun ? ready.length : (counts.get('in-cin7') ?? 0) - before;
  return {
    ...emptyReport('orders'),
    checked: [...counts.values()].reduce((sum, number) => sum + number, 0),
    changed: exported,
    // Of unknown kinds there is one thing to do, however many there are.
    needsYou: (counts.get('needs-you') ?? 0) + Math.min(unknown, 1),
    counts: {
      ordersExported: exported,
      ordersMarked: marked,
      ordersChecking: counts.get('checking') ?? 0,
      ordersNeedYou: counts.get('needs-you') ?? 0,
      ordersHeld: counts.get('held') ?? 0,
      ordersLeftOut: counts.get('left-out') ?? 0,
      ...(unknown === 0 ? {} : { ordersUnknown: unknown }),
    },
  };
}

/** The orders to export, noted as a plan for who wants to see it first; of a plan that was seen, those that stood in it. */
async function meantOf(context: FlowContext, ready: readonly ReadyOrder[]): Promise<readonly ReadyOrder[]> {
  const { ledger, runId, isDryRun, seenPlan } = context;
  if (!isDryRun && seenPlan === undefined) return ready;
  ledger.plans.add(runId, 'orders', ready.map(plannedOrder));
  await keepSeen(context, 'orders');
  const meant = ledger.plans.keys(runId, 'orders', 'planned');
  return ready.filter(({ record }) => meant.has(record.order.id));
}

function plannedOrder({ record, draft }: ReadyOrder): Change {
  const target = hashOf(draft);
  const after = { externalId: draft.externalId, sale: target };
  return { key: record.order.id, part: 'order', operation: 'create', before: null, after, basis: '', target };
}

/** Orders whose run ended before anything was asked for: they are decided afresh, from what JOOR says now. */
function forgetWhatNeverLeft(context: FlowContext): void {
  const { ledger } = context;
  for (const { orderId, asked, saleId } of ledger.intents.unfinished()) {
    const record = ledger.orders.get(orderId);
    if (record?.state === 'exporting' && !asked && saleId === null) setState(context, record, 'to-export', noReason);
  }
}

/** Nothing is exported while nobody knows who else does (SCOPE-4). */
function waitsForAnswer({ ledger }: FlowContext, foreign: number, elsewhere: number): FlowReport {
  const [sale] = ledger.foreignSales.list();
  const sentence =
    sale === undefined
      ? `Orders wait: ${count(elsewhere, 'order was', 'orders were')} exported in JOOR, but not by this Seamline.`
      : `Orders wait: Cin7 has ${count(foreign, 'sale')} of JOOR orders that this Seamline didn't make, as ${sale.number}.`;
  return {
    ...waitingReport('orders', sentence, 'Say of each whether it is that order. Then the next run goes on.'),
    needsYou: foreign + (ledger.orders.counts().get('needs-you') ?? 0),
  };
}

async function exportAll(context: FlowContext, ready: readonly ReadyOrder[], facts: PreflightFacts): Promise<void> {
  const { listener } = context;
  if (ready.length === 0) return;
  const aim = claimer(context);
  const checkAgain = asItIsNow(context, facts);
  let done = 0;
  for (const one of ready) {
    await inTurn(context, one.record.order.id, async (ours) => {
      // A person may have exported it or put it on hold meanwhile.
      if (context.ledger.orders.get(one.record.order.id)?.state !== 'to-export') return;
      const again = await checkAgain(ours, one);
      // A person who saw what the order becomes didn't see what it would become now.
      if (context.seenPlan !== undefined && again !== null && hashOf(again.draft) !== hashOf(one.draft)) return;
      const now = await withCustomer(ours, again);
      const meant = now === null ? null : await aim(now);
      listener.begin('orders', 'exporting', ready.length, done);
      if (now !== null && meant !== null) await exportOrder(ours, now.record, now.draft, meant);
    });
    done += 1;
    listener.advance(done);
  }
}

/** The order as JOOR has it at this moment, decided again when it changed; null when it is not to be exported now (ORD-3). */
function asItIsNow(
  run: FlowContext,
  facts: PreflightFacts,
): (context: FlowContext, ready: ReadyOrder) => Promise<ReadyOrder | null> {
  const { ledger } = run;
  const lookAgain = secondLook(run);
  return async (context, ready) => {
    // What may have been sent already is carried on as it was asked for, whatever JOOR says by now.
    if (ledger.intents.get(ready.draft.externalId)?.asked === true) return ready;
    const reading = await readAgain(context, ready.record, isAskedFor(context, ready.record));
    if (reading.kind === 'same') return ready;
    if (reading.kind === 'gone') leaveOut(context, ready.record, reading.reason);
    if (reading.kind !== 'changed') return null;
    const { record } = reading;
    return readyOrder(record, await checkOrder(context, record, facts, lookAgain));
  };
}
