// Orders on their way into Cin7 Core: which are taken, what their sales look like, and the mark in JOOR (ORD-1, ORD-7,
// ORD-8, ORD-12).
import { describe, expect, it } from 'vitest';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { requestsSince } from '../support/requests.ts';
import { linesOf, placeOrder, saleOf, salesByOrder, salesOf, totalOf } from '../support/sales.ts';
import { flowOf, found, type World } from '../support/world.ts';

const exportStates = ({ practice }: World) =>
  [...practice.joor.state.orders.values()].map(({ id, exportStatus }) => `${id} ${exportStatus}`);

const brandOrder = ({ practice }: World, id: string) => found(practice.brand.orders, (order) => order.id === id, id);

describe('which orders are taken', () => {
  it('ORD-1: reading consumes nothing: the export state in JOOR is what it was', async () => {
    const world = await worldFor();
    const before = exportStates(world);
    const requests = requestsSince(world.practice);
    await world.sync({ isDryRun: true });
    await world.seamline.settings.set('orders.markInJoor', 'false');
    await world.sync();
    expect(exportStates(world)).toEqual(before);
    const reads = requests.entries().filter(({ path }) => path === '/v2/order');
    expect(reads.length).toBeGreaterThan(1);
    for (const { query } of reads) expect(query).toMatch(/[?&]sync=0&check=0/);
  });

  it('ORD-1: an order from before go-live is left out with the reason', async () => {
    const world = await syncedWorld();
    expect(await world.order('7712304')).toMatchObject({
      state: 'left-out',
      reason: 'Left out: approved on 2026-08-26, before go-live on 2026-11-13.',
    });
    expect(salesOf(world, '7712304')).toEqual([]);
  });

  it('ORD-1: it is taken when go-live is moved to before it', async () => {
    const world = await syncedWorld();
    await world.seamline.settings.set('orders.goLive', '2026-08-01T00:00:00Z');
    await world.syncNextHour();
    expect((await world.order('7712304')).state).toBe('in-cin7');
    expect(salesOf(world, '7712304')).toHaveLength(1);
  });

  it('ORD-1: approved orders are taken, shipped ones too, and no others', async () => {
    const world = await worldFor();
    const { edits, state } = world.practice.joor;
    edits.shipOrder('7712310');
    await world.sync();
    const taken = (await world.seamline.orders(['in-cin7'])).map(({ id }) => id).sort();
    expect(taken).toEqual(['7712310', '7712313', '7712318', '7712320']);
    const [notes] = [...state.orders.values()].filter(({ status }) => status === 'NOTES');
    expect(salesOf(world, notes?.id ?? '')).toEqual([]);
  });

  it('ORD-1: more orders than fit on a page are all taken, each once', async () => {
    const world = await syncedWorld({ size: { styles: 10, skusPerStyle: 8, retailers: 20, orders: 260 } });
    expect(world.practice.joor.log.count('/v2/order')).toBeGreaterThan(1);
    const sold = await world.seamline.orders(['in-cin7']);
    expect(sold.length).toBeGreaterThan(150);
    expect(Object.values(salesByOrder(world))).toEqual(sold.map(() => 1));
    expectInStep(world);
  });

  it('ORD-1: an order that was cancelled or taken back while it waited is never sold', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'NZD' } });
    const [cancelled, returned] = [placeOrder(world), placeOrder(world)];
    await world.syncNextHour();
    expect((await world.order(cancelled.id)).state).toBe('needs-you');
    world.practice.joor.edits.cancelOrder(cancelled.id);
    world.practice.joor.edits.returnOrder(returned.id, 'PENDING');
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'AUD' } });
    await world.syncNextHour();
    for (const { id } of [cancelled, returned]) {
      expect(await world.order(id)).toMatchObject({ state: 'left-out', reason: expect.stringContaining('any more') });
      expect(salesOf(world, id)).toEqual([]);
    }
    world.practice.joor.edits.approveOrder(returned.id);
    await world.syncNextHour();
    expect(salesOf(world, returned.id)).toHaveLength(1);
  });

  it('ORD-3: an order that was changed while it waited is sold as it is now', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'NZD' } });
    const { id } = placeOrder(world);
    await world.syncNextHour();
    world.practice.joor.edits.editOrder({
      orderId: id,
      set: [{ line: 'SH-102-NVY-XS', quantity: 7 }],
      add: [{ sku: 'JK-103-CHR-M', quantity: 1 }],
    });
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { currency: 'AUD' } });
    await world.syncNextHour();
    expect(linesOf(saleOf(world, id))).toEqual(['SH-102-NVY-XS 7', 'JK-103-CHR-M 1']);
  });
});

describe('a sale', () => {
  it('ORD-2, ORD-12: carries the customer, the reference, the dates and every line of its order', async () => {
    const world = await syncedWorld();
    const order = brandOrder(world, '7712320');
    const sale = saleOf(world, '7712320');
    const retailer = found(
      world.practice.brand.retailers,
      ({ code }) => code === order.retailerCode,
      order.retailerCode,
    );
    expect(sale.header).toMatchObject({
      customerId: retailer.id,
      CustomerReference: `${order.poNumber} JOOR-7712320`,
      ExternalID: `joor:custom:${world.practice.joor.accountId}:7712320`,
      Terms: retailer.paymentTerm,
      TaxRule: retailer.taxRule,
      TaxInclusive: false,
      SaleOrderDate: '2026-11-22',
      ShipBy: order.shipStart,
    });
    expect(sale.header.Note).toContain('JOOR order 7712320');
    expect(linesOf(sale)).toEqual(order.lines.map(({ sku, quantity }) => `${sku} ${quantity}`));
    expect(sale.order.status).toBe('AUTHORISED');
  });

  it("ORD-7: comes to JOOR's total, to the cent, with every kind of discount and freight", async () => {
    const world = await syncedWorld();
    const lines = [
      { sku: 'SH-102-NVY-XS', quantity: 3, discountPercent: '12.5' },
      { sku: 'JK-103-CHR-M', quantity: 1, itemPrice: '99.95' },
      { sku: 'JN-108-VBL-24', quantity: 7, discountAmount: '3.33' },
    ];
    const orders = [
      placeOrder(world, { lines, freight: '17.45' }),
      placeOrder(world, { lines, discountPercent: '7.5' }),
      placeOrder(world, { lines, discountPercent: '33.33', freight: '5' }),
      placeOrder(world, { lines, discountAmount: '100' }),
      placeOrder(world, { lines, discountAmount: '77.77', freight: '12.05' }),
    ];
    await world.syncNextHour();
    for (const { id } of [...orders, ...world.practice.brand.orders.filter(({ approvedAt }) => approvedAt !== null)]) {
      if (salesOf(world, id).length === 0) continue;
      expect(Math.abs(totalOf(saleOf(world, id)) - Number((await world.order(id)).value))).toBeLessThanOrEqual(0.01);
    }
    expect(orders.map(({ id }) => salesOf(world, id).length)).toEqual([1, 1, 1, 1, 1]);
    expect(saleOf(world, orders[0]?.id ?? '').order.charges).toMatchObject([{ Description: 'Freight', Price: 17.45 }]);
  });

  it('ORD-7: of an order in US dollars has the rate of the settings and the customer who buys in dollars', async () => {
    const world = await syncedWorld();
    const sale = saleOf(world, '7712313');
    expect(sale.header.CurrencyRate).toBe(1.52);
    expect(totalOf(sale)).toBe(312);
    expect(saleOf(world, '7712320').header.CurrencyRate).toBe(1);
  });

  it('ORD-4: costs at most 4 Cin7 calls', async () => {
    const world = await syncedWorld();
    const { usage: without } = await world.syncNextHour();
    placeOrder(world);
    placeOrder(world, { customerCode: 'NB-0002' });
    const { usage } = await world.syncNextHour();
    // Two orders, and the one scan of free stock that they share.
    expect(usage.cin7Calls - without.cin7Calls).toBeLessThanOrEqual(2 * 4 + 1);
    expect(await world.seamline.orders(['in-cin7'])).toHaveLength(6);
  });

  it('ORD-5: claims what is there in the order of approval, and waits as a draft for the rest', async () => {
    const world = await syncedWorld();
    const first = placeOrder(world, { lines: [{ sku: 'SH-102-NVY-XS', quantity: 20 }] });
    world.clock.advance(60_000);
    const second = placeOrder(world, { lines: [{ sku: 'SH-102-NVY-XS', quantity: 10 }] });
    await world.syncNextHour();
    expect(saleOf(world, first.id).order.status).toBe('AUTHORISED');
    expect(saleOf(world, second.id).order.status).toBe('DRAFT');
    expect((await world.order(second.id)).reason).toBe('Draft in Cin7: 5 units are short in Sydney DC.');
    expectInStep(world);
  });
});

describe('the mark in JOOR', () => {
  it('ORD-8: is written once per run for all, without touching their status', async () => {
    const world = await worldFor();
    const requests = requestsSince(world.practice);
    const report = await world.sync();
    expect(flowOf(report, 'orders').counts).toMatchObject({ ordersExported: 4, ordersMarked: 4 });
    expect(requests.bodies('/orders/bulk_update')).toEqual([
      ['7712310', '7712313', '7712318', '7712320'].map((id) => ({ id, export_status: 'SUCCESS' })),
    ]);
    await world.syncNextHour();
    expect(requests.bodies('/orders/bulk_update')).toHaveLength(1);
  });

  it.each([
    ['a refusal', { kind: 'status' as const, status: 400 }, 1],
    ['faults of JOOR', { kind: 'status' as const, status: 500 }, 5],
    ['an answer that got lost', { kind: 'dropAfter' as const }, 1],
  ])('ORD-8: is written again after %s, and its order is never sold again', async (_name, fault, times) => {
    const world = await worldFor({ faults: [{ match: { path: '*/orders/bulk_update', times }, do: fault }] });
    expect(flowOf(await world.sync(), 'orders')).toMatchObject({ state: 'done', changed: 4 });
    await world.syncNextHour();
    expect(exportStates(world).filter((state) => /^77123(10|13|18|20) SUCCESS$/.test(state))).toHaveLength(4);
    expect(await world.seamline.orders(['in-cin7'])).toHaveLength(4);
    expectInStep(world);
  });

  it('ORD-8: is not written where the settings leave it to somebody else', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('orders.markInJoor', 'false');
    const requests = requestsSince(world.practice);
    await world.sync();
    expect(requests.bodies('/orders/bulk_update')).toEqual([]);
    await world.syncNextHour();
    expectInStep(world);
  });
});
