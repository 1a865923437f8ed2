// Retailers that Cin7 Core doesn't have: created once when the settings say with what, held when anybody like them is there,
// and never doubled, whatever happens to the request (ORD-4, ORD-11).
import { describe, expect, it, onTestFinished } from 'vitest';
import { minute, second } from '../../core/base/dates.ts';
import type { FaultRule } from '../../core/practice/wire/faults.ts';
import { syncedWorld } from '../support/expect.ts';
import { openScreen } from '../support/host.ts';
import { requestsSince } from '../support/requests.ts';
import { placeOrder, saleOf, salesOf } from '../support/sales.ts';
import { found, type World } from '../support/world.ts';

const newCustomer = {
  receivable: '610',
  revenue: '200',
  terms: '30 days',
  taxRule: 'GST on Income',
  priceTier: 'Wholesale AUD',
};

const name = 'Second Story Clothiers';
const path = '/ExternalApi/v2/customer';

/** A world in which Cin7 Core lost the retailer NB-0001, so that JOOR alone knows it. */
async function worldWithout(settings: Record<string, unknown> = newCustomer): Promise<World> {
  const world = await syncedWorld();
  const { customers } = world.practice.cin7.state;
  const gone = found(customers.values(), ({ fields }) => fields.Name === name, name);
  customers.delete(gone.id);
  // Nobody else lives where it does.
  for (const { addresses } of customers.values())
    addresses.forEach((address, at) => (addresses[at] = { ...address, Postcode: '0800' }));
  // Twice absent from a complete list: believed gone.
  await world.sync({ isFullPass: true, isDryRun: true });
  await world.sync({ isFullPass: true, isDryRun: true });
  await world.seamline.settings.set('orders.newCustomer', JSON.stringify(settings));
  return world;
}

const namesakes = ({ practice }: World) =>
  [...practice.cin7.state.customers.values()].filter(({ fields }) => fields.Name === name);

const on = (action: FaultRule['do'], times = 1): FaultRule => ({ match: { method: 'POST', path, times }, do: action });

describe('a retailer that Cin7 lacks', () => {
  it('ORD-11: is created with what the settings and the order say, and sold to in the same run', async () => {
    const world = await worldWithout();
    const [first, second] = [placeOrder(world), placeOrder(world)];
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    const [made, ...more] = namesakes(world);
    expect(more).toEqual([]);
    expect(made?.fields).toMatchObject({
      AdditionalAttribute1: 'NB-0001',
      Currency: 'AUD',
      PaymentTerm: '30 days',
      AccountReceivable: '610',
      RevenueAccount: '200',
      TaxRule: 'GST on Income',
      PriceTier: 'Wholesale AUD',
    });
    expect(made?.addresses.map(({ Country }) => Country)).toEqual(['Australia', 'Australia']);
    for (const { id } of [first, second]) expect(saleOf(world, id).header.customerId).toBe(made?.id);
    expect(requests.cin7Writes().filter((line) => line === 'POST /customer')).toHaveLength(1);
    await world.syncNextHour();
    expect(namesakes(world)).toHaveLength(1);
  });

  it('ORD-11: is not created in a dry run, nor for an order that something else holds', async () => {
    const world = await worldWithout();
    placeOrder(world, { lines: [{ sku: 'SH-102-NVY-XS', quantity: 1.5 }] });
    await world.syncNextHour();
    expect(namesakes(world)).toEqual([]);
    placeOrder(world);
    await world.sync({ isDryRun: true });
    expect(namesakes(world)).toEqual([]);
  });

  it('ORD-11: holds with the settings that are missing', async () => {
    const world = await worldWithout({ receivable: '610', revenue: '200' });
    const { id } = placeOrder(world);
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: 'No retailer in Cin7 has JOOR code NB-0001 in AUD.',
      nextStep: expect.stringContaining('(orders.newCustomer.terms, .taxRule, .priceTier)'),
    });
    expect(namesakes(world)).toEqual([]);
  });

  it('ORD-11: holds for anybody with the same postcode, until a person says that it is new', async () => {
    const world = await worldWithout();
    const { id } = placeOrder(world);
    const postcode = world.practice.joor.state.orders.get(id)?.shippingAddress?.zip ?? '';
    const other = world.practice.cin7.edits.addCustomer({
      name: 'Neighbour',
      address: { line1: '1 Way', city: 'X', state: 'NSW', postcode, country: 'Australia' },
    });
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: 'No retailer in Cin7 has JOOR code NB-0001 in AUD, but Neighbour has the same postcode.',
      nextStep:
        'Add the code NB-0001 to Neighbour in Cin7 if it is the same retailer; if not, say that it is a new one.',
    });
    expect(await world.seamline.confirmNewCustomer(id, 'Isla')).toBe(name);
    await world.syncNextHour();
    expect(saleOf(world, id).header.customerId).toBe(namesakes(world)[0]?.id);
    expect(namesakes(world)[0]?.id).not.toBe(other.id);
  });

  it('ORD-11: holds when somebody with the same name was added meanwhile, before anything is created', async () => {
    const world = await worldWithout();
    const { id } = placeOrder(world);
    world.beforeRequest(({ name: operation }) => {
      if (operation === 'customers by name' && namesakes(world).length === 0)
        world.practice.cin7.edits.addCustomer({ name, code: 'OTHER' });
    });
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: `No retailer in Cin7 has JOOR code NB-0001 in AUD, but ${name} has the same name.`,
    });
    expect(namesakes(world)).toHaveLength(1);
    expect(salesOf(world, id)).toEqual([]);
  });

  it('ORD-11: that Cin7 refuses is told in its own words, and tried again by the next run', async () => {
    const world = await worldWithout({ ...newCustomer, receivable: '999' });
    const { id } = placeOrder(world);
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('needs-you');
    expect((await world.order(id)).reason).toMatch(/^Cin7 Core refused new customer: /);
    await world.seamline.settings.set('orders.newCustomer.receivable', '610');
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('in-cin7');
  });

  it.each<[string, FaultRule['do']]>([
    ['dropped before it arrives', 'dropBefore'],
    ['done and its answer dropped', 'dropAfter'],
    ['done and its answer cut in half', 'truncate'],
    ['done and answered with 500', { kind: 'statusAfter', status: 500 }],
    ['done two minutes later', { kind: 'commitLate', seconds: 120 }],
  ])('ORD-4: whose request is %s is there once, with one sale for each of its orders', async (_name, action) => {
    const world = await worldWithout();
    world.practice.cin7.faults.add(on(action));
    const orders = [placeOrder(world), placeOrder(world)];
    await world.syncNextHour();
    for (const { id } of orders)
      expect(await world.order(id)).toMatchObject({
        state: 'checking',
        reason: expect.stringContaining("it isn't known whether the customer exists"),
      });
    for (let hour = 0; hour < 4; hour += 1) {
      await world.syncNextHour();
      await world.practice.settle();
      expect(namesakes(world).length).toBeLessThanOrEqual(1);
    }
    expect(namesakes(world)).toHaveLength(1);
    for (const { id } of orders) {
      expect((await world.order(id)).state).toBe('in-cin7');
      expect(saleOf(world, id).header.customerId).toBe(namesakes(world)[0]?.id);
    }
  });
});

describe('a look at a customer that nobody knows to exist', () => {
  /** A screen over a world in which the answer to the new customer's creation was lost. */
  async function unclearWorld(action: FaultRule['do']) {
    const world = await worldWithout();
    const { id } = placeOrder(world);
    world.practice.cin7.faults.add(on(action));
    await world.sync();
    expect(await world.order(id)).toMatchObject({ state: 'checking' });
    const screen = await openScreen(world);
    onTestFinished(() => screen.close());
    const looks = async (milliseconds: number) => {
      world.clock.advance(milliseconds);
      for (let quiet = 0; quiet < 3; quiet += 1)
        await screen.until(() => expect(screen.store('run').current).toBeNull());
    };
    return { world, id, looks, requests: requestsSince(world.practice) };
  }

  it('ORD-4: finds the one whose answer was lost within minutes, and the order is sold to it at once', async () => {
    const { world, id, looks, requests } = await unclearWorld({ kind: 'dropAfter' });
    await looks(29 * second);
    expect(requests.entries()).toEqual([]);
    await looks(2 * second);
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7' });
    expect(requests.cin7Writes()).not.toContain('POST /customer');
    expect([namesakes(world), salesOf(world, id)].map((list) => list.length)).toEqual([1, 1]);
  });

  it('ORD-4: comes after each of the delays, and only after all of them the customer is created again', async () => {
    const { world, id, looks, requests } = await unclearWorld({ kind: 'dropBefore' });
    for (const seconds of [31, 121]) {
      await looks(seconds * second);
      expect(requests.cin7().filter((line) => line === 'GET /customer').length).toBeGreaterThan(0);
      expect(requests.cin7Writes()).toEqual([]);
    }
    await looks(10 * minute + second);
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7' });
    expect([namesakes(world), salesOf(world, id)].map((list) => list.length)).toEqual([1, 1]);
  });
});
