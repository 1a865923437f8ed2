// Which stock JOOR shows: what each JOOR warehouse adds up, and what is kept back.
import { useStoreOf } from '../../state/host.tsx';
import { useLists } from './editing/choices.ts';
import { WithLists } from './editing/with-lists.tsx';
import { ChoiceRow, Group, NumberRow } from './rows.tsx';
import { Warehouses } from './warehouses.tsx';

export function StockSection() {
  const { inventory } = useStoreOf('settings').settings;
  const lists = useLists(['locations', 'joorWarehouses']);
  return (
    <WithLists lists={lists} needed={['locations']}>
      <Warehouses lists={lists} />
      <Group title="What is kept back">
        <NumberRow
          path="inventory.buffer"
          label="Keep back"
          hint="From every SKU, so that a shop sale doesn’t sell what JOOR just sold."
          suffix="units"
          value={inventory.buffer}
        />
        <ChoiceRow
          path="inventory.pendingOrders"
          label="Orders that aren’t approved yet"
          hint="Who takes their units from stock: JOOR by itself, or nobody."
          value={inventory.pendingOrders}
          options={[
            { value: 'ignore', label: 'Nobody' },
            { value: 'joor', label: 'JOOR' },
          ]}
        />
      </Group>
    </WithLists>
  );
}
