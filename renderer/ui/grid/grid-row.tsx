// One row of a grid. It is drawn anew only when something about it changes: while a list scrolls, the rows that stay in view cost
// nothing.
import type { ReactNode, Ref } from 'react';
import { cx } from '../cx.ts';
import { Check } from '../field.tsx';
import styles from './data-grid.module.css';

interface RowColumn<Row> {
  readonly id: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** What a row does; the same functions for all rows and for as long as the grid lives. */
export interface RowActions {
  readonly focus: (index: number) => void;
  readonly open: (id: string) => void;
  readonly toggle: (id: string) => void;
}

interface GridRowProps<Row> {
  readonly id: string;
  readonly index: number;
  /** Undefined until it was read: its place is kept. */
  readonly value: Row | undefined;
  readonly number: string;
  readonly columns: readonly RowColumn<Row>[];
  readonly template: string;
  readonly height: number;
  readonly top: number;
  /** The one that takes part in the tab order. */
  readonly isActive: boolean;
  readonly isOpen: boolean;
  /** Null where nothing can be ticked. */
  readonly isTicked: boolean | null;
  readonly actions: RowActions;
  readonly rowRef: Ref<HTMLDivElement> | undefined;
}

export function GridRow<Row>(props: GridRowProps<Row>) {
  const { id, index, value, isTicked, isOpen, actions } = props;
  return (
    <div
      ref={props.rowRef}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isTicked ?? undefined}
      aria-current={isOpen || undefined}
      aria-busy={value === undefined || undefined}
      tabIndex={props.isActive ? 0 : -1}
      className={cx(styles.row, isOpen && styles.open, isTicked === true && styles.ticked)}
      style={{ gridTemplateColumns: props.template, height: props.height, transform: `translateY(${props.top}px)` }}
      onFocus={() => actions.focus(index)}
      onClick={() => actions.open(id)}
    >
      {isTicked === null ? (
        <span role="presentation" />
      ) : (
        <div role="gridcell" className={styles.checkCell} onClick={(event) => event.stopPropagation()}>
          <Check
            isLabelHidden
            tabIndex={-1}
            label={`Select ${props.number}`}
            isChecked={isTicked}
            onChange={() => actions.toggle(id)}
          />
        </div>
      )}
      {props.columns.map((column) => (
        <div role="gridcell" key={column.id} className={cx(styles.cell, column.isNumber === true && styles.number)}>
          {value === undefined ? <span className={styles.waiting} /> : column.cell(value)}
        </div>
      ))}
    </div>
  );
}
