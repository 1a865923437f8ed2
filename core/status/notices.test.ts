import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour, instantOf, minute } from '../base/dates.ts';
import { attentionKinds } from '../model/attention.ts';
import { noticeAge, noticePause, noticesDue, type NoticeFacts, type WaitingItem } from './notices.ts';

const now = Date.parse('2026-11-23T01:00:00.000Z');
const ago = (milliseconds: number) => instantOf(now - milliseconds);
const always = { on: true, quietFrom: '20:00', quietTo: '07:00' };
const noon = 12 * 60;

const item = (parts: Partial<WaitingItem> = {}): WaitingItem => ({
  key: 'order:1',
  kind: 'order',
  code: 'no-customer',
  title: 'Order 1 is on hold',
  nextStep: 'Choose its customer.',
  since: ago(noticeAge),
  notifiedAt: null,
  ...parts,
});

const due = (open: readonly WaitingItem[], parts: Partial<NoticeFacts> = {}) =>
  noticesDue({ now, minuteOfDay: noon, settings: always, lastAt: null, open, ...parts });

const items = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1 }),
    kind: fc.constantFrom(...attentionKinds),
    code: fc.constantFrom('no-customer', 'two-sales', 'key-rejected', 'unreachable', 'timed-out'),
    title: fc.string(),
    nextStep: fc.string(),
    since: fc.integer({ min: 0, max: 3 * hour }).map(ago),
    notifiedAt: fc.option(fc.integer({ min: 0, max: 3 * hour }).map(ago)),
  }),
  { selector: ({ key }) => key, maxLength: 12 },
);

const anyFacts = fc.record({
  now: fc.constant(now),
  minuteOfDay: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  settings: fc.constant(always),
  open: items,
  lastAt: fc.option(fc.integer({ min: 0, max: 3 * hour }).map(ago)),
});

describe('what a person is told outside the window', () => {
  it('an item that is ten minutes old, not a younger one', () => {
    expect(due([item()])).toEqual([{ keys: ['order:1'], title: 'Order 1 is on hold', body: 'Choose its customer.' }]);
    expect(due([item({ since: ago(noticeAge - 1) })])).toEqual([]);
  });

  it('everything else that is due goes in one notice', () => {
    expect(due([item(), item({ key: 'order:2', title: 'Order 2 is on hold' })])).toEqual([
      { keys: ['order:1', 'order:2'], title: '2 things need you', body: 'Order 1 is on hold\nOrder 2 is on hold' },
    ]);
  });

  it('at most hourly, but an alarm at once', () => {
    const alarm = item({ key: 'order:9', kind: 'alarm', code: 'two-sales', since: ago(0) });
    const recently = { lastAt: ago(noticePause - 1) };
    expect(due([item()], recently)).toEqual([]);
    expect(due([item()], { lastAt: ago(noticePause) })).toHaveLength(1);
    expect(due([item(), alarm], recently).map(({ keys }) => keys)).toEqual([['order:9']]);
  });

  it('quiet hours may go over midnight; equal times mean none', () => {
    const at = (minuteOfDay: number, quietFrom = '20:00', quietTo = '07:00') =>
      due([item()], { minuteOfDay, settings: { on: true, quietFrom, quietTo } }).length;
    expect([20 * 60 - 1, 20 * 60, 0, 7 * 60 - 1, 7 * 60].map((minutes) => at(minutes))).toEqual([1, 0, 0, 0, 1]);
    expect([at(13 * 60, '13:00', '14:00'), at(14 * 60, '13:00', '14:00'), at(0, '08:00', '08:00')]).toEqual([0, 1, 1]);
  });

  it('never when it is switched off', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(noticesDue({ ...facts, settings: { ...facts.settings, on: false } })).toEqual([]);
      }),
    );
  });

  it('nothing twice, nothing unknown, nothing that passes by itself, nothing young but alarms', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const keys = noticesDue(facts).flatMap((notice) => notice.keys);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) {
          const told = facts.open.find((one) => one.key === key);
          expect(told).toMatchObject({ notifiedAt: null });
          expect(['unreachable', 'timed-out']).not.toContain(told?.code);
          const age = now - Date.parse(told?.since ?? '');
          expect(told?.kind === 'alarm' || age >= 10 * minute).toBe(true);
        }
      }),
    );
  });

  it('after it was told there is nothing left to tell, however often it is asked', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const told = new Set(noticesDue(facts).flatMap((notice) => notice.keys));
        const open = facts.open.map((one) => (told.has(one.key) ? { ...one, notifiedAt: ago(0) } : one));
        const lastAt = told.size === 0 ? facts.lastAt : ago(0);
        expect(noticesDue({ ...facts, open, lastAt })).toEqual([]);
      }),
    );
  });
});
