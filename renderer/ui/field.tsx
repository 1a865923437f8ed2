// Fields with their labels: text, secret, choice. A secret that is kept shows where it is kept, never a part of it and never
// dots that pretend a length.
import { useId, useRef, useState, type ReactNode, type Ref } from 'react';
import { TextLink } from './button.tsx';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly type?: 'text' | 'password' | 'number' | 'date';
  readonly suffix?: ReactNode;
  readonly isDisabled?: boolean;
  readonly isLabelHidden?: boolean;
  /** What is known and can be typed here; anything else can be, too. */
  readonly suggestions?: readonly string[];
  readonly onCommit?: () => void;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  value,
  onChange,
  placeholder,
  hint,
  error = null,
  type = 'text',
  suffix,
  isDisabled = false,
  isLabelHidden = false,
  suggestions,
  onCommit,
  ref,
}: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'heard' : styles.label}>
        {label}
      </label>
      <div className={cx(styles.box, error !== null && styles.wrong)}>
        <input
          ref={ref}
          id={id}
          type={type}
          className={styles.input}
          value={value}
          placeholder={placeholder}
          disabled={isDisabled}
          list={suggestions === undefined ? undefined : `${id}-known`}
          // A key is no password of a person: a browser that takes it for a code of one use offers neither to keep nor to fill it.
          autoComplete={type === 'password' ? 'one-time-code' : 'off'}
          spellCheck={false}
          aria-invalid={error !== null || undefined}
          aria-describedby={hint === undefined && error === null ? undefined : `${id}-hint`}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          onBlur={onCommit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onCommit?.();
          }}
        />
        {suffix !== undefined && <span className={styles.suffix}>{suffix}</span>}
      </div>
      {suggestions !== undefined && (
        <datalist id={`${id}-known`}>
          {suggestions.map((known) => (
            <option key={known} value={known} />
          ))}
        </datalist>
      )}
      {(error !== null || hint !== undefined) && (
        <p id={`${id}-hint`} className={cx(styles.hint, error !== null && styles.wrongHint)}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

interface SecretFieldProps {
  readonly label: string;
  /** The keychain holds a value. */
  readonly isKept: boolean;
  /** Null while the kept one is used. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly keptIn: string;
  readonly error?: string | null;
}

export function SecretField({ label, isKept, value, onChange, keptIn, error = null }: SecretFieldProps) {
  const [isReplacing, setReplacing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  if (isKept && !isReplacing)
    return (
      <div className={styles.field}>
        <span className={styles.label}>{label}</span>
        <div className={cx(styles.box, styles.kept)}>
          <Icon name="lock" size={14} colour="text2" />
          <span className={styles.keptText}>{keptIn}</span>
          <TextLink
            aria-label={`Replace ${label}`}
            onClick={() => {
              setReplacing(true);
              onChange('');
              requestAnimationFrame(() => input.current?.focus());
            }}
          >
            Replace
          </TextLink>
        </div>
      </div>
    );
  return (
    <TextField
      ref={input}
      label={label}
      type="password"
      value={value ?? ''}
      onChange={onChange}
      placeholder="Paste it here"
      error={error}
      suffix={
        isKept ? (
          <TextLink
            onClick={() => {
              setReplacing(false);
              onChange(null);
            }}
          >
            Keep the old one
          </TextLink>
        ) : undefined
      }
    />
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly error?: string | null;
  /** What a person should look at, without being wrong: amber. */
  readonly warning?: string | null;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
}

/** The system's own list: it is known, it scrolls, it works by keyboard and in every zoom. */
export function SelectField({
  label,
  value,
  options,
  onChange,
  placeholder,
  error = null,
  warning = null,
  isLabelHidden = false,
  isDisabled = false,
}: SelectProps) {
  const id = useId();
  const said = error ?? warning;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'heard' : styles.label}>
        {label}
      </label>
      <div
        className={cx(styles.box, styles.select, error !== null ? styles.wrong : warning !== null && styles.doubtful)}
      >
        <select
          id={id}
          className={cx(styles.input, value === '' && styles.unset)}
          value={value}
          disabled={isDisabled}
          aria-invalid={error !== null || undefined}
          aria-describedby={said === null ? undefined : `${id}-hint`}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {placeholder !== undefined && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={14} colour="text2" className={styles.chevron} />
      </div>
      {said !== null && (
        <p id={`${id}-hint`} className={cx(styles.hint, error !== null ? styles.wrongHint : styles.doubtfulHint)}>
          {said}
        </p>
      )}
    </div>
  );
}

interface CheckProps {
  readonly label: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly isLabelHidden?: boolean;
  readonly isMixed?: boolean;
  readonly isDisabled?: boolean;
  readonly tabIndex?: number;
}

export function Check({
  label,
  isChecked,
  onChange,
  isLabelHidden = false,
  isMixed = false,
  isDisabled = false,
  tabIndex,
}: CheckProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        className={styles.tick}
        checked={isChecked}
        disabled={isDisabled}
        tabIndex={tabIndex}
        ref={(box) => {
          if (box !== null) box.indeterminate = isMixed;
        }}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span className={isLabelHidden ? 'heard' : undefined}>{label}</span>
    </label>
  );
}
