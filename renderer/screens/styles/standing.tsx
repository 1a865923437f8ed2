// Where a style stands: the answer, the trace that led to it, one sentence of advice, the six parts, the differences.
import type { StyleDetail } from '../../../core/contract/styles.ts';
import type { ColourRole } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { cx } from '../../ui/cx.ts';
import { DrawerPart } from '../../ui/grid/drawer.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import styles from './standing.module.css';

type TraceState = StyleDetail['trace'][number]['state'];
type PartState = StyleDetail['parts'][number]['state'];

const traceIcons: Readonly<Record<TraceState, readonly [IconName, ColourRole, string]>> = {
  yes: ['circle-check', 'ok', 'yes'],
  fails: ['alert-circle-filled', 'warnFill', 'fails here'],
  follows: ['circle-dotted', 'text3', 'follows'],
};

const partIcons: Readonly<Record<PartState, readonly [IconName, ColourRole]>> = {
  same: ['circle-check', 'ok'],
  'to-send': ['circle-arrow-up', 'text2'],
  'needs-you': ['alert-circle-filled', 'warnFill'],
  off: ['circle-minus', 'text3'],
  'not-built': ['circle-minus', 'text3'],
};

const partWords: Readonly<Record<StyleDetail['parts'][number]['name'], string>> = {
  product: 'Product',
  skus: 'SKUs',
  prices: 'Prices',
  linesheets: 'Linesheets',
  images: 'Images',
  stock: 'Stock',
};

/** Words for what JOOR doesn't have: nothing there that could be struck through. */
const absent: ReadonlySet<string> = new Set(['not set', 'not in it']);

export function WhereItStands({ style }: { readonly style: StyleDetail }) {
  const formats = useFormats();
  return (
    <>
      <DrawerPart title={style.state === 'in-step' ? 'Is it in JOOR?' : 'Why isn’t it in JOOR?'}>
        <p className={styles.answer}>{style.answer}</p>
        <ol className={styles.trace}>
          {style.trace.map((step) => {
            const [icon, colour, heard] = traceIcons[step.state];
            return (
              <li key={step.sentence} className={cx(styles.step, styles[step.state])}>
                <Icon name={icon} size={14} colour={colour} />
                <span className={styles.sentence}>
                  {step.sentence}
                  <span className="heard">, {heard}</span>
                </span>
                <span className={styles.value}>{step.value}</span>
              </li>
            );
          })}
        </ol>
        {style.advice !== '' && <p className={styles.advice}>{style.advice}</p>}
      </DrawerPart>
      <DrawerPart
        title="Parts"
        aside={style.comparedAt === null ? 'not compared yet' : `compared ${formats.short(style.comparedAt)}`}
      >
        <ul className={styles.parts}>
          {style.parts.map((part) => {
            const [icon, colour] = partIcons[part.state];
            return (
              <li key={part.name} className={styles.part}>
                <Icon name={icon} size={14} colour={colour} />
                <span className={styles.partName}>{partWords[part.name]}</span>
                <span className={styles.partValue} title={part.value}>
                  {part.value}
                </span>
              </li>
            );
          })}
        </ul>
      </DrawerPart>
      {style.differences.length > 0 && (
        <DrawerPart title="Differences">
          <table className={styles.differences}>
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Cin7</th>
                <th scope="col">JOOR now</th>
              </tr>
            </thead>
            <tbody>
              {style.differences.map((difference) => (
                <tr key={difference.field}>
                  <td className={styles.field}>{difference.field}</td>
                  <td className={difference.cin7 === 'empty' ? styles.empty : styles.now}>{difference.cin7}</td>
                  <td className={styles.before}>
                    {absent.has(difference.joor) ? difference.joor : <s>{difference.joor}</s>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </DrawerPart>
      )}
    </>
  );
}
