// How retailers of JOOR are told apart in Cin7 Core, and what Seamline says when it creates one there.
import type { Settings } from '../../../core/contract/stores.ts';
import { useStoreOf } from '../../state/host.tsx';
import { optionsOf, useLists } from './editing/choices.ts';
import { NamesRow } from './editing/names-row.tsx';
import { WithLists } from './editing/with-lists.tsx';
import { NewCustomers } from './new-customers.tsx';
import { ChoiceRow, Group } from './rows.tsx';

type CodeFrom = Settings['customers']['codeFrom'];

export function CustomersSection() {
  const { customers } = useStoreOf('settings').settings;
  const lists = useLists(['attributes', 'receivables', 'revenues', 'terms', 'taxRules', 'tierNames', 'countries']);
  const value = valueOf(customers.codeFrom);
  const attribute = typeof customers.codeFrom === 'object' ? String(customers.codeFrom.attribute) : '';
  return (
    <WithLists lists={lists} needed={['receivables', 'terms', 'taxRules', 'tierNames']}>
      <Group title="The same retailer in both">
        <ChoiceRow
          path="customers.codeFrom"
          label="JOOR’s customer code is in Cin7"
          hint={
            value === 'unset'
              ? 'Until it is chosen, customers and orders wait: nobody can be told apart.'
              : 'Orders find their customer by this code and the currency.'
          }
          value={value}
          options={[
            ...(value === 'unset' ? [{ value: 'unset', label: 'Not chosen yet' }] : []),
            { value: 'id', label: 'Cin7’s own customer id' },
            { value: 'name', label: 'The customer’s name' },
            ...optionsOf(lists.of('attributes'), attribute, lists.isKnown).map((option) => ({
              value: `attribute:${option.value}`,
              label: option.label,
            })),
          ]}
          read={codeFromOf}
        />
      </Group>
      <NewCustomers lists={lists} />
      <Group
        title="Customers to JOOR"
        hint="This version doesn’t send customers yet; these are kept for the one that does."
      >
        <NamesRow
          path="customers.selectTags"
          what="tag"
          label="Tags that put a customer into JOOR"
          names={customers.selectTags}
          known={[]}
          empty="Without a tag no customer goes to JOOR."
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
    </WithLists>
  );
}

function valueOf(from: CodeFrom): string {
  if (from === undefined) return 'unset';
  return typeof from === 'string' ? from : `attribute:${from.attribute}`;
}

function codeFromOf(option: string): CodeFrom {
  if (option === 'id' || option === 'name') return option;
  return option === 'unset' ? undefined : { attribute: Number(option.slice('attribute:'.length)) };
}
