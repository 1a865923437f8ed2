import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, plainText, sum } from '../base/decimal.ts';
import { compareWithSale, differingLines } from './sale-comparison.ts';

interface Line {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
  readonly total: string;
}

const product = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const line = fc
  .record({ productId: product, quantity: fc.integer({ min: 1, max: 40 }), cents: fc.integer({ min: 0, max: 90_000 }) })
  .map(({ productId, quantity, cents }) => lineOf(productId, quantity, new Decimal(cents).div(100).times(quantity)));

function lineOf(productId: string, quantity: number, total: Decimal): Line {
  return { productId, sku: productId.toUpperCase(), name: '', quantity: String(quantity), total: plainText(total) };
}

/** As both sides have it; freight is in the total only. */
function side(lines: readonly Line[], freight = '0') {
  const whole = lines.map((one) => ({
    ...one,
    price: '0',
    discount: '0',
    tax: '0',
    taxRule: '',
    comment: '',
    backordered: '0',
  }));
  const goods = sum(lines.map(({ total }) => new Decimal(total)));
  return { lines: whole, totalBeforeTax: plainText(goods.plus(freight)) };
}

const lines = fc.array(line, { maxLength: 8 });

describe('ORD-9 how an order and its sale differ', () => {
  it('is nothing for the same lines, in whatever order and however split', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 500 }), (given, freight) => {
        const split = given.flatMap((one) =>
          Number(one.quantity) < 2
            ? [one]
            : [
                lineOf(one.productId, 1, new Decimal(one.total).div(one.quantity)),
                lineOf(
                  one.productId,
                  Number(one.quantity) - 1,
                  new Decimal(one.total).minus(new Decimal(one.total).div(one.quantity)),
                ),
              ],
        );
        const comparison = compareWithSale(side(given, String(freight)), side(split.reverse(), String(freight)));
        expect(differingLines(comparison)).toEqual([]);
        expect(comparison.isEqual).toBe(true);
      }),
    );
  });

  it('adds up: the differences of the lines are that of the goods, and freight makes the rest', () => {
    fc.assert(
      fc.property(lines, lines, fc.integer({ min: 0, max: 500 }), (order, sale, freight) => {
        const comparison = compareWithSale(side(order, String(freight)), side(sale));
        const ofLines = sum(comparison.lines.map(({ difference }) => new Decimal(difference)));
        expect(plainText(ofLines)).toBe(comparison.goods.difference);
        expect(plainText(ofLines.plus(freight))).toBe(comparison.total.difference);
        expect(comparison.isEqual).toBe(
          differingLines(comparison).length === 0 && new Decimal(comparison.total.difference).abs().lte('0.01'),
        );
      }),
    );
  });

  it('is the same from the other side, with new for gone and more for less', () => {
    const mirrored = { new: 'gone', gone: 'new', more: 'less', less: 'more', price: 'price', same: 'same' } as const;
    fc.assert(
      fc.property(lines, lines, (order, sale) => {
        const there = compareWithSale(side(order), side(sale)).lines;
        const back = new Map(compareWithSale(side(sale), side(order)).lines.map((one) => [one.productId, one]));
        for (const { productId, change, difference, inOrder, inSale } of there) {
          const other = back.get(productId);
          expect(other?.change).toBe(mirrored[change]);
          expect(new Decimal(other?.difference ?? 0).plus(difference).toNumber()).toBe(0);
          expect([other?.inSale, other?.inOrder]).toEqual([inOrder, inSale]);
        }
        expect(back.size).toBe(there.length);
      }),
    );
  });

  it('names each product once, with quantity, unit price and amount of both sides', () => {
    const ten = (units: number) => new Decimal(10).times(units);
    const order = side([
      lineOf('a', 12, ten(12)),
      lineOf('b', 4, ten(4)),
      lineOf('c', 9, ten(9)),
      lineOf('e', 1, ten(1)),
    ]);
    const sale = side([lineOf('a', 8, ten(8)), lineOf('b', 6, ten(6)), lineOf('d', 5, ten(5)), lineOf('e', 1, ten(2))]);
    expect(compareWithSale(order, sale).lines).toMatchObject([
      { sku: 'A', change: 'more', inSale: { quantity: '8', price: '10', total: '80' }, difference: '40' },
      { sku: 'B', change: 'less', inOrder: { quantity: '4', price: '10' }, difference: '-20' },
      { sku: 'C', change: 'new', inSale: null, difference: '90' },
      { sku: 'E', change: 'price', inSale: { price: '20' }, inOrder: { price: '10' }, difference: '-10' },
      { sku: 'D', change: 'gone', inOrder: null, difference: '-50' },
    ]);
  });
});
