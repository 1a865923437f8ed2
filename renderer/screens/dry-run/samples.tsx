// Three real styles as JOOR shows them now and after: one plain, one new, one held, or those that the person picked.
import type { PlanSample } from '../../../core/contract/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Garment } from '../../ui/garment.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './samples.module.css';

export const sampleTags: Readonly<Record<PlanSample['tag'], string>> = {
  create: 'Create in JOOR',
  update: 'Update in JOOR',
  held: 'Held in part',
  same: 'Nothing changes',
};

const titles = ['One of your styles', 'Two of your styles', 'Three of your styles'];

interface SamplesProps {
  readonly samples: readonly PlanSample[];
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

export function Samples({ samples, isPicked, onPick }: SamplesProps) {
  if (samples.length === 0) return null;
  return (
    <section>
      <header className={styles.header}>
        <h2 className={styles.title}>{titles[samples.length - 1] ?? 'Some of your styles'}</h2>
        <span className={styles.subtitle}>{isPicked ? 'as you picked them, ' : ''}what JOOR shows now, and after</span>
        <Button small look="quiet" className={styles.pick} onClick={onPick}>
          Pick others
        </Button>
      </header>
      <ul className={styles.samples}>
        {samples.map((sample) => (
          <li key={sample.key} className={styles.card}>
            <div className={styles.top}>
              <Garment name={sample.name} size="drawer" />
              <div className={styles.text}>
                <h3 className={styles.number}>{sample.number}</h3>
                <p className={styles.name}>{sample.name}</p>
              </div>
              <Tag tone={sample.tag === 'held' ? 'warn' : 'plain'}>{sampleTags[sample.tag]}</Tag>
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
