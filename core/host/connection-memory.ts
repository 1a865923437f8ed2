// What each account last answered when a person connected it: newer than the last run, it is what the connection shows.
import type { Instant } from '../base/dates.ts';

export type Api = 'cin7' | 'joor';

export interface Answered {
  readonly at: Instant;
  /** Whom it opened: `Aurora Apparel Pty Ltd`. */
  readonly name: string;
  /** Its currency, for Cin7 Core; empty for JOOR. */
  readonly currency: string;
}

export interface ConnectionMemory {
  note(api: Api, answered: Answered): void;
  of(api: Api): Answered | null;
}

/** Nothing answered yet. Forgotten when the host ends: the next run asks anyway. */
export function connectionMemory(): ConnectionMemory {
  const answers = new Map<Api, Answered>();
  return {
    note: (api, answered) => void answers.set(api, answered),
    of: (api) => answers.get(api) ?? null,
  };
}
