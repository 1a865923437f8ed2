// Turns what flows report into one progress object, at most ten times a second, with an honest time left: the pace so
// far, and what JOOR's credits will allow.
import { instantOf, second } from '../base/dates.ts';
import type { Clock } from '../base/ports.ts';
import type { Progress } from '../contract/progress.ts';
import type { Listener } from '../flows/context.ts';
import type { Api } from '../http/operation.ts';

export type ProgressSink = (progress: Progress) => void;

export interface ProgressSource extends Listener {
  /** The transport waits for a limit until then (epoch ms), or no longer. */
  wait(api: Api, until: number | null): void;
  current(): Progress;
}

const leastMilliseconds = 100;

/** Watches one operation. `creditTime` says how long that many JOOR requests of that cost will take. */
export function watchProgress(
  { id, kind }: Pick<Progress, 'id' | 'kind'>,
  clock: Clock,
  creditTime: (requests: number, credits: number) => number,
  sink: ProgressSink,
): ProgressSource {
  let progress: Progress = {
    id,
    kind,
    phase: 'connect',
    activity: '',
    done: 0,
    total: null,
    etaSeconds: null,
    waitingFor: null,
  };
  let began = clock.now();
  /** When each activity began: one that goes on after something else keeps its pace. */
  const begun = new Map<string, number>();
  let expected: { requests: number; credits: number } | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;

  const timeLeft = (): number | null => {
    const { done, total } = progress;
    if (total === null || done >= total) return null;
    const elapsed = clock.now() - began;
    const byPace = done === 0 ? 0 : (elapsed / done) * (total - done);
    const byCredits = expected === null ? 0 : creditTime(expected.requests, expected.credits);
    const milliseconds = Math.max(byPace, byCredits);
    return milliseconds === 0 ? null : Math.ceil(milliseconds / second);
  };

  const tell = (isNews: boolean) => {
    // Real time, not the run's clock: it is about how often a screen can be drawn.
    const real = performance.now();
    if (!isNews && real - toldAt < leastMilliseconds) return;
    toldAt = real;
    progress = { ...progress, etaSeconds: timeLeft() };
    sink({ ...progress });
  };

  return {
    current: () => ({ ...progress }),
    begin(phase, activity, total, done = 0) {
      const name = `${phase} ${activity}`;
      began = (done > 0 ? begun.get(name) : undefined) ?? clock.now();
      begun.set(name, began);
      expected = null;
      progress = { ...progress, phase, activity, done, total };
      tell(true);
    },
    advance(done, total) {
      progress = { ...progress, done, ...(total === undefined ? {} : { total }) };
      tell(false);
    },
    expect(requests, credits) {
      expected = { requests, credits };
    },
    wait(api, until) {
      // Short waits are the normal pace; only one that a person would notice is told.
      const isLong = until !== null && until - clock.now() > 2 * second;
      const waitingFor = isLong ? { api, until: instantOf(until) } : null;
      // The end of one API's wait doesn't end the other's.
      if (waitingFor === null && progress.waitingFor?.api !== api) return;
      progress = { ...progress, waitingFor };
      tell(true);
    },
  };
}
