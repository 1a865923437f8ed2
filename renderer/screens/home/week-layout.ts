// Where the bars, sleeps and days of the week's line stand: pure, so that it can be tested.
import type { AppStore, WeekEntry } from '../../../core/contract/stores.ts';
import { clockText, dayText, type TimeRules } from '../../format/times.ts';

const dayLength = 86_400_000;

export interface WeekBar {
  readonly entry: WeekEntry;
  /** From the left, between 0 and 1. */
  readonly at: number;
  /** Of the full height, between 0 and 1. */
  readonly height: number;
}

export interface WeekLayout {
  readonly days: readonly { readonly label: string; readonly at: number; readonly isToday: boolean }[];
  readonly bars: readonly WeekBar[];
  readonly sleeps: readonly { readonly from: number; readonly to: number; readonly sentence: string }[];
  readonly due: readonly number[];
  readonly now: number;
}

/** The start of the company's day that an instant lies in. */
function dayStart(instant: number, rules: TimeRules): number {
  const [hours = 0, minutes = 0] = clockText(new Date(instant).toISOString(), rules).split(':').map(Number);
  return instant - (instant % 60_000) - (hours * 60 + minutes) * 60_000;
}

/** Seven days that end with today; bars by how much changed, on a scale where few changes still show. */
export function layOut(
  { week, sleeps, schedule }: Pick<AppStore, 'week' | 'sleeps' | 'schedule'>,
  rules: TimeRules,
): WeekLayout {
  const today = dayStart(rules.now, rules);
  const start = dayStart(today - 6 * dayLength + dayLength / 2, rules);
  const end = today + dayLength;
  const place = (instant: number) => Math.min(1, Math.max(0, (instant - start) / (end - start)));
  const most = Math.max(1, ...week.map(({ changes }) => changes));
  const heightOf = ({ result, changes }: WeekEntry) =>
    result === 'unchanged' ? 0.1 : result === 'failed' ? 1 : 0.2 + 0.75 * Math.sqrt(changes / most);
  const days = Array.from({ length: 7 }, (_, index) => {
    const at = dayStart(start + index * dayLength + dayLength / 2, rules);
    return {
      label: index === 6 ? 'Today' : dayText(new Date(at).toISOString(), rules),
      at: place(at),
      isToday: index === 6,
    };
  });
  const every = schedule.everyMinutes * 60_000;
  const first = schedule.nextDueAt === null || schedule.isPaused ? end : Date.parse(schedule.nextDueAt);
  const due = Array.from({ length: Math.max(0, Math.ceil((end - first) / every)) }, (_, index) =>
    place(first + index * every),
  );
  return {
    days,
    bars: week
      .filter(({ startedAt }) => Date.parse(startedAt) >= start)
      .map((entry) => ({ entry, at: place(Date.parse(entry.startedAt)), height: heightOf(entry) })),
    sleeps: sleeps
      .filter(({ to }) => Date.parse(to) > start)
      .map(({ from, to, sentence }) => ({ from: place(Date.parse(from)), to: place(Date.parse(to)), sentence })),
    due,
    now: place(rules.now),
  };
}
