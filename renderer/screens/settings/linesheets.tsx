// Where linesheets come from.
import { useStoreOf } from '../../state/host.tsx';
import { Group, Row, SwitchRow, TextRow } from './rows.tsx';

export function LinesheetsSection() {
  const { linesheets } = useStoreOf('settings').settings;
  const { from } = linesheets;
  return (
    <>
      <Group>
        {from.kind === 'tagPrefix' ? (
          <TextRow
            path="linesheets.from.prefix"
            label="Tags that name a linesheet begin with"
            hint="What follows is its name: Collection_Spring 27 RTW puts a style into “Spring 27 RTW”."
            value={from.prefix}
          />
        ) : (
          <Row
            label="Linesheets come from a field"
            hint={'field' in from ? `Cin7’s ${from.field}` : `Additional attribute ${from.attribute}`}
          >
            {null}
          </Row>
        )}
        <SwitchRow
          path="linesheets.removeWhenUntagged"
          label="Take a style out when its tag goes"
          hint="Never while an open order in JOOR contains it. Linesheets made in JOOR are left alone."
          isOn={linesheets.removeWhenUntagged}
        />
      </Group>
      <Group title="Dates and made to order">
        {Object.entries(linesheets.details).length === 0 && (
          <Row label="No linesheet has details yet" hint="Dates set in JOOR stay as they are.">
            {null}
          </Row>
        )}
        {Object.entries(linesheets.details).map(([name, detail]) => (
          <Row
            key={name}
            label={name}
            hint={[detail.season, detail.start, detail.complete, detail.madeToOrder ? 'made to order' : undefined]
              .filter((part) => part !== undefined)
              .join(', ')}
          >
            {null}
          </Row>
        ))}
      </Group>
    </>
  );
}
