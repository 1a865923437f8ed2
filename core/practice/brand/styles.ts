// Styles and their SKUs, made from the plans: numbers, names, option grids, prices, barcodes, tags and stock.
// Prices are whole cents until they are written as text; a tier that isn't set is '0'.
import type { Dice } from './dice.ts';
import { type Garment, names } from './garments.ts';
import { aloneGrid, buildGrid, buildShirt102 } from './grids.ts';
import { excludeTag, linesheetTag, selectTag } from './linesheets.ts';
import type { StylePlan } from './plans.ts';
import type { BrandSku, BrandStyle } from './types.ts';

export const mainLocation = 'Sydney DC';
export const showroomLocation = 'Melbourne Showroom';

/** Numbers, names and barcodes that are given out once. */
export interface StyleMaker {
  make(plan: StylePlan): BrandStyle;
}

/** Makes styles one after the other. */
export function createStyleMaker(dice: Dice): StyleMaker {
  const lastNumbers = new Map<string, number>();
  const takenNames = new Set(['Marlow Oxford Shirt']);
  let barcodeCount = 0;

  const nextNumber = (garment: Garment) => {
    const number = (lastNumbers.get(garment.code) ?? 102) + dice.between(1, 3);
    lastNumbers.set(garment.code, number);
    return `${garment.code}-${number}`;
  };
  const nextName = (garment: Garment) => {
    for (let attempt = 0; ; attempt += 1) {
      // When a very large brand has used up the pairs, a roman numeral tells the later ones apart.
      const again = attempt < 40 ? '' : ` ${'I'.repeat(2 + (attempt % 3))}`;
      const name = `${dice.pick(names)} ${dice.pick(garment.qualifiers)} ${garment.noun}${again}`;
      if (takenNames.has(name)) continue;
      takenNames.add(name);
      return name;
    }
  };
  const nextBarcode = () => {
    barcodeCount += 1;
    return withCheckDigit(`935123${String(barcodeCount).padStart(6, '0')}`);
  };

  return {
    make(plan) {
      const { garment } = plan;
      const number = plan.isShirt102 ? 'SH-102' : nextNumber(garment);
      const name = plan.isShirt102 ? 'Marlow Oxford Shirt' : nextName(garment);
      const tags = styleTags(plan, dice);
      const base = priceBase(garment, dice);
      const isDearerInLarge = dice.chance(0.03);
      const alone = plan.kind === 'stand-alone';
      const grid = alone ? aloneGrid : plan.isShirt102 ? buildShirt102() : buildGrid(garment, plan.grid, dice);
      const taggedVariant = dice.between(0, grid.cells.length - 1);
      const skus = grid.cells.map((cell, index): BrandSku => {
        const isTagged = plan.role === 'variant-tagged' && (index === taggedVariant || index % 3 === 0);
        const extra =
          index === taggedVariant && plan.extraLinesheet !== null ? [linesheetTag(plan.extraLinesheet)] : [];
        return {
          id: dice.uuid(),
          sku: [number, ...cell.skuParts].join('-'),
          name: cell.options.length > 0 ? `${name} - ${cell.options.join(' / ')}` : name,
          barcode: nextBarcode(),
          options: cell.options,
          status: plan.role === 'discontinued' ? 'Deprecated' : 'Active',
          sellable: plan.role !== 'unsellable',
          tags: alone ? tags : [...(isTagged ? [selectTag] : []), ...extra],
          prices: pricesOf(isDearerInLarge && cell.isLargestSize ? base + 600 : base, plan.hasUsd),
          onHand: stockOf(plan, dice),
        };
      });
      const id = plan.kind === 'family' ? dice.uuid() : (skus[0]?.id ?? dice.uuid());
      return {
        id,
        kind: plan.kind,
        number,
        name,
        category: garment.category,
        description: descriptionOf(name, garment, dice),
        tags,
        optionNames: grid.optionNames,
        skus,
      };
    },
  };
}

const generalTags = ['SS27', 'AW27', 'Womens', 'Online', 'New In', 'Sustainable'];

function styleTags(plan: StylePlan, dice: Dice): string[] {
  const general = dice.shuffle(generalTags).slice(0, dice.between(0, 3));
  const sheets = plan.linesheets.map(linesheetTag);
  const untagged = plan.role === 'untagged' || plan.role === 'variant-tagged';
  return [...(untagged ? [] : [selectTag]), ...(plan.role === 'excluded' ? [excludeTag] : []), ...general, ...sheets];
}

/** Wholesale in Australian cents. */
function priceBase(garment: Garment, dice: Dice): number {
  return dice.between(garment.wholesale[0], garment.wholesale[1]) * 100 + (dice.chance(0.3) ? 50 : 0);
}

/** Tier 1 retail AUD, 2 wholesale AUD, 3 retail USD, 4 wholesale USD; the rest aren't set. */
function pricesOf(wholesale: number, hasUsd: boolean): string[] {
  const retail = Math.round((wholesale * 2.3) / 500) * 500;
  const wholesaleUsd = Math.round((wholesale * 0.68) / 50) * 50;
  const retailUsd = Math.round((retail * 0.72) / 500) * 500;
  const tiers = [retail, wholesale, retailUsd, hasUsd ? wholesaleUsd : 0, 0, 0, 0, 0, 0, 0];
  return tiers.map((cents) =>
    cents === 0 ? '0' : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
  );
}

function stockOf(plan: StylePlan, dice: Dice): Record<string, number> {
  if (plan.role === 'discontinued') return { [mainLocation]: 0 };
  const main = dice.chance(0.08) ? 0 : dice.between(5, 120);
  return dice.chance(0.06)
    ? { [mainLocation]: main, [showroomLocation]: dice.between(1, 4) }
    : { [mainLocation]: main };
}

function descriptionOf(name: string, garment: Garment, dice: Dice): string {
  const text = `${name}, cut in small runs and finished by hand.`;
  const kind = dice.between(1, 10);
  if (kind <= 4) {
    return `<p>${text}</p><ul><li>Category: ${garment.category}</li><li>Cold wash &amp; dry flat</li></ul>`;
  }
  return kind <= 8 ? text : '';
}

function withCheckDigit(digits: string): string {
  const total = Array.from(digits).reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (total % 10)) % 10}`;
}
