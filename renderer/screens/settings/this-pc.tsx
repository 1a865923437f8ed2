// What belongs to this PC: theme, starting and staying, notices outside the window, the report for support.
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useSave } from './editing/use-save.ts';
import { Group, Row, SwitchRow, TextRow } from './rows.tsx';
import { needsDesktop, StayingRows } from './staying.tsx';

export function ThisPcSection() {
  const { version, profile, company, host } = useStoreOf('app');
  const { app, notifications } = useStoreOf('settings').settings;
  const theme = useSave();
  const action = useAction();
  const isDesktop = host === 'desktop';
  const save = () => void action.run('artifacts.save', { kind: 'diagnostics', queryId: null });
  return (
    <>
      <Group>
        <Row label="Theme" error={<ErrorLine error={theme.error} />}>
          <Segmented
            size="wide"
            name="Theme"
            value={app.theme}
            onChange={(value) => void theme.save([{ path: 'app.theme', value }])}
            segments={[
              { value: 'system', label: 'System' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </Row>
        <StayingRows />
      </Group>
      <Group title="Notices">
        <SwitchRow
          path="notifications.on"
          label="Tell me outside the window"
          hint={
            isDesktop
              ? 'What waits for you longer than 10 minutes, at most once an hour. Alarms at once.'
              : needsDesktop
          }
          isOn={notifications.on}
          isDisabled={!isDesktop}
        />
        <TextRow
          path="notifications.quietFrom"
          label="Quiet from"
          hint="A time on this PC’s clock. The same time in both means no quiet hours."
          value={notifications.quietFrom}
        />
        <TextRow path="notifications.quietTo" label="Quiet until" value={notifications.quietTo} />
      </Group>
      <Group title="This Seamline">
        <Row label="Report for support" hint="Names, addresses and e-mails are masked, keys are never in it.">
          <Button icon="download" busy={action.busy !== null} onClick={save}>
            Save a report
          </Button>
        </Row>
        <Row
          label={`Seamline ${version}`}
          hint={`${company?.name ?? profile.name}, ${isDesktop ? 'in its own window' : 'in this browser'}`}
        >
          {null}
        </Row>
      </Group>
      <ErrorLine error={action.error} />
    </>
  );
}
