// Each price type of JOOR with the tiers of Cin7 Core that it takes its prices from.
import type { Settings } from '../../../core/contract/stores.ts';
import { choiceOf, type Lists } from './editing/choices.ts';
import { Entries } from './editing/entries.tsx';
import { Pick } from './editing/pick.tsx';

type PriceType = Settings['products']['priceTypes'][number];

interface PriceTypesProps {
  readonly types: readonly PriceType[];
  readonly onChange: (types: readonly PriceType[]) => void;
  readonly lists: Lists;
}

export function PriceTypes({ types, onChange, lists }: PriceTypesProps) {
  const known = lists.of('joorPriceTypes');
  const tiers = lists.of('tiers');
  const used = types.map(keyOf);
  return (
    <Entries
      what="price type"
      columns={['Price type in JOOR', 'Wholesale', 'Retail']}
      layout="minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)"
      entries={types}
      onChange={onChange}
      make={(): PriceType => ({ joorPriceType: { name: '', currency: '' }, wholesaleTier: 0 })}
      nameOf={({ joorPriceType: { name } }) => name}
      empty="No price type is mapped, so styles go to JOOR without prices and buyers can’t order them."
    >
      {(type, set) => {
        const key = keyOf(type);
        const { name } = type.joorPriceType;
        const free = known.filter(({ value }) => value === key || !used.includes(value));
        return (
          <>
            <Pick
              of="JOOR"
              label="Price type in JOOR"
              value={name === '' || choiceOf(known, key) !== undefined ? (name === '' ? '' : key) : labelOf(type)}
              choices={free}
              isKnown={lists.isKnown}
              onChange={(value) => set({ ...type, joorPriceType: typeOf(value) ?? type.joorPriceType })}
            />
            <Pick
              of="Cin7"
              label={`Wholesale tier for ${name === '' ? 'this price type' : name}`}
              value={type.wholesaleTier === 0 ? '' : String(type.wholesaleTier)}
              choices={tiers}
              isKnown={lists.isKnown}
              onChange={(tier) => set({ ...type, wholesaleTier: Number(tier) })}
            />
            <Pick
              of="Cin7"
              none="No retail price"
              label={`Retail tier for ${name === '' ? 'this price type' : name}`}
              value={type.retailTier === undefined ? '' : String(type.retailTier)}
              choices={tiers}
              isKnown={lists.isKnown}
              onChange={(tier) => {
                const { retailTier: _retail, ...wholesale } = type;
                set(tier === '' ? wholesale : { ...wholesale, retailTier: Number(tier) });
              }}
            />
          </>
        );
      }}
    </Entries>
  );
}

/** What keeps the list from being saved; null when nothing does. */
export function missingPriceType(types: readonly PriceType[]): string | null {
  const isWhole = types.every(({ joorPriceType, wholesaleTier }) => joorPriceType.name !== '' && wholesaleTier !== 0);
  return isWhole ? null : 'Choose a price type and its wholesale tier in each row.';
}

const keyOf = ({ joorPriceType: { name, currency } }: PriceType) => JSON.stringify([name, currency]);
const labelOf = ({ joorPriceType: { name, currency } }: PriceType) => `${name}, ${currency}`;

/** A choice's value is the pair that names a price type in JOOR. */
function typeOf(value: string): PriceType['joorPriceType'] | null {
  if (!value.startsWith('[')) return null;
  const pair: unknown = JSON.parse(value);
  if (!Array.isArray(pair)) return null;
  const [name, currency]: unknown[] = pair;
  return typeof name === 'string' && typeof currency === 'string' ? { name, currency } : null;
}
