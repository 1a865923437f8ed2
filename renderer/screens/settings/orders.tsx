// What an approved order becomes in Cin7 Core.
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { ClaimRules, claimOptions } from './claim-rules.tsx';
import { BookRow } from './editing/book-row.tsx';
import { useLists } from './editing/choices.ts';
import { Mapping } from './editing/mapping.tsx';
import { WithLists } from './editing/with-lists.tsx';
import { ChoiceRow, Group, NumberRow, Row, SwitchRow, TextRow } from './rows.tsx';

export function OrdersSection() {
  const { orders } = useStoreOf('settings').settings;
  const lists = useLists(['locations', 'joorWarehouses', 'linesheets', 'tags']);
  const show = useNavigation((navigation) => navigation.show);
  const formats = useFormats();
  return (
    <WithLists lists={lists} needed={['locations']}>
      <Group>
        <Row
          label="Go-live"
          hint={
            orders.goLive === undefined
              ? 'No order goes to Cin7 before you go live.'
              : `Orders approved since ${formats.when(orders.goLive)} go to Cin7; older ones as you chose.`
          }
        >
          <Button onClick={() => show({ kind: 'go-live' })}>
            {orders.goLive === undefined ? 'Go live with orders' : 'Look at older orders'}
          </Button>
        </Row>
      </Group>
      <Group title="The sale">
        <ChoiceRow
          path="orders.saleType"
          label="Type of sale"
          value={orders.saleType}
          options={[
            { value: 'Simple', label: 'Simple sale' },
            { value: 'Advanced', label: 'Advanced sale' },
          ]}
        />
        <ChoiceRow
          path="orders.claim"
          label="Reserve the stock"
          hint="A sale that reserves takes its units from what others can buy."
          value={orders.claim}
          options={claimOptions}
        />
        <ChoiceRow
          path="orders.claimFuture"
          label={`Orders that ship in more than ${orders.futureDays} days`}
          value={orders.claimFuture}
          options={[
            { value: 'same', label: 'The same' },
            { value: 'draft', label: 'Stay drafts' },
          ]}
        />
        <NumberRow
          path="orders.futureDays"
          label="That many days are far ahead"
          suffix="days"
          value={orders.futureDays}
        />
        <ChoiceRow
          path="orders.invoice"
          label="Invoice"
          hint="An invoice needs a sale that reserves its stock."
          value={orders.invoice}
          options={[
            { value: 'none', label: 'None, you invoice in Cin7' },
            { value: 'draft', label: 'Draft' },
            { value: 'authorised', label: 'Authorised' },
          ]}
        />
        <TextRow
          path="orders.reference"
          label="Reference in Cin7"
          hint="{po} is the retailer’s PO, {id} the JOOR order."
          value={orders.reference}
        />
        <ChoiceRow
          path="orders.shipBy"
          label="Ship by"
          hint="The whole window stands in the sale’s notes."
          value={orders.shipBy}
          options={[
            { value: 'start', label: 'Start of the window' },
            { value: 'complete', label: 'End of the window' },
          ]}
        />
      </Group>
      <ClaimRules lists={lists} />
      <Group title="Where stock is taken from">
        <BookRow
          path="orders.location"
          label="Location of every sale"
          hint="Unless its JOOR warehouse has one of its own below."
          unset="Unset: the customer’s own location, else Cin7’s default."
          none="The customer’s own"
          value={orders.location}
          list="locations"
          lists={lists}
        />
      </Group>
      <Mapping
        title="Locations by warehouse"
        path="orders.warehouseLocations"
        saved={orders.warehouseLocations}
        what="warehouse"
        columns={['Warehouse in JOOR', 'Location in Cin7']}
        from={{ choices: lists.of('joorWarehouses'), isWhole: false }}
        to={lists.of('locations')}
        lists={lists}
        empty="No warehouse has a location of its own; sales take the one above."
      />
      <Group title="Checks">
        <ChoiceRow
          path="orders.onCreditHold"
          label="Customer is on credit hold"
          value={orders.onCreditHold}
          options={[
            { value: 'hold', label: 'The order waits' },
            { value: 'draft', label: 'Export as a draft' },
            { value: 'export', label: 'Export all the same' },
          ]}
        />
        <SwitchRow
          path="orders.markInJoor"
          label="Mark exported orders in JOOR"
          hint="Off: JOOR goes on showing them as not exported."
          isOn={orders.markInJoor}
        />
      </Group>
    </WithLists>
  );
}
