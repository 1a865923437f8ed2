// What holds an order: everything is decided before anything is written, a hold says what is missing and what to do, and
// goes by itself when its cause goes (ORD-2).
import { describe, expect, it } from 'vitest';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { requestsSince } from '../support/requests.ts';
import { linesOf, placeOrder, saleOf, salesOf, type OrderFields } from '../support/sales.ts';
import { flowOf, type World } from '../support/world.ts';

interface Hold {
  readonly name: string;
  /** Brings about the cause, after the first sync. */
  readonly cause?: (world: World) => unknown;
  readonly order?: OrderFields;
  readonly reason: RegExp;
  readonly nextStep: RegExp;
  /** Takes the cause away; without it the hold stays for a person. */
  readonly cure?: (world: World, orderId: string) => unknown;
}

const customer =
  (changes: Parameters<World['practice']['cin7']['edits']['changeCustomer']>[0]['changes']) => (world: World) =>
    world.practice.cin7.edits.changeCustomer({ customer: 'Second Story Clothiers', changes });

const set = (path: string, value: string) => (world: World) => world.seamline.settings.set(path, value);

const sku = 'SH-102-NVY-XS';

const holds: readonly Hold[] = [
  {
    name: 'an unknown customer',
    cause: customer({ code: 'OTHER' }),
    reason: /No retailer in Cin7 has JOOR code NB-0001 in AUD/,
    nextStep: /Add the code NB-0001 to Second Story Clothiers/,
    cure: customer({ code: 'NB-0001' }),
  },
  {
    name: 'a deprecated customer',
    cause: customer({ status: 'Deprecated' }),
    reason: /Second Story Clothiers is deprecated in Cin7/,
    nextStep: /Make Second Story Clothiers active again/,
    cure: customer({ status: 'Active' }),
  },
  {
    name: 'two customers with one code',
    cause: (world) => world.practice.cin7.edits.addCustomer({ name: 'Second Story Again', code: 'NB-0001' }),
    reason: /2 customers in Cin7 have JOOR code NB-0001 in AUD/,
    nextStep: /Leave the code on one of them/,
    cure: (world) =>
      world.practice.cin7.edits.changeCustomer({ customer: 'Second Story Again', changes: { code: 'NB-1001' } }),
  },
  {
    name: 'a customer on credit hold',
    cause: customer({ isOnCreditHold: true }),
    reason: /Second Story Clothiers is on credit hold/,
    nextStep: /Release the customer/,
    cure: customer({ isOnCreditHold: false }),
  },
  {
    name: 'an order in another currency than its customer',
    order: { currency: 'USD' },
    reason: /Second Story Clothiers buys in AUD in Cin7, but the order is in USD/,
    nextStep: /Add a customer for Second Story Clothiers in USD/,
    cure: (world) =>
      world.practice.cin7.edits.addCustomer({
        name: 'Second Story USD',
        code: 'NB-0001',
        currency: 'USD',
        taxRule: 'GST Free Exports',
      }),
  },
  {
    name: 'a currency without a rate',
    cause: set('orders.currencyRates', '{}'),
    order: { customerCode: 'NB-0003' },
    reason: /no rate from USD to AUD is set/,
    nextStep: /USD rate .*\(orders\.currencyRates\.USD\)/,
    cure: set('orders.currencyRates', '{"USD":{"rate":"1.5","asOf":"2026-11-20"}}'),
  },
  {
    name: 'a rate that is too old',
    cause: set('orders.currencyRates', '{"USD":{"rate":"1.5","asOf":"2026-09-20"}}'),
    order: { customerCode: 'NB-0003' },
    reason: /rate for USD is of 2026-09-20, more than 30 days/,
    nextStep: /present rate .*\(orders\.currencyRates\.USD\)/,
    cure: set('orders.currencyRates', '{"USD":{"rate":"1.5","asOf":"2026-11-20"}}'),
  },
  {
    name: 'a tax rule that Cin7 lacks',
    cause: customer({ taxRule: 'VAT 20 %' }),
    reason: /no tax rule "VAT 20 %" for Second Story Clothiers/,
    nextStep: /active sales tax rule/,
    cure: set('orders.taxRules', '{"Australia":"GST on Income"}'),
  },
  {
    name: 'a tax rule that is switched off',
    cause: customer({ taxRule: 'GST on Income (old)' }),
    reason: /"GST on Income \(old\)" of Second Story Clothiers isn't active for sales/,
    nextStep: /active sales tax rule/,
    cure: customer({ taxRule: 'GST on Income' }),
  },
  {
    name: 'a payment term that is switched off',
    cause: customer({ paymentTerm: 'Net 30' }),
    reason: /Payment term "Net 30" of Second Story Clothiers is switched off/,
    nextStep: /orders\.maps\.terms/,
    cure: customer({ paymentTerm: '30 days' }),
  },
  {
    name: 'freight without a service for it',
    cause: set('orders.freightService', 'default'),
    order: { freight: '12.50' },
    reason: /no Service product in Cin7 is chosen for it/,
    nextStep: /\(orders\.freightService\)/,
    cure: set('orders.freightService', 'Freight'),
  },
  {
    name: 'freight by a service that Cin7 lacks',
    cause: set('orders.freightService', 'Pigeon Post'),
    order: { freight: '12.50' },
    reason: /no Service product "Pigeon Post"/,
    nextStep: /Correct orders\.freightService/,
    cure: set('orders.freightService', 'Freight'),
  },
  {
    name: 'a location that is not in use',
    cause: set('orders.location', 'Old Warehouse'),
    reason: /no location "Old Warehouse" in use/,
    nextStep: /Correct orders\.location/,
    cure: set('orders.location', 'default'),
  },
  {
    name: 'a product that was deprecated',
    cause: (world) => world.practice.cin7.edits.changeProduct({ sku, changes: { status: 'Deprecated' } }),
    reason: /SH-102-NVY-XS is deprecated in Cin7/,
    nextStep: /Make SH-102-NVY-XS active again/,
    cure: (world) => world.practice.cin7.edits.changeProduct({ sku, changes: { status: 'Active' } }),
  },
  {
    name: 'a case pack',
    order: { lines: [{ sku, quantity: 2, multiplier: 6 }] },
    reason: /SH-102 Navy XS is a case pack of 6/,
    nextStep: /Enter this order in Cin7 by hand/,
  },
  {
    name: 'a fraction of a unit',
    order: { lines: [{ sku, quantity: 1.5 }] },
    reason: /SH-102 Navy XS has the quantity 1\.5/,
    nextStep: /Correct the quantity in JOOR/,
    cure: (world, orderId) => world.practice.joor.edits.editOrder({ orderId, set: [{ line: sku, quantity: 2 }] }),
  },
];

describe('a hold', () => {
  it.each(holds)(
    'ORD-2: for $name says what is missing and writes nothing',
    async ({ cause, order, reason, nextStep, cure }) => {
      const world = await syncedWorld();
      // Ordered while all was well, or as it is ordered in life.
      const { id } = placeOrder(world, order);
      await cause?.(world);
      const requests = requestsSince(world.practice);
      const report = await world.syncNextHour();
      expect(await world.order(id)).toMatchObject({
        state: 'needs-you',
        reason: expect.stringMatching(reason),
        nextStep: expect.stringMatching(nextStep),
        saleNumber: null,
      });
      expect(requests.cin7Writes()).toEqual([]);
      expect(report.outcome).toBe('needs-you');
      expect(flowOf(report, 'orders').needsYou).toBe(2);
      const { needsYou } = await world.seamline.status();
      expect(needsYou.filter(({ kind, label }) => kind === 'order' && label === id)).toHaveLength(1);

      if (cure === undefined) return;
      await cure(world, id);
      await world.syncNextHour();
      expect(await world.order(id)).toMatchObject({ state: 'in-cin7', nextStep: '' });
      expect(linesOf(saleOf(world, id))).toEqual([`${sku} 2`]);
    },
  );

  it('ORD-2: an unknown SKU holds the whole order, with the name of its line and the next step', async () => {
    const world = await worldFor();
    const requests = requestsSince(world.practice);
    await world.sync();
    expect(await world.order('7712308')).toMatchObject({
      state: 'needs-you',
      reason: "SKU SH-102-BLU-M isn't in Cin7.",
      nextStep: 'Use SH-102-BLUE-M for it from now on, or create SH-102-BLU-M in Cin7.',
    });
    expect(salesOf(world, '7712308')).toEqual([]);
    expect(JSON.stringify(requests.bodies('/sale'))).not.toContain('7712308');

    world.practice.cin7.edits.changeProduct({ sku: 'SH-102-BLUE-M', changes: { sku: 'SH-102-BLU-M' } });
    await world.syncNextHour();
    expect((await world.order('7712308')).state).toBe('in-cin7');
    expect(saleOf(world, '7712308').order.lines).toHaveLength(10);
  });

  it('ORD-2: several things that are missing are counted, and each one that is mended goes', async () => {
    const world = await syncedWorld();
    const { id } = placeOrder(world, {
      freight: '9',
      lines: [
        { sku, quantity: 1.5 },
        { sku: 'SH-102-NVY-M', quantity: 2, multiplier: 3 },
      ],
    });
    await set('orders.freightService', 'default')(world);
    await world.syncNextHour();
    expect((await world.order(id)).reason).toBe('SH-102 Navy XS has the quantity 1.5. 2 more things are missing.');
    await set('orders.freightService', 'Freight')(world);
    await world.syncNextHour();
    expect((await world.order(id)).reason).toBe('SH-102 Navy XS has the quantity 1.5. 1 more thing is missing.');
  });

  it('ORD-2: a hold keeps the time since when it is so', async () => {
    const world = await syncedWorld();
    const since = async () => (await world.seamline.status()).needsYou.find(({ label }) => label === '7712308')?.since;
    const first = await since();
    await world.syncNextHour();
    expect(await since()).toBe(first);
  });

  it('ORD-2: orders wait, and say for what, until the source of the customer code is chosen', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('customers.codeFrom', 'default');
    const requests = requestsSince(world.practice);
    const report = await world.sync();
    expect(flowOf(report, 'orders')).toMatchObject({
      state: 'waiting',
      nextStep: 'Choose it in Settings, Customers (customers.codeFrom).',
      needsYou: 1,
    });
    expect(requests.cin7Writes()).toEqual([]);
    expect(flowOf(report, 'products').state).toBe('done');
  });
});
