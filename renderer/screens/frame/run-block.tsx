// The foot of the sidebar: what runs now, or what runs next. Always there, always 72 px. A polite live region tells phases and
// waits, not each number; it stands beside the button, whose content is no region of its own.
import { useRef } from 'react';
import { useFormats } from '../../state/format.ts';
import { useNow, useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { ColourRole } from '../../../core/contract/words.ts';
import { hear, type Heard } from './heard.ts';
import styles from './run-block.module.css';
import { doneText, leftText, phaseTitle, phaseWords, waitText } from './run-words.ts';

interface Shown {
  readonly icon: IconName;
  readonly colour: ColourRole;
  readonly title: string;
  readonly detail: string;
  /** Between 0 and 1; null for a bar at rest. */
  readonly share: number | null;
  /** Its name: what it says, without the numbers that move. */
  readonly name: string;
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
      name: wait === null ? phaseTitle(current) : `${phaseTitle(current)}. Waiting for a limit`,
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
      name: `Runs are stopped. ${stoppedBy.sentence}`,
    };
  if (isPaused)
    return {
      icon: 'player-pause-filled',
      colour: 'text2',
      title: 'Paused',
      detail: 'Runs only when you ask',
      share: null,
      name: 'Paused',
    };
  if (app.answer.isAllInStep)
    return { icon: 'circle-check', colour: 'ok', title: 'In step', detail: next, share: null, name: 'In step' };
  const last = app.lastSuccessAt;
  return {
    icon: 'clock',
    colour: 'text2',
    title: next,
    detail: last === null ? 'No sync has finished yet' : `Last success ${formats.short(last)}`,
    share: null,
    name: next,
  };
}

/** The polite region: what is new about runs. */
function RunNews() {
  const run = useStoreOf('run');
  const now = useNow('second');
  const heard = useRef<Heard | null>(null);
  heard.current = hear(heard.current, run, now);
  return (
    <p className="heard" role="status">
      {heard.current.words}
    </p>
  );
}

export function RunBlock() {
  const shown = useShown();
  const go = useNavigation((navigation) => navigation.go);
  return (
    <>
      <RunNews />
      <button
        type="button"
        className={styles.block}
        title={shown.name}
        aria-label={shown.name}
        onClick={() => go('home')}
      >
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
    </>
  );
}
