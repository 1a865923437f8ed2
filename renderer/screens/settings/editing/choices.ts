// The lists of both accounts as editors use them: asked for once per section, with what is set marked when its account doesn't
// have it any more.
import { useCallback } from 'react';
import type { Choice, ChoiceList } from '../../../../core/contract/settings.ts';
import { useStoreOf } from '../../../state/host.tsx';
import { useQuery } from '../../../state/use-query.ts';

export interface Lists {
  /** A list's choices; none while it isn't known. */
  readonly of: (list: ChoiceList) => readonly Choice[];
  /** True once the host answered. */
  readonly isKnown: boolean;
  readonly reload: () => void;
}

const nothing: readonly Choice[] = [];

/** Asks for lists, again after each run. */
export function useLists(lists: readonly ChoiceList[]): Lists {
  const { runs } = useStoreOf('revisions');
  const { data, reload } = useQuery('settings.choices', { lists: [...lists] }, runs);
  const of = useCallback((list: ChoiceList) => data?.[list] ?? nothing, [data]);
  return { of, isKnown: data !== null, reload };
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The choice that a set value means: names are compared as Cin7 does, whatever their case. */
export function choiceOf(choices: readonly Choice[], value: string): Choice | undefined {
  return choices.find((choice) => same(choice.value, value) || choice.alias === value);
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Options for a field that holds `value`: what is set stays choosable, marked when its account has it no more. */
export function optionsOf(choices: readonly Choice[], value: string, isKnown = true): Option[] {
  const options = choices.map(({ value: each, label, detail }) => ({
    value: each,
    label: detail === '' ? label : `${label} (${detail})`,
  }));
  if (value === '' || choiceOf(choices, value) !== undefined) return options;
  return [{ value, label: isKnown ? `${value}, not there any more` : value }, ...options];
}

/** The option's own value for what is set, which may be written in another case or as an id. */
export const shownValue = (choices: readonly Choice[], value: string) => choiceOf(choices, value)?.value ?? value;
