// Gives every order of the inbox its place: left out with the reason, held with what is missing, or to export with the
// sale it will become. Asked anew in each run, so that a hold goes by itself when its cause goes.
import { millisecondsOf } from '../../base/dates.ts';
import { startSlices } from '../../base/slices.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import type { Customer, NewCustomer } from '../../model/customer.ts';
import type { SaleDraft } from '../../model/sale.ts';
import type { Reason } from '../../model/standing.ts';
import { isMadeToOrder } from '../../orders/claim.ts';
import { preflight, type Preflight, type PreflightFacts } from '../../orders/preflight.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { isAskedFor, leftOutByPerson } from './decisions.ts';
import { secondLook } from './look-again.ts';
import { noReason } from './outcome.ts';

export interface ReadyOrder {
  readonly record: OrderRecord;
  readonly draft: SaleDraft;
  readonly customer: Customer;
  /** To be created before the sale; null when Cin7 Core has the customer. */
  readonly newCustomer: NewCustomer | null;
}

/**
 * Decides on all open orders; gives those that may be exported, oldest approval first.
 * `listed` are the orders that JOOR names right now as approved or shipped and not exported: no other may become a sale,
 * but those that a person asked for. `elsewhere` wait for a person's answer.
 */
export async function decideOrders(
  context: FlowContext,
  facts: PreflightFacts,
  listed: ReadonlySet<string>,
  elsewhere: ReadonlySet<string>,
): Promise<ReadyOrder[]> {
  const { ledger } = context;
  const lookAgain = secondLook(context);
  const ready: ReadyOrder[] = [];
  const slices = startSlices();
  for (const record of ledger.orders.inStates(['to-export', 'needs-you', 'left-out', 'checking'])) {
    if (record.saleId !== null || elsewhere.has(record.order.id) || isOnItsWay(context, record)) continue;
    const left = leftOut(context, record, listed);
    if (left === null) {
      const one = readyOrder(record, await checkOrder(context, record, facts, lookAgain));
      if (one !== null) ready.push(one);
    } else leaveOut(context, record, left);
    if (slices.due()) await slices.rest();
  }
  return ready;
}

/** An order with its sale and its customer; null when something holds it. */
export function readyOrder(record: OrderRecord, { draft, customer, newCustomer }: Preflight): ReadyOrder | null {
  return draft === null || customer === null ? null : { record, draft, customer, newCustomer };
}

/** True while it is being looked for: what was asked for is settled before anything is decided anew. */
function isOnItsWay({ ledger }: FlowContext, { order, state }: OrderRecord): boolean {
  const isOpen = ledger.intents.ofOrder(order.id).some(({ step }) => step !== 'done' && step !== 'abandoned');
  return state === 'checking' && isOpen;
}

/** Runs pre-flight on one order, with one more look at Cin7 Core for what is missing, and stores what came of it. */
export async function checkOrder(
  context: FlowContext,
  record: OrderRecord,
  known: PreflightFacts,
  lookAgain: ReturnType<typeof secondLook>,
): Promise<Preflight> {
  const { ledger } = context;
  const { order } = record;
  const facts = { ...known, turn: record.turn };
  const at = nowOf(context);
  let result = preflight(order, facts);
  let lookedAgainFor = '';
  if (result.holds.length > 0) {
    const before = ledger.orderChecks.get(order.id)?.lookedAgainFor ?? '';
    const { asked, hasNews } = await lookAgain(record, result.holds, before);
    lookedAgainFor = asked;
    if (hasNews) result = preflight(order, facts);
  }
  const { draft, holds, lines, demand } = result;
  ledger.transaction(() => {
    ledger.orderChecks.save(order.id, { checkedAt: at, lines, holds, draft, lookedAgainFor });
    ledger.orders.setDemand(
      order.id,
      isMadeToOrder(context.settings, order)
        ? []
        : demand.map(({ product, units }) => ({ productId: product.id, warehouse: order.warehouse, units })),
    );
    if (draft === null) ledger.orders.setState(order.id, 'needs-you', oneReason(holds), at);
    else ledger.orders.setState(order.id, 'to-export', noReason, at);
  });
  return result;
}

/** Puts an order aside: it is nobody's task here, and takes nothing from stock. */
export function leaveOut(context: FlowContext, { order }: OrderRecord, reason: Reason): void {
  const { ledger } = context;
  ledger.transaction(() => {
    ledger.orders.setState(order.id, 'left-out', reason, nowOf(context));
    ledger.orders.setDemand(order.id, []);
    ledger.orderChecks.drop(order.id);
  });
}

/** Why an order is nobody's task here; null when it is ours. */
function leftOut(context: FlowContext, record: OrderRecord, listed: ReadonlySet<string>): Reason | null {
  const { order } = record;
  const decided = leftOutByPerson(context, order.id);
  if (decided !== null) return decided;
  if (isAskedFor(context, record)) return null;
  const { goLive } = context.settings.orders;
  if (goLive !== undefined && order.approvedAt !== null && millisecondsOf(order.approvedAt) < millisecondsOf(goLive))
    return {
      code: 'before-go-live',
      sentence: `Left out: approved on ${order.approvedAt.slice(0, 10)}, before go-live on ${goLive.slice(0, 10)}.`,
      nextStep: '',
    };
  return listed.has(order.id) ? null : notListed;
}

/** The reason of an order that JOOR doesn't ask to be exported. */
export const notListed: Reason = {
  code: 'not-approved',
  sentence: "Left out: JOOR doesn't list it any more as approved and not exported.",
  nextStep: '',
};

/** The first reason, with how many more there are; every one is shown when the order is opened. */
function oneReason(holds: readonly Reason[]): Reason {
  const [first] = holds;
  if (first === undefined) return { code: 'unknown', sentence: 'Something is missing.', nextStep: '' };
  if (holds.length === 1) return first;
  const more = `${holds.length - 1} more ${holds.length === 2 ? 'thing is' : 'things are'} missing.`;
  return { ...first, sentence: `${first.sentence} ${more}` };
}
