// The dry run: what the next run would change, read from both accounts, nothing written. Three real styles first, then
// everything in numbers, what is held, and at the foot what it costs and the one button that does it.
import type { PlanView } from '../../../core/contract/queries.ts';
import { about } from '../../format/durations.ts';
import { useFormats } from '../../state/format.ts';
import { useNow, useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorCard, ErrorLine, LoadingRows } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { Tag } from '../../ui/tag.tsx';
import { doneText, phaseTitle, waitText } from '../frame/run-words.ts';
import { useRuns } from '../frame/use-runs.ts';
import styles from './dry-run.module.css';
import { Plan } from './plan.tsx';

export function DryRunSheet() {
  const closeOver = useNavigation((navigation) => navigation.closeOver);
  const { runs: revision } = useStoreOf('revisions');
  const { current } = useStoreOf('run');
  const plan = useQuery('runs.plan', { runId: null }, revision);
  const formats = useFormats();
  const runs = useRuns(true);
  const csv = useAction();
  const apply = useAction();
  const isReading = current?.kind === 'dry-run';
  const isOtherRun = current !== null && !isReading;
  const start = async () => {
    if (plan.data === null) return;
    if ((await apply.run('runs.apply', { runId: plan.data.runId })) !== null) closeOver();
  };
  return (
    <Dialog
      kind="sheet"
      title="Dry run"
      mark={
        <Tag tone="test" icon="flask-2">
          Nothing has been written
        </Tag>
      }
      subtitle={
        plan.data === null
          ? 'Reads both accounts and says what a run would change.'
          : `Read from both accounts ${formats.when(plan.data.readAt)}. ${plan.data.sentence}`
      }
      tools={
        plan.data !== null && (
          <>
            <Button
              small
              icon="download"
              busy={csv.busy !== null}
              onClick={() => void csv.run('artifacts.save', { kind: 'plan-csv', queryId: plan.data?.runId ?? null })}
            >
              CSV
            </Button>
            <Button
              small
              icon="refresh"
              busy={isReading || runs.busy !== null}
              disabled={isOtherRun}
              onClick={() => void runs.dryRun()}
            >
              Read again
            </Button>
          </>
        )
      }
      onClose={closeOver}
      footer={
        <>
          {plan.data !== null && <Cost cost={plan.data.cost} />}
          <FooterGap />
          <Button onClick={closeOver}>Close</Button>
          {plan.data !== null && (
            <Button
              look="primary"
              disabled={plan.data.changes === 0 || current !== null}
              busy={apply.busy !== null}
              onClick={() => void start()}
            >
              {plan.data.changes === 0
                ? 'Nothing to apply'
                : `Apply ${formats.countOf(plan.data.changes, 'change', 'changes')}`}
            </Button>
          )}
        </>
      }
    >
      {isReading && <Reading />}
      <ErrorLine error={apply.error ?? runs.error ?? csv.error} />
      {plan.error !== null && <ErrorCard error={plan.error} onAction={plan.reload} />}
      {plan.isLoading && plan.data === null && <LoadingRows count={8} height={46} />}
      {plan.data === null && !plan.isLoading && plan.error === null && !isReading && (
        <Empty
          icon="list-check"
          title="No dry run yet"
          actions={
            <Button
              small
              look="primary"
              busy={runs.busy !== null}
              disabled={isOtherRun}
              onClick={() => void runs.dryRun()}
            >
              Read both accounts
            </Button>
          }
        >
          {isOtherRun
            ? 'A run goes on. When it has ended, a dry run can read.'
            : 'Seamline reads both accounts and shows what would change. Nothing is written.'}
        </Empty>
      )}
      {plan.data !== null && <Plan plan={plan.data} />}
    </Dialog>
  );
}

/** The dry run while it reads: phase, how far, what it waits for, and the way out. */
function Reading() {
  const { current } = useStoreOf('run');
  const formats = useFormats();
  const now = useNow('second');
  const runs = useRuns();
  if (current === null) return null;
  return (
    <Banner
      tone="test"
      icon="loader-2"
      statement={`${phaseTitle(current)}.`}
      action={
        <Button small busy={current.isStopping} disabled={!current.canStop} onClick={() => void runs.stop()}>
          Stop
        </Button>
      }
    >
      <span className="numbers">
        {doneText(current, formats)} {waitText(current, now) ?? ''}
      </span>
    </Banner>
  );
}

export function Cost({ cost }: { readonly cost: PlanView['cost'] }) {
  const formats = useFormats();
  const now = useNow();
  const end = formats.clock(new Date(now + cost.seconds * 1000).toISOString());
  return (
    <dl className={styles.cost}>
      <div>
        <dt>JOOR</dt>
        <dd>
          {formats.countOf(cost.joorCredits, 'credit', 'credits')},{' '}
          {formats.countOf(cost.joorWindows, 'window', 'windows')} of 5 min
        </dd>
      </div>
      <div>
        <dt>Cin7 Core</dt>
        <dd>{formats.countOf(cost.cin7Calls, 'call', 'calls')}, 50 a minute</dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>
          {about(cost.seconds)}, until {end}
        </dd>
      </div>
    </dl>
  );
}
