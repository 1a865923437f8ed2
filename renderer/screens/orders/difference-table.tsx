// A sale and its order, line by line: units in both, the change, what it does to the amount.
import type { LineDifference, ReExportPreview } from '../../../core/contract/orders.ts';
import { unitsDifference } from '../../format/numbers.ts';
import { useFormats } from '../../state/format.ts';
import { cx } from '../../ui/cx.ts';
import styles from './difference-table.module.css';

function changeText({ kind, inSale, inOrder }: LineDifference): string {
  switch (kind) {
    case 'same':
      return 'same';
    case 'new':
      return 'new';
    case 'gone':
      return 'gone';
    case 'price':
      return 'price';
    case 'more':
    case 'less':
      return unitsDifference(inSale ?? '0', inOrder ?? '0');
  }
}

export function DifferenceTable({ preview }: { readonly preview: ReExportPreview }) {
  const formats = useFormats();
  const { goods, equalLines, currency, sale } = preview;
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">{sale === null ? 'Sale in Cin7' : `${sale.number} in Cin7`}</th>
            <th scope="col">JOOR now</th>
            <th scope="col">Change</th>
            <th scope="col">{currency}</th>
          </tr>
        </thead>
        <tbody>
          {preview.lines.map((line) => (
            <tr key={line.sku} className={cx(line.kind === 'same' && styles.same)}>
              <th scope="row">
                <b>{line.sku}</b> <span className={styles.name}>{line.name}</span>
              </th>
              <td>{line.inSale ?? <span className={styles.none}>none</span>}</td>
              <td>{line.inOrder ?? <span className={styles.none}>none</span>}</td>
              <td className={styles.change}>{changeText(line)}</td>
              <td>{formats.difference(line.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {equalLines === 0 ? 'Goods' : `Goods, with ${formats.countOf(equalLines, 'equal line', 'equal lines')}`}
            </th>
            <td>{formats.amount(goods.inSale)}</td>
            <td className={styles.total}>{formats.amount(goods.inOrder)}</td>
            <td />
            <td className={styles.total}>{formats.difference(goods.change)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
