import { describe, expect, it } from 'vitest';
import { attentionOf, type AttentionFacts } from './attention.ts';

const facts = (changed: Partial<AttentionFacts>): AttentionFacts => ({
  orders: [],
  unknownOrders: [],
  issues: [],
  waiting: [],
  account: null,
  ...changed,
});

const noPrice = (number: string) => ({
  kind: 'style' as const,
  key: `key of ${number}`,
  label: number,
  code: 'no-price:EUR',
  sentence: `${number} has no EUR wholesale price.`,
  nextStep: `Fill tier EUR on ${number}.`,
  together: { sentence: 'have no EUR wholesale price.', nextStep: 'Fill tier EUR on each.' },
});

describe('what waits for a person', () => {
  it('is one thing per cause, however many have it', () => {
    const issues = ['DR-214', 'DR-215', 'SH-102', 'SK-160'].map(noPrice);
    expect(attentionOf(facts({ issues }))).toEqual([
      {
        key: 'style:no-price:EUR',
        kind: 'style',
        code: 'no-price:EUR',
        subjects: issues.map(({ key }) => key),
        title: '4 styles have no EUR wholesale price.',
        reason: 'DR-214, DR-215, SH-102, SK-160.',
        nextStep: 'Fill tier EUR on each.',
      },
    ]);
  });

  it('ORD-1: is one thing for all orders whose type is not known, with the types and the numbers', () => {
    const unknownOrders = [
      { id: '7712313', type: '9' },
      { id: '7712314', type: 'HELD' },
    ];
    expect(attentionOf(facts({ unknownOrders }))).toEqual([
      {
        key: 'orders:unknown-type',
        kind: 'order',
        subjects: ['7712313', '7712314'],
        code: 'unknown-order-type',
        title: "2 orders are of a kind that this Seamline doesn't know",
        reason: 'JOOR gives them the type "9" or "HELD": 7712313, 7712314. Seamline leaves them alone.',
        nextStep: 'Look at them in JOOR. Enter what is due in Cin7 by hand, and install the newest Seamline.',
      },
    ]);
  });

  it('tells orders that wait for the same thing together, but never two alarms', () => {
    const noRate = { code: 'no-rate', sentence: 'No rate from USD to AUD is set.', nextStep: 'Enter it.' };
    const alarm = { code: 'two-sales', sentence: 'Two sales belong to it.', nextStep: 'Void one.' };
    const orders = [
      { id: '1', reason: noRate },
      { id: '2', reason: alarm },
      { id: '3', reason: noRate },
      { id: '4', reason: alarm },
    ];
    expect(attentionOf(facts({ orders })).map(({ title, subjects, reason }) => [title, subjects, reason])).toEqual([
      ['2 orders are on hold', ['1', '3'], noRate.sentence],
      ['Order 2 may be in Cin7 twice', ['2'], alarm.sentence],
      ['Order 4 may be in Cin7 twice', ['4'], alarm.sentence],
    ]);
  });

  it('keeps its key as others come to share its cause', () => {
    const [one] = attentionOf(facts({ issues: [noPrice('DR-214')] }));
    const [both] = attentionOf(facts({ issues: [noPrice('DR-214'), noPrice('DR-215')] }));
    expect(one).toMatchObject({ title: 'DR-214 has no EUR wholesale price.', nextStep: 'Fill tier EUR on DR-214.' });
    expect(both?.key).toBe(one?.key);
  });

  it('stands alone where each needs its own words', () => {
    const issues = ['DR-214', 'DR-215'].map((number) => ({ ...noPrice(number), together: null }));
    expect(attentionOf(facts({ issues })).map(({ subjects }) => subjects.length)).toEqual([1, 1]);
  });

  it('is an alarm where an order may be sold twice or a key was rejected', () => {
    const reason = { code: 'two-sales', sentence: 'Two sales belong to it.', nextStep: 'Void one.' };
    const account = { code: 'key-rejected', sentence: 'Cin7 Core rejected the key.', nextStep: 'Enter a new key.' };
    const found = attentionOf(facts({ orders: [{ id: '1029361', reason }], account }));
    expect(found.map(({ key, kind }) => [key, kind])).toEqual([
      ['account:key-rejected', 'alarm'],
      ['order:1029361', 'alarm'],
    ]);
  });

  it('says which flow waits for a choice', () => {
    const waiting = [{ flow: 'inventory', sentence: 'Stock waits: choose locations.', nextStep: 'Set them.' }];
    expect(attentionOf(facts({ waiting }))).toMatchObject([
      { key: 'flow:inventory', kind: 'stock', title: 'Stock waits: choose locations.', subjects: ['inventory'] },
    ]);
  });
});
