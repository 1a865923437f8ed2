// Step 5: flow by flow. Rehearsal reads and compares on schedule and writes nothing; Live writes. Each can be changed later. In
// the desktop app also whether Seamline is there when a run is due.
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { FlowList } from '../home/flows.tsx';
import { Group } from '../settings/rows.tsx';
import { StayingRows } from '../settings/staying.tsx';
import styles from './go-live-step.module.css';
import { StepPage } from './step-page.tsx';

export function GoLiveStep() {
  const { flows, schedule, host } = useStoreOf('app');
  const action = useAction();
  const live = flows.filter(({ mode }) => mode === 'live').length;
  const can = flows.filter(({ choices }) => choices.includes('live')).length;
  const every = schedule.everyMinutes === 60 ? 'every hour' : `every ${schedule.everyMinutes} min`;
  return (
    <StepPage
      title="Choose what goes live"
      subtitle={`Runs go ${every} while this PC is on. You can change each flow at any time.`}
      back="dry-run"
      status={
        live === 0 ? 'Nothing is live: runs only rehearse' : `${live} of ${can} flows ${live === 1 ? 'is' : 'are'} live`
      }
      primary={
        <Button
          look="primary"
          busy={action.busy !== null}
          onClick={() => void action.run('setup.goTo', { step: 'done' }, { isSilent: true })}
        >
          Finish set-up
        </Button>
      }
    >
      <div className={styles.box}>
        <FlowList flows={flows} />
      </div>
      <Banner tone="test" icon="flask-2" statement="Rehearsal is not for real.">
        It reads both accounts and says what it would write. Nothing is written to either account.
      </Banner>
      {host === 'desktop' && (
        <section>
          <h2 className={styles.title}>So that no run is missed</h2>
          <Group>
            <StayingRows />
          </Group>
        </section>
      )}
      <ErrorLine error={action.error} />
    </StepPage>
  );
}
