// One setting that is chosen from a list of an account. Unset says what waits; gone says what to do.
import type { ReactNode } from 'react';
import type { ChoiceList } from '../../../../core/contract/settings.ts';
import { Row } from '../rows.tsx';
import type { Lists } from './choices.ts';
import { Pick } from './pick.tsx';
import { SaveError } from './save-error.tsx';
import { useWanted } from './use-wanted.ts';

interface BookRowProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** The hint while nothing is set: what waits because of it. */
  readonly unset?: ReactNode;
  readonly value: string | undefined;
  /** The choice of nothing: `Not set`, `The customer’s own`. */
  readonly none?: string;
  readonly list: ChoiceList;
  readonly lists: Lists;
}

export function BookRow({ path, label, hint, unset, value, none = 'Not set', list, lists }: BookRowProps) {
  const { shown, choose, error, drop } = useWanted(value ?? '', (chosen) => [
    { path, value: chosen === '' ? undefined : chosen },
  ]);
  return (
    <Row
      label={label}
      hint={value === undefined ? (unset ?? hint) : hint}
      error={<SaveError error={error} path={path} onLoad={drop} />}
    >
      <Pick
        of="Cin7"
        label={label}
        value={shown}
        choices={lists.of(list)}
        isKnown={lists.isKnown}
        none={none}
        onChange={choose}
      />
    </Row>
  );
}
