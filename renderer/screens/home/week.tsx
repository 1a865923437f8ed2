// The week's line: one bar per run, sleep as a labelled band, due runs as dots. Hover or arrow keys tell of a run, Enter opens
// it.
import { useMemo, useState, type KeyboardEvent } from 'react';
import { span } from '../../format/durations.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { layOut } from './week-layout.ts';
import styles from './week.module.css';

const legend = [
  ['changed', 'Changed something'],
  ['unchanged', 'Nothing to change'],
  ['new-for-you', 'New for you'],
  ['failed', 'Failed'],
  ['asleep', 'Asleep'],
] as const;

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

export function Week() {
  const { week, sleeps, schedule } = useStoreOf('app');
  const formats = useFormats();
  const openRun = useNavigation((navigation) => navigation.openRun);
  const layout = useMemo(
    () => layOut({ week, sleeps, schedule }, formats.rules),
    [week, sleeps, schedule, formats.rules],
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const failed = week.filter(({ result }) => result === 'failed').length;
  const bar = chosen === null ? undefined : layout.bars[chosen];
  const move = (event: KeyboardEvent) => {
    const last = layout.bars.length - 1;
    if (last < 0) return;
    const from = chosen ?? last;
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last }[event.key];
    if (to !== undefined) setChosen(Math.min(last, Math.max(0, to)));
    else if (event.key === 'Enter' && bar !== undefined) openRun(bar.entry.runId);
    else return;
    event.preventDefault();
  };
  const slept = sleeps.length === 0 ? [] : [formats.countOf(sleeps.length, 'sleep', 'sleeps')];
  const ran =
    week.length === 0
      ? ['No run yet']
      : [formats.countOf(week.length, 'run', 'runs'), failed === 0 ? 'none failed' : `${failed} failed`];
  const summary = [...ran, ...slept].join(', ');
  const told =
    bar === undefined
      ? summary
      : `${formats.when(bar.entry.startedAt)}. ${bar.entry.sentence}${
          bar.entry.endedAt === null
            ? ''
            : ` ${span((Date.parse(bar.entry.endedAt) - Date.parse(bar.entry.startedAt)) / 1000)}.`
        }`;
  return (
    <section className={styles.week} aria-label="This week">
      <header className={styles.header}>
        <h2 className={styles.title}>This week</h2>
        <span className={styles.summary}>{told}</span>
        <ul className={styles.legend} aria-hidden>
          {legend.map(([result, label]) => (
            <li key={result}>
              <span className={styles.swatch} data-result={result} />
              {label}
            </li>
          ))}
        </ul>
      </header>
      <div
        className={styles.line}
        // A slider over the runs: arrow keys choose one, Enter opens it.
        role="slider"
        tabIndex={0}
        aria-label="Runs of this week"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, layout.bars.length - 1)}
        aria-valuenow={chosen ?? Math.max(0, layout.bars.length - 1)}
        aria-valuetext={told}
        onKeyDown={move}
        onBlur={() => setChosen(null)}
        onMouseLeave={() => setChosen(null)}
      >
        {layout.days.map((day) => (
          <span
            key={day.label}
            className={styles.day}
            data-today={day.isToday || undefined}
            style={{ left: percent(day.at) }}
          >
            {day.label}
          </span>
        ))}
        <div className={styles.track}>
          {layout.sleeps.map((sleep) => (
            <span
              key={sleep.from}
              className={styles.sleep}
              style={{ left: percent(sleep.from), width: percent(sleep.to - sleep.from) }}
              title={sleep.sentence}
            >
              <span className={styles.sleepText}>{sleep.sentence}</span>
            </span>
          ))}
          {layout.bars.map((each, index) => (
            <span
              key={each.entry.runId}
              className={styles.hit}
              style={{ left: percent(each.at) }}
              onMouseEnter={() => setChosen(index)}
              onClick={() => openRun(each.entry.runId)}
            >
              <span
                className={styles.bar}
                data-result={each.entry.result}
                data-chosen={index === chosen || undefined}
                style={{ height: percent(each.height) }}
              />
            </span>
          ))}
          {layout.due.map((at) => (
            <span key={at} className={styles.due} style={{ left: percent(at) }} />
          ))}
          <span className={styles.now} style={{ left: percent(layout.now) }} />
        </div>
      </div>
    </section>
  );
}
