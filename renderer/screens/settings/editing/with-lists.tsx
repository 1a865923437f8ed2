// A section that is chosen from lists of both accounts: where they were never read, what to do about it comes first; else a quiet
// way to read them again stands at its end.
import type { ReactNode } from 'react';
import type { ChoiceList } from '../../../../core/contract/settings.ts';
import { useAction } from '../../../state/use-action.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorLine } from '../../../ui/cards.tsx';
import { Row } from '../rows.tsx';
import type { Lists } from './choices.ts';

interface WithListsProps {
  readonly lists: Lists;
  /** The lists that the section can't do without. */
  readonly needed: readonly ChoiceList[];
  readonly children: ReactNode;
}

export function WithLists({ lists, needed, children }: WithListsProps) {
  const action = useAction();
  const read = async () => {
    await action.run('settings.readLists', {});
    lists.reload();
  };
  const isMissing = lists.isKnown && needed.some((list) => lists.of(list).length === 0);
  const button = (
    <Button small icon="refresh" busy={action.busy !== null} onClick={() => void read()}>
      Read the lists
    </Button>
  );
  return (
    <>
      {isMissing && (
        <Banner tone="plain" icon="info-circle" statement="Some of the lists below weren’t read yet." action={button}>
          Reading them asks both accounts once and changes nothing.
        </Banner>
      )}
      {isMissing && <ErrorLine error={action.error} />}
      {children}
      {lists.isKnown && !isMissing && (
        <Row
          isAlone
          label="Is something new in Cin7 missing here?"
          hint="Seamline reads its lists again; nothing is changed."
          error={<ErrorLine error={action.error} />}
        >
          {button}
        </Row>
      )}
    </>
  );
}
