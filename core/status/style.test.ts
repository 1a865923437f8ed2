import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { styleStates, type Issue, type Reason } from '../model/standing.ts';
import { styleStanding } from './style.ts';

const leftOut: Reason = { code: 'no-tag', sentence: 'Left out: no JOOR tag in Cin7.', nextStep: '' };
const issue: Issue = {
  kind: 'style',
  key: 'f1',
  code: 'no-price:EUR',
  sentence: 'No EUR price.',
  nextStep: 'Fill price tier 3.',
  together: null,
};
const facts = { leftOut: null, issues: [], pending: [], isInJoor: true };

describe('where a style stands', () => {
  it('is in step when nothing is to be said of it', () => {
    expect(styleStanding(facts)).toEqual({ state: 'in-step', reason: { code: '', sentence: '', nextStep: '' } });
  });

  it('is left out before anything else, with its reason', () => {
    expect(styleStanding({ ...facts, leftOut, issues: [issue], pending: ['skus'] })).toEqual({
      state: 'left-out',
      reason: leftOut,
    });
  });

  it('needs a person before it waits for the next run, with the first of its issues', () => {
    const { state, reason } = styleStanding({
      ...facts,
      issues: [issue, { ...issue, code: 'other' }],
      pending: ['skus'],
    });
    expect([state, reason]).toEqual([
      'needs-you',
      { code: 'no-price:EUR', sentence: 'No EUR price.', nextStep: 'Fill price tier 3.' },
    ]);
  });

  it('is to send when it is new or changed', () => {
    expect(styleStanding({ ...facts, pending: ['product', 'skus'] })).toMatchObject({
      state: 'to-send',
      reason: { code: 'changed' },
    });
    expect(styleStanding({ ...facts, pending: ['product'], isInJoor: false })).toMatchObject({
      state: 'to-send',
      reason: { code: 'new', sentence: 'New in Cin7. The next run sends it.' },
    });
  });

  it('has one known state for any facts, and words for every state but in step', () => {
    const any = fc.record({
      leftOut: fc.option(fc.constant(leftOut)),
      issues: fc.array(fc.constant(issue), { maxLength: 2 }),
      pending: fc.subarray(['product', 'skus', 'prices']),
      isInJoor: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (one) => {
        const { state, reason } = styleStanding(one);
        expect(styleStates).toContain(state);
        expect(reason.sentence === '').toBe(state === 'in-step');
      }),
    );
  });
});
