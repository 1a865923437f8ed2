// The state of a thing: icon, label, reason, always in this order, from the one table in contract/words. Screen readers hear
// state and reason as one name.
import { Tooltip } from '@mantine/core';
import type { StateWords } from '../../core/contract/words.ts';
import { titleText } from '../format/titles.ts';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import styles from './state.module.css';

/** Two lines for a grid: the label, the reason under it with an ellipsis and the whole text in a tooltip. */
export function StateCell({ words, reason }: { readonly words: StateWords; readonly reason: string }) {
  return (
    <div className={styles.cell}>
      <div className={styles.line}>
        {words.icon !== null && <Icon name={words.icon} size={14} colour={words.iconColour} />}
        <span className={styles.label} data-colour={words.labelColour}>
          {words.label}
          {reason !== '' && <span className="heard">. </span>}
        </span>
      </div>
      {reason !== '' && (
        <Tooltip label={reason} multiline maw={360}>
          <div className={styles.reason}>{titleText(reason)}</div>
        </Tooltip>
      )}
    </div>
  );
}

/** One line with the whole reason, for a drawer. */
export function StateLine({ words, reason }: { readonly words: StateWords; readonly reason: string }) {
  return (
    <p className={styles.whole}>
      {words.icon !== null && (
        <Icon name={words.icon} size={14} colour={words.iconColour} className={styles.wholeIcon} />
      )}
      <span>
        <span className={cx(styles.label, styles.wholeLabel)} data-colour={words.labelColour}>
          {words.label}
        </span>
        <span className={styles.wholeReason}> {reason}</span>
      </span>
    </p>
  );
}
