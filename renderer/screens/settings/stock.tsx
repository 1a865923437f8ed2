// Which stock JOOR shows: what each JOOR warehouse adds up, and what is kept back.
import { useStoreOf } from '../../state/host.tsx';
import { ChoiceRow, Group, NamesRow, NumberRow, Row } from './rows.tsx';

export function StockSection() {
  const { inventory } = useStoreOf('settings').settings;
  return (
    <>
      <Group title="Warehouses">
        {inventory.warehouses.length === 0 && (
          <Row
            label="No warehouse is mapped"
            hint="Stock waits until you choose which Cin7 locations a JOOR warehouse adds up: in set-up’s review."
          >
            {null}
          </Row>
        )}
        {inventory.warehouses.map(({ joorWarehouse, locations }, index) => (
          <NamesRow
            key={joorWarehouse}
            path={`inventory.warehouses.${index}.locations`}
            label={`JOOR warehouse ${joorWarehouse}`}
            hint="Adds up these Cin7 locations. Several with commas."
            value={locations}
          />
        ))}
      </Group>
      <Group>
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
          hint="Who takes their units from stock. The sandbox checklist shows which one is right."
          value={inventory.pendingOrders}
          options={[
            { value: 'ignore', label: 'Nobody' },
            { value: 'joor', label: 'JOOR' },
          ]}
        />
      </Group>
    </>
  );
}
