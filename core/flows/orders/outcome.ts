// How an order's step ends: noted as done, stopped for a person, or left for a later look. Each of these is one write of
// intent and order together, so that neither can say something that the other doesn't know.
import { second, shiftInstant, type Instant } from '../../base/dates.ts';
import { Decimal, sum } from '../../base/decimal.ts';
import { isSeamlineError } from '../../base/errors.ts';
import { count } from '../../base/text.ts';
import type { Intent } from '../../ledger/intents.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import type { OrderState, Reason } from '../../model/standing.ts';
import type { Sale, SaleDraft, SaleHead } from '../../model/sale.ts';
import { nowOf, type FlowContext } from '../context.ts';

export const noReason: Reason = { code: '', sentence: '', nextStep: '' };

/** Writes an intent with the present time. */
export function saveIntent(context: FlowContext, intent: Intent): Intent {
  const saved = { ...intent, changedAt: nowOf(context) };
  context.ledger.intents.save(saved);
  return saved;
}

/** Asks with the intent on the disk. Every failure but an unclear answer means that nothing was done. */
export async function asking<Result>(
  context: FlowContext,
  intent: Intent,
  ask: () => Promise<Result>,
): Promise<Result> {
  saveIntent(context, { ...intent, asked: true });
  try {
    return await ask();
  } catch (error) {
    if (!isSeamlineError(error, 'outcome-unknown')) saveIntent(context, { ...intent, asked: false });
    throw error;
  }
}

/** The next step of an intent, as yet neither asked for nor looked up. */
export function nextStep(context: FlowContext, intent: Intent, step: Intent['step']): Intent {
  return saveIntent(context, { ...intent, step, asked: false, looks: 0 });
}

/** True when every look that the settings ask for was in vain, so that the request may be sent again (ORD-4). */
export function hasLookedEnough({ settings }: FlowContext, { looks }: Intent): boolean {
  return looks >= settings.orders.lookupDelays.length;
}

/** Nobody knows whether it was done: looked at again after the next of the delays (ORD-4). */
export function lookLater(context: FlowContext, record: OrderRecord, externalId: string): void {
  const { ledger } = context;
  const { order } = record;
  const at = nowOf(context);
  const intent = ledger.intents.get(externalId);
  const looks = intent?.looks ?? 0;
  const next = nextLook(context, looks);
  const what = intent?.step === 'invoice' ? 'the invoice exists' : 'the sale exists';
  ledger.transaction(() => {
    if (intent !== null) ledger.intents.save({ ...intent, looks: looks + 1, changedAt: at });
    ledger.orders.setLook(order.id, record.attempts + 1, next);
    ledger.orders.setState(order.id, 'checking', unclearReason(what, next), at);
  });
}

/** Waits until a request that was given up can no longer land, before what it would change is changed (ORD-4). */
export function waitForLate(context: FlowContext, record: OrderRecord, { number }: Sale): void {
  const seconds = context.settings.orders.lookupDelays.reduce((all, delay) => all + delay, 0);
  const next = shiftInstant(nowOf(context), seconds * second);
  context.ledger.orders.setLook(record.order.id, record.attempts + 1, next);
  setState(context, record, 'checking', {
    code: 'late',
    sentence: `Cin7 may still carry out an earlier request for sale ${number}. Seamline puts its backorder back to a draft after ${next.slice(11, 16)} UTC.`,
    nextStep: '',
  });
}

/** When to look for the n-th time (from 0) after an unclear answer. */
export function nextLook(context: FlowContext, looks: number): Instant {
  const { lookupDelays } = context.settings.orders;
  const wait = lookupDelays[Math.min(looks, lookupDelays.length - 1)] ?? 30;
  return shiftInstant(nowOf(context), wait * second);
}

/** What is said while nobody knows whether something was created. */
export function unclearReason(what: string, next: Instant): Reason {
  return {
    code: 'unclear',
    sentence: `Cin7 gave no clear answer, so it isn't known whether ${what}. Seamline looks again after ${next.slice(11, 16)} UTC and creates nothing before that.`,
    nextStep: '',
  };
}

/** Stops an order for a person. */
export function stop(context: FlowContext, record: OrderRecord, reason: Reason): void {
  context.ledger.orders.setLook(record.order.id, record.attempts + 1, null);
  setState(context, record, 'needs-you', reason);
}

/** Notes where an order stands now. */
export function setState(context: FlowContext, record: OrderRecord, state: OrderState, reason: Reason): void {
  context.ledger.orders.setState(record.order.id, state, reason, nowOf(context));
}

/** Notes the sale that an order became, complete as it was meant to be; JOOR's mark is due from now on. */
export function finish(
  context: FlowContext,
  record: OrderRecord,
  intent: Intent,
  sale: Sale,
  problem: Reason | null,
): Intent {
  const { ledger } = context;
  const at = nowOf(context);
  const done: Intent = { ...intent, step: 'done', asked: false, saleId: sale.id, changedAt: at };
  ledger.transaction(() => {
    ledger.intents.save(done);
    ledger.sales.save([headOf(sale)]);
    ledger.orders.exported(record.order.id, { id: sale.id, number: sale.number }, record.fingerprint, at);
    ledger.orders.setLook(record.order.id, record.attempts + 1, null);
    if (problem === null) ledger.orders.setState(record.order.id, 'in-cin7', exportReason(sale, intent.aim.why), at);
    else ledger.orders.setState(record.order.id, 'needs-you', problem, at);
  });
  return done;
}

/** What to say when a sale doesn't come to what its order comes to; null when it does (ORD-7). */
export function totalDifference(draft: SaleDraft, sale: Sale): Reason | null {
  const difference = new Decimal(sale.totalBeforeTax).minus(draft.totalBeforeTax);
  if (difference.abs().lessThanOrEqualTo('0.01')) return null;
  return {
    code: 'sale-total',
    sentence: `Sale ${sale.number} comes to ${sale.totalBeforeTax} before tax in Cin7, but the order to ${draft.totalBeforeTax}.`,
    nextStep: `Compare ${sale.number} with the order and correct it in Cin7.`,
  };
}

/** Units of a sale that Cin7 Core put on backorder. */
export function unitsShort(sale: Sale): number {
  return sum(sale.lines.map(({ backordered }) => new Decimal(backordered))).toNumber();
}

function exportReason(sale: Sale, draftReason: string): Reason {
  const short = unitsShort(sale);
  if (short > 0) {
    const lines = sale.lines.filter(({ backordered }) => new Decimal(backordered).greaterThan(0)).length;
    return {
      code: 'backordered',
      sentence: `${count(lines, 'line')} backordered, ${count(short, 'unit')} short.`,
      nextStep: '',
    };
  }
  return draftReason === '' ? noReason : { code: 'draft', sentence: `Draft in Cin7: ${draftReason}`, nextStep: '' };
}

/** A whole sale as a row of the mirror. */
export function headOf(sale: Sale): SaleHead {
  return {
    id: sale.id,
    number: sale.number,
    status: sale.status,
    orderStatus: sale.orderStatus,
    customerId: sale.customerId,
    customer: '',
    reference: sale.reference,
    externalId: sale.externalId,
    orderDate: null,
    updatedAt: null,
    pickStatus: sale.pickStatus,
    invoiceStatus: sale.invoiceStatus,
  };
}
