// A style line by line, as it is and as a draft makes it: the old value struck through where they differ.
import type { StyleLine } from '../../../../core/contract/settings.ts';
import { cx } from '../../../ui/cx.ts';
import styles from './style-lines.module.css';

export function StyleLines({ lines }: { readonly lines: readonly StyleLine[] }) {
  return (
    <dl className={styles.lines}>
      {lines.map(({ label, before, after }) => (
        <div key={label} className={cx(styles.line, before !== after && styles.changed)}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            {before !== after && before !== '' && <del className={styles.before}>{before}</del>}{' '}
            {after === '' ? <span className={styles.none}>{before === '' ? 'None' : 'None any more'}</span> : after}
          </dd>
        </div>
      ))}
    </dl>
  );
}
