import { describe, expect, it } from 'vitest';
import { ownSaves } from './own-saves.ts';

describe('own saves', () => {
  it('lead from every revision of their row to its end', () => {
    const saves = ownSaves();
    saves.note(4, 5);
    saves.note(5, 6);
    expect([4, 5, 6].map((revision) => saves.follow(revision))).toEqual([6, 6, 6]);
  });

  it('lead nowhere from a revision that somebody else made', () => {
    const saves = ownSaves();
    saves.note(4, 5);
    saves.note(6, 7);
    expect([4, 5, 6, 7].map((revision) => saves.follow(revision))).toEqual([4, 5, 7, 7]);
    saves.forget();
    expect(saves.follow(6)).toBe(6);
  });
});
