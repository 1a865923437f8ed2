// Two kinds of time, never mixed: an Instant is a moment in UTC, a PlainDate is a calendar day in the company's zone.
// Cin7 Core's business dates carry no zone and are never shifted through UTC (Cin7 1.4).

/** UTC, `2026-11-23T01:22:04.610Z`: three decimals and a Z, so that instants sort as text. */
export type Instant = string;

/** A calendar day, `2026-11-23`. */
export type PlainDate = string;

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The instant of an epoch millisecond. */
export function instantOf(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString();
}

/** Epoch milliseconds of an instant. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant that lies the given milliseconds after (or, negative, before) another. */
export function shiftInstant(instant: Instant, milliseconds: number): Instant {
  return instantOf(millisecondsOf(instant) + milliseconds);
}

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const bare = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;

/**
 * An instant from an API's text. A text without a zone is UTC (Cin7 1.4, "Input without Z").
 * Gives null for what is no date and time.
 */
export function parseInstant(text: string): Instant | null {
  const trimmed = text.trim();
  const complete = zoned.test(trimmed) ? trimmed : bare.test(trimmed) ? `${trimmed}Z` : null;
  if (complete === null) return null;
  const milliseconds = Date.parse(complete);
  // A day that its month doesn't have would become one of the next month.
  return Number.isNaN(milliseconds) || parsePlainDate(complete) === null ? null : instantOf(milliseconds);
}

/**
 * The calendar day of a business date, whatever time part comes with it: `2026-10-28T00:00:00`, `2026-10-28`,
 * `10-28-2026`. The day is taken as written, never converted. Gives null for what is no date.
 */
export function parsePlainDate(text: string): PlainDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text.trim());
  if (iso) return validDay(iso[1], iso[2], iso[3]);
  const american = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text.trim());
  if (american) return validDay(american[3], american[1], american[2]);
  return null;
}

function validDay(year = '', month = '', dayOfMonth = ''): PlainDate | null {
  const text = `${year}-${month}-${dayOfMonth}`;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(milliseconds) || !instantOf(milliseconds).startsWith(text) ? null : text;
}

/** The calendar day on which an instant falls in a time zone (IANA name). */
export function plainDateIn(zone: string, instant: Instant): PlainDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(millisecondsOf(instant)));
}

/** The weekday and time of an instant in a time zone: `Mon 07:43`. */
export function weekdayTimeIn(zone: string, instant: Instant): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(new Date(millisecondsOf(instant))).replace(',', '');
}

/** The day the given number of days later. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return instantOf(Date.parse(`${date}T00:00:00Z`) + days * day).slice(0, 10);
}

/** True when the name is a time zone that this computer knows. */
export function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
