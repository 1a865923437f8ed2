// The columns of a list of changes, and how each side of one is said: what stood there before is struck through.
import { useMemo } from 'react';
import type { ChangeRow } from '../../../core/contract/styles.ts';
import { changePartWords, changeStateWords } from '../../../core/contract/words.ts';
import { useFormats, type Formats } from '../../state/format.ts';
import type { GridColumn } from '../../ui/grid/data-grid.tsx';
import screen from '../../ui/grid/grid-screen.module.css';
import { Icon, type IconName } from '../../ui/icon.tsx';
import styles from './change-columns.module.css';

export type ChangeColumn = 'subject' | 'field';

const stateIcons: Readonly<Record<ChangeRow['state'], IconName>> = {
  'to-send': 'circle-arrow-up',
  held: 'alert-circle-filled',
  'needs-you': 'alert-circle-filled',
};

/** A value as it is read: dates as dates, stock as numbers, prices as amounts. */
function valueText({ part, field }: ChangeRow, value: string, formats: Formats): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formats.date(value);
  if (part === 'stock' && /^\d+$/.test(value)) return formats.count(Number(value));
  if (part === 'orders') {
    const [amount = '', currency = ''] = value.split(' ');
    return formats.money(amount, currency);
  }
  return part === 'prices' && !field.includes(' / ') ? formats.amount(value) : value;
}

interface SideProps {
  readonly row: ChangeRow;
  /** Handed in: a cell of twenty thousand must not make its own. */
  readonly formats: Formats;
}

function After({ row, formats }: SideProps) {
  if (row.after !== '') return <b className={styles.after}>{valueText(row, row.after, formats)}</b>;
  if (row.state === 'needs-you') return <span className={styles.missing}>empty</span>;
  return <span className={styles.none}>{row.part === 'linesheets' ? 'not in it any more' : 'empty'}</span>;
}

function Before({ row, formats }: SideProps) {
  if (row.before !== '') return <s className={styles.before}>{valueText(row, row.before, formats)}</s>;
  return (
    <span className={styles.none}>
      {row.part === 'linesheets' && row.subjectKey !== null ? 'not in it' : 'not set'}
    </span>
  );
}

/** Whether it is sent; where it isn't, the reason stands behind the word. */
function ChangeState({ row }: { readonly row: ChangeRow }) {
  const isSent = row.state === 'to-send';
  return (
    <div className={styles.state} title={row.reason}>
      <Icon name={stateIcons[row.state]} size={14} colour={isSent ? 'text2' : 'warnFill'} />
      <span className={isSent ? undefined : styles.needs}>{changeStateWords[row.state]}</span>
      {row.reason !== '' && <span className={styles.reason}>{row.reason}</span>}
    </div>
  );
}

/** The columns where only orders are listed: an order as a whole becomes a sale. */
export function useOrderChangeColumns(): readonly GridColumn<ChangeRow, ChangeColumn>[] {
  const columns = useChangeColumns();
  return useMemo(() => {
    const headers: Readonly<Record<string, string>> = { subject: 'Order', after: 'Sale in Cin7', state: 'State' };
    return columns.flatMap((column) => {
      const header = headers[column.id];
      return header === undefined ? [] : [{ ...column, header }];
    });
  }, [columns]);
}

export function useChangeColumns(): readonly GridColumn<ChangeRow, ChangeColumn>[] {
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'subject',
        header: 'Style',
        width: 120,
        comfort: 170,
        share: 2.4,
        sortsBy: 'subject',
        priority: null,
        cell: (row) => (
          <div className={styles.subject} title={`${row.subject} ${row.name}`}>
            <b>{row.subject}</b> <span className={screen.soft}>{row.name}</span>
          </div>
        ),
      },
      {
        id: 'part',
        header: 'Part',
        width: 78,
        share: 0,
        priority: 1,
        cell: (row) => (
          <div className={`${screen.one} ${screen.small} ${screen.soft}`}>{changePartWords[row.part]}</div>
        ),
      },
      {
        id: 'field',
        header: 'Field',
        width: 120,
        share: 2,
        sortsBy: 'field',
        priority: null,
        cell: (row) => (
          <div className={`${screen.one} ${screen.small}`} title={row.field}>
            {row.field}
          </div>
        ),
      },
      {
        id: 'after',
        header: 'Cin7',
        width: 110,
        share: 2,
        priority: null,
        cell: (row) => (
          <div className={`${screen.one} ${screen.small}`} title={row.after}>
            <After row={row} formats={formats} />
          </div>
        ),
      },
      {
        id: 'before',
        header: 'JOOR now',
        width: 110,
        share: 2,
        priority: null,
        cell: (row) => (
          <div className={`${screen.one} ${screen.small}`} title={row.before}>
            <Before row={row} formats={formats} />
          </div>
        ),
      },
      {
        id: 'state',
        header: 'State',
        width: 110,
        comfort: 130,
        share: 2.4,
        priority: 2,
        cell: (row) => <ChangeState row={row} />,
      },
    ],
    [formats],
  );
}
