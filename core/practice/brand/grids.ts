// Option grids: how many colours, lengths and sizes a family has, and the combinations that exist. A grid is planned
// first, so that the brand's SKU total is exact, and filled with words afterwards. A sparse grid misses some pairs.
import type { Dice } from './dice.ts';
import { type Colour, type Garment, blue, navy, white } from './garments.ts';

export interface GridPlan {
  readonly colours: number;
  readonly sizes: number;
  readonly hasLengths: boolean;
  /** Combinations that exist; fewer than the full grid when it is sparse. */
  readonly count: number;
}

interface Cell {
  readonly options: readonly string[];
  readonly skuParts: readonly string[];
  readonly isLargestSize: boolean;
}

export interface Grid {
  readonly optionNames: readonly string[];
  readonly cells: readonly Cell[];
}

/** The grid of SH-102: three colours in five sizes. */
export const shirt102Grid: GridPlan = { colours: 3, sizes: 5, hasLengths: false, count: 15 };

/** The grid of a product that stands alone. */
export const aloneGridPlan: GridPlan = { colours: 1, sizes: 1, hasLengths: false, count: 1 };

/** A full grid near the wanted number of SKUs. */
export function planFullGrid(garment: Garment, wanted: number, dice: Dice): GridPlan {
  const hasLengths = garment.lengths !== undefined && wanted >= 10 && dice.chance(0.4);
  const sizes = Math.min(garment.sizes.length, dice.between(wanted < 8 ? 3 : 5, 7));
  const perColour = sizes * (hasLengths ? 2 : 1);
  const colours = Math.max(1, Math.min(garment.colours.length, Math.round(wanted / perColour)));
  return { colours, sizes, hasLengths, count: colours * perColour };
}

/** A grid with some combinations missing, of exactly the wanted number of SKUs. */
export function planSparseGrid(garment: Garment, count: number, dice: Dice): GridPlan {
  const sizes = Math.min(garment.sizes.length, count, dice.between(5, 6));
  const spare = count > sizes ? dice.between(1, 2) : 0;
  return { colours: Math.ceil((count + spare) / sizes), sizes, hasLengths: false, count };
}

/** The option names as this family writes them, and its combinations in colour, length, size order. */
export function buildGrid(garment: Garment, plan: GridPlan, dice: Dice): Grid {
  const colours = takeColours(garment, plan.colours, dice);
  if (garment.sizes.length === 1) return combine(['Colour'], colours, [null], [null], plan.count);
  const start = dice.between(0, Math.min(1, garment.sizes.length - plan.sizes));
  const sizes = garment.sizes.slice(start, start + plan.sizes);
  if (plan.hasLengths) {
    return combine(['Colour', 'Length', 'Size'], colours, garment.lengths ?? [null], sizes, plan.count);
  }
  if (plan.colours === 1 && dice.chance(0.3)) return combine(['Size'], [null], [null], sizes, plan.count);
  return combine(optionWords(dice), colours, [null], sizes, plan.count);
}

/** The grid of SH-102 in words. */
export function buildShirt102(): Grid {
  return combine(['Colour', 'Size'], [navy, white, blue], [null], ['XS', 'S', 'M', 'L', 'XL'], shirt102Grid.count);
}

/** The grid of a product that stands alone: no options at all. */
export const aloneGrid: Grid = { optionNames: [], cells: [{ options: [], skuParts: [], isLargestSize: false }] };

function optionWords(dice: Dice): readonly string[] {
  const draw = dice.between(1, 20);
  if (draw <= 12) return ['Colour', 'Size'];
  if (draw <= 15) return ['Size', 'Color'];
  return draw <= 18 ? ['COLOUR', 'SIZE'] : ['Color', 'Size'];
}

function combine(
  optionNames: readonly string[],
  colours: readonly (Colour | null)[],
  lengths: readonly (string | null)[],
  sizes: readonly (string | null)[],
  count: number,
): Grid {
  const cells: Cell[] = [];
  for (const colour of colours) {
    for (const length of lengths) {
      for (const [rank, size] of sizes.entries()) {
        const value = (name: string) => (/colou?r/i.test(name) ? colour?.name : /size/i.test(name) ? size : length);
        cells.push({
          options: optionNames.map((name) => value(name) ?? ''),
          skuParts: [colour?.code, length, size === 'One Size' ? 'OS' : size?.replace('/', '')].filter(
            (part) => part != null,
          ),
          isLargestSize: rank === sizes.length - 1,
        });
      }
    }
  }
  return { optionNames, cells: thinOut(cells, count) };
}

/** Drops combinations evenly until the wanted number is left; the first and the last always stay. */
function thinOut(cells: readonly Cell[], wanted: number): readonly Cell[] {
  if (cells.length <= wanted) return cells;
  if (wanted === 1) return cells.slice(0, 1);
  const step = (cells.length - 1) / (wanted - 1);
  const kept = new Set(Array.from({ length: wanted }, (_, index) => Math.round(index * step)));
  return cells.filter((_, index) => kept.has(index));
}

/** The wanted number of colours; when the garment's list is too short, numbered prints follow. */
function takeColours(garment: Garment, wanted: number, dice: Dice): Colour[] {
  const own = dice.shuffle(garment.colours).slice(0, wanted);
  const prints = Array.from({ length: wanted - own.length }, (_, index) => ({
    name: `Print ${index + 1}`,
    code: `P${String(index + 1).padStart(2, '0')}`,
  }));
  return [...own, ...prints];
}
