// Everything that a run would change, flow by flow, in numbers; each row leads to its changes one by one.
import type { PlanRow } from '../../../core/contract/queries.ts';
import { useFormats } from '../../state/format.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './plan-table.module.css';

interface PlanTableProps {
  readonly rows: readonly PlanRow[];
  /** Shows the changes of a row. */
  readonly onOpen: (row: PlanRow) => void;
}

export function PlanTable({ rows, onOpen }: PlanTableProps) {
  const formats = useFormats();
  return (
    <section>
      <h2 className={styles.title}>Everything</h2>
      <div className={styles.box}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Flow</th>
              <th scope="col">What changes</th>
              <th scope="col">To send</th>
              <th scope="col">Same in both</th>
              <th scope="col">Held</th>
              <th scope="col">JOOR credits</th>
              <th scope="col">
                <span className="heard">Changes</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const isEmpty = row.toSend + row.held === 0;
              return (
                // The whole row is where a mouse may press; the button is what the keyboard finds.
                <tr
                  key={row.label}
                  className={isEmpty ? undefined : styles.leading}
                  onClick={isEmpty ? undefined : () => onOpen(row)}
                >
                  <th scope="row">{row.label}</th>
                  <td>{row.what}</td>
                  <td className={cx(styles.send, row.toSend === 0 && styles.zero)}>{formats.count(row.toSend)}</td>
                  <td>{formats.count(row.same)}</td>
                  <td className={row.held > 0 ? styles.held : styles.zero}>{formats.count(row.held)}</td>
                  <td>{formats.count(row.joorCredits)}</td>
                  <td className={styles.chevron}>
                    {!isEmpty && (
                      <button type="button" className={styles.open} aria-label={`Show changes of ${row.label}`}>
                        <Icon name="chevron-right" size={14} colour="text2" />
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
