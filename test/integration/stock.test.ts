// The numbers that JOOR shows: what they add up, what they leave out, and when they are sent (STK-1, STK-3, STK-5).
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { joorPicture } from '../support/picture.ts';
import { requestsSince, type RequestsSince } from '../support/requests.ts';
import { flowOf, type World } from '../support/world.ts';

const sku = 'SH-102-NVY-XS';
const day = 24 * 3_600_000;

/** The number that JOOR shows for a SKU; of one warehouse. */
function shown({ practice }: World, name: string, warehouse = 'Main'): number | null {
  const { state } = practice.joor;
  const rows = state.stock.get(state.skusByExternalId.get(name)?.id ?? '') ?? [];
  return rows.find((row) => row.warehouse === warehouse)?.available ?? null;
}

const bodySchema = z.object({ inventory_items: z.array(z.object({ inventory: z.number() })) });

/** Numbers per stock call. */
const sent = (requests: RequestsSince): number[][] =>
  requests
    .bodies('/bulk-inventory')
    .map((body) => bodySchema.parse(body).inventory_items.map(({ inventory }) => inventory));

const setStock = ({ practice }: World, onHand: number, location = 'Sydney DC', name = sku) =>
  practice.cin7.edits.setStock({ sku: name, location, onHand });

const place = ({ practice }: World, quantity: number, name = sku) =>
  practice.joor.edits.placeOrder({
    customerCode: 'NB-0001',
    linesheet: 'Core Essentials',
    lines: [{ sku: name, quantity }],
  });

describe('the number of a SKU', () => {
  it('STK-1: is the sum over the locations of its warehouse', async () => {
    const world = await worldFor();
    await world.seamline.settings.set(
      'inventory.warehouses',
      '[{"joorWarehouse":"Main","locations":["sydney dc","Melbourne Showroom"]}]',
    );
    setStock(world, 20);
    setStock(world, 7.9, 'Melbourne Showroom');
    setStock(world, 500, 'Old Warehouse');
    await world.sync();
    expect(shown(world, sku)).toBe(27);
  });

  it("STK-1: each of JOOR's warehouses has its own, and a location may be named by its id", async () => {
    const world = await worldFor();
    const showroom = world.practice.cin7.state.locations[1]?.id ?? '';
    world.practice.joor.edits.addWarehouse('Showroom');
    await world.seamline.settings.set(
      'inventory.warehouses',
      JSON.stringify([
        { joorWarehouse: 'Main', locations: ['Sydney DC'] },
        { joorWarehouse: 'Showroom', locations: [showroom.toUpperCase()] },
      ]),
    );
    setStock(world, 7, 'Melbourne Showroom');
    await world.sync();
    expect([shown(world, sku), shown(world, sku, 'Showroom')]).toEqual([25, 7]);
    world.practice.cin7.edits.renameLocation({ location: 'Melbourne Showroom', to: 'Fitzroy Showroom' });
    setStock(world, 8, 'Fitzroy Showroom');
    await world.syncNextHour();
    expect(shown(world, sku, 'Showroom')).toBe(8);
  });

  it('STK-1: the buffer is kept back, and nothing is shown below zero', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('inventory.buffer', '4');
    setStock(world, 10);
    setStock(world, 3, 'Sydney DC', 'SH-102-NVY-S');
    await world.sync();
    expect([shown(world, sku), shown(world, 'SH-102-NVY-S')]).toEqual([6, 0]);
  });

  it('STK-1: what an order takes leaves it once, whether the order waits or is sold', async () => {
    const world = await syncedWorld();
    // Held: the customer's currency doesn't fit. Then sold, and Cin7 Core itself takes the units out.
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'NZD' } });
    const { id } = place(world, 5);
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('needs-you');
    expect(shown(world, sku)).toBe(20);

    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'AUD' } });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('in-cin7');
    expect(shown(world, sku)).toBe(20);
    expect(sent(requests)).toEqual([]);
    expectInStep(world);
  });

  it('STK-1: a draft of ours is taken out until somebody authorises it', async () => {
    const world = await syncedWorld();
    await world.seamline.settings.set('orders.claim', 'never');
    const { id } = place(world, 5);
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', reason: expect.stringContaining('Draft in Cin7') });
    expect(shown(world, sku)).toBe(20);
    world.practice.cin7.edits.authoriseSale({ sale: (await world.order(id)).saleNumber ?? '' });
    await world.syncNextHour();
    expect(shown(world, sku)).toBe(20);
  });

  it('STK-1: an order that is cancelled in JOOR gives its units back', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'NZD' } });
    const { id } = place(world, 5);
    await world.syncNextHour();
    expect(shown(world, sku)).toBe(20);
    world.practice.joor.edits.cancelOrder(id);
    await world.syncNextHour();
    expect(shown(world, sku)).toBe(25);
    expectInStep(world);
  });

  it('STK-1: lines of a made-to-order linesheet take nothing', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('linesheets.details["Core Essentials"]', '{"madeToOrder":true}');
    await world.sync();
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'NZD' } });
    place(world, 5);
    await world.syncNextHour();
    expect(shown(world, sku)).toBe(25);
  });

  it('STK-5: what ships from a supplier gets no number', async () => {
    const world = await worldFor();
    world.practice.cin7.edits.changeProduct({ sku, changes: { dropShipMode: 'Always Drop Ship' } });
    await world.sync();
    expect(shown(world, sku)).toBeNull();
    expect(shown(world, 'SH-102-NVY-S')).toBe(0);
  });
});

describe('sending numbers', () => {
  it('STK-3: only changed numbers go, and without overwriting the rest', async () => {
    const world = await syncedWorld();
    setStock(world, 41);
    setStock(world, 3, 'Melbourne Showroom', 'HT-104');
    const requests = requestsSince(world.practice);
    const report = await world.syncNextHour();
    expect(sent(requests)).toEqual([[41]]);
    expect(flowOf(report, 'inventory')).toMatchObject({ checked: 78, changed: 1 });
    expect(requests.entries().find(({ path }) => path.endsWith('/bulk-inventory'))?.query).toBe('?dec_pending=0');
    expectInStep(world);
  });

  it('STK-3: all of them go once a day', async () => {
    const world = await syncedWorld();
    world.clock.advance(day);
    const requests = requestsSince(world.practice);
    await world.sync();
    expect(sent(requests).map((numbers) => numbers.length)).toEqual([78]);
    await world.syncNextHour();
    expect(sent(requests)).toHaveLength(1);
  });

  it('STK-3: a number that JOOR refuses does not make every run send all of them', async () => {
    const world = await syncedWorld();
    world.practice.joor.edits.deleteProduct('HT-104');
    world.clock.advance(day);
    const requests = requestsSince(world.practice);
    await world.sync();
    expect(sent(requests).map((numbers) => numbers.length)).toEqual([78]);
    await world.syncNextHour();
    await world.syncNextHour();
    expect(sent(requests).slice(1)).toEqual([]);
  });

  it('STK-3: what pending orders take is left to JOOR where the settings say so', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('inventory.pendingOrders', 'joor');
    const requests = requestsSince(world.practice);
    await world.sync();
    expect(requests.entries().find(({ path }) => path.endsWith('/bulk-inventory'))?.query).toBe('?dec_pending=1');
  });

  it('STK-1: a warehouse that JOOR does not know is named once, with what to do', async () => {
    const world = await worldFor();
    await world.seamline.settings.set(
      'inventory.warehouses',
      '[{"joorWarehouse":"Main","locations":["Sydney DC"]},{"joorWarehouse":"Nowhere","locations":["Sydney DC"]}]',
    );
    const report = await world.sync();
    expect(flowOf(report, 'inventory')).toMatchObject({ state: 'done', changed: 78, needsYou: 1 });
    const { needsYou } = await world.seamline.status();
    expect(needsYou.filter(({ kind }) => kind === 'stock')).toMatchObject([
      {
        label: 'Nowhere',
        sentence: 'JOOR took no stock number for its warehouse Nowhere.',
        nextStep: expect.stringContaining('Order Settings'),
      },
    ]);
    world.practice.joor.edits.addWarehouse('Nowhere');
    await world.syncNextHour();
    expect(shown(world, sku, 'Nowhere')).toBe(25);
    expect((await world.seamline.status()).needsYou.filter(({ kind }) => kind === 'stock')).toEqual([]);
  });

  it('STK-2: a deprecated location keeps the numbers as they are, and is named', async () => {
    const world = await syncedWorld();
    const before = joorPicture(world.practice);
    world.practice.cin7.edits.deprecateLocation({ location: 'Sydney DC' });
    setStock(world, 1);
    const requests = requestsSince(world.practice);
    const report = await world.syncNextHour();
    expect(sent(requests)).toEqual([]);
    expect(joorPicture(world.practice)).toEqual(before);
    expect(flowOf(report, 'inventory').needsYou).toBe(1);
    const { needsYou } = await world.seamline.status();
    expect(needsYou.find(({ kind }) => kind === 'stock')?.sentence).toContain('"Sydney DC"');

    world.practice.cin7.edits.deprecateLocation({ location: 'Sydney DC', isDeprecated: false });
    await world.syncNextHour();
    expect(shown(world, sku)).toBe(1);
    expect((await world.seamline.status()).needsYou.filter(({ kind }) => kind === 'stock')).toEqual([]);
  });

  it('STK-2: a renamed location keeps the numbers until the settings name it again', async () => {
    const world = await syncedWorld();
    const before = joorPicture(world.practice);
    world.practice.cin7.edits.renameLocation({ location: 'Sydney DC', to: 'Alexandria DC' });
    await world.syncNextHour();
    expect(joorPicture(world.practice)).toEqual(before);
    await world.seamline.settings.set(
      'inventory.warehouses',
      '[{"joorWarehouse":"Main","locations":["Alexandria DC"]}]',
    );
    setStock(world, 12, 'Alexandria DC');
    await world.syncNextHour();
    expect(shown(world, sku)).toBe(12);
  });

  it('STK-1: stock waits, and says for what, until a warehouse is chosen', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('inventory.warehouses', 'default');
    const report = await world.sync();
    expect(flowOf(report, 'inventory')).toMatchObject({
      state: 'waiting',
      needsYou: 1,
      nextStep: 'Choose them in Settings, Stock (inventory.warehouses).',
    });
    expect(world.practice.joor.state.stock.size).toBe(0);
  });
});
