// Gives every order of the inbox its place: left out with the reason, held with what is missing, or to export with the
// sale it will become. Asked anew in each run, so that a hold goes by itself when its cause goes.
import { millisecondsOf } from '../../base/dates.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import type { SaleDraft } from '../../model/sale.ts';
import type { Reason } from '../../model/standing.ts';
import { preflight, type PreflightFacts } from '../../orders/preflight.ts';
import { nowOf, type FlowContext } from '../context.ts';

export interface ReadyOrder {
  readonly record: OrderRecord;
  readonly draft: SaleDraft;
}

/**
 * Decides on all open orders; gives those that may be exported, oldest approval first.
 * `listed` are the orders that JOOR names right now as approved or shipped and not exported: no other may become a sale.
 */
export function decideOrders(context: FlowContext, facts: PreflightFacts, listed: ReadonlySet<string>): ReadyOrder[] {
  const { ledger } = context;
  const at = nowOf(context);
  const ready: ReadyOrder[] = [];
  for (const record of ledger.orders.inStates(['to-export', 'needs-you', 'left-out'])) {
    if (record.saleId !== null) continue;
    const { order } = record;
    const left = leftOut(context, record, listed);
    if (left !== null) {
      ledger.orders.setState(order.id, 'left-out', left, at);
      ledger.orders.setDemand(order.id, []);
      continue;
    }
    const { draft, holds, demand } = preflight(order, facts);
    ledger.transaction(() => {
      ledger.orders.setDemand(
        order.id,
        isMadeToOrder(context, record)
          ? []
          : demand.map(({ product, units }) => ({ productId: product.id, warehouse: order.warehouse, units })),
      );
      if (draft === null) ledger.orders.setState(order.id, 'needs-you', oneReason(holds), at);
      else ledger.orders.setState(order.id, 'to-export', { code: '', sentence: '', nextStep: '' }, at);
    });
    if (draft !== null) ready.push({ record, draft });
  }
  return ready;
}

/** Why an order is nobody's task here; null when it is ours. */
function leftOut({ settings }: FlowContext, { order }: OrderRecord, listed: ReadonlySet<string>): Reason | null {
  const { goLive } = settings.orders;
  if (goLive !== undefined && order.approvedAt !== null && millisecondsOf(order.approvedAt) < millisecondsOf(goLive))
    return {
      code: 'before-go-live',
      sentence: `Left out: approved on ${order.approvedAt.slice(0, 10)}, before go-live on ${goLive.slice(0, 10)}.`,
      nextStep: '',
    };
  if (listed.has(order.id)) return null;
  return {
    code: 'not-approved',
    sentence: "Left out: JOOR doesn't list it any more as approved and not exported.",
    nextStep: '',
  };
}

/** Orders from a made-to-order linesheet take nothing from stock (STK-1). */
function isMadeToOrder({ settings }: FlowContext, { order }: OrderRecord): boolean {
  return (
    order.linesheetCode.toUpperCase() === 'MTO' ||
    settings.linesheets.details[order.linesheetName]?.madeToOrder === true
  );
}

/** The first reason, with how many more there are; every one is shown when the order is opened. */
function oneReason(holds: readonly Reason[]): Reason {
  const [first] = holds;
  if (first === undefined) return { code: 'unknown', sentence: 'Something is missing.', nextStep: '' };
  if (holds.length === 1) return first;
  const more = `${holds.length - 1} more ${holds.length === 2 ? 'thing is' : 'things are'} missing.`;
  return { ...first, sentence: `${first.sentence} ${more}` };
}
