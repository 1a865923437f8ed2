// How long an API asks to wait. Cin7 Core sends a phrase, `60 Seconds`, where HTTP has a number or a date (Cin7 1.3).
import { hour, minute, second } from '../base/dates.ts';

/** Milliseconds from a Retry-After header, by the given clock time (epoch ms); null when it says nothing usable. */
export function retryAfterMilliseconds(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const leading = /^(\d+(?:\.\d+)?)\s*([a-z]*)/i.exec(text);
  if (leading?.[1] !== undefined) {
    return Math.ceil(Number(leading[1]) * scaleOf((leading[2] ?? '').toLowerCase()));
  }
  // Only HTTP's own form of a date: other texts with a digit in them are read as some day long ago.
  const at = /^[a-z]{3,9}, .*\d{2}:\d{2}:\d{2}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function scaleOf(unit: string): number {
  if (unit.startsWith('ms') || unit.startsWith('milli')) return 1;
  return unit.startsWith('m') ? minute : unit.startsWith('h') ? hour : second;
}
