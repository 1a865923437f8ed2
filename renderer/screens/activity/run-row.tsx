// One run in the list: when, what came of it, how much it changed of what it checked, how long it took.
import type { Ref } from 'react';
import type { RunRow as Row } from '../../../core/contract/activity.ts';
import { span } from '../../format/durations.ts';
import { useFormats } from '../../state/format.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './activity.module.css';
import { outcomes } from './outcomes.ts';

interface RunRowProps {
  /** Undefined until it came. */
  readonly run: Row | undefined;
  readonly ref: Ref<HTMLButtonElement> | undefined;
  readonly isOpen: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

export function RunRow({ run, ref, isOpen, tabIndex, onFocus, onOpen }: RunRowProps) {
  const formats = useFormats();
  if (run === undefined) return <div className={styles.run} aria-busy="true" />;
  const [icon, colour] = outcomes[run.outcome];
  const sum = (of: (flow: Row['flows'][number]) => number) => run.flows.reduce((total, flow) => total + of(flow), 0);
  const sent = sum(({ changed, isRehearsal }) => (isRehearsal ? 0 : changed));
  const toSend = sum(({ changed, isRehearsal }) => (isRehearsal ? changed : 0));
  const figures = [
    ...(sent > 0 ? [`${formats.count(sent)} changed`] : []),
    ...(toSend > 0 ? [`${formats.count(toSend)} to change`] : []),
  ];
  const seconds = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000;
  return (
    <button
      ref={ref}
      type="button"
      tabIndex={tabIndex}
      aria-current={isOpen || undefined}
      className={cx(styles.run, isOpen && styles.open)}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <Icon name={icon} size={14} colour={colour} />
      <span className={styles.text}>
        <span className={styles.title}>
          {formats.heading(run.startedAt)}
          {run.kind === 'dry-run' && <span className={styles.dry}>Dry run</span>}
        </span>
        <span className={styles.under}>{run.error?.sentence ?? run.sentence}</span>
      </span>
      <span className={cx(styles.figure, 'numbers')}>
        {figures.length === 0 ? 'Nothing changed' : figures.join(', ')}, {formats.count(sum(({ checked }) => checked))}{' '}
        checked
      </span>
      <span className={cx(styles.small, 'numbers')}>{span(seconds)}</span>
      <Icon name="chevron-right" size={14} colour="text3" />
    </button>
  );
}
