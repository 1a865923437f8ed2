// A mapping from what JOOR calls something to what Cin7 calls it, edited as a whole.
import type { Choice } from '../../../../core/contract/settings.ts';
import { TextField } from '../../../ui/field.tsx';
import { Group } from '../rows.tsx';
import type { Lists } from './choices.ts';
import { DraftBar } from './draft-bar.tsx';
import { Entries } from './entries.tsx';
import { Pick } from './pick.tsx';
import { useDraft } from './use-draft.ts';

interface MappingProps {
  readonly title: string;
  readonly hint?: string;
  readonly path: string;
  readonly saved: Readonly<Record<string, string>>;
  /** What a row is: `country`. */
  readonly what: string;
  readonly columns: readonly [from: string, to: string];
  /** What can stand on the left: all of it, or only what is known so far, so that more can be typed. */
  readonly from: { readonly choices: readonly Choice[]; readonly isWhole: boolean };
  readonly to: readonly Choice[];
  readonly lists: Lists;
  readonly empty: string;
}

export function Mapping({ title, hint, path, saved, what, columns, from, to, lists, empty }: MappingProps) {
  const draft = useDraft<readonly Pair[]>(Object.entries(saved), (pairs) => [
    { path, value: pairs.length === 0 ? undefined : Object.fromEntries(pairs) },
  ]);
  const names = draft.value.map(([name]) => name);
  const free = from.choices.filter(({ value }) => !names.includes(value));
  return (
    <Group title={title} {...(hint === undefined ? {} : { hint })}>
      <Entries
        what={what}
        columns={columns}
        layout="minmax(0, 1fr) minmax(0, 1fr)"
        entries={draft.value}
        onChange={draft.set}
        make={(): Pair => ['', '']}
        nameOf={([name]) => name}
        empty={empty}
      >
        {([name, value], set) => {
          const doubled =
            name !== '' && names.filter((one) => one === name).length > 1 ? 'It stands here twice.' : null;
          return (
            <>
              {from.isWhole ? (
                <Pick
                  of="JOOR"
                  label={columns[0]}
                  value={name}
                  choices={[...from.choices.filter((choice) => choice.value === name), ...free]}
                  // A name that somebody wrote into the file is as good as one from the list.
                  isKnown={false}
                  onChange={(next) => set([next, value])}
                  error={doubled}
                />
              ) : (
                <TextField
                  isLabelHidden
                  label={columns[0]}
                  value={name}
                  placeholder="As JOOR writes it"
                  suggestions={free.map((choice) => choice.value)}
                  onChange={(next) => set([next, value])}
                  error={doubled}
                />
              )}
              <Pick
                of="Cin7"
                label={`${columns[1]} for ${name === '' ? `this ${what}` : name}`}
                value={value}
                choices={to}
                isKnown={lists.isKnown}
                onChange={(next) => set([name, next])}
              />
            </>
          );
        }}
      </Entries>
      <DraftBar draft={draft} what={title.toLowerCase()} missing={missingIn(draft.value, what)} />
    </Group>
  );
}

type Pair = readonly [name: string, value: string];

function missingIn(pairs: readonly Pair[], what: string): string | null {
  if (pairs.some(([name, value]) => name.trim() === '' || value === '')) return `Choose both sides of each ${what}.`;
  const names = pairs.map(([name]) => name);
  return new Set(names).size < names.length ? `A ${what} can stand here once only.` : null;
}
