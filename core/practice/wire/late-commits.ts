// Work that an account does some time after the connection was cut (`commitLate`). It is done lazily, before whatever
// comes next after its time, in order of its time, and under the time at which it was due: records that it writes carry
// that time. The account therefore reads this module's clock.
import type { Clock } from '../../base/ports.ts';

export interface LateCommits {
  /** The outer clock, or the due time while late work is being done. */
  readonly clock: Clock;
  add(dueAt: number, work: () => Promise<void>): void;
  /** True when there is late work whose time has come. */
  isDue(): boolean;
  /** Does the work whose time has come. The caller sees to it that nothing else runs meanwhile. */
  settle(): Promise<void>;
}

interface LateWork {
  readonly dueAt: number;
  readonly work: () => Promise<void>;
}

/** A list of late work on a clock. */
export function createLateCommits(clock: Clock): LateCommits {
  const waiting: LateWork[] = [];
  let pretended: number | null = null;
  const next = () => {
    const first = waiting[0];
    return first !== undefined && first.dueAt <= clock.now() ? first : null;
  };
  return {
    clock: {
      now: () => pretended ?? clock.now(),
      sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
    },
    add(dueAt, work) {
      const later = waiting.findIndex((other) => other.dueAt > dueAt);
      waiting.splice(later === -1 ? waiting.length : later, 0, { dueAt, work });
    },
    isDue: () => next() !== null,
    async settle() {
      for (let late = next(); late !== null; late = next()) {
        waiting.shift();
        pretended = late.dueAt;
        try {
          await late.work();
        } finally {
          pretended = null;
        }
      }
    },
  };
}
