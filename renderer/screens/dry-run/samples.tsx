// Three real styles as JOOR shows them now and after: one plain, one new, one held.
import type { PlanView } from '../../../core/contract/queries.ts';
import { Garment } from '../../ui/garment.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './samples.module.css';

type Sample = PlanView['samples'][number];

const tags: Readonly<Record<Sample['tag'], string>> = {
  create: 'Create in JOOR',
  update: 'Update in JOOR',
  held: 'Held in part',
  same: 'Nothing changes',
};

export function Samples({ samples }: { readonly samples: readonly Sample[] }) {
  if (samples.length === 0) return null;
  return (
    <section>
      <header className={styles.header}>
        <h2 className={styles.title}>{samples.length === 3 ? 'Three of your styles' : 'Some of your styles'}</h2>
        <span className={styles.subtitle}>what JOOR shows now, and after</span>
      </header>
      <ul className={styles.samples}>
        {samples.map((sample) => (
          <li key={sample.number} className={styles.card}>
            <div className={styles.top}>
              <Garment name={sample.name} size="drawer" />
              <div className={styles.text}>
                <h3 className={styles.number}>{sample.number}</h3>
                <p className={styles.name}>{sample.name}</p>
              </div>
              <Tag tone={sample.tag === 'held' ? 'warn' : 'plain'}>{tags[sample.tag]}</Tag>
            </div>
            <dl className={styles.lines}>
              {sample.lines.map((line) => (
                <div key={line.label} className={styles.line}>
                  <dt>{line.label}</dt>
                  <dd>
                    {line.before !== '' && (
                      <>
                        <s className={styles.before}>{line.before}</s> <span aria-hidden>→ </span>
                      </>
                    )}
                    {line.isHeld ? (
                      <span className={styles.held}>{line.after}</span>
                    ) : line.note === 'same' ? (
                      line.after
                    ) : (
                      <b>{line.after}</b>
                    )}
                    {line.note !== '' && (
                      <span className={styles.note}>
                        {line.note === 'same' ? ' ' : ', '}
                        {line.note}
                      </span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
