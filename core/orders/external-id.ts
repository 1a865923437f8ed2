// How a sale in Cin7 Core says which order it came from (SCOPE-2): a key that only the API sees, and a reference that
// people see.
import { ownValue } from '../base/guards.ts';
import { cut } from '../base/text.ts';
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

/** The order and turn that an ExternalID of this scope names; null for one of another kind or scope. */
export function orderOfExternalId(scope: OrderScope, externalId: string): { orderId: string; turn: number } | null {
  const prefix = externalIdOf(scope, '');
  if (!externalId.startsWith(prefix)) return null;
  const parts = /^([^:]+)(?::(\d+))?$/.exec(externalId.slice(prefix.length));
  const [, orderId, turn] = parts ?? [];
  return orderId === undefined ? null : { orderId, turn: turn === undefined ? 1 : Number(turn) };
}

/** What Cin7 Core takes as a reference (Cin7 9.4). */
const referenceLimit = 256;

/** The visible reference, by the template of the settings; sandbox sales begin with TEST (SCOPE-3). */
export function referenceOf(order: Order, template: string, environment: string): string {
  const values = { po: order.poNumber, id: order.id, customer: order.customerName };
  // In one pass and by a function: a purchase order number may itself hold braces or a dollar sign.
  const text = template
    .replace(/\{(\w+)\}/g, (whole, name: string) => ownValue<string>(values, name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
  return cut(environment === 'sandbox' ? `TEST ${text}` : text, referenceLimit);
}
