// Clocks for Node: the system's, an accelerated one for the demo and rehearsals, and a hand-driven one for tests.
import { cancelledError } from '../errors.ts';
import type { Clock } from '../ports.ts';

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: realSleep,
};

/**
 * A clock that starts at `startsAt` (epoch ms) and runs `factor` times as fast as the computer's. It is a pure function
 * of the computer's clock, so processes that are given the same anchor agree on the time.
 */
export function acceleratedClock(startsAt: number, factor: number, anchor = Date.now()): Clock {
  return {
    now: () => Math.floor(startsAt + (Date.now() - anchor) * factor),
    sleep: (milliseconds, signal) => realSleep(milliseconds / factor, signal),
  };
}

export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
}

/** A clock that stands still until somebody sleeps on it or advances it; sleeping takes no real time. */
export function manualClock(startsAt: number): ManualClock {
  let time = startsAt;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
    async sleep(milliseconds, signal) {
      if (signal?.aborted) throw cancelledError();
      const wakeAt = time + Math.max(0, milliseconds);
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (signal?.aborted) throw cancelledError();
      time = Math.max(time, wakeAt);
    },
  };
}

/** The longest wait that Node's timers know; a longer one would end at once. */
const longestTimer = 2 ** 31 - 1;

async function realSleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let left = milliseconds;
  for (; left > longestTimer; left -= longestTimer) await waitOnce(longestTimer, signal);
  await waitOnce(left, signal);
}

function waitOnce(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelledError());
      return;
    }
    const cancel = () => {
      clearTimeout(timer);
      reject(cancelledError());
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', cancel);
        resolve();
      },
      Math.max(0, milliseconds),
    );
    signal?.addEventListener('abort', cancel, { once: true });
  });
}

/** Calls back every so many milliseconds of real time until the returned function is called. Keeps no process alive. */
export function everyMilliseconds(milliseconds: number, call: () => void): () => void {
  const timer = setInterval(call, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

export interface JumpingClock extends Clock {
  /** Puts the clock forward to an instant (epoch ms); one that has passed changes nothing. */
  jumpTo(milliseconds: number): void;
}

/** An accelerated clock that can also skip hours in which nothing happens. */
export function jumpingClock(startsAt: number, factor: number): JumpingClock {
  const inner = acceleratedClock(startsAt, factor);
  let skipped = 0;
  return {
    now: () => inner.now() + skipped,
    sleep: (milliseconds, signal) => inner.sleep(milliseconds, signal),
    jumpTo(milliseconds) {
      skipped += Math.max(0, milliseconds - (inner.now() + skipped));
    },
  };
}
