// When a run starts by itself (RUN-8). Due times are wall-clock instants that outlive the process, so a change to summer time
// changes nothing; what was slept through is caught up by one run, and told. Pure: the host looks, this says what is so.
import { instantOf, millisecondsOf, minute, type Instant } from '../base/dates.ts';
import type { ScheduleState, Sleep } from '../ledger/schedule.ts';

export interface ScheduleFacts {
  /** Epoch milliseconds. */
  readonly now: number;
  /** At least 60: the settings refuse less. */
  readonly everyMinutes: number;
  /** When the latest run started (epoch ms); null before the first. */
  readonly lastStart: number | null;
  readonly isRunning: boolean;
  /** What keeps a due run waiting: paused, no network yet, a rejected key, set-up not finished. */
  readonly isHeld: boolean;
  /** Paused runs aren't missed: somebody wanted none. */
  readonly isPaused: boolean;
}

export interface ScheduleStep {
  readonly state: ScheduleState & { readonly dueAt: string };
  /** The sleep that has just ended; null when there was none. */
  readonly sleep: Sleep | null;
  /** A run is due and may start: its follower is already noted. */
  readonly isDue: boolean;
}

/** Without a look for this long the computer, or Seamline, was asleep. */
const sleepAfter = 5 * minute;
const firstRetry = 5 * minute;

/** One look at the schedule. */
export function scheduleStep(known: ScheduleState | null, facts: ScheduleFacts): ScheduleStep {
  const { now, everyMinutes, lastStart, isRunning, isHeld, isPaused } = facts;
  const every = everyMinutes * minute;
  const wanted = known?.dueAt ?? null;
  const planned = wanted === null ? (lastStart === null ? now : lastStart + every) : millisecondsOf(wanted);
  // A clock that was put back, or a shorter interval, must not leave a gap longer than one interval.
  const due = Math.min(planned, now + every);
  const seen = known === null ? now : Math.min(millisecondsOf(known.seenAt), now);
  const sleep =
    now - seen > sleepAfter
      ? { from: instantOf(seen), to: instantOf(now), missed: isPaused || due > now ? 0 : missedRuns(due, now, every) }
      : null;
  const isDue = due <= now && !isRunning && !isHeld && !isPaused;
  // A run that was slept through starts again from its beginning: that one catches up.
  const isCaughtUp = isDue || (due <= now && isRunning && sleep !== null);
  const next = isCaughtUp ? now + every : due;
  return { state: { dueAt: instantOf(next), seenAt: instantOf(now), tries: known?.tries ?? 0 }, sleep, isDue };
}

/** True when an order that is being checked is due to be looked at, and nothing else is going on or keeps it waiting (ORD-4). */
export function isLookDue(
  next: Instant | null,
  { now, isRunning, isHeld, isPaused }: Pick<ScheduleFacts, 'now' | 'isRunning' | 'isHeld' | 'isPaused'>,
): boolean {
  return next !== null && millisecondsOf(next) <= now && !isRunning && !isHeld && !isPaused;
}

/** Due instants from `due` to `now`. */
const missedRuns = (due: number, now: number, every: number) => Math.floor((now - due) / every) + 1;

/**
 * The schedule after a run that didn't finish for a reason that may pass: tried again soon, then less and less soon, never
 * later than it was due anyway.
 */
export function afterFailure(state: ScheduleState, now: number): ScheduleState {
  const retry = now + firstRetry * 2 ** Math.min(state.tries, 6);
  const due = state.dueAt === null ? retry : Math.min(millisecondsOf(state.dueAt), retry);
  return { ...state, tries: state.tries + 1, dueAt: instantOf(due) };
}
