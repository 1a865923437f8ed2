// What is remembered of a style, in the shapes in which composing and comparing want it.
import type { KnownStyle } from '../../catalog/compose.ts';
import { priceKey } from '../../catalog/difference.ts';
import type { KnownSplit } from '../../catalog/split.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StyleRecord } from '../../ledger/styles.ts';

/** What was minted for a style before, as composing wants it. */
export function knownStyle(record: StyleRecord | undefined): KnownStyle {
  return {
    colours: record?.colours ?? [],
    sizes: record?.sizes ?? [],
    codesByProduct: new Map(
      (record?.skus ?? []).flatMap(({ productId, colour, size }) =>
        productId === null ? [] : [[productId, { colour, size }] as const],
      ),
    ),
  };
}

/** The same for the styles that a source was split into. */
export function knownSplit(records: readonly StyleRecord[]): KnownSplit {
  const split = records.filter(({ key, sourceId }) => key !== sourceId);
  const codeOf = ({ key, sourceId }: StyleRecord) => key.slice(sourceId.length + 1);
  return {
    colours: split.flatMap((record) => record.colours.slice(0, 1).map(({ name }) => ({ code: codeOf(record), name }))),
    colourByProduct: new Map(
      split.flatMap((record) =>
        record.skus.flatMap(({ productId }) => (productId === null ? [] : [[productId, codeOf(record)] as const])),
      ),
    ),
  };
}

/** What JOOR confirmed of each part; only the style's own content is needed, to show what stood there before. */
export function contentsOf(record: StyleRecord | undefined): Map<string, { hash: string; content: unknown }> {
  return new Map(
    [...(record?.parts ?? [])].map(([part, { hash, content }]) => [
      part,
      { hash, content: part === 'product' ? (JSON.parse(content) as unknown) : null },
    ]),
  );
}

/** The prices that JOOR confirmed for a style. */
export function confirmedPrices(ledger: Ledger, record: StyleRecord | undefined) {
  const pairs = new Map(
    (record?.skus ?? []).flatMap((sku) => (sku.joorId === null ? [] : [[sku.joorId, sku] as const])),
  );
  return new Map(
    ledger.styles.prices([...pairs.keys()]).flatMap(({ skuId, priceTypeId, wholesale, retail }) => {
      const sku = pairs.get(skuId);
      return sku === undefined ? [] : [[priceKey(sku.colour, sku.size, priceTypeId), { wholesale, retail }] as const];
    }),
  );
}
