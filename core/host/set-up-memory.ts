// The step of set-up that the person went to last: a decision in the ledger, and only in memory while there is no ledger yet.
import { setUpSteps, type SetUpStep } from '../status/set-up.ts';
import type { LedgerReader } from './ledger-reader.ts';

export interface SetUpMemory {
  /** Null before the person went anywhere. */
  chosen(): SetUpStep | null;
  choose(step: SetUpStep): void;
}

/** The memory over a reader's ledger. */
export function setUpMemory(reader: LedgerReader): SetUpMemory {
  let unsaved: SetUpStep | null = null;
  return {
    chosen() {
      const kept = reader.ledger()?.runs.decision('set-up', 'step') ?? null;
      return unsaved ?? setUpSteps.find((step) => step === kept) ?? null;
    },
    choose(step) {
      const ledger = reader.ledger();
      unsaved = ledger === null ? step : null;
      ledger?.runs.decide('set-up', 'step', step, 'you', reader.now());
    },
  };
}
