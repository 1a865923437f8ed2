// What people decided about orders, as the flow reads it (decisions survive any rebuild): entered by hand, ignored when
// going live, asked for although JOOR wouldn't list them.
import type { OrderRecord } from '../../ledger/orders.ts';
import type { Reason } from '../../model/standing.ts';
import type { FlowContext } from '../context.ts';

/** The reason of an order that a person took care of; null when nobody did. */
export function leftOutByPerson({ ledger }: Pick<FlowContext, 'ledger'>, orderId: string): Reason | null {
  const byHand = ledger.runs.decisionOf('by-hand', orderId);
  if (byHand !== null)
    return {
      code: 'by-hand',
      sentence: `Entered by hand by ${byHand.who} on ${byHand.at.slice(0, 10)}. Seamline doesn't export it.`,
      nextStep: '',
    };
  const goLive = ledger.runs.decisionOf('go-live', orderId);
  if (goLive?.value === 'already-in-cin7')
    return {
      code: 'already-in-cin7',
      sentence: `Left out: ${goLive.who} said on ${goLive.at.slice(0, 10)} that it is already in Cin7.`,
      nextStep: '',
    };
  if (goLive?.value === 'ignore')
    return {
      code: 'ignored',
      sentence: `Left out by ${goLive.who} on ${goLive.at.slice(0, 10)}, when orders went live.`,
      nextStep: '',
    };
  return null;
}

/** True for an order that a person asked for, whatever JOOR's export mark and the go-live instant say. */
export function isAskedFor({ ledger }: Pick<FlowContext, 'ledger'>, { order, turn }: OrderRecord): boolean {
  if (order.stage !== 'APPROVED' && order.stage !== 'SHIPPED') return false;
  const again = ledger.orderSales.reExports(order.id).find((request) => request.turn === turn);
  return again?.origin === 'person' || (turn === 1 && ledger.runs.decision('go-live', order.id) === 'export');
}
