// The difference between the style that JOOR should have and what it confirmed, part by part (RUN-4). Equal content
// makes no change; a part that differs names just the SKUs and prices that do.
import { hashText } from '../base/hash.ts';
import type { Change, PriceChange, ProductChange, SkuChange } from '../model/plan.ts';
import type { Style } from '../model/style.ts';
import { pairKey } from './compose.ts';

/** What JOOR confirmed of a style. */
export interface ConfirmedStyle {
  readonly joorId: string | null;
  /** Hash and content of each part. */
  readonly parts: ReadonlyMap<string, { readonly hash: string; readonly content: unknown }>;
  /** By pair: JOOR's id, and the text of what was confirmed. */
  readonly skus: ReadonlyMap<string, { readonly joorId: string | null; readonly confirmed: string | null }>;
  /** By pair and price type (see priceKey). */
  readonly prices: ReadonlyMap<string, { readonly wholesale: string; readonly retail: string | null }>;
}

export const unconfirmedStyle: ConfirmedStyle = { joorId: null, parts: new Map(), skus: new Map(), prices: new Map() };

/** Names one price of a style. */
export function priceKey(colour: string, size: string, priceTypeId: string): string {
  return `${pairKey(colour, size)}\u0000${priceTypeId}`;
}

/** What is sent as the style itself. */
export function productContent(style: Style): ProductChange {
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
export function productHash(content: ProductChange): string {
  const fields = Object.entries(content.fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return hashText(JSON.stringify([content.identifier, content.number, content.name, fields]));
}

/** The hash of a style's SKUs, from their texts in matrix order. */
export function skusHash(texts: readonly string[]): string {
  return hashText(texts.join('\n'));
}

/** The hash of a style's prices, in matrix order. */
export function pricesHash(prices: readonly PriceChange[]): string {
  return hashText(
    prices
      .map(({ colour, size, priceTypeId, wholesale, retail }) =>
        [colour, size, priceTypeId, wholesale, retail ?? ''].join('\u0000'),
      )
      .join('\n'),
  );
}

/** The SKUs of a style as they are sent. */
export function skuContents(style: Style): SkuChange[] {
  const colours = new Map(style.colours.map((colour) => [colour.code, colour]));
  const sizes = new Map(style.sizes.map((size) => [size.code, size]));
  return style.skus.flatMap(({ colour, size, productId, sku, barcode }) => {
    const colourTrait = colours.get(colour);
    const sizeTrait = sizes.get(size);
    return colourTrait && sizeTrait ? [{ colour: colourTrait, size: sizeTrait, productId, sku, barcode }] : [];
  });
}

/** The prices of a style as they are sent; a pair that can't be sold has none. */
export function priceContents(style: Style): PriceChange[] {
  return style.skus.flatMap(({ colour, size, prices }) => prices.map((price) => ({ colour, size, ...price })));
}

/** All changes that bring JOOR from what it confirmed to the style as it should be. */
export function styleChanges(style: Style, confirmed: ConfirmedStyle): Change[] {
  return [...productChanges(style, confirmed), ...skuChanges(style, confirmed), ...priceChanges(style, confirmed)];
}

function productChanges(style: Style, { joorId, parts }: ConfirmedStyle): Change[] {
  const content = productContent(style);
  const present = parts.get('product');
  if (joorId !== null && present?.hash === productHash(content)) return [];
  return [
    {
      key: style.key,
      part: 'product',
      operation: joorId === null ? 'create' : 'update',
      before: present?.content ?? null,
      after: content,
      basis: present?.hash ?? '',
    },
  ];
}

function skuChanges(style: Style, { parts, skus }: ConfirmedStyle): Change[] {
  const contents = skuContents(style);
  const texts = contents.map(skuText);
  const basis = parts.get('skus')?.hash ?? '';
  if (basis === skusHash(texts)) return [];
  const created: SkuChange[] = [];
  const updated: SkuChange[] = [];
  const before: unknown[] = [];
  contents.forEach((content, index) => {
    const known = skus.get(pairKey(content.colour.code, content.size.code));
    if (known === undefined || known.joorId === null) created.push(content);
    else if (known.confirmed !== texts[index]) {
      updated.push(content);
      before.push(known.confirmed === null ? null : JSON.parse(known.confirmed));
    }
  });
  const change = (operation: 'create' | 'update', list: SkuChange[], was: unknown): Change[] =>
    list.length === 0 ? [] : [{ key: style.key, part: 'skus', operation, before: was, after: { skus: list }, basis }];
  return [...change('create', created, null), ...change('update', updated, before)];
}

function priceChanges(style: Style, { parts, prices }: ConfirmedStyle): Change[] {
  const contents = priceContents(style);
  const basis = parts.get('prices')?.hash ?? '';
  if (basis === pricesHash(contents)) return [];
  const created: PriceChange[] = [];
  const updated: PriceChange[] = [];
  const before: unknown[] = [];
  for (const content of contents) {
    const known = prices.get(priceKey(content.colour, content.size, content.priceTypeId));
    if (known === undefined) created.push(content);
    else if (known.wholesale !== content.wholesale || (content.retail !== null && known.retail !== content.retail)) {
      updated.push(content);
      before.push(known);
    }
  }
  const change = (operation: 'create' | 'update', list: PriceChange[], was: unknown): Change[] =>
    list.length === 0
      ? []
      : [{ key: style.key, part: 'prices', operation, before: was, after: { prices: list }, basis }];
  return [...change('create', created, null), ...change('update', updated, before)];
}
