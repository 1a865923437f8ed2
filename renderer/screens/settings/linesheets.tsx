// Where linesheets come from, and what Seamline says of each.
import type { Settings } from '../../../core/contract/stores.ts';
import { useStoreOf } from '../../state/host.tsx';
import { optionsOf, useLists } from './editing/choices.ts';
import { LinesheetDetails } from './linesheet-details.tsx';
import { ChoiceRow, Group, SwitchRow, TextRow } from './rows.tsx';

type From = Settings['linesheets']['from'];

export function LinesheetsSection() {
  const { linesheets } = useStoreOf('settings').settings;
  const lists = useLists(['linesheets', 'tags', 'attributes']);
  const { from } = linesheets;
  const attribute = 'attribute' in from ? String(from.attribute) : '';
  return (
    <>
      <Group>
        <ChoiceRow
          path="linesheets.from"
          label="A style’s linesheets are named by"
          value={valueOf(from)}
          options={[
            { value: 'tagPrefix', label: 'Its tags' },
            { value: 'category', label: 'Cin7’s category' },
            { value: 'brand', label: 'Cin7’s brand' },
            ...optionsOf(lists.of('attributes'), attribute, lists.isKnown).map(({ value, label }) => ({
              value: `attribute:${value}`,
              label,
            })),
          ]}
          read={fromOf}
        />
        {from.kind === 'tagPrefix' && (
          <TextRow
            path="linesheets.from.prefix"
            label="Tags that name a linesheet begin with"
            hint={`What follows is its name: ${from.prefix}Spring 27 RTW puts a style into “Spring 27 RTW”.`}
            value={from.prefix}
          />
        )}
        <SwitchRow
          path="linesheets.removeWhenUntagged"
          label="Take a style out when its tag goes"
          hint="Never while an open order in JOOR contains it. Linesheets made in JOOR are left alone."
          isOn={linesheets.removeWhenUntagged}
        />
      </Group>
      <LinesheetDetails lists={lists} />
    </>
  );
}

function valueOf(from: From): string {
  if (from.kind === 'tagPrefix') return 'tagPrefix';
  return 'field' in from ? from.field : `attribute:${from.attribute}`;
}

function fromOf(option: string): From {
  if (option === 'category' || option === 'brand') return { kind: 'field', field: option };
  if (option.startsWith('attribute:')) return { kind: 'field', attribute: Number(option.slice('attribute:'.length)) };
  return { kind: 'tagPrefix', prefix: 'Collection_' };
}
