import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, moneyText, plainText, round, sum } from '../base/decimal.ts';
import type { OrderLine } from '../model/order.ts';
import { sampleLine, sampleOrder } from '../model/test-samples.ts';
import { priceOrder, taxOf } from './money.ts';

/** Cents as a decimal text. */
const money = (cents: number) => plainText(new Decimal(cents).div(100));

const line = fc
  .record({ quantity: fc.integer({ min: 1, max: 60 }), cents: fc.integer({ min: 1, max: 50_000 }) })
  .map(({ quantity, cents }) => sampleLine('a', { quantity, netPrice: money(cents), listPrice: money(cents) }));
const lines = fc.array(line, { minLength: 1, maxLength: 40 });

const goodsOf = (list: readonly OrderLine[]) =>
  sum(list.map(({ netPrice, quantity }) => new Decimal(netPrice).times(quantity)));

describe("ORD-7 an order's money", () => {
  it('is goods and freight when there is no discount, to the last place', () => {
    fc.assert(
      fc.property(lines, fc.nat(100_00), (list, freight) => {
        const priced = priceOrder(sampleOrder('1', { freight: money(freight) }), list);
        expect(plainText(priced.totalBeforeTax)).toBe(plainText(goodsOf(list).plus(money(freight))));
        expect(priced.lines.every(({ discount, listPrice }) => discount.isZero() && listPrice === null)).toBe(true);
      }),
    );
  });

  it("equals JOOR's total within a cent for a discount in percent, which stays a percentage of each line", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 10_000 }), fc.boolean(), (list, hundredths, isAmountGiven) => {
        const goods = goodsOf(list);
        const percent = new Decimal(hundredths).div(100);
        const amount = round(goods.times(percent).div(100), 2);
        const order = sampleOrder('1', {
          discountPercent: plainText(percent),
          discountAmount: isAmountGiven ? plainText(amount) : '0',
        });
        const priced = priceOrder(order, list);
        expect(priced.totalBeforeTax.minus(goods.minus(amount)).abs().lessThanOrEqualTo('0.01')).toBe(true);
        expect(priced.lines.every(({ discount }) => discount.equals(percent))).toBe(true);
        expect(priced.lines.every((one, at) => one.price.equals(list[at]?.netPrice ?? 0))).toBe(true);
      }),
    );
  });

  it("equals JOOR's total to the cent for a discount that is an amount, spread over the prices", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 50 }), fc.nat(99), fc.nat(5_000), (list, share, odd, freight) => {
        const goods = goodsOf(list);
        const amount = round(goods.times(share).div(100), 2).minus(money(odd)).abs();
        const order = sampleOrder('1', { discountAmount: plainText(amount), freight: money(freight) });
        const priced = priceOrder(order, list);
        expect(moneyText(priced.totalBeforeTax)).toBe(moneyText(goods.minus(amount).plus(money(freight))));
        expect(priced.lines.every(({ price }) => round(price, 4).equals(price))).toBe(true);
        // No line carries more than its fair part of the discount, but for what rounding leaves over.
        const left = goods.isZero() ? new Decimal(1) : goods.minus(amount).div(goods);
        const unfair = priced.lines.filter(({ price }, at) =>
          price
            .minus(new Decimal(list[at]?.netPrice ?? 0).times(left))
            .abs()
            .greaterThan('0.005'),
        );
        expect(unfair).toEqual([]);
      }),
    );
  });

  it('stays right for the large quantities on which rounded prices used to lose cents', () => {
    const list = [
      sampleLine('a', { quantity: 4_999, netPrice: '19.99' }),
      sampleLine('b', { quantity: 333, netPrice: '7.77' }),
      sampleLine('c', { quantity: 7, netPrice: '11' }),
    ];
    const priced = priceOrder(sampleOrder('1', { discountAmount: '1234.56' }), list);
    expect(moneyText(priced.totalBeforeTax)).toBe(moneyText(goodsOf(list).minus('1234.56')));
  });

  it('shows the list price where another one is sold at', () => {
    const list = [
      sampleLine('a', { listPrice: '100', netPrice: '90' }),
      sampleLine('b', { listPrice: '50.0', netPrice: '50' }),
    ];
    const priced = priceOrder(sampleOrder('1'), list);
    expect(priced.lines.map(({ listPrice }) => (listPrice === null ? null : plainText(listPrice)))).toEqual([
      '100',
      null,
    ]);
  });

  it('believes the amount when percentage and amount say different things', () => {
    const list = [sampleLine('a', { quantity: 10, netPrice: '100' })];
    const priced = priceOrder(sampleOrder('1', { discountPercent: '10', discountAmount: '150' }), list);
    expect([plainText(priced.totalBeforeTax), plainText(priced.lines[0]?.discount ?? new Decimal(-1))]).toEqual([
      '850',
      '0',
    ]);
  });

  it('spreads a percentage that Cin7 Core could not take as it is', () => {
    const list = [sampleLine('a', { quantity: 3, netPrice: '100' })];
    const priced = priceOrder(sampleOrder('1', { discountPercent: '33.333' }), list);
    expect(moneyText(priced.totalBeforeTax)).toBe('200.00');
    expect(priced.lines[0]?.discount.isZero()).toBe(true);
  });

  it('survives free goods and no goods', () => {
    const free = priceOrder(sampleOrder('1', { discountAmount: '5' }), [sampleLine('a', { netPrice: '0' })]);
    expect(plainText(free.totalBeforeTax)).toBe('0');
    expect(plainText(priceOrder(sampleOrder('1', { discountAmount: '5', freight: '7' }), []).totalBeforeTax)).toBe('7');
  });

  it('is never computed in floats: a thousand lines of 0.10 are 100', () => {
    const list = Array.from({ length: 1_000 }, () => sampleLine('a', { quantity: 1, netPrice: '0.1' }));
    expect(plainText(priceOrder(sampleOrder('1'), list).totalBeforeTax)).toBe('100');
  });

  it('has tax rounded per line to cents, or per document to four places', () => {
    const tax = (rounding: 'line' | 'document') => plainText(taxOf(new Decimal('33.33'), '8.875', rounding));
    expect([tax('line'), tax('document')]).toEqual(['2.96', '2.958']);
  });
});
