// What happened: the runs, newest first, each with what it read, what it changed and what it cost.
import { useState } from 'react';
import type { RunReport } from '../../../core/contract/run-report.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useQuery } from '../../state/use-query.ts';
import { span } from '../../format/durations.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorCard, LoadingRows } from '../../ui/cards.tsx';
import { cx } from '../../ui/cx.ts';
import screen from '../../ui/grid/grid-screen.module.css';
import { Icon } from '../../ui/icon.tsx';
import { TopBar } from '../frame/top-bar.tsx';
import styles from './activity.module.css';
import { outcomes } from './outcomes.ts';
import { RunDetail } from './run-detail.tsx';

const pageSize = 100;

export function ActivityScreen() {
  const { runs: revision } = useStoreOf('revisions');
  const { runId, openRun } = useNavigation();
  const [count, setCount] = useState(pageSize);
  const { data, error, reload, isLoading } = useQuery('runs.list', { before: null, count }, revision);
  const open = data?.find(({ id }) => id === runId) ?? null;
  return (
    <>
      <TopBar title="Activity" />
      <div className={screen.columns}>
        <div className={styles.scroll}>
          {error !== null && <ErrorCard error={error} onAction={reload} />}
          {data === null && error === null && <LoadingRows count={10} height={48} />}
          {data?.length === 0 && (
            <Empty icon="activity" title="No run yet">
              Sync now starts one. Each run leaves here what it read, what it changed and what it cost.
            </Empty>
          )}
          <ol className={styles.list}>
            {data?.map((run) => (
              <RunRow key={run.id} run={run} isOpen={run.id === runId} onOpen={() => openRun(run.id)} />
            ))}
          </ol>
          {data !== null && data.length === count && count < 500 && (
            <Button look="quiet" busy={isLoading} className={styles.more} onClick={() => setCount(count + pageSize)}>
              Show earlier runs
            </Button>
          )}
        </div>
        {open !== null && <RunDetail run={open} onClose={() => openRun(null)} />}
      </div>
    </>
  );
}

function RunRow({
  run,
  isOpen,
  onOpen,
}: {
  readonly run: RunReport;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const formats = useFormats();
  const [icon, colour, words] = outcomes[run.outcome];
  const changed = run.flows.reduce((sum, flow) => sum + flow.changed, 0);
  const checked = run.flows.reduce((sum, flow) => sum + flow.checked, 0);
  const seconds = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000;
  return (
    <li>
      <button
        type="button"
        aria-current={isOpen || undefined}
        className={cx(styles.run, isOpen && styles.open)}
        onClick={onOpen}
      >
        <Icon name={icon} size={14} colour={colour} />
        <span className={styles.text}>
          <span className={styles.title}>
            {formats.heading(run.startedAt)}
            {run.kind === 'dry-run' && <span className={styles.dry}>Dry run</span>}
          </span>
          <span className={styles.under}>{run.error?.sentence ?? words}</span>
        </span>
        <span className={cx(styles.figure, 'numbers')}>
          {changed === 0
            ? `Nothing changed, ${formats.count(checked)} checked`
            : `${formats.count(changed)} ${run.kind === 'dry-run' ? 'to change' : 'changed'}, ${formats.count(checked)} checked`}
        </span>
        <span className={cx(styles.small, 'numbers')}>{span(seconds)}</span>
        <Icon name="chevron-right" size={14} colour="text3" />
      </button>
    </li>
  );
}
