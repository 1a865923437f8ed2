// The full matrix rule (JOOR 5.5): each pair of a product's colors and sizes must exist or be sent in the same call.
// Colors are told apart by code (by name without one), sizes by name, and "Small" is not "small".
import type { TraitValue } from './records.ts';
import { findTraitValue, skusOf } from './state.ts';
import type { Account } from './state.ts';

interface GivenTrait {
  readonly value: string;
  readonly external_id?: string | null | undefined;
}

interface Grid {
  readonly colors: Set<string>;
  readonly sizes: Set<string>;
  readonly pairs: Set<string>;
  itemsLeft: number;
}

export interface Matrix<Item> {
  /** True when nothing is missing from the product's matrix once the call is done. */
  isComplete(productId: string): boolean;
  /** After the last item of a product: the pairs of the matrix that nobody sent, unless the rule holds. */
  leftOver(item: Item): readonly (readonly [TraitValue, TraitValue])[];
}

/** The matrices of all products that a call concerns. */
export function createMatrix<Item extends { readonly product_id: string }>(
  { state, switches }: Account,
  items: readonly Item[],
  split: (item: Item) => { readonly color: GivenTrait; readonly size: GivenTrait } | null,
): Matrix<Item> {
  const grids = new Map<string, Grid>();
  for (const item of items) {
    const product = state.products.get(item.product_id);
    const traits = split(item);
    if (product === undefined || traits === null) continue;
    let grid = grids.get(product.id);
    if (grid === undefined) {
      grid = { colors: new Set(), sizes: new Set(), pairs: new Set(), itemsLeft: 0 };
      for (const { color, size } of skusOf(state, product)) addPair(grid, `id:${color.id}`, size.name);
      grids.set(product.id, grid);
    }
    const { color, size } = traits;
    const present = findTraitValue(product.colors, color.external_id ?? null, color.value);
    const newColor = color.external_id ? `code:${color.external_id}` : `name:${color.value}`;
    addPair(grid, present === undefined ? newColor : `id:${present.id}`, size.value);
    grid.itemsLeft += 1;
  }
  return {
    isComplete(productId) {
      const grid = grids.get(productId);
      return grid !== undefined && grid.pairs.size === grid.colors.size * grid.sizes.size;
    },
    leftOver(item) {
      const grid = grids.get(item.product_id);
      const product = state.products.get(item.product_id);
      if (switches.fullMatrix || grid === undefined || product === undefined) return [];
      grid.itemsLeft -= 1;
      if (grid.itemsLeft > 0) return [];
      return product.colors.flatMap((color) => product.sizes.map((size) => [color, size] as const));
    },
  };
}

function addPair(grid: Grid, color: string, size: string): void {
  grid.colors.add(color);
  grid.sizes.add(size);
  grid.pairs.add(`${color}\n${size}`);
}
