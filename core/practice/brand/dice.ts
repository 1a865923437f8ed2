// Repeatable choices for the practice data. Everything that looks random comes from the injected ids, so that the same
// seed gives the same brand, figure for figure.
import type { Ids } from '../../base/ports.ts';

export interface Dice {
  readonly uuid: () => string;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items; there must be at least one. */
  pick<Item>(items: readonly Item[]): Item;
  /** The items in another order. */
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** Dice that draw from the given ids. */
export function createDice(ids: Ids): Dice {
  const between = (low: number, high: number) => low + Math.floor(ids.fraction() * (high - low + 1));
  return {
    uuid: () => ids.uuid(),
    between,
    chance: (probability) => ids.fraction() < probability,
    pick(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('Nothing to pick from.');
      return item;
    },
    shuffle<Item>(items: readonly Item[]) {
      return items
        .map((item) => ({ item, rank: ids.fraction() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
    },
  };
}
