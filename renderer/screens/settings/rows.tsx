// The rows that settings are made of: a name, what it does, and its control. A simple value is kept as soon as it is chosen or
// its field is left; what was typed stays when it was refused, with the reason beside it.
import { useState, type ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import { Check, SelectField, TextField } from '../../ui/field.tsx';
import { SaveError } from './editing/save-error.tsx';
import { useSave } from './editing/use-save.ts';
import { useWanted } from './editing/use-wanted.ts';
import styles from './rows.module.css';

interface GroupProps {
  readonly title?: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

export function Group({ title, hint, children }: GroupProps) {
  return (
    <section>
      {title !== undefined && <h3 className={styles.groupTitle}>{title}</h3>}
      {hint !== undefined && <p className={styles.groupHint}>{hint}</p>}
      <div className={styles.group}>{children}</div>
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
  readonly error?: ReactNode;
  /** Outside a group. */
  readonly isAlone?: boolean;
  /** The control may take several lines. */
  readonly isTall?: boolean;
}

export function Row({ label, hint, children, error, isAlone = false, isTall = false }: RowProps) {
  return (
    <div className={cx(styles.row, isAlone && styles.alone, isTall && styles.tall)}>
      <div className={styles.text}>
        <p className={styles.label}>{label}</p>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        {error}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}

interface ValueProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

interface ChoiceProps extends ValueProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** How the option becomes the setting's value. */
  readonly read?: (option: string) => unknown;
}

export function ChoiceRow({ path, label, hint, value, options, read = (option) => option }: ChoiceProps) {
  const { shown, choose, error, drop } = useWanted(value, (option) => [{ path, value: read(option) }]);
  return (
    <Row label={label} hint={hint} error={<SaveError error={error} path={path} onLoad={drop} />}>
      <SelectField isLabelHidden label={label} value={shown} options={options} onChange={choose} />
    </Row>
  );
}

interface SwitchProps extends ValueProps {
  readonly isOn: boolean;
  /** Something else is needed before it can be switched; the hint says what. */
  readonly isDisabled?: boolean;
}

export function SwitchRow({ path, label, hint, isOn, isDisabled = false }: SwitchProps) {
  const { shown, choose, error, drop } = useWanted(isOn, (isChecked) => [{ path, value: isChecked }]);
  return (
    <Row label={label} hint={hint} error={<SaveError error={error} path={path} onLoad={drop} />}>
      <Check
        label={
          <>
            <span className="heard">{label}: </span>
            <span className={styles.onOff}>{shown ? 'On' : 'Off'}</span>
          </>
        }
        isChecked={shown}
        isDisabled={isDisabled}
        onChange={choose}
      />
    </Row>
  );
}

interface TextProps extends ValueProps {
  readonly value: string;
  readonly placeholder?: string;
  readonly suffix?: string;
  readonly type?: 'text' | 'number';
  readonly suggestions?: readonly string[];
  /** How the text becomes the setting's value; what can't be one is refused by the setting's own rule. */
  readonly read?: (text: string) => unknown;
}

/** Saves when the field is left or Enter is pressed; what was typed stays when it was refused. */
export function TextRow({ path, label, hint, value, read = (text) => text, ...field }: TextProps) {
  const { save, isBusy, error, clear } = useSave();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = async () => {
    // Enter saves, and leaving the field afterwards must not do it again.
    if (isBusy) return undefined;
    if (typed === null || typed.trim() === value) return setTyped(null);
    if ((await save([{ path, value: read(typed.trim()) }])) === 'saved') setTyped(null);
    return undefined;
  };
  const own = error?.problems?.find((problem) => problem.path.startsWith(path));
  return (
    <Row
      label={label}
      hint={hint}
      error={
        <SaveError
          error={error}
          path={path}
          shown={(at) => at.startsWith(path)}
          onLoad={() => {
            setTyped(null);
            clear();
          }}
        />
      }
    >
      <TextField
        isLabelHidden
        label={label}
        value={typed ?? value}
        {...field}
        error={own?.sentence ?? null}
        onChange={(text) => {
          setTyped(text);
          clear();
        }}
        onCommit={() => void commit()}
      />
    </Row>
  );
}

/** A whole number; what isn't one is refused with the rule's own words. */
export function NumberRow({ value, ...row }: Omit<TextProps, 'value' | 'read' | 'type'> & { readonly value: number }) {
  return (
    <TextRow
      {...row}
      type="number"
      value={String(value)}
      read={(text) => (text === '' || Number.isNaN(Number(text)) ? text : Number(text))}
    />
  );
}
