// Reserving stock in another way for some linesheets or tags; of several that apply the most cautious wins (ORD-5).
import type { Settings } from '../../../core/contract/stores.ts';
import { useStoreOf } from '../../state/host.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { Lists } from './editing/choices.ts';
import { DraftBar } from './editing/draft-bar.tsx';
import { Entries } from './editing/entries.tsx';
import { useDraft } from './editing/use-draft.ts';
import { Group } from './rows.tsx';

type Rule = Settings['orders']['claimRules'][number];
type Claim = Rule['claim'];

export const claimOptions: readonly { readonly value: Claim; readonly label: string }[] = [
  { value: 'when-available', label: 'When all of it is there' },
  { value: 'always', label: 'Always, short lines are backordered' },
  { value: 'never', label: 'Never, sales stay drafts' },
];

export function ClaimRules({ lists }: { readonly lists: Lists }) {
  const { claimRules } = useStoreOf('settings').settings.orders;
  const draft = useDraft<readonly Rule[]>(claimRules, (value) => [{ path: 'orders.claimRules', value }]);
  return (
    <Group
      title="Reserving in another way"
      hint="For orders from a linesheet, or with a product that has a tag. Of several that apply the most cautious wins."
    >
      <Entries
        what="rule"
        columns={['For', 'Name', 'Reserve the stock']}
        layout="minmax(0, 2fr) minmax(0, 3fr) minmax(0, 3fr)"
        entries={draft.value}
        onChange={draft.set}
        make={(): Rule => ({ linesheet: '', claim: 'never' })}
        nameOf={nameOf}
        empty="None: every order follows the choice above."
      >
        {(rule, set) => (
          <>
            <SelectField
              isLabelHidden
              label="For"
              value={'linesheet' in rule ? 'linesheet' : 'tag'}
              options={[
                { value: 'linesheet', label: 'Linesheet' },
                { value: 'tag', label: 'Product tag' },
              ]}
              onChange={(kind) =>
                set(
                  kind === 'tag'
                    ? { productTag: nameOf(rule), claim: rule.claim }
                    : { linesheet: nameOf(rule), claim: rule.claim },
                )
              }
            />
            <TextField
              isLabelHidden
              label={'linesheet' in rule ? 'Linesheet' : 'Product tag'}
              value={nameOf(rule)}
              placeholder={'linesheet' in rule ? 'Its name in JOOR' : 'As Cin7 writes it'}
              suggestions={lists.of('linesheet' in rule ? 'linesheets' : 'tags').map(({ value }) => value)}
              onChange={(name) =>
                set('linesheet' in rule ? { ...rule, linesheet: name } : { ...rule, productTag: name })
              }
            />
            <SelectField
              isLabelHidden
              label={`Reserve the stock for ${nameOf(rule) === '' ? 'these' : nameOf(rule)}`}
              value={rule.claim}
              options={claimOptions}
              onChange={(value) => set({ ...rule, claim: claimOf(value) })}
            />
          </>
        )}
      </Entries>
      <DraftBar
        draft={draft}
        what="these rules"
        missing={
          draft.value.some((rule) => nameOf(rule).trim() === '') ? 'Name the linesheet or tag of each rule.' : null
        }
      />
    </Group>
  );
}

const nameOf = (rule: Rule) => ('linesheet' in rule ? rule.linesheet : rule.productTag);
const claimOf = (text: string): Claim => claimOptions.find(({ value }) => value === text)?.value ?? 'never';
