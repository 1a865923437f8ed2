import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inSlices } from './slices.ts';

/** Computes for so many milliseconds. */
function compute(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('work in slices', () => {
  it('lets others have their turn in between, in the order of the items', async () => {
    const seen: (number | 'turn')[] = [];
    const other = nextTurn().then(() => seen.push('turn'));
    await inSlices([1, 2, 3, 4], 2, (group) => {
      seen.push(...group);
      compute(10);
    });
    await other;
    expect(seen.filter((one) => one !== 'turn')).toEqual([1, 2, 3, 4]);
    expect(seen.slice(seen.indexOf(2), seen.indexOf(3))).toContain('turn');
  });

  it('passes a failure on and stops', async () => {
    const done: number[] = [];
    const failing = inSlices([1, 2, 3], 1, ([one = 0]) => {
      if (one === 2) throw new Error('no');
      done.push(one);
    });
    await expect(failing).rejects.toThrow('no');
    expect(done).toEqual([1]);
  });
});
