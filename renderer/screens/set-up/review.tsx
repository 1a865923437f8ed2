// Step 3: what Seamline inferred from your own data, and the few choices that only you can make. Only gaps are marked.
import { useState } from 'react';
import type { ReviewRow } from '../../../core/contract/queries.ts';
import { flowWords } from '../../../core/contract/words.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCard, ErrorLine, LoadingRows } from '../../ui/cards.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { useRuns } from '../frame/use-runs.ts';
import { ReviewEditor } from './review-editor.tsx';
import styles from './review.module.css';
import { StepPage } from './step-page.tsx';

export function ReviewStep() {
  const { revision } = useStoreOf('settings');
  const { styles: stylesRevision } = useStoreOf('revisions');
  const { data, error, reload } = useQuery('setup.review', {}, `${revision}/${stylesRevision}`);
  const action = useAction();
  const runs = useRuns();
  const open = data?.rows.filter(({ isSettled }) => !isSettled) ?? [];
  const waiting = [...new Set(open.flatMap(({ holds }) => holds))].map((flow) => flowWords[flow].toLowerCase());
  const goOn = async () => {
    // The run first: the next step must not offer the plan of an earlier one, even for a moment.
    await runs.dryRun();
    await action.run('setup.goTo', { step: 'dry-run' }, { isSilent: true });
  };
  return (
    <StepPage
      title="Review what Seamline inferred"
      subtitle={data?.sentence ?? 'Comparing both accounts.'}
      back="read"
      status={
        open.length === 0 ? 'Every choice is made' : `${listOf(waiting)} wait for your ${numberWord(open.length)}`
      }
      primary={
        <Button look="primary" disabled={data === null} busy={action.busy !== null} onClick={() => void goOn()}>
          {open.length === 0 ? 'Dry run' : 'Dry run with what is ready'}
        </Button>
      }
    >
      {error !== null && <ErrorCard error={error} onAction={reload} />}
      {data === null && error === null && <LoadingRows count={9} height={46} />}
      {data !== null && (
        <>
          <dl className={styles.figures}>
            {data.figures.map(({ value, label }) => (
              <div key={label} className={styles.figure}>
                <dt>{label}</dt>
                <dd className="numbers">{value}</dd>
              </div>
            ))}
          </dl>
          <ul className={styles.rows}>
            {data.rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </ul>
        </>
      )}
    </StepPage>
  );
}

const numberWord = (count: number) => (count === 1 ? 'answer' : `${count} answers`);

/** `Stock, customers and orders`. */
function listOf(words: readonly string[]): string {
  const text =
    words.length < 2 ? (words[0] ?? 'Nothing') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function Row({ row }: { readonly row: ReviewRow }) {
  const action = useAction();
  const [isEditing, setEditing] = useState(false);
  const isOpen = isEditing || !row.isSettled;
  const answer = async (values: string[]) => {
    if ((await action.run('setup.answer', { key: row.key, values }, { isSilent: true })) !== null) setEditing(false);
  };
  return (
    <li className={cx(styles.row, !row.isSettled && styles.open)}>
      <Icon
        name={row.isSettled ? 'circle-check' : 'alert-circle-filled'}
        size={16}
        colour={row.isSettled ? 'ok' : 'warnFill'}
      />
      <h2 className={styles.title}>{row.title}</h2>
      <div className={styles.finding}>
        {row.finding}
        <ErrorLine error={action.error} />
      </div>
      <div className={styles.chosen}>
        {isOpen ? <ReviewEditor row={row} isBusy={action.busy !== null} onAnswer={answer} /> : row.chosen}
      </div>
      <div className={styles.side}>
        {row.isSettled ? (
          <Button small look="quiet" aria-label={`Change ${row.title}`} onClick={() => setEditing(!isEditing)}>
            {isEditing ? 'Cancel' : 'Change'}
          </Button>
        ) : (
          <span className={styles.needs}>Needs you</span>
        )}
      </div>
    </li>
  );
}
