// The columns of the export queue.
import { useMemo } from 'react';
import { orderWords } from '../../../core/contract/words.ts';
import type { OrderRow, QueryInput } from '../../../core/contract/queries.ts';
import { useFormats } from '../../state/format.ts';
import type { GridColumn } from '../../ui/grid/data-grid.tsx';
import screen from '../../ui/grid/grid-screen.module.css';
import { OutsideLink } from '../../ui/number.tsx';
import { StateCell } from '../../ui/state.tsx';

type SortColumn = NonNullable<QueryInput<'orders.open'>['sort']>['column'];

export function useOrderColumns(): readonly GridColumn<OrderRow, SortColumn>[] {
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'order',
        header: 'Order',
        width: 129,
        share: 3,
        sortsBy: 'id',
        priority: null,
        cell: (row) => (
          <>
            <div className={screen.name}>{row.id}</div>
            <div className={screen.under} title={row.retailer}>
              {row.retailer}
            </div>
          </>
        ),
      },
      {
        id: 'state',
        header: 'State',
        width: 168,
        share: 3,
        sortsBy: 'state',
        priority: null,
        cell: (row) => <StateCell words={orderWords[row.state]} reason={row.reason} />,
      },
      {
        id: 'po',
        header: 'PO',
        width: 96,
        share: 1,
        priority: 1,
        cell: (row) => (
          <div className={screen.one} title={row.poNumber}>
            {row.poNumber === '' ? <span className={screen.none}>None</span> : row.poNumber}
          </div>
        ),
      },
      {
        id: 'approved',
        header: 'Approved',
        width: 84,
        share: 1,
        sortsBy: 'approvedAt',
        priority: 2,
        cell: (row) =>
          row.approvedAt === null ? (
            <span className={screen.none}>None</span>
          ) : (
            <span className={screen.small} title={formats.exact(row.approvedAt)}>
              {formats.short(row.approvedAt)}
            </span>
          ),
      },
      {
        id: 'value',
        header: 'Value',
        width: 88,
        share: 1,
        isNumber: true,
        sortsBy: 'value',
        priority: null,
        cell: (row) => (
          <>
            <div>{formats.amount(row.value)}</div>
            <div className={screen.under}>{row.currency}</div>
          </>
        ),
      },
      {
        id: 'ship',
        header: 'Ship window',
        width: 110,
        share: 1,
        sortsBy: 'shipStart',
        priority: 4,
        cell: (row) => (
          <span className={screen.small}>
            {formats.window(row.shipStart, row.shipEnd) ?? <span className={screen.none}>None</span>}
          </span>
        ),
      },
      {
        id: 'sale',
        header: 'Sale',
        width: 74,
        share: 1,
        sortsBy: 'saleNumber',
        priority: null,
        cell: (row) =>
          row.saleNumber === null ? (
            <span className={`${screen.none} ${screen.small}`}>None</span>
          ) : (
            <span className={screen.small}>
              <OutsideLink
                kind="cin7-sale"
                id={row.saleId}
                text={row.saleNumber}
                fallback={row.saleNumber}
                tabIndex={-1}
              />
            </span>
          ),
      },
      {
        id: 'tries',
        header: 'Tries',
        width: 36,
        share: 0,
        isNumber: true,
        sortsBy: 'tries',
        priority: 3,
        cell: (row) => <span className={row.tries > 1 ? undefined : screen.none}>{formats.count(row.tries)}</span>,
      },
    ],
    [formats],
  );
}
