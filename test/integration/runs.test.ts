// A run as a whole: its phases, what a failure stops, one run at a time, evidence (RUN-1, RUN-9).
import { describe, expect, it } from 'vitest';
import { isSeamlineError } from '../../core/base/errors.ts';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { joorPicture } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';
import { flowOf } from '../support/world.ts';

const joorRefuses = (method: string, path: string) => ({
  match: { api: 'joor' as const, method, path, times: 1 },
  do: { kind: 'status' as const, status: 400, contentType: 'application/json', body: '{"message":"Not now"}' },
});

describe('the phases of a run', () => {
  it('RUN-1: come in their order, as both request logs show', async () => {
    const world = await worldFor();
    const requests = requestsSince(world.practice);
    await world.sync();
    const phases: string[] = [];
    for (const { method, path, query } of requests.entries()) {
      const phase = phaseOf(`${method} ${path.replace('/ExternalApi/v2', '')}${query}`, phases);
      if (phases.at(-1) !== phase) phases.push(phase);
    }
    expect(phases).toEqual([
      'connect',
      'read Cin7',
      'read orders',
      'orders into Cin7',
      'products',
      'linesheets',
      'read stock',
      'stock',
    ]);
  });

  it('RUN-1: a failed flow stops only what depends on it', async () => {
    const world = await worldFor({ faults: [joorRefuses('GET', '/v4/collections')] });
    const report = await world.sync();
    expect(report.outcome).toBe('failed');
    expect(report.error).toBeNull();
    expect(flowOf(report, 'linesheets')).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('Not now'),
    });
    expect(flowOf(report, 'linesheets').nextStep).not.toBe('');
    for (const flow of ['products', 'orders', 'inventory'] as const) expect(flowOf(report, flow).state).toBe('done');

    expect((await world.syncNextHour()).outcome).toBe('needs-you');
    expectInStep(world);
  });

  it('RUN-1: linesheets wait for products that failed; orders and stock go on', async () => {
    const world = await worldFor({ faults: [joorRefuses('GET', '/v4/price_types')] });
    const report = await world.sync();
    expect(flowOf(report, 'products').state).toBe('failed');
    expect(flowOf(report, 'linesheets')).toMatchObject({
      state: 'waiting',
      sentence: expect.stringContaining('products'),
    });
    expect(flowOf(report, 'orders')).toMatchObject({ state: 'done', changed: 4 });
    expect(flowOf(report, 'inventory').state).toBe('done');
    await world.syncNextHour();
    expectInStep(world);
  });

  it('RUN-1: a list of customers that stays incomplete stops the orders and nothing else', async () => {
    const world = await worldFor({ cin7: { switches: { customerCap: 10 } } });
    let added = 0;
    world.beforeRequest(({ name, query }) => {
      if (name === 'customers' && query['Page'] === 2)
        world.practice.cin7.edits.addCustomer({ name: `AAA ${(added += 1)}` });
    });
    const requests = requestsSince(world.practice);
    const report = await world.sync();
    expect(flowOf(report, 'orders')).toMatchObject({
      state: 'failed',
      sentence: expect.stringMatching(/^Cin7 Core gave \d+ of \d+ customers/),
    });
    expect(requests.cin7Writes()).toEqual([]);
    expect(flowOf(report, 'products')).toMatchObject({ state: 'done', counts: { stylesCreated: 10 } });
    expect(flowOf(report, 'inventory').state).toBe('done');

    world.beforeRequest(() => undefined);
    expect(flowOf(await world.syncNextHour(), 'orders')).toMatchObject({ state: 'done', changed: 4 });
    expectInStep(world);
  });

  it('RUN-1: a second run of the same profile is told so and asks neither account anything', async () => {
    const world = await worldFor();
    const first = world.sync();
    const second = await world.sync().catch((error: unknown) => error);
    expect(isSeamlineError(second, 'profile-busy')).toBe(true);
    expect((await first).outcome).toBe('needs-you');
    expect(world.practice.cin7.log.count('*/me')).toBe(1);
    expect((await world.sync()).outcome).toBe('needs-you');
  });

  it('GO-5: a dry run writes to neither account and says what a run would send', async () => {
    const world = await worldFor();
    const requests = requestsSince(world.practice);
    const report = await world.sync({ isDryRun: true });
    expect(requests.joorWrites()).toEqual([]);
    expect(requests.cin7Writes()).toEqual([]);
    expect(flowOf(report, 'products').counts).toMatchObject({ stylesCreated: 10, skusCreated: 84, pricesCreated: 149 });
    expect(flowOf(report, 'linesheets').counts).toMatchObject({ linesheetsCreated: 10 });
    expect(flowOf(report, 'orders').counts).toMatchObject({ ordersExported: 4 });
    expect(report.estimate?.joorCredits).toBeGreaterThan(0);
    await world.sync();
    expectInStep(world);
  });

  it('RUN-1: only the flows that are asked for write', async () => {
    const world = await worldFor();
    const requests = requestsSince(world.practice);
    const report = await world.sync({ only: ['orders'] });
    expect(requests.joorWrites()).toEqual(['POST /v4/orders/bulk_update']);
    expect(flowOf(report, 'orders').changed).toBe(4);
    expect(flowOf(report, 'products')).toMatchObject({ state: 'off', sentence: "It wasn't asked for in this run." });
  });

  it('GO-2: only a run that asks for orders sets the instant from which they are live', async () => {
    const world = await worldFor({ settings: (settings) => void (settings['orders'] = { freightService: 'Freight' }) });
    expect((await world.sync({ only: ['products'] })).notes).toEqual([
      expect.stringMatching(/^Live from now on, because you asked for a sync: Products\./),
    ]);
    expect((await world.sync({ isDryRun: true })).notes).toEqual([]);
    const { notes } = await world.sync();
    expect(notes).toEqual([
      expect.stringMatching(/^Live from now on, because you asked for a sync: Linesheets, Stock and Orders\./),
      expect.stringContaining('Orders are live from now on'),
    ]);
    expect((await world.sync()).notes).toEqual([]);
    expect(await world.seamline.settings.get('orders.goLive')).toBe('2026-11-23T02:00:00.000Z');
    expect(await world.seamline.orders(['in-cin7'])).toEqual([]);
  });
});

describe('the evidence of a run', () => {
  it('RUN-9: the report tells rows read of rows announced, and both are what Cin7 Core holds', async () => {
    const world = await worldFor();
    const { reads } = await world.sync();
    const { state } = world.practice.cin7;
    const read = (what: string) => reads.find((one) => one.what === what);
    const products = state.catalogue.products().length;
    expect(read('products')).toMatchObject({ rows: products, total: products, isFull: true, isComplete: true });
    expect(read('families')).toMatchObject({ rows: state.catalogue.families().length, isComplete: true });
    expect(read('customers')).toMatchObject({ rows: state.customers.size, total: state.customers.size });
    expect(read('stock rows')).toMatchObject({ rows: 95, total: 95, isComplete: true });
  });

  it('RUN-9: pages smaller than asked for are read to the end', async () => {
    const world = await worldFor({
      cin7: { switches: { productCap: 7, productFamilyCap: 3, productAvailabilityCap: 11, customerCap: 6 } },
    });
    const { reads } = await world.sync();
    expect(reads.filter(({ rows, total }) => rows !== total)).toEqual([]);
    expectInStep(world);
  });

  it('RUN-9: a product list that keeps moving fails the run and changes nothing in JOOR', async () => {
    const world = await syncedWorld();
    const before = joorPicture(world.practice);
    world.practice.cin7.switches.productCap = 40;
    world.practice.cin7.edits.changeProduct({ sku: 'HT-104', changes: { name: 'Renamed Hat' } });
    let added = 0;
    world.beforeRequest(({ name, query }) => {
      if (name === 'products' && query['Page'] === 2)
        world.practice.cin7.edits.addStyle({
          number: `AAA-${(added += 1)}`,
          name: 'Late',
          variants: [{ sku: `AAA-${added}` }],
        });
    });
    const requests = requestsSince(world.practice);
    world.nextHour();
    const report = await world.sync({ isFullPass: true });
    expect(report).toMatchObject({ outcome: 'failed', error: { code: 'incomplete-read' } });
    expect(report.error?.sentence).toMatch(/^Cin7 Core gave \d+ of \d+ products, so they can't be relied on\.$/);
    expect(added).toBe(3);
    expect(requests.joorWrites()).toEqual([]);
    expect(joorPicture(world.practice)).toEqual(before);

    world.beforeRequest(() => undefined);
    await world.syncNextHour();
    expectInStep(world);
  });

  it('RUN-9: a list that moved once is read again and is then complete', async () => {
    const world = await worldFor({ cin7: { switches: { productCap: 40 } } });
    let isAdded = false;
    world.beforeRequest(({ name, query }) => {
      if (isAdded || name !== 'products' || query['Page'] !== 2) return;
      isAdded = true;
      world.practice.cin7.edits.addStyle({ number: 'AAA-1', name: 'Late', variants: [{ sku: 'AAA-1' }] });
    });
    const { outcome, reads } = await world.sync();
    expect(outcome).toBe('needs-you');
    expect(reads[0]).toMatchObject({ what: 'products', rows: 97, total: 97, isComplete: true });
    expectInStep(world);
  });

  it('RUN-9: nothing changed and everything checked is a success', async () => {
    const world = await syncedWorld();
    const report = await world.syncNextHour();
    expect(flowOf(report, 'products')).toMatchObject({ state: 'done', checked: 78, changed: 0 });
    expect(flowOf(report, 'inventory')).toMatchObject({ state: 'done', checked: 78, changed: 0 });
    expect((await world.seamline.status()).lastSuccessAt).toBe(report.endedAt);
  });
});

function phaseOf(request: string, before: readonly string[]): string {
  const [, path = ''] = request.split(' ');
  if (path === '/me') return 'connect';
  // One product or retailer looked for again, one retailer's orders read again: part of deciding and exporting.
  if (/[?&](Sku|Name|customer_code)=/.test(path)) return 'orders into Cin7';
  if (/^\/(product|productFamily|customer|ref\/priceTier|ref\/location)\?/.test(`${path}?`)) return 'read Cin7';
  if (path.startsWith('/saleList?') && !path.includes('ExternalID')) return 'read Cin7';
  if (/^\/(v2\/order|v4\/orders\/sku_line_items)/.test(path)) return 'read orders';
  if (/^\/(v4\/(price_types|products|skus|prices)|v2\/style\?)/.test(path)) return 'products';
  if (path.startsWith('/v4/collections')) return 'linesheets';
  if (path.startsWith('/v2/bulk-inventory')) return 'stock';
  if (path.startsWith('/ref/productavailability') && before.includes('linesheets')) return 'read stock';
  return 'orders into Cin7';
}
