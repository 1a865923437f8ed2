// One order is in one hand at a time: a run and a person's single action share a process and a ledger, and both may mean
// the same order. Whoever comes second waits, and looks again at where the order stands.
import type { Ledger } from '../../ledger/ledger.ts';
import type { FlowContext } from '../context.ts';

const hands = new WeakMap<Ledger, Map<string, Promise<unknown>>>();

/** Does the work when nobody else of this process works on the order; its requests are noted as about the order. */
export async function inTurn<Result>(
  context: FlowContext,
  orderId: string,
  work: (context: FlowContext) => Promise<Result>,
): Promise<Result> {
  const { ledger, caller } = context;
  const busy = hands.get(ledger) ?? new Map<string, Promise<unknown>>();
  hands.set(ledger, busy);
  const before = busy.get(orderId) ?? Promise.resolve();
  const mine = before.then(
    () => work({ ...context, caller: { ...caller, about: orderId } }),
    () => work({ ...context, caller: { ...caller, about: orderId } }),
  );
  busy.set(orderId, mine);
  try {
    return await mine;
  } finally {
    if (busy.get(orderId) === mine) busy.delete(orderId);
  }
}
