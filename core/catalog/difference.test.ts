import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  pricesChangeSchema,
  pricesUnderway,
  productChangeSchema,
  skusChangeSchema,
  type Change,
  type PriceChange,
  type SkuChange,
} from '../model/plan.ts';
import type { Style, Trait } from '../model/style.ts';
import { pairKey } from './compose.ts';
import { priceKey, skuText, styleDifference, type ConfirmedStyle } from './difference.ts';

const traits = (codes: readonly string[]): Trait[] =>
  codes.map((code, index) => ({ code, name: `name ${code}`, position: index + 1 }));

interface Drawn {
  readonly colours: readonly string[];
  readonly sizes: readonly string[];
  readonly name: string;
  readonly skus: readonly {
    readonly product: number | null;
    readonly price: number | null;
    readonly retail: number | null;
  }[];
}

function styleOf({ colours, sizes, name, skus }: Drawn): Style {
  return {
    key: 'f1',
    identifier: 'cin7:f1',
    number: 'SH-1',
    name,
    fields: { name, styleNumber: 'SH-1', materials: name },
    colours: traits(colours),
    sizes: traits(sizes),
    skus: colours.flatMap((colour, row) =>
      sizes.map((size, column) => {
        const drawn = skus[(row * sizes.length + column) % skus.length];
        const product = drawn?.product ?? null;
        const price = product === null ? null : (drawn?.price ?? null);
        return {
          colour,
          size,
          productId: product === null ? null : `p${product}`,
          sku: product === null ? null : `P${product}`,
          barcode: null,
          offered: product !== null,
          prices:
            price === null
              ? []
              : [
                  {
                    priceTypeId: '3',
                    wholesale: `${price}.00`,
                    retail: drawn?.retail == null ? null : `${drawn.retail}.00`,
                  },
                ],
        };
      }),
    ),
  };
}

const style = fc
  .record<Drawn>({
    colours: fc.subarray(['NAVY', 'WHITE', 'SKY'], { minLength: 1 }),
    sizes: fc.subarray(['S', 'M', 'L'], { minLength: 1 }),
    name: fc.constantFrom('Shirt', 'Linen Shirt', ''),
    skus: fc.array(
      fc.record({
        product: fc.option(fc.nat(9)),
        price: fc.option(fc.integer({ min: 1, max: 3 })),
        retail: fc.option(fc.integer({ min: 1, max: 3 })),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  })
  .map(styleOf);

const wantedNothing = styleOf({ colours: [], sizes: [], name: '', skus: [] });

/** JOOR as it confirms what is sent to it: the same notes as the ledger's. */
function memory() {
  const notes = {
    joorId: null as string | null,
    parts: new Map<string, { hash: string; content: unknown }>(),
    skus: new Map<string, { joorId: string | null; confirmed: string | null }>(),
    prices: new Map<string, { wholesale: string; retail: string | null }>(),
  };
  let ids = 0;
  const confirmSku = (sku: SkuChange) => {
    const key = pairKey(sku.colour.code, sku.size.code);
    notes.skus.set(key, { joorId: notes.skus.get(key)?.joorId ?? `sku-${(ids += 1)}`, confirmed: skuText(sku) });
  };
  const confirmPrice = ({ colour, size, priceTypeId, wholesale, retail }: PriceChange) => {
    const key = priceKey(colour, size, priceTypeId);
    notes.prices.set(key, { wholesale, retail: retail ?? notes.prices.get(key)?.retail ?? null });
    notes.parts.set(pricesUnderway, { hash: '', content: null });
  };
  const apply = (change: Change): void => {
    if (change.part === 'product') {
      productChangeSchema.parse(change.after);
      notes.joorId ??= 'joor-1';
      notes.parts.set('product', { hash: change.target, content: change.after });
    } else if (change.part === 'skus') skusChangeSchema.parse(change.after).skus.forEach(confirmSku);
    else pricesChangeSchema.parse(change.after).prices.forEach(confirmPrice);
  };
  const confirmed = (): ConfirmedStyle => ({ ...notes, prices: () => notes.prices });
  const confirmPart = (part: string, target: string) => {
    notes.parts.set(part, { hash: target, content: notes.parts.get(part)?.content ?? null });
    if (part === 'prices') notes.parts.delete(pricesUnderway);
  };
  return {
    confirmed,
    confirmPart,
    /** What JOOR holds otherwise than the style wants it. */
    wrong(wanted: Style): string[] {
      const traitOf = (list: readonly Trait[], code: string) => list.find((one) => one.code === code);
      return wanted.skus.flatMap(({ colour, size, productId, sku, barcode, prices }) => {
        const [colourTrait, sizeTrait] = [traitOf(wanted.colours, colour), traitOf(wanted.sizes, size)];
        if (colourTrait === undefined || sizeTrait === undefined) return [`${colour} ${size} has no traits`];
        const text = skuText({ colour: colourTrait, size: sizeTrait, productId, sku, barcode });
        const isSku = notes.skus.get(pairKey(colour, size))?.confirmed === text;
        const isPrice = prices.every(({ priceTypeId, wholesale, retail }) => {
          const known = notes.prices.get(priceKey(colour, size, priceTypeId));
          return known?.wholesale === wholesale && (retail === null || known.retail === retail);
        });
        return [...(isSku ? [] : [`SKU ${colour} ${size}`]), ...(isPrice ? [] : [`price ${colour} ${size}`])];
      });
    },
    /** Applies changes; a part is confirmed as a whole once none of its changes is missing. */
    applyAll(changes: readonly Change[], isDone: (change: Change) => boolean = () => true) {
      changes.filter(isDone).forEach(apply);
      for (const { part, target } of changes)
        if (changes.every((change) => change.part !== part || isDone(change))) confirmPart(part, target);
    },
  };
}

describe('RUN-4 the difference between a style and what JOOR confirmed', () => {
  it('is nothing once its changes were confirmed, and they fit the form in which a plan keeps them', () => {
    fc.assert(
      fc.property(style, (wanted) => {
        const joor = memory();
        const { changes, settled } = styleDifference(wanted, joor.confirmed());
        expect(changes[0]).toMatchObject({ part: 'product', operation: 'create', before: null, basis: '' });
        expect(settled).toEqual([]);
        joor.applyAll(changes);
        expect(styleDifference(wanted, joor.confirmed())).toEqual({ changes: [], settled: [] });
      }),
    );
  });

  it('comes to rest over any history of styles, whatever part of each plan was carried out', () => {
    // Few styles, so that one comes back after another was carried out in part.
    const pool = fc.array(style, { minLength: 2, maxLength: 3 });
    const done = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(pool, fc.array(fc.tuple(fc.nat(), done), { maxLength: 6 }), fc.nat(), (styles, history, end) => {
        const joor = memory();
        const pick = (index: number) => styles.slice(index % styles.length, (index % styles.length) + 1);
        for (const [index, isDone] of history)
          for (const wanted of pick(index)) {
            const { changes } = styleDifference(wanted, joor.confirmed());
            joor.applyAll(changes, (change) => isDone[changes.indexOf(change)] ?? true);
          }
        const [last = wantedNothing] = pick(end);
        const first = styleDifference(last, joor.confirmed());
        joor.applyAll(first.changes);
        const rest = styleDifference(last, joor.confirmed());
        expect(rest.changes).toEqual([]);
        expect(joor.wrong(last)).toEqual([]);
        // What only has to be noted is named, and nothing is left after it was.
        for (const { part, target } of rest.settled) joor.confirmPart(part, target);
        expect(styleDifference(last, joor.confirmed())).toEqual({ changes: [], settled: [] });
      }),
    );
  });

  it('names just the SKUs and prices that differ, with what stood there before', () => {
    const drawn: Drawn = {
      colours: ['NAVY'],
      sizes: ['S', 'M'],
      name: 'Shirt',
      skus: [
        { product: 1, price: 5, retail: null },
        { product: null, price: null, retail: null },
      ],
    };
    const joor = memory();
    joor.applyAll(styleDifference(styleOf(drawn), joor.confirmed()).changes);
    const real = styleOf({
      ...drawn,
      skus: [
        { product: 1, price: 6, retail: null },
        { product: 2, price: 5, retail: 9 },
      ],
    });
    const { changes } = styleDifference(real, joor.confirmed());
    expect(changes.map(({ part, operation }) => `${operation} ${part}`)).toEqual([
      'update skus',
      'create prices',
      'update prices',
    ]);
    expect(changes.map(({ after }) => after)).toMatchObject([
      { skus: [{ size: { code: 'M' }, productId: 'p2' }] },
      { prices: [{ size: 'M', wholesale: '5.00', retail: '9.00' }] },
      { prices: [{ size: 'S', wholesale: '6.00' }] },
    ]);
    expect(changes[2]?.before).toEqual([{ wholesale: '5.00', retail: null }]);
    expect(changes[0]?.before).toMatchObject([['NAVY', 'name NAVY', 1, 'M', 'name M', 2, null, null, null]]);
  });

  it('STY-3 a renamed colour is an update of its SKUs, never a new one', () => {
    const before = styleOf({
      colours: ['NAVY', 'SKY'],
      sizes: ['S'],
      name: 'x',
      skus: [{ product: 1, price: 5, retail: null }],
    });
    const joor = memory();
    joor.applyAll(styleDifference(before, joor.confirmed()).changes);
    const renamed = { ...before, colours: before.colours.map((one, at) => (at === 0 ? { ...one, name: 'Ink' } : one)) };
    const { changes } = styleDifference(renamed, joor.confirmed());
    expect(changes).toMatchObject([
      { part: 'skus', operation: 'update', after: { skus: [{ colour: { name: 'Ink' } }] } },
    ]);
  });

  it('does not look at confirmed prices as long as their hash is the same', () => {
    const wanted = styleOf({
      colours: ['NAVY'],
      sizes: ['S'],
      name: 'x',
      skus: [{ product: 1, price: 5, retail: null }],
    });
    const joor = memory();
    joor.applyAll(styleDifference(wanted, joor.confirmed()).changes);
    const prices = () => expect.fail('the prices were read');
    expect(styleDifference(wanted, { ...joor.confirmed(), prices })).toEqual({ changes: [], settled: [] });
  });

  it('a price that is not set any more is not sent as anything', () => {
    const drawn: Drawn = { colours: ['NAVY'], sizes: ['S'], name: 'x', skus: [{ product: 1, price: 5, retail: null }] };
    const joor = memory();
    joor.applyAll(styleDifference(styleOf(drawn), joor.confirmed()).changes);
    const unset = styleOf({ ...drawn, skus: [{ product: 1, price: null, retail: null }] });
    const { changes, settled } = styleDifference(unset, joor.confirmed());
    expect([changes, settled.map(({ part }) => part)]).toEqual([[], ['prices']]);
  });
});
