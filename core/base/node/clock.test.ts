import { describe, expect, it, vi } from 'vitest';
import { isSeamlineError } from '../errors.ts';
import { seededIds, systemIds } from './ids.ts';
import { acceleratedClock, jumpingClock, manualClock, systemClock } from './clock.ts';

const startsAt = Date.parse('2026-11-23T01:00:00.000Z');

describe('an accelerated clock', () => {
  it('agrees with any other that was given the same anchor', () => {
    const anchor = Date.now() - 2_000;
    const one = acceleratedClock(startsAt, 60, anchor);
    const other = acceleratedClock(startsAt, 60, anchor);
    const before = one.now();
    const between = other.now();
    const after = one.now();
    expect(before).toBeGreaterThanOrEqual(startsAt + 120_000);
    expect(between).toBeGreaterThanOrEqual(before);
    expect(after).toBeGreaterThanOrEqual(between);
    expect(Number.isInteger(between)).toBe(true);
  });

  it('sleeps a fraction of real time and then shows at least the time slept', async () => {
    const clock = acceleratedClock(startsAt, 600);
    const before = clock.now();
    const real = performance.now();
    await clock.sleep(6_000);
    expect(performance.now() - real).toBeLessThan(2_000);
    // A timer may ring up to a millisecond early.
    expect(clock.now() - before).toBeGreaterThanOrEqual(6_000 - 1_200);
  });
});

describe('a clock that can jump', () => {
  it('goes forward to an instant, never back, and runs on from there', () => {
    const clock = jumpingClock(startsAt, 1);
    clock.jumpTo(startsAt + 3_600_000);
    const jumped = clock.now();
    expect(jumped).toBeGreaterThanOrEqual(startsAt + 3_600_000);
    clock.jumpTo(startsAt);
    expect(clock.now()).toBeGreaterThanOrEqual(jumped);
    expect(clock.now()).toBeLessThan(startsAt + 3_700_000);
  });
});

describe('a hand-driven clock', () => {
  it('stands still until it is advanced or slept on', async () => {
    const clock = manualClock(startsAt);
    expect([clock.now(), clock.now()]).toEqual([startsAt, startsAt]);
    clock.advance(5);
    await clock.sleep(1_000);
    expect(clock.now()).toBe(startsAt + 1_005);
  });

  it('wakes two sleepers at their own times, not at the sum', async () => {
    const clock = manualClock(startsAt);
    await Promise.all([clock.sleep(1_000), clock.sleep(3_000)]);
    expect(clock.now()).toBe(startsAt + 3_000);
  });
});

describe('sleeping', () => {
  it('ends with cancelled when its signal aborts, before it or during it', async () => {
    for (const clock of [systemClock, acceleratedClock(startsAt, 1), manualClock(startsAt)]) {
      const isCancelled = (error: unknown) => isSeamlineError(error, 'cancelled');
      await expect(clock.sleep(60_000, AbortSignal.abort())).rejects.toSatisfy(isCancelled);
      const controller = new AbortController();
      const sleeping = clock.sleep(60_000, controller.signal);
      controller.abort();
      await expect(sleeping).rejects.toSatisfy(isCancelled);
    }
  });

  it('lasts longer than the longest timer of the computer when it is asked to', async () => {
    vi.useFakeTimers();
    try {
      let isAwake = false;
      const month = 31 * 24 * 3_600_000;
      const sleeping = systemClock.sleep(month).then(() => (isAwake = true));
      await vi.advanceTimersByTimeAsync(month - 1);
      expect(isAwake).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await sleeping;
      expect(isAwake).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('ids', () => {
  it('are the same for the same seed and others for another', () => {
    const draw = (seed: number) => {
      const ids = seededIds(seed);
      return [ids.uuid(), ids.fraction(), ids.uuid()];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('look like UUIDs, and fractions lie from 0 to below 1', () => {
    for (const ids of [seededIds(1), systemIds]) {
      const drawn = Array.from({ length: 500 }, () => ids.uuid());
      expect(new Set(drawn).size).toBe(500);
      for (const id of drawn)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const fractions = Array.from({ length: 500 }, () => ids.fraction());
      expect(fractions.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true);
    }
  });
});
