// When runs go by themselves.
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { useRuns } from '../frame/use-runs.ts';
import { Group, NumberRow, Row } from './rows.tsx';

export function ScheduleSection() {
  const { schedule } = useStoreOf('app');
  const { settings } = useStoreOf('settings');
  const formats = useFormats();
  const action = useAction();
  const runs = useRuns(true);
  return (
    <>
      <Group>
        <NumberRow
          path="schedule.everyMinutes"
          label="A run every"
          hint="60 minutes or more. A run that was slept through is made up for once, on waking."
          suffix="minutes"
          value={settings.schedule.everyMinutes}
        />
        <Row
          label={schedule.isPaused ? 'Runs are paused' : 'Runs go by themselves'}
          hint={
            schedule.isPaused
              ? 'Nothing runs until you resume, or press Sync now. Orders wait in JOOR.'
              : schedule.nextDueAt === null
                ? 'No run is due yet.'
                : `The next one is due ${formats.when(schedule.nextDueAt)}.`
          }
          error={<ErrorLine error={action.error} />}
        >
          <Button
            busy={action.busy !== null}
            onClick={() => void action.run('schedule.pause', { isPaused: !schedule.isPaused })}
          >
            {schedule.isPaused ? 'Resume runs' : 'Pause runs'}
          </Button>
        </Row>
        <Row
          label="Full pass"
          hint="Once a day everything is read, to find what was deleted. You can ask for it now."
          error={<ErrorLine error={runs.error} />}
        >
          <Button
            busy={action.busy === 'full'}
            onClick={() =>
              void action.run('runs.start', { kind: 'sync', only: null, isFullPass: true }, { key: 'full' })
            }
          >
            Read everything now
          </Button>
        </Row>
      </Group>
    </>
  );
}
