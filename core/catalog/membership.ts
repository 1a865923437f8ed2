// Which linesheets a style's variants belong to, by tags with a prefix or by a field (SHEET). A tag on the family counts
// for every variant, a tag on one variant adds only that SKU; what must not be offered is in none (STY-1).
import { fold } from '../base/text.ts';
import type { Product, StyleSource } from '../model/product.ts';
import type { Style } from '../model/style.ts';
import type { Settings } from '../settings/index.ts';

/** Pairs of one style in one linesheet. */
export interface Membership {
  /** As the tag writes it; names that differ only in case are one linesheet. */
  readonly linesheet: string;
  readonly pairs: readonly { readonly colour: string; readonly size: string }[];
}

/** The linesheets of a style, in the order of the tags. */
export function membershipsOf(source: StyleSource, style: Style, settings: Settings['linesheets']): Membership[] {
  const products = new Map(source.variants.map(({ product }) => [product.id, product]));
  const ofFamily = source.kind === 'family' ? namesIn(source.tags, source, null, settings) : [];
  const byName = new Map<string, { linesheet: string; pairs: { colour: string; size: string }[] }>();
  for (const sku of style.skus) {
    const product = sku.productId === null ? undefined : products.get(sku.productId);
    if (product === undefined || !sku.offered) continue;
    const names = [...ofFamily, ...namesIn(product.tags, source, product, settings)];
    for (const folded of new Set(names.map(fold))) {
      const linesheet = names.find((name) => fold(name) === folded) ?? folded;
      const membership = byName.get(folded) ?? { linesheet, pairs: [] };
      membership.pairs.push({ colour: sku.colour, size: sku.size });
      byName.set(folded, membership);
    }
  }
  return [...byName.values()];
}

function namesIn(
  tags: readonly string[],
  source: StyleSource,
  product: Product | null,
  { from }: Settings['linesheets'],
): string[] {
  if (from.kind === 'tagPrefix') {
    const { length } = from.prefix;
    return tags
      .filter((tag) => tag.slice(0, length).toLowerCase() === from.prefix.toLowerCase())
      .map((tag) => tag.slice(length).trim())
      .filter((name) => name !== '');
  }
  if ('attribute' in from) return nonEmpty(product?.attributes[from.attribute - 1]);
  return nonEmpty(from.field === 'category' ? source.category : source.brand);
}

function nonEmpty(text: string | undefined): string[] {
  const name = (text ?? '').trim();
  return name === '' ? [] : [name];
}
