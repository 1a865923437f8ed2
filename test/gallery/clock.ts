// Monday 23 November 2026, 14:24 in Sydney: the gallery's clock stands still, so that its pictures stay the same.
import type { Clock } from '../../renderer/state/clock.ts';

export const galleryNow = Date.parse('2026-11-23T03:24:00Z');

/** An instant so many minutes from the gallery's present. */
export const minutesAway = (minutes: number) => new Date(galleryNow + minutes * 60_000).toISOString();

/** An instant in Sydney's summer time: `at('2026-11-23 13:04')`. */
export const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+11:00`).toISOString();

export const galleryClock: Clock = {
  now: () => galleryNow,
  everySecond: () => () => undefined,
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
