// What an approved order becomes in Cin7 Core.
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceRow, Group, NumberRow, Row, SwitchRow, TextRow } from './rows.tsx';

export function OrdersSection() {
  const { orders } = useStoreOf('settings').settings;
  const show = useNavigation((navigation) => navigation.show);
  const formats = useFormats();
  return (
    <>
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
          options={[
            { value: 'when-available', label: 'When all of it is there' },
            { value: 'always', label: 'Always, short lines are backordered' },
            { value: 'never', label: 'Never, sales stay drafts' },
          ]}
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
      <Group title="Customers and checks">
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
          path="orders.createCustomers"
          label="Create customers that Cin7 lacks"
          hint="Only with every account and term set. A near match always holds the order."
          isOn={orders.createCustomers}
        />
        <ChoiceRow
          path="orders.maps.unmapped"
          label="Terms, carrier or rep that Cin7 doesn’t know"
          value={orders.maps.unmapped}
          options={[
            { value: 'warn', label: 'Export, and say so' },
            { value: 'hold', label: 'The order waits' },
          ]}
        />
        <SwitchRow path="orders.markInJoor" label="Mark exported orders in JOOR" isOn={orders.markInJoor} />
      </Group>
    </>
  );
}
