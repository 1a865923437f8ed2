// When a person is told, outside the window, of what waits for them (design 6): alarms at once; everything else when it is ten
// minutes old, all of it in one notice, at most hourly. Nothing in quiet hours, nothing that goes away by itself.
import { hour, millisecondsOf, minute, type Instant } from '../base/dates.ts';
import { isErrorCode, kindOfError } from '../base/errors.ts';
import { count } from '../base/text.ts';
import type { AttentionKind } from '../model/attention.ts';

export interface WaitingItem {
  readonly key: string;
  readonly kind: AttentionKind;
  readonly code: string;
  readonly title: string;
  readonly nextStep: string;
  readonly since: Instant;
  readonly notifiedAt: Instant | null;
}

export interface NoticeFacts {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The minute of the day on the person's own clock, from 0. */
  readonly minuteOfDay: number;
  readonly settings: { readonly on: boolean; readonly quietFrom: string; readonly quietTo: string };
  readonly open: readonly WaitingItem[];
  /** When the person was last told of anything; null before the first time. */
  readonly lastAt: Instant | null;
}

export interface Notice {
  /** What it tells of; none of it is told again. */
  readonly keys: readonly string[];
  readonly title: string;
  readonly body: string;
}

/** An item is told when it is that old: what settles itself before is nobody's business. */
export const noticeAge = 10 * minute;
/** Between two notices, but for alarms. */
export const noticePause = hour;

/** What is to be told now: none, alarms each by itself, the rest as one. */
export function noticesDue({ now, minuteOfDay, settings, open, lastAt }: NoticeFacts): Notice[] {
  if (!settings.on || isQuiet(minuteOfDay, settings)) return [];
  const untold = open.filter(({ notifiedAt, code }) => notifiedAt === null && !passesByItself(code));
  const alarms = untold.filter(({ kind }) => kind === 'alarm');
  const others = untold.filter(({ kind, since }) => kind !== 'alarm' && now - millisecondsOf(since) >= noticeAge);
  const isPaused = lastAt !== null && now - millisecondsOf(lastAt) < noticePause;
  return [...alarms.map(noticeOf), ...(others.length === 0 || isPaused ? [] : [together(others)])];
}

/** True between the two times of the day; the end may be on the next day, equal times mean never. */
function isQuiet(minuteOfDay: number, { quietFrom, quietTo }: NoticeFacts['settings']): boolean {
  const [from, to] = [minutesOf(quietFrom), minutesOf(quietTo)];
  if (from <= to) return minuteOfDay >= from && minuteOfDay < to;
  return minuteOfDay >= from || minuteOfDay < to;
}

/** `20:30` as minutes of the day. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const passesByItself = (code: string) => isErrorCode(code) && kindOfError(code).retryable;

const noticeOf = ({ key, title, nextStep }: WaitingItem): Notice => ({ keys: [key], title, body: nextStep });

function together(items: readonly WaitingItem[]): Notice {
  const [first] = items;
  if (items.length === 1 && first !== undefined) return noticeOf(first);
  return {
    keys: items.map(({ key }) => key),
    title: `${count(items.length, 'thing')} need you`,
    body: items
      .slice(0, 3)
      .map(({ title }) => title)
      .join('\n'),
  };
}
