// Builds the style that JOOR should have from a selected source and from what was minted for it before (STY-2 to
// STY-4): the colours and sizes with their lasting codes, and the whole matrix between them.
import type { Product, StyleSource, Variant } from '../model/product.ts';
import type { Issue } from '../model/standing.ts';
import type { Sku, Style, Trait } from '../model/style.ts';
import type { Settings } from '../settings/index.ts';
import { assignCodes, type KnownTrait } from './codes.ts';
import { styleFields } from './fields.ts';
import { positionVariants, type Position } from './options.ts';
import { skuPrices, type PriceFeed } from './prices.ts';
import { hasTag } from './selection.ts';
import { inSizeOrder } from './sizes.ts';

/** What the ledger knows of a style from earlier runs. */
export interface KnownStyle {
  readonly colours: readonly KnownTrait[];
  readonly sizes: readonly KnownTrait[];
  /** Codes by Cin7 product id. */
  readonly codesByProduct: ReadonlyMap<string, { readonly colour: string; readonly size: string }>;
}

export interface ComposeContext {
  readonly settings: Settings['products'];
  readonly feeds: readonly PriceFeed[];
  /** Barcodes that several selected products carry: sent for none of them. */
  readonly sharedBarcodes: ReadonlySet<string>;
}

export interface Composed {
  readonly style: Style;
  readonly issues: readonly Issue[];
}

/** The style of a source's live variants. `known` gives the codes that are already in JOOR. */
export function composeStyle(
  source: StyleSource,
  live: readonly Variant[],
  known: KnownStyle,
  { settings, feeds, sharedBarcodes }: ComposeContext,
): Composed {
  const key = source.id;
  const isLive = new Set(live.map(({ product }) => product.id));
  // A variant that was in the style and can't be sold any more keeps its place and its stock; it is only not offered.
  const retired = source.variants.filter(
    ({ product }) => !isLive.has(product.id) && known.codesByProduct.has(product.id),
  );
  const positions = positionVariants(source, [...live, ...retired], settings);
  const former = ({ variant }: Position) => known.codesByProduct.get(variant.product.id) ?? null;
  const colourCodes = assignCodes(
    positions.map((at) => ({ name: at.colour, formerCode: former(at)?.colour ?? null })),
    known.colours,
  );
  const sizeCodes = assignCodes(
    positions.map((at) => ({ name: at.size, formerCode: former(at)?.size ?? null })),
    known.sizes,
  );
  const colours = traits(colourCodes, known.colours, (names) => names);
  const sizes = traits(sizeCodes, known.sizes, inSizeOrder);

  const byPair = new Map<string, Variant>();
  const clashes: string[] = [];
  for (const at of positions) {
    const pair = pairKey(colourCodes.get(at.colour) ?? '', sizeCodes.get(at.size) ?? '');
    if (!byPair.has(pair)) byPair.set(pair, at.variant);
    else if (isLive.has(at.variant.product.id)) clashes.push(at.variant.product.sku);
  }
  const liveBarcodes = new Set(live.map(({ product }) => product.barcode));
  const barcodeOf = ({ id, barcode }: Product) =>
    barcode === null || sharedBarcodes.has(barcode) || (!isLive.has(id) && liveBarcodes.has(barcode)) ? null : barcode;

  const fields = styleFields(source, settings);
  const style: Style = {
    key,
    identifier: `cin7:${key}`,
    number: filled(fields.styleNumber, source.sku),
    name: filled(fields.name, source.name),
    fields,
    colours,
    sizes,
    skus: colours.flatMap((colour) =>
      sizes.map((size) =>
        skuOf(
          colour,
          size,
          byPair.get(pairKey(colour.code, size.code)),
          feeds,
          barcodeOf,
          (product) => isLive.has(product.id) && !hasTag(product.tags, settings.excludeTags),
        ),
      ),
    ),
  };
  return {
    style,
    issues: [...clashIssues(key, clashes), ...priceIssues(style, feeds), ...barcodeIssues(key, live, sharedBarcodes)],
  };
}

/** JOOR takes no style without a number and a name: where the mapped field is empty, Cin7's own stands in. */
function filled(mapped: string | undefined, own: string): string {
  return mapped === undefined || mapped === '' ? own : mapped;
}

/** Names one pair of a style's matrix. */
export function pairKey(colour: string, size: string): string {
  return `${colour}\u0000${size}`;
}

function skuOf(
  colour: Trait,
  size: Trait,
  variant: Variant | undefined,
  feeds: readonly PriceFeed[],
  barcodeOf: (product: Product) => string | null,
  isOffered: (product: Product) => boolean,
): Sku {
  const pair = { colour: colour.code, size: size.code };
  if (variant === undefined) return { ...pair, productId: null, sku: null, barcode: null, offered: false, prices: [] };
  const { product } = variant;
  return {
    ...pair,
    productId: product.id,
    sku: product.sku,
    barcode: barcodeOf(product),
    offered: isOffered(product),
    prices: skuPrices(product, feeds),
  };
}

/** Traits in display order; those that no product uses any more stay behind them, since JOOR keeps them (STY-5). */
function traits(
  codes: ReadonlyMap<string, string>,
  known: readonly KnownTrait[],
  ordered: (names: readonly string[]) => readonly string[],
): Trait[] {
  const inUse = ordered([...codes.keys()]).map((name) => ({ name, code: codes.get(name) ?? '' }));
  const usedCodes = new Set(inUse.map(({ code }) => code));
  const retired = known.filter(({ code }) => !usedCodes.has(code));
  return [...inUse, ...retired].map(({ code, name }, index) => ({ code, name, position: index + 1 }));
}

function clashIssues(key: string, skus: readonly string[]): Issue[] {
  if (skus.length === 0) return [];
  return [
    {
      kind: 'style',
      key,
      code: 'same-colour-and-size',
      sentence: `${skus.join(', ')} ${skus.length === 1 ? 'has' : 'have'} the same colour and size as another SKU of this style, so JOOR can't tell them apart.`,
      nextStep: 'Give each variant its own option values in Cin7.',
      together: null,
    },
  ];
}

function priceIssues(style: Style, feeds: readonly PriceFeed[]): Issue[] {
  return feeds.flatMap(({ priceType, wholesaleTier }) => {
    const missing = style.skus.filter(
      ({ offered, prices }) => offered && !prices.some(({ priceTypeId }) => priceTypeId === priceType.id),
    );
    if (missing.length === 0) return [];
    const all = missing.length === style.skus.filter(({ offered }) => offered).length;
    const where = all
      ? style.number
      : missing
          .map(({ sku }) => sku)
          .slice(0, 3)
          .join(', ');
    return [
      {
        kind: 'style' as const,
        key: style.key,
        code: `no-price:${priceType.name}`,
        sentence: `No ${priceType.name} price${all ? '' : ` for ${missing.length} of its SKUs`}.`,
        nextStep: `Fill price tier ${wholesaleTier} on ${where} in Cin7; the next run adds it by itself.`,
        together: all
          ? {
              sentence: `have no ${priceType.name} price.`,
              nextStep: `Fill price tier ${wholesaleTier} on each in Cin7; the next run adds it by itself.`,
            }
          : null,
      },
    ];
  });
}

function barcodeIssues(key: string, live: readonly Variant[], shared: ReadonlySet<string>): Issue[] {
  const found = live.find(({ product }) => product.barcode !== null && shared.has(product.barcode));
  if (found === undefined) return [];
  return [
    {
      kind: 'style',
      key,
      code: `shared-barcode:${found.product.barcode ?? ''}`,
      sentence: `${found.product.sku} shares barcode ${found.product.barcode ?? ''} with another SKU, so it goes to JOOR without one.`,
      nextStep: 'Give each SKU its own barcode in Cin7.',
      together: {
        sentence: `share barcode ${found.product.barcode ?? ''}, so their SKUs go to JOOR without one.`,
        nextStep: 'Give each SKU its own barcode in Cin7.',
      },
    },
  ];
}
