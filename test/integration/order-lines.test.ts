// Lines that aren't clear: what is suggested, what a person decides once and for all, the second look before a hold, and
// the second reading before a sale (ORD-2, ORD-3).
import { describe, expect, it } from 'vitest';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { openScreen } from '../support/host.ts';
import { requestsSince } from '../support/requests.ts';
import { linesOf, placeOrder, saleOf, salesOf } from '../support/sales.ts';
import { found, type World } from '../support/world.ts';

const nearMiss = 'SH-102-BLU-M';
const order = '7712308';

/** Changes a product in Cin7 Core in a way that bumps no date, as imports do. */
function renameUnseen({ practice }: World, from: string, to: string): void {
  const products = practice.cin7.state.catalogue.products();
  found(products, ({ fields }) => fields.SKU === from, from).fields.SKU = to;
}

describe('an order that is held', () => {
  it('ORD-2: names each of its lines with its reason, its suggestions and what to do', async () => {
    const world = await syncedWorld();
    const detail = await world.seamline.order(order);
    expect(detail.state).toBe('needs-you');
    expect(detail.holds).toEqual([
      {
        code: 'unknown-sku',
        sentence: `SKU ${nearMiss} isn't in Cin7.`,
        nextStep: `Use SH-102-BLUE-M for it from now on, or create ${nearMiss} in Cin7.`,
      },
    ]);
    const [line, ...more] = detail.lines.filter(({ problem }) => problem !== null);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      sku: nearMiss,
      product: null,
      suggestions: [{ sku: 'SH-102-BLUE-M', why: 'One letter of its SKU is missing, added or swapped.' }],
    });
    expect(detail.lines.filter(({ product }) => product !== null)).toHaveLength(9);
    expect(detail.checks).toContainEqual({ name: 'lines', isSettled: false, value: '9 of 10' });
    expect(detail.checks.filter(({ isSettled }) => !isSettled)).toHaveLength(1);
  });

  it('ORD-2: keeps every hold, not only the first', async () => {
    const world = await syncedWorld();
    await world.seamline.settings.set('orders.freightService', 'default');
    const { id } = placeOrder(world, {
      freight: '9',
      lines: [
        { sku: 'SH-102-NVY-XS', quantity: 1.5 },
        { sku: 'SH-102-NVY-M', quantity: 2, multiplier: 3 },
      ],
    });
    await world.syncNextHour();
    const detail = await world.seamline.order(id);
    expect(detail.holds.map(({ code }) => code)).toEqual(['quantity', 'case-pack', 'no-freight-service']);
    expect(detail.reason.sentence).toBe('SH-102 Navy XS has the quantity 1.5. 2 more things are missing.');
    expect(detail.lines.map(({ problem }) => problem?.code)).toEqual(['quantity', 'case-pack']);
  });
});

describe('an alias', () => {
  it('ORD-2: is used from the next run on, for every order, and kept with who and when', async () => {
    const world = await syncedWorld();
    await world.seamline.aliases.set({ name: nearMiss, product: 'sh-102-blue-m', who: 'Isla' });
    await world.syncNextHour();
    expect((await world.order(order)).state).toBe('in-cin7');
    expect(linesOf(saleOf(world, order)).filter((line) => line.startsWith('SH-102-BLUE-M '))).toHaveLength(1);
    const line = (await world.seamline.order(order)).lines.find(({ sku }) => sku === nearMiss);
    expect(line?.product).toMatchObject({ sku: 'SH-102-BLUE-M', isByAlias: true });
    expect(await world.seamline.aliases.list()).toMatchObject([
      { name: nearMiss, sku: 'SH-102-BLUE-M', who: 'Isla', at: '2026-11-23T02:00:00.000Z' },
    ]);
  });

  it('ORD-2: survives a full pass, and its orders hold again once it is taken back', async () => {
    const world = await syncedWorld();
    const alias = { name: nearMiss, product: 'SH-102-BLUE-M', who: 'Isla' };
    await world.seamline.aliases.set(alias);
    await world.sync({ isFullPass: true, isDryRun: true });
    expect((await world.order(order)).state).toBe('to-export');
    await world.seamline.aliases.remove(nearMiss.toLowerCase());
    await world.sync({ isDryRun: true });
    expect((await world.order(order)).state).toBe('needs-you');
    await expect(world.seamline.aliases.remove(nearMiss)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('ORD-2: is refused for a product that Cin7 lacks or no longer sells, and before anything was synced', async () => {
    const world = await worldFor();
    const set = (product: string) => world.seamline.aliases.set({ name: nearMiss, product, who: 'Isla' });
    await expect(set('SH-102-BLUE-M')).rejects.toMatchObject({ code: 'usage' });
    world.practice.cin7.edits.changeProduct({ sku: 'SH-102-NVY-M', changes: { status: 'Deprecated' } });
    await world.sync({ isDryRun: true });
    await expect(set('NOTHING')).rejects.toThrow('Cin7 has no product NOTHING.');
    await expect(set('SH-102-NVY-M')).rejects.toThrow("SH-102-NVY-M isn't active in Cin7.");
  });
});

describe('an order on a screen', () => {
  it('ORD-2: shows its suggestions with what is there of them, and takes the decision', async () => {
    const world = await syncedWorld();
    const screen = await openScreen(world);
    const detail = await screen.query('orders.detail', { orderId: order });
    const [suggestion] = detail.lines.flatMap(({ suggestions }) => suggestions);
    expect(suggestion).toMatchObject({ sku: 'SH-102-BLUE-M', available: expect.any(Number) });
    const chosen = { orderId: order, sku: nearMiss, productId: suggestion?.productId ?? '' };
    expect(await screen.command('aliases.set', chosen)).toEqual({
      sentence: `${nearMiss} stands for SH-102-BLUE-M from now on.`,
    });
    expect(await world.seamline.aliases.list()).toMatchObject([{ name: nearMiss, who: 'you' }]);
    await screen.command('aliases.remove', { sku: nearMiss });
    expect(await screen.refusal('aliases.remove', { sku: nearMiss })).toMatchObject({ code: 'not-found' });
    expect(await screen.command('orders.confirmNewCustomer', { orderId: order })).toMatchObject({
      sentence: expect.stringContaining('counts as new'),
    });
    await screen.close();
  });
});

describe('the second look before a hold', () => {
  it('ORD-2: finds a product whose change the mirror missed, in the same run', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('orders.markInJoor', 'false');
    await world.sync({ only: ['products'] });
    renameUnseen(world, 'SH-102-BLUE-M', nearMiss);
    const requests = requestsSince(world.practice);
    await world.sync();
    expect((await world.order(order)).state).toBe('in-cin7');
    expect(requests.entries().filter(({ query }) => query.includes(`Sku=${nearMiss}`))).toHaveLength(1);
  });

  it('ORD-2: finds a customer whose code the mirror missed', async () => {
    const world = await syncedWorld();
    const { customers } = world.practice.cin7.state;
    const customer = found(customers.values(), ({ fields }) => fields.AdditionalAttribute1 === 'NB-0001', 'NB-0001');
    customer.fields.AdditionalAttribute1 = 'OTHER';
    customer.modifiedAt = world.clock.now();
    await world.sync({ isDryRun: true });
    customer.fields.AdditionalAttribute1 = 'NB-0001';
    customer.modifiedAt -= 7 * 24 * 3_600_000;
    const { id } = placeOrder(world);
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('in-cin7');
  });

  it('ORD-2: is taken once, not in each run that the hold stays', async () => {
    const world = await syncedWorld();
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    await world.syncNextHour();
    expect(requests.entries().filter(({ query }) => query.includes('Sku='))).toEqual([]);
  });
});

describe('the second reading before a sale', () => {
  const retailers = ['NB-0001', 'NB-0002', 'NB-0004'] as const;

  /** Two approved orders; what happens comes while the first is being written. */
  async function meanwhile(happens: (world: World, second: string) => void) {
    const world = await syncedWorld();
    placeOrder(world, { customerCode: retailers[0] });
    world.clock.advance(60_000);
    const { id } = placeOrder(world, { customerCode: retailers[1] });
    let isDone = false;
    world.beforeRequest(({ name }) => {
      if (name !== 'sale lines' || isDone) return;
      isDone = true;
      happens(world, id);
    });
    await world.syncNextHour();
    return { world, id };
  }

  it('ORD-3: an order that is cancelled in the middle of a run is dropped with the reason', async () => {
    const { world, id } = await meanwhile(({ practice }, second) => practice.joor.edits.cancelOrder(second));
    expect(await world.order(id)).toMatchObject({
      state: 'left-out',
      reason: 'Left out: JOOR says cancelled, no longer approved.',
    });
    expect(salesOf(world, id)).toEqual([]);
  });

  it('ORD-3: one that another program exports meanwhile is dropped, too', async () => {
    const { world, id } = await meanwhile(({ practice }, second) => {
      const other = practice.joor.state.orders.get(second);
      if (other !== undefined) other.exportStatus = 'SUCCESS';
    });
    expect((await world.order(id)).reason).toContain('another program has exported it meanwhile');
    expect(salesOf(world, id)).toEqual([]);
  });

  it('ORD-3: one that is changed meanwhile is checked again and sold as it is now', async () => {
    const { world, id } = await meanwhile(({ practice }, second) =>
      practice.joor.edits.editOrder({ orderId: second, set: [{ line: 'SH-102-NVY-XS', quantity: 5 }] }),
    );
    expect(linesOf(saleOf(world, id))).toEqual(['SH-102-NVY-XS 5']);
    expect((await world.order(id)).state).toBe('in-cin7');
  });

  it('ORD-3: one whose change holds it is held, and nothing of it is written', async () => {
    const { world, id } = await meanwhile(({ practice }, second) =>
      practice.joor.edits.editOrder({ orderId: second, set: [{ line: 'SH-102-NVY-XS', quantity: 2.5 }] }),
    );
    expect((await world.order(id)).reason).toBe('SH-102 Navy XS has the quantity 2.5.');
    expect(salesOf(world, id)).toEqual([]);
  });
});
