// A budget as a bar of 6 px: what is used, what is free, and at its end, hollow, what is kept for a person's own actions.
import { cx } from './cx.ts';
import styles from './meter.module.css';

interface MeterProps {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
  readonly reserved: number;
  /** It holds the run up right now. */
  readonly isHolding: boolean;
}

export function Meter({ name, used, limit, reserved, isHolding }: MeterProps) {
  const share = (value: number) => `${Math.min(100, (100 * value) / Math.max(1, limit))}%`;
  return (
    <div
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={limit}
      aria-valuenow={Math.min(used, limit)}
      className={styles.track}
    >
      {reserved > 0 && <div className={styles.reserved} style={{ width: share(reserved) }} />}
      <div className={cx(styles.used, isHolding && styles.holding)} style={{ width: share(used) }} />
    </div>
  );
}
