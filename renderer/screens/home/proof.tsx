// Proof of the last success: rows read of rows announced, things compared, things changed (RUN-9).
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './proof.module.css';
import { Section } from './section.tsx';

export function Proof() {
  const { proof, lastSuccessAt } = useStoreOf('app');
  const formats = useFormats();
  return (
    <Section
      title="Proof of the last success"
      aside={lastSuccessAt !== null && <span className={styles.when}>{formats.short(lastSuccessAt)}</span>}
    >
      {proof.length === 0 ? (
        <p className={styles.none}>No sync has finished yet. Dry runs write nothing.</p>
      ) : (
        <ul className={styles.list}>
          {proof.map(({ label, value, isGood }) => (
            <li key={label} className={styles.line}>
              <Icon
                name={isGood ? 'circle-check' : 'alert-circle-filled'}
                size={14}
                colour={isGood ? 'ok' : 'warnFill'}
              />
              <span className={styles.label}>{label}</span>
              <span className="numbers">{value}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
