// What is read and what is written again: incremental reads, full passes, absence, and that equal content costs nothing
// (RUN-2 to RUN-4).
import { describe, expect, it } from 'vitest';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { doubles, joorPicture, wantedPicture } from '../support/picture.ts';
import { requestsSince, type RequestsSince } from '../support/requests.ts';
import { flowOf, type World } from '../support/world.ts';

const day = 24 * 3_600_000;

const queryOf = (requests: RequestsSince, path: string) =>
  requests
    .entries()
    .filter((entry) => entry.path.endsWith(path))
    .map(({ query }) => new URLSearchParams(query).get('ModifiedSince'));

const linesheetsOf = ({ practice }: World, sku: string) =>
  Object.values(joorPicture(practice)).flatMap(({ skus }) => skus[sku]?.linesheets ?? []);

describe('an unchanged account', () => {
  it('RUN-4: costs no JOOR write, at most 4 JOOR reads, and 9 Cin7 calls and one per 1,000 stock rows', async () => {
    const world = await syncedWorld();
    const requests = requestsSince(world.practice);
    const report = await world.syncNextHour();
    expect(requests.joorWrites()).toEqual([]);
    expect(requests.cin7Writes()).toEqual([]);
    expect(requests.joorReads().length).toBeLessThanOrEqual(4);
    expect(requests.cin7().length).toBeLessThanOrEqual(9 + 1);
    expect(report.usage).toEqual({
      cin7Calls: requests.cin7().length,
      joorCredits: requests.joorReads().length,
      joorReads: requests.joorReads().length,
      joorWrites: 0,
    });
  });

  it('RUN-4: of 400 styles with 6,105 stock rows keeps to the same', { timeout: 90_000 }, async () => {
    const world = await syncedWorld({ size: 'full' });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).toEqual([]);
    expect(requests.joorReads().length).toBeLessThanOrEqual(4);
    expect(requests.cin7().length).toBeLessThanOrEqual(9 + 7);
  });

  it('RUN-4: with every awkward product in it costs no write either', async () => {
    const world = await syncedWorld({ awkward: true });
    expect(doubles(world.practice)).toEqual([]);
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect([...requests.joorWrites(), ...requests.cin7Writes()]).toEqual([]);
  });

  it('RUN-4: an edit that leaves the content equal costs no write', async () => {
    const world = await syncedWorld();
    const { edits, state } = world.practice.cin7;
    const family = state.catalogue.familyBySku('SH-102');
    edits.changeFamily({ family: 'SH-102', changes: { name: family?.fields.Name ?? '' } });
    edits.changeProduct({ sku: 'HT-104', changes: { category: 'Caps' } });
    const requests = requestsSince(world.practice);
    const report = await world.syncNextHour();
    expect(report.reads.find(({ what }) => what === 'products')).toMatchObject({ rows: 1, isFull: false });
    expect(requests.joorWrites()).toEqual([]);
  });

  it('RUN-4: a full pass over equal content writes nothing but the daily stock numbers', async () => {
    const world = await syncedWorld();
    const requests = requestsSince(world.practice);
    world.nextHour();
    await world.sync({ isFullPass: true });
    expect(requests.joorWrites()).toEqual(['POST /v2/bulk-inventory']);
    expectInStep(world);
  });
});

describe('a change', () => {
  it('RUN-4: of one price sends that price and nothing else', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeProduct({ sku: 'SH-102-NVY-XS', changes: { prices: { '2': 73.5 } } });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).toEqual(['POST /v4/prices/bulk_update']);
    expect(requests.bodies('/prices/bulk_update')).toEqual([
      [{ id: expect.any(String), wholesale_value: '73.50', retail_value: '165.00' }],
    ]);
    expectInStep(world);
  });

  it('RUN-4: of a name sends that style and nothing else', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { name: 'Marlow Shirt' } });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).toEqual(['POST /v4/products/bulk_update']);
    expect(requests.bodies('/products/bulk_update')).toEqual([[expect.objectContaining({ name: 'Marlow Shirt' })]]);
    expectInStep(world);
  });

  it('RUN-4: of a barcode sends that SKU and nothing else', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeProduct({ sku: 'SH-102-NVY-XS', changes: { barcode: '9300000000017' } });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).toEqual(['POST /v4/skus/bulk_update']);
    expect(requests.bodies('/skus/bulk_update')).toEqual([[expect.objectContaining({ external_id: 'SH-102-NVY-XS' })]]);
    expectInStep(world);
  });
});

describe('reading what changed', () => {
  it('RUN-2: asks for what changed since the last read began, and 45 minutes more', async () => {
    const world = await syncedWorld();
    const requests = requestsSince(world.practice);
    const { reads } = await world.syncNextHour();
    expect(queryOf(requests, '/product')).toEqual(['2026-11-23T01:15:00.000']);
    expect(queryOf(requests, '/productFamily')).toEqual(['2026-11-23T01:15:00.000']);
    expect(queryOf(requests, '/customer')).toEqual(['2026-11-23T01:15:00.000']);
    expect(reads.find(({ what }) => what === 'products')).toMatchObject({ rows: 0, total: 0, isFull: false });
  });

  it('RUN-2: an edit at any second between two runs arrives', async () => {
    for (const modifiedSince of ['inclusive', 'exclusive'] as const) {
      const world = await syncedWorld({ cin7: { switches: { modifiedSince } } });
      const seconds = [0, 1, 14 * 60 + 59, 15 * 60, 45 * 60, 59 * 60 + 59];
      const skus = ['SH-102-NVY-XS', 'SH-102-NVY-S', 'SH-102-NVY-M', 'SH-102-NVY-L', 'SH-102-NVY-XL', 'HT-104'];
      let passed = 0;
      for (const [index, second] of seconds.entries()) {
        world.clock.advance((second - passed) * 1_000);
        passed = second;
        world.practice.cin7.edits.changeProduct({ sku: skus[index] ?? '', changes: { prices: { '2': 90 + index } } });
      }
      world.clock.advance((3_600 - passed) * 1_000);
      expect(flowOf(await world.sync(), 'products').counts).toMatchObject({ pricesUpdated: seconds.length });
      expectInStep(world);
    }
  });

  it('RUN-2: an edit in the middle of a run, after its list was read, arrives with the next run', async () => {
    const world = await syncedWorld();
    world.beforeRequest(({ name }) => {
      if (name === 'families')
        world.practice.cin7.edits.changeProduct({ sku: 'SH-102-NVY-XS', changes: { prices: { '2': 99 } } });
      if (name === 'price tiers')
        world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { name: 'Renamed late' } });
    });
    await world.syncNextHour();
    expect(joorPicture(world.practice)).not.toEqual(wantedPicture(world.practice));
    world.beforeRequest(() => undefined);
    await world.syncNextHour();
    expectInStep(world);
  });

  it('RUN-2: a read that failed moves no mark, so that nothing it missed is lost', async () => {
    const world = await syncedWorld();
    world.nextHour();
    world.practice.cin7.edits.changeProduct({ sku: 'SH-102-NVY-XS', changes: { prices: { '2': 99 } } });
    world.practice.cin7.faults.add({ match: { path: '*/product', times: 1 }, do: { kind: 'status', status: 400 } });
    expect((await world.sync()).outcome).toBe('failed');
    for (let hour = 0; hour < 3; hour += 1) world.nextHour();
    const requests = requestsSince(world.practice);
    await world.sync();
    expect(queryOf(requests, '/product')).toEqual(['2026-11-23T01:15:00.000']);
    expectInStep(world);
  });

  it('RUN-2: a change that bumps no date arrives with the full pass of the day', async () => {
    const world = await syncedWorld({ cin7: { switches: { priceEditBumpsProduct: false } } });
    world.practice.cin7.edits.changeProduct({ sku: 'SH-102-NVY-XS', changes: { prices: { '2': 99 } } });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).toEqual([]);
    world.clock.advance(23 * 3_600_000);
    const { reads } = await world.sync();
    expect(reads.find(({ what }) => what === 'products')).toMatchObject({ isFull: true, rows: 96, total: 96 });
    expectInStep(world);
    expect((await world.syncNextHour()).reads[0]).toMatchObject({ what: 'products', isFull: false });
  });

  it('RUN-3: a product that vanished stays where it is until a second full pass misses it too', async () => {
    const world = await syncedWorld();
    expect(linesheetsOf(world, 'HT-104')).toHaveLength(3);
    world.practice.cin7.edits.deleteProduct({ sku: 'HT-104' });
    world.clock.advance(day);
    await world.sync();
    expect(linesheetsOf(world, 'HT-104')).toHaveLength(3);
    await world.syncNextHour();
    expect(linesheetsOf(world, 'HT-104')).toHaveLength(3);
    world.clock.advance(day);
    await world.sync();
    expect(linesheetsOf(world, 'HT-104')).toEqual([]);
  });

  it('RUN-3: a stock row that was only missed while the list moved wipes no number', async () => {
    const world = await syncedWorld({ cin7: { switches: { productAvailabilityCap: 20 } } });
    const before = joorPicture(world.practice);
    let isRemoved = false;
    world.beforeRequest(({ name, query }) => {
      if (isRemoved || name !== 'availability' || query['Page'] !== 2) return;
      isRemoved = true;
      // A SKU of the first page leaves the list, and every row behind it moves up by one.
      world.practice.cin7.state.stock.removeProduct(
        world.practice.cin7.state.catalogue.productBySku('HT-104')?.id ?? '',
      );
    });
    const report = await world.syncNextHour();
    expect(isRemoved).toBe(true);
    const after = joorPicture(world.practice);
    const changed = Object.entries(before).flatMap(([number, { skus }]) =>
      Object.entries(skus).filter(([sku, { stock }]) => after[number]?.skus[sku]?.stock !== stock),
    );
    expect(changed.map(([sku]) => sku)).toEqual(['HT-104']);
    expect(flowOf(report, 'inventory').counts).toMatchObject({ stockNumbers: 1 });
  });

  it('RUN-9: a stock list that keeps moving fails the stock alone and changes no number', async () => {
    const world = await worldFor({ cin7: { switches: { productAvailabilityCap: 20 } } });
    await world.sync();
    const before = joorPicture(world.practice);
    let added = 0;
    world.beforeRequest(({ name, query }) => {
      if (name === 'availability' && query['Page'] === 2)
        world.practice.cin7.edits.addStyle({
          number: `AAA-${(added += 1)}`,
          name: 'Late',
          variants: [{ sku: `AAA-${added}`, onHand: { 'Sydney DC': 5 } }],
        });
    });
    world.practice.cin7.edits.setStock({ sku: 'HT-104', location: 'Sydney DC', onHand: 3 });
    const report = await world.syncNextHour();
    expect(flowOf(report, 'inventory')).toMatchObject({
      state: 'failed',
      sentence: expect.stringMatching(/^Cin7 Core gave \d+ of \d+ stock rows/),
    });
    expect(flowOf(report, 'products').state).toBe('done');
    expect(joorPicture(world.practice)).toEqual(before);
    world.beforeRequest(() => undefined);
    await world.syncNextHour();
    expectInStep(world);
  });
});
