// How a sale in Cin7 Core says which order it came from (SCOPE-2): a key that only the API sees, and a reference that
// people see.
import type { Order } from '../model/order.ts';

export interface OrderScope {
  readonly environment: string;
  readonly account: string;
}

/** `joor:<environment>:<account>:<order id>`, with `:2`, `:3` behind it for re-exports. */
export function externalIdOf({ environment, account }: OrderScope, orderId: string, turn = 1): string {
  const base = `joor:${environment}:${account}:${orderId}`;
  return turn === 1 ? base : `${base}:${turn}`;
}

/** The visible reference, by the template of the settings; sandbox sales begin with TEST (SCOPE-3). */
export function referenceOf(order: Order, template: string, environment: string): string {
  const text = template
    .replaceAll('{po}', order.poNumber)
    .replaceAll('{id}', order.id)
    .replaceAll('{customer}', order.customerName)
    .replace(/\s+/g, ' ')
    .trim();
  return environment === 'sandbox' ? `TEST ${text}` : text;
}
