// The week's line: one entry per run, with what it did in few words.
import { count } from '../base/text.ts';
import { changesOf, runSentence, type RunFacts } from './run.ts';

export type WeekResult = 'unchanged' | 'changed' | 'new-for-you' | 'failed' | 'running';

/** What a run was in the week's line. `needsYouBefore` is what waited for the person when the run before it ended. */
export function weekResult(run: RunFacts | null, outcome: string | null, needsYouBefore: number): WeekResult {
  if (outcome === null) return 'running';
  if (run === null || outcome === 'failed' || outcome === 'broken') return 'failed';
  if (needsYouIn(run) > needsYouBefore) return 'new-for-you';
  return changesOf(run.flows) === 0 ? 'unchanged' : 'changed';
}

/** How many things a run found that wait for a person. */
export function needsYouIn({ flows }: RunFacts): number {
  return flows.reduce((sum, { needsYou }) => sum + needsYou, 0);
}

/** The words for a run; one whose process died has no report. */
export function weekSentence(run: RunFacts | null, outcome: string | null): string {
  if (outcome === null) return 'Running now.';
  if (run === null) return 'It was cut off: Seamline was closed while it ran. The next run went on from there.';
  if (run.outcome === 'failed' && run.error !== null) return run.error.sentence;
  return runSentence(run);
}

/**
 * A time without Seamline in words: `Asleep 61 h. Caught up Mon 07:43, nothing missed.` `caughtUp` is the day and time of the
 * run that did it; null while none has.
 */
export function sleepSentence(milliseconds: number, missed: number, caughtUp: string | null): string {
  const hours = milliseconds / 3_600_000;
  const asleep = `Asleep ${hours >= 1 ? `${Math.round(hours)} h` : `${Math.max(1, Math.round(hours * 60))} min`}`;
  if (missed === 0) return `${asleep}. No run was due.`;
  if (caughtUp === null) return `${asleep}, over ${count(missed, 'due run')}. The next run catches up.`;
  return `${asleep}. Caught up ${caughtUp}, nothing missed.`;
}
