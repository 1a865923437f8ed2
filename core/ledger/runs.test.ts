import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { SeamlineError } from '../base/errors.ts';
import type { Change } from '../model/plan.ts';
import type { Issue } from '../model/standing.ts';
import { sampleDraft, sampleOrder, sampleSaleLine } from '../model/test-samples.ts';
import type { Database } from './driver.ts';
import { intentLedger, type Intent } from './intents.ts';
import { migrations } from './migrations/index.ts';
import { openLedgerFile } from './open.ts';
import { orderLedger } from './orders.ts';
import { planLedger, refusalKey } from './plans.ts';
import { runLedger } from './runs.ts';
import { standingLedger, type Standing } from './standings.ts';
import { styleLedger } from './styles.ts';
import { temporaryFolder, temporaryLedger } from './test-ledger.ts';

const at = (minutes: number) => new Date(Date.parse('2026-11-23T01:00:00.000Z') + minutes * 60_000).toISOString();
let database: Database;
beforeEach(() => {
  const ledger = temporaryLedger();
  database = ledger.database;
  onTestFinished(ledger.remove);
});

describe('runs', () => {
  const start = (id: string, minutes: number, kind = 'sync') =>
    runLedger(database).start({ id, kind, startedBy: 'person', startedAt: at(minutes) });

  it('know the latest, the last success, and which ones never ended', () => {
    const runs = runLedger(database);
    expect([runs.latest(), runs.lastSuccess()]).toEqual([null, null]);
    start('1', 0);
    runs.end('1', 'good', { changed: 3 }, at(1));
    start('2', 2, 'dry-run');
    runs.end('2', 'good', null, at(3));
    start('3', 4);
    runs.end('3', 'failed', null, at(5));
    start('4', 6);
    expect(runs.latest()).toMatchObject({ id: '4', endedAt: null, outcome: null });
    expect(runs.lastSuccess()).toMatchObject({ id: '1', report: '{"changed":3}' });
    expect([runs.closeBroken(at(7)), runs.closeBroken(at(8))]).toEqual([1, 0]);
    expect(runs.latest()).toMatchObject({ outcome: 'broken', endedAt: at(7) });
  });

  it('RUN-2 remember how far each list was read', () => {
    const runs = runLedger(database);
    expect(runs.mark('products')).toBeNull();
    const mark = { resource: 'products', mark: at(0), fullAt: null, rows: 3, total: 3 };
    runs.setMark(mark);
    runs.setMark({ ...mark, mark: at(1), fullAt: at(1) });
    expect(runs.mark('products')).toEqual({ ...mark, mark: at(1), fullAt: at(1) });
  });

  it('RUN-5 remember the budgets as they were saved', () => {
    const runs = runLedger(database);
    expect(runs.budget('cin7')).toBeUndefined();
    runs.setBudget('cin7', { spentAt: [1] });
    runs.setBudget('cin7', { spentAt: [1, 2] });
    expect(runs.budget('cin7')).toEqual({ spentAt: [1, 2] });
  });

  it('count what was asked and what it cost, and drop old requests', () => {
    const runs = runLedger(database);
    const request = {
      api: 'joor',
      operation: 'products',
      method: 'GET',
      address: 'https://x',
      startedAt: at(0),
      milliseconds: 12.6,
      attempt: 1,
      cost: 1,
      status: 200,
      outcome: 'use',
      request: '',
      response: '',
    };
    runs.addRequest(request, 'r');
    runs.addRequest({ ...request, method: 'POST', cost: 5, status: null }, 'r');
    runs.addRequest({ ...request, operation: 'sign in', method: 'POST', cost: 0 }, 'r');
    runs.addRequest({ ...request, api: 'cin7' }, null);
    expect([...runs.usage('r')]).toEqual([['joor', { requests: 2, cost: 6, writes: 1 }]]);
    runs.dropRequests(14, at(14 * 24 * 60 + 1));
    expect(runs.usage('r').size).toBe(0);
  });

  it('keep what people decided', () => {
    const runs = runLedger(database);
    expect(runs.decision('alias', 'x')).toBeNull();
    runs.decide('alias', 'x', 'p1', 'jo', at(0));
    runs.decide('alias', 'x', 'p2', 'jo', at(1));
    expect([runs.decision('alias', 'x'), runs.decision('hold', 'x')]).toEqual(['p2', null]);
  });
});

describe('plans', () => {
  const change = (key: string, more: Partial<Change> = {}): Change => ({
    key,
    part: 'skus',
    operation: 'create',
    before: null,
    after: { skus: [1, 2] },
    basis: '',
    target: 't',
    ...more,
  });

  it('hand out what waits in the order planned, page by page, and know when a part is done', () => {
    runLedger(database).start({ id: 'r', kind: 'sync', startedBy: 'timer', startedAt: at(0) });
    const plans = planLedger(database);
    plans.add('r', 'products', [change('a'), change('b'), change('a', { operation: 'update' })]);
    plans.add('r', 'products', [change('c')], 'held');
    const waiting = (after: number, limit = 9) => plans.waiting('r', 'skus', 'create', after, limit);
    expect(waiting(0, 1).map(({ key, number }) => [key, number])).toEqual([['a', 1]]);
    expect(waiting(1).map(({ key, after }) => [key, after])).toEqual([['b', { skus: [1, 2] }]]);
    plans.settle('r', [1], 'applied');
    expect([plans.isPartDone('r', 'a', 'skus'), plans.isPartDone('r', 'a', 'prices')]).toEqual([false, true]);
    plans.settle('r', [3], 'applied');
    expect(plans.isPartDone('r', 'a', 'skus')).toBe(true);
    plans.hold('r', ['a', 'b'], 'exists');
    expect([waiting(0), plans.keys('r', 'products', 'held')]).toEqual([[], new Set(['b', 'c'])]);
    expect(plans.sizes('r').map(({ operation, state, things }) => [operation, state, things])).toEqual([
      ['create', 'applied', 2],
      ['create', 'held', 4],
      ['update', 'applied', 2],
    ]);
    plans.withdraw('r', ['b']);
    expect(plans.counts('r').map(({ state, items }) => [state, items])).toContainEqual(['held', 1]);
  });

  it('RUN-7 remember what JOOR refused until it is something else', () => {
    const plans = planLedger(database);
    plans.refuse('a', 'skus', 't1', 'No.', at(0));
    plans.refuse('a', 'skus', 't2', 'No again.', at(1));
    expect([...plans.refusals()]).toEqual([[refusalKey('a', 'skus'), { target: 't2', words: 'No again.' }]]);
  });

  it('are kept for the newest runs only', () => {
    const plans = planLedger(database);
    for (const [index, id] of ['1', '2', '3'].entries()) {
      runLedger(database).start({ id, kind: 'sync', startedBy: 'timer', startedAt: at(index) });
      plans.add(id, 'products', [change('a'), change('b')]);
    }
    expect([plans.dropOld(2, 1), plans.dropOld(2, 1), plans.dropOld(2, 1)]).toEqual([1, 1, 0]);
    expect(['1', '2', '3'].map((id) => plans.counts(id).length)).toEqual([0, 1, 1]);
  });
});

describe('standings and issues', () => {
  const standing = (key: string, more: Partial<Standing> = {}): Standing => ({
    kind: 'style',
    key,
    label: key,
    name: key,
    state: 'needs-you',
    reasonCode: 'no-price',
    reason: 'No price.',
    nextStep: '',
    ...more,
  });
  const issue = (code: string, more: Partial<Issue> = {}): Issue => ({
    kind: 'style',
    key: 'a',
    code,
    sentence: 'x',
    nextStep: 'y',
    together: null,
    ...more,
  });

  it('keep the time since it is so as long as state and cause are the same', () => {
    const standings = standingLedger(database);
    standings.save([standing('a'), standing('b')], at(0));
    standings.save(
      [standing('a', { reason: 'No price for 3.' }), standing('b', { state: 'in-step', reasonCode: '' })],
      at(1),
    );
    expect(standings.list('style').map(({ key, since, reason }) => [key, since, reason])).toEqual([
      ['a', at(0), 'No price for 3.'],
      ['b', at(1), 'No price.'],
    ]);
    standings.save([standing('a', { reasonCode: 'other', reason: 'No price for 3.' })], at(2));
    expect(standings.list('style')[0]).toMatchObject({ reasonCode: 'other', since: at(2) });
    expect(Object.fromEntries(standings.counts('style'))).toEqual({ 'needs-you': 1, 'in-step': 1 });
    expect(standings.list('linesheet')).toEqual([]);
  });

  it('an issue goes with its cause, and with its subject', () => {
    const standings = standingLedger(database);
    const together = { sentence: 'have no price.', nextStep: 'Fill it.' };
    standings.save([standing('a'), standing('b')], at(0));
    standings.replaceIssues('style', 'a', [issue('1'), issue('2', { together })], at(0));
    standings.replaceIssues('style', 'a', [issue('2', { sentence: 'new', together }), issue('3')], at(1));
    expect(
      standings
        .issues('style')
        .get('a')
        ?.map(({ code, since, sentence }) => [code, since, sentence]),
    ).toEqual([
      ['2', at(0), 'new'],
      ['3', at(1), 'x'],
    ]);
    expect(standings.issues('style').get('a')?.[0]?.together).toEqual(together);
    standings.keepOnly('style', new Set(['b']));
    expect([standings.issues('style').size, standings.list('style').map(({ key }) => key)]).toEqual([0, ['b']]);
  });
});

describe('orders and intents', () => {
  const reason = (code: string) => ({ code, sentence: code, nextStep: '' });

  it('keep their place when their content changes, and the time since it is so', () => {
    const orders = orderLedger(database);
    const order = sampleOrder('1', { comments: "'; DROP TABLE joor_order; --👕" });
    orders.save(order, 'f1', at(0));
    expect(orders.get('1')).toMatchObject({ order, state: 'to-export', stateSince: at(0), mark: 'none', saleId: null });
    orders.setState('1', 'needs-you', reason('x'), at(1));
    orders.save({ ...order, poNumber: 'new' }, 'f2', at(2));
    orders.setState('1', 'needs-you', reason('x'), at(3));
    expect(orders.get('1')).toMatchObject({
      fingerprint: 'f2',
      state: 'needs-you',
      stateSince: at(1),
      reason: reason('x'),
    });
    orders.setState('1', 'needs-you', reason('y'), at(4));
    expect([orders.get('1')?.stateSince, orders.get('2')]).toEqual([at(4), null]);
  });

  it('are read oldest approval first, by state and by mark', () => {
    const orders = orderLedger(database);
    for (const [id, minutes] of [
      ['1', 5],
      ['2', 1],
      ['3', 3],
    ] as const)
      orders.save(sampleOrder(id, { approvedAt: at(minutes) }), 'f', at(0));
    orders.setState('3', 'held', reason(''), at(1));
    const idsOf = (list: readonly { order: { id: string } }[]) => list.map(({ order }) => order.id);
    expect(idsOf(orders.inStates(['to-export', 'held']))).toEqual(['2', '3', '1']);
    expect([idsOf(orders.inStates([])), idsOf(orders.all())]).toEqual([[], ['1', '3', '2']]);
    orders.exported('2', { id: 's', number: 'SO-1' }, 'f', at(6));
    expect([idsOf(orders.marked('pending')), orders.get('2')?.exportedFingerprint]).toEqual([['2'], 'f']);
    orders.setMark(['2'], 'done');
    orders.setLook('2', 3, at(9));
    expect(orders.get('2')).toMatchObject({ mark: 'done', attempts: 3, nextLookAt: at(9), saleNumber: 'SO-1' });
    expect(Object.fromEntries(orders.counts())).toEqual({ 'to-export': 2, held: 1 });
  });

  it('demand is replaced, and adds up for lines of the same product', () => {
    const orders = orderLedger(database);
    orders.save(sampleOrder('1'), 'f', at(0));
    const demand = (productId: string, units: number) => ({ productId, warehouse: 'Main', units });
    orders.setDemand('1', [demand('a', 1), demand('b', 2)]);
    orders.setDemand('1', [demand('a', 3), demand('a', 4)]);
    expect(database.prepare('SELECT product_id, units FROM order_demand').all()).toEqual([
      { product_id: 'a', units: 7 },
    ]);
  });

  it('ORD-4 an intent comes back as it was written, and belongs to an order that is known', () => {
    const intents = intentLedger(database);
    const draft = sampleDraft([sampleSaleLine('p1', 2)]);
    const intent: Intent = {
      externalId: 'joor:live:1:1',
      orderId: '1',
      step: 'header',
      asked: true,
      draft,
      aim: {
        status: 'DRAFT',
        why: '2 units are short.',
        releaseWhenShort: true,
        compareFirst: false,
        invoice: 'draft',
      },
      saleId: null,
      writtenAt: at(0),
      changedAt: at(0),
      looks: 0,
    };
    expect(() => intents.save(intent)).toThrow('FOREIGN KEY');
    orderLedger(database).save(sampleOrder('1'), 'f', at(0));
    intents.save(intent);
    intents.save({ ...intent, step: 'done', asked: false, saleId: 's', changedAt: at(1), writtenAt: at(9), looks: 2 });
    intents.save({ ...intent, externalId: 'joor:live:1:1:2', writtenAt: at(2) });
    expect(intents.get('joor:live:1:1')).toEqual({
      ...intent,
      step: 'done',
      asked: false,
      saleId: 's',
      changedAt: at(1),
      looks: 2,
    });
    expect(intents.ofOrder('1').map(({ externalId }) => externalId)).toEqual(['joor:live:1:1', 'joor:live:1:1:2']);
    expect([intents.get('x'), intents.ofOrder('x')]).toEqual([null, []]);
    intents.save({ ...intent, externalId: 'joor:live:1:1:3', step: 'abandoned', writtenAt: at(3) });
    expect(intents.unfinished().map(({ externalId }) => externalId)).toEqual(['joor:live:1:1:2']);
    database.exec("UPDATE intent SET draft = '{}'");
    expect(() => intents.get('joor:live:1:1')).toThrow(Error);
    expect(() => intents.get('joor:live:1:1')).not.toThrow(SeamlineError);
  });
});

describe('migration 40', () => {
  it('counts what the plans before it hold, and finds SKUs by what JOOR confirmed of them', () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const steps = migrations.filter(({ version }) => version < 40);
    const old = openLedgerFile(`${path}/ledger.db`, { backupTo: () => null, steps });
    old.exec(`INSERT INTO run (id, kind, started_by, started_at) VALUES ('r', 'sync', 'timer', 'a');
      INSERT INTO plan_item (run_id, number, flow, key, part, operation, after, basis, target, state) VALUES
        ('r', 1, 'products', 'a', 'product', 'create', '{}', '', '', 'planned'),
        ('r', 2, 'products', 'a', 'skus', 'create', '{"skus":[1,2,3]}', '', '', 'planned'),
        ('r', 3, 'inventory', 'a', 'stock', 'update', '{"units":4}', '', '', 'planned');
      INSERT INTO style (key, source, source_id, identifier, number, joor_id) VALUES ('a', 'family', 'a', 'i', 'A', 'j');
      INSERT INTO trait (style_key, kind, code, name, position) VALUES
        ('a', 'colour', 'NVY', 'Navy', 1), ('a', 'size', 'S', 'S', 1);
      INSERT INTO sku (style_key, colour, size, offered, joor_id, confirmed) VALUES
        ('a', 'NVY', 'S', 1, 'k', '["NVY","Navy",1,"S","S",1,"p","A-NVY-S","9312345"]');`);
    old.close();
    const opened = openLedgerFile(`${path}/ledger.db`, { backupTo: () => null });
    onTestFinished(() => opened.close());
    const sizes = planLedger(opened).sizes('r');
    expect(sizes.map(({ part, things }) => [part, things])).toEqual([
      ['stock', 1],
      ['product', 1],
      ['skus', 3],
    ]);
    const holders = (name: string) =>
      styleLedger(opened)
        .holders([name])
        .map(({ joorId }) => joorId);
    expect([holders('A-NVY-S'), holders('9312345'), holders('other')]).toEqual([['k'], ['k'], []]);
  });
});
