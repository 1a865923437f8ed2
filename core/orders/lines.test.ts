import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderLine } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import { sampleLine, sampleOrder, sampleProduct } from '../model/test-samples.ts';
import { fingerprintOf } from './fingerprint.ts';
import { resolveLine, soldLines, type ProductFinder } from './lines.ts';
import { mergeOrder } from './merge.ts';

/** A finder over some products, links (JOOR SKU id to product id) and aliases (name to product id). */
function finderOf(
  products: readonly Product[],
  links: Record<string, string> = {},
  aliases: Record<string, string> = {},
): ProductFinder {
  const byId = (id: string | undefined) => products.find((product) => product.id === id) ?? null;
  return {
    byId,
    byJoorSku: (skuId) => byId(Object.hasOwn(links, skuId) ? links[skuId] : undefined),
    bySku: (sku) => products.filter((product) => product.sku.toLowerCase() === sku.toLowerCase()),
    byBarcode: (barcode) => products.filter((product) => product.barcode === barcode),
    byAlias: (name) => byId(Object.hasOwn(aliases, name) ? aliases[name] : undefined),
    near: () => products.filter(({ status }) => status === 'Active'),
  };
}

const bare = { skuId: '', skuIdentifier: '', upc: '' };
const outcome = (line: OrderLine, find: ProductFinder) => {
  const resolved = resolveLine(line, find);
  return 'product' in resolved ? resolved.product.id : resolved.problem.code;
};

describe('ORD-2 the product of an order line', () => {
  const [a, b] = [sampleProduct('a', { barcode: '1' }), sampleProduct('b', { barcode: '2' })];

  it('is found by our links first, then our id, the SKU, an alias, and a barcode that only one product carries', () => {
    const line = sampleLine('x', { skuId: 'j', skuIdentifier: 'cin7:b', upc: '2' });
    expect(outcome(line, finderOf([a, b], { j: 'a' }))).toBe('a');
    expect(outcome(line, finderOf([a, b]))).toBe('b');
    expect(outcome({ ...line, skuIdentifier: 'A' }, finderOf([a, b]))).toBe('a');
    expect(outcome({ ...line, skuIdentifier: 'gone' }, finderOf([a, b], {}, { gone: 'a' }))).toBe('a');
    expect(outcome({ ...line, skuIdentifier: 'gone' }, finderOf([a, b]))).toBe('b');
    expect(outcome({ ...line, skuIdentifier: 'cin7:gone' }, finderOf([a, b]))).toBe('b');
  });

  it('is known by a name that a person gave it, for a line that JOOR has no identifier for', () => {
    const line = sampleLine('x', { ...bare, styleNumber: 'SH-1', colour: 'Navy', size: 'M' });
    expect(outcome(line, finderOf([a], {}, { 'SH-1 Navy M': 'a' }))).toBe('a');
    expect(outcome(line, finderOf([a]))).toBe('unknown-sku');
  });

  it('is what a person said where its own product is no longer sold', () => {
    const old = sampleProduct('old', { status: 'Deprecated' });
    const line = sampleLine('x', { ...bare, skuIdentifier: 'OLD', upc: '2' });
    expect(outcome(line, finderOf([old, a, b]))).toBe('inactive-product');
    expect(outcome(line, finderOf([old, a, b], {}, { OLD: 'a' }))).toBe('a');
  });

  it('is never guessed where several would do', () => {
    const twins = [sampleProduct('a', { sku: 'T', barcode: '1' }), sampleProduct('b', { sku: 't', barcode: '1' })];
    expect(outcome(sampleLine('x', { ...bare, upc: '1' }), finderOf(twins))).toBe('ambiguous-barcode');
    expect(outcome(sampleLine('x', { ...bare, skuIdentifier: 'T' }), finderOf(twins))).toBe('a');
    const same = twins.map((twin) => ({ ...twin, sku: 'T' }));
    expect(outcome(sampleLine('x', { ...bare, skuIdentifier: 'T' }), finderOf(same))).toBe('ambiguous-sku');
    const oneLives = [sampleProduct('a', { barcode: '1', status: 'Deprecated' }), sampleProduct('b', { barcode: '1' })];
    expect(outcome(sampleLine('x', { ...bare, upc: '1' }), finderOf(oneLives))).toBe('b');
  });

  it('holds the line when it is no longer active, a case pack, or no whole number of pieces', () => {
    const find = finderOf([sampleProduct('a', { status: 'Deprecated' })]);
    expect(outcome(sampleLine('a'), find)).toBe('inactive-product');
    expect(outcome(sampleLine('a', { packSize: 6 }), finderOf([a]))).toBe('case-pack');
    expect(
      [1.5, -1, Number.MAX_VALUE * 2].map((quantity) => outcome(sampleLine('a', { quantity }), finderOf([a]))),
    ).toEqual(['quantity', 'quantity', 'quantity']);
  });

  it('or its problem has a sentence and one next step that name the line', () => {
    const text = fc.constantFrom('', 'a', 'A', '1', 'cin7:a', 'cin7:', 'gone', 'constructor', '__proto__');
    const drawn = fc.record({
      skuId: text,
      skuIdentifier: text,
      upc: text,
      styleNumber: text,
      quantity: fc.constantFrom(1, 2.5, -3, 12),
      packSize: fc.option(fc.constant(6), { freq: 5 }),
    });
    fc.assert(
      fc.property(drawn, fc.subarray([a, b, sampleProduct('c', { barcode: '1' })]), (more, products) => {
        const resolved = resolveLine(sampleLine('x', more), finderOf(products, { a: 'b' }));
        const isGood =
          'product' in resolved
            ? products.includes(resolved.product)
            : resolved.problem.sentence.endsWith('.') && resolved.problem.nextStep.endsWith('.');
        expect(isGood).toBe(true);
      }),
    );
  });

  it('cancelled lines and empty ones are not sold', () => {
    const lines = [sampleLine('a'), sampleLine('b', { isCancelled: true }), sampleLine('c', { quantity: 0 })];
    expect(soldLines(lines).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('ORD-1 one order from two generations of the API', () => {
  /** What v2 says of the same lines: no ids, but barcode, pack and comment. */
  const asV2 = (lines: readonly OrderLine[]) =>
    lines
      .filter(({ isCancelled }) => !isCancelled)
      .map((line, index) => ({
        ...line,
        id: '',
        skuId: '',
        skuIdentifier: '',
        upc: `upc-${index}`,
        comment: `c${index}`,
      }));

  const lines = fc.array(
    fc
      .record({
        colourCode: fc.constantFrom('NAVY', 'WHITE'),
        sizeCode: fc.constantFrom('S', 'M'),
        quantity: fc.integer({ min: 1, max: 9 }),
        isCancelled: fc.nat(5).map((dice) => dice === 0),
      })
      .map((more) => sampleLine('x', more)),
    { maxLength: 8 },
  );

  it('has the lines of v4 with what only v2 knows, each used once, in whatever order v2 lists them', () => {
    const both = lines
      .map((list) => list.map((line, index) => ({ ...line, id: `l${index}` })))
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(asV2(list), { minLength: asV2(list).length })));
    fc.assert(
      fc.property(both, ([v4, v2]) => {
        const merged = mergeOrder(sampleOrder('1', { lines: v2 }), v4);
        const live = merged?.lines.filter(({ isCancelled }) => !isCancelled) ?? [];
        expect(merged?.lines.map(({ id }) => id)).toEqual(v4.map(({ id }) => id));
        expect(live.map(({ upc }) => upc).sort()).toEqual(v2.map(({ upc }) => upc).sort());
        expect(merged?.lines.filter(({ isCancelled, upc }) => isCancelled && upc !== '')).toEqual([]);
      }),
    );
  });

  it('is none when the two disagree about pieces or about money', () => {
    const v4 = [sampleLine('a', { quantity: 10, netPrice: '50' })];
    const header = (more: Partial<OrderLine>) => sampleOrder('1', { lines: [sampleLine('a', { id: '', ...more })] });
    expect(mergeOrder(header({}), v4)?.lines).toHaveLength(1);
    expect(mergeOrder(header({ netPrice: '50.001' }), v4)).not.toBeNull();
    expect(mergeOrder(header({ quantity: 11 }), v4)).toBeNull();
    expect(mergeOrder(header({ netPrice: '50.01' }), v4)).toBeNull();
    expect(mergeOrder(header({}), [...v4, sampleLine('b', { quantity: 1 })])).toBeNull();
    expect(mergeOrder(header({}), [...v4, sampleLine('b', { quantity: 1, isCancelled: true })])?.lines).toHaveLength(2);
  });

  it('never loses a case pack, neither to a cancelled line of the same SKU nor to a SKU that v4 names otherwise', () => {
    const v2 = sampleOrder('1', { lines: [sampleLine('a', { id: '', packSize: 6 })] });
    const cancelled = sampleLine('a', { id: 'old', isCancelled: true });
    const merged = mergeOrder(v2, [cancelled, sampleLine('a')]);
    expect(merged?.lines.map(({ id, packSize }) => [id, packSize])).toEqual([
      ['old', null],
      ['a', 6],
    ]);
    expect(mergeOrder(v2, [sampleLine('a', { sizeCode: 'other' })])).toBeNull();
  });
});

describe('the fingerprint of an order', () => {
  const order = sampleOrder('1', { lines: [sampleLine('a'), sampleLine('b')] });

  it('ORD-10 changes with anything that matters', () => {
    const others = [
      { ...order, poNumber: 'PO-2' },
      { ...order, stage: 'CANCELLED' as const },
      { ...order, shipStart: null },
      { ...order, shipTo: { ...order.shipTo, line1: 'x' } },
      { ...order, lines: [sampleLine('a'), sampleLine('b', { quantity: 11 })] },
      { ...order, lines: [sampleLine('a')] },
    ];
    expect(new Set([order, ...others].map(fingerprintOf)).size).toBe(others.length + 1);
  });

  it('takes no notice of dates of change, of line ids, of the order of lines or of keys', () => {
    const turned = ({ id: _id, styleNumber, ...line }: OrderLine): OrderLine => ({ ...line, styleNumber, id: 'other' });
    const same = {
      ...order,
      modifiedAt: '2027-01-01T00:00:00.000Z',
      createdAt: null,
      lines: [...order.lines].reverse().map(turned),
    };
    expect(fingerprintOf(same)).toBe(fingerprintOf(order));
  });
});
