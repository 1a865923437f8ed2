// Everything that a run would change, flow by flow, in numbers.
import type { PlanView } from '../../../core/contract/queries.ts';
import { useFormats } from '../../state/format.ts';
import { cx } from '../../ui/cx.ts';
import styles from './plan-table.module.css';

export function PlanTable({ rows }: { readonly rows: PlanView['rows'] }) {
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
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td>{row.what}</td>
                <td className={cx(styles.send, row.toSend === 0 && styles.zero)}>{formats.count(row.toSend)}</td>
                <td>{formats.count(row.same)}</td>
                <td className={row.held > 0 ? styles.held : styles.zero}>{formats.count(row.held)}</td>
                <td>{formats.count(row.joorCredits)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
