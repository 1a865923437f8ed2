// One request in flight per API, a person's action before background work (RUN-1). Waiting for the budget happens
// outside the turn, so that a background request that waits for JOOR's window doesn't hold up a person who may still
// spend the head-room.
import { cancelledError } from '../base/errors.ts';
import type { Clock } from '../base/ports.ts';
import type { Budget } from './budget.ts';
import type { Lane } from './operation.ts';

interface Turn {
  readonly lane: Lane;
  readonly cost: number;
  readonly start: () => void;
  readonly fail: (error: unknown) => void;
}

export interface Lanes {
  /** Runs the task when its turn comes and the budget allows it. Rejects with `cancelled` when the signal aborts first. */
  run<Result>(lane: Lane, cost: number, signal: AbortSignal | undefined, task: () => Promise<Result>): Promise<Result>;
  /** Looks at the queue again, after the budget learned something. */
  wake(): void;
}

/** Lanes over one budget. `onWait` hears until when (epoch ms) the next request waits, null when it no longer does. */
export function createLanes(clock: Clock, budget: Budget, onWait: (until: number | null) => void): Lanes {
  const queue: Turn[] = [];
  let busy = false;
  let waitingUntil: number | null = null;
  let nap = new AbortController();

  const announce = (until: number | null) => {
    if (until === waitingUntil) return;
    waitingUntil = until;
    onWait(until);
  };

  const wake = () => {
    if (busy) return;
    // A wait for somebody who left, or who isn't first any more, must not keep the process alive.
    nap.abort();
    const next = queue.find(({ lane }) => lane === 'person') ?? queue[0];
    if (next === undefined) {
      announce(null);
      return;
    }
    const now = clock.now();
    const wait = budget.waitFor(next.cost, next.lane, now);
    if (wait > 0) {
      announce(now + wait);
      nap = new AbortController();
      void clock.sleep(wait, nap.signal).then(wake, () => undefined);
      return;
    }
    announce(null);
    queue.splice(queue.indexOf(next), 1);
    try {
      budget.spend(next.cost, now);
    } catch (error) {
      // What was spent couldn't be noted: this request doesn't go, the next one may.
      next.fail(error);
      wake();
      return;
    }
    busy = true;
    next.start();
  };

  return {
    wake,
    async run(lane, cost, signal, task) {
      if (signal?.aborted) throw cancelledError();
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          const place = queue.indexOf(turn);
          if (place >= 0) queue.splice(place, 1);
          reject(cancelledError());
          // Another one may be first now, and may not have to wait.
          wake();
        };
        const turn: Turn = {
          lane,
          cost,
          start() {
            signal?.removeEventListener('abort', leave);
            resolve();
          },
          fail(error) {
            signal?.removeEventListener('abort', leave);
            reject(error);
          },
        };
        signal?.addEventListener('abort', leave, { once: true });
        queue.push(turn);
        wake();
      });
      try {
        return await task();
      } finally {
        busy = false;
        wake();
      }
    },
  };
}
