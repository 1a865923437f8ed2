// Rates of exchange for orders in another currency, with the day of each and the age up to which they count (ORD-7).
import type { Settings } from '../../../core/contract/stores.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useFormats } from '../../state/format.ts';
import { todayText } from '../../format/times.ts';
import { TextField } from '../../ui/field.tsx';
import type { Lists } from './editing/choices.ts';
import { DraftBar } from './editing/draft-bar.tsx';
import { Entries } from './editing/entries.tsx';
import { useDraft } from './editing/use-draft.ts';
import { Group, NumberRow } from './rows.tsx';

type Rate = Settings['orders']['currencyRates'][string];

interface Entry extends Rate {
  readonly currency: string;
}

export function Rates({ lists }: { readonly lists: Lists }) {
  const { currencyRates, currencyRateDays } = useStoreOf('settings').settings.orders;
  const { company } = useStoreOf('app');
  const { rules } = useFormats();
  const today = todayText(rules);
  const saved = Object.entries(currencyRates).map(([currency, rate]): Entry => ({ currency, ...rate }));
  const draft = useDraft<readonly Entry[]>(saved, (entries) => [
    {
      path: 'orders.currencyRates',
      value:
        entries.length === 0
          ? undefined
          : Object.fromEntries(entries.map(({ currency, ...rate }) => [currency.trim().toUpperCase(), rate])),
    },
  ]);
  const own = company?.currency ?? 'your currency';
  const used = draft.value.map(({ currency }) => currency.trim().toUpperCase());
  const unset = lists.of('joorCurrencies').filter(({ value, detail }) => detail !== '' && !used.includes(value));
  const problemOf = (entry: Entry, key: keyof Rate) =>
    draft.error?.problems?.find(({ path }) => path === `orders.currencyRates.${entry.currency}.${key}`)?.sentence ??
    null;
  return (
    <Group
      title="Rates of exchange"
      hint={
        unset.length === 0
          ? `How much of ${own} one unit of the order’s currency is.`
          : `Retailers order in ${unset.map(({ value }) => value).join(' and ')}, and no rate is set: their orders wait.`
      }
    >
      <NumberRow
        path="orders.currencyRateDays"
        label="A rate counts for"
        hint="An order that is approved later than that after the rate’s day waits for a new one."
        suffix="days"
        value={currencyRateDays}
      />
      <Entries
        what="rate"
        columns={['Currency', `${own} for one`, 'As of']}
        layout="minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)"
        entries={draft.value}
        onChange={draft.set}
        make={(): Entry => ({ currency: unset[0]?.value ?? '', rate: '', asOf: today })}
        addLabel={unset[0] === undefined ? 'Add a rate' : `Add the rate for ${unset[0].value}`}
        nameOf={({ currency }) => currency}
        empty={`Orders in ${own} need none. An order in another currency waits until its rate is set.`}
      >
        {(entry, set) => (
          <>
            <TextField
              isLabelHidden
              label="Currency"
              placeholder="USD"
              value={entry.currency}
              suggestions={lists
                .of('joorCurrencies')
                .map(({ value }) => value)
                .filter((value) => !used.includes(value))}
              onChange={(currency) => set({ ...entry, currency })}
            />
            <TextField
              isLabelHidden
              label={`${own} for one ${entry.currency === '' ? 'unit' : entry.currency}`}
              placeholder="Rate"
              value={entry.rate}
              error={problemOf(entry, 'rate')}
              // A rate that is typed now is today's.
              onChange={(rate) => set({ ...entry, rate: rate.replace(',', '.').trim(), asOf: today })}
            />
            <TextField
              isLabelHidden
              type="date"
              label={`Rate of ${entry.currency === '' ? 'this currency' : entry.currency} as of`}
              value={entry.asOf}
              error={problemOf(entry, 'asOf')}
              onChange={(asOf) => set({ ...entry, asOf })}
            />
          </>
        )}
      </Entries>
      <DraftBar
        draft={draft}
        what="rates"
        missing={missingIn(draft.value, used)}
        shown={(path) => /\.(rate|asOf)$/.test(path)}
      />
    </Group>
  );
}

function missingIn(entries: readonly Entry[], currencies: readonly string[]): string | null {
  if (entries.some(({ currency, rate }) => currency.trim() === '' || rate === ''))
    return 'Fill in currency and rate of each row.';
  return new Set(currencies).size < currencies.length ? 'A currency can stand here once only.' : null;
}
