// The week's line: runs and sleeps of the last seven days.
import { day, millisecondsOf, shiftInstant, weekdayTimeIn, type Instant } from '../../base/dates.ts';
import type { RunReport } from '../../contract/run-report.ts';
import type { AppStore, WeekEntry } from '../../contract/stores.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { RunRecord } from '../../ledger/runs.ts';
import { changesOf } from '../../status/run.ts';
import { needsYouIn, sleepSentence, weekResult, weekSentence } from '../../status/week.ts';
import type { ReportOf } from '../reports.ts';

/** Runs that were to change something; dry runs aren't part of the line. */
export function weekOf(ledger: Ledger, reportOf: ReportOf, now: Instant): WeekEntry[] {
  let needsYouBefore = Number.POSITIVE_INFINITY;
  return ledger.runs
    .since(shiftInstant(now, -7 * day))
    .filter(({ kind }) => kind === 'sync')
    .map((run): WeekEntry => {
      const report = reportOf(run);
      const entry = entryOf(run, report, needsYouBefore);
      if (report !== null && report.error === null) needsYouBefore = needsYouIn(report);
      return entry;
    });
}

function entryOf(run: RunRecord, report: RunReport | null, needsYouBefore: number): WeekEntry {
  return {
    runId: run.id,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    result: weekResult(report, run.outcome, needsYouBefore),
    changes: report === null ? 0 : changesOf(report.flows),
    sentence: weekSentence(report, run.outcome),
  };
}

/** Sleeps of the last seven days, each with the run that caught up. */
export function sleepsOf(ledger: Ledger, zone: string, now: Instant): AppStore['sleeps'] {
  return ledger.schedule.sleeps(shiftInstant(now, -7 * day)).map(({ from, to, missed }) => {
    const caughtUp = ledger.runs
      .since(to)
      .find(({ kind, outcome }) => kind === 'sync' && (outcome === 'good' || outcome === 'needs-you'));
    const when = caughtUp === undefined ? null : weekdayTimeIn(zone, caughtUp.startedAt);
    return { from, to, sentence: sleepSentence(millisecondsOf(to) - millisecondsOf(from), missed, when) };
  });
}
