// Going live with orders (GO-2): the list that a person goes through, and their choices, kept as decisions with who and when.
import { instantOf } from '../../base/dates.ts';
import { SeamlineError } from '../../base/errors.ts';
import { count } from '../../base/text.ts';
import type { GoLiveChoice, GoLiveOrder } from '../../contract/orders.ts';
import { goLiveChoices } from '../../contract/orders.ts';
import { leftOutByPerson } from '../../flows/orders/decisions.ts';
import { ordersWithHistory, type OrderWithHistory } from '../../flows/orders/go-live.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { decideMode } from '../../sync/modes.ts';
import { changeLedger, type Services } from '../services.ts';
import { withBothAccounts } from './single.ts';

/** Every approved order that JOOR holds and that isn't a sale of ours, with likely twins and the choice so far. */
export function goLiveList(services: Services): Promise<GoLiveOrder[]> {
  return withBothAccounts(services, 'going live', async (context) =>
    (await ordersWithHistory(context)).map((one) => viewOf(context.ledger, one)),
  );
}

export interface GoLiveInput {
  readonly choices: readonly { readonly orderId: string; readonly choice: GoLiveChoice }[];
  /** The person says that no other program exports JOOR's orders into Cin7 Core any more. */
  readonly isOtherIntegrationOff: boolean;
  readonly who: string;
}

/**
 * Keeps the choices; sets the go-live instant where none is set. Done twice is done once. Throws `usage` when the other
 * integration isn't said to be off, or for an order that is a sale already; `not-found` for one that isn't known.
 */
export async function chooseGoLive(services: Services, input: GoLiveInput): Promise<{ sentence: string }> {
  const { choices, isOtherIntegrationOff, who } = input;
  const { profile, clock } = services;
  if (!isOtherIntegrationOff)
    throw new SeamlineError('usage', {
      sentence: 'Two programs that export the same orders would make each of them two sales.',
      nextStep: 'Switch the hosted integration off, then confirm that it is.',
    });
  const at = instantOf(clock.now());
  await changeLedger(services, (ledger) => {
    ledger.runs.decide('other-integration', 'off', '', who, at);
    for (const { orderId, choice } of choices) choose(ledger, orderId, choice, who, at);
    const planSeen = ledger.runs.latestOf('dry-run')?.id ?? null;
    decideMode(ledger, 'orders', { mode: 'live', planSeen, who, at });
  });
  const settings = await profile.settings.load();
  if (settings.orders.goLive === undefined)
    await profile.settings.save({ ...settings, orders: { ...settings.orders, goLive: at } });
  return {
    sentence: `Orders are live. ${count(choices.length, 'choice')} kept. The next run follows ${choices.length === 1 ? 'it' : 'them'}.`,
  };
}

function choose(ledger: Ledger, orderId: string, choice: GoLiveChoice, who: string, at: string): void {
  const record = ledger.orders.get(orderId);
  if (record === null)
    throw new SeamlineError('not-found', {
      sentence: `Seamline knows no order ${orderId}.`,
      nextStep: 'Take its number from the list of going live.',
    });
  if (record.saleId !== null || record.state === 'exporting' || record.state === 'checking')
    throw new SeamlineError('usage', {
      sentence: `Order ${orderId} is ${record.saleNumber ?? 'on its way into Cin7'} already.`,
      nextStep: 'Leave it out of the choices.',
    });
  ledger.runs.decide('go-live', orderId, choice, who, at);
  ledger.orders.setMark([orderId], choice === 'already-in-cin7' ? 'pending' : 'none');
  const left = leftOutByPerson({ ledger }, orderId);
  if (left === null) {
    // What a check found missing is still missing; the next run checks again.
    if (record.state === 'needs-you') return;
    return ledger.orders.setState(orderId, 'to-export', { code: '', sentence: '', nextStep: '' }, at);
  }
  ledger.orders.setDemand(orderId, []);
  ledger.orders.setState(orderId, 'left-out', left, at);
}

function viewOf(ledger: Ledger, { order, isExportedInJoor, isBeforeGoLive, twins }: OrderWithHistory): GoLiveOrder {
  const chosen = ledger.runs.decision('go-live', order.id);
  const isLikelyThere = isExportedInJoor || twins.some(({ likelihood }) => likelihood > 1);
  return {
    id: order.id,
    poNumber: order.poNumber,
    retailer: order.customerName,
    value: order.total,
    currency: order.currency,
    approvedAt: order.approvedAt,
    isExportedInJoor,
    isBeforeGoLive,
    twins: twins.map(({ sale, why }) => ({
      id: sale.id,
      number: sale.number,
      customer: sale.customer,
      reference: sale.reference,
      orderDate: sale.orderDate,
      why,
    })),
    suggested: isLikelyThere ? 'already-in-cin7' : isBeforeGoLive ? 'ignore' : 'export',
    choice: goLiveChoices.find((choice) => choice === chosen) ?? null,
  };
}
