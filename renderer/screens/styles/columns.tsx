// The columns of Styles; one for each price type that the settings map.
import { useMemo } from 'react';
import type { QueryInput, StyleRow } from '../../../core/contract/queries.ts';
import { styleWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { Garment } from '../../ui/garment.tsx';
import type { GridColumn } from '../../ui/grid/data-grid.tsx';
import screen from '../../ui/grid/grid-screen.module.css';
import { StateCell } from '../../ui/state.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './columns.module.css';

type Column = GridColumn<StyleRow, NonNullable<QueryInput<'styles.open'>['sort']>['column']>;

/** Takes the names of the price columns, null while they aren't known. */
export function useStyleColumns(priceColumns: readonly string[] | null): readonly Column[] {
  const formats = useFormats();
  return useMemo(() => {
    const prices = (priceColumns ?? []).map((header, index): Column => ({
      id: `price-${header}`,
      header,
      width: 74,
      share: 0,
      isNumber: true,
      // The first two price types stay; further ones make room.
      priority: index < 2 ? null : 3,
      cell: (row) => {
        const price = row.wholesale[index] ?? null;
        if (price !== null) return formats.amount(price);
        return row.state === 'left-out' ? (
          <span className={screen.none}>None</span>
        ) : (
          <span className={screen.missing}>missing</span>
        );
      },
    }));
    const columns: Column[] = [
      {
        id: 'style',
        header: 'Style',
        width: 150,
        comfort: 180,
        share: 3.4,
        sortsBy: 'number',
        priority: null,
        cell: (row) => (
          <div className={styles.style}>
            <Garment name={row.name} />
            <div className={styles.text}>
              <div className={screen.name}>{row.number}</div>
              <div className={screen.under} title={row.name}>
                {row.name}
              </div>
            </div>
          </div>
        ),
      },
      {
        id: 'state',
        header: 'State',
        width: 150,
        comfort: 196,
        share: 3.8,
        sortsBy: 'state',
        priority: null,
        cell: (row) => (
          <StateCell words={styleWords[row.state]} reason={row.state === 'in-step' ? '' : row.reason.sentence} />
        ),
      },
      {
        id: 'skus',
        header: 'SKUs',
        width: 56,
        share: 0,
        isNumber: true,
        priority: 2,
        cell: (row) => formats.count(row.skus),
      },
      ...prices,
      {
        id: 'stock',
        header: 'Stock',
        width: 60,
        share: 0,
        isNumber: true,
        sortsBy: 'stock',
        priority: null,
        cell: (row) =>
          row.stock === null ? (
            <span className={screen.none}>unread</span>
          ) : (
            <span className={row.stock === 0 ? screen.none : undefined}>{formats.count(row.stock)}</span>
          ),
      },
      {
        id: 'linesheets',
        header: 'Linesheets',
        width: 104,
        share: 2,
        priority: 4,
        cell: (row) => <Linesheets names={row.linesheets} />,
      },
      {
        id: 'since',
        header: 'Since',
        width: 70,
        share: 0,
        isNumber: true,
        sortsBy: 'since',
        priority: 1,
        cell: (row) => (
          <span className={screen.none} title={formats.exact(row.since)}>
            {formats.short(row.since)}
          </span>
        ),
      },
    ];
    return columns;
  }, [priceColumns, formats]);
}

function Linesheets({ names }: { readonly names: readonly string[] }) {
  const [first, ...rest] = names;
  if (first === undefined) return <span className={screen.none}>None</span>;
  return (
    <div className={styles.tags} title={names.join(', ')}>
      <Tag>{first}</Tag>
      {rest.length > 0 && <Tag>+{rest.length}</Tag>}
    </div>
  );
}
