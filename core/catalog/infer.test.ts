import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceTier, PriceType } from '../model/account.ts';
import { guessCodeSource, guessPriceTypes, rankCodeSources } from './infer.ts';

const tiers = (...names: string[]): PriceTier[] => names.map((name, index) => ({ code: index + 1, name }));
const type = (name: string, currency: string): PriceType => ({ id: name, name, currency, retailCurrency: currency });
const guessed = (types: PriceType[], list: PriceTier[]) =>
  guessPriceTypes(types, list, 'AUD').map(({ setting }) => [setting?.wholesaleTier, setting?.retailTier]);

describe('which tier feeds a price type', () => {
  it('is told by the currency and the kind in its name', () => {
    const list = tiers('Retail AUD', 'Wholesale AUD', 'Retail USD', 'Wholesale USD', 'Tier 5');
    expect(guessed([type('USD-1', 'USD'), type('AUD-1', 'AUD')], list)).toEqual([
      [4, 3],
      [2, 1],
    ]);
  });

  it("takes a tier without a currency for the company's own", () => {
    expect(guessed([type('Domestic', 'AUD')], tiers('RRP', 'Trade price'))).toEqual([[2, 1]]);
  });

  it('goes without a retail tier where none fits', () => {
    expect(guessed([type('EU', 'EUR')], tiers('EUR Wholesale', 'Retail AUD'))).toEqual([[1, undefined]]);
  });

  it('is left to the person when two tiers or two price types fit as well', () => {
    expect(guessed([type('A', 'USD')], tiers('Wholesale USD', 'USD wholesale old'))).toEqual([[undefined, undefined]]);
    expect(guessed([type('A', 'USD'), type('B', 'USD')], tiers('Wholesale USD'))).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(guessed([type('A', 'USD')], tiers('Tier 1', 'Tier 2'))).toEqual([[undefined, undefined]]);
  });

  it('never names a tier that there is not, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 10 }), (names) => {
        const named = guessPriceTypes([type('A', 'USD')], tiers(...names), 'AUD').flatMap(
          ({ setting }) => setting ?? [],
        );
        expect(named.filter(({ wholesaleTier }) => wholesaleTier > names.length)).toEqual([]);
      }),
    );
  });
});

describe("where a retailer's code stands", () => {
  it('is the source that matches almost all, and more than the others', () => {
    const ranked = rankCodeSources([
      { from: 'id', matched: 0 },
      { from: 'name', matched: 3 },
      { from: { attribute: 1 }, matched: 81 },
    ]);
    expect(ranked.map(({ matched }) => matched)).toEqual([81, 3]);
    expect(guessCodeSource(ranked, 86)).toEqual({ attribute: 1 });
  });

  it('is left to the person when too few match, or two sources match as many', () => {
    expect(guessCodeSource([{ from: 'name', matched: 50 }], 86)).toBeNull();
    expect(
      guessCodeSource(
        [
          { from: 'name', matched: 86 },
          { from: { attribute: 2 }, matched: 86 },
        ],
        86,
      ),
    ).toBeNull();
    expect(guessCodeSource([], 0)).toBeNull();
  });
});
