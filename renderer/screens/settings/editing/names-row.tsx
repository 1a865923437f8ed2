// A list of names as chips: each can be taken out, one more chosen from what is known or typed. Each change is kept at once.
import { useRef, useState, type ReactNode } from 'react';
import type { Choice } from '../../../../core/contract/settings.ts';
import { IconButton } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { TextField } from '../../../ui/field.tsx';
import { Row } from '../rows.tsx';
import { choiceOf } from './choices.ts';
import styles from './names-row.module.css';
import { SaveError } from './save-error.tsx';
import { useSave } from './use-save.ts';

interface NamesRowProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly names: readonly string[];
  readonly known: readonly Choice[];
  /** What an unknown name means: `on no style in Cin7`; without it names needn't be known. */
  readonly unknown?: string;
  /** What no name at all means. */
  readonly empty: string;
  /** What one is: `tag`. */
  readonly what: string;
}

export function NamesRow({ path, label, hint, names, known, unknown, empty, what }: NamesRowProps) {
  const { save, error, clear } = useSave();
  const [typed, setTyped] = useState('');
  const chips = useRef<HTMLUListElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const isThere = (name: string) => names.some((one) => one.toLowerCase() === name.toLowerCase());
  const add = async () => {
    const wanted = typed.trim();
    if (wanted === '') return;
    if (isThere(wanted) || (await save([{ path, value: [...names, wanted] }])) === 'saved') setTyped('');
  };
  const remove = async (index: number) => {
    if ((await save([{ path, value: names.toSpliced(index, 1) }])) !== 'saved') return;
    requestAnimationFrame(() => {
      const buttons = chips.current?.querySelectorAll('button') ?? [];
      const next = buttons[Math.min(index, buttons.length - 1)] ?? box.current?.querySelector('input');
      next?.focus();
    });
  };
  return (
    <Row isTall label={label} hint={hint} error={<SaveError error={error} path={path} onLoad={clear} />}>
      <div ref={box} className={styles.names}>
        {names.length === 0 && <p className={styles.empty}>{empty}</p>}
        <ul ref={chips} className={styles.chips} aria-label={label}>
          {names.map((name, index) => {
            const isUnknown = unknown !== undefined && known.length > 0 && choiceOf(known, name) === undefined;
            return (
              <li key={name} className={cx(styles.chip, isUnknown && styles.unknown)}>
                <span className={styles.name}>
                  {name}
                  {isUnknown && <span className={styles.why}>, {unknown}</span>}
                </span>
                <IconButton name={`Remove ${name}`} icon="x" onClick={() => void remove(index)} />
              </li>
            );
          })}
        </ul>
        <TextField
          isLabelHidden
          label={`Add a ${what}: ${label}`}
          placeholder={`Add a ${what}`}
          value={typed}
          suggestions={known.map(({ value }) => value).filter((value) => !isThere(value))}
          onChange={setTyped}
          onCommit={() => void add()}
        />
      </div>
    </Row>
  );
}
