// What becomes of a sale once it is there: claiming stock by policy, giving a silent backorder back, invoices, accounts that
// apply discounts by themselves, the sandbox (ORD-4 to ORD-7, SCOPE-3).
import { describe, expect, it } from 'vitest';
import { runOrders } from '../../core/flows/orders/flow.ts';
import type { FaultRule } from '../../core/practice/wire/faults.ts';
import { expectInStep, worldFor } from '../support/expect.ts';
import { flowContext } from '../support/flow-context.ts';
import { requestsSince } from '../support/requests.ts';
import { placeOrder, saleOf, salesOf, totalOf } from '../support/sales.ts';
import type { World, WorldOptions } from '../support/world.ts';

const sku = 'SH-102-NVY-XS';
const sale = '/ExternalApi/v2/sale';
const invoicePath = '/ExternalApi/v2/sale/invoice';

/** A synced world with these settings of orders. */
async function worldWith(orders: Record<string, unknown>, options: WorldOptions = {}): Promise<World> {
  const world = await worldFor(options);
  await world.sync();
  for (const [name, value] of Object.entries(orders))
    await world.seamline.settings.set(`orders.${name}`, typeof value === 'string' ? value : JSON.stringify(value));
  return world;
}

const setStock = ({ practice }: World, onHand: number) =>
  practice.cin7.edits.setStock({ sku, location: 'Sydney DC', onHand });

const on = (method: string, path: string, action: FaultRule['do'], times = 1): FaultRule => ({
  match: { method, path, times },
  do: action,
});

describe('claiming stock', () => {
  it('ORD-5: always authorises, and reports what is backordered', async () => {
    const world = await worldWith({ claim: 'always' });
    setStock(world, 5);
    const { id } = placeOrder(world, { lines: [{ sku, quantity: 12 }] });
    await world.syncNextHour();
    expect(saleOf(world, id).order.status).toBe('AUTHORISED');
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', reason: '1 line backordered, 7 units short.' });
  });

  it('ORD-5: never leaves drafts, without looking at stock', async () => {
    const world = await worldWith({ claim: 'never' });
    const { id } = placeOrder(world);
    const requests = requestsSince(world.practice);
    await world.seamline.sync({ startedBy: 'command line', only: ['orders'] });
    expect(saleOf(world, id).order.status).toBe('DRAFT');
    expect((await world.order(id)).reason).toBe('Draft in Cin7: The settings leave it as a draft.');
    expect(requests.cin7().filter((line) => line.includes('productavailability'))).toEqual([]);
  });

  it('ORD-5: one scan of free stock serves a whole run', async () => {
    const world = await worldWith({ claim: 'when-available' });
    for (const customerCode of ['NB-0001', 'NB-0002']) placeOrder(world, { customerCode });
    const requests = requestsSince(world.practice);
    await world.seamline.sync({ startedBy: 'command line', only: ['orders'] });
    expect(requests.cin7().filter((line) => line.includes('productavailability'))).toHaveLength(1);
  });

  it('ORD-5: a linesheet or a product tag has a policy of its own, and the most cautious wins', async () => {
    const world = await worldWith({
      claim: 'always',
      claimRules: [
        { linesheet: 'Core Essentials', claim: 'when-available' },
        { productTag: 'Preorder', claim: 'never' },
      ],
    });
    world.practice.cin7.edits.changeProduct({ sku: 'JK-103-CHR-M', changes: { tags: 'Preorder' } });
    setStock(world, 1);
    const short = placeOrder(world, { lines: [{ sku, quantity: 2 }] });
    const tagged = placeOrder(world, { customerCode: 'NB-0002', lines: [{ sku: 'JK-103-CHR-M', quantity: 1 }] });
    await world.syncNextHour();
    expect((await world.order(short.id)).reason).toBe('Draft in Cin7: 1 unit is short in Sydney DC.');
    expect((await world.order(tagged.id)).reason).toBe('Draft in Cin7: The settings leave it as a draft.');
  });

  it('ORD-5: orders that ship far ahead may wait as drafts', async () => {
    const world = await worldWith({ claimFuture: 'draft', futureDays: 30 });
    const far = placeOrder(world, { shipStart: '2027-03-01', shipEnd: '2027-03-31' });
    const near = placeOrder(world, { customerCode: 'NB-0002', shipStart: '2026-12-01', shipEnd: '2026-12-31' });
    await world.syncNextHour();
    expect(saleOf(world, far.id).order.status).toBe('DRAFT');
    expect((await world.order(far.id)).reason).toContain('It ships on 2027-03-01');
    expect(saleOf(world, near.id).order.status).toBe('AUTHORISED');
  });

  it('ORD-5: a customer on credit hold gets a draft where the settings say so', async () => {
    const world = await worldWith({ onCreditHold: 'draft' });
    world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { isOnCreditHold: true } });
    const { id } = placeOrder(world);
    await world.syncNextHour();
    expect(saleOf(world, id).order.status).toBe('DRAFT');
    expect((await world.order(id)).reason).toContain('is on credit hold.');
  });
});

describe('a backorder that shows itself only afterwards', () => {
  /** Somebody takes the stock between our look at it and our claim. */
  function stockGoes(world: World, left: number): void {
    world.beforeRequest(({ name }) => {
      if (name === 'sale lines') setStock(world, left);
    });
  }

  it('ORD-5: puts the sale back to a draft and says how short it is', async () => {
    const world = await worldWith({});
    const { id } = placeOrder(world, { lines: [{ sku, quantity: 6 }] });
    stockGoes(world, 2);
    await world.syncNextHour();
    expect(saleOf(world, id).order.status).toBe('DRAFT');
    expect(await world.order(id)).toMatchObject({
      state: 'in-cin7',
      reason: 'Draft in Cin7: 4 units are short in Sydney DC.',
    });
    await world.syncNextHour();
    expectInStep(world);
  });

  it.each<[string, FaultRule['do']]>([
    ['done and its answer dropped', 'dropAfter'],
    ['dropped before it arrives', 'dropBefore'],
    ['done two minutes later', { kind: 'commitLate', seconds: 120 }],
  ])('ORD-5: also when putting it back is %s', async (_name, action) => {
    const world = await worldWith({});
    world.practice.faults.add(on('DELETE', sale, action));
    const { id } = placeOrder(world, { lines: [{ sku, quantity: 6 }] });
    stockGoes(world, 2);
    await world.syncNextHour();
    world.beforeRequest(() => undefined);
    expect((await world.order(id)).state).toBe('checking');
    await world.syncNextHour();
    expect(saleOf(world, id).order.status).toBe('DRAFT');
    expect((await world.order(id)).reason).toBe('Draft in Cin7: 4 units are short in Sydney DC.');
  });

  it('ORD-4, ORD-5: lines that land long after they were sent again find no draft to authorise', async () => {
    const world = await worldWith({});
    world.practice.faults.add(on('POST', `${sale}/order`, { kind: 'commitLate', seconds: 700 }));
    const { id } = placeOrder(world, { lines: [{ sku, quantity: 6 }] });
    stockGoes(world, 2);
    await world.syncNextHour();
    world.clock.advance(31_000);
    await world.sync();
    expect(await world.order(id)).toMatchObject({
      state: 'checking',
      reason: expect.stringContaining('may still carry out'),
    });
    world.clock.advance(669_000);
    await world.practice.settle();
    await world.syncNextHour();
    expect(saleOf(world, id).order.status).toBe('DRAFT');
    expect(await world.order(id)).toMatchObject({
      state: 'in-cin7',
      reason: 'Draft in Cin7: 4 units are short in Sydney DC.',
    });
  });

  it('ORD-5: stays as it is once somebody began to pick it', async () => {
    const world = await worldWith({});
    const { id } = placeOrder(world, { lines: [{ sku, quantity: 6 }] });
    let isPicked = false;
    world.beforeRequest(({ name }) => {
      if (name === 'sale lines') setStock(world, 2);
      if (name !== 'undo sale' || isPicked) return;
      isPicked = true;
      world.practice.cin7.edits.pickSale({ sale: saleOf(world, id).id });
    });
    await world.syncNextHour();
    expect(isPicked).toBe(true);
    expect(saleOf(world, id).order.status).toBe('AUTHORISED');
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', reason: '1 line backordered, 4 units short.' });
  });
});

describe('an invoice', () => {
  it.each(['Simple', 'Advanced'] as const)('ORD-6: is made of the whole order, %s', async (saleType) => {
    const world = await worldWith({ invoice: 'authorised', saleType });
    const { id } = placeOrder(world, { freight: '9.5', discountAmount: '3' });
    await world.syncNextHour();
    const made = saleOf(world, id);
    expect(made.type).toBe(saleType);
    expect(made.invoices).toMatchObject([{ status: 'AUTHORISED', date: '2026-11-23' }]);
    expect(made.invoices[0]?.lines.map(({ Quantity }) => Quantity)).toEqual([2]);
    expect(Math.abs(totalOf(made) - Number((await world.order(id)).value))).toBeLessThanOrEqual(0.01);
  });

  it('ORD-6: is a draft where the settings say so, and is never made of a sale that waits as a draft', async () => {
    const world = await worldWith({ invoice: 'draft' });
    const claimed = placeOrder(world);
    const short = placeOrder(world, { customerCode: 'NB-0002', lines: [{ sku, quantity: 900 }] });
    await world.syncNextHour();
    expect(saleOf(world, claimed.id).invoices).toMatchObject([{ status: 'DRAFT' }]);
    expect(saleOf(world, short.id).order.status).toBe('DRAFT');
    expect(saleOf(world, short.id).invoices).toEqual([]);
  });

  it.each<[string, FaultRule['do']]>([
    ['done and its answer dropped', 'dropAfter'],
    ['done and answered with 500', { kind: 'statusAfter', status: 500 }],
    ['dropped before it arrives', 'dropBefore'],
    ['done two minutes later', { kind: 'commitLate', seconds: 120 }],
  ])('ORD-4: whose request is %s is made once', async (_name, action) => {
    // Advanced sales may have many invoices: nothing but Seamline keeps a second one away.
    const world = await worldWith({ invoice: 'authorised', saleType: 'Advanced' });
    world.practice.faults.add(on('POST', invoicePath, action));
    const { id } = placeOrder(world);
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'checking',
      reason: expect.stringContaining("it isn't known whether the invoice exists"),
    });
    for (let hour = 0; hour < 4; hour += 1) await world.syncNextHour();
    expect(saleOf(world, id).invoices).toMatchObject([{ status: 'AUTHORISED' }]);
    expect((await world.order(id)).state).toBe('in-cin7');
    expect(world.practice.joor.state.orders.get(id)?.exportStatus).toBe('SUCCESS');
  });

  it('ORD-4: that is refused is told in its own words, tried again, and its order is marked only afterwards', async () => {
    const world = await worldWith({ invoice: 'authorised' });
    world.practice.faults.add(on('POST', invoicePath, { kind: 'status', status: 400, body: 'Period is closed' }));
    const { id } = placeOrder(world);
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: 'Cin7 Core refused new invoice: Period is closed.',
      saleNumber: saleOf(world, id).orderNumber,
    });
    expect(world.practice.joor.state.orders.get(id)?.exportStatus).not.toBe('SUCCESS');
    await world.syncNextHour();
    expect(saleOf(world, id).invoices).toHaveLength(1);
    expect((await world.order(id)).state).toBe('in-cin7');
    expect(world.practice.joor.state.orders.get(id)?.exportStatus).toBe('SUCCESS');
  });
});

describe('an account that applies discounts by itself', () => {
  it('ORD-7: is drafted, compared, then authorised; a total that moves is told and never invoiced', async () => {
    const world = await worldWith({ invoice: 'authorised' }, { cin7: { switches: { automaticDiscountPercent: 10 } } });
    const { id } = placeOrder(world);
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.bodies('/sale/order')).toMatchObject([{ Status: 'DRAFT' }, { Status: 'AUTHORISED' }]);
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: expect.stringContaining('before tax in Cin7, but the order to'),
    });
    expect(saleOf(world, id).invoices).toEqual([]);
  });
});

describe('the sandbox', () => {
  it('SCOPE-3: makes drafts only, never invoices, and says TEST', async () => {
    const world = await worldWith({ claim: 'always', invoice: 'authorised' });
    const { id } = placeOrder(world);
    const { context, close } = await flowContext(world);
    await runOrders({ ...context, isDryRun: false, joorEnvironment: 'sandbox' });
    close();
    const made = saleOf(world, id);
    expect(made.order.status).toBe('DRAFT');
    expect(made.invoices).toEqual([]);
    expect(made.header.CustomerReference).toMatch(/^TEST /);
  });
});

describe('the card of a customer and the books', () => {
  it('ORD-12: a ship-to adds no address, and no sale is dated on or before the lock date', async () => {
    const world = await worldWith({});
    const { customers, references } = world.practice.cin7.state;
    const before = [...customers.values()].map(({ addresses }) => addresses.length);
    references.company.LockDate = '2026-11-30';
    const { id } = placeOrder(world);
    const placed = world.practice.joor.state.orders.get(id);
    if (placed?.shippingAddress) placed.shippingAddress = { ...placed.shippingAddress, line1: 'Another door' };
    await world.syncNextHour();
    expect(salesOf(world, id)).toHaveLength(1);
    expect(saleOf(world, id).header.SaleOrderDate).toBe('2026-12-01');
    expect(saleOf(world, id).header.shipping).toMatchObject({ Line1: 'Another door', ShipToOther: true });
    expect([...customers.values()].map(({ addresses }) => addresses.length)).toEqual(before);
  });
});
