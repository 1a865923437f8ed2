// What a run has read so far, list by list, from its progress: counts that move while set-up reads both accounts.
import { useRef } from 'react';
import type { RunStore } from '../../../core/contract/stores.ts';

export interface LiveRead {
  readonly what: string;
  readonly done: number;
  readonly total: number | null;
  readonly isNow: boolean;
  /** Counted to its end; a list that was left behind sooner than its last count came isn't. */
  readonly isWhole: boolean;
}

type Current = RunStore['current'];

interface Seen {
  readonly runId: string;
  readonly reads: readonly LiveRead[];
}

/** The lists seen so far, with this progress among them. */
export function seenWith(before: Seen | null, current: Current): Seen | null {
  if (current === null) return null;
  const reads = before?.runId === current.id ? before.reads : [];
  const { activity: what, done, total, phase } = current;
  const past = reads.map((read) => (read.what === what ? read : { ...read, isNow: false }));
  const isReading = phase === 'read-cin7' || phase === 'orders';
  if (!isReading || what === '' || (done === 0 && total === null)) return { runId: current.id, reads: past };
  const now: LiveRead = { what, done, total, isNow: true, isWhole: total !== null && done >= total };
  const isKnown = past.some((read) => read.what === what);
  return {
    runId: current.id,
    reads: isKnown ? past.map((read) => (read.what === what ? now : read)) : [...past, now],
  };
}

/** The lists of the run that goes on; none while nothing runs. */
export function useLiveReads(current: Current): readonly LiveRead[] {
  const seen = useRef<Seen | null>(null);
  seen.current = seenWith(seen.current, current);
  return seen.current?.reads ?? [];
}
