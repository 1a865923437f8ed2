// The rows that settings are made of: a name, what it does, and its control; each saves by itself and says why when it can't.
import { useState, type ReactNode } from 'react';
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { ErrorLine } from '../../ui/cards.tsx';
import { Check, SelectField, TextField } from '../../ui/field.tsx';
import styles from './rows.module.css';

/** Saves one value; several that belong together go in one change. */
function useSave() {
  const { revision } = useStoreOf('settings');
  const action = useAction();
  const save = (path: string, value: unknown) =>
    action.run('settings.change', { revision, changes: [{ path, value }] });
  return { save, isBusy: action.busy !== null, error: action.error };
}

export function Group({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section>
      {title !== undefined && <h3 className={styles.groupTitle}>{title}</h3>}
      <div className={styles.group}>{children}</div>
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
  readonly error?: ReactNode;
}

export function Row({ label, hint, children, error }: RowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.text}>
        <p className={styles.label}>{label}</p>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        {error}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}

interface ChoiceProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function ChoiceRow({ path, label, hint, value, options }: ChoiceProps) {
  const { save, isBusy, error } = useSave();
  return (
    <Row label={label} hint={hint} error={<ErrorLine error={error} />}>
      <SelectField
        isLabelHidden
        label={label}
        value={value}
        options={options}
        isDisabled={isBusy}
        onChange={(chosen) => void save(path, chosen)}
      />
    </Row>
  );
}

interface SwitchProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isOn: boolean;
}

export function SwitchRow({ path, label, hint, isOn }: SwitchProps) {
  const { save, isBusy, error } = useSave();
  return (
    <Row label={label} hint={hint} error={<ErrorLine error={error} />}>
      <Check
        label={<span className={styles.onOff}>{isOn ? 'On' : 'Off'}</span>}
        isChecked={isOn}
        isDisabled={isBusy}
        onChange={(isChecked) => void save(path, isChecked)}
      />
    </Row>
  );
}

interface TextProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly placeholder?: string;
  readonly suffix?: string;
  readonly type?: 'text' | 'number';
  /** How the text becomes the setting's value; null keeps it from being saved. */
  readonly read?: (text: string) => unknown;
}

/** Saves when the field is left or Enter is pressed; what was typed stays when it was refused. */
export function TextRow({ path, label, hint, value, placeholder, suffix, type, read = (text) => text }: TextProps) {
  const { save, error } = useSave();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = async () => {
    if (typed === null || typed.trim() === value) return setTyped(null);
    const wanted = read(typed.trim());
    if (wanted === null) return undefined;
    if ((await save(path, wanted)) !== null) setTyped(null);
    return undefined;
  };
  return (
    <Row label={label} hint={hint} error={<ErrorLine error={error} />}>
      <TextField
        isLabelHidden
        label={label}
        value={typed ?? value}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(type === undefined ? {} : { type })}
        suffix={suffix}
        onChange={setTyped}
        onCommit={() => void commit()}
      />
    </Row>
  );
}

/** A list of names as one text with commas. */
export function NamesRow({ value, ...row }: Omit<TextProps, 'value' | 'read'> & { readonly value: readonly string[] }) {
  return (
    <TextRow
      {...row}
      value={value.join(', ')}
      read={(text) =>
        text
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '')
      }
    />
  );
}

/** A whole number; anything else isn't saved. */
export function NumberRow({ value, ...row }: Omit<TextProps, 'value' | 'read' | 'type'> & { readonly value: number }) {
  return (
    <TextRow {...row} type="number" value={String(value)} read={(text) => (/^\d+$/.test(text) ? Number(text) : null)} />
  );
}
