// The columns of Styles: wholesale and recommended retail price for each price type that the settings map.
import { useMemo } from 'react';
import type { QueryInput } from '../../../core/contract/queries.ts';
import type { StyleColumns, StyleRow } from '../../../core/contract/styles.ts';
import { styleWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { Garment } from '../../ui/garment.tsx';
import type { GridColumn } from '../../ui/grid/data-grid.tsx';
import screen from '../../ui/grid/grid-screen.module.css';
import { StateCell } from '../../ui/state.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './columns.module.css';

export type StyleColumn = GridColumn<StyleRow, NonNullable<QueryInput<'styles.open'>['sort']>['column']>;

/** Takes the price columns; the widest screen shows all that is here, a narrow one what its priorities leave. */
export function useStyleColumns(prices: StyleColumns['prices']): readonly StyleColumn[] {
  const formats = useFormats();
  return useMemo(() => {
    const priceColumns = prices.flatMap(({ label, hasRetail }, index): StyleColumn[] => [
      {
        id: `wholesale-${label}`,
        header: `Whsl ${label}`,
        width: 74,
        share: 0,
        isNumber: true,
        // The first two price types stay; further ones make room.
        priority: index < 2 ? null : 5,
        cell: (row) => {
          const price = row.wholesale[index] ?? null;
          if (price !== null) return formats.amount(price);
          return row.state === 'left-out' ? (
            <span className={screen.none}>None</span>
          ) : (
            <span className={screen.missing}>missing</span>
          );
        },
      },
      ...(hasRetail
        ? [
            {
              id: `rrp-${label}`,
              header: `RRP ${label}`,
              width: 74,
              share: 0,
              isNumber: true,
              priority: 3,
              cell: (row: StyleRow) => {
                const price = row.retail[index] ?? null;
                return price === null ? (
                  <span className={screen.none}>None</span>
                ) : (
                  <span className={screen.soft}>{formats.amount(price)}</span>
                );
              },
            },
          ]
        : []),
    ]);
    const columns: StyleColumn[] = [
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
        id: 'season',
        header: 'Season',
        width: 92,
        share: 1,
        priority: 2,
        cell: (row) => (
          <div className={`${screen.one} ${screen.soft}`} title={row.season}>
            {row.season === '' ? <span className={screen.none}>None</span> : row.season}
          </div>
        ),
      },
      {
        id: 'skus',
        header: 'SKUs',
        width: 56,
        share: 0,
        isNumber: true,
        priority: 4,
        cell: (row) => formats.count(row.skus),
      },
      ...priceColumns,
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
            <span className={screen.none}>{row.state === 'left-out' ? 'None' : 'unread'}</span>
          ) : (
            <span className={row.stock === 0 ? screen.none : undefined}>{formats.count(row.stock)}</span>
          ),
      },
      {
        id: 'linesheets',
        header: 'Linesheets',
        width: 104,
        share: 2,
        priority: 6,
        cell: (row) => <Linesheets names={row.linesheets} />,
      },
      {
        id: 'lastSent',
        header: 'Last sent',
        width: 70,
        share: 0,
        isNumber: true,
        sortsBy: 'lastSent',
        priority: 1,
        cell: (row) =>
          row.lastSentAt === null ? (
            <span className={screen.none}>Never</span>
          ) : (
            <span className={screen.soft} title={formats.exact(row.lastSentAt)}>
              {formats.short(row.lastSentAt)}
            </span>
          ),
      },
    ];
    return columns;
  }, [prices, formats]);
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
