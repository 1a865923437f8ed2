import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../base/text.ts';
import { assignCodes, type KnownTrait, type TraitUse } from './codes.ts';

const name = fc.oneof(
  fc.constantFrom(
    'Navy',
    'navy',
    'NAVY ',
    'Washed Black',
    'Washed-Black',
    '黒',
    '赤',
    '',
    'X',
    'Crème',
    'N'.repeat(50),
  ),
  fc.string({ maxLength: 12 }),
);
const fresh = (names: readonly string[]): TraitUse[] => names.map((one) => ({ name: one, formerCode: null }));
const asKnown = (codes: ReadonlyMap<string, string>): KnownTrait[] =>
  [...codes].map(([of, code]) => ({ name: of, code }));

describe('codes of colours and sizes', () => {
  it('are read from the name, with a number where that is taken', () => {
    const codes = assignCodes(fresh(['Washed Black', 'washed-black', '黒', '赤', 'Off/White']), []);
    expect([...codes.values()]).toEqual(['WASHED-BLACK', 'WASHED-BLACK-2', 'X', 'X-2', 'OFF-WHITE']);
  });

  it('are unique, at most 30 long and plain, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const codes = [...assignCodes(fresh(names), []).values()];
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.filter((code) => !/^[A-Z0-9-]{1,30}$/.test(code))).toEqual([]);
        expect(codes).toHaveLength(new Set(names).size);
      }),
    );
  });

  it('STY-3 are minted once: the same names in another order, again and again, have the same codes', () => {
    const order = fc
      .array(name, { minLength: 1, maxLength: 12 })
      .chain((names) =>
        fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length })),
      );
    fc.assert(
      fc.property(order, ([names, shuffled]) => {
        const first = assignCodes(fresh(names), []);
        const uses = shuffled.map((one) => ({ name: one, formerCode: first.get(one) ?? null }));
        const second = assignCodes(uses, asKnown(first));
        expect(Object.fromEntries(second)).toEqual(Object.fromEntries(first));
        expect([...second.keys()]).toEqual([...new Set(shuffled)]);
      }),
    );
  });

  it('STY-3 a name in another case never takes the code of one that is still there', () => {
    const known = [{ name: 'Navy', code: 'NAVY' }];
    const uses = [
      { name: 'navy', formerCode: null },
      { name: 'Navy', formerCode: 'NAVY' },
    ];
    expect(Object.fromEntries(assignCodes(uses, known))).toEqual({ Navy: 'NAVY', navy: 'NAVY-2' });
    expect(Object.fromEntries(assignCodes(uses.slice(0, 1), known))).toEqual({ navy: 'NAVY' });
  });

  it('STY-3 a renamed colour keeps its code', () => {
    const known = [
      { name: 'Navy', code: 'NAVY' },
      { name: 'White', code: 'WHITE' },
    ];
    const renamed = assignCodes(
      [
        { name: 'Ink', formerCode: 'NAVY' },
        { name: 'Ink', formerCode: 'NAVY' },
        { name: 'White', formerCode: 'WHITE' },
        { name: 'Ink', formerCode: null },
      ],
      known,
    );
    expect(Object.fromEntries(renamed)).toEqual({ Ink: 'NAVY', White: 'WHITE' });
    // And back again.
    const back = [{ name: 'Navy', formerCode: 'NAVY' }];
    expect(assignCodes(back, [{ name: 'Ink', code: 'NAVY' }]).get('Navy')).toBe('NAVY');
  });

  it('STY-3 a colour that is split into two is not renamed: the old name keeps the code, new ones get their own', () => {
    const known = [{ name: 'Blue', code: 'BLUE' }];
    const kept = assignCodes(
      [
        { name: 'Blue', formerCode: 'BLUE' },
        { name: 'Sky', formerCode: 'BLUE' },
      ],
      known,
    );
    expect(Object.fromEntries(kept)).toEqual({ Blue: 'BLUE', Sky: 'SKY' });
    const both = assignCodes(
      [
        { name: 'Sea', formerCode: 'BLUE' },
        { name: 'Sky', formerCode: 'BLUE' },
      ],
      known,
    );
    expect(Object.fromEntries(both)).toEqual({ Sea: 'SEA', Sky: 'SKY' });
  });

  it('STY-3 two colours that become one take over one of their codes, never both', () => {
    const known = [
      { name: 'Navy', code: 'NAVY' },
      { name: 'Ink', code: 'INK' },
    ];
    const merged = assignCodes(
      [
        { name: 'Midnight', formerCode: 'NAVY' },
        { name: 'Midnight', formerCode: 'INK' },
      ],
      known,
    );
    expect(['NAVY', 'INK']).toContain(merged.get('Midnight'));
  });

  it('never gives a code that is kept for a retired name to a new one', () => {
    const retired = [{ name: 'Navy Blue', code: 'NAVY' }];
    expect(assignCodes(fresh(['Navy']), retired).get('Navy')).toBe('NAVY-2');
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(names, names, (before, after) => {
        const known = asKnown(assignCodes(fresh(before), []));
        const codes = assignCodes(fresh(after), known);
        const values = [...codes.values()];
        expect(new Set(values).size).toBe(values.length);
        const taken = known.filter(({ code }) => values.includes(code));
        expect(taken.filter((trait) => !after.some((one) => fold(one) === fold(trait.name)))).toEqual([]);
      }),
    );
  });

  it('survive what other systems made of known codes', () => {
    const adopted = [
      { name: 'Navy', code: '' },
      { name: 'White', code: 'wht' },
    ];
    expect(Object.fromEntries(assignCodes(fresh(['Navy', 'White', 'wht']), adopted))).toEqual({
      Navy: '',
      White: 'wht',
      wht: 'WHT',
    });
  });
});
