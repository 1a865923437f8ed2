// One order, one sale, whatever is dropped, delayed or refused in between (ORD-4).
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../core/ledger/driver.ts';
import type { FaultRule } from '../../core/practice/wire/faults.ts';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { doubles } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';
import { placeOrder, salesByOrder, saleOf, salesOf } from '../support/sales.ts';
import { flowOf, type World } from '../support/world.ts';

const header = '/ExternalApi/v2/sale';
const lines = '/ExternalApi/v2/sale/order';
// In the order of their approval.
const readyOrders = ['7712310', '7712318', '7712320', '7712313'];

const onPost = (path: string, action: FaultRule['do'], times = 1): FaultRule => ({
  match: { api: 'cin7', method: 'POST', path, times },
  do: action,
});

/** Runs hour after hour; at no moment may an order have two live sales. */
async function runHours(world: World, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    await world.syncNextHour();
    await world.practice.settle();
    expect(doubles(world.practice)).toEqual([]);
  }
}

function expectEachSoldOnce(world: World): void {
  for (const id of readyOrders) {
    const sale = saleOf(world, id);
    const order = world.practice.brand.orders.find((one) => one.id === id);
    expect(sale.order.lines).toHaveLength(order?.lines.length ?? 0);
    expect(sale.order.status).toBe('AUTHORISED');
  }
  expect(Object.values(salesByOrder(world))).toEqual([1, 1, 1, 1]);
}

const unclear: readonly (readonly [string, FaultRule['do']])[] = [
  ['is dropped before it arrives', 'dropBefore'],
  ['is done and its answer dropped', 'dropAfter'],
  ['is done and its answer cut in half', 'truncate'],
  ['is done and answered by a web page', 'htmlAfter'],
  ['is answered by a web page', 'html'],
  ['is answered with 500', { kind: 'status', status: 500 }],
  ['is done and answered with 500', { kind: 'statusAfter', status: 500 }],
  ['is answered with 503', { kind: 'status', status: 503 }],
  ['is done two minutes later', { kind: 'commitLate', seconds: 120 }],
];

describe('a request whose outcome is unknown', () => {
  it.each(unclear)('ORD-4: POST /sale that %s leads to one sale', async (_name, action) => {
    const world = await worldFor({ faults: [onPost(header, action)] });
    const report = await world.sync();
    await world.practice.settle();
    expect(flowOf(report, 'orders').counts).toMatchObject({ ordersExported: 3, ordersChecking: 1 });
    expect(await world.order('7712310')).toMatchObject({
      state: 'checking',
      reason: expect.stringContaining('creates nothing before that'),
    });
    await runHours(world, 4);
    expectEachSoldOnce(world);
    expectInStep(world);
  });

  it.each(unclear)('ORD-4: POST /sale/order that %s leads to one sale with its lines', async (_name, action) => {
    const world = await worldFor({ faults: [onPost(lines, action)] });
    await world.sync();
    await world.practice.settle();
    await runHours(world, 2);
    expect(await world.seamline.orders(['in-cin7'])).toHaveLength(4);
    expectEachSoldOnce(world);
    expectInStep(world);
  });

  it('ORD-4: is looked up after each of the delays, and sent again only after all of them', async () => {
    const world = await worldFor({ faults: [onPost(header, 'dropBefore')] });
    await world.sync();
    const requests = requestsSince(world.practice);
    // By ExternalID, and by the reference that people see.
    const lookUps = () =>
      ['ExternalID=', 'Search='].map(
        (by) => requests.entries().filter(({ query }) => query.includes(by) && query.includes('7712310')).length,
      );
    // Not yet due.
    world.clock.advance(29_000);
    await world.sync();
    expect(lookUps()).toEqual([0, 0]);
    for (const [seconds, looks] of [
      [1, 1],
      [120, 2],
    ] as const) {
      world.clock.advance(seconds * 1_000);
      await world.sync();
      expect(lookUps()).toEqual([looks, looks]);
      expect(requests.cin7Writes()).toEqual([]);
    }
    world.clock.advance(600_000);
    await world.sync();
    expect(requests.cin7Writes()).toEqual(['POST /sale', 'POST /sale/order']);
    expectEachSoldOnce(world);
  });

  it('ORD-4: is found although the sale list shows new sales late', async () => {
    const world = await worldFor({
      cin7: { switches: { lateListSeconds: 100 } },
      faults: [onPost(header, 'dropAfter')],
    });
    await world.sync();
    for (const seconds of [40, 50, 60, 200, 700]) {
      world.clock.advance(seconds * 1_000);
      await world.sync();
      expect(doubles(world.practice)).toEqual([]);
    }
    expectEachSoldOnce(world);
  });

  it('ORD-4: may be lost several times in a row', async () => {
    const world = await worldFor({ faults: [onPost(header, 'dropAfter', 3), onPost(lines, 'dropAfter', 3)] });
    await world.sync();
    await runHours(world, 4);
    expect(world.practice.faults.hits).toHaveLength(6);
    expectEachSoldOnce(world);
    expectInStep(world);
  });

  it('ORD-4: a look-up or a read-back that fails leaves nothing half done', async () => {
    const world = await worldFor();
    world.practice.cin7.faults.add(
      { match: { method: 'GET', path: header, times: 5 }, do: 'dropAfter' },
      { match: { method: 'GET', path: '*/saleList', nth: 4, times: 1 }, do: { kind: 'status', status: 400 } },
    );
    expect((await world.sync()).outcome).toBe('failed');
    await runHours(world, 3);
    expectEachSoldOnce(world);
    expectInStep(world);
  });
});

describe('a run that ends between two steps of an order', () => {
  it('ORD-4: is gone on with, even if the order would be held by now', async () => {
    const world = await syncedWorld();
    const { id } = placeOrder(world);
    world.practice.cin7.faults.add({ match: { method: 'GET', path: header, times: 5 }, do: 'dropBefore' });
    expect((await world.syncNextHour()).outcome).toBe('failed');
    expect(await world.order(id)).toMatchObject({
      state: 'checking',
      reason: expect.stringContaining('goes on with it'),
    });
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { isOnCreditHold: true } });
    await runHours(world, 1);
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', saleNumber: saleOf(world, id).orderNumber });
    expect(world.practice.joor.state.orders.get(id)?.exportStatus).toBe('SUCCESS');
  });
});

describe('a clear refusal', () => {
  it('ORD-4: of the header is told in its own words and sent again by the next run', async () => {
    const body = '[{"ErrorCode":400,"Exception":"Contact is too long"}]';
    const refusal = { kind: 'status' as const, status: 400, contentType: 'application/json', body };
    const world = await worldFor({ faults: [onPost(header, refusal)] });
    await world.sync();
    expect(await world.order('7712310')).toMatchObject({
      state: 'needs-you',
      reason: 'Cin7 Core refused sale header: Contact is too long.',
    });
    await runHours(world, 1);
    expect((await world.order('7712310')).state).toBe('in-cin7');
    expectEachSoldOnce(world);
  });

  it('ORD-4: of the lines is mended with what was changed since, in the same sale', async () => {
    const world = await syncedWorld();
    const { id } = placeOrder(world);
    world.practice.cin7.faults.add(onPost(lines, { kind: 'status', status: 400, body: 'Price is wrong' }));
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('needs-you');
    const [begun] = salesOf(world, id);
    expect(begun?.order.lines).toEqual([]);
    world.practice.joor.edits.editOrder({ orderId: id, set: [{ line: 'SH-102-NVY-XS', quantity: 3 }] });
    await runHours(world, 1);
    expect(saleOf(world, id)).toBe(begun);
    expect(begun?.order.lines).toMatchObject([{ SKU: 'SH-102-NVY-XS', Quantity: 3 }]);
    expect((await world.order(id)).state).toBe('in-cin7');
  });

  it.each([{ 'retry-after': '20' }, undefined])(
    'RUN-5: over the limit is waited for and sent again in the same run (%o)',
    async (headers) => {
      const answer = { kind: 'status' as const, status: 429, ...(headers === undefined ? {} : { headers }) };
      const world = await worldFor({ faults: [onPost(header, answer, 2), onPost(lines, answer, 2)] });
      const before = world.clock.now();
      const report = await world.sync();
      expect(flowOf(report, 'orders')).toMatchObject({ state: 'done', changed: 4 });
      expect(world.clock.now()).toBeGreaterThan(before);
      expectEachSoldOnce(world);
    },
  );

  it('ORD-4: of a connection that was never made leaves the order to the next run, without any waiting', async () => {
    const world = await worldFor();
    world.beforeRequest(({ name }) => {
      // From here on Cin7 Core's key is refused, so that nothing is done.
      if (name === 'sale header')
        world.practice.cin7.faults.add({
          match: {},
          do: { kind: 'status', status: 403, body: 'Incorrect credentials!' },
        });
    });
    expect(await world.sync()).toMatchObject({ outcome: 'failed', error: { code: 'key-rejected' } });
    expect((await world.order('7712310')).state).toBe('to-export');
    world.practice.faults.reset();
    world.beforeRequest(() => undefined);
    await runHours(world, 1);
    expectEachSoldOnce(world);
  });
});

describe('the intent', () => {
  it('ORD-4: is on the disk before its request leaves, and the ExternalID was looked up before', async () => {
    const world = await worldFor();
    const seen: unknown[] = [];
    world.beforeRequest(({ name }) => {
      if (name !== 'sale header' && name !== 'sale lines') return;
      const path = world.ledgerFiles().find((file) => file.endsWith('.db')) ?? '';
      const database = openDatabase(path, { readOnly: true });
      const [intent] = database
        .prepare<{ order_id: string; step: string }>('SELECT order_id, step FROM intent WHERE asked = 1')
        .all();
      seen.push(`${name} of ${intent?.order_id} ${intent?.step}`);
      database.close();
    });
    const requests = requestsSince(world.practice);
    await world.sync();
    expect(seen).toEqual(readyOrders.flatMap((id) => [`sale header of ${id} header`, `sale lines of ${id} lines`]));
    const entries = requests.entries().filter(({ path }) => path.endsWith('/sale') || path.endsWith('/saleList'));
    const before = entries.flatMap(({ method }, index) => (method === 'POST' ? [entries[index - 1]?.query] : []));
    expect(before).toEqual(
      readyOrders.map((id) => expect.stringMatching(new RegExp(`ExternalID=joor%3Acustom.*${id}`))),
    );
  });

  it('ORD-4: two live sales of one order are told and nothing more is written for it', async () => {
    const world = await worldFor({ faults: [onPost(header, 'dropAfter')] });
    await world.sync();
    const [first] = salesOf(world, '7712310');
    // Somebody copied it in Cin7 Core, ExternalID and all.
    if (first !== undefined)
      world.practice.cin7.state.sales.set('copy', { ...first, id: 'copy', orderNumber: 'SO-99999' });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(await world.order('7712310')).toMatchObject({
      state: 'needs-you',
      reason: expect.stringMatching(/^Two sales in Cin7 belong to order 7712310: SO-\d+ and SO-\d+/),
      nextStep: 'Compare both and void one in Cin7.',
    });
    expect(requests.cin7Writes()).toEqual([]);
    world.practice.cin7.state.sales.delete('copy');
    await runHours(world, 3);
    expectEachSoldOnce(world);
  });

  it('ORD-4: a creation that lands after the order was sold is told, until one of both sales is voided', async () => {
    const world = await worldFor({ faults: [onPost(header, { kind: 'commitLate', seconds: 5 * 3_600 })] });
    await world.sync();
    for (let hour = 0; hour < 6; hour += 1) await world.syncNextHour();
    const [late, sold] = salesOf(world, '7712310').sort((a, b) => a.order.lines.length - b.order.lines.length);
    expect(late?.order.lines).toEqual([]);
    expect(await world.order('7712310')).toMatchObject({
      state: 'needs-you',
      reason: expect.stringContaining(`${sold?.orderNumber}`),
    });
    expect((await world.seamline.status()).needsYou.map(({ label }) => label)).toContain('7712310');
    world.practice.cin7.edits.voidSale({ sale: late?.id ?? '' });
    await world.syncNextHour();
    expect(await world.order('7712310')).toMatchObject({ state: 'in-cin7', saleNumber: sold?.orderNumber });
    expectEachSoldOnce(world);
    expectInStep(world);
  });
});
