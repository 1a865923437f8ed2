// Instants and business dates as people read them, always in the company's zone: 24 hours, `Fri 20` within a week, the year
// only where it isn't this one. Month names are English; a language only changes the order of day and month.

export interface TimeRules {
  /** IANA zone of the company. */
  readonly timeZone: string;
  /** BCP 47 tag: decides whether the month comes first. */
  readonly locale: string;
  /** The present, in milliseconds since 1970. */
  readonly now: number;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayLength = 86_400_000;

interface LocalDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface LocalTime extends LocalDay {
  readonly clock: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

function localTime(instant: number, timeZone: string): LocalTime {
  const parts = formatterOf(timeZone).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    year: Number(of('year')),
    month: Number(of('month')),
    day: Number(of('day')),
    clock: `${of('hour')}:${of('minute')}`,
  };
}

const dayNumber = ({ year, month, day }: LocalDay) => Date.UTC(year, month - 1, day) / dayLength;

function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat([locale, 'en-GB'], { month: 'numeric', day: 'numeric' }).formatToParts(0);
  return parts.findIndex(({ type }) => type === 'month') < parts.findIndex(({ type }) => type === 'day');
}

function dayAndMonth({ month, day }: LocalDay, locale: string): string {
  const name = months[month - 1] ?? '';
  return isMonthFirst(locale) ? `${name} ${day}` : `${day} ${name}`;
}

function plainDay(date: string): LocalDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** The present day of the company, as dates are kept: `2026-11-23`. */
export function todayText({ now, timeZone }: TimeRules): string {
  const { year, month, day } = localTime(now, timeZone);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** The time of day: `13:04`. */
export function clockText(instant: string, rules: TimeRules): string {
  return localTime(Date.parse(instant), rules.timeZone).clock;
}

/** The day of an instant: `Fri 20` within a week, `23 Nov` this year, else `23 Nov 2026`. */
export function dayText(instant: string, rules: TimeRules): string {
  const day = localTime(Date.parse(instant), rules.timeZone);
  return dayOf(day, rules);
}

function dayOf(day: LocalDay, rules: TimeRules): string {
  const today = localTime(rules.now, rules.timeZone);
  const distance = dayNumber(today) - dayNumber(day);
  if (Math.abs(distance) < 7) return `${weekdays[new Date(dayNumber(day) * dayLength).getUTCDay()] ?? ''} ${day.day}`;
  const text = dayAndMonth(day, rules.locale);
  if (day.year === today.year) return text;
  return isMonthFirst(rules.locale) ? `${text}, ${day.year}` : `${text} ${day.year}`;
}

/** True when both lie on the same day of the company's calendar. */
function isToday(instant: string, rules: TimeRules): boolean {
  return dayNumber(localTime(Date.parse(instant), rules.timeZone)) === dayNumber(localTime(rules.now, rules.timeZone));
}

/** `13:04` today, `Fri 20` within a week, else the date: for lists, where one short word has to do. */
export function shortWhen(instant: string, rules: TimeRules): string {
  return isToday(instant, rules) ? clockText(instant, rules) : dayText(instant, rules);
}

/** The same to begin a line with: `Today, 13:04`. */
export function headingWhen(instant: string, rules: TimeRules): string {
  const text = when(instant, rules);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** `today, 13:04`, `Fri 20, 16:42`, `23 Oct, 08:58`. */
export function when(instant: string, rules: TimeRules): string {
  const clock = clockText(instant, rules);
  return isToday(instant, rules) ? `today, ${clock}` : `${dayText(instant, rules)}, ${clock}`;
}

/** Inside a sentence, with the month: `today, 13:04`, `on Fri 20 Nov, 16:42`, `on 23 Oct, 08:58`. */
export function onDay(instant: string, rules: TimeRules): string {
  const clock = clockText(instant, rules);
  if (isToday(instant, rules)) return `today, ${clock}`;
  const day = localTime(Date.parse(instant), rules.timeZone);
  const distance = dayNumber(localTime(rules.now, rules.timeZone)) - dayNumber(day);
  const weekday = Math.abs(distance) < 7 ? `${weekdays[new Date(dayNumber(day) * dayLength).getUTCDay()] ?? ''} ` : '';
  const date = weekday === '' ? dayOf(day, rules) : `${weekday}${dayAndMonth(day, rules.locale)}`;
  return `on ${date}, ${clock}`;
}

/** The whole truth, for a tooltip: date, time, zone and UTC. */
export function exactWhen(instant: string, rules: TimeRules): string {
  const day = localTime(Date.parse(instant), rules.timeZone);
  const utc = localTime(Date.parse(instant), 'UTC');
  return `${dayAndMonth(day, rules.locale)} ${day.year}, ${day.clock} in ${rules.timeZone}, ${utc.clock} UTC`;
}

/** `80 min ago`, `3 h ago`, `just now`. */
export function ago(instant: string, rules: TimeRules): string {
  const minutes = Math.floor((rules.now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 120) return `${minutes} min ago`;
  if (minutes < 4 * 1440) return `${Math.round(minutes / 60)} h ago`;
  return `${Math.round(minutes / 1440)} days ago`;
}

/** `in 38 min`, `in 3 h`, `now` when it is due. */
export function inWhile(instant: string, rules: TimeRules): string {
  const minutes = Math.ceil((Date.parse(instant) - rules.now) / 60_000);
  if (minutes < 1) return 'now';
  if (minutes < 120) return `in ${minutes} min`;
  if (minutes < 4 * 1440) return `in ${Math.round(minutes / 60)} h`;
  return `in ${Math.round(minutes / 1440)} days`;
}

/** A business date: `23 Nov`, with the year where it isn't this one. Takes `2026-11-23`; gives it back when it is no date. */
export function dateText(date: string, rules: TimeRules): string {
  const day = plainDay(date);
  if (day === null) return date;
  const text = dayAndMonth(day, rules.locale);
  if (day.year === localTime(rules.now, rules.timeZone).year) return text;
  return isMonthFirst(rules.locale) ? `${text}, ${day.year}` : `${text} ${day.year}`;
}

/** A ship window: `1–28 Feb`, `15 Jan – 15 Feb`; with the year for the drawer. Null where neither end is known. */
export function windowText(
  start: string | null,
  end: string | null,
  rules: TimeRules,
  isWithYear = false,
): string | null {
  const first = start === null ? null : plainDay(start);
  const last = end === null ? null : plainDay(end);
  if (first === null && last === null) return null;
  const year = isWithYear ? ` ${(last ?? first)?.year ?? ''}` : '';
  if (first === null) return last === null ? null : `until ${dayAndMonth(last, rules.locale)}${year}`;
  if (last === null) return `from ${dayAndMonth(first, rules.locale)}${year}`;
  if (first.year === last.year && first.month === last.month) {
    const name = months[first.month - 1] ?? '';
    const days = first.day === last.day ? `${first.day}` : `${first.day}–${last.day}`;
    return isMonthFirst(rules.locale) ? `${name} ${days}${year}` : `${days} ${name}${year}`;
  }
  const firstYear = isWithYear && first.year !== last.year ? ` ${first.year}` : '';
  return `${dayAndMonth(first, rules.locale)}${firstYear} – ${dayAndMonth(last, rules.locale)}${year}`;
}
