// Turns one order into one sale (ORD-4): what is about to be done is on the disk before it is asked for, what may have
// happened is looked up before anything is asked again, and what came of it is read back.
import { shiftInstant, second } from '../../base/dates.ts';
import { Decimal } from '../../base/decimal.ts';
import { isSeamlineError } from '../../base/errors.ts';
import { count } from '../../base/text.ts';
import type { Intent, OrderRecord } from '../../ledger/orders.ts';
import type { OrderState, Reason } from '../../model/standing.ts';
import { isVoided, type Sale, type SaleDraft, type SaleHead } from '../../model/sale.ts';
import type { ClaimDecision } from '../../orders/claim.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { twoSales } from './doubles.ts';

const noReason: Reason = { code: '', sentence: '', nextStep: '' };

const unfinished: Reason = {
  code: 'unfinished',
  sentence: 'The run ended before its sale was complete. The next run goes on with it.',
  nextStep: '',
};

/** Exports a decided order. Failures that concern only this order end in its state; others are thrown. */
export async function exportOrder(
  context: FlowContext,
  record: OrderRecord,
  draft: SaleDraft,
  claim: ClaimDecision,
): Promise<void> {
  const { ledger } = context;
  const at = nowOf(context);
  const known = ledger.intents.get(draft.externalId);
  // What was asked for and may have been done is carried on as it was asked; all else takes the newest content.
  const intent: Intent =
    known?.asked === true
      ? known
      : {
          externalId: draft.externalId,
          orderId: record.order.id,
          step: 'header',
          asked: false,
          draft,
          orderStatus: claim.status,
          saleId: known?.saleId ?? null,
          writtenAt: known?.writtenAt ?? at,
          changedAt: at,
          looks: 0,
        };
  ledger.transaction(() => {
    ledger.intents.save(intent);
    ledger.orders.setState(record.order.id, 'exporting', noReason, at);
  });
  await carryOn(context, record, intent, claim.why);
}

/** Goes on with an intent from wherever it stands. */
export async function carryOn(
  context: FlowContext,
  record: OrderRecord,
  intent: Intent,
  draftReason: string,
): Promise<void> {
  try {
    const header =
      intent.saleId === null ? await ensureHeader(context, record, intent) : { saleId: intent.saleId, isNew: false };
    if (header === null) return;
    const withHeader = saveIntent(context, { ...intent, step: 'lines', asked: false, saleId: header.saleId });
    const sale = await ensureLines(context, withHeader, header);
    finish(context, record, withHeader, sale, draftReason);
  } catch (error) {
    if (isSeamlineError(error, 'outcome-unknown')) {
      lookLater(context, record);
      return;
    }
    if (isSeamlineError(error, 'refused')) {
      stop(context, record, {
        code: 'refused',
        sentence: error.message,
        nextStep: 'Correct what it names in Cin7 or JOOR; the next run tries again.',
      });
      return;
    }
    const left = context.ledger.intents.get(intent.externalId);
    if (left?.asked === true || left?.saleId != null) ledgerState(context, record, 'checking', unfinished);
    else ledgerState(context, record, 'to-export', noReason);
    throw error;
  }
}

interface Header {
  readonly saleId: string;
  /** Created just now, so that it certainly has no lines yet. */
  readonly isNew: boolean;
}

/** The sale of the intent, found or created; null when that has to wait for a later look. */
async function ensureHeader(context: FlowContext, record: OrderRecord, intent: Intent): Promise<Header | null> {
  const { cin7, caller, ledger } = context;
  const live = (await cin7.salesWithExternalId(intent.externalId, caller)).filter((sale) => !isVoided(sale));
  ledger.sales.save(live);
  if (live.length > 1) {
    stop(context, record, twoSales(record, live));
    return null;
  }
  const [found] = live;
  if (found !== undefined) return { saleId: found.id, isNew: false };
  // It was asked for and isn't there: it may still land, so it is created again only after every look missed.
  if (intent.asked && intent.looks < context.settings.orders.lookupDelays.length) {
    lookLater(context, record);
    return null;
  }
  const saleId = await asking(context, { ...intent, looks: 0 }, () => cin7.createSale(intent.draft, caller));
  return { saleId, isNew: true };
}

/** Asks with the intent on the disk. Every failure but an unclear answer means that nothing was done. */
async function asking<Result>(context: FlowContext, intent: Intent, ask: () => Promise<Result>): Promise<Result> {
  saveIntent(context, { ...intent, asked: true });
  try {
    return await ask();
  } catch (error) {
    if (!isSeamlineError(error, 'outcome-unknown')) saveIntent(context, { ...intent, asked: false });
    throw error;
  }
}

async function ensureLines(context: FlowContext, intent: Intent, { saleId, isNew }: Header): Promise<Sale> {
  const { cin7, caller } = context;
  if (!isNew) {
    // A sale that was found may have its lines already: written by us before an answer was lost.
    const present = await cin7.sale(saleId, caller);
    if (present.lines.length > 0 && present.orderStatus !== 'NOT AVAILABLE') return present;
  }
  await asking(context, intent, () => cin7.writeSaleOrder(saleId, intent.draft, intent.orderStatus, caller));
  return cin7.sale(saleId, caller);
}

function finish(context: FlowContext, record: OrderRecord, intent: Intent, sale: Sale, draftReason: string): void {
  const { ledger } = context;
  const at = nowOf(context);
  ledger.transaction(() => {
    ledger.intents.save({ ...intent, step: 'done', asked: false, saleId: sale.id, changedAt: at });
    ledger.sales.save([headOf(sale)]);
    ledger.orders.exported(record.order.id, { id: sale.id, number: sale.number }, record.fingerprint, at);
    ledger.orders.setLook(record.order.id, record.attempts + 1, null);
    const difference = totalDifference(intent.draft, sale);
    if (difference === null) ledger.orders.setState(record.order.id, 'in-cin7', exportReason(sale, draftReason), at);
    else ledger.orders.setState(record.order.id, 'needs-you', difference, at);
  });
}

function totalDifference(draft: SaleDraft, sale: Sale): Reason | null {
  const difference = new Decimal(sale.totalBeforeTax).minus(draft.totalBeforeTax);
  if (difference.abs().lessThanOrEqualTo('0.01')) return null;
  return {
    code: 'sale-total',
    sentence: `Sale ${sale.number} comes to ${sale.totalBeforeTax} before tax in Cin7, but the order to ${draft.totalBeforeTax}.`,
    nextStep: `Compare ${sale.number} with the order and correct it in Cin7.`,
  };
}

function exportReason(sale: Sale, draftReason: string): Reason {
  const short = sale.lines.reduce((sum, { backordered }) => sum.plus(backordered), new Decimal(0));
  if (short.greaterThan(0)) {
    const lines = sale.lines.filter(({ backordered }) => new Decimal(backordered).greaterThan(0)).length;
    return {
      code: 'backordered',
      sentence: `${count(lines, 'line')} backordered, ${count(short.toNumber(), 'unit')} short.`,
      nextStep: '',
    };
  }
  return draftReason === '' ? noReason : { code: 'draft', sentence: `Draft in Cin7: ${draftReason}`, nextStep: '' };
}

/** Nobody knows whether it was done: looked at again after the next of the delays (ORD-4). */
function lookLater(context: FlowContext, record: OrderRecord): void {
  const { ledger, settings } = context;
  const { order } = record;
  const at = nowOf(context);
  const [intent] = ledger.intents.ofOrder(order.id).slice(-1);
  const looks = intent?.looks ?? 0;
  const delays = settings.orders.lookupDelays;
  const wait = delays[Math.min(looks, delays.length - 1)] ?? 30;
  const next = shiftInstant(at, wait * second);
  ledger.transaction(() => {
    if (intent !== undefined) ledger.intents.save({ ...intent, looks: looks + 1, changedAt: at });
    ledger.orders.setLook(order.id, record.attempts + 1, next);
    ledger.orders.setState(
      order.id,
      'checking',
      {
        code: 'unclear',
        sentence: `Cin7 gave no clear answer, so it isn't known whether the sale exists. Seamline looks again after ${next.slice(11, 16)} UTC and creates nothing before that.`,
        nextStep: '',
      },
      at,
    );
  });
}

function stop(context: FlowContext, record: OrderRecord, reason: Reason): void {
  context.ledger.orders.setLook(record.order.id, record.attempts + 1, null);
  ledgerState(context, record, 'needs-you', reason);
}

function ledgerState(context: FlowContext, record: OrderRecord, state: OrderState, reason: Reason): void {
  context.ledger.orders.setState(record.order.id, state, reason, nowOf(context));
}

function saveIntent(context: FlowContext, intent: Intent): Intent {
  const saved = { ...intent, changedAt: nowOf(context) };
  context.ledger.intents.save(saved);
  return saved;
}

function headOf(sale: Sale): SaleHead {
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
