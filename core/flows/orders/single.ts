// One order by itself, because a person asked: re-checked against JOOR and Cin7 Core and exported at once, between two
// requests of a background run or without one (RUN-1). The same steps as in a run, in the same order.
import { millisecondsOf } from '../../base/dates.ts';
import { SeamlineError } from '../../base/errors.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import {
  consequencesOf,
  earlierSaleFacts,
  differenceInWords,
  statusInWords,
  verdictOf,
  type EarlierSale,
  type ReExportVerdict,
} from '../../orders/earlier-sale.ts';
import type { SaleComparison } from '../../orders/sale-comparison.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { refreshCustomers } from '../customers/refresh.ts';
import { refreshExported, settleAfterExport } from './after-export.ts';
import { claimer } from './claims.ts';
import { comparisonOf, draftOf } from './compare.ts';
import { withCustomer } from './customers.ts';
import { checkOrder, leaveOut, readyOrder } from './decide.ts';
import { isAskedFor, leftOutByPerson } from './decisions.ts';
import { readEarlierSale } from './earlier-sale.ts';
import { carryOn, exportOrder, isOnItsWay } from './export.ts';
import { preflightFacts, refreshOrderBooks } from './facts.ts';
import { secondLook } from './look-again.ts';
import { markExported, readBackMarks } from './mark.ts';
import { beginReExport } from './re-export.ts';
import { readAgain } from './read-again.ts';
import { refreshSales } from './sweep.ts';
import { inTurn } from './turns.ts';

/** Exports one order now; gives where it stands afterwards. Throws `usage` for one that can't be, with the reason. */
export function exportSingle(context: FlowContext, orderId: string): Promise<OrderRecord> {
  return inTurn(context, orderId, (ours) => exportNow(ours, orderId));
}

async function exportNow(context: FlowContext, orderId: string): Promise<OrderRecord> {
  const { ledger, clock } = context;
  const record = recordOf(context, orderId);
  if (record.state === 'in-cin7') return record;
  refuseWhatIsDecided(context, record);
  // A ledger that knows no sales yet might not know this order's own (SCOPE-4).
  if (ledger.runs.mark('sales') === null) await refreshSales(context);
  await refreshOrderBooks(context);
  const intent = ledger.intents.ofOrder(orderId).find(({ step }) => step !== 'done' && step !== 'abandoned');
  if (isOnItsWay(record) && intent !== undefined) {
    const isDue = record.nextLookAt === null || millisecondsOf(record.nextLookAt) <= clock.now();
    if (isDue) await carryOn(context, record, intent);
  } else await checkAndExport(context, record);
  await markExported(context);
  await readBackMarks(context);
  return recordOf(context, orderId);
}

/** Looks again at what holds an order, in both accounts, and gives where it stands. Writes to neither of them. */
export function checkSingle(context: FlowContext, orderId: string): Promise<OrderRecord> {
  return inTurn(context, orderId, async (ours) => {
    const { ledger } = ours;
    const known = recordOf(ours, orderId);
    await refreshSales(ours);
    if (known.saleId !== null) {
      await refreshExported(ours);
      await settleAfterExport(ours, new Set());
      return recordOf(ours, orderId);
    }
    if (known.state !== 'to-export' && known.state !== 'needs-you') return known;
    await refreshCustomers(ours);
    await refreshOrderBooks(ours);
    const reading = await readAgain(ours, known, isAskedFor(ours, known));
    if (reading.kind === 'gone') leaveOut(ours, known, reading.reason);
    else {
      const record = reading.kind === 'changed' ? reading.record : recordOf(ours, orderId);
      await checkOrder(ours, record, preflightFacts(ours, record.turn), secondLook(ours));
    }
    return ledger.orders.get(orderId) ?? known;
  });
}

/** Decides on one order as it is now and exports it. Throws `usage` for one that JOOR shows and doesn't list. */
export async function checkAndExport(context: FlowContext, known: OrderRecord): Promise<void> {
  const reading = await readAgain(context, known, isAskedFor(context, known));
  if (reading.kind === 'gone') return leaveOut(context, known, reading.reason);
  if (reading.kind === 'elsewhere')
    throw notNow('JOOR shows the order as approved, but not in its list.', 'Try again in a minute.');
  const record = reading.kind === 'changed' ? reading.record : known;
  const checked = await checkOrder(context, record, preflightFacts(context, record.turn), secondLook(context));
  const ready = await withCustomer(context, readyOrder(record, checked));
  if (ready === null) return;
  const aim = await claimer(context)(ready);
  await exportOrder(context, ready.record, ready.draft, aim);
}

function refuseWhatIsDecided(context: FlowContext, record: OrderRecord): void {
  const { ledger } = context;
  const byPerson = leftOutByPerson(context, record.order.id);
  if (byPerson !== null) throw notNow(byPerson.sentence, 'Release it first if it is to be exported after all.');
  if (record.state === 'held') throw notNow(record.reason.sentence, 'Release it first.');
  if (record.state === 'left-out' && !isAskedFor(context, record))
    throw notNow(record.reason.sentence, 'Choose to export it when you go live with orders.');
  const [foreign] = ledger.foreignSales.list();
  if (foreign !== undefined)
    throw notNow(
      `Orders wait: sale ${foreign.number} in Cin7 says that it is order ${foreign.orderId}, but this Seamline didn't make it.`,
      `Say whether ${foreign.number} is that order first.`,
    );
}

/** Everything that stands before a second sale of an order (ORD-9). */
export interface ReExportQuestion {
  readonly record: OrderRecord;
  /** Null for an order that never became a sale. */
  readonly earlier: EarlierSale | null;
  readonly verdict: ReExportVerdict | 'never-exported' | 'not-approved';
  readonly comparison: SaleComparison | null;
  readonly consequences: readonly string[];
  /** The reference of the sale that would be created; empty while none could be. */
  readonly reference: string;
  readonly sentence: string;
}

/** Reads the order and its earlier sale as they are now, and says what a re-export would mean. Writes nothing. */
export async function askReExport(context: FlowContext, orderId: string): Promise<ReExportQuestion> {
  const known = recordOf(context, orderId);
  const earlier = await readEarlierSale(context, known);
  const reading = await readAgain(context, known, true);
  const record = reading.kind === 'changed' ? reading.record : recordOf(context, orderId);
  const nothing = { record, earlier, comparison: null, consequences: [], reference: '' };
  if (earlier === null)
    return { ...nothing, verdict: 'never-exported', sentence: `Order ${orderId} never became a sale.` };
  if (reading.kind === 'gone')
    return { ...nothing, verdict: 'not-approved', sentence: `Order ${orderId} isn't approved in JOOR any more.` };
  const comparison = earlier.kind === 'read' ? comparisonOf(context, record, earlier.sale) : null;
  const { number } = earlierSaleFacts(earlier);
  const draft = draftOf(context, { ...record, turn: record.turn + 1 });
  return {
    record,
    earlier,
    verdict: verdictOf(earlier),
    comparison,
    consequences: consequencesOf(record.order, draft, earlier),
    reference: draft?.reference ?? '',
    sentence: `Sale ${number} is ${statusInWords(earlier)}. ${earlier.kind === 'unproven' ? earlier.why : differenceInWords(comparison)}`,
  };
}

export interface ReExportWish {
  readonly orderId: string;
  readonly who: string;
  readonly commandId: string | null;
  /** What the person typed to create a second sale beside an open one: its number; true where the command line says so. */
  readonly confirmation: string | true | null;
}

/** Exports an order once more when its earlier sale allows it. Throws `usage` with what stands against it. */
export function reExportSingle(context: FlowContext, wish: ReExportWish): Promise<OrderRecord> {
  const { ledger } = context;
  const { orderId, commandId } = wish;
  return inTurn(context, orderId, async (ours) => {
    const repeated = commandId === null ? null : ledger.orderSales.reExportByCommand(commandId);
    const isOpenRequest = recordOf(ours, orderId).saleId === null && recordOf(ours, orderId).turn > 1;
    // The same command again, or a new sale that is on its way: it is gone on with, not begun once more.
    if (repeated === null && !isOpenRequest) await beginIfAllowed(ours, wish);
    return exportNow(ours, orderId);
  });
}

async function beginIfAllowed(
  context: FlowContext,
  { orderId, who, commandId, confirmation }: ReExportWish,
): Promise<void> {
  const { ledger } = context;
  const { record, earlier, verdict, sentence } = await askReExport(context, orderId);
  if (earlier === null) throw notNow(sentence, 'Export it instead.');
  const { number, status } = earlierSaleFacts(earlier);
  if (verdict === 'not-approved') throw notNow(sentence, 'Approve it in JOOR first.');
  if (verdict === 'must-credit') throw notNow(sentence, `Credit ${number} in Cin7 first.`);
  if (verdict === 'gone-unproven') throw notNow(sentence, 'Nothing is created before that is clear. Try again later.');
  const isConfirmed = confirmation === true || confirmation === number;
  if (verdict === 'open' && !isConfirmed)
    throw notNow(sentence, `Void ${number} in Cin7, or confirm a second sale with its number (--even-if-open).`);
  const isDuplicate = verdict === 'open';
  ledger.transaction(() => {
    beginReExport(context, record, earlier, { origin: 'person', who, commandId, isDuplicate });
    const decision = JSON.stringify({ earlier: number, status, isDuplicate });
    ledger.runs.decide('re-export', `${orderId}:${record.turn + 1}`, decision, who, nowOf(context));
  });
}

function recordOf({ ledger }: FlowContext, orderId: string): OrderRecord {
  const record = ledger.orders.get(orderId);
  if (record !== null) return record;
  throw new SeamlineError('not-found', {
    sentence: `Seamline knows no order ${orderId}.`,
    nextStep: 'Look for its number among all orders; a new one comes with the next run.',
    details: { orderId },
  });
}

function notNow(sentence: string, nextStep: string): SeamlineError {
  return new SeamlineError('usage', { sentence, nextStep });
}
