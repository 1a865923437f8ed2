import { assert, constantFrom, dictionary, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderState, StyleState } from '../model/standing.ts';
import { orderStates, styleStates } from '../model/standing.ts';
import { answerOf, type AnswerFacts } from './answer.ts';
import { setUpStep } from './set-up.ts';

const facts = (changed: Partial<AnswerFacts> = {}): AnswerFacts => ({
  styles: new Map<StyleState, number>([
    ['in-step', 400],
    ['left-out', 112],
  ]),
  orders: new Map<OrderState, number>([['in-cin7', 30]]),
  needsYou: 0,
  wasEverRead: true,
  didLastRunFail: false,
  rehearsing: 0,
  ...changed,
});

describe('the answer', () => {
  it('is everything in step when nothing is left to do', () => {
    expect(answerOf(facts())).toEqual({
      sentence: 'Everything is in step.',
      detail: '400 styles in JOOR.',
      isAllInStep: true,
    });
  });

  it('counts what is not, left-out styles aside', () => {
    const styles = new Map<StyleState, number>([
      ['in-step', 379],
      ['to-send', 14],
      ['sending', 1],
      ['needs-you', 6],
      ['left-out', 112],
    ]);
    const orders = new Map<OrderState, number>([
      ['needs-you', 1],
      ['checking', 2],
      ['held', 1],
    ]);
    expect(answerOf(facts({ styles, orders, needsYou: 3 }))).toEqual({
      sentence: '379 of 400 styles in step.',
      detail:
        '6 styles and 1 order need you. 14 styles to send, 1 sending. 1 order is on hold by you. 2 orders are on their way.',
      isAllInStep: false,
    });
  });

  it.each<[string, Partial<Record<StyleState, number>>, Partial<Record<OrderState, number>>]>([
    [
      '9 styles and 3 orders need you. 24 orders are on their way.',
      { 'needs-you': 9 },
      { 'needs-you': 3, 'to-export': 24 },
    ],
    ['1 order needs you. 1 order is on its way.', {}, { 'needs-you': 1, exporting: 1 }],
    ['1 style needs you. 2 orders are on hold by you.', { 'needs-you': 1 }, { held: 2 }],
    ['1 style to send.', { 'to-send': 1 }, {}],
    ['3 styles sending.', { sending: 3 }, {}],
  ])('says what is left as a person would: %s', (detail, styles, orders) => {
    const answer = answerOf(facts({ styles: mapOf(styles, styleStates), orders: mapOf(orders, orderStates) }));
    expect(answer.detail).toBe(detail);
  });

  it.each<[string, Partial<AnswerFacts>]>([
    ['before anything was read', { wasEverRead: false }],
    ['after a run that failed', { didLastRunFail: true }],
    ['while a flow rehearses', { rehearsing: 1 }],
    ['while anything waits for a person', { needsYou: 1 }],
  ])('is never all good %s', (_when, changed) => {
    expect(answerOf(facts(changed)).isAllInStep).toBe(false);
  });

  it('is never all good while a style or an order is on its way or held up', () => {
    const counts = (states: readonly string[]) => dictionary(constantFrom(...states), nat({ max: 3 }));
    const quiet = new Set<string>(['in-step', 'left-out', 'in-cin7']);
    const holds = property(counts(styleStates), counts(orderStates), (styles, orders) => {
      const { isAllInStep } = answerOf(
        facts({ styles: mapOf(styles, styleStates), orders: mapOf(orders, orderStates) }),
      );
      const isQuiet = [...Object.entries(styles), ...Object.entries(orders)].every(
        ([state, number]) => quiet.has(state) || number === 0,
      );
      return isAllInStep === isQuiet;
    });
    expect(() => assert(holds)).not.toThrow();
  });
});

function mapOf<State extends string>(counts: Record<string, number>, states: readonly State[]): Map<State, number> {
  return new Map(states.map((state) => [state, counts[state] ?? 0]));
}

describe('set-up', () => {
  const step = { chosen: null, isPractice: false, isConnected: true, wasRead: true, isLive: false };

  it('begins with the first thing that is missing', () => {
    expect(setUpStep({ ...step, isConnected: false, wasRead: false })).toBe('connect');
    // Both answers are seen before anything is read; practice accounts have nothing to enter.
    expect(setUpStep({ ...step, wasRead: false })).toBe('connect');
    expect(setUpStep({ ...step, isPractice: true, wasRead: false })).toBe('read');
    expect(setUpStep(step)).toBe('review');
  });

  it('goes where the person goes, never past what is possible', () => {
    expect(setUpStep({ ...step, chosen: 'connect' })).toBe('connect');
    expect(setUpStep({ ...step, chosen: 'go-live' })).toBe('go-live');
    expect(setUpStep({ ...step, chosen: 'go-live', wasRead: false })).toBe('read');
  });

  it('is done for whoever went live on the command line, and stays done', () => {
    expect(setUpStep({ ...step, isLive: true })).toBe('done');
    expect(setUpStep({ ...step, chosen: 'done', isConnected: false, wasRead: false })).toBe('done');
  });
});
