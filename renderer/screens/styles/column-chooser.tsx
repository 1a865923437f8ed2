// Which columns of Styles are shown. What a person hid stays hidden, here and in the next start; identity and state always stay.
import { Popover } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { StyleColumns } from '../../../core/contract/styles.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { IconButton } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { Check } from '../../ui/field.tsx';
import type { StyleColumn } from './columns.tsx';
import styles from './filter.module.css';

export interface ColumnChoice {
  readonly prices: StyleColumns['prices'];
  readonly hidden: ReadonlySet<string>;
  readonly hide: (hidden: ReadonlySet<string>) => void;
  readonly action: ReturnType<typeof useAction>;
}

const noPrices: StyleColumns['prices'] = [];

export function useStyleColumnChoice(): ColumnChoice {
  const { styles: revision } = useStoreOf('revisions');
  const { revision: settingsRevision } = useStoreOf('settings');
  const { data } = useQuery('styles.columns', {}, `${revision}/${settingsRevision}`);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const action = useAction();
  const kept = useMemo(() => new Set(data?.hidden ?? []), [data]);
  return {
    prices: data?.prices ?? noPrices,
    hidden: chosen ?? kept,
    hide: (hidden) => {
      setChosen(hidden);
      void action.run('styles.hideColumns', { hidden: [...hidden] });
    },
    action,
  };
}

interface ColumnChooserProps {
  readonly columns: readonly StyleColumn[];
  readonly choice: ColumnChoice;
}

export function ColumnChooser({ columns, choice }: ColumnChooserProps) {
  const [isOpen, setOpen] = useState(false);
  const { hidden, hide, action } = choice;
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    hide(next);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" offset={4} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <IconButton
          name="Columns"
          icon="columns-3"
          bordered
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <div className={styles.values}>
          <p className={styles.legend}>Columns, as far as there is room</p>
          {columns.map(({ id, header }) => (
            <div key={id} className={styles.value}>
              <Check
                label={header}
                isChecked={!hidden.has(id)}
                isDisabled={id === 'style' || id === 'state'}
                onChange={() => toggle(id)}
              />
            </div>
          ))}
          <ErrorLine error={action.error} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
