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

  const announce = (until: number | null) => {
    if (until === waitingUntil) return;
    waitingUntil = until;
    onWait(until);
  };

  const wake = () => {
    if (busy) return;
    const next = queue.find(({ lane }) => lane === 'person') ?? queue[0];
    if (next === undefined) {
      announce(null);
      return;
    }
    const now = clock.now();
    const wait = budget.waitFor(next.cost, next.lane, now);
    if (wait > 0) {
      announce(now + wait);
      void clock.sleep(wait).then(wake);
      return;
    }
    announce(null);
    queue.splice(queue.indexOf(next), 1);
    busy = true;
    budget.spend(next.cost, now);
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
        };
        const turn: Turn = {
          lane,
          cost,
          start() {
            signal?.removeEventListener('abort', leave);
            resolve();
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
