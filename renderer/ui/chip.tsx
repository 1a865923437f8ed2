// Filter chips: every state with its count, zero included; the chosen one has the accent's edge.
import type { StateWords } from '../../core/contract/words.ts';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import styles from './chip.module.css';

interface ChipProps {
  readonly label: string;
  readonly count: string;
  readonly words?: StateWords;
  readonly isChosen: boolean;
  /** Pressing it takes it away; it says so. */
  readonly isRemovable?: boolean;
  readonly onChoose: () => void;
}

export function Chip({ label, count, words, isChosen, isRemovable = false, onChoose }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isRemovable ? undefined : isChosen}
      className={cx(styles.chip, isChosen && styles.chosen)}
      onClick={onChoose}
    >
      {words?.icon != null && <Icon name={words.icon} size={14} colour={words.iconColour} />}
      <span className={styles.label}>{label}</span>
      <span className={cx(styles.count, 'numbers')}>{count}</span>
      {isRemovable && (
        <>
          <Icon name="x" size={12} colour="text2" />
          <span className="heard">, take away</span>
        </>
      )}
    </button>
  );
}
