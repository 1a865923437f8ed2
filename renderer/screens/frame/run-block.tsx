// The foot of the sidebar: what runs now, or what runs next. Always there, always 72 px. A polite live region tells phases and
// waits, not each number.
import { useFormats } from '../../state/format.ts';
import { useNow, useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { ColourRole } from '../../../core/contract/words.ts';
import styles from './run-block.module.css';
import { doneText, leftText, phaseTitle, phaseWords, waitText } from './run-words.ts';

interface Shown {
  readonly icon: IconName;
  readonly colour: ColourRole;
  readonly title: string;
  readonly detail: string;
  /** Between 0 and 1; null for a bar at rest. */
  readonly share: number | null;
  readonly heard: string;
}

function useShown(): Shown {
  const app = useStoreOf('app');
  const { current } = useStoreOf('run');
  const formats = useFormats();
  const now = useNow('second');
  if (current !== null) {
    const wait = waitText(current, now);
    const left = leftText(current, now, formats);
    const state = current.isStopping ? 'Stopping after this request' : (wait ?? left?.[0] ?? 'Working');
    return {
      icon: 'loader-2',
      colour: 'accent',
      title: `${phaseWords[current.phase].short} ${doneText(current, formats)}`.trim(),
      detail: state,
      share: current.total === null || current.total === 0 ? 0 : current.done / current.total,
      heard: wait === null ? phaseTitle(current) : `${phaseTitle(current)}. Waiting for a limit`,
    };
  }
  const { stoppedBy, isPaused, nextDueAt } = app.schedule;
  const next = nextDueAt === null ? 'No run is due' : `Next run ${formats.short(nextDueAt)}`;
  if (stoppedBy !== null)
    return {
      icon: stoppedBy.action === 'enter-key' ? 'alert-octagon-filled' : 'player-pause-filled',
      colour: stoppedBy.action === 'enter-key' ? 'bad' : 'text2',
      title: 'Runs are stopped',
      detail: stoppedBy.sentence,
      share: null,
      heard: `Runs are stopped. ${stoppedBy.sentence}`,
    };
  if (isPaused)
    return {
      icon: 'player-pause-filled',
      colour: 'text2',
      title: 'Paused',
      detail: 'Runs only when you ask',
      share: null,
      heard: 'Paused',
    };
  if (app.answer.isAllInStep)
    return { icon: 'circle-check', colour: 'ok', title: 'In step', detail: next, share: null, heard: 'In step' };
  const last = app.lastSuccessAt;
  return {
    icon: 'clock',
    colour: 'text2',
    title: next,
    detail: last === null ? 'No run has finished yet' : `Last success ${formats.short(last)}`,
    share: null,
    heard: next,
  };
}

export function RunBlock() {
  const shown = useShown();
  const go = useNavigation((navigation) => navigation.go);
  return (
    <button type="button" className={styles.block} title={shown.heard} onClick={() => go('home')}>
      <span className="heard" role="status">
        {shown.heard}
      </span>
      <span className={styles.title} aria-hidden>
        <Icon name={shown.icon} size={16} colour={shown.colour} />
        <span className={cx(styles.words, 'numbers')}>{shown.title}</span>
      </span>
      <span className={styles.track} aria-hidden>
        {shown.share !== null && <span className={styles.done} style={{ width: `${shown.share * 100}%` }} />}
      </span>
      <span className={styles.detail} aria-hidden>
        <span className="numbers" title={shown.detail}>
          {shown.detail}
        </span>
      </span>
    </button>
  );
}
