// The data grid of Styles and Orders: tens of thousands of rows, only those in view in the page. One row at a time takes part
// in the tab order; arrows move, Enter opens, Space selects, Shift extends, Ctrl/Cmd+C copies the number. A grid whose rows
// can't be ticked has no boxes.
import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Check } from '../field.tsx';
import { Icon } from '../icon.tsx';
import styles from './data-grid.module.css';
import { hiddenColumns } from './fit-columns.ts';
import { useGridKeys } from './grid-keys.ts';
import { GridRow, type RowActions } from './grid-row.tsx';
import { allToggled, extended, toggled } from './selection.ts';
import { designPixel, useWidth } from './use-width.ts';

export interface GridSort<Column extends string> {
  readonly column: Column;
  readonly isDescending: boolean;
}

export interface GridColumn<Row, Column extends string> {
  readonly id: string;
  readonly header: string;
  /** The least width in design pixels; `share` of what is left over goes on top. */
  readonly width: number;
  /** The width it should have before columns of lower priority are shown. */
  readonly comfort?: number;
  readonly share: number;
  readonly isNumber?: boolean;
  /** What the host sorts by when the header is pressed; absent where it can't. */
  readonly sortsBy?: Column;
  readonly priority: number | null;
  readonly cell: (row: Row) => ReactNode;
}

interface DataGridProps<Row, Column extends string> {
  readonly name: string;
  readonly ids: readonly string[];
  readonly row: (id: string) => Row | undefined;
  readonly columns: readonly GridColumn<Row, Column>[];
  /** Height of a row in design pixels. */
  readonly rowHeight: number;
  readonly sort: GridSort<Column> | null;
  readonly onSort: (sort: GridSort<Column>) => void;
  readonly selected: ReadonlySet<string>;
  /** Null where nothing can be ticked. */
  readonly onSelect: ((selected: ReadonlySet<string>) => void) | null;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onWant: (ids: readonly string[]) => void;
  /** What Ctrl/Cmd+C copies of a row, and the name of its tick box. */
  readonly numberOf: (id: string) => string;
}

const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, { readonly id: string }>();
const checkWidth = 40;
/** What stands before the first column where nothing can be ticked. */
const edgeWidth = 16;

export function DataGrid<Row, Column extends string>({
  name,
  ids,
  row,
  columns,
  rowHeight,
  sort,
  onSort,
  selected,
  onSelect,
  openId,
  onOpen,
  onWant,
  numberOf,
}: DataGridProps<Row, Column>) {
  const [scroller, width] = useWidth<HTMLDivElement>();
  const pixel = designPixel();
  const startWidth = onSelect === null ? edgeWidth : checkWidth;
  const hidden = useMemo(
    () => hiddenColumns(columns, width / pixel - startWidth - 16),
    [columns, pixel, startWidth, width],
  );
  const data = useMemo(() => ids.map((id) => ({ id })), [ids]);
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column) => helper.display({ id: column.id, header: column.header, cell: () => null })),
      ),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, width === 0 || !hidden.has(id)])),
    [columns, hidden, width],
  );
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: ({ id }) => id,
    state: { columnVisibility },
  });
  const shown = useMemo(() => {
    const visible = new Set(table.getVisibleLeafColumns().map(({ id }) => id));
    return columns.filter(({ id }) => visible.has(id));
    // The table's own state follows columnVisibility.
  }, [table, columns, columnVisibility]);
  const template = [`calc(${startWidth} * var(--px))`, ...shown.map(trackOf)].join(' ');

  const [active, setActive] = useState(0);
  const activeIndex = Math.min(active, Math.max(0, ids.length - 1));
  const rows = useVirtualizer({
    count: table.getRowModel().rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * pixel,
    overscan: 8,
    // The row that has the focus stays, however far the list is scrolled.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      return ids.length === 0 || inView.includes(activeIndex) ? inView : [activeIndex, ...inView];
    },
  });
  const items = rows.getVirtualItems();
  const inView = items.map(({ index }) => ids[index]).filter((id) => id !== undefined);
  const inViewKey = inView.join(' ');
  const latestInView = useRef(inView);
  latestInView.current = inView;
  useEffect(() => onWant(latestInView.current), [inViewKey, onWant]);

  // An opened row is where the keys go on from.
  useEffect(() => {
    const at = openId === null ? -1 : ids.indexOf(openId);
    if (at >= 0) setActive(at);
  }, [ids, openId]);

  const isFocusWanted = useRef(false);
  const moveTo = useCallback(
    (index: number) => {
      isFocusWanted.current = true;
      setActive(index);
      rows.scrollToIndex(index);
    },
    [rows],
  );
  const activeRow = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isFocusWanted.current) return;
    isFocusWanted.current = false;
    activeRow.current?.focus({ preventScroll: true });
  });

  const onKeyDown = useGridKeys({
    ids,
    activeIndex,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / (rowHeight * pixel)) - 1),
    isOpen: openId !== null,
    moveTo,
    open: onOpen,
    toggle: (id) => onSelect?.(toggled(selected, id)),
    extend: (from, to) => onSelect?.(extended(selected, ids, from, to)),
    selectAll: () => onSelect?.(new Set(ids)),
    numberOf,
  });

  const [MemoRow] = useState(() => memo(GridRow<Row>));
  const latest = useRef({ onOpen, onSelect, selected });
  latest.current = { onOpen, onSelect, selected };
  const [actions] = useState<RowActions>(() => ({
    focus: setActive,
    open: (id) => latest.current.onOpen(id),
    toggle: (id) => latest.current.onSelect?.(toggled(latest.current.selected, id)),
  }));

  const isAll = onSelect !== null && ids.length > 0 && ids.every((id) => selected.has(id));
  return (
    <div
      role="grid"
      aria-label={name}
      aria-rowcount={ids.length + 1}
      aria-colcount={shown.length + (onSelect === null ? 0 : 1)}
      aria-multiselectable={onSelect !== null}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.header} style={{ gridTemplateColumns: template }}>
        <div role={onSelect === null ? 'presentation' : 'columnheader'} className={styles.checkCell}>
          {onSelect !== null && (
            <Check
              isLabelHidden
              label={`Select all ${ids.length}`}
              isChecked={isAll}
              isMixed={!isAll && selected.size > 0}
              onChange={() => onSelect(allToggled(selected, ids))}
            />
          )}
        </div>
        {shown.map((column) => (
          <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div ref={scroller} className={styles.scroll} role="presentation">
        <div role="presentation" className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const id = ids[index];
            if (id === undefined) return null;
            const isActive = index === activeIndex;
            return (
              <MemoRow
                key={id}
                id={id}
                index={index}
                value={row(id)}
                number={numberOf(id)}
                columns={shown}
                template={template}
                height={rowHeight * pixel}
                top={start}
                isActive={isActive}
                isOpen={id === openId}
                isTicked={onSelect === null ? null : selected.has(id)}
                actions={actions}
                rowRef={isActive ? activeRow : undefined}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function trackOf({ width, share }: GridColumn<never, string>): string {
  const least = `calc(${width} * var(--px))`;
  return share === 0 ? least : `minmax(${least}, ${share}fr)`;
}

interface HeaderCellProps<Column extends string> {
  readonly column: GridColumn<never, Column>;
  readonly sort: GridSort<Column> | null;
  readonly onSort: (sort: GridSort<Column>) => void;
}

function HeaderCell<Column extends string>({ column, sort, onSort }: HeaderCellProps<Column>) {
  const isSorted = column.sortsBy !== undefined && sort?.column === column.sortsBy;
  const direction = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined;
  const { sortsBy } = column;
  return (
    <div
      role="columnheader"
      aria-sort={direction}
      className={cx(styles.cell, styles.headerCell, column.isNumber === true && styles.number)}
    >
      {sortsBy === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          className={cx(styles.sort, isSorted && styles.sorted)}
          onClick={() => onSort({ column: sortsBy, isDescending: isSorted && !sort.isDescending })}
        >
          {column.header}
          {isSorted && <Icon name={sort.isDescending ? 'chevron-down' : 'chevron-up'} size={12} />}
        </button>
      )}
    </div>
  );
}
