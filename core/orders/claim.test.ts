import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../model/customer.ts';
import type { Order } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import { sampleCustomer, sampleDraft, sampleOrder, sampleProduct, sampleSaleLine } from '../model/test-samples.ts';
import { parseSettings, type Settings } from '../settings/index.ts';
import { aimOf, claimPolicy, freeStock, type ClaimFacts, type FreeStock } from './claim.ts';

const settingsOf = (orders: object, more: object = {}) => parseSettings(JSON.stringify({ orders, ...more }));

/** A draft that takes so many pieces of each product. */
const draftOf = (wanted: readonly (readonly [string, number])[]) =>
  sampleDraft(wanted.map(([productId, units]) => sampleSaleLine(productId, units)));

const factsOf = (settings: Settings, more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  settings,
  environment: 'live',
  today: '2026-11-23',
  productOf: (id) => sampleProduct(id),
  ...more,
});

interface Case {
  readonly order?: Partial<Order>;
  readonly customer?: Partial<Customer>;
  readonly environment?: string;
  readonly products?: Record<string, Partial<Product>>;
  readonly linesheets?: object;
}

/** The policy for an order of two products, `a` and `b`. */
function policyFor(
  orders: object,
  { order, customer, environment = 'live', products = {}, linesheets = {} }: Case = {},
) {
  const facts = factsOf(settingsOf(orders, { linesheets }), {
    environment,
    productOf: (id) => sampleProduct(id, products[id]),
  });
  const draft = draftOf([
    ['a', 1],
    ['b', 1],
  ]);
  return claimPolicy(sampleOrder('1', order), draft, sampleCustomer('c', customer), facts);
}

const aimFor = (claim: 'always' | 'when-available', wanted: readonly (readonly [string, number])[], free: FreeStock) =>
  aimOf({ policy: claim, why: '' }, draftOf(wanted), free, { ...factsOf(settingsOf({})), appliesDiscounts: false });

describe('ORD-5 claiming stock', () => {
  const order = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 4,
  });
  const stock = fc.array(
    fc.record({ productId: fc.constantFrom('a', 'b', 'c'), available: fc.integer({ min: -50_000, max: 300_000 }) }),
  );

  it('when-available: two orders never claim the same unit', () => {
    fc.assert(
      fc.property(stock, fc.array(order, { maxLength: 8 }), (lines, orders) => {
        const free = freeStock(lines);
        const before = new Map(free);
        const claimed = new Map<string, number>();
        for (const wanted of orders) {
          const { status, why } = aimFor('when-available', wanted, free);
          expect(why === '').toBe(status === 'AUTHORISED');
          if (status === 'AUTHORISED')
            for (const [id, units] of wanted) claimed.set(id, (claimed.get(id) ?? 0) + units);
        }
        for (const [id, units] of claimed) expect(units).toBeLessThanOrEqual(before.get(id) ?? 0);
        for (const [id, units] of free) expect(units).toBe((before.get(id) ?? 0) - (claimed.get(id) ?? 0));
      }),
    );
  });

  it('when-available: an order that is short waits as a draft, takes nothing, and says how short it is', () => {
    const free = freeStock([{ productId: 'a', available: 55_000 }]);
    const decide = (units: number) =>
      aimFor(
        'when-available',
        [
          ['a', units],
          ['a', 1],
        ],
        free,
      );
    expect(decide(5)).toMatchObject({ status: 'DRAFT', why: '1 unit is short in Main.', releaseWhenShort: false });
    expect(decide(9).why).toBe('5 units are short in Main.');
    expect(free.get('a')).toBe(5);
    expect(decide(4)).toMatchObject({ status: 'AUTHORISED', why: '', releaseWhenShort: true });
    expect(free.get('a')).toBe(0);
  });

  it('always claims, never below nothing, and keeps a backorder; never leaves a draft', () => {
    const free = freeStock([{ productId: 'a', available: 20_000 }]);
    expect(aimFor('always', [['a', 5]], free)).toMatchObject({ status: 'AUTHORISED', releaseWhenShort: false });
    expect(free.get('a')).toBe(0);
    expect(policyFor({ claim: 'never' })).toEqual({ policy: 'never', why: 'The settings leave it as a draft.' });
  });

  it('counts whole units, and nothing where less than nothing is there', () => {
    const free = freeStock([
      { productId: 'a', available: 19_999 },
      { productId: 'a', available: 25_000 },
      { productId: 'b', available: -30_000 },
    ]);
    expect(Object.fromEntries(free)).toEqual({ a: 3, b: 0 });
  });

  it('asks no stock of what Cin7 takes from none: services, kits made at the sale, drop-shipped products', () => {
    const kinds: Partial<Product>[] = [
      { type: 'Service' },
      { autoAssembly: true },
      { dropShipMode: 'Always Drop Ship' },
    ];
    for (const kind of kinds) {
      const facts = {
        ...factsOf(settingsOf({}), { productOf: (id) => sampleProduct(id, kind) }),
        appliesDiscounts: false,
      };
      expect(aimOf({ policy: 'when-available', why: '' }, draftOf([['a', 3]]), new Map(), facts).status).toBe(
        'AUTHORISED',
      );
    }
  });
});

describe('ORD-5 the policy of an order', () => {
  const linesheet = (claim: string) => ({ linesheet: 'ss27', claim });
  const tag = (claim: string) => ({ productTag: 'Preorder', claim });

  it('is the general one, or that of its linesheet or of the tag of one of its products', () => {
    const tagged = { products: { b: { tags: ['PREORDER'] } } };
    expect(policyFor({ claim: 'always' }).policy).toBe('always');
    expect(policyFor({ claim: 'always', claimRules: [linesheet('when-available')] }).policy).toBe('when-available');
    expect(policyFor({ claim: 'when-available', claimRules: [linesheet('always')] }).policy).toBe('always');
    expect(policyFor({ claim: 'always', claimRules: [tag('never')] }).policy).toBe('always');
    expect(policyFor({ claim: 'always', claimRules: [tag('never')] }, tagged).policy).toBe('never');
    // The other product isn't tagged and follows the general policy.
    expect(policyFor({ claim: 'when-available', claimRules: [tag('always')] }, tagged).policy).toBe('when-available');
  });

  it('is the most cautious of those that apply, in whatever order they are written', () => {
    const cautious = ['never', 'when-available', 'always'];
    const policy = fc.constantFrom(...cautious);
    const rules = fc.array(fc.oneof(policy.map(linesheet), policy.map(tag)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(policy, rules, (claim, claimRules) => {
        const products = { a: { tags: ['Preorder'] }, b: { tags: ['Preorder'] } };
        const chosen = policyFor({ claim, claimRules }, { products }).policy;
        const most = Math.min(...claimRules.map((rule) => cautious.indexOf(rule.claim)));
        expect(chosen).toBe(cautious[most]);
        expect(policyFor({ claim, claimRules: claimRules.toReversed() }, { products }).policy).toBe(chosen);
      }),
    );
  });

  it('claimFuture: an order that ships far ahead waits as a draft, with its date', () => {
    const future = (shipStart: string | null, claimFuture = 'draft') =>
      policyFor({ claim: 'always', claimFuture, futureDays: 30 }, { order: { shipStart } });
    expect(future('2026-12-24')).toEqual({ policy: 'never', why: 'It ships on 2026-12-24, more than 30 days ahead.' });
    expect(future('2026-12-23').policy).toBe('always');
    expect(future(null).policy).toBe('always');
    expect(future('2027-12-24', 'same').policy).toBe('always');
  });

  it('made to order: what is made for the order is not waited for, but a draft stays a draft', () => {
    const made = { order: { linesheetCode: 'mto' } };
    expect(policyFor({ claim: 'when-available' }, made).policy).toBe('always');
    expect(policyFor({ claim: 'never' }, made).policy).toBe('never');
    const named = { linesheets: { details: { SS27: { madeToOrder: true } } } };
    expect(policyFor({ claim: 'when-available' }, named).policy).toBe('always');
    expect(policyFor({ claim: 'when-available' }, { order: { linesheetName: 'constructor' } }).policy).toBe(
      'when-available',
    );
  });

  it('a customer on credit hold gets a draft where the settings say so', () => {
    const onHold = { customer: { isOnCreditHold: true, name: 'Nordic' } };
    expect(policyFor({ claim: 'always', onCreditHold: 'draft' }, onHold)).toEqual({
      policy: 'never',
      why: 'Nordic is on credit hold.',
    });
    expect(policyFor({ claim: 'always', onCreditHold: 'export' }, onHold).policy).toBe('always');
  });

  it('SCOPE-3 the sandbox never claims, whatever the settings', () => {
    const rules = { claim: 'always', invoice: 'authorised', claimRules: [linesheet('always')] };
    expect(policyFor(rules, { environment: 'sandbox' })).toEqual({
      policy: 'never',
      why: 'Sandbox orders stay drafts.',
    });
  });
});

describe('what shall become of a sale', () => {
  const aim = (policy: 'always' | 'never', orders: object, appliesDiscounts = false) =>
    aimOf({ policy, why: 'So it is.' }, draftOf([['a', 1]]), new Map(), {
      ...factsOf(settingsOf(orders)),
      appliesDiscounts,
    });

  it('ORD-6 only an authorised order is invoiced', () => {
    expect(aim('always', { invoice: 'draft' }).invoice).toBe('draft');
    expect(aim('always', { invoice: 'authorised' }).invoice).toBe('authorised');
    expect(aim('never', { invoice: 'authorised' })).toMatchObject({
      status: 'DRAFT',
      invoice: 'none',
      why: 'So it is.',
    });
  });

  it('ORD-7 accounts that apply discounts by themselves are compared as a draft first', () => {
    expect([
      aim('always', {}, true).compareFirst,
      aim('always', {}).compareFirst,
      aim('never', {}, true).compareFirst,
    ]).toEqual([true, false, false]);
  });
});
