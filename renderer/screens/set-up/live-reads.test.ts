import { describe, expect, it } from 'vitest';
import type { RunStore } from '../../../core/contract/stores.ts';
import { seenWith } from './live-reads.ts';

type Current = NonNullable<RunStore['current']>;

const reading = (activity: string, done: number, total: number | null, change: Partial<Current> = {}): Current => ({
  id: 'run-1',
  kind: 'dry-run',
  phase: 'read-cin7',
  activity,
  done,
  total,
  etaSeconds: null,
  waitingFor: null,
  startedAt: '2026-11-23T03:19:00.000Z',
  startedBy: 'person',
  phases: [],
  isStopping: false,
  canStop: true,
  ...change,
});

const seen = (...progress: Current[]) =>
  progress.reduce<ReturnType<typeof seenWith>>((before, current) => seenWith(before, current), null)?.reads ?? [];

describe('what was read so far', () => {
  it('counts each list as it comes, and stops counting when the next one begins', () => {
    expect(
      seen(
        reading('products', 0, null),
        reading('products', 2_000, 6_106),
        reading('products', 6_106, 6_106),
        reading('families', 300, 492),
        reading('customers', 100, 300),
      ),
    ).toEqual([
      { what: 'products', done: 6_106, total: 6_106, isNow: false, isWhole: true },
      // Its last count never came: it isn't called whole.
      { what: 'families', done: 300, total: 492, isNow: false, isWhole: false },
      { what: 'customers', done: 100, total: 300, isNow: true, isWhole: false },
    ]);
  });

  it('leaves out what is no reading, and begins anew with another run', () => {
    expect(
      seen(reading('products', 6_106, 6_106), reading('comparing', 40, 400, { phase: 'products' })).map(
        ({ what, isNow }) => [what, isNow],
      ),
    ).toEqual([['products', false]]);
    expect(seen(reading('products', 6_106, 6_106), reading('families', 1, 2, { id: 'run-2' }))).toHaveLength(1);
    expect(seenWith(null, null)).toBeNull();
  });
});
