// The difference between the style that JOOR should have and what it confirmed, part by part (RUN-4). Equal content
// makes no change; a part that differs names just the SKUs and prices that do.
import { hashText } from '../base/hash.ts';
import { pricesUnderway, type Change, type PriceChange, type ProductChange, type SkuChange } from '../model/plan.ts';
import type { Style } from '../model/style.ts';
import { pairKey } from './compose.ts';

/** What JOOR confirmed of a style. */
export interface ConfirmedStyle {
  readonly joorId: string | null;
  /** Hash and content of each part. */
  readonly parts: ReadonlyMap<string, { readonly hash: string; readonly content: unknown }>;
  /** By pair: JOOR's id, and the text of what was confirmed. */
  readonly skus: ReadonlyMap<string, { readonly joorId: string | null; readonly confirmed: string | null }>;
  /** By pair and price type (see priceKey); asked for only when the prices differ. */
  readonly prices: () => ReadonlyMap<string, { readonly wholesale: string; readonly retail: string | null }>;
}

/** Names one price of a style. */
export function priceKey(colour: string, size: string, priceTypeId: string): string {
  return `${pairKey(colour, size)}\u0000${priceTypeId}`;
}

/** What is sent as the style itself. */
function productContent(style: Style): ProductChange {
  const { name: _name, styleNumber: _number, ...fields } = style.fields;
  return { identifier: style.identifier, number: style.number, name: style.name, fields };
}

/** Everything sent for one SKU as one text: equal texts are equal SKUs. */
export function skuText({ colour, size, productId, sku, barcode }: SkuChange): string {
  return JSON.stringify([
    colour.code,
    colour.name,
    colour.position,
    size.code,
    size.name,
    size.position,
    productId,
    sku,
    barcode,
  ]);
}

/** The hash of a style's own content. */
function productHash(content: ProductChange): string {
  const fields = Object.entries(content.fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return hashText(JSON.stringify([content.identifier, content.number, content.name, fields]));
}

/** The hash of a style's SKUs, from their texts in matrix order. */
function skusHash(texts: readonly string[]): string {
  return hashText(texts.join('\n'));
}

/** The hash of a style's prices, in matrix order. */
function pricesHash(prices: readonly PriceChange[]): string {
  return hashText(
    prices
      .map(({ colour, size, priceTypeId, wholesale, retail }) =>
        [colour, size, priceTypeId, wholesale, retail ?? ''].join('\u0000'),
      )
      .join('\n'),
  );
}

/** The SKUs of a style as they are sent. */
function skuContents(style: Style): SkuChange[] {
  const colours = new Map(style.colours.map((colour) => [colour.code, colour]));
  const sizes = new Map(style.sizes.map((size) => [size.code, size]));
  return style.skus.flatMap(({ colour, size, productId, sku, barcode }) => {
    const colourTrait = colours.get(colour);
    const sizeTrait = sizes.get(size);
    return colourTrait && sizeTrait ? [{ colour: colourTrait, size: sizeTrait, productId, sku, barcode }] : [];
  });
}

/** The prices of a style as they are sent; a pair that can't be sold has none. */
function priceContents(style: Style): PriceChange[] {
  return style.skus.flatMap(({ colour, size, prices }) => prices.map((price) => ({ colour, size, ...price })));
}

export interface StyleDifference {
  readonly changes: readonly Change[];
  /** Parts whose hash moved without anything to send: they only need to be noted as confirmed. */
  readonly settled: readonly { readonly part: 'skus' | 'prices'; readonly target: string }[];
}

/** All that brings JOOR from what it confirmed to the style as it should be. */
export function styleDifference(style: Style, confirmed: ConfirmedStyle): StyleDifference {
  const skus = skuDifference(style, confirmed);
  const prices = priceDifference(style, confirmed);
  return {
    changes: [...productChanges(style, confirmed), ...skus.changes, ...prices.changes],
    settled: [...skus.settled, ...prices.settled],
  };
}

function productChanges(style: Style, { joorId, parts }: ConfirmedStyle): Change[] {
  const content = productContent(style);
  const target = productHash(content);
  const present = parts.get('product');
  if (joorId !== null && present?.hash === target) return [];
  return [
    {
      key: style.key,
      part: 'product',
      operation: joorId === null ? 'create' : 'update',
      before: present?.content ?? null,
      after: content,
      basis: present?.hash ?? '',
      target,
    },
  ];
}

function skuDifference(style: Style, { parts, skus }: ConfirmedStyle): StyleDifference {
  const contents = skuContents(style);
  const texts = contents.map(skuText);
  const split = splitChanges(contents, (content, index) => {
    const known = skus.get(pairKey(content.colour.code, content.size.code));
    if (known === undefined || known.joorId === null) return 'create';
    if (known.confirmed === texts[index]) return 'equal';
    return { before: known.confirmed === null ? null : JSON.parse(known.confirmed) };
  });
  return asDifference(style.key, 'skus', parts.get('skus')?.hash ?? '', skusHash(texts), split, (list) => ({
    skus: list,
  }));
}

function priceDifference(style: Style, { parts, prices }: ConfirmedStyle): StyleDifference {
  const contents = priceContents(style);
  const basis = parts.get('prices')?.hash ?? '';
  const target = pricesHash(contents);
  // While some of a plan's prices are confirmed and others aren't, the hash says nothing about them.
  const isUnderway = parts.has(pricesUnderway);
  if (!isUnderway && (basis === target || (basis === '' && contents.length === 0))) return { changes: [], settled: [] };
  const confirmed = prices();
  const split = splitChanges(contents, (content) => {
    const known = confirmed.get(priceKey(content.colour, content.size, content.priceTypeId));
    if (known === undefined) return 'create';
    const isEqual =
      known.wholesale === content.wholesale && (content.retail === null || known.retail === content.retail);
    return isEqual ? 'equal' : { before: known };
  });
  const difference = asDifference(style.key, 'prices', basis, target, split, (list) => ({ prices: list }));
  const isSettled = isUnderway && difference.changes.length === 0;
  return isSettled ? { changes: [], settled: [{ part: 'prices', target }] } : difference;
}

interface Split<Content> {
  readonly created: readonly Content[];
  readonly updated: readonly Content[];
  readonly before: readonly unknown[];
}

function splitChanges<Content>(
  contents: readonly Content[],
  judge: (content: Content, index: number) => 'create' | 'equal' | { readonly before: unknown },
): Split<Content> {
  const created: Content[] = [];
  const updated: Content[] = [];
  const before: unknown[] = [];
  contents.forEach((content, index) => {
    const verdict = judge(content, index);
    if (verdict === 'create') created.push(content);
    else if (verdict !== 'equal') {
      updated.push(content);
      before.push(verdict.before);
    }
  });
  return { created, updated, before };
}

function asDifference<Content>(
  key: string,
  part: 'skus' | 'prices',
  basis: string,
  target: string,
  { created, updated, before }: Split<Content>,
  wrap: (list: readonly Content[]) => unknown,
): StyleDifference {
  const shared = { key, part, basis, target };
  const changes: Change[] = [];
  if (created.length > 0) changes.push({ ...shared, operation: 'create', before: null, after: wrap(created) });
  if (updated.length > 0) changes.push({ ...shared, operation: 'update', before, after: wrap(updated) });
  return { changes, settled: changes.length === 0 && basis !== target ? [{ part, target }] : [] };
}
