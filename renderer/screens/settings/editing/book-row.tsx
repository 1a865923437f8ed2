// One setting that is chosen from a list of an account. Unset says what waits; gone says what to do.
import type { ReactNode } from 'react';
import type { ChoiceList } from '../../../../core/contract/settings.ts';
import { Row } from '../rows.tsx';
import type { Lists } from './choices.ts';
import { Pick } from './pick.tsx';
import { SaveError } from './save-error.tsx';
import { useSave } from './use-save.ts';

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
  const { save, isBusy, error, clear } = useSave();
  return (
    <Row
      label={label}
      hint={value === undefined ? (unset ?? hint) : hint}
      error={<SaveError error={error} path={path} onLoad={clear} />}
    >
      <Pick
        of="Cin7"
        label={label}
        value={value ?? ''}
        choices={lists.of(list)}
        isKnown={lists.isKnown}
        none={none}
        isDisabled={isBusy}
        onChange={(chosen) => void save([{ path, value: chosen === '' ? undefined : chosen }])}
      />
    </Row>
  );
}
