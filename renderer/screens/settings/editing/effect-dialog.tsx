// Before a save that changes many styles: how many, which ones for example, and what becomes of them.
import type { EffectStyle } from '../../../../core/contract/settings.ts';
import { useFormats } from '../../../state/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, FooterGap } from '../../../ui/dialog.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './effect-dialog.module.css';
import { useEffectQuestion } from './effect-question.ts';
import { effectSentence } from './effect-words.ts';
import { StyleLines } from './style-lines.tsx';

export function EffectDialog() {
  const asked = useEffectQuestion((question) => question.asked);
  const formats = useFormats();
  if (asked === null) return null;
  const { effect, answer } = asked;
  const total = effect.changed + effect.added + effect.left;
  const styleCount = formats.countOf(total, 'style', 'styles');
  return (
    <Dialog
      title={`Save, and change ${styleCount} in JOOR?`}
      subtitle={`${effectSentence(effect, formats)} Nothing is sent before the next run.`}
      onClose={() => answer(false)}
      footer={
        <>
          <span className={styles.note}>Dry run shows all of it after you save.</span>
          <FooterGap />
          <Button onClick={() => answer(false)}>Keep it as it is</Button>
          <Button look="primary" onClick={() => answer(true)}>
            Save, change {styleCount}
          </Button>
        </>
      }
    >
      <h3 className={styles.heading}>
        {effect.examples.length < total ? `${effect.examples.length} of them` : 'All of them'}
      </h3>
      <ul className={styles.examples}>
        {effect.examples.map((example) => (
          <Example key={`${example.kind} ${example.number}`} example={example} />
        ))}
      </ul>
    </Dialog>
  );
}

const kindWords: Readonly<Record<EffectStyle['kind'], string>> = {
  changed: 'changes',
  added: 'comes to JOOR',
  left: 'leaves',
};

function Example({ example: { number, name, kind, lines } }: { readonly example: EffectStyle }) {
  return (
    <li className={styles.example}>
      <p className={styles.title}>
        <span className={styles.number}>{number}</span>
        <span className={styles.name}>{name}</span>
        <Tag tone={kind === 'left' ? 'warn' : 'plain'}>{kindWords[kind]}</Tag>
      </p>
      {kind === 'changed' && <StyleLines lines={lines} />}
      {kind === 'left' && (
        <p className={styles.note}>It leaves its linesheets; the style itself and its orders stay in JOOR.</p>
      )}
    </li>
  );
}
