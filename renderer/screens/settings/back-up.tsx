// Copies of what Seamline remembers, and the settings as a file that goes to another PC and back.
import { useState } from 'react';
import type { BackUp } from '../../../core/contract/settings.ts';
import { useFormats } from '../../state/format.ts';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLine, LoadingRows } from '../../ui/cards.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './back-up.module.css';
import { ImportSettings } from './import-settings.tsx';
import { Group, Row } from './rows.tsx';

export function BackUpSection() {
  const action = useAction();
  const [made, setMade] = useState(0);
  const { data, error } = useQuery('backUps.list', {}, made);
  const backUp = async () => {
    if ((await action.run('backUps.make', {})) !== null) setMade(made + 1);
  };
  return (
    <>
      <Group title="Records">
        <Row
          label="Back up now"
          hint="Links, history and decisions with the settings of this moment, without keys. Runs go on meanwhile."
          error={<ErrorLine error={action.error} />}
        >
          <Button icon="database" busy={action.busy === 'backUps.make'} onClick={() => void backUp()}>
            Back up now
          </Button>
        </Row>
        {error !== null && <ErrorLine error={error} />}
        {data === null && error === null && <LoadingRows count={2} height={46} />}
        {data !== null && <Kept backUps={data} />}
      </Group>
      <Group title="Settings as a file">
        <Row
          label="Save a copy"
          hint="For another PC, or to keep. Without keys, accounts and go-live."
          error={<ErrorLine error={action.error} />}
        >
          <Button
            icon="download"
            busy={action.busy === 'artifacts.save'}
            onClick={() => void action.run('artifacts.save', { kind: 'settings', queryId: null })}
          >
            Save the settings
          </Button>
        </Row>
        <ImportSettings />
      </Group>
    </>
  );
}

function Kept({ backUps }: { readonly backUps: readonly BackUp[] }) {
  const formats = useFormats();
  if (backUps.length === 0)
    return (
      <p className={styles.none}>
        No back-up yet. Seamline makes one every week; the newest five of those and of yours are kept.
      </p>
    );
  return (
    <ul className={styles.list} aria-label="Back-ups that are kept">
      {backUps.map(({ name, at, bytes, why }) => (
        <li key={name} className={styles.item}>
          <span className={styles.when} title={formats.exact(at)}>
            {formats.when(at)}
          </span>
          {why !== 'asked' && <Tag>{why === 'weekly' ? 'weekly' : 'before an upgrade'}</Tag>}
          <span className={styles.name}>{name}</span>
          <span className={styles.size}>{`${formats.amount((bytes / 1_000_000).toFixed(2))} MB`}</span>
        </li>
      ))}
    </ul>
  );
}
