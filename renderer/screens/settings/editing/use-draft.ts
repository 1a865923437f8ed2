// Settings that are edited as a whole, a list or a mapping, and saved together: what is edited, from which revision, and what
// became of it. Nothing typed is lost until the person discards it.
import { useState } from 'react';
import type { ErrorView } from '../../../../core/contract/errors.ts';
import type { SettingChange } from '../../../../core/contract/settings.ts';
import { useStoreOf } from '../../../state/host.tsx';
import { useSave } from './use-save.ts';

export interface Draft<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly isChanged: boolean;
  /** What would be saved, for a preview. */
  readonly changes: readonly SettingChange[];
  readonly save: () => Promise<void>;
  /** Back to what is saved, also when that was changed elsewhere. */
  readonly discard: () => void;
  readonly isBusy: boolean;
  readonly error: ErrorView | null;
}

/** A draft over a saved value; `changesFor` says what saving it means. */
export function useDraft<Value>(saved: Value, changesFor: (value: Value) => readonly SettingChange[]): Draft<Value> {
  const { revision } = useStoreOf('settings');
  const [draft, setDraft] = useState<{ readonly value: Value; readonly from: number } | null>(null);
  const { save, isBusy, error, clear } = useSave();
  const value = draft?.value ?? saved;
  const isChanged = draft !== null && JSON.stringify(draft.value) !== JSON.stringify(saved);
  const changes = isChanged ? changesFor(value) : [];
  return {
    value,
    set: (next) => setDraft({ value: next, from: draft?.from ?? revision }),
    isChanged,
    changes,
    async save() {
      if (draft !== null && (await save(changes, draft.from)) === 'saved') setDraft(null);
    },
    discard() {
      setDraft(null);
      clear();
    },
    isBusy,
    error,
  };
}
