// The practice brand as a whole: Aurora Apparel and everything that its two practice accounts hold. A pure function of seed,
// start and size; what Cin7 Core and JOOR hold of it agrees because both are made from this.
import type { Instant } from '../../base/dates.ts';
import { seededIds } from '../../base/node/ids.ts';
import { type Dice, createDice } from './dice.ts';
import { isSelected } from './linesheets.ts';
import { makeOrders } from './orders.ts';
import { type BrandFigures, type BrandSize, figuresOf, planStyles } from './plans.ts';
import { makeRetailers } from './retailers.ts';
import { createStyleMaker, mainLocation, showroomLocation } from './styles.ts';
import type { Brand, BrandStyle } from './types.ts';

export interface BrandOptions {
  readonly seed: number;
  /** The moment that "seven days ago" and "in the coming months" are counted from. */
  readonly startsAt: Instant;
  readonly size?: BrandSize;
}

const tierNames = [
  'Retail AUD',
  'Wholesale AUD',
  'Retail USD',
  'Wholesale USD',
  'Tier 5',
  'Tier 6',
  'Tier 7',
  'Tier 8',
  'Tier 9',
  'Tier 10',
];

/** The brand for a seed; the same every time. */
export function createBrand({ seed, startsAt, size = 'full' }: BrandOptions): Brand {
  const dice = createDice(seededIds(seed));
  const figures = figuresOf(size);
  const maker = createStyleMaker(dice);
  const styles = planStyles(figures, dice).map((plan) => maker.make(plan));
  const brand: Omit<Brand, 'orders'> = {
    company: { name: 'Aurora Apparel Pty Ltd', currency: 'AUD', timeZone: 'Australia/Sydney' },
    priceTypes: [
      {
        joorId: '3',
        name: 'AUD Wholesale',
        currency: 'AUD',
        retailCurrency: 'AUD',
        wholesaleTier: 2,
        retailTier: 1,
      },
      {
        joorId: '4',
        name: 'USD Wholesale',
        currency: 'USD',
        retailCurrency: 'USD',
        wholesaleTier: 4,
        retailTier: 3,
      },
    ],
    tierNames,
    locations: [
      { id: dice.uuid(), name: mainLocation, isDefault: true, isDeprecated: false },
      { id: dice.uuid(), name: showroomLocation, isDefault: false, isDeprecated: false },
      { id: dice.uuid(), name: 'Old Warehouse', isDefault: false, isDeprecated: true },
    ],
    styles: spoilBarcodes(styles, figures, dice),
    retailers: makeRetailers(figures.retailers, dice),
  };
  return { ...brand, orders: makeOrders(brand, figures.orders, startsAt, dice) };
}

/** Two selected styles get one barcode in common, and some SKUs lose theirs, as happens when people type. */
function spoilBarcodes(styles: readonly BrandStyle[], figures: BrandFigures, dice: Dice): BrandStyle[] {
  const candidates = styles.filter((style) => isSelected(style) && style.number !== 'SH-102');
  const chosen = dice.shuffle(candidates).map((style) => style.number);
  const [lender, borrower] = chosen;
  const shared = styles.find((style) => style.number === lender)?.skus[0]?.barcode ?? null;
  const without = new Set(chosen.slice(2, 2 + figures.withoutBarcode));
  return styles.map((style) => {
    const barcode = style.number === borrower ? shared : without.has(style.number) ? null : undefined;
    if (barcode === undefined) return style;
    return { ...style, skus: style.skus.map((sku, index) => (index === 0 ? { ...sku, barcode } : sku)) };
  });
}
