// One run at a time, for as long as the host lives (RUN-1). What is asked for while a run goes on is joined to it when it
// hasn't read anything yet, else merged into the one that follows; nothing that was asked for is dropped, except by Stop.
import { instantOf, second, type Instant } from '../base/dates.ts';
import { isSeamlineError, toSeamlineError, type SeamlineError } from '../base/errors.ts';
import { look, sync } from '../commands/runs.ts';
import type { Services } from '../commands/services.ts';
import type { Progress } from '../contract/progress.ts';
import type { RunReport } from '../contract/run-report.ts';
import { flowNames, type FlowName } from '../model/standing.ts';

export interface Wish {
  /** A look at orders whose look is due is no run: it is never queued, and the next run does what it didn't. */
  readonly kind: 'sync' | 'dry-run' | 'look';
  /** Null for every flow. */
  readonly only: readonly FlowName[] | null;
  readonly isFullPass: boolean;
  /** The dry run whose plan a sync is to send, and nothing else. */
  readonly seenPlan?: string;
  readonly startedBy: 'timer' | 'person';
}

interface Named extends Wish {
  readonly id: string;
}

export interface RunningRun {
  readonly wish: Named;
  readonly startedAt: Instant;
  readonly progress: Progress;
  readonly isStopping: boolean;
}

/** How a wish ended: with a report, or with what kept it from starting. */
export interface RunEnd {
  readonly wish: Wish;
  readonly runId: string;
  readonly at: Instant;
  readonly report: RunReport | null;
  readonly error: SeamlineError | null;
}

export interface StartedRun {
  readonly runId: string;
  readonly state: 'started' | 'joined' | 'queued';
}

export interface Runner {
  /** Answers once the run has begun. Throws what kept it from beginning; another Seamline's run only makes it wait. */
  start(wish: Wish): Promise<StartedRun>;
  /** Stops the run that goes on and forgets those that wait; false when there was none. */
  stop(): boolean;
  /** Abandons the run that goes on and starts it again from its beginning: for a computer that slept through its middle. */
  restart(): void;
  current(): RunningRun | null;
  /** The other Seamline that a wish waits for; null when none does. */
  waitsFor(): SeamlineError | null;
  /** Starts what waits, when it may. */
  beat(): void;
  /** Stops and waits until the run has ended. */
  close(): Promise<void>;
}

const retryBusyAfter = 5 * second;

/** A runner over one profile. `changed` hears of every step, `ended` of every end. */
export function createRunner(services: Services, changed: () => void, ended: (end: RunEnd) => void): Runner {
  const { clock, ids } = services;
  let running: (RunningRun & { readonly stop: AbortController; readonly end: Promise<void> }) | null = null;
  let busy: { readonly error: SeamlineError; readonly at: number } | null = null;
  let waiting: Named[] = [];
  let isClosed = false;

  const queue = (wish: Named): StartedRun => {
    const same = waiting.find(({ kind, seenPlan }) => kind === wish.kind && seenPlan === wish.seenPlan);
    if (same === undefined) waiting.push(wish);
    else waiting = waiting.map((one) => (one === same ? merged(same, wish) : one));
    return { runId: same?.id ?? wish.id, state: 'queued' };
  };

  const launch = (wish: Named): Promise<StartedRun> =>
    new Promise((resolve, reject) => {
      const stop = new AbortController();
      const watched = {
        signal: stop.signal,
        onProgress(progress: Progress) {
          if (running === null) return;
          running = { ...running, progress };
          resolve({ runId: wish.id, state: 'started' });
          changed();
        },
      };
      const run: Promise<RunReport | null> =
        wish.kind === 'look'
          ? look(services, { id: wish.id, ...watched })
          : sync(services, { ...inputOf(wish), ...watched });
      const finish = (report: RunReport | null, error: SeamlineError | null) => {
        running = null;
        const isBusy = isSeamlineError(error, 'profile-busy');
        busy = isBusy ? { error, at: clock.now() } : null;
        if (isBusy && !isClosed) resolve(queue(wish));
        else {
          if (error === null) resolve({ runId: wish.id, state: 'started' });
          else reject(error);
          ended({ wish, runId: wish.id, at: instantOf(clock.now()), report, error });
        }
        changed();
        next();
      };
      running = {
        wish,
        stop,
        startedAt: instantOf(clock.now()),
        isStopping: false,
        progress: beginning(wish),
        end: run.then(
          (report) => finish(report, null),
          (thrown: unknown) => finish(null, toSeamlineError(thrown)),
        ),
      };
      changed();
    });

  const next = () => {
    if (isClosed || running !== null) return;
    if (busy !== null && clock.now() - busy.at < retryBusyAfter) return;
    const [first] = waiting;
    if (first === undefined) return;
    waiting = waiting.slice(1);
    // Whoever asked has had an answer; what keeps it from starting goes to `ended`.
    launch(first).catch(() => undefined);
  };

  const abandon = () => {
    if (running === null) return false;
    running.stop.abort();
    running = { ...running, isStopping: true };
    changed();
    return true;
  };

  return {
    async start(wish) {
      const named = { ...wish, id: ids.uuid() };
      if (running === null && waiting.length === 0) return launch(named);
      if (running !== null && !running.isStopping && running.progress.phase === 'connect' && covers(running.wish, wish))
        return { runId: running.wish.id, state: 'joined' };
      return queue(named);
    },
    stop() {
      const hadSome = waiting.length > 0;
      waiting = [];
      return abandon() || hadSome;
    },
    restart() {
      if (running === null || running.isStopping) return;
      if (running.wish.kind !== 'look') queue({ ...running.wish, id: ids.uuid() });
      abandon();
    },
    current: () => running,
    waitsFor: () => busy?.error ?? null,
    beat: next,
    async close() {
      isClosed = true;
      waiting = [];
      const end = running?.end;
      abandon();
      await end;
    },
  };
}

function inputOf({ id, kind, only, isFullPass, seenPlan, startedBy }: Named): Parameters<typeof sync>[1] {
  return {
    id,
    startedBy,
    isDryRun: kind === 'dry-run',
    isFullPass,
    ...(only === null ? {} : { only }),
    ...(seenPlan === undefined ? {} : { seenPlan }),
  };
}

function beginning({ id, kind }: Named): Progress {
  return {
    id,
    kind: shownKind(kind),
    phase: 'connect',
    activity: '',
    done: 0,
    total: null,
    etaSeconds: null,
    waitingFor: null,
  };
}

/** What a screen calls it. */
export function shownKind(kind: Wish['kind']): Progress['kind'] {
  return kind === 'dry-run' ? 'dry-run' : 'sync';
}

/** True when the one does everything that the other asks for. */
function covers(one: Wish, other: Wish): boolean {
  const flows = other.only ?? flowNames;
  return (
    one.kind === other.kind &&
    one.seenPlan === other.seenPlan &&
    (one.isFullPass || !other.isFullPass) &&
    (one.only === null || flows.every((flow) => one.only?.includes(flow)))
  );
}

/** Both wishes in one, under the name of the first. A person's wish stays a person's. */
function merged(first: Named, second: Wish): Named {
  const only = first.only === null || second.only === null ? null : [...new Set([...first.only, ...second.only])];
  return {
    ...first,
    only,
    isFullPass: first.isFullPass || second.isFullPass,
    startedBy: first.startedBy === 'person' ? 'person' : second.startedBy,
  };
}
