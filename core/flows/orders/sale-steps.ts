// The steps from an intent to a complete sale: header, lines, then by its aim authorising after a comparison, releasing a
// silent backorder, and the invoice. Each step first looks whether an earlier, unclear request did its work (ORD-4).
import { addDays, plainDateIn, type PlainDate } from '../../base/dates.ts';
import { Decimal } from '../../base/decimal.ts';
import { isSeamlineError } from '../../base/errors.ts';
import type { Intent, IntentStep } from '../../ledger/intents.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import { isVoided, type Sale, type SaleDraft, type SaleHead } from '../../model/sale.ts';
import type { Reason } from '../../model/standing.ts';
import { shortWords } from '../../orders/claim.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { twoSales } from './doubles.ts';
import {
  asking,
  finish,
  hasLookedEnough,
  headOf,
  lookLater,
  nextStep,
  saveIntent,
  stop,
  totalDifference,
  unitsShort,
  waitForLate,
} from './outcome.ts';

/** How far one order is within this run. */
export interface Work {
  readonly record: OrderRecord;
  readonly intent: Intent;
  /** The sale as it was read last; null when this run hasn't read it yet. */
  readonly sale: Sale | null;
  /** Created just now, so that it certainly has no lines and no invoice yet. */
  readonly isNewSale: boolean;
}

type Step = (context: FlowContext, work: Work, saleId: string) => Promise<Work | null>;

const steps: Readonly<Record<Exclude<IntentStep, 'header' | 'done' | 'abandoned'>, Step>> = {
  lines: writeLines,
  authorise,
  release,
  invoice,
};

/** Takes one step; null when the order has to wait for a later look or for a person. */
export function takeStep(context: FlowContext, work: Work): Promise<Work | null> {
  const { step, saleId } = work.intent;
  if (step === 'done' || step === 'abandoned') return Promise.resolve(null);
  return step === 'header' || saleId === null ? makeHeader(context, work) : steps[step](context, work, saleId);
}

/** The sale of the intent, found or created. */
async function makeHeader(context: FlowContext, work: Work): Promise<Work | null> {
  const { cin7, caller, ledger } = context;
  const { record, intent } = work;
  const withId = (await cin7.salesWithExternalId(intent.externalId, caller)).filter((sale) => !isVoided(sale));
  // Asked for before and not found: the list may lag, so it is looked for by what people see as well.
  const live = withId.length > 0 || !intent.asked ? withId : await salesLike(context, intent.draft);
  ledger.sales.save(live);
  const [found, another] = live;
  if (another !== undefined) return stopped(context, record, twoSales(record, live));
  if (found !== undefined && found.externalId !== intent.externalId)
    return stopped(context, record, strangersSale(record, found));
  if (found !== undefined)
    return { ...work, intent: nextStep(context, { ...intent, saleId: found.id }, 'lines'), isNewSale: false };
  // It may still land, so it is created again only after every look missed.
  if (intent.asked && !hasLookedEnough(context, intent)) return later(context, work);
  const saleId = await asking(context, { ...intent, looks: 0 }, () => cin7.createSale(intent.draft, caller));
  return { ...work, intent: nextStep(context, { ...intent, saleId }, 'lines'), isNewSale: true };
}

/** Live sales of the same customer, reference and date, but for other exports of the same order. */
async function salesLike({ cin7, caller }: FlowContext, draft: SaleDraft): Promise<SaleHead[]> {
  if (draft.reference === '') return [];
  const orderId = draft.externalId.split(':').slice(0, 4).join(':');
  return (await cin7.searchSales(draft.reference, caller)).filter(
    (sale) =>
      !isVoided(sale) &&
      sale.customerId === draft.customerId &&
      sale.reference === draft.reference &&
      sale.orderDate === draft.orderDate &&
      (sale.externalId === draft.externalId || !sale.externalId.startsWith(orderId)),
  );
}

function strangersSale({ order }: OrderRecord, { number }: SaleHead): Reason {
  return {
    code: 'sale-without-mark',
    sentence: `Sale ${number} in Cin7 has the customer, reference and date of order ${order.id}, but not Seamline's mark. Nothing is created beside it.`,
    nextStep: `If ${number} is this order, say that it was entered by hand. If it isn't, change its reference in Cin7.`,
  };
}

async function writeLines(context: FlowContext, work: Work, saleId: string): Promise<Work | null> {
  const { cin7, caller } = context;
  const { record, intent, isNewSale } = work;
  let sale = isNewSale ? null : await cin7.sale(saleId, caller);
  if (sale !== null && isVoided(sale)) return stopped(context, record, voidedOnTheWay(sale));
  // A sale that was found may have its lines already: written by us before an answer was lost.
  if (sale === null || sale.lines.length === 0 || sale.orderStatus === 'NOT AVAILABLE') {
    const status = intent.aim.compareFirst ? 'DRAFT' : intent.aim.status;
    await asking(context, intent, () => cin7.writeSaleOrder(saleId, intent.draft, status, caller));
    sale = await cin7.sale(saleId, caller);
  }
  return onwards(context, { ...work, sale });
}

function voidedOnTheWay({ number }: Sale): Reason {
  return {
    code: 'sale-voided',
    sentence: `Sale ${number} was voided in Cin7 before it was complete.`,
    nextStep: 'Export the order again, or say that it was entered by hand.',
  };
}

/** Authorises what was compared as a draft: accounts that apply discounts by themselves do so only now (ORD-7). */
async function authorise(context: FlowContext, work: Work, saleId: string): Promise<Work | null> {
  const { cin7, caller } = context;
  const { intent } = work;
  let sale = intent.asked || work.sale === null ? await cin7.sale(saleId, caller) : work.sale;
  if (sale.orderStatus === 'DRAFT') {
    await asking(context, intent, () => cin7.writeSaleOrder(saleId, intent.draft, 'AUTHORISED', caller));
    sale = await cin7.sale(saleId, caller);
  }
  return onwards(context, { ...work, sale });
}

/** Puts a sale with a silent backorder back to a draft, when nothing of it is picked or invoiced (ORD-5). */
async function release(context: FlowContext, work: Work, saleId: string): Promise<Work | null> {
  const { cin7, caller } = context;
  const { intent } = work;
  let sale = intent.asked || work.sale === null ? await cin7.sale(saleId, caller) : work.sale;
  if (sale.orderStatus === 'AUTHORISED' && isUntouched(sale)) {
    try {
      await asking(context, intent, () => cin7.undoSale(saleId, caller));
    } catch (error) {
      // Somebody began to pick it meanwhile: it stays as it is, and its backorder is told.
      if (!isSeamlineError(error, 'refused')) throw error;
    }
    sale = await cin7.sale(saleId, caller);
  }
  return done(context, work, sale, null);
}

/** Makes the invoice of an authorised sale, with an intent of its own (ORD-4, ORD-6). */
async function invoice(context: FlowContext, work: Work, saleId: string): Promise<Work | null> {
  const { cin7, caller } = context;
  const { intent, isNewSale } = work;
  const sale = work.sale ?? (await cin7.sale(saleId, caller));
  const list = async () => (await cin7.invoices(saleId, caller)).filter(({ status }) => isLiveInvoice(status));
  let invoices = intent.asked || !isNewSale ? await list() : [];
  if (invoices.length === 0) {
    if (intent.asked && !hasLookedEnough(context, intent)) return later(context, work);
    const status = intent.aim.invoice === 'authorised' ? 'AUTHORISED' : 'DRAFT';
    const date = invoiceDate(context);
    await asking(context, { ...intent, looks: 0 }, () =>
      cin7.createInvoice(saleId, intent.draft, status, date, caller),
    );
    invoices = await list();
  }
  const [made] = invoices;
  return done(context, work, sale, made === undefined ? null : invoiceDifference(intent.draft, sale, made));
}

function isLiveInvoice(status: string): boolean {
  return status !== 'VOIDED' && status !== 'NOT AVAILABLE';
}

function invoiceDifference(
  draft: SaleDraft,
  sale: Sale,
  { number, totalBeforeTax }: { readonly number: string; readonly totalBeforeTax: string },
): Reason | null {
  if (new Decimal(totalBeforeTax).minus(draft.totalBeforeTax).abs().lessThanOrEqualTo('0.01')) return null;
  return {
    code: 'invoice-total',
    sentence: `Invoice ${number} of sale ${sale.number} comes to ${totalBeforeTax} before tax, but the order to ${draft.totalBeforeTax}.`,
    nextStep: `Compare ${number} with the order and correct it in Cin7.`,
  };
}

/** Today in the company's zone, never on or before the lock date. */
function invoiceDate(context: FlowContext): PlainDate {
  const { company } = context;
  const today = plainDateIn(company.timeZone, nowOf(context));
  return company.lockDate !== null && today <= company.lockDate ? addDays(company.lockDate, 1) : today;
}

/** Where a sale goes from here, now that it has its lines: the next step of its aim, or the end. */
function onwards(context: FlowContext, work: Work & { readonly sale: Sale }): Work | null {
  const { record, sale, intent } = work;
  const { aim, draft } = intent;
  const { ledger } = context;
  ledger.transaction(() => {
    ledger.sales.save([headOf(sale)]);
    ledger.orders.setSale(record.order.id, { id: sale.id, number: sale.number });
  });
  const difference = totalDifference(draft, sale);
  if (difference !== null) return done(context, work, sale, difference);
  if (aim.compareFirst && sale.orderStatus === 'DRAFT' && intent.step === 'lines')
    return { ...work, intent: nextStep(context, intent, 'authorise') };
  const short = unitsShort(sale);
  if (short > 0 && aim.releaseWhenShort && isUntouched(sale)) {
    const told = saveIntent(context, { ...intent, aim: { ...aim, why: shortWords(short, draft) } });
    const next = nextStep(context, told, 'release');
    // Lines that were sent twice: the first request may still land, and would authorise what is a draft again by then.
    if (intent.looks > 0) waitForLate(context, record, sale);
    return intent.looks > 0 ? null : { ...work, intent: next };
  }
  if (aim.invoice !== 'none' && sale.orderStatus === 'AUTHORISED')
    return { ...work, intent: nextStep(context, intent, 'invoice') };
  return done(context, work, sale, null);
}

/** True when nothing of a sale was picked, packed, shipped or invoiced. */
function isUntouched({ pickStatus, invoiceStatus }: Sale): boolean {
  const isNothing = (status: string) => status === '' || status.startsWith('NOT ');
  return isNothing(pickStatus) && isNothing(invoiceStatus);
}

function done(context: FlowContext, work: Work, sale: Sale, problem: Reason | null): Work {
  return { ...work, sale, intent: finish(context, work.record, work.intent, sale, problem) };
}

function stopped(context: FlowContext, record: OrderRecord, reason: Reason): null {
  stop(context, record, reason);
  return null;
}

function later(context: FlowContext, { record, intent }: Work): null {
  lookLater(context, record, intent.externalId);
  return null;
}
