// Dates as Cin7 Core writes them: timestamps in UTC with a trimmed fraction, business dates without a zone (Cin7 1.4).
import { type PlainDate, instantOf, parseInstant, parsePlainDate } from '../../../base/dates.ts';

/** `2026-11-23T01:22:04.61Z`: one to three decimals, trailing zeros dropped; none at a whole second. */
export function stamp(epochMilliseconds: number): string {
  return instantOf(epochMilliseconds).replace(/\.?0+Z$/, 'Z');
}

/** `2026-11-23T00:00:00`, or null. */
export function businessDate(date: PlainDate | null): string | null {
  return date === null ? null : `${date}T00:00:00`;
}

/** A moment from a query, as epoch milliseconds; a text without a zone is UTC. Null for what is no date. */
export function parseMoment(text: string): number | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? parsePlainDate(text) : null;
  const instant = parseInstant(day === null ? text : `${day}T00:00:00`);
  return instant === null ? null : Date.parse(instant);
}
