// How people name what they mean in JOOR's screens: by name, by code or by id.
// Throws a sentence for the person when nothing is meant.
import type { Collection, Product } from './records.ts';
import type { JoorState } from './state.ts';

/** A linesheet by id, name or code. */
export function findLinesheet(state: JoorState, name: string): Collection {
  const all = [...state.collections.values()];
  const found = state.collections.get(name) ?? all.find((one) => one.name === name || one.externalId === name);
  if (found === undefined) throw new Error(`There is no linesheet ${name}.`);
  return found;
}

/** A product by id, identifier or style number. */
export function findProduct(state: JoorState, name: string): Product {
  const found =
    state.products.get(name) ??
    state.productsByIdentifier.get(name) ??
    [...state.products.values()].find((product) => product.externalId === name);
  if (found === undefined) throw new Error(`There is no style ${name}.`);
  return found;
}
