import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, moneyText, parseDecimal, plainText, round, scaleQuantity, sum, wholeUnits } from './decimal.ts';

/** A decimal text with up to twelve digits before and four behind the point. */
const decimalTexts = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.stringMatching(/^\d{0,4}$/))
  .map(([isNegative, whole, fraction]) => `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`);

const parsed = (text: string): Decimal => parseDecimal(text) ?? expect.fail(`${text} was not read`);

describe('reading decimals', () => {
  it('reads numbers and the texts that both APIs send', () => {
    const texts = ['100.00', ' 58 ', '0.5', '.5', '5.', '+3', '-3.10', '0'];
    expect(texts.map((text) => plainText(parsed(text)))).toEqual(['100', '58', '0.5', '0.5', '5', '3', '-3.1', '0']);
    expect(parseDecimal(58.1)?.toFixed()).toBe('58.1');
  });

  it('gives null for what is no finite number', () => {
    const others = ['', ' ', 'n/a', '1,234.50', '1e3', '0x10', '--1', '.', 'Infinity', 'NaN', '٣', null, undefined];
    const values = [...others, true, {}, [], ['1'], Number.NaN, Number.POSITIVE_INFINITY, 5n];
    expect(values.filter((value) => parseDecimal(value) !== null)).toEqual([]);
  });

  it('gives a finite decimal or null for anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseDecimal(value)?.isFinite() ?? true).toBe(true);
      }),
    );
  });

  it('comes back from its text as it was', () => {
    fc.assert(
      fc.property(decimalTexts, (text) => {
        const value = parsed(text);
        expect(parsed(plainText(value)).equals(value)).toBe(true);
        expect(plainText(parsed(`${text.includes('.') ? text : `${text}.`}000`))).toBe(plainText(value));
      }),
    );
  });
});

describe('writing decimals', () => {
  it('rounds half up, away from zero', () => {
    const cases: [string, number, string][] = [
      ['2.675', 2, '2.68'],
      ['1.005', 2, '1.01'],
      ['0.00005', 4, '0.0001'],
      ['-2.675', 2, '-2.68'],
      ['2.6749999', 2, '2.67'],
    ];
    for (const [text, places, expected] of cases) expect(plainText(round(parsed(text), places))).toBe(expected);
  });

  it('writes money with exactly two places and nothing as 0.00', () => {
    expect(['58', '58.125', '-0.001', '0', '1e3'].map((text) => moneyText(new Decimal(text)))).toEqual([
      '58.00',
      '58.13',
      '0.00',
      '0.00',
      '1000.00',
    ]);
  });

  it('writes equal values as equal texts, never with an exponent', () => {
    expect([0, -0, 1e-7, 1e21].map((value) => plainText(new Decimal(value)))).toEqual([
      '0',
      '0',
      '0.0000001',
      '1000000000000000000000',
    ]);
  });
});

describe('sums', () => {
  it('is zero for none', () => {
    expect(plainText(sum([]))).toBe('0');
  });

  it('adds up exactly, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(decimalTexts, { maxLength: 30 }), (texts) => {
        const tenThousandths = (text: string) => {
          const [whole = '', fraction = ''] = text.replace('-', '').split('.');
          const value = BigInt(`${whole}${fraction.padEnd(4, '0')}`);
          return text.startsWith('-') ? -value : value;
        };
        const expected = texts.reduce((total, text) => total + tenThousandths(text), 0n);
        expect(sum(texts.map(parsed)).times(10_000).toFixed()).toBe(String(expected));
        expect(sum(texts.map(parsed)).equals(sum(texts.map(parsed).reverse()))).toBe(true);
      }),
    );
  });

  it('adds up stock quantities without the errors of floats', () => {
    const rows = Array.from({ length: 10 }, () => scaleQuantity(0.1));
    expect(wholeUnits(rows.reduce((total, row) => total + row, 0))).toBe(1);
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (tenThousandths) => {
        expect(scaleQuantity(tenThousandths / 10_000)).toBe(tenThousandths);
        expect(wholeUnits(tenThousandths)).toBe(Math.floor(tenThousandths / 10_000));
      }),
    );
  });
});
