// The run card: what runs now with its phases and what it waits for, or how the last run ended. Three rows, always: name and
// time, eight segments, and what there is to say. No percentage, no striped bar.
import { phaseNames, type PhaseName } from '../../../core/contract/progress.ts';
import type { RunStore } from '../../../core/contract/stores.ts';
import { labelText, titleText } from '../../format/titles.ts';
import { useFormats } from '../../state/format.ts';
import { useNow, useStoreOf } from '../../state/host.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { doneText, endTitle, leftText, phaseTitle, phaseWords, waitText } from '../frame/run-words.ts';
import type { ColourRole } from '../../../core/contract/words.ts';
import styles from './run-card.module.css';

type SegmentState = 'done' | 'now' | 'to-come' | 'left-out';

interface CardProps {
  readonly icon: IconName;
  readonly colour: ColourRole;
  readonly title: string;
  readonly beside: string;
  readonly right: readonly [string, string] | null;
  readonly segments: readonly { readonly phase: PhaseName; readonly state: SegmentState }[];
  /** How far the present segment is, between 0 and 1. */
  readonly share: number;
  readonly footIcon: IconName;
  readonly foot: string;
  readonly footRest: string;
  readonly footRight: string;
}

const starters: Readonly<Record<string, string>> = {
  timer: 'by timer',
  person: 'by you',
  'command line': 'on the command line',
};

/** `start` says how the first run comes about where there was none yet. */
export function RunCard({ start = 'Sync now starts the first run.' }: { readonly start?: string }) {
  const { current, last } = useStoreOf('run');
  const { schedule } = useStoreOf('app');
  const formats = useFormats();
  const now = useNow('second');
  if (current !== null) {
    const wait = waitText(current, now);
    return (
      <Card
        icon={current.kind === 'dry-run' ? 'flask-2' : 'loader-2'}
        colour={current.kind === 'dry-run' ? 'test' : 'accent'}
        title={phaseTitle(current)}
        beside={doneText(current, formats)}
        right={leftText(current, now, formats)}
        segments={current.phases}
        share={current.total === null || current.total === 0 ? 0 : current.done / current.total}
        footIcon={wait === null ? 'list-check' : 'hourglass'}
        foot={current.isStopping ? 'Stopping' : (wait ?? labelText(current.activity))}
        footRest={
          current.isStopping
            ? 'What was sent stays sent, the rest goes on next time.'
            : wait === null
              ? ''
              : 'Nothing is stuck.'
        }
        footRight={`Started ${formats.short(current.startedAt)} ${starters[current.startedBy] ?? ''}`}
      />
    );
  }
  const next =
    schedule.nextDueAt === null || schedule.stoppedBy !== null
      ? null
      : ([`Next ${formats.inWhile(schedule.nextDueAt)}`, `at ${formats.short(schedule.nextDueAt)}`] as const);
  if (last === null)
    return (
      <Card
        icon="clock"
        colour="text2"
        title="No run yet"
        beside=""
        right={next}
        segments={phaseNames.map((phase) => ({ phase, state: 'to-come' }))}
        share={0}
        footIcon="list-check"
        foot={start}
        footRest=""
        footRight=""
      />
    );
  const [icon, colour] = endSign(last);
  const ended = formats.short(last.endedAt);
  const began = last.startedAt === null ? ended : formats.short(last.startedAt);
  const starter = starters[last.startedBy];
  return (
    <Card
      icon={icon}
      colour={colour}
      title={endTitle(last)}
      beside={began === ended ? ended : `${began} to ${ended}`}
      right={next}
      segments={last.phases}
      share={0}
      footIcon="list-check"
      foot={/\. /.test(last.sentence) ? last.sentence : titleText(last.sentence)}
      footRest={last.detail}
      footRight={last.kind === 'dry-run' ? 'Nothing was written' : starter === undefined ? '' : `Started ${starter}`}
    />
  );
}

/** What only rehearsed is violet. */
function endSign({ kind, outcome }: NonNullable<RunStore['last']>): readonly [IconName, ColourRole] {
  if (outcome === 'failed') return ['refresh-alert', 'warnFill'];
  if (outcome === 'stopped') return ['player-stop', 'text2'];
  return kind === 'dry-run' ? ['flask-2', 'test'] : ['circle-check', 'ok'];
}

function Card(card: CardProps) {
  return (
    <section className={styles.card} aria-label="Run">
      <div className={styles.top}>
        <Icon name={card.icon} colour={card.colour} />
        <h2 className={styles.title}>{card.title}</h2>
        <span className={cx(styles.beside, 'numbers')}>{card.beside}</span>
        {card.right !== null && (
          <span className={cx(styles.right, 'numbers')}>
            <b>{card.right[0]}</b> {card.right[1]}
          </span>
        )}
      </div>
      <ol className={styles.segments}>
        {card.segments.map(({ phase, state }) => (
          <li
            key={phase}
            className={styles.segment}
            data-state={state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={styles.bar}>
              <span className={styles.fill} style={{ width: state === 'now' ? `${card.share * 100}%` : undefined }} />
            </span>
            <span className={styles.name}>
              {phaseWords[phase].short}
              <span className="heard">{segmentHeard[state]}</span>
            </span>
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <Icon name={card.footIcon} size={14} colour="text2" className={styles.footIcon} />
        <p className={cx(styles.footText, 'numbers')} title={`${card.foot}. ${card.footRest}`}>
          <b>{card.foot}</b> {card.footRest}
        </p>
        <span className={cx(styles.footRight, 'numbers')}>{card.footRight}</span>
      </div>
    </section>
  );
}

const segmentHeard: Readonly<Record<SegmentState, string>> = {
  done: ', done',
  now: ', now',
  'to-come': ', to come',
  'left-out': ', off',
};
