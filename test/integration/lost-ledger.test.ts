// A lost ledger, a second computer, a restored back-up: nothing is created twice, and what exists is known again (SCOPE-4).
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { requestsSince } from '../support/requests.ts';
import { placeOrder, saleOf, salesByOrder, salesOf } from '../support/sales.ts';
import { flowOf, found, type World } from '../support/world.ts';

const soldNumbers = async ({ seamline }: World) =>
  Object.fromEntries((await seamline.orders(['in-cin7'])).map(({ id, saleNumber }) => [id, saleNumber]));

/** Keeps the ledger's files, and puts them back when called. */
function backUp(world: World): () => void {
  const files = world.ledgerFiles().map((path) => ({ path, content: readFileSync(path) }));
  return () => {
    world.loseLedger();
    for (const { path, content } of files) writeFileSync(path, content);
  };
}

describe('a lost ledger', () => {
  it(
    'SCOPE-4: after 80 exports nothing is created twice, and what exists is adopted',
    { timeout: 120_000 },
    async () => {
      const world = await worldFor({ size: { styles: 10, skusPerStyle: 8, retailers: 20, orders: 175 } });
      await world.sync();
      await world.syncNextHour();
      const before = await soldNumbers(world);
      expect(Object.keys(before).length).toBeGreaterThanOrEqual(80);
      const sold = salesByOrder(world);
      world.loseLedger();
      const requests = requestsSince(world.practice);
      await world.syncNextHour();
      expect(requests.cin7Writes()).toEqual([]);
      expect(await soldNumbers(world)).toEqual(before);
      expect(salesByOrder(world)).toEqual(sold);
      expectInStep(world);
    },
  );

  it('SCOPE-4: with the marks in JOOR still missing, each order finds its own sale', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('orders.markInJoor', 'false');
    await world.sync();
    const before = await soldNumbers(world);
    world.loseLedger();
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.cin7Writes()).toEqual([]);
    expect(await soldNumbers(world)).toEqual(before);
  });

  it('SCOPE-4: the sweep goes back to go-live before anything is exported', async () => {
    const world = await syncedWorld();
    world.clock.advance(60 * 24 * 3_600_000);
    world.loseLedger();
    placeOrder(world);
    const requests = requestsSince(world.practice);
    await world.sync();
    const entries = requests.entries();
    const sweep = entries.findIndex(
      ({ path, query }) => path.endsWith('/saleList') && query.includes('UpdatedSince=2026-11-13'),
    );
    expect(sweep).toBeGreaterThanOrEqual(0);
    expect(sweep).toBeLessThan(entries.findIndex(({ method, path }) => method === 'POST' && path.endsWith('/sale')));
  });

  it('SCOPE-4: re-exports are known again with their turn', async () => {
    const world = await syncedWorld();
    const { id } = placeOrder(world);
    await world.syncNextHour();
    world.practice.cin7.edits.voidSale({ sale: saleOf(world, id).id });
    world.practice.joor.edits.resetExport(id);
    await world.syncNextHour();
    const { orderNumber } = saleOf(world, id);
    world.loseLedger();
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', saleNumber: orderNumber });
    world.practice.cin7.edits.voidSale({ sale: saleOf(world, id).id });
    world.practice.joor.edits.resetExport(id);
    await world.syncNextHour();
    await world.syncNextHour();
    expect(saleOf(world, id).header.ExternalID).toMatch(/:3$/);
  });

  it.each([
    ['another customer', (sale: ReturnType<typeof saleOf>) => void (sale.header.customerId = 'someone'), /is sold to/],
    [
      'another reference',
      (sale: ReturnType<typeof saleOf>) => void (sale.header.CustomerReference = 'By phone'),
      /"By phone"/,
    ],
  ])('SCOPE-4: a sale with %s is not plainly ours: orders wait and a person is asked', async (_name, change, why) => {
    const world = await syncedWorld();
    const { id } = placeOrder(world);
    await world.syncNextHour();
    const other = found(
      world.practice.cin7.state.customers.values(),
      ({ fields }) => fields.Name !== 'Second Story Clothiers',
      'other',
    );
    const sale = saleOf(world, id);
    change(sale);
    if (sale.header.customerId === 'someone') sale.header.customerId = other.id;
    world.loseLedger();
    const fresh = placeOrder(world);
    const requests = requestsSince(world.practice);
    const report = await world.syncNextHour();
    expect(flowOf(report, 'orders')).toMatchObject({
      state: 'waiting',
      sentence: `Orders wait: Cin7 has 1 sale of JOOR orders that this Seamline didn't make, as ${sale.orderNumber}.`,
    });
    expect(requests.cin7Writes()).toEqual([]);
    const { needsYou } = await world.seamline.status();
    expect(needsYou.find(({ code }) => code === 'foreign-sale')).toMatchObject({
      label: id,
      sentence: expect.stringMatching(why),
    });
    world.practice.cin7.edits.voidSale({ sale: sale.id });
    await world.syncNextHour();
    expect(salesOf(world, fresh.id)).toHaveLength(1);
  });
});

describe('a restored back-up', () => {
  it('SCOPE-4: knows the sales that were made since, and creates none of them again', async () => {
    const world = await syncedWorld();
    const restore = backUp(world);
    const orders = [placeOrder(world), placeOrder(world, { customerCode: 'NB-0002' })];
    await world.syncNextHour();
    await world.syncNextHour();
    const before = await soldNumbers(world);
    restore();
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.cin7Writes()).toEqual([]);
    expect(await soldNumbers(world)).toEqual(before);
    for (const { id } of orders) expect(salesOf(world, id)).toHaveLength(1);
  });

  it('SCOPE-4: from any moment of an export goes on with it, although JOOR has it as exported by now', async () => {
    const world = await syncedWorld();
    const { id } = placeOrder(world);
    const moments: { name: string; files: { path: string; content: Buffer }[] }[] = [];
    world.nextHour();
    world.beforeRequest(({ name, api }) => {
      if (api === 'cin7')
        moments.push({ name, files: world.ledgerFiles().map((path) => ({ path, content: readFileSync(path) })) });
    });
    await world.sync();
    world.beforeRequest(() => undefined);
    const { orderNumber } = saleOf(world, id);
    const told = moments.filter(({ name }) => name.startsWith('sale'));
    expect(told.length).toBeGreaterThan(3);
    for (const { name, files } of told) {
      world.loseLedger();
      for (const { path, content } of files) writeFileSync(path, content);
      await world.syncNextHour();
      expect([name, await world.order(id)]).toMatchObject([name, { state: 'in-cin7', saleNumber: orderNumber }]);
      expect(salesOf(world, id)).toHaveLength(1);
    }
  });
});

describe('another installation', () => {
  it('SCOPE-4: an order that turned exported without our mark stops the orders until a person has answered', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'NZD' } });
    const elsewhere = placeOrder(world);
    await world.syncNextHour();
    elsewhere.exportStatus = 'SUCCESS';
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'AUD' } });
    const fresh = placeOrder(world);
    const report = await world.syncNextHour();
    expect(flowOf(report, 'orders')).toMatchObject({
      state: 'waiting',
      sentence: 'Orders wait: 1 order was exported in JOOR, but not by this Seamline.',
    });
    expect(await world.order(elsewhere.id)).toMatchObject({
      state: 'needs-you',
      nextStep: expect.stringContaining('entered by hand'),
    });
    expect(salesOf(world, fresh.id)).toEqual([]);
    world.practice.joor.edits.resetExport(elsewhere.id);
    await world.syncNextHour();
    for (const { id } of [elsewhere, fresh]) expect(salesOf(world, id)).toHaveLength(1);
  });

  it('SCOPE-4: a ledger that was copied to another computer goes back to go-live', async () => {
    const world = await syncedWorld();
    const path = join(world.profile.folder, 'installation.json');
    copyFileSync(path, `${path}.kept`);
    const installation: { id: string } = JSON.parse(readFileSync(path, 'utf8'));
    await world.syncNextHour();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ id: installation.id });
    writeFileSync(path, JSON.stringify({ ...installation, machine: 'another' }));
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(
      requests
        .entries()
        .some(({ query }) => query.includes('UpdatedSince=2026-10-19') || query.includes('UpdatedSince=2026-11-13')),
    ).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).not.toMatchObject({ id: installation.id });
  });
});
