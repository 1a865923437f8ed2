// One style looked at as a run would plan it, from the mirror and from what JOOR confirmed; nothing is stored, no account is
// asked. What a screen tells of a style rests on this.
import { z } from 'zod';
import { composeStyle, pairKey } from '../../catalog/compose.ts';
import { styleDifference } from '../../catalog/difference.ts';
import { membershipsOf } from '../../catalog/membership.ts';
import { priceFeeds, priceSpan } from '../../catalog/prices.ts';
import { selectionTrace, selectSource } from '../../catalog/selection.ts';
import { splitSource } from '../../catalog/split.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { ListedStyle } from '../../ledger/style-list.ts';
import type { StyleRecord } from '../../ledger/styles.ts';
import type { Change } from '../../model/plan.ts';
import type { StyleSource } from '../../model/product.ts';
import type { Style, Trait } from '../../model/style.ts';
import type { Settings } from '../../settings/index.ts';
import type { StyleFactsWhole } from '../../status/style-detail.ts';
import { sharedBarcodesOf } from './barcodes.ts';
import { confirmedPrices, contentsOf, knownSplit, knownStyle } from './known.ts';

export interface StyleLook {
  readonly facts: StyleFactsWhole;
  /** Colours and sizes under the names by which JOOR has them now. */
  readonly traitsInJoor: readonly Trait[];
}

/** The wholesale price of each mapped price type over a source's products; null where Cin7 Core has none. */
export function wholesaleSpans(source: StyleSource | undefined, { products }: Settings): (string | null)[] {
  const variants = (source?.variants ?? []).map(({ product }) => product);
  return products.priceTypes.map(({ wholesaleTier }) => priceSpan(variants, wholesaleTier));
}

/** The recommended retail price of each mapped price type; null where Cin7 Core has none, or no tier is mapped. */
export function retailSpans(source: StyleSource | undefined, { products }: Settings): (string | null)[] {
  const variants = (source?.variants ?? []).map(({ product }) => product);
  return products.priceTypes.map(({ retailTier }) =>
    retailTier === undefined ? null : priceSpan(variants, retailTier),
  );
}

/** All facts about a listed style. */
export function lookAtStyle(ledger: Ledger, settings: Settings, listed: ListedStyle): StyleLook {
  const [source] = ledger.products.sources([listed.sourceId]);
  const [record] = ledger.styles.byKeys([listed.key]);
  const current = source === undefined ? null : currentStyle(ledger, settings, source, listed, record);
  const spans = wholesaleSpans(source, settings);
  return {
    facts: {
      state: listed.state,
      reason: { code: listed.reasonCode, sentence: listed.reason, nextStep: listed.nextStep },
      selection: source === undefined ? [] : selectionTrace(source, settings.products),
      issues: ledger.standings.issues('style').get(listed.key) ?? [],
      style: current?.style ?? null,
      changes: current?.changes ?? [],
      prices: settings.products.priceTypes.map(({ joorPriceType }, index) => ({
        label: joorPriceType.currency,
        value: spans[index] ?? null,
      })),
      linesheets: current?.linesheets ?? [],
      flows: settings.flows,
      isInJoor: record?.joorId != null,
      stock: listed.stock,
    },
    traitsInJoor: confirmedTraits(record),
  };
}

interface CurrentStyle {
  readonly style: Style;
  readonly changes: readonly Change[];
  readonly linesheets: StyleFactsWhole['linesheets'];
}

function currentStyle(
  ledger: Ledger,
  settings: Settings,
  source: StyleSource,
  listed: ListedStyle,
  record: StyleRecord | undefined,
): CurrentStyle | null {
  const selection = selectSource(source, settings.products);
  if (!selection.selected) return null;
  const split = knownSplit(ledger.styles.bySources([source.id]));
  const part = splitSource(source, selection.live, split, settings.products).find(
    (one) => one.source.id === listed.key,
  );
  if (part === undefined) return null;
  const { style } = composeStyle(part.source, part.live, knownStyle(record), {
    settings: settings.products,
    feeds: priceFeeds(settings.products, ledger.references.list('priceType')).feeds,
    sharedBarcodes: sharedBarcodesOf(ledger, settings.products, source),
  });
  const { changes } = styleDifference(style, {
    joorId: record?.joorId ?? null,
    parts: contentsOf(record),
    skus: new Map((record?.skus ?? []).map((sku) => [pairKey(sku.colour, sku.size), sku])),
    prices: () => confirmedPrices(ledger, record),
  });
  const there = new Set(listed.linesheets.map((name) => name.toLowerCase()));
  const linesheets = membershipsOf(part.source, style, settings.linesheets).map(({ linesheet }) => ({
    name: linesheet,
    isThere: there.has(linesheet.toLowerCase()),
  }));
  return { style, changes, linesheets };
}

/** What JOOR confirmed of one SKU begins with its traits; see skuText in catalog/difference.ts. */
const confirmedSku = z
  .tuple([z.string(), z.string(), z.number(), z.string(), z.string(), z.number()])
  .rest(z.unknown());

function confirmedTraits(record: StyleRecord | undefined): Trait[] {
  const traits = new Map<string, Trait>();
  for (const { confirmed } of record?.skus ?? []) {
    const told = confirmedSku.safeParse(confirmed === null ? null : JSON.parse(confirmed));
    if (!told.success) continue;
    const [colour, colourName, colourPosition, size, sizeName, sizePosition] = told.data;
    traits.set(colour, { code: colour, name: colourName, position: colourPosition });
    traits.set(size, { code: size, name: sizeName, position: sizePosition });
  }
  return [...traits.values()];
}
