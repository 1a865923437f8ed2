import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../../core/contract/settings.ts';
import { choiceOf, optionsOf, shownValue } from './choices.ts';

const locations: Choice[] = [
  { value: 'Sydney DC', label: 'Sydney DC', detail: 'default', alias: 'a1' },
  { value: 'Returns', label: 'Returns', detail: '' },
];

describe('choices of an account', () => {
  it('are found by name in any case, and by id', () => {
    expect(choiceOf(locations, 'sydney dc')).toBe(locations[0]);
    expect(choiceOf(locations, 'a1')).toBe(locations[0]);
    expect(choiceOf(locations, 'Dallas')).toBeUndefined();
    expect(shownValue(locations, 'RETURNS')).toBe('Returns');
    expect(shownValue(locations, 'Dallas')).toBe('Dallas');
  });

  it('keep what is set when the account has it no more, and say so only once that is known', () => {
    const labels = (value: string, isKnown: boolean) => optionsOf(locations, value, isKnown).map(({ label }) => label);
    expect(labels('a1', true)).toEqual(['Sydney DC (default)', 'Returns']);
    expect(labels('Dallas', true)).toEqual(['Dallas, not there any more', 'Sydney DC (default)', 'Returns']);
    expect(labels('Dallas', false)[0]).toBe('Dallas');
    expect(labels('', true)).toHaveLength(2);
  });
});
