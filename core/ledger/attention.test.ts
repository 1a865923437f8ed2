import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttentionCause } from '../model/attention.ts';
import { attentionLedger } from './attention.ts';
import { changeLedger } from './changes.ts';
import { openDatabase } from './driver.ts';
import { orderList } from './order-list.ts';
import { scheduleLedger } from './schedule.ts';
import { temporaryLedger, type TemporaryLedger } from './test-ledger.ts';

let ledger: TemporaryLedger;
beforeEach(() => {
  ledger = temporaryLedger();
});
afterEach(() => ledger.remove());

const at = (minutes: number) => `2026-11-23T02:${String(minutes).padStart(2, '0')}:00.000Z`;

const cause = (key: string, changed: Partial<AttentionCause> = {}): AttentionCause => ({
  key,
  kind: 'style',
  subjects: ['f1'],
  code: 'no-price',
  title: 'DR-214 has no EUR price',
  reason: '',
  nextStep: 'Fill it in Cin7.',
  ...changed,
});

describe('what waits for a person', () => {
  it('keeps its time while its cause lasts, whatever its words do', () => {
    const attention = attentionLedger(ledger.database);
    expect(attention.replace([cause('a')], at(0))).toBe(true);
    expect(
      attention.replace([cause('a', { subjects: ['f1', 'f2'], title: '2 styles have no EUR price' })], at(5)),
    ).toBe(true);
    expect(attention.open()).toMatchObject([{ key: 'a', since: at(0), subjects: ['f1', 'f2'], resolvedAt: null }]);
  });

  it('is resolved by itself when its cause goes, and its history is kept', () => {
    const attention = attentionLedger(ledger.database);
    attention.replace([cause('a'), cause('b')], at(0));
    attention.replace([cause('b')], at(5));
    expect(attention.open().map(({ key }) => key)).toEqual(['b']);
    expect(attention.history(10)).toMatchObject([{ key: 'a', since: at(0), resolvedAt: at(5) }]);
    attention.replace([cause('a'), cause('b')], at(9));
    expect(attention.open()).toMatchObject([
      { key: 'b', since: at(0) },
      { key: 'a', since: at(9) },
    ]);
  });

  it('writes nothing when nothing changed, so that nobody is woken', () => {
    const attention = attentionLedger(ledger.database);
    const changes = changeLedger(ledger.database);
    attention.replace([cause('a')], at(0));
    const before = changes.numbers().attention;
    expect(attention.replace([cause('a')], at(5))).toBe(false);
    expect(changes.numbers().attention).toBe(before);
  });

  it('remembers that the person was told, until it comes again', () => {
    const attention = attentionLedger(ledger.database);
    attention.replace([cause('a')], at(0));
    expect(attention.lastNotifiedAt()).toBeNull();
    attention.setNotified(['a'], at(10));
    attention.replace([cause('a', { reason: 'Still so.' })], at(11));
    expect(attention.open()).toMatchObject([{ notifiedAt: at(10) }]);
    attention.replace([], at(12));
    attention.replace([cause('a')], at(13));
    expect(attention.open()).toMatchObject([{ notifiedAt: null }]);
    expect(attention.lastNotifiedAt()).toBe(at(10));
  });
});

describe('changes', () => {
  it('are counted by kind, and only where something changed', () => {
    const changes = changeLedger(ledger.database);
    const before = changes.numbers();
    const insert = (kind: string) =>
      ledger.database
        .prepare(
          `INSERT INTO standing (kind, key, label, name, state, reason_code, reason, next_step, since)
           VALUES (?, 'k', '', '', 'in-step', '', '', '', '')`,
        )
        .run([kind]);
    insert('style');
    insert('linesheet');
    insert('stock');
    ledger.database.prepare("DELETE FROM standing WHERE kind = 'style'").run();
    const now = changes.numbers();
    expect(now).toEqual({ ...before, styles: before.styles + 2, linesheets: before.linesheets + 1 });
  });

  it('of another connection are noticed, its own are not', () => {
    const changes = changeLedger(ledger.database);
    const other = openDatabase(ledger.path);
    const before = changes.version();
    ledger.database.prepare("INSERT INTO budget (api, state) VALUES ('cin7', '1')").run();
    expect(changes.version()).toBe(before);
    other.prepare("INSERT INTO budget (api, state) VALUES ('joor', '1')").run();
    expect(changes.version()).not.toBe(before);
    other.close();
  });
});

describe('the schedule', () => {
  it('RUN-8: outlives the process, sleeps with it', () => {
    const schedule = scheduleLedger(ledger.database);
    expect(schedule.load()).toBeNull();
    schedule.save({ dueAt: at(1), seenAt: at(0), tries: 0 });
    schedule.save({ dueAt: at(2), seenAt: at(1), tries: 3 });
    expect(schedule.load()).toEqual({ dueAt: at(2), seenAt: at(1), tries: 3 });
    schedule.addSleep({ from: at(10), to: at(40), missed: 0 });
    schedule.addSleep({ from: at(10), to: at(40), missed: 0 });
    expect(schedule.sleeps(at(30))).toEqual([{ from: at(10), to: at(40), missed: 0 }]);
    expect(schedule.sleeps(at(50))).toEqual([]);
  });
});

describe('the list of orders', () => {
  beforeEach(() => {
    const add = (id: string, state: string, retailer: string, total: string, sale: string | null) =>
      ledger.database
        .prepare(
          `INSERT INTO joor_order (id, stage, po_number, customer_code, customer_name, currency, total, approved_at, content,
             fingerprint, first_seen_at, state, reason_code, reason, next_step, state_since, sale_number)
           VALUES (?, 'APPROVED', ?, '', ?, 'AUD', ?, ?, '{}', '', '', ?, '', '', '', '', ?)`,
        )
        .run([id, `PO_${id}`, retailer, total, at(Number(id)), state, sale]);
    add('1', 'needs-you', 'Harbour & Pine', '1000.00', null);
    add('2', 'in-cin7', 'Bondi 100%', '99.50', 'SO-00002');
    add('30', 'in-cin7', 'harbour north', '205.00', 'SO-00010');
  });

  it('is filtered, searched by every word in any case, and sorted by numbers as numbers', () => {
    const list = orderList(ledger.database);
    expect(list.ids([], '', null)).toEqual(['30', '2', '1']);
    expect(list.ids(['in-cin7'], '', { column: 'value', isDescending: false })).toEqual(['2', '30']);
    expect(list.ids([], '', { column: 'id', isDescending: true })).toEqual(['30', '2', '1']);
    expect(list.ids([], 'HARBOUR so-00010', null)).toEqual(['30']);
    expect(list.counts('harbour')).toEqual(
      new Map([
        ['in-cin7', 1],
        ['needs-you', 1],
      ]),
    );
  });

  it('SEC-2: takes what is typed as text, never as a pattern', () => {
    const list = orderList(ledger.database);
    expect(list.ids([], '100%', null)).toEqual(['2']);
    expect(list.ids([], '_', null)).toEqual(['30', '2', '1']);
    expect(list.ids([], '%', null)).toEqual(['2']);
    expect(list.ids([], "' OR 1 --", null)).toEqual([]);
  });

  it('gives rows in the order of their ids and leaves out what is gone', () => {
    expect(orderList(ledger.database).rows(['2', '99', '1'])).toMatchObject([{ id: '2' }, { id: '1' }]);
  });
});
