import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, hashText } from './hash.ts';
import { oncePer } from './memo.ts';
import { isRecord } from './guards.ts';
import { chunks } from './slices.ts';
import { isSeamlineError, SeamlineError, toSeamlineError } from './errors.ts';

/** The same content with the keys of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}

describe('content hashes', () => {
  it('RUN-4 equal content has one hash, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(hashOf(turned(value))).toBe(hashOf(value));
        expect(hashOf(JSON.parse(JSON.stringify(value)))).toBe(hashOf(value));
        expect(hashOf(value)).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });

  it('RUN-4 different content has another hash', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        fc.pre(!isDeepStrictEqual(a, b));
        expect(hashOf(a)).not.toBe(hashOf(b));
      }),
    );
    const alike = [
      [],
      {},
      '',
      '[]',
      null,
      'null',
      [null],
      ['a,b'],
      ['a', 'b'],
      [['a'], 'b'],
      0,
      '0',
      false,
      { a: null },
    ];
    expect(new Set(alike.map(hashOf)).size).toBe(alike.length);
  });

  it('takes no notice of members that are undefined, but of the order of a list', () => {
    expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }));
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  });

  it('takes a fixed text as it stands', () => {
    expect(hashText('a')).not.toBe(hashText('A'));
    expect(hashText('a')).not.toBe(hashOf('a'));
  });
});

describe('small helpers', () => {
  it('compute once per object', () => {
    let computed = 0;
    const size = oncePer((list: readonly string[]) => {
      computed += 1;
      return list.length === 0 ? undefined : list.length;
    });
    const [empty, one] = [[], ['x']];
    expect([size(empty), size(empty), size(one), size(one), size(['x'])]).toEqual([undefined, undefined, 1, 1, 1]);
    expect(computed).toBe(3);
  });

  it('split a list into groups that put together are the list', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (items, size) => {
        const groups = chunks(items, size);
        expect(groups.flat()).toEqual(items);
        expect(groups.slice(0, -1).every((group) => group.length === size)).toBe(true);
        expect(groups.every((group) => group.length > 0)).toBe(true);
      }),
    );
  });
});

describe('the one error class', () => {
  it('keeps itself and wraps anything else as internal with its cause', () => {
    const own = new SeamlineError('refused', { sentence: 'No.', nextStep: 'Look.' });
    expect(toSeamlineError(own)).toBe(own);
    expect([own.scope, own.retryable, own.details]).toEqual(['item', false, {}]);
    const cause = new TypeError('x is undefined');
    const wrapped = toSeamlineError(cause);
    expect([wrapped.code, wrapped.cause]).toEqual(['internal', cause]);
    expect(toSeamlineError('a text').message).toContain('a text');
    expect([isSeamlineError(wrapped, 'internal'), isSeamlineError(wrapped, 'refused'), isSeamlineError(cause)]).toEqual(
      [true, false, false],
    );
  });
});
