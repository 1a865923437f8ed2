// The linesheets of the practice brand. A linesheet exists only as a tag `Collection_<name>` on families and products;
// names hold the characters that trip careless parsers: spaces, '&' and '/'.
import type { Brand, BrandStyle } from './types.ts';

/** What a linesheet tag begins with. */
export const linesheetPrefix = 'Collection_';

/** The tag that selects a style for JOOR. */
export const selectTag = 'JOOR';

/** The tag that keeps a style out of JOOR although it is selected. */
export const excludeTag = 'NotWholesale';

interface Linesheet {
  readonly name: string;
  /** Garment codes that belong in it; every garment when left out. */
  readonly garments?: readonly string[];
}

export const linesheets: readonly Linesheet[] = [
  { name: 'Spring 27 RTW' },
  { name: 'Resort 27' },
  { name: 'Core Essentials' },
  { name: 'Immediates' },
  { name: 'High Summer 27' },
  { name: 'Pre-Fall 27' },
  { name: 'Holiday & Party 26', garments: ['DR', 'SK', 'TP', 'FW'] },
  { name: 'Knit & Denim', garments: ['KN', 'JN'] },
  { name: 'Linen Story', garments: ['DR', 'SH', 'PT', 'JK'] },
  { name: 'Swim / Beach', garments: ['SW', 'HT', 'TB', 'FW'] },
  { name: 'Accessories & Hats', garments: ['HT', 'TB', 'SC'] },
  { name: 'Outerwear', garments: ['JK', 'CT'] },
];

/** The tag of a linesheet. */
export function linesheetTag(name: string): string {
  return `${linesheetPrefix}${name}`;
}

/** Names of the linesheets that tags put a style or SKU into. */
export function linesheetsOfTags(tags: readonly string[]): string[] {
  return tags.filter((tag) => tag.startsWith(linesheetPrefix)).map((tag) => tag.slice(linesheetPrefix.length));
}

/** Selected styles by linesheet name, in the brand's order; only linesheets that have any. */
export function stylesByLinesheet(brand: Pick<Brand, 'styles'>): Map<string, BrandStyle[]> {
  const byName = new Map<string, BrandStyle[]>();
  for (const style of brand.styles.filter(isSelected)) {
    for (const name of linesheetsOfTags(style.tags)) byName.set(name, [...(byName.get(name) ?? []), style]);
  }
  return byName;
}

/** True when the brand means the style for JOOR: select tag on it or on an active SKU, no exclude tag, something to sell. */
export function isSelected(style: BrandStyle): boolean {
  const alive = style.skus.filter((sku) => sku.status === 'Active' && sku.sellable);
  const tagged = style.tags.includes(selectTag) || alive.some((sku) => sku.tags.includes(selectTag));
  return alive.length > 0 && tagged && !style.tags.includes(excludeTag);
}
