// What Seamline says of a linesheet in JOOR: code, season, delivery window, made to order.
import type { Settings } from '../../../core/contract/stores.ts';
import { useStoreOf } from '../../state/host.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import type { Lists } from './editing/choices.ts';
import { DraftBar } from './editing/draft-bar.tsx';
import { Entries } from './editing/entries.tsx';
import { useDraft } from './editing/use-draft.ts';
import { Group } from './rows.tsx';
import styles from './linesheet-details.module.css';

type Detail = Settings['linesheets']['details'][string];

interface Entry extends Detail {
  readonly name: string;
}

/** Its texts and dates, in the order in which they are read. */
const texts = [
  { key: 'code', label: 'Code', type: 'text', placeholder: 'From its name' },
  { key: 'season', label: 'Season', type: 'text', placeholder: 'As it is in JOOR' },
  { key: 'start', label: 'Delivery from', type: 'date', placeholder: '' },
  { key: 'complete', label: 'Delivery until', type: 'date', placeholder: '' },
  { key: 'cancel', label: 'Cancel after', type: 'date', placeholder: '' },
] as const;

export function LinesheetDetails({ lists }: { readonly lists: Lists }) {
  const { details } = useStoreOf('settings').settings.linesheets;
  const saved = Object.entries(details).map(([name, detail]): Entry => ({ name, ...detail }));
  const draft = useDraft<readonly Entry[]>(saved, (entries) => [
    {
      path: 'linesheets.details',
      value:
        entries.length === 0
          ? undefined
          : Object.fromEntries(entries.map(({ name, ...detail }) => [name.trim(), detail])),
    },
  ]);
  const names = draft.value.map(({ name }) => name.trim());
  const problems = draft.error?.problems ?? [];
  return (
    <Group
      title="Dates and made to order"
      hint="Only what is filled in here is written; everything else stays as it is in JOOR."
    >
      <Entries
        what="linesheet"
        layout="repeat(auto-fill, minmax(min(100%, 8.5rem), 1fr))"
        entries={draft.value}
        onChange={draft.set}
        make={(): Entry => ({ name: '', madeToOrder: false })}
        nameOf={({ name }) => name}
        empty="No linesheet has details. Dates set in JOOR stay, and every order from a linesheet takes its units from stock."
      >
        {(entry, set) => (
          <>
            <div className={styles.name}>
              <TextField
                label="Linesheet"
                value={entry.name}
                placeholder="Its name in JOOR"
                suggestions={lists
                  .of('linesheets')
                  .map(({ value }) => value)
                  .filter((value) => !names.includes(value))}
                error={
                  entry.name !== '' && names.filter((name) => name === entry.name.trim()).length > 1
                    ? 'It stands here twice.'
                    : null
                }
                onChange={(name) => set({ ...entry, name })}
              />
            </div>
            {texts.map(({ key, label, type, placeholder }) => (
              <TextField
                key={key}
                label={label}
                type={type}
                placeholder={placeholder}
                value={entry[key] ?? ''}
                error={
                  problems.find(({ path }) => path === `linesheets.details.${entry.name}.${key}`)?.sentence ?? null
                }
                onChange={(text) => {
                  const { [key]: _before, ...others } = entry;
                  set(text === '' ? others : { ...others, [key]: text });
                }}
              />
            ))}
            <div className={styles.check}>
              <Check
                label="Made to order: its orders take nothing from stock"
                isChecked={entry.madeToOrder}
                onChange={(madeToOrder) => set({ ...entry, madeToOrder })}
              />
            </div>
          </>
        )}
      </Entries>
      <DraftBar
        draft={draft}
        what="linesheet details"
        missing={missingIn(names)}
        shown={(path) => texts.some(({ key }) => path.endsWith(`.${key}`))}
      />
    </Group>
  );
}

function missingIn(names: readonly string[]): string | null {
  if (names.includes('')) return 'Name each linesheet.';
  return new Set(names).size < names.length ? 'A linesheet can stand here once only.' : null;
}
