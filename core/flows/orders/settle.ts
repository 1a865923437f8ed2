// Goes on with orders that an earlier run left in the middle. A run does so with all of them; between two runs only those
// are looked at whose look is due (ORD-4), with nothing read but what the look itself asks for.
import { millisecondsOf } from '../../base/dates.ts';
import { isSeamlineError } from '../../base/errors.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import type { FlowContext } from '../context.ts';
import { isExportedElsewhere } from './elsewhere.ts';
import { carryOn, isOnItsWay } from './export.ts';
import { checkAndExport } from './single.ts';
import { inTurn } from './turns.ts';

/** Orders that an earlier run left in the middle, and those whose next look is due. */
export async function settleUnfinished(
  context: FlowContext,
  isMeant: (record: OrderRecord) => boolean = isOnItsWay,
): Promise<void> {
  const { ledger, clock } = context;
  for (const intent of ledger.intents.unfinished()) {
    await inTurn(context, intent.orderId, async (ours) => {
      const record = ledger.orders.get(intent.orderId);
      if (record === null || !isMeant(record)) return;
      if (record.nextLookAt !== null && millisecondsOf(record.nextLookAt) > clock.now()) return;
      await carryOn(ours, record, ledger.intents.get(intent.externalId) ?? intent);
    });
  }
}

/** Only the orders that are being checked and whose look is due. None while a person has to say who else exports (SCOPE-4). */
export async function settleDueLooks(context: FlowContext): Promise<void> {
  const { ledger, listener } = context;
  if (ledger.foreignSales.list().length > 0) return;
  if (ledger.orders.inStates(['needs-you']).some(isExportedElsewhere)) return;
  listener.begin('orders', 'orders being checked', null);
  await settleUnfinished(context, ({ state, nextLookAt }) => state === 'checking' && nextLookAt !== null);
  await settleCustomers(context);
}

/** Orders that wait for the look at their customer: it is looked for, created when every look missed it, and sold to. */
async function settleCustomers(context: FlowContext): Promise<void> {
  const { ledger } = context;
  for (const { order } of ledger.orders.inStates(['checking'])) {
    await inTurn(context, order.id, async (ours) => {
      const record = ledger.orders.get(order.id);
      if (record === null || !waitsForCustomer(context, record)) return;
      try {
        await checkAndExport(ours, record);
      } catch (error) {
        // JOOR lists it elsewhere just now: the next run reads it afresh.
        if (!isSeamlineError(error, 'usage')) throw error;
      }
    });
  }
}

function waitsForCustomer({ ledger, clock }: FlowContext, { order, state, saleId, nextLookAt }: OrderRecord): boolean {
  if (state !== 'checking' || saleId !== null || nextLookAt === null) return false;
  if (millisecondsOf(nextLookAt) > clock.now()) return false;
  return ledger.customerIntents.get(order.customerCode, order.currency)?.asked === true;
}
