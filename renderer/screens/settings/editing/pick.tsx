// One value of a list of an account, inside a row: chosen, never typed. A value that its account has no more is kept and said.
import type { Choice } from '../../../../core/contract/settings.ts';
import { SelectField } from '../../../ui/field.tsx';
import { choiceOf, optionsOf, shownValue, type Option } from './choices.ts';

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly isKnown: boolean;
  readonly onChange: (value: string) => void;
  /** The choice of nothing, first in the list: `None`. */
  readonly none?: string;
  /** Whose list it is, for a value that is gone: `Cin7`. */
  readonly of: 'Cin7' | 'JOOR';
  readonly error?: string | null;
}

export function Pick({ label, value, choices, isKnown, onChange, none, of, error = null }: PickProps) {
  const first: Option[] = none === undefined ? [] : [{ value: '', label: none }];
  return (
    <SelectField
      isLabelHidden
      label={label}
      value={shownValue(choices, value)}
      options={[...first, ...optionsOf(choices, value, isKnown)]}
      onChange={onChange}
      {...(none === undefined ? { placeholder: choices.length === 0 ? 'Nothing read yet' : 'Choose' } : {})}
      error={error}
      warning={goneWords(choices, value, isKnown, of)}
    />
  );
}

/** What to do about a value that isn't in its list; null while it is, or while nothing is known. */
function goneWords(choices: readonly Choice[], value: string, isKnown: boolean, of: 'Cin7' | 'JOOR'): string | null {
  if (!isKnown || choices.length === 0 || value === '' || choiceOf(choices, value) !== undefined) return null;
  return `${of} doesn’t have it any more. Choose another, or put it back in ${of}.`;
}
