// What belongs to this PC: theme, the report for support.
import { useMantineColorScheme } from '@mantine/core';
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Group, Row } from './rows.tsx';

export function ThisPcSection() {
  const { version, profile, host } = useStoreOf('app');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const action = useAction();
  const save = () => void action.run('artifacts.save', { kind: 'diagnostics', queryId: null });
  return (
    <>
      <Group>
        <Row label="Theme">
          <Segmented
            size="wide"
            name="Theme"
            value={colorScheme}
            onChange={setColorScheme}
            segments={[
              { value: 'auto', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </Row>
        <Row label="Report for support" hint="Names, addresses and e-mails are masked, keys are never in it.">
          <Button icon="download" busy={action.busy !== null} onClick={save}>
            Save a report
          </Button>
        </Row>
        <Row
          label={`Seamline ${version}`}
          hint={`${profile.name}, ${host === 'desktop' ? 'in its own window' : 'in this browser'}`}
        >
          {null}
        </Row>
      </Group>
      <ErrorLine error={action.error} />
    </>
  );
}
