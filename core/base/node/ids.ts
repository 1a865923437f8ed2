// Random ids for Node, and repeatable ones for practice and tests.
import { randomUUID } from 'node:crypto';
import type { Ids } from '../ports.ts';

/** Ids from the operating system's random source. */
export const systemIds: Ids = {
  uuid: () => randomUUID(),
  fraction: () => Math.random(),
};

/** The same ids for the same seed: a small generator (mulberry32) is enough where nothing has to be secret. */
export function seededIds(seed: number): Ids {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(fraction() * 16).toString(16)).join('');
  return {
    fraction,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
