import { describe, expect, test } from 'vitest';
import { applySnapshot, emptyMirror } from './mirror.ts';

const revisions = (styles: number) => ({ styles, orders: 0, customers: 0, linesheets: 0, attention: 0, runs: 0 });
const snapshot = (epoch: string, rev: number, styles: number) => ({
  store: 'revisions' as const,
  epoch,
  rev,
  value: revisions(styles),
});

describe('the mirror of the stores', () => {
  test('takes a newer snapshot and drops an older or equal one', () => {
    const first = applySnapshot(emptyMirror, snapshot('a', 2, 20));
    expect(first.values.revisions?.styles).toBe(20);
    expect(applySnapshot(first, snapshot('a', 1, 10))).toBe(first);
    expect(applySnapshot(first, snapshot('a', 2, 99))).toBe(first);
    expect(applySnapshot(first, snapshot('a', 3, 30)).values.revisions?.styles).toBe(30);
  });

  test('forgets everything when the host started anew, whatever the rev', () => {
    const old = applySnapshot(applySnapshot(emptyMirror, snapshot('a', 9, 90)), {
      store: 'attention',
      epoch: 'a',
      rev: 5,
      value: { open: [] },
    });
    const fresh = applySnapshot(old, snapshot('b', 1, 1));
    expect(fresh.values.revisions?.styles).toBe(1);
    expect(fresh.values.attention).toBeNull();
  });

  test('keeps what it knows when a snapshot does not fit, and says so', () => {
    const good = applySnapshot(emptyMirror, snapshot('a', 1, 10));
    const bad = applySnapshot(good, { store: 'revisions', epoch: 'a', rev: 2, value: { styles: 'many' } });
    expect(bad.values.revisions?.styles).toBe(10);
    expect(bad.isUnreadable).toBe(true);
    expect(applySnapshot(bad, snapshot('a', 3, 11)).isUnreadable).toBe(false);
  });
});
