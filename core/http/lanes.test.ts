import { describe, expect, it } from 'vitest';
import { isSeamlineError } from '../base/errors.ts';
import { manualClock } from '../base/node/clock.ts';
import type { Clock } from '../base/ports.ts';
import { memoryBudgetStore, type BudgetStore } from './budget.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { Lane } from './operation.ts';
import { windowBudget } from './window-budget.ts';

const start = Date.parse('2026-11-23T01:00:00.000Z');

/** A clock on which nobody ever wakes up: what happens, happens without waiting. */
const stillClock: Clock = { now: () => start, sleep: () => new Promise(() => undefined) };

/** Ten credits per window of 300 s and its margin of 2 s, four of them for a person. */
function lanesOver(clock: Clock, store: BudgetStore = memoryBudgetStore()) {
  const waits: (number | null)[] = [];
  const budget = windowBudget({ credits: 10, seconds: 300, reserve: 4, store });
  return { budget, waits, lanes: createLanes(clock, budget, (until) => waits.push(until)) };
}

/** Runs named tasks and notes the order in which they began. */
function taskBook(lanes: Lanes) {
  const begun: string[] = [];
  return {
    begun,
    run: (name: string, lane: Lane, cost: number, signal?: AbortSignal) =>
      lanes.run(lane, cost, signal, async () => {
        begun.push(name);
        await Promise.resolve();
        return name;
      }),
  };
}

const isCancelled = (error: unknown) => isSeamlineError(error, 'cancelled');

describe('the two lanes', () => {
  it('RUN-1 have one request in flight, and a person goes before what waits in the background', async () => {
    const { lanes } = lanesOver(manualClock(start));
    let inFlight = 0;
    let most = 0;
    const begun: string[] = [];
    const run = (name: string, lane: Lane) =>
      lanes.run(lane, 1, undefined, async () => {
        begun.push(name);
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight -= 1;
      });
    await Promise.all([run('b1', 'background'), run('b2', 'background'), run('p1', 'person'), run('p2', 'person')]);
    expect(begun).toEqual(['b1', 'p1', 'p2', 'b2']);
    expect(most).toBe(1);
  });

  it("RUN-1 a background request that waits for JOOR's window doesn't hold up a person", async () => {
    const { lanes, waits } = lanesOver(stillClock);
    const { begun, run } = taskBook(lanes);
    await run('b1', 'background', 5);
    void run('b2', 'background', 5);
    expect(await run('p1', 'person', 5)).toBe('p1');
    expect(begun).toEqual(['b1', 'p1']);
    expect(waits).toEqual([start + 302_000, null, start + 302_000]);
  });

  it('go on by themselves when the window ends', async () => {
    const clock = manualClock(start);
    const { lanes, waits } = lanesOver(clock);
    const { run } = taskBook(lanes);
    await Promise.all([run('b1', 'background', 5), run('b2', 'background', 5)]);
    expect(clock.now()).toBe(start + 302_000);
    expect(waits).toEqual([start + 302_000, null]);
  });

  it('give a failing task its own error and go on with the next', async () => {
    const { lanes } = lanesOver(manualClock(start));
    const failing = lanes.run('background', 1, undefined, () => Promise.reject(new Error('broken')));
    const next = lanes.run('background', 1, undefined, () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });

  it('never begin what was cancelled before or while it waited', async () => {
    const { lanes } = lanesOver(stillClock);
    const { begun, run } = taskBook(lanes);
    await run('b1', 'background', 5);
    await expect(run('b2', 'background', 1, AbortSignal.abort())).rejects.toSatisfy(isCancelled);
    const controller = new AbortController();
    const waiting = run('b3', 'background', 5, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toSatisfy(isCancelled);
    expect(begun).toEqual(['b1']);
  });

  it('let the next one go at once when the one that waited in front of it is cancelled', async () => {
    const { lanes, waits } = lanesOver(stillClock);
    const { run } = taskBook(lanes);
    await run('b1', 'background', 5);
    const controller = new AbortController();
    const front = run('b2', 'background', 5, controller.signal);
    const behind = run('b3', 'background', 1);
    controller.abort();
    await expect(front).rejects.toSatisfy(isCancelled);
    expect(await behind).toBe('b3');
    expect(waits.at(-1)).toBeNull();
  });

  it('leave nothing behind that would keep the process alive when the last one is cancelled', async () => {
    const naps: (AbortSignal | undefined)[] = [];
    const clock: Clock = {
      now: () => start,
      sleep(_milliseconds, signal) {
        naps.push(signal);
        return new Promise(() => undefined);
      },
    };
    const { lanes } = lanesOver(clock);
    const { run } = taskBook(lanes);
    await run('b1', 'background', 5);
    const controller = new AbortController();
    const waiting = [run('b2', 'background', 5, controller.signal), run('b3', 'background', 5, controller.signal)];
    controller.abort();
    for (const one of waiting) await expect(one).rejects.toSatisfy(isCancelled);
    expect(naps.length).toBeGreaterThan(0);
    expect(naps.filter((signal) => signal?.aborted !== true)).toEqual([]);
  });

  it('a cancel after the request went leaves its end to the request', async () => {
    const { lanes } = lanesOver(manualClock(start));
    const controller = new AbortController();
    const running = lanes.run('person', 1, controller.signal, async () => {
      controller.abort();
      await Promise.resolve();
      return 'answered all the same';
    });
    expect(await running).toBe('answered all the same');
  });

  it('fail only the request whose cost could not be noted, and go on with the next', async () => {
    let isFull = true;
    const store = memoryBudgetStore();
    const { lanes } = lanesOver(manualClock(start), {
      load: () => store.load(),
      save(state) {
        if (isFull) throw new Error('the disk is full');
        store.save(state);
      },
    });
    const { begun, run } = taskBook(lanes);
    await expect(run('b1', 'background', 1)).rejects.toThrow('the disk is full');
    const done = lanes.run('background', 0, undefined, async () => {
      const next = run('b2', 'background', 1);
      await Promise.resolve();
      return { next };
    });
    // The failure belongs to the one that waits, not to the one that is just done.
    await expect((await done).next).rejects.toThrow('the disk is full');
    isFull = false;
    expect(await run('b3', 'background', 1)).toBe('b3');
    expect(begun).toEqual(['b3']);
  });
});
