import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleDraft, sampleOrder, sampleProduct, sampleSaleLine } from '../model/test-samples.ts';
import { aliasLedger } from './aliases.ts';
import { openDatabase } from './driver.ts';
import { intentLedger } from './intents.ts';
import { migrations } from './migrations/index.ts';
import { nearProducts } from './near-products.ts';
import { openLedgerFile } from './open.ts';
import { orderCheckLedger } from './order-checks.ts';
import { orderLedger } from './orders.ts';
import { productMirror } from './products.ts';
import { temporaryFolder, temporaryLedger, type TemporaryLedger } from './test-ledger.ts';

const at = '2026-11-23T01:00:00.000Z';
let ledger: TemporaryLedger;
beforeEach(() => {
  ledger = temporaryLedger();
});
afterEach(() => ledger.remove());

describe('what pre-flight decided', () => {
  it('ORD-2 comes back with every hold and line, is replaced as a whole, and goes with its order', () => {
    const { database } = ledger;
    const checks = orderCheckLedger(database);
    orderLedger(database).save(sampleOrder('1'), 'f', at);
    const problem = { code: 'unknown-sku', sentence: "SKU X isn't in Cin7.", nextStep: 'Create X.' };
    const suggestion = { productId: 'p1', sku: 'P1', name: 'Product p1', why: 'Its barcode is X.' };
    const held = {
      checkedAt: at,
      lines: [{ number: 2, name: 'X', productId: null, sku: null, problem, suggestions: [suggestion] }],
      holds: [
        { ...problem, line: 2 },
        { code: 'terms', sentence: 'No terms.', nextStep: 'Set them.', line: null },
      ],
      draft: null,
      lookedAgainFor: 'hash',
    };
    checks.save('1', held);
    expect(checks.get('1')).toEqual(held);
    const free = { ...held, lines: [], holds: [], draft: sampleDraft([sampleSaleLine('p1', 2)]), lookedAgainFor: '' };
    checks.save('1', free);
    expect(checks.get('1')).toEqual(free);
    checks.drop('1');
    expect(checks.get('1')).toBeNull();
    checks.save('1', held);
    database.exec('DELETE FROM joor_order');
    expect(checks.get('1')).toBeNull();
  });
});

describe('aliases', () => {
  it('are found whatever the case and spaces of a name, keep who and when, and can be taken back', () => {
    const aliases = aliasLedger(ledger.database);
    aliases.set({ name: 'SH 102 Blu', productId: 'p1', who: 'Isla', at });
    aliases.set({ name: ' sh 102  BLU ', productId: 'p2', who: 'Tom', at: '2026-11-24T01:00:00.000Z' });
    expect(aliases.find('SH 102 BLU')).toEqual({
      name: ' sh 102  BLU ',
      productId: 'p2',
      who: 'Tom',
      at: '2026-11-24T01:00:00.000Z',
    });
    expect(aliases.list()).toHaveLength(1);
    expect([aliases.remove('sh 102 blu'), aliases.remove('sh 102 blu'), aliases.find('SH 102 Blu')]).toEqual([
      true,
      false,
      null,
    ]);
  });
});

describe('products that resemble a name', () => {
  it('are found by letters and digits, by barcode without leading zeros, and by the style number', () => {
    const { database } = ledger;
    const product = (id: string, sku: string, more = {}) => sampleProduct(id, { sku, ...more });
    productMirror(database).saveProducts(
      [
        product('a', 'SH-102-BLU-M'),
        product('b', 'SH-0102 BLU/M', { status: 'Deprecated' }),
        product('c', 'OTHER', { barcode: '0033383007400' }),
        product('d', 'JK-1', { sellable: false, barcode: '33383007400' }),
      ],
      'scan',
    );
    const near = (names: string[], style = '') => nearProducts(database, { names, style }).map(({ id }) => id);
    expect(near(['sh 0102_blu.m'])).toEqual(['a']);
    expect(near(['', ' 33383007400 '])).toEqual(['c']);
    expect(near(['nothing'], 'sh-102')).toEqual(['a']);
    expect(near(['---', '000'])).toEqual([]);
  });
});

describe('the schema of order checks', () => {
  it('takes over intents of the first schema as they were, with the plainest aim', () => {
    const folder = temporaryFolder();
    const path = `${folder.path}/old.db`;
    const old = openLedgerFile(path, { backupTo: () => null, steps: migrations.slice(0, 1) });
    orderLedger(old).save(sampleOrder('1'), 'f', at);
    const draft = sampleDraft([sampleSaleLine('p1', 2)]);
    old
      .prepare(
        `INSERT INTO intent (external_id, order_id, step, asked, draft, order_status, sale_id, written_at, changed_at, looks)
         VALUES ('joor:live:1:1', '1', 'lines', 1, ?, 'AUTHORISED', 's', ?, ?, 2)`,
      )
      .run([JSON.stringify(draft), at, at]);
    old.close();
    openLedgerFile(path, { backupTo: () => null }).close();
    const now = openDatabase(path);
    expect(intentLedger(now).get('joor:live:1:1')).toEqual({
      externalId: 'joor:live:1:1',
      orderId: '1',
      step: 'lines',
      asked: true,
      draft,
      aim: { status: 'AUTHORISED', why: '', releaseWhenShort: false, compareFirst: false, invoice: 'none' },
      saleId: 's',
      writtenAt: at,
      changedAt: at,
      looks: 2,
    });
    now.close();
    folder.remove();
  });
});
