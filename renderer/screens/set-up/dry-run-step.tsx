// Step 4: what the first run would do, on three real styles and then in numbers. Nothing is written.
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCard, LoadingRows } from '../../ui/cards.tsx';
import { Cost } from '../dry-run/dry-run.tsx';
import { Plan } from '../dry-run/plan.tsx';
import { useRuns } from '../frame/use-runs.ts';
import { RunCard } from '../home/run-card.tsx';
import { StepPage } from './step-page.tsx';

export function DryRunStep() {
  const { current } = useStoreOf('run');
  const { runs: revision } = useStoreOf('revisions');
  const plan = useQuery('runs.plan', { runId: null }, revision);
  const formats = useFormats();
  const action = useAction();
  const runs = useRuns();
  const isReady = current === null && plan.data !== null;
  return (
    <StepPage
      title="What the first run would do"
      subtitle={(isReady ? plan.data?.sentence : null) ?? 'Both accounts are compared. Nothing is written.'}
      back="review"
      status={isReady && plan.data !== null ? <Cost cost={plan.data.cost} /> : 'Nothing has been written'}
      primary={
        plan.data === null && current === null && !plan.isLoading ? (
          <Button look="primary" busy={runs.busy !== null} onClick={() => void runs.dryRun()}>
            Read both accounts
          </Button>
        ) : (
          <Button
            look="primary"
            disabled={!isReady}
            busy={action.busy !== null}
            onClick={() => void action.run('setup.goTo', { step: 'go-live' }, { isSilent: true })}
          >
            {plan.data === null
              ? 'Choose what goes live'
              : `I have seen the ${formats.countOf(plan.data.changes, 'change', 'changes')}`}
          </Button>
        )
      }
    >
      <RunCard />
      {plan.error !== null && <ErrorCard error={plan.error} onAction={plan.reload} />}
      {/* The plan of an earlier run must not pass for the one that is being made. */}
      {(current !== null || (plan.isLoading && plan.data === null)) && <LoadingRows count={8} height={46} />}
      {current === null && plan.data !== null && <Plan plan={plan.data} />}
    </StepPage>
  );
}
