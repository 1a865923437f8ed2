// How long an API asks to wait. Cin7 Core sends a phrase, `60 Seconds`, where HTTP has a number or a date (Cin7 1.3).
import { second } from '../base/dates.ts';

/** Milliseconds from a Retry-After header, by the given clock time (epoch ms); null when it says nothing usable. */
export function retryAfterMilliseconds(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const leading = /^(\d+(?:\.\d+)?)\s*([a-z]*)/i.exec(text);
  if (leading?.[1] !== undefined) {
    const unit = (leading[2] ?? '').toLowerCase();
    const scale = unit.startsWith('ms') || unit.startsWith('milli') ? 1 : unit.startsWith('m') ? 60 * second : second;
    return Math.ceil(Number(leading[1]) * scale);
  }
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
