// Turns one order into one sale (ORD-4): what is about to be done is on the disk before it is asked for, what may have
// happened is looked up before anything is asked again, and what came of it is read back. The steps themselves stand in
// sale-steps.ts.
import { isSeamlineError } from '../../base/errors.ts';
import type { Intent } from '../../ledger/intents.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import type { Reason } from '../../model/standing.ts';
import type { SaleAim, SaleDraft } from '../../model/sale.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { lookLater, noReason, setState, stop } from './outcome.ts';
import { takeStep, type Work } from './sale-steps.ts';

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
  aim: SaleAim,
): Promise<void> {
  const { ledger } = context;
  const at = nowOf(context);
  const known = ledger.intents.get(draft.externalId);
  const saleId = known?.saleId ?? null;
  // What was asked for and may have been done is carried on as it was asked; all else takes the newest content.
  const intent: Intent =
    known?.asked === true
      ? known
      : {
          externalId: draft.externalId,
          orderId: record.order.id,
          step: saleId === null ? 'header' : 'lines',
          asked: false,
          draft,
          aim,
          saleId,
          writtenAt: known?.writtenAt ?? at,
          changedAt: at,
          looks: 0,
        };
  ledger.transaction(() => {
    ledger.intents.save(intent);
    ledger.orders.setState(record.order.id, 'exporting', noReason, at);
  });
  await carryOn(context, record, intent);
}

/** Goes on with an intent from wherever it stands. */
export async function carryOn(context: FlowContext, record: OrderRecord, intent: Intent): Promise<void> {
  try {
    let work: Work | null = { record, intent, sale: null, isNewSale: false };
    while (work !== null && work.intent.step !== 'done') work = await takeStep(context, work);
  } catch (error) {
    if (isSeamlineError(error, 'outcome-unknown')) return lookLater(context, record, intent.externalId);
    if (isSeamlineError(error, 'refused'))
      return stop(context, record, {
        code: 'refused',
        sentence: error.message,
        nextStep: 'Correct what it names in Cin7 or JOOR; the next run tries again.',
      });
    const left = context.ledger.intents.get(intent.externalId);
    if (left?.asked === true || left?.saleId != null) setState(context, record, 'checking', unfinished);
    else setState(context, record, 'to-export', noReason);
    throw error;
  }
}

/** True for an order that an earlier run left on its way and that this run may go on with. */
export function isOnItsWay({ state, reason, saleId }: OrderRecord): boolean {
  if (state === 'exporting' || state === 'checking') return true;
  // Its sale is there, but Cin7 Core refused what should become of it.
  return state === 'needs-you' && saleId !== null && reason.code === 'refused';
}
