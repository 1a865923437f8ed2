// Who gets which part. Before any style is made, each one is given its role (why it is selected or left out) and its
// peculiarities, by count and not by chance, so that the brand's figures hold for every seed.
import type { Dice } from './dice.ts';
import { type Garment, garments, shirt } from './garments.ts';
import { type GridPlan, aloneGridPlan, planFullGrid, planSparseGrid, shirt102Grid } from './grids.ts';
import { linesheets } from './linesheets.ts';

export type BrandSize =
  | 'full'
  | 'small'
  | {
      /** Styles, all of them selected. */
      readonly styles: number;
      /** SKUs per style on average; the total is exact. 12 when left out. */
      readonly skusPerStyle?: number;
      readonly retailers?: number;
      readonly orders?: number;
    };

export interface BrandFigures {
  readonly selected: number;
  readonly selectedSkus: number;
  readonly standAlone: number;
  readonly variantTagged: number;
  readonly withoutUsd: number;
  readonly withoutLinesheet: number;
  readonly extraLinesheet: number;
  readonly withoutBarcode: number;
  readonly untagged: number;
  readonly excluded: number;
  readonly discontinued: number;
  readonly unsellable: number;
  readonly retailers: number;
  readonly orders: number;
}

/** How often each thing occurs in a brand of the given size. */
export function figuresOf(size: BrandSize): BrandFigures {
  if (size === 'full') {
    return {
      selected: 400,
      selectedSkus: 5000,
      standAlone: 20,
      variantTagged: 24,
      withoutUsd: 4,
      withoutLinesheet: 3,
      extraLinesheet: 15,
      withoutBarcode: 6,
      untagged: 90,
      excluded: 8,
      discontinued: 8,
      unsellable: 6,
      retailers: 300,
      orders: 80,
    };
  }
  if (size === 'small') {
    return {
      selected: 10,
      selectedSkus: 78,
      standAlone: 2,
      variantTagged: 1,
      withoutUsd: 1,
      withoutLinesheet: 1,
      extraLinesheet: 1,
      withoutBarcode: 1,
      untagged: 1,
      excluded: 1,
      discontinued: 0,
      unsellable: 0,
      retailers: 20,
      orders: 12,
    };
  }
  const { styles, skusPerStyle = 12, retailers = 300, orders = 80 } = size;
  const share = (part: number) => Math.floor(styles * part);
  return {
    selected: styles,
    selectedSkus: Math.max(styles, Math.round(styles * skusPerStyle)),
    standAlone: skusPerStyle > 1 ? share(0.05) : styles - 1,
    variantTagged: share(0.06),
    withoutUsd: share(0.01),
    withoutLinesheet: share(0.0075),
    extraLinesheet: share(0.03),
    withoutBarcode: share(0.01),
    untagged: 0,
    excluded: 0,
    discontinued: 0,
    unsellable: 0,
    retailers,
    orders,
  };
}

type Role = 'selected' | 'variant-tagged' | 'untagged' | 'excluded' | 'discontinued' | 'unsellable';

export interface StylePlan {
  readonly role: Role;
  readonly kind: 'family' | 'stand-alone';
  readonly garment: Garment;
  /** True for SH-102, the style that an order's near miss is about. */
  readonly isShirt102: boolean;
  readonly grid: GridPlan;
  readonly linesheets: readonly string[];
  /** A linesheet that only one SKU is in. */
  readonly extraLinesheet: string | null;
  readonly hasUsd: boolean;
}

/** Every style's plan, in the order in which the brand lists them. */
export function planStyles(figures: BrandFigures, dice: Dice): StylePlan[] {
  // Peculiarities go to selected families after the first (SH-102 stays plain), each to different ones.
  let next = 1;
  const range = (length: number) => {
    const from = next;
    next += length;
    return (index: number) => index >= from && index < from + length;
  };
  const withoutUsd = range(figures.withoutUsd);
  const withoutLinesheet = range(figures.withoutLinesheet);
  const variantTagged = range(figures.variantTagged);
  const extra = range(figures.extraLinesheet);
  const families = planGrids(figures, dice).map(({ garment, grid }, index): StylePlan => {
    const sheets = index === 0 ? ['Core Essentials', 'Immediates'] : pickLinesheets(garment, dice);
    return {
      role: variantTagged(index) ? 'variant-tagged' : 'selected',
      kind: 'family',
      garment,
      isShirt102: index === 0,
      grid,
      linesheets: withoutLinesheet(index) ? [] : sheets,
      extraLinesheet: extra(index) ? otherLinesheet(sheets, dice) : null,
      hasUsd: !withoutUsd(index),
    };
  });
  const alone = Array.from({ length: figures.standAlone }, () => {
    const garment = dice.pick(garments.filter((candidate) => candidate.standsAlone));
    return plain('selected', 'stand-alone', garment, aloneGridPlan, pickLinesheets(garment, dice));
  });
  return [...families.slice(0, 1), ...dice.shuffle([...families.slice(1), ...alone, ...planLeftOut(figures, dice)])];
}

function planLeftOut(figures: BrandFigures, dice: Dice): StylePlan[] {
  const some = (role: Role, length: number) =>
    Array.from({ length }, () => {
      const garment = dice.pick(garments);
      const grid = planFullGrid(garment, dice.between(4, 16), dice);
      return plain(role, 'family', garment, grid, role === 'untagged' ? [] : pickLinesheets(garment, dice));
    });
  return [
    ...some('untagged', figures.untagged),
    ...some('excluded', figures.excluded),
    ...some('discontinued', figures.discontinued),
    ...some('unsellable', figures.unsellable),
  ];
}

function plain(
  role: Role,
  kind: StylePlan['kind'],
  garment: Garment,
  grid: GridPlan,
  sheets: readonly string[],
): StylePlan {
  return { role, kind, garment, isShirt102: false, grid, linesheets: sheets, extraLinesheet: null, hasUsd: true };
}

/** Garment and grid of each selected family: every tenth is sparse, and the last one makes the SKU total exact. */
function planGrids(figures: BrandFigures, dice: Dice): { garment: Garment; grid: GridPlan }[] {
  const families = figures.selected - figures.standAlone;
  const plans: { garment: Garment; grid: GridPlan }[] = [];
  let left = figures.selectedSkus - figures.standAlone;
  for (let index = 0; index < families; index += 1) {
    const remaining = families - index;
    const average = left / remaining;
    const wanted = Math.round((average * dice.between(50, 150)) / 100);
    const garment = index === 0 ? shirt : dice.pick(remaining === 1 ? withManySizes : garments);
    const full = index === 0 ? shirt102Grid : planFullGrid(garment, wanted, dice);
    const isSparse = index % 10 === 5 && garment.sizes.length > 2 && wanted > 6;
    // Each family still to come needs at least one SKU.
    const exact = remaining === 1 ? left : isSparse ? wanted : full.count > left - remaining + 1 ? 1 : null;
    const grid = exact === null ? full : planSparseGrid(garment, exact, dice);
    plans.push({ garment, grid });
    left -= grid.count;
  }
  return plans;
}

const withManySizes = garments.filter((garment) => garment.sizes.length > 2);

function pickLinesheets(garment: Garment, dice: Dice): string[] {
  const fitting = linesheets.filter((sheet) => sheet.garments?.includes(garment.code) ?? true);
  // A themed linesheet has few garments to draw from, so its own come first more often than not.
  const themed = fitting.filter((sheet) => sheet.garments !== undefined);
  const first = themed.length > 0 && dice.chance(0.5) ? themed : fitting;
  const chosen = [dice.pick(first), ...dice.shuffle(fitting)].map((sheet) => sheet.name);
  return [...new Set(chosen)].slice(0, dice.pick([1, 1, 2, 2, 3]));
}

function otherLinesheet(taken: readonly string[], dice: Dice): string {
  return dice.pick(linesheets.filter((sheet) => sheet.garments === undefined && !taken.includes(sheet.name))).name;
}
