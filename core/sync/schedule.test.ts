import { array, assert, boolean, integer, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour, instantOf, millisecondsOf, minute } from '../base/dates.ts';
import type { ScheduleState } from '../ledger/schedule.ts';
import { afterFailure, scheduleStep, type ScheduleFacts } from './schedule.ts';

const friday = Date.parse('2026-11-20T17:02:00Z');
const facts = (changed: Partial<ScheduleFacts> = {}): ScheduleFacts => ({
  now: friday,
  everyMinutes: 60,
  lastStart: null,
  isRunning: false,
  isHeld: false,
  isPaused: false,
  ...changed,
});
const stateAt = (due: number, seen: number): ScheduleState => ({
  dueAt: instantOf(due),
  seenAt: instantOf(seen),
  tries: 0,
});

describe('the schedule', () => {
  it('runs at once when nothing ever ran, and an hour after the last start otherwise', () => {
    expect(scheduleStep(null, facts())).toMatchObject({ isDue: true, state: { dueAt: instantOf(friday + hour) } });
    const after = scheduleStep(null, facts({ lastStart: friday - 20 * minute }));
    expect(after).toMatchObject({ isDue: false, state: { dueAt: instantOf(friday + 40 * minute) } });
  });

  it('RUN-8: a weekend asleep is caught up by one run, and what was missed is told', () => {
    const monday = friday + 61 * hour;
    const woken = scheduleStep(stateAt(friday + hour, friday), facts({ now: monday }));
    expect(woken.isDue).toBe(true);
    expect(woken.sleep).toEqual({ from: instantOf(friday), to: instantOf(monday), missed: 61 });
    const next = scheduleStep(woken.state, facts({ now: monday + minute }));
    expect(next).toMatchObject({ isDue: false, sleep: null, state: { dueAt: instantOf(monday + hour) } });
  });

  it('RUN-8: a sleep through the middle of a run is caught up by that run, started again', () => {
    const monday = friday + 61 * hour;
    const woken = scheduleStep(stateAt(friday + hour, friday), facts({ now: monday, isRunning: true }));
    expect(woken).toMatchObject({ isDue: false, sleep: { missed: 61 }, state: { dueAt: instantOf(monday + hour) } });
  });

  it('RUN-8: waits while it is held, then runs once', () => {
    const held = scheduleStep(stateAt(friday - hour, friday), facts({ isHeld: true }));
    expect(held).toMatchObject({ isDue: false, state: { dueAt: instantOf(friday - hour) } });
    expect(scheduleStep(held.state, facts({ now: friday + minute })).isDue).toBe(true);
  });

  it('misses nothing while it is paused', () => {
    const asleep = scheduleStep(stateAt(friday, friday), facts({ now: friday + 9 * hour, isPaused: true }));
    expect(asleep).toMatchObject({ isDue: false, sleep: { missed: 0 } });
  });

  it('RUN-8: a clock that was put back, or a shorter interval, leaves no gap longer than one interval', () => {
    const ahead = stateAt(friday + 9 * hour, friday + 8 * hour);
    expect(scheduleStep(ahead, facts())).toMatchObject({
      sleep: null,
      state: { dueAt: instantOf(friday + hour), seenAt: instantOf(friday) },
    });
  });

  it('RUN-8: runs by instants, so a change to summer time changes nothing', () => {
    // Sydney puts its clocks forward on 4 October 2026 at 16:00 UTC the day before.
    const before = Date.parse('2026-10-03T15:30:00Z');
    const step = scheduleStep(null, facts({ now: before }));
    expect(step.state.dueAt).toBe('2026-10-03T16:30:00.000Z');
  });

  it('tries again after a failure, later each time, never later than it was due', () => {
    let state = stateAt(friday + hour, friday);
    const waits = Array.from({ length: 5 }, () => {
      state = afterFailure({ ...state, dueAt: instantOf(friday + hour) }, friday);
      return (millisecondsOf(state.dueAt ?? '') - friday) / minute;
    });
    expect(waits).toEqual([5, 10, 20, 40, 60]);
  });

  it('never starts two runs by itself within an interval, however it is looked at', () => {
    const looks = array(record({ after: nat({ max: 300 * minute }), isHeld: boolean() }), { maxLength: 60 });
    const run = property(looks, integer({ min: 60, max: 600 }), (steps, everyMinutes) => {
      let now = friday;
      let state: ScheduleState | null = null;
      const starts: number[] = [];
      for (const { after, isHeld } of steps) {
        now += after;
        const step = scheduleStep(state, facts({ now, everyMinutes, isHeld }));
        state = step.state;
        if (step.isDue) starts.push(now);
      }
      return starts.every((start, index) => start - (starts[index - 1] ?? 0) >= everyMinutes * minute);
    });
    expect(() => assert(run)).not.toThrow();
  });
});
