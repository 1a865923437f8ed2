// What a customer gets that Seamline creates in Cin7 Core. All of it has to be set: a half-known customer is never created.
import { useStoreOf } from '../../state/host.tsx';
import { BookRow } from './editing/book-row.tsx';
import type { Lists } from './editing/choices.ts';
import { Mapping } from './editing/mapping.tsx';
import { Group, SwitchRow } from './rows.tsx';

/** What has to be set, in the order in which Cin7's own form asks. */
const rows = [
  { key: 'terms', label: 'Payment term', list: 'terms' },
  { key: 'taxRule', label: 'Tax rule', list: 'taxRules' },
  { key: 'priceTier', label: 'Price tier', list: 'tierNames' },
  { key: 'receivable', label: 'Accounts receivable', list: 'receivables' },
  { key: 'revenue', label: 'Revenue account', list: 'revenues' },
] as const;

export function NewCustomers({ lists }: { readonly lists: Lists }) {
  const { createCustomers, newCustomer } = useStoreOf('settings').settings.orders;
  const missing = rows.filter(({ key }) => newCustomer[key] === undefined).length;
  return (
    <>
      <Group title="New customers in Cin7">
        <SwitchRow
          path="orders.createCustomers"
          label="Create customers that Cin7 lacks"
          hint={
            !createCustomers
              ? 'An order of a retailer that Cin7 doesn’t know waits until you create the customer there.'
              : missing === 0
                ? 'A near match in name, e-mail, phone or postcode always holds the order.'
                : `Their orders wait: ${missing === 1 ? 'one more choice is' : `${missing} choices are`} missing below.`
          }
          isOn={createCustomers}
        />
        {rows.map(({ key, label, list }) => (
          <BookRow
            key={key}
            path={`orders.newCustomer.${key}`}
            label={label}
            unset={createCustomers ? 'Until it is set, no customer is created.' : undefined}
            value={newCustomer[key]}
            list={list}
            lists={lists}
          />
        ))}
      </Group>
      <Mapping
        title="Tax rules of new customers"
        hint="By the country that the order ships to. Every other country has the tax rule above."
        path="orders.newCustomer.taxRulesByCountry"
        saved={newCustomer.taxRulesByCountry}
        what="country"
        columns={['Country', 'Tax rule in Cin7']}
        from={{ choices: lists.of('countries'), isWhole: true }}
        to={lists.of('taxRules')}
        lists={lists}
        empty="No country has a rule of its own."
      />
    </>
  );
}
