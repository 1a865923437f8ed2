// The schedule's hands: looks at it with every beat, starts what is due, hears when the computer wakes and when its network
// comes. What is due and what was slept through is said by sync/schedule. Between two runs it starts the looks at orders
// whose sale is being checked, when they are due (ORD-4).
import { instantOf, millisecondsOf, minute, second, type Instant } from '../base/dates.ts';
import { isErrorCode, kindOfError, type ErrorCode } from '../base/errors.ts';
import type { Clock } from '../base/ports.ts';
import { errorView, keptErrorView } from '../contract/error-words.ts';
import type { AppStore } from '../contract/stores.ts';
import { afterFailure, isLookDue, scheduleStep } from '../sync/schedule.ts';
import type { LedgerReader } from './ledger-reader.ts';
import type { ComputerSignal } from './options.ts';
import type { RunEnd, Runner, Wish } from './runner.ts';

export interface Schedule {
  /** Looks, and starts a run that is due. `isReady` is false until set-up is finished. */
  beat(isReady: boolean): void;
  hear(signal: ComputerSignal): void;
  /** A run, or a wish, has ended: a failure that may pass is tried again. */
  ended(end: RunEnd): void;
  /** What stopped everything may be over: a person entered a key, or changed the settings. */
  release(): void;
  view(): Pick<AppStore['schedule'], 'nextDueAt' | 'stoppedBy'>;
}

/** How often a look is written down; well below what counts as asleep. */
const notedEvery = minute;
/** After waking, the network gets this long before a run tries without it. */
const networkPatience = 30 * second;

/** The schedule of one open profile. */
export function createSchedule(clock: Clock, reader: LedgerReader, runner: Runner): Schedule {
  let isOnline = true;
  let notBefore = 0;
  let releasedRun = '';
  let lastEnd: RunEnd | null = null;
  // Up to here every look that was due had its turn: one that failed is left to the next run.
  let lookedAt: Instant = '';

  const stoppedBy = (): AppStore['schedule']['stoppedBy'] => {
    const other = runner.waitsFor();
    if (other !== null) return errorView(other);
    if (lastEnd?.error?.scope === 'account') return lastEnd.runId === releasedRun ? null : errorView(lastEnd.error);
    const report = reader.latestReport();
    if (report === null || report.error === null || report.id === releasedRun) return null;
    const view = keptErrorView(report.error);
    return view.scope === 'account' ? view : null;
  };

  const save = (change: (state: ReturnType<typeof load>) => ReturnType<typeof load>) => {
    const state = change(load());
    if (state !== null) reader.ledger()?.schedule.save(state);
  };
  const load = () => reader.ledger()?.schedule.load() ?? null;

  const runNow = () => save((state) => (state === null ? null : { ...state, dueAt: instantOf(clock.now()) }));

  // What keeps it from starting comes back through `ended`.
  const start = (kind: Wish['kind'], only: Wish['only']) =>
    void runner.start({ kind, only, isFullPass: false, startedBy: 'timer' }).catch(() => undefined);

  return {
    beat(isReady) {
      const ledger = reader.ledger();
      if (ledger === null || !isReady) return;
      const { schedule } = reader.settings();
      const known = ledger.schedule.load();
      const now = clock.now();
      const last = ledger.runs.latest();
      const running = runner.current();
      const facts = {
        now,
        everyMinutes: schedule.everyMinutes,
        lastStart: last === null ? null : millisecondsOf(last.startedAt),
        // A run that is due waits for the end of a look, and is not replaced by it.
        isRunning: running !== null && running.wish.kind !== 'look',
        isHeld: !isOnline || now < notBefore || stoppedBy() !== null,
        isPaused: schedule.paused,
      };
      const { state, sleep, isDue } = scheduleStep(known, facts);
      if (sleep !== null) {
        ledger.schedule.addSleep(sleep);
        // Slept through the middle of a run: what it read is old, so it starts again from its beginning.
        runner.restart();
      }
      const isNews = known === null || state.dueAt !== known.dueAt || sleep !== null;
      if (isNews || now - millisecondsOf(known.seenAt) >= notedEvery) ledger.schedule.save(state);
      if (isDue) start('sync', null);
      else if (isLookDue(ledger.orders.nextLook(lookedAt), { ...facts, isRunning: running !== null })) {
        lookedAt = instantOf(now);
        start('look', ['orders']);
      }
    },
    hear(signal) {
      if (signal === 'wake') notBefore = clock.now() + networkPatience;
      else isOnline = signal === 'online';
      if (signal !== 'online') return;
      notBefore = 0;
      if ((load()?.tries ?? 0) > 0) runNow();
    },
    ended(end) {
      lastEnd = end;
      const { report, error, at } = end;
      if (end.wish.kind !== 'sync') return;
      const isTriedAgain = report === null ? error?.retryable === true : mayPass(report.outcome, report.error?.code);
      save((state) => {
        if (state === null) return null;
        if (isTriedAgain) return afterFailure(state, millisecondsOf(at));
        return { ...state, tries: 0 };
      });
    },
    release() {
      releasedRun = lastEnd?.runId ?? reader.latestReport()?.id ?? '';
    },
    view: () => ({
      nextDueAt: reader.settings().schedule.paused ? null : (load()?.dueAt ?? null),
      stoppedBy: stoppedBy(),
    }),
  };
}

/** A run that failed and may go through later without anybody doing anything; one that a person stopped is no failure. */
function mayPass(outcome: string, code: string | undefined): boolean {
  if (outcome !== 'failed') return false;
  const known: ErrorCode | null = code !== undefined && isErrorCode(code) ? code : null;
  return code === undefined || (known !== null && kindOfError(known).retryable);
}
