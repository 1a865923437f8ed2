// A choice of few, all of them visible: radio buttons in one track. Arrow keys move and choose, as in any radio group.
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './segmented.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly isDisabled?: boolean;
  readonly tone?: 'plain' | 'test';
}

interface SegmentedProps<Value extends string> {
  /** What is chosen here, for screen readers. */
  readonly name: string;
  readonly value: Value;
  readonly segments: readonly Segment<Value>[];
  readonly onChange: (value: Value) => void;
  readonly size?: 'small' | 'medium' | 'wide';
  readonly isDisabled?: boolean;
}

export function Segmented<Value extends string>({
  name,
  value,
  segments,
  onChange,
  size = 'medium',
  isDisabled = false,
}: SegmentedProps<Value>) {
  const group = useId();
  return (
    <div role="radiogroup" aria-label={name} className={cx(styles.track, styles[size])}>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={cx(
            styles.segment,
            segment.value === value && styles.chosen,
            segment.tone === 'test' && styles.test,
            (isDisabled || segment.isDisabled === true) && styles.disabled,
          )}
        >
          <input
            type="radio"
            className="heard"
            name={group}
            value={segment.value}
            checked={segment.value === value}
            disabled={isDisabled || segment.isDisabled === true}
            onChange={() => onChange(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </div>
  );
}
