import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleDraft, sampleSaleLine } from '../model/test-samples.ts';
import { parseSettings } from '../settings/index.ts';
import { decideClaim, freeStock } from './claim.ts';

const settingsOf = (claim: string) => parseSettings(JSON.stringify({ orders: { claim } })).orders;

/** A draft that takes so many pieces of each product. */
const draftOf = (wanted: readonly (readonly [string, number])[]) =>
  sampleDraft(wanted.map(([productId, units]) => sampleSaleLine(productId, units)));

describe('ORD-5 claiming stock', () => {
  const order = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 4,
  });
  const stock = fc.array(
    fc.record({ productId: fc.constantFrom('a', 'b', 'c'), available: fc.integer({ min: -50_000, max: 300_000 }) }),
  );

  it('when-available: two orders never claim the same unit', () => {
    fc.assert(
      fc.property(stock, fc.array(order, { maxLength: 8 }), (lines, orders) => {
        const free = freeStock(lines);
        const before = new Map(free);
        const claimed = new Map<string, number>();
        for (const wanted of orders) {
          const { status, why } = decideClaim(draftOf(wanted), settingsOf('when-available'), 'live', free);
          expect(why === '').toBe(status === 'AUTHORISED');
          if (status === 'AUTHORISED')
            for (const [id, units] of wanted) claimed.set(id, (claimed.get(id) ?? 0) + units);
        }
        for (const [id, units] of claimed) expect(units).toBeLessThanOrEqual(before.get(id) ?? 0);
        for (const [id, units] of free) expect(units).toBe((before.get(id) ?? 0) - (claimed.get(id) ?? 0));
      }),
    );
  });

  it('when-available: an order that is short waits as a draft, takes nothing, and says how short it is', () => {
    const free = freeStock([{ productId: 'a', available: 55_000 }]);
    const decide = (units: number) =>
      decideClaim(
        draftOf([
          ['a', units],
          ['a', 1],
        ]),
        settingsOf('when-available'),
        'live',
        free,
      );
    expect(decide(5)).toEqual({ status: 'DRAFT', why: '1 unit is short in Main.' });
    expect(decide(9).why).toBe('5 units are short in Main.');
    expect(free.get('a')).toBe(5);
    expect(decide(4)).toEqual({ status: 'AUTHORISED', why: '' });
    expect(free.get('a')).toBe(0);
  });

  it('always claims, never below nothing; never leaves a draft', () => {
    const free = freeStock([{ productId: 'a', available: 20_000 }]);
    expect(decideClaim(draftOf([['a', 5]]), settingsOf('always'), 'live', free).status).toBe('AUTHORISED');
    expect(free.get('a')).toBe(0);
    expect(decideClaim(draftOf([['a', 5]]), settingsOf('never'), 'live', free).status).toBe('DRAFT');
  });

  it('SCOPE-3 the sandbox never claims, whatever the settings', () => {
    const free = freeStock([{ productId: 'a', available: 90_000 }]);
    expect(decideClaim(draftOf([['a', 1]]), settingsOf('always'), 'sandbox', free).status).toBe('DRAFT');
    expect(free.get('a')).toBe(9);
  });

  it('counts whole units, and nothing where less than nothing is there', () => {
    const free = freeStock([
      { productId: 'a', available: 19_999 },
      { productId: 'a', available: 25_000 },
      { productId: 'b', available: -30_000 },
    ]);
    expect(Object.fromEntries(free)).toEqual({ a: 3, b: 0 });
  });
});
