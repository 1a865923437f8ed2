// Step 2: what each account holds, with live counts while it is read and rows read of rows announced when it is done (RUN-9).
import { labelText } from '../../format/titles.ts';
import { useFormats } from '../../state/format.ts';
import { useNow, useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/cards.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RunCard } from '../home/run-card.tsx';
import { waitText } from '../frame/run-words.ts';
import { useRuns } from '../frame/use-runs.ts';
import { useLiveReads } from './live-reads.ts';
import styles from './read.module.css';
import { StepPage } from './step-page.tsx';

export function ReadStep() {
  const { current } = useStoreOf('run');
  const { runs: revision } = useStoreOf('revisions');
  const last = useQuery('runs.list', { before: null, count: 1 }, revision);
  const formats = useFormats();
  const now = useNow('second');
  const action = useAction();
  const runs = useRuns();
  const live = useLiveReads(current);
  const read = async () => {
    // Said first, so that this step stays until the person has seen what was read.
    if ((await action.run('setup.goTo', { step: 'read' }, { isSilent: true })) !== null) await runs.dryRun();
  };
  const report = last.data?.[0] ?? null;
  const isRead = current === null && report !== null && report.outcome !== 'failed' && report.outcome !== 'stopped';
  const failure = current === null && report?.outcome === 'failed' ? report.error : null;
  const wait = current === null ? null : waitText(current, now);
  return (
    <StepPage
      title={isRead ? 'Both accounts are read' : current === null ? 'Read both accounts' : 'Reading both accounts'}
      subtitle="Everything is read once and kept on this PC. Nothing is written to either account."
      back="connect"
      status={
        current !== null
          ? (wait ?? 'You can leave this window; reading goes on')
          : isRead
            ? 'Everything that was announced was read'
            : 'Nothing was read yet'
      }
      primary={
        isRead ? (
          <Button
            look="primary"
            busy={action.busy !== null}
            onClick={() => void action.run('setup.goTo', { step: 'review' }, { isSilent: true })}
          >
            Review what was found
          </Button>
        ) : (
          <Button look="primary" busy={current !== null || action.busy !== null} onClick={() => void read()}>
            {current !== null ? 'Reading' : 'Read both accounts'}
          </Button>
        )
      }
    >
      <RunCard start="Reading starts with “Read both accounts”." />
      {failure !== null && (
        <ErrorCard
          error={{
            ...failure,
            scope: 'run',
            isRetryable: true,
            action: 'try-again',
            actionLabel: 'Read again',
          }}
          onAction={() => void read()}
        />
      )}
      {live.length > 0 && (
        <ul className={styles.reads}>
          {live.map(({ what, done, total, isNow, isWhole }) => (
            <li key={what} className={styles.read}>
              <Icon
                name={isNow ? 'loader-2' : isWhole ? 'circle-check' : 'list-check'}
                size={14}
                colour={isNow ? 'accent' : isWhole ? 'ok' : 'text2'}
              />
              <span className={styles.what}>{labelText(what)}</span>
              <span className="numbers">
                {isNow || isWhole || total === null ? formats.of(done, total) : `${formats.count(total)} announced`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isRead && (
        <ul className={styles.reads}>
          {report.reads.map((read) => (
            <li key={read.what} className={styles.read}>
              <Icon
                name={read.isComplete ? 'circle-check' : 'alert-circle-filled'}
                size={14}
                colour={read.isComplete ? 'ok' : 'warnFill'}
              />
              <span className={styles.what}>{labelText(read.what)}</span>
              <span className="numbers">{formats.of(read.rows, read.total)}</span>
            </li>
          ))}
        </ul>
      )}
    </StepPage>
  );
}
