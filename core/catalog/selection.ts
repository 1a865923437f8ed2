// Which styles go to JOOR, and for each that doesn't, why not (STY-1). The conditions are read in a fixed order, so
// that the same style always has the same reason and the trace can show how far it came.
import { fold } from '../base/text.ts';
import type { Product, StyleSource, Variant } from '../model/product.ts';
import type { Reason } from '../model/standing.ts';
import type { Settings } from '../settings/index.ts';

type ProductSettings = Settings['products'];

export type Selection =
  | { readonly selected: true; readonly live: readonly Variant[] }
  | { readonly selected: false; readonly reason: Reason };

/** True for a product that can be sold now: a stock item, active and sellable. */
function isLive(product: Product): boolean {
  return fold(product.type) === 'stock' && fold(product.status) === 'active' && product.sellable;
}

/** True when any of the tags is on the list, whatever its case. */
export function hasTag(tags: readonly string[], listed: readonly string[]): boolean {
  return listed.some((tag) => tags.some((present) => fold(present) === fold(tag)));
}

/** A condition that a source has to meet, in the order in which they are asked. */
interface Condition {
  readonly code: string;
  readonly holds: (source: StyleSource, settings: ProductSettings) => boolean;
  readonly words: (source: StyleSource, settings: ProductSettings) => { sentence: string; nextStep: string };
  /** The condition in two or three words, for the trace of a style. */
  readonly name: (settings: ProductSettings) => string;
}

const some = (source: StyleSource, test: (product: Product) => boolean) =>
  source.variants.some(({ product }) => test(product));

const conditions: readonly Condition[] = [
  {
    code: 'no-family',
    name: (settings) => (settings.includeWithoutFamily ? 'In Cin7' : 'In a product family'),
    holds: (source, settings) => source.kind === 'family' || settings.includeWithoutFamily,
    words: () => ({
      sentence: 'Left out: it belongs to no product family in Cin7, and the settings take families only.',
      nextStep: '',
    }),
  },
  {
    code: 'empty',
    name: () => 'Has products',
    holds: (source) => source.variants.length > 0,
    words: () => ({ sentence: 'Left out: the family has no products in Cin7.', nextStep: '' }),
  },
  {
    code: 'not-stock',
    name: () => 'Stock item',
    holds: (source) => some(source, ({ type }) => fold(type) === 'stock'),
    words: () => ({ sentence: "Left out: it isn't a stock item in Cin7.", nextStep: '' }),
  },
  {
    code: 'discontinued',
    name: () => 'Active in Cin7',
    holds: (source) => some(source, ({ type, status }) => fold(type) === 'stock' && fold(status) === 'active'),
    words: () => ({ sentence: 'Left out: discontinued in Cin7.', nextStep: '' }),
  },
  {
    code: 'not-sellable',
    name: () => 'Sellable',
    holds: (source) => some(source, isLive),
    words: () => ({ sentence: "Left out: Cin7 says that it can't be sold.", nextStep: '' }),
  },
  {
    code: 'excluded',
    name: ({ excludeTags }) => (excludeTags.length === 0 ? 'No tag keeps it out' : `No tag ${listOf(excludeTags)}`),
    holds: (source, settings) => !hasTag(source.tags, settings.excludeTags),
    words: (_source, settings) => ({
      sentence: `Left out: it has the tag ${listOf(settings.excludeTags)} in Cin7.`,
      nextStep: '',
    }),
  },
  {
    code: 'no-tag',
    name: ({ selectTags }) => `Tagged ${listOf(selectTags)}`,
    holds: (source, settings) =>
      hasTag(source.tags, settings.selectTags) ||
      some(source, (product) => isLive(product) && hasTag(product.tags, settings.selectTags)),
    words: (_source, settings) => ({
      sentence: `Left out: no ${listOf(settings.selectTags)} tag in Cin7.`,
      nextStep: '',
    }),
  },
];

/** Whether a source goes to JOOR: with its live variants, or the first reason why not. */
export function selectSource(source: StyleSource, settings: ProductSettings): Selection {
  const failed = conditions.find(({ holds }) => !holds(source, settings));
  if (failed !== undefined)
    return { selected: false, reason: { code: failed.code, ...failed.words(source, settings) } };
  return { selected: true, live: source.variants.filter(({ product }) => isLive(product)) };
}

/** The conditions in the order in which they are asked, up to the first that doesn't hold, and those behind it. */
export function selectionTrace(
  source: StyleSource,
  settings: ProductSettings,
): { readonly name: string; readonly state: 'yes' | 'fails' | 'follows' }[] {
  const failing = conditions.findIndex(({ holds }) => !holds(source, settings));
  return conditions.map(({ name }, index) => ({
    name: name(settings),
    state: failing === -1 || index < failing ? 'yes' : index === failing ? 'fails' : 'follows',
  }));
}

function listOf(tags: readonly string[]): string {
  return tags.join(' or ');
}
