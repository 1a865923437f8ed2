// How retailers of JOOR are told apart in Cin7 Core.
import { useStoreOf } from '../../state/host.tsx';
import { ChoiceRow, Group, NamesRow } from './rows.tsx';

export function CustomersSection() {
  const { customers } = useStoreOf('settings').settings;
  const { codeFrom } = customers;
  const value = codeFrom === undefined ? 'unset' : typeof codeFrom === 'string' ? codeFrom : 'attribute';
  return (
    <Group>
      <NamesRow path="customers.selectTags" label="Tags that put a customer into JOOR" value={customers.selectTags} />
      <ChoiceRow
        path="customers.codeFrom"
        label="JOOR’s customer code is"
        hint="Until it is chosen, the customers flow waits."
        value={value}
        options={[
          ...(value === 'unset' ? [{ value: 'unset', label: 'Not chosen yet' }] : []),
          ...(value === 'attribute' ? [{ value: 'attribute', label: 'An additional attribute' }] : []),
          { value: 'id', label: 'Cin7’s customer id' },
          { value: 'name', label: 'Cin7’s customer name' },
        ]}
      />
      <ChoiceRow
        path="customers.newOnes"
        label="Retailers that JOOR lacks"
        value={customers.newOnes}
        options={[
          { value: 'ask', label: 'Ask me first' },
          { value: 'submit', label: 'Submit to JOOR' },
        ]}
      />
    </Group>
  );
}
