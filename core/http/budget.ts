// What the two budgets have in common (RUN-5): they say how long a request must wait, count what was spent, survive a
// restart through their store, keep head-room for a person's actions and learn from refusals, because neighbours may
// spend the same allowance.
import type { Lane } from './operation.ts';

export interface BudgetReading {
  readonly used: number;
  /** What background work may use, and what a person's action may use on top of it. */
  readonly allowance: number;
  readonly reserve: number;
  /** Epoch ms at which all of it is free again; null when nothing is used. */
  readonly resetsAt: number | null;
}

export interface Budget {
  /** Milliseconds until a request of this cost may go; 0 for at once. */
  waitFor(cost: number, lane: Lane, now: number): number;
  /** Counts a request that is about to go. */
  spend(cost: number, now: number): void;
  /** The API refused a request over its limit; it asked for this wait in milliseconds, or for none in particular. */
  refuse(now: number, askedWait: number | null): void;
  /** The API may be over its limit or just be away for a while (a bare 503): wait, and conclude nothing. */
  pause(now: number, askedWait: number | null): void;
  reading(now: number): BudgetReading;
  /** Milliseconds that background work of these costs will take, counting from now. */
  timeFor(requests: number, cost: number, now: number): number;
}

/** Where a budget's state outlives the process. */
export interface BudgetStore {
  /** What was saved last; undefined at first. */
  load(): unknown;
  save(state: unknown): void;
}

/** A store that forgets. */
export function memoryBudgetStore(): BudgetStore {
  let state: unknown;
  return {
    load: () => state,
    save(next) {
      state = next;
    },
  };
}
