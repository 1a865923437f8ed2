// A value that is saved as soon as it is chosen. What was chosen is shown at once, so that the control keeps its focus and
// nothing flickers; a refused one stays shown with the reason, one that the person took back goes.
import { useState } from 'react';
import type { ErrorView } from '../../../../core/contract/errors.ts';
import type { SettingChange } from '../../../../core/contract/settings.ts';
import { useSave } from './use-save.ts';

export interface Wanted<Value> {
  readonly shown: Value;
  readonly choose: (value: Value) => void;
  readonly error: ErrorView | null;
  /** Back to what is saved. */
  readonly drop: () => void;
}

export function useWanted<Value>(saved: Value, changesFor: (value: Value) => readonly SettingChange[]): Wanted<Value> {
  const { save, error, clear } = useSave();
  const [wanted, setWanted] = useState<{ readonly value: Value } | null>(null);
  const choose = async (value: Value) => {
    const mine = { value };
    setWanted(mine);
    const became = await save(changesFor(value));
    // A later choice is on its way already.
    if (became !== 'refused') setWanted((present) => (present === mine ? null : present));
  };
  return {
    shown: wanted?.value ?? saved,
    choose: (value) => void choose(value),
    error,
    drop() {
      setWanted(null);
      clear();
    },
  };
}
