// The whole memory of one practice Cin7 Core account. Endpoints and edits change it in place; nothing else does. Lookups by
// name ignore case, lookups by id ignore case as well (Cin7 1.4, gotcha 39).
import type { Catalogue } from './catalogue.ts';
import type { CustomerRecord, LocationRecord } from './records.ts';
import type { References } from './references.ts';
import type { SaleRecord } from './sale-records.ts';
import type { Stock } from './stock.ts';

export interface Cin7State {
  readonly references: References;
  readonly locations: LocationRecord[];
  readonly catalogue: Catalogue;
  readonly stock: Stock;
  /** By id in lower case. */
  readonly customers: Map<string, CustomerRecord>;
  /** By id in lower case, in the order of their creation. */
  readonly sales: Map<string, SaleRecord>;
  /** Numbers given out so far. */
  readonly counters: { sale: number; invoice: number };
}

export const emptyGuid = '00000000-0000-0000-0000-000000000000';

/** True when two ids or names are the same but for case. */
export function sameText(a: string | null | undefined, b: string | null | undefined): boolean {
  return (a ?? '').toLowerCase() === (b ?? '').toLowerCase();
}

/** The customer with an id. */
export function customerById(state: Cin7State, id: string): CustomerRecord | undefined {
  return state.customers.get(id.toLowerCase());
}

/** The customer with exactly this name, case aside; names are unique (Cin7 8.2). */
export function customerByName(state: Cin7State, name: string): CustomerRecord | undefined {
  for (const customer of state.customers.values()) if (sameText(customer.fields.Name, name)) return customer;
  return undefined;
}

/** The sale with an id. */
export function saleById(state: Cin7State, id: string): SaleRecord | undefined {
  return state.sales.get(id.toLowerCase());
}

/** The warehouse (not a bin) with a name, deprecated ones included. */
export function locationByName(state: Cin7State, name: string): LocationRecord | undefined {
  return state.locations.find((location) => sameText(location.Name, name));
}

/** The warehouse with an id. */
export function locationById(state: Cin7State, id: string): LocationRecord | undefined {
  return state.locations.find((location) => sameText(location.id, id));
}

/** The account's default location; the first one when none is marked. */
export function defaultLocation(state: Cin7State): LocationRecord {
  const location = state.locations.find((candidate) => candidate.IsDefault) ?? state.locations[0];
  if (location === undefined) throw new Error('The practice account has no location.');
  return location;
}
