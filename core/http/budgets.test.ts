import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryBudgetStore, type Budget, type BudgetStore } from './budget.ts';
import type { Lane } from './operation.ts';
import { rollingBudget } from './rolling-budget.ts';
import { windowBudget } from './window-budget.ts';

const start = Date.parse('2026-11-23T01:00:00.000Z');
const minute = 60_000;

const rolling = (store: BudgetStore = memoryBudgetStore()) =>
  rollingBudget({ calls: 50, seconds: 60, reserve: 5, store });
const fixed = (store: BudgetStore = memoryBudgetStore()) =>
  windowBudget({ credits: 300, seconds: 300, reserve: 30, store });

/** A store that keeps what a file would: text. */
function fileLikeStore(): BudgetStore {
  let text: string | undefined;
  return {
    load: () => (text === undefined ? undefined : JSON.parse(text)),
    save(state) {
      text = JSON.stringify(state);
    },
  };
}

interface Step {
  readonly pause: number;
  readonly lane: Lane;
  readonly cost: number;
  readonly restarts: boolean;
  /** Milliseconds by which the clock is put back. */
  readonly back: number;
}

const steps = (costs: readonly number[], puts: number) =>
  fc.array(
    fc.record({
      pause: fc.oneof({ weight: 6, arbitrary: fc.nat(1_500) }, { weight: 1, arbitrary: fc.nat(6 * minute) }),
      lane: fc.constantFrom<Lane>('background', 'person'),
      cost: fc.constantFrom(...costs),
      restarts: fc.nat(9).map((dice) => dice === 0),
      back: fc.nat(puts === 0 ? 0 : 20).map((dice) => (dice === 1 ? puts : 0)),
    }),
    { minLength: 150, maxLength: 260, size: 'max' },
  );

/** Lives through the steps as the transport does, and gives when what went out, in true time. */
function live(schedule: readonly Step[], open: (store: BudgetStore) => Budget) {
  const store = fileLikeStore();
  let budget = open(store);
  let time = start;
  let offset = 0;
  let longestWait = 0;
  const sent: { at: number; cost: number; lane: Lane }[] = [];
  for (const { pause, lane, cost, restarts, back } of schedule) {
    time += pause;
    offset -= back;
    if (restarts) budget = open(store);
    const asked = time;
    for (
      let wait = budget.waitFor(cost, lane, time + offset);
      wait > 0;
      wait = budget.waitFor(cost, lane, time + offset)
    )
      time += wait;
    longestWait = Math.max(longestWait, time - asked);
    budget.spend(cost, time + offset);
    sent.push({ at: time, cost, lane });
  }
  return { sent, longestWait };
}

describe("Cin7 Core's rolling budget", () => {
  const mostInAnyMinute = (sent: readonly { at: number }[]) =>
    Math.max(0, ...sent.map(({ at }) => sent.filter((one) => one.at > at - minute && one.at <= at).length));

  it('RUN-5 never lets more than its calls out in any 60 seconds, whatever the schedule and the restarts', () => {
    fc.assert(
      fc.property(steps([1], 0), (schedule) => {
        const { sent, longestWait } = live(schedule, rolling);
        expect(mostInAnyMinute(sent)).toBeLessThanOrEqual(50);
        expect(longestWait).toBeLessThanOrEqual(minute);
      }),
      { numRuns: 30 },
    );
  });

  it('RUN-5 a clock that is put back neither lets more out nor locks the door', () => {
    fc.assert(
      fc.property(steps([1], 26 * 60 * minute), (schedule) => {
        const { sent, longestWait } = live(schedule, rolling);
        expect(mostInAnyMinute(sent)).toBeLessThanOrEqual(50);
        expect(longestWait).toBeLessThanOrEqual(minute + 1);
      }),
      { numRuns: 30 },
    );
  });

  it('RUN-5 keeps the reserve for a person', () => {
    const budget = rolling();
    for (let call = 0; call < 45; call += 1) budget.spend(1, start);
    expect(budget.waitFor(1, 'background', start + 1_000)).toBe(59_001);
    expect(budget.waitFor(1, 'person', start + 1_000)).toBe(0);
    for (let call = 0; call < 5; call += 1) budget.spend(1, start + 1_000);
    expect(budget.waitFor(1, 'person', start + 1_000)).toBe(59_001);
    expect(budget.reading(start + 1_000)).toEqual({
      used: 50,
      allowance: 45,
      reserve: 5,
      resetsAt: start + 61_000,
    });
  });

  it('RUN-5 a refusal shrinks the allowance to what evidently fits, and it grows back', () => {
    const budget = rolling();
    for (let call = 0; call < 20; call += 1) budget.spend(1, start);
    budget.refuse(start, 40_000);
    expect(budget.waitFor(1, 'person', start)).toBe(60_001);
    expect(budget.reading(start).allowance).toBe(11);
    const allowances = [1, 2, 4, 7, 8].map((minutes) => budget.reading(start + minutes * minute).allowance);
    expect(allowances).toEqual([16, 21, 31, 45, 45]);
  });

  it('waits at least 30 s and at most 90 s after a refusal', () => {
    for (const [asked, waits] of [
      [0, 30_000],
      [45_000, 45_000],
      [null, 60_000],
      [3_600_000, 90_000],
    ] as const) {
      const budget = rolling();
      budget.refuse(start, asked);
      expect(budget.waitFor(1, 'background', start)).toBe(waits);
    }
  });

  it('goes on working after any number of refusals, and says so honestly', () => {
    const budget = rolling();
    let now = start;
    for (let refusal = 0; refusal < 20; refusal += 1) {
      budget.spend(1, now);
      budget.refuse(now, 60_000);
      expect(budget.reading(now).allowance).toBeGreaterThanOrEqual(1);
      now += budget.waitFor(1, 'background', now);
      expect(budget.waitFor(1, 'background', now)).toBe(0);
    }
  });

  it('a refusal is forgotten in time although the clock was put back behind it', () => {
    const budget = rolling();
    budget.spend(1, start);
    budget.refuse(start, null);
    const back = start - 26 * 60 * minute;
    expect(budget.waitFor(1, 'person', back)).toBeLessThanOrEqual(90_000);
    expect(budget.reading(back + 15 * minute).allowance).toBe(45);
  });

  it('tells how long work will take no shorter than it does', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 300 }), (used, requests) => {
        const budget = rolling();
        let now = start;
        for (let call = 0; call < used; call += 1) budget.spend(1, now);
        const told = budget.timeFor(requests, 1, now);
        for (let call = 0; call < requests; call += 1) {
          now += budget.waitFor(1, 'background', now);
          budget.spend(1, now);
        }
        // Each wait is a millisecond longer than the stretch.
        expect(now - start).toBeLessThanOrEqual(told + Math.ceil(requests / 45) + 1);
        expect(told).toBeLessThanOrEqual(now - start + minute);
      }),
      { numRuns: 60 },
    );
  });
});

describe("JOOR's window budget", () => {
  /** JOOR's own rule: the first request opens a window, the next one after its end opens another (JOOR 4.2). */
  function mostInAWindow(sent: readonly { at: number; cost: number }[]): number {
    let [opened, used, most] = [Number.NEGATIVE_INFINITY, 0, 0];
    for (const { at, cost } of sent) {
      if (at >= opened + 300_000) [opened, used] = [at, 0];
      used += cost;
      most = Math.max(most, used);
    }
    return most;
  }

  it('RUN-5 never spends more than the quota in a window as JOOR counts it, restarts or not', () => {
    fc.assert(
      fc.property(steps([1, 5], 0), (schedule) => {
        const { sent, longestWait } = live(schedule, fixed);
        expect(mostInAWindow(sent)).toBeLessThanOrEqual(300);
        expect(longestWait).toBeLessThanOrEqual(302_000);
      }),
      { numRuns: 30 },
    );
  });

  it('RUN-5 a clock that is put back neither spends more nor locks the door for longer than a window', () => {
    fc.assert(
      fc.property(steps([1, 5], 26 * 60 * minute), (schedule) => {
        const { sent, longestWait } = live(schedule, fixed);
        expect(mostInAWindow(sent)).toBeLessThanOrEqual(300);
        expect(longestWait).toBeLessThanOrEqual(302_000);
      }),
      { numRuns: 30 },
    );
  });

  it('RUN-5 keeps the reserve for a person, and what is free costs nothing', () => {
    const budget = fixed();
    for (let write = 0; write < 54; write += 1) budget.spend(5, start);
    expect(budget.waitFor(1, 'background', start + minute)).toBe(242_000);
    expect(budget.waitFor(5, 'person', start + minute)).toBe(0);
    expect(budget.waitFor(0, 'background', start + minute)).toBe(0);
    budget.spend(0, start + minute);
    expect(budget.reading(start + minute)).toEqual({
      used: 270,
      allowance: 270,
      reserve: 30,
      resetsAt: start + 302_000,
    });
    expect(budget.reading(start + 302_000)).toEqual({ used: 0, allowance: 270, reserve: 30, resetsAt: null });
  });

  it('RUN-5 a refusal waits as asked, else until the window ends, and then begins anew', () => {
    const asked = fixed();
    asked.spend(5, start);
    asked.refuse(start + minute, 20_000);
    expect(asked.waitFor(1, 'person', start + minute)).toBe(20_000);
    expect(asked.waitFor(1, 'person', start + minute + 20_000)).toBe(0);
    const unasked = fixed();
    unasked.spend(5, start);
    unasked.refuse(start + minute, null);
    expect(unasked.waitFor(1, 'background', start + minute)).toBe(242_000);
    const first = fixed();
    first.refuse(start, null);
    expect(first.waitFor(1, 'background', start)).toBe(302_000);
    const absurd = fixed();
    absurd.refuse(start, 86_400_000);
    expect(absurd.waitFor(1, 'background', start)).toBe(302_000);
  });

  it('lives beside a neighbour who spends from the same window: refusals are few and end', () => {
    fc.assert(
      fc.property(fc.nat(290_000), fc.integer({ min: 100, max: 300 }), (earlier, theirs) => {
        const budget = fixed();
        let now = start;
        let [opened, used, refusals] = [start - earlier, theirs, 0];
        for (let sent = 0; sent < 400;) {
          now += budget.waitFor(1, 'background', now) || 100;
          budget.spend(1, now);
          if (now >= opened + 300_000) [opened, used] = [now, 0];
          if (used + 1 > 300) {
            refusals += 1;
            budget.refuse(now, opened + 300_000 - now);
            continue;
          }
          used += 1;
          sent += 1;
        }
        expect(refusals).toBeLessThanOrEqual(2);
      }),
      { numRuns: 40 },
    );
  });

  it('survives a restart in the middle of a window, and a store that holds nonsense', () => {
    const store = fileLikeStore();
    const before = fixed(store);
    for (let write = 0; write < 54; write += 1) before.spend(5, start);
    expect(fixed(store).waitFor(1, 'background', start + 1_000)).toBe(301_000);
    for (const nonsense of [null, 'x', { used: 'many' }, { openedAt: null, used: null, blockedUntil: 0 }, []]) {
      const broken = { load: () => nonsense, save: () => undefined };
      expect(fixed(broken).waitFor(1, 'background', start)).toBe(0);
      expect(rolling(broken).waitFor(1, 'background', start)).toBe(0);
    }
  });

  it('tells how long work will take exactly', () => {
    fc.assert(
      fc.property(fc.nat(53), fc.integer({ min: 1, max: 300 }), fc.constantFrom(1, 5), (used, requests, cost) => {
        const budget = fixed();
        let now = start;
        for (let write = 0; write < used; write += 1) budget.spend(5, now);
        const told = budget.timeFor(requests, cost, now);
        for (let request = 0; request < requests; request += 1) {
          now += budget.waitFor(cost, 'background', now);
          budget.spend(cost, now);
        }
        expect(now - start).toBe(told);
      }),
      { numRuns: 60 },
    );
  });
});
