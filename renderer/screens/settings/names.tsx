// What JOOR calls something and what Cin7 calls it: taxes, terms, carriers, sales reps; freight and rates of exchange.
import { useStoreOf } from '../../state/host.tsx';
import { BookRow } from './editing/book-row.tsx';
import { useLists } from './editing/choices.ts';
import { Mapping } from './editing/mapping.tsx';
import { WithLists } from './editing/with-lists.tsx';
import { Rates } from './rates.tsx';
import { ChoiceRow, Group } from './rows.tsx';

export function NamesSection() {
  const { orders } = useStoreOf('settings').settings;
  const lists = useLists([
    'taxRules',
    'terms',
    'carriers',
    'salesReps',
    'services',
    'countries',
    'joorTerms',
    'joorCarriers',
    'joorSalesReps',
    'joorCurrencies',
  ]);
  const { maps } = orders;
  return (
    <WithLists lists={lists} needed={['taxRules', 'terms', 'carriers', 'salesReps']}>
      <Mapping
        title="Tax rules"
        hint="By the country that the order ships to, in place of the customer’s own."
        path="orders.taxRules"
        saved={orders.taxRules}
        what="country"
        columns={['Country', 'Tax rule in Cin7']}
        from={{ choices: lists.of('countries'), isWhole: true }}
        to={lists.of('taxRules')}
        lists={lists}
        empty="Every sale has the tax rule of its customer."
      />
      <Mapping
        title="Payment terms"
        path="orders.maps.terms"
        saved={maps.terms}
        what="term"
        columns={['Payment method in JOOR', 'Payment term in Cin7']}
        from={{ choices: lists.of('joorTerms'), isWhole: false }}
        to={lists.of('terms')}
        lists={lists}
        empty="Every sale has the payment term of its customer."
      />
      <Mapping
        title="Carriers"
        path="orders.maps.carrier"
        saved={maps.carrier}
        what="carrier"
        columns={['Shipping method in JOOR', 'Carrier in Cin7']}
        from={{ choices: lists.of('joorCarriers'), isWhole: false }}
        to={lists.of('carriers')}
        lists={lists}
        empty="Sales have no carrier."
      />
      <Mapping
        title="Sales reps"
        path="orders.maps.salesRep"
        saved={maps.salesRep}
        what="sales rep"
        columns={['Sales rep in JOOR', 'Contact in Cin7']}
        from={{ choices: lists.of('joorSalesReps'), isWhole: false }}
        to={lists.of('salesReps')}
        lists={lists}
        empty="Sales have no sales representative."
      />
      <Group title="Without a match">
        <ChoiceRow
          path="orders.maps.unmapped"
          label="A carrier or sales rep without a match"
          hint="Only once one of them is matched."
          value={maps.unmapped}
          options={[
            { value: 'warn', label: 'Export without it' },
            { value: 'hold', label: 'The order waits' },
          ]}
        />
      </Group>
      <Group title="Freight">
        <BookRow
          path="orders.freightService"
          label="Freight is charged as"
          hint="A product of type Service in Cin7."
          unset="Until it is chosen, orders with freight wait."
          value={orders.freightService}
          list="services"
          lists={lists}
        />
      </Group>
      <Rates lists={lists} />
    </WithLists>
  );
}
