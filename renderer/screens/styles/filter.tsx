// The filter of Styles: what can be asked of them beside state and search, each value with how many styles it would leave. What
// is chosen stands as a chip in the bar; pressing it takes it away.
import { Popover } from '@mantine/core';
import { useState } from 'react';
import type { QueryInput } from '../../../core/contract/queries.ts';
import { styleFilterGroups, type StyleFilter, type StyleFilterGroup } from '../../../core/contract/styles.ts';
import { changePartWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/cards.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Check } from '../../ui/field.tsx';
import styles from './filter.module.css';

type Selection = QueryInput<'styles.filters'>;

const groupWords: Readonly<Record<StyleFilterGroup, string>> = {
  linesheet: 'Linesheet',
  season: 'Season',
  brand: 'Brand',
  price: 'Price',
  stock: 'Stock',
  part: 'Changes in',
};

const isSame = (one: StyleFilter, other: StyleFilter) => one.group === other.group && one.value === other.value;

/** Chooses a value, or takes it away. */
function useToggle() {
  const { styles: place, setStyles } = useNavigation();
  return ({ group, value }: StyleFilter) => {
    const filter = { group, value };
    const isOn = place.filters.some((each) => isSame(each, filter));
    setStyles({
      filters: isOn ? place.filters.filter((each) => !isSame(each, filter)) : [...place.filters, filter],
    });
  };
}

export function FilterButton({ selection }: { readonly selection: Selection }) {
  const [isOpen, setOpen] = useState(false);
  const { filters } = useNavigation((navigation) => navigation.styles);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" offset={4} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button small icon="filter" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Filter
          {filters.length > 0 && <span className={styles.number}>{filters.length}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter styles">{isOpen && <Values selection={selection} />}</Popover.Dropdown>
    </Popover>
  );
}

function Values({ selection }: { readonly selection: Selection }) {
  const { styles: revision } = useStoreOf('revisions');
  const { styles: place, setStyles } = useNavigation();
  const { data, error, reload } = useQuery('styles.filters', selection, revision);
  const [last, setLast] = useState(data);
  if (data !== null && data !== last) setLast(data);
  const options = data ?? last;
  const formats = useFormats();
  const toggle = useToggle();
  if (error !== null) return <ErrorCard error={error} onAction={reload} />;
  // What is chosen and leaves nothing now can still be taken away.
  const gone = place.filters.filter((filter) => options?.some((option) => isSame(option, filter)) !== true);
  const all = [...(options ?? []), ...gone.map((filter) => ({ ...filter, label: labelOf(filter), count: 0 }))];
  const groups = styleFilterGroups
    .map((group) => ({ group, values: all.filter((option) => option.group === group) }))
    .filter(({ values }) => values.length > 0);
  return (
    <div className={styles.values} aria-busy={options === null}>
      {options !== null && groups.length === 0 && (
        <p className={styles.nothing}>These styles have nothing in common to choose from.</p>
      )}
      {groups.map(({ group, values }) => (
        <fieldset key={group} className={styles.group}>
          <legend className={styles.legend}>{groupWords[group]}</legend>
          {values.map((option) => (
            <div key={option.value} className={styles.value}>
              <Check
                label={
                  <span className={styles.label} title={option.label}>
                    {option.label}
                  </span>
                }
                isChecked={place.filters.some((filter) => isSame(filter, option))}
                onChange={() => toggle(option)}
              />
              <span className={styles.count}>{formats.count(option.count)}</span>
            </div>
          ))}
        </fieldset>
      ))}
      {place.filters.length > 0 && (
        <div className={styles.foot}>
          <Button small look="quiet" onClick={() => setStyles({ filters: [] })}>
            Clear filter
          </Button>
        </div>
      )}
    </div>
  );
}

/** A value in words where the host's own aren't at hand. */
function labelOf({ group, value }: StyleFilter): string {
  if (group === 'price') return `No ${value.replace(/^no-price:/, '')} price`;
  if (group === 'stock') return 'Nothing in stock';
  if (group !== 'part') return value;
  const part = Object.entries(changePartWords).find(([name]) => name === value);
  return part?.[1] ?? value;
}

/** What is asked for now, in a line of its own under the states. */
export function FilterChips({ selection }: { readonly selection: Selection }) {
  const { styles: revision } = useStoreOf('revisions');
  const { styles: place, setStyles } = useNavigation();
  const { filters } = place;
  const { data } = useQuery('styles.filters', filters.length === 0 ? null : selection, revision);
  const formats = useFormats();
  const toggle = useToggle();
  if (filters.length === 0) return null;
  return (
    <div role="group" aria-label="Filter" className={styles.chips}>
      <span className={styles.only}>Only</span>
      {filters.map((filter) => (
        <Chip
          key={`${filter.group} ${filter.value}`}
          label={filter.group === 'part' ? `${labelOf(filter)} change` : labelOf(filter)}
          count={data === null ? '' : formats.count(data.find((option) => isSame(option, filter))?.count ?? 0)}
          isChosen
          isRemovable
          onChoose={() => toggle(filter)}
        />
      ))}
      <Button small look="quiet" onClick={() => setStyles({ filters: [] })}>
        Clear filter
      </Button>
    </div>
  );
}
