import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleProduct, sampleSource, sampleVariant } from '../model/test-samples.ts';
import type { Product, StyleSource } from '../model/product.ts';
import { parseSettings } from '../settings/index.ts';
import { styleFields } from './fields.ts';
import { positionVariants } from './options.ts';
import { priceFeeds, skuPrices } from './prices.ts';
import { selectSource } from './selection.ts';
import { inSizeOrder } from './sizes.ts';
import { stockNumber } from './stock-number.ts';

const settingsOf = (products: unknown = {}) => parseSettings(JSON.stringify({ products })).products;
const standard = settingsOf({ excludeTags: ['NoJOOR'] });

const single = (product: Product): StyleSource => ({
  ...sampleSource([{ product, options: ['', '', ''] }], { kind: 'product', id: product.id, tags: product.tags }),
  optionNames: ['', '', ''],
});

const reasonOf = (source: StyleSource, settings = standard) => {
  const selection = selectSource(source, settings);
  return selection.selected ? 'selected' : selection.reason.code;
};

describe('STY-1 which styles go to JOOR', () => {
  const live = sampleVariant('a', 'Navy', 'M');
  const variant = (more: Partial<Product>) => sampleVariant('b', 'Navy', 'L', more);

  it('takes a family with an include tag, in any case of letters', () => {
    const selection = selectSource(sampleSource([live], { tags: [' joor '] }), standard);
    expect(selection).toEqual({ selected: true, live: [live] });
  });

  it('takes a family one of whose active variants alone has the tag, with all its live variants', () => {
    const tagged = variant({ tags: ['JOOR'] });
    const dead = sampleVariant('c', 'Navy', 'S', { status: 'Deprecated' });
    const selection = selectSource(sampleSource([live, tagged, dead], { tags: [] }), standard);
    expect(selection).toEqual({ selected: true, live: [live, tagged] });
  });

  it.each<[string, StyleSource]>([
    ['empty', sampleSource([])],
    ['not-stock', sampleSource([variant({ type: 'Service' })])],
    ['discontinued', sampleSource([variant({ status: 'DEPRECATED' })])],
    ['not-sellable', sampleSource([variant({ sellable: false })])],
    ['excluded', sampleSource([live], { tags: ['JOOR', 'nojoor'] })],
    ['no-tag', sampleSource([live], { tags: ['Core'] })],
    ['no-tag', sampleSource([live, variant({ tags: ['JOOR'], sellable: false })], { tags: [] })],
    ['selected', sampleSource([live, variant({ tags: ['NoJOOR'] })])],
  ])('gives the reason %s', (code, source) => {
    expect(reasonOf(source)).toBe(code);
  });

  it('leaves out products without a family only when the settings say so', () => {
    const alone = single(sampleProduct('x', { tags: ['JOOR'] }));
    expect(reasonOf(alone)).toBe('selected');
    expect(reasonOf(alone, settingsOf({ includeWithoutFamily: false }))).toBe('no-family');
  });

  it('asks the conditions in one fixed order: the first that fails is the reason', () => {
    // Everything is wrong with it; each step mends the reason that was given last.
    const broken = sampleProduct('x', { type: 'Service', status: 'Deprecated', sellable: false, tags: ['NoJOOR'] });
    const strict = settingsOf({ excludeTags: ['NoJOOR'], includeWithoutFamily: false });
    const reasons = [
      reasonOf(single(broken), strict),
      reasonOf({ ...single(broken), variants: [] }),
      reasonOf(single(broken)),
      reasonOf(single({ ...broken, type: 'Stock' })),
      reasonOf(single({ ...broken, type: 'Stock', status: 'Active' })),
      reasonOf(single({ ...broken, type: 'Stock', status: 'Active', sellable: true })),
      reasonOf(single(sampleProduct('x'))),
      reasonOf(single(sampleProduct('x', { tags: ['JOOR'] }))),
    ];
    expect(reasons).toEqual([
      'no-family',
      'empty',
      'not-stock',
      'discontinued',
      'not-sellable',
      'excluded',
      'no-tag',
      'selected',
    ]);
  });

  it('gives for anything exactly one of: selected with something live, or one reason in words', () => {
    const product = fc
      .record({
        type: fc.constantFrom('Stock', 'stock', 'Service', 'Non Inventory', ''),
        status: fc.constantFrom('Active', 'ACTIVE', 'Deprecated', 'Setup required'),
        sellable: fc.boolean(),
        tags: fc.subarray(['JOOR', 'joor', 'NoJOOR', 'Core']),
      })
      .map((more) => sampleProduct('x', more));
    const source = fc
      .record({
        kind: fc.constantFrom('family' as const, 'product' as const),
        tags: fc.subarray(['JOOR', 'NoJOOR', 'Core']),
        variants: fc.array(product.map((one) => ({ product: one, options: ['', '', ''] as const }))),
      })
      .map((more) => sampleSource([], more));
    fc.assert(
      fc.property(source, fc.boolean(), (one, includeWithoutFamily) => {
        const selection = selectSource(one, settingsOf({ excludeTags: ['NoJOOR'], includeWithoutFamily }));
        const isGood = selection.selected
          ? selection.live.length > 0 && selection.live.every(({ product: { sellable } }) => sellable)
          : selection.reason.sentence.startsWith('Left out: ') && selection.reason.code !== '';
        expect(isGood).toBe(true);
        expect(selectSource(one, settingsOf({ excludeTags: ['NoJOOR'], includeWithoutFamily }))).toEqual(selection);
      }),
      { numRuns: 60 },
    );
  });
});

describe('STY-3 colour and size by the names of options', () => {
  const at = (optionNames: [string, string, string], options: [string, string, string]) => {
    const variant = { product: sampleProduct('x'), options };
    const [position] = positionVariants(sampleSource([variant], { optionNames }), [variant], standard);
    return [position?.colour, position?.size];
  };

  it('are found in any place and any case', () => {
    expect(at(['SIZE', 'colour', ''], ['M', 'Navy', ''])).toEqual(['Navy', 'M']);
    expect(at(['', ' Colorway', 'Waist '], ['x', '  Washed   Black ', '32'])).toEqual(['Washed Black', '32']);
  });

  it('further options fold into the colour, behind it', () => {
    expect(at(['Length', 'Color', 'Size'], ['Long', 'Navy', 'M'])).toEqual(['Navy / Long', 'M']);
    expect(at(['Fit', 'Length', 'Size'], ['Slim', 'Long', 'M'])).toEqual(['Slim / Long', 'M']);
  });

  it('missing ones are One Color and One Size', () => {
    expect(at(['', '', ''], ['', '', ''])).toEqual(['One Color', 'One Size']);
    expect(at(['Size', '', ''], ['M', 'unused', ''])).toEqual(['One Color', 'M']);
    expect(at(['Color', 'Size', ''], ['Navy', ' ', ''])).toEqual(['Navy', 'One Size']);
  });
});

describe('the order of sizes', () => {
  it('is letters from small to large, then numbers by value, then the rest as listed', () => {
    const sizes = ['Tall', '10', 'XL', 'S', '2XS', '8', 'M', '9.5', 'One Size', 'W32', '3XL', 'S/M', 'large'];
    expect(inSizeOrder(sizes)).toEqual([
      '2XS',
      'S',
      'S/M',
      'M',
      'large',
      'XL',
      '3XL',
      '8',
      '9.5',
      '10',
      'W32',
      'Tall',
      'One Size',
    ]);
  });

  it('loses nothing and is the same when sorted again', () => {
    const size = fc.oneof(fc.constantFrom('S', 'M', 'XL', '10', '8', 'W30'), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(size), (sizes) => {
        const sorted = inSizeOrder(sizes);
        expect([...sorted].sort()).toEqual([...sizes].sort());
        expect(inSizeOrder(sorted)).toEqual(sorted);
      }),
    );
  });
});

describe('STY-6 prices and fields', () => {
  const type = (id: string, currency: string) => ({ id, name: 'W', currency, retailCurrency: currency });
  const settings = settingsOf({
    priceTypes: [
      { joorPriceType: { name: 'W', currency: 'AUD' }, wholesaleTier: 2, retailTier: 1 },
      { joorPriceType: { name: 'W', currency: 'USD' }, wholesaleTier: 3 },
      { joorPriceType: { name: 'w', currency: 'AUD' }, wholesaleTier: 2 },
    ],
  });
  const { feeds, unknown } = priceFeeds(settings, [type('9', 'USD'), type('8', 'AUD')]);

  it("are matched to JOOR's price types to the letter; the rest is named", () => {
    expect(feeds.map(({ priceType, wholesaleTier, retailTier }) => [priceType.id, wholesaleTier, retailTier])).toEqual([
      ['8', 2, 1],
      ['9', 3, null],
    ]);
    expect(unknown).toEqual(['w AUD']);
  });

  it('come from tiers by code; one that is not set is never sent', () => {
    const prices = (tiers: (string | null)[]) => skuPrices(sampleProduct('x', { prices: tiers }), feeds);
    expect(prices(['129', '58.125', '40.1'])).toEqual([
      { priceTypeId: '8', wholesale: '58.13', retail: '129.00' },
      { priceTypeId: '9', wholesale: '40.10', retail: null },
    ]);
    expect(prices([null, '58', null])).toEqual([{ priceTypeId: '8', wholesale: '58.00', retail: null }]);
    expect(prices(['0.001', '58', '0.004'])).toEqual([{ priceTypeId: '8', wholesale: '58.00', retail: null }]);
    expect(prices([])).toEqual([]);
  });

  it('a field that is off has no value at all; an empty one has an empty value', () => {
    const source = sampleSource([sampleVariant('a', 'Navy', 'M', { attributes: [' 100% linen '] })]);
    const fields = styleFields(
      source,
      settingsOf({
        fields: {
          description: 'off',
          materials: { attribute: 1 },
          division: { text: 'Men' },
          silhouette: { attribute: 2 },
        },
      }),
    );
    expect(fields).toEqual({
      name: 'Linen Shirt',
      styleNumber: 'SH-1',
      countryOfOrigin: 'Portugal',
      materials: '100% linen',
      division: 'Men',
      silhouette: '',
    });
    expect(styleFields(source, standard).description).toBe('Relaxed fit.');
  });
});

describe('STK-1 the number of a SKU', () => {
  it('is what is available minus what is promised and the buffer, in whole units, never below zero', () => {
    const quantity = fc.integer({ min: -1_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(quantity, fc.nat(500), fc.nat(20), (available, promised, buffer) => {
        const units = stockNumber({ available, promised, buffer });
        expect(units).toBe(Math.max(0, Math.floor(available / 10_000) - promised - buffer));
        expect(units * 10_000).toBeLessThanOrEqual(Math.max(0, available));
      }),
    );
    expect(stockNumber({ available: 79_999, promised: 3, buffer: 1 })).toBe(3);
  });
});
