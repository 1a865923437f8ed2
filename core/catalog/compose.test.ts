import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Variant } from '../model/product.ts';
import type { Style } from '../model/style.ts';
import { sampleSource, sampleVariant } from '../model/test-samples.ts';
import { parseSettings } from '../settings/index.ts';
import { composeStyle, pairKey, type KnownStyle } from './compose.ts';
import { membershipsOf } from './membership.ts';
import { priceFeeds } from './prices.ts';
import { splitSource } from './split.ts';

const settingsOf = (products: unknown = {}) => parseSettings(JSON.stringify({ products })).products;
const settings = settingsOf({ excludeTags: ['NoJOOR'] });
const nothingKnown: KnownStyle = { colours: [], sizes: [], codesByProduct: new Map() };

/** What the ledger knows of a style after it was composed. */
function remembered(style: Style): KnownStyle {
  return {
    colours: style.colours,
    sizes: style.sizes,
    codesByProduct: new Map(
      style.skus.flatMap(({ productId, colour, size }) => (productId === null ? [] : [[productId, { colour, size }]])),
    ),
  };
}

function compose(variants: readonly Variant[], known = nothingKnown, sharedBarcodes = new Set<string>()) {
  return composeStyle(sampleSource(variants), variants, known, { settings, feeds: [], sharedBarcodes });
}

/** Products by id with the colour and size that they have in Cin7 Core. */
const catalogue = fc
  .uniqueArray(fc.nat(15), { minLength: 1, maxLength: 12 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.tuple(
          fc.constant(`p${id}`),
          fc.constantFrom('Navy', 'White', 'Sky', 'navy'),
          fc.constantFrom('S', 'M', 'L'),
        ),
      ),
    ),
  )
  .map((rows) => rows.map(([id, colour, size]) => sampleVariant(id, colour, size)));

const codeOf = (style: Style, productId: string) => style.skus.find((sku) => sku.productId === productId);

describe('the style that JOOR should have', () => {
  it('STY-4 is the whole matrix: every colour with every size, each pair once', () => {
    fc.assert(
      fc.property(catalogue, (variants) => {
        const { style } = compose(variants);
        const pairs = style.skus.map(({ colour, size }) => pairKey(colour, size));
        expect(new Set(pairs).size).toBe(pairs.length);
        const all = style.colours.flatMap(({ code }) => style.sizes.map((size) => pairKey(code, size.code)));
        expect(pairs).toEqual(all);
        for (const traits of [style.colours, style.sizes])
          expect(traits.map(({ position }) => position)).toEqual(traits.map((_, index) => index + 1));
      }),
    );
  });

  it('has each live product once, or names it as a clash', () => {
    fc.assert(
      fc.property(catalogue, (variants) => {
        const { style, issues } = compose(variants);
        const placed = style.skus.flatMap(({ productId }) => productId ?? []);
        expect(new Set(placed).size).toBe(placed.length);
        const clash = issues.find(({ code }) => code === 'same-colour-and-size')?.sentence ?? '';
        const lost = variants.filter(({ product }) => !placed.includes(product.id));
        expect(lost.filter(({ product }) => !clash.includes(product.sku))).toEqual([]);
        expect(clash === '').toBe(lost.length === 0);
      }),
    );
  });

  it('STY-3 is the same again from what was remembered of it, in whatever order Cin7 lists the members', () => {
    const listed = catalogue.chain((variants) =>
      fc.tuple(fc.constant(variants), fc.shuffledSubarray(variants, { minLength: variants.length })),
    );
    fc.assert(
      fc.property(listed, ([variants, shuffled]) => {
        const { style } = compose(variants);
        const again = compose(variants, remembered(style)).style;
        expect(again).toEqual(style);
        const reordered = compose(shuffled, remembered(style)).style;
        const names = (traits: Style['colours']) => Object.fromEntries(traits.map(({ code, name }) => [code, name]));
        expect([names(reordered.colours), names(reordered.sizes)]).toEqual([names(style.colours), names(style.sizes)]);
      }),
    );
  });

  it('STY-3 over any history of edits a product whose colour name stays keeps its colour code', () => {
    fc.assert(
      fc.property(fc.array(catalogue, { minLength: 2, maxLength: 5 }), (history) => {
        let known = nothingKnown;
        let before: { style: Style; variants: readonly Variant[] } | null = null;
        for (const variants of history) {
          const { style } = compose(variants, known);
          const changed = variants.filter(({ product, options }) => {
            const former = before?.variants.find((one) => one.product.id === product.id);
            if (before === null || former === undefined || former.options[0] !== options[0]) return false;
            const [was, is] = [codeOf(before.style, product.id), codeOf(style, product.id)];
            return was !== undefined && is !== undefined && was.colour !== is.colour;
          });
          expect(changed.map(({ product }) => product.id)).toEqual([]);
          // What JOOR has once stays in the matrix: traits retire, they don't vanish.
          const kept = [...known.colours, ...known.sizes].map(({ code }) => code);
          const present = [...style.colours, ...style.sizes].map(({ code }) => code);
          expect(kept.filter((code) => !present.includes(code))).toEqual([]);
          known = remembered(style);
          before = { style, variants };
        }
      }),
    );
  });

  it('STY-4 a pair that becomes real keeps its place and gets its product', () => {
    const two = [sampleVariant('a', 'Navy', 'S'), sampleVariant('b', 'White', 'M')];
    const first = compose(two).style;
    expect(first.skus.map(({ productId }) => productId)).toEqual(['a', null, null, 'b']);
    const three = compose([...two, sampleVariant('c', 'Navy', 'M')], remembered(first)).style;
    expect(three.skus.map(({ productId, offered }) => [productId, offered])).toEqual([
      ['a', true],
      ['c', true],
      [null, false],
      ['b', true],
    ]);
  });

  it('shows retired colours and sizes behind those in use', () => {
    const first = compose([sampleVariant('a', 'Navy', 'L'), sampleVariant('b', 'White', 'S')]).style;
    const next = compose([sampleVariant('b', 'White', 'S'), sampleVariant('c', 'Sky', 'M')], remembered(first)).style;
    expect(next.colours.map(({ name, position }) => [name, position])).toEqual([
      ['White', 1],
      ['Sky', 2],
      ['Navy', 3],
    ]);
    expect(next.sizes.map(({ name }) => name)).toEqual(['S', 'M', 'L']);
  });

  it('STY-1 keeps an excluded variant in the matrix but does not offer it', () => {
    const variants = [sampleVariant('a', 'Navy', 'S'), sampleVariant('b', 'Navy', 'M', { tags: ['nojoor'] })];
    expect(compose(variants).style.skus.map(({ offered }) => offered)).toEqual([true, false]);
  });

  it('sends a barcode that several SKUs share for none of them, and says so', () => {
    const variants = [
      sampleVariant('a', 'Navy', 'S', { barcode: '1' }),
      sampleVariant('b', 'Navy', 'M', { barcode: '2' }),
    ];
    const { style, issues } = compose(variants, nothingKnown, new Set(['1']));
    expect(style.skus.map(({ barcode }) => barcode)).toEqual([null, '2']);
    expect(issues.map(({ code }) => code)).toEqual(['shared-barcode:1']);
  });

  it('says which price is missing, for all of it or for some', () => {
    const mapped = settingsOf({ priceTypes: [{ joorPriceType: { name: 'W', currency: 'EUR' }, wholesaleTier: 2 }] });
    const { feeds } = priceFeeds(mapped, [{ id: '1', name: 'W', currency: 'EUR', retailCurrency: 'EUR' }]);
    const issuesOf = (prices: readonly (string | null)[][]) => {
      const variants = prices.map((tiers, index) => sampleVariant(`p${index}`, 'Navy', `${index}`, { prices: tiers }));
      const context = { settings: mapped, feeds, sharedBarcodes: new Set<string>() };
      return composeStyle(sampleSource(variants), variants, nothingKnown, context).issues.map(
        ({ sentence }) => sentence,
      );
    };
    expect(
      issuesOf([
        [null, '58'],
        [null, '58'],
      ]),
    ).toEqual([]);
    expect(issuesOf([[null, null], []])).toEqual(['No W price.']);
    expect(issuesOf([[null, '58'], []])).toEqual(['No W price for 1 of its SKUs.']);
  });

  it("takes Cin7's own number and name where the mapped fields are empty", () => {
    const mapped = settingsOf({ fields: { styleNumber: { attribute: 1 }, name: { attribute: 2 } } });
    const context = { settings: mapped, feeds: [], sharedBarcodes: new Set<string>() };
    const numberAndName = (attributes: readonly string[]) => {
      const variants = [sampleVariant('a', 'Navy', 'S', { attributes })];
      const { style } = composeStyle(sampleSource(variants), variants, nothingKnown, context);
      return [style.number, style.name];
    };
    expect(numberAndName(['ABC', 'Shirt'])).toEqual(['ABC', 'Shirt']);
    expect(numberAndName(['', ' '])).toEqual(['SH-1', 'Linen Shirt']);
  });
});

describe('STY-2 one style per colour', () => {
  const split = settingsOf({ splitByColor: true });
  const variants = [sampleVariant('a', 'Navy', 'S'), sampleVariant('b', 'White', 'S'), sampleVariant('c', 'Navy', 'M')];
  const unknown = { colours: [], colourByProduct: new Map<string, string>() };

  it('is what the settings make of a family, and nothing else', () => {
    const parts = splitSource(sampleSource(variants), variants, unknown, split);
    expect(parts.map(({ source, live }) => [source.id, source.sku, source.name, live.length])).toEqual([
      ['f1:NAVY', 'SH-1-NAVY', 'Linen Shirt Navy', 2],
      ['f1:WHITE', 'SH-1-WHITE', 'Linen Shirt White', 1],
    ]);
    const whole = { source: sampleSource(variants), live: variants };
    expect(splitSource(whole.source, variants, unknown, settings)).toEqual([whole]);
    const product = { ...whole.source, kind: 'product' as const };
    expect(splitSource(product, variants, unknown, split)).toEqual([{ source: product, live: variants }]);
  });

  it('loses no live variant and keeps its key when the colour is renamed', () => {
    const renamed = [sampleVariant('a', 'Ink', 'S'), sampleVariant('b', 'White', 'S'), sampleVariant('c', 'Ink', 'M')];
    const known = {
      colours: [
        { name: 'Navy', code: 'NAVY' },
        { name: 'White', code: 'WHITE' },
      ],
      colourByProduct: new Map([
        ['a', 'NAVY'],
        ['b', 'WHITE'],
        ['c', 'NAVY'],
      ]),
    };
    const parts = splitSource(sampleSource(renamed), renamed, known, split);
    expect(parts.map(({ source }) => source.id)).toEqual(['f1:NAVY', 'f1:WHITE']);
    fc.assert(
      fc.property(catalogue, (all) => {
        const pieces = splitSource(sampleSource(all), all, unknown, split);
        expect(
          pieces
            .flatMap(({ live }) => live)
            .map(({ product }) => product.id)
            .sort(),
        ).toEqual(all.map(({ product }) => product.id).sort());
        expect(new Set(pieces.map(({ source }) => source.id)).size).toBe(pieces.length);
      }),
    );
  });
});

describe('the linesheets of a style', () => {
  const linesheets = (from: unknown) => parseSettings(JSON.stringify({ linesheets: { from } })).linesheets;
  const byTag = linesheets({ kind: 'tagPrefix', prefix: 'Collection_' });
  const membersOf = (variants: readonly Variant[], tags: readonly string[], given = byTag) => {
    const source = sampleSource(variants, { tags });
    const { style } = composeStyle(source, variants, nothingKnown, { settings, feeds: [], sharedBarcodes: new Set() });
    return membershipsOf(source, style, given).map(({ linesheet, pairs }) => [linesheet, pairs.length]);
  };
  const three = [sampleVariant('a', 'Navy', 'S'), sampleVariant('b', 'Navy', 'M'), sampleVariant('c', 'White', 'S')];

  it('STY-1 a tag on the family counts for all, a tag on one variant for that SKU alone', () => {
    expect(membersOf(three, ['JOOR', 'collection_SS27', 'Collection_', 'Collection_ Core '])).toEqual([
      ['SS27', 3],
      ['Core', 3],
    ]);
    const tagged = [
      ...three.slice(0, 2),
      sampleVariant('c', 'White', 'S', { tags: ['Collection_Hats', 'collection_ss27'] }),
    ];
    expect(membersOf(tagged, ['Collection_SS27'])).toEqual([
      ['SS27', 3],
      ['Hats', 1],
    ]);
  });

  it('STY-1 an excluded variant is in none, and neither is a pair that Cin7 lacks', () => {
    const excluded = [...three, sampleVariant('d', 'White', 'M', { tags: ['NoJOOR', 'Collection_SS27'] })];
    expect(membersOf(excluded, ['Collection_SS27'])).toEqual([['SS27', 3]]);
  });

  it('come from a field when the settings say so', () => {
    expect(membersOf(three, [], linesheets({ kind: 'field', field: 'category' }))).toEqual([['Shirts', 3]]);
    const named = three.map(({ product }, index) =>
      sampleVariant(product.id, 'Navy', `${index}`, { attributes: [index === 0 ? ' SS27 ' : ''] }),
    );
    expect(membersOf(named, [], linesheets({ kind: 'field', attribute: 1 }))).toEqual([['SS27', 1]]);
  });

  it('have the name behind the prefix as it is typed, also when the prefix ends with a space', () => {
    expect(
      membersOf(three, ['Sheet: SS27', 'sheet:Core', 'Sheets'], linesheets({ kind: 'tagPrefix', prefix: 'Sheet: ' })),
    ).toEqual([['SS27', 3]]);
  });
});
