import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleDraft, sampleOrder, sampleSaleLine } from '../model/test-samples.ts';
import type { Database } from './driver.ts';
import { migrations } from './migrations/index.ts';
import { openLedgerFile } from './open.ts';
import { orderSaleLedger } from './order-sales.ts';
import { intentLedger } from './intents.ts';
import { orderLedger } from './orders.ts';
import { temporaryFolder, temporaryLedger, type TemporaryLedger } from './test-ledger.ts';

let ledger: TemporaryLedger;
let database: Database;
beforeEach(() => {
  ledger = temporaryLedger();
  database = ledger.database;
});
afterEach(() => ledger.remove());

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 2, minutes)).toISOString();
const reason = { code: 'draft', sentence: 'Draft in Cin7.', nextStep: '' };

describe('sales of orders', () => {
  it('ORD-9: keep the history of an order, turn by turn, with why each was made', () => {
    const [orders, sales] = [orderLedger(database), orderSaleLedger(database)];
    orders.save(sampleOrder('1'), 'f', at(0));
    orders.exported('1', { id: 's1', number: 'SO-1' }, 'f', at(1));
    const request = {
      orderId: '1',
      turn: 2,
      origin: 'person' as const,
      who: 'Dana',
      at: at(2),
      commandId: 'c',
      earlierNumber: 'SO-1',
      earlierStatus: 'ORDERED',
      isDuplicate: true,
    };
    sales.beginTurn(request);
    expect(orders.get('1')).toMatchObject({
      turn: 2,
      saleId: null,
      saleNumber: null,
      mark: 'none',
      state: 'to-export',
    });
    expect(sales.present('1')).toBeNull();
    expect(() => sales.beginTurn({ ...request, turn: 3 })).toThrow('UNIQUE');
    expect(orders.get('1')?.turn).toBe(2);
    orders.exported('1', { id: 's2', number: 'SO-2' }, 'f', at(3));
    expect(sales.ofOrder('1').map(({ turn, saleNumber }) => [turn, saleNumber])).toEqual([
      [1, 'SO-1'],
      [2, 'SO-2'],
    ]);
    expect(sales.present('1')).toMatchObject({ saleId: 's2', turn: 2, isGone: false, resting: null });
    expect([sales.reExports('1'), sales.reExportByCommand('c'), sales.reExportByCommand('d')]).toEqual([
      [request],
      request,
      null,
    ]);
    expect([sales.isKnown('s1'), sales.isKnown('s3'), sales.oldest()]).toEqual([true, false, at(3)]);
    expect(sales.since(at(2))).toEqual([{ orderId: '1', saleId: 's2', isGone: false }]);
  });

  it('ORD-10: are compared again only when something changed', () => {
    const [orders, sales] = [orderLedger(database), orderSaleLedger(database)];
    const order = sampleOrder('1');
    orders.save(order, 'f', at(0));
    orders.exported('1', { id: 's1', number: 'SO-1' }, 'f', at(1));
    orders.setState('1', 'in-cin7', reason, at(1));
    expect(sales.toCompare()).toEqual([]);
    const edited = { ...order, poNumber: 'new', modifiedAt: at(5) };
    orders.save(edited, 'g', at(5));
    expect(sales.toCompare()).toEqual(['1']);
    sales.compared('1', false);
    expect([sales.toCompare(), sales.present('1')?.sold]).toEqual([[], order]);
    sales.compared('1', true);
    expect(sales.present('1')?.sold).toEqual(edited);
    sales.setResting('1', reason);
    sales.setGone('1', true);
    expect(sales.present('1')).toMatchObject({ resting: reason, isGone: true });
    expect(sales.toCompare()).toEqual(['1']);
    sales.setResting('1', null);
    expect(sales.present('1')?.resting).toBeNull();
  });

  it('ORD-10: count the order as exported that the intent was made of', () => {
    const [orders, sales, intents] = [orderLedger(database), orderSaleLedger(database), intentLedger(database)];
    const order = sampleOrder('1');
    orders.save(order, 'f', at(0));
    const intent = {
      externalId: 'joor:live:1:1',
      orderId: '1',
      step: 'header' as const,
      asked: false,
      draft: sampleDraft([sampleSaleLine('p1', 2)]),
      aim: {
        status: 'DRAFT' as const,
        why: '',
        releaseWhenShort: false,
        compareFirst: false,
        invoice: 'none' as const,
      },
      saleId: null,
      writtenAt: at(0),
      changedAt: at(0),
      looks: 0,
    };
    intents.save(intent);
    intents.save({ ...intent, asked: true });
    orders.save({ ...order, poNumber: 'new', modifiedAt: at(5) }, 'g', at(5));
    intents.save({ ...intent, step: 'done', saleId: 's1' });
    orders.exported('1', { id: 's1', number: 'SO-1' }, 'g', at(6));
    expect(sales.present('1')?.sold).toEqual(order);
    expect(sales.toCompare()).toEqual(['1']);
  });
});

describe('migration 22', () => {
  it('takes over what was exported before it', () => {
    const { path, remove } = temporaryFolder();
    const steps = migrations.filter(({ version }) => version < 22);
    const old = openLedgerFile(`${path}/ledger.db`, { backupTo: () => null, steps });
    old.exec(`INSERT INTO joor_order (id, stage, po_number, customer_code, customer_name, currency, total, modified_at,
        content, fingerprint, first_seen_at, state, reason_code, reason, next_step, state_since, sale_id, sale_number,
        exported_at, mark)
      VALUES ('1', 'APPROVED', '', '', '', '', '', 'm', '${JSON.stringify(sampleOrder('1'))}', 'f', 'a', 'in-cin7', '', '',
        '', 'a', 's1', 'SO-1', 'b', 'done'), ('2', 'APPROVED', '', '', '', '', '', 'm', '{}', 'f', 'a', 'to-export', '', '',
        '', 'a', NULL, NULL, NULL, 'none')`);
    old.close();
    const opened = openLedgerFile(`${path}/ledger.db`, { backupTo: () => null });
    const sales = orderSaleLedger(opened);
    expect([sales.present('1'), sales.ofOrder('2'), sales.toCompare()]).toMatchObject([
      { saleId: 's1', saleNumber: 'SO-1', turn: 1, at: 'b' },
      [],
      [],
    ]);
    expect(orderLedger(opened).get('1')).toMatchObject({ turn: 1, markSeenAt: null, mark: 'done' });
    opened.close();
    remove();
  });
});
