// JOOR's warehouses, each with the locations of Cin7 Core that it adds up. JOOR can't be asked for its warehouses: its orders
// name them.
import type { Settings } from '../../../core/contract/stores.ts';
import { useStoreOf } from '../../state/host.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { choiceOf, type Lists } from './editing/choices.ts';
import { DraftBar } from './editing/draft-bar.tsx';
import { Entries } from './editing/entries.tsx';
import { useDraft } from './editing/use-draft.ts';
import { Group } from './rows.tsx';
import styles from './warehouses.module.css';

type Warehouse = Settings['inventory']['warehouses'][number];

export function Warehouses({ lists }: { readonly lists: Lists }) {
  const { warehouses } = useStoreOf('settings').settings.inventory;
  const draft = useDraft<readonly Warehouse[]>(warehouses, (value) => [{ path: 'inventory.warehouses', value }]);
  const names = draft.value.map(({ joorWarehouse }) => joorWarehouse);
  return (
    <Group title="Warehouses">
      <Entries
        what="warehouse"
        columns={['Warehouse in JOOR', 'Adds up these locations of Cin7']}
        layout="minmax(0, 2fr) minmax(0, 3fr)"
        entries={draft.value}
        onChange={draft.set}
        make={(): Warehouse => ({ joorWarehouse: '', locations: [] })}
        nameOf={({ joorWarehouse }) => joorWarehouse}
        empty="No warehouse is mapped, so stock waits: no number goes to JOOR until you say which locations it adds up."
      >
        {(warehouse, set) => (
          <>
            <TextField
              isLabelHidden
              label="Warehouse in JOOR"
              value={warehouse.joorWarehouse}
              placeholder="As JOOR writes it"
              suggestions={lists
                .of('joorWarehouses')
                .map(({ value }) => value)
                .filter((value) => !names.includes(value))}
              onChange={(joorWarehouse) => set({ ...warehouse, joorWarehouse })}
            />
            <Locations warehouse={warehouse} lists={lists} onChange={(locations) => set({ ...warehouse, locations })} />
          </>
        )}
      </Entries>
      <DraftBar draft={draft} what="warehouses" missing={missingIn(draft.value)} />
    </Group>
  );
}

interface LocationsProps {
  readonly warehouse: Warehouse;
  readonly lists: Lists;
  readonly onChange: (locations: string[]) => void;
}

function Locations({ warehouse: { joorWarehouse, locations }, lists, onChange }: LocationsProps) {
  const known = lists.of('locations');
  const gone = locations.filter((name) => choiceOf(known, name) === undefined);
  const isTicked = (value: string) => locations.some((name) => choiceOf(known, name)?.value === value);
  return (
    <div
      role="group"
      aria-label={`Locations of ${joorWarehouse === '' ? 'this warehouse' : joorWarehouse}`}
      className={styles.locations}
    >
      {known.map(({ value, detail }) => (
        <Check
          key={value}
          isChecked={isTicked(value)}
          onChange={(isChecked) =>
            onChange(
              isChecked ? [...locations, value] : locations.filter((name) => choiceOf(known, name)?.value !== value),
            )
          }
          label={
            <>
              {value}
              {detail !== '' && <span className={styles.detail}>, {detail}</span>}
            </>
          }
        />
      ))}
      {gone.map((name) => (
        <Check
          key={name}
          isChecked
          onChange={() => onChange(locations.filter((one) => one !== name))}
          label={
            <>
              {name}
              {lists.isKnown && known.length > 0 && (
                <span className={styles.gone}>, not in Cin7 any more: stock waits until you untick it</span>
              )}
            </>
          }
        />
      ))}
    </div>
  );
}

function missingIn(warehouses: readonly Warehouse[]): string | null {
  if (warehouses.some(({ joorWarehouse }) => joorWarehouse.trim() === '')) return 'Name each warehouse as JOOR does.';
  const bare = warehouses.find(({ locations }) => locations.length === 0);
  return bare === undefined ? null : `Tick at least one location for ${bare.joorWarehouse}.`;
}
