import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../base/decimal.ts';
import type { Customer } from '../model/customer.ts';
import type { Order } from '../model/order.ts';
import { sampleCustomer, sampleLine, sampleOrder, sampleProduct } from '../model/test-samples.ts';
import { parseSettings } from '../settings/index.ts';
import { externalIdOf, referenceOf } from './external-id.ts';
import { preflight, type PreflightFacts } from './preflight.ts';

const products = [sampleProduct('p1'), sampleProduct('p2'), sampleProduct('old', { status: 'Deprecated' })];
const rule = (name: string, more = {}) => ({
  id: name,
  name,
  percent: '10',
  isActive: true,
  isForSales: true,
  isTaxInclusive: false,
  ...more,
});

function factsOf(
  orders: unknown = {},
  more: Partial<PreflightFacts> = {},
  customers = [sampleCustomer('c1')],
): PreflightFacts {
  const settings = parseSettings(JSON.stringify({ customers: { codeFrom: { attribute: 1 } }, orders }));
  return {
    settings,
    company: {
      name: 'Aurora',
      currency: 'AUD',
      timeZone: 'Australia/Melbourne',
      lockDate: null,
      defaultTaxRule: '',
      appliesDiscounts: false,
      taxRounding: 'line',
    },
    scope: { environment: 'live', account: '483146' },
    turn: 1,
    find: {
      byId: (id) => products.find((product) => product.id === id) ?? null,
      byJoorSku: () => null,
      bySku: () => [],
      byBarcode: () => [],
      byAlias: () => null,
      near: () => [],
    },
    customersByCode: (code) => customers.filter(({ attributes }) => attributes[0] === code),
    allCustomers: () => customers,
    isConfirmedNew: () => false,
    priceTiers: ['Wholesale AUD'],
    taxRules: [rule('GST on Income'), rule('Export', { percent: '0' }), rule('Old', { isActive: false })],
    paymentTerms: [
      { id: '1', name: '30 days', isActive: true },
      { id: '2', name: 'Net60', isActive: false },
    ],
    locations: [
      { id: 'l1', name: 'Main Warehouse', isDefault: true, isDeprecated: false },
      { id: 'l2', name: 'Showroom', isDefault: false, isDeprecated: false },
      { id: 'l3', name: 'Closed', isDefault: false, isDeprecated: true },
    ],
    carriers: ['Australia Post'],
    salesReps: ['Jo Rep'],
    service: (name) => (name === 'Freight' ? sampleProduct('freight', { name: 'Freight', type: 'Service' }) : null),
    ...more,
  };
}

/** An address that no customer has. */
const elsewhere = { ...sampleOrder('1').shipTo, name: 'Tide & Timber', postcode: '3232' };

const codesOf = (order: Order, facts: PreflightFacts) => preflight(order, facts).holds.map(({ code }) => code);

describe('ORD-2 pre-flight', () => {
  it('makes a complete sale of an order that has everything', () => {
    const order = sampleOrder('8812345', {
      lines: [sampleLine('p1', { listPrice: '55', comment: 'Gift' }), sampleLine('p2', { quantity: 2 })],
      total: '600',
      comments: 'Please<eop>hurry',
    });
    const { draft, holds, demand } = preflight(order, factsOf());
    expect(holds).toEqual([]);
    expect(draft).toMatchObject({
      externalId: 'joor:live:483146:8812345',
      customerId: 'c1',
      location: 'Main Warehouse',
      reference: 'PO-7781 JOOR-8812345',
      contact: 'Freya Lund',
      taxRule: 'GST on Income',
      terms: '30 days',
      orderDate: '2026-11-03',
      shipBy: '2027-01-15',
      note: 'JOOR order 8812345, linesheet SS27. Ship window 2027-01-15 to 2027-02-28. Please hurry',
      currencyRate: null,
      totalBeforeTax: '600',
      charges: [],
    });
    expect(draft?.lines).toEqual([
      {
        productId: 'p1',
        sku: 'P1',
        name: 'Product p1',
        quantity: '10',
        price: '50',
        discount: '0',
        tax: '50',
        taxRule: 'GST on Income',
        total: '500',
        comment: 'Gift. List price 55.00',
      },
      expect.objectContaining({ productId: 'p2', quantity: '2', tax: '10', total: '100', comment: '' }),
    ]);
    expect(demand.map(({ product, units }) => [product.id, units])).toEqual([
      ['p1', 10],
      ['p2', 2],
    ]);
  });

  it('is all or nothing: one line without a product holds the order, and what it will take is still known', () => {
    const order = sampleOrder('1', { lines: [sampleLine('p1'), sampleLine('gone')], total: '1000' });
    const { draft, holds, demand } = preflight(order, factsOf());
    expect([draft, holds.map(({ code }) => code), demand.map(({ units }) => units)]).toEqual([
      null,
      ['unknown-sku'],
      [10],
    ]);
  });

  it.each<[string, Partial<Order>, unknown]>([
    ['no-lines', { lines: [], total: '0' }, {}],
    ['inactive-product', { lines: [sampleLine('old')] }, {}],
    ['lines-differ', { lines: [sampleLine('p1', { id: '' })] }, {}],
    ['totals-differ', { total: '500.02' }, {}],
    ['no-retailer', { customerCode: '' }, {}],
    ['near-customer', { customerCode: 'X' }, {}],
    [
      'unknown-customer',
      { customerCode: 'X', customerName: 'Tide & Timber', shipTo: elsewhere, billTo: elsewhere },
      {},
    ],
    ['customer-currency', { currency: 'USD' }, { currencyRates: { USD: { rate: '1.5', asOf: '2026-11-01' } } }],
    ['unknown-location', {}, { location: 'Closed' }],
    ['unknown-location', { warehouse: 'W' }, { warehouseLocations: { W: 'Nowhere' } }],
    ['tax-rule', {}, { taxRules: { Australia: 'Old' } }],
    ['tax-rule', {}, { taxRules: { AU: 'Missing' } }],
    ['terms', {}, { maps: { terms: { 'Net 30': 'Net60' } } }],
    ['unknown-carrier', { shippingMethod: 'Air' }, { maps: { carrier: { Air: 'Nobody' } } }],
    ['unmapped-carrier', { shippingMethod: 'Sea' }, { maps: { carrier: { Air: 'x' }, unmapped: 'hold' } }],
    ['unknown-sales rep', { salesRep: 'Al' }, { maps: { salesRep: { Al: 'Nobody' } } }],
    ['no-freight-service', { freight: '15', total: '515' }, {}],
    ['unknown-freight-service', { freight: '15', total: '515' }, { freightService: 'Gone' }],
  ])('holds with %s', (code, more, orders) => {
    expect(codesOf(sampleOrder('1', more), factsOf(orders))).toEqual([code]);
  });

  it('holds for the customer: deprecated, several, on credit hold, or no source of codes chosen', () => {
    const withCustomers = (...customers: Customer[]) => codesOf(sampleOrder('1'), factsOf({}, {}, customers));
    expect(withCustomers(sampleCustomer('c1', { status: 'Deprecated' }))).toEqual(['inactive-customer']);
    expect(withCustomers(sampleCustomer('c1'), sampleCustomer('c2'))).toEqual(['several-customers']);
    expect(withCustomers(sampleCustomer('c1'), sampleCustomer('c2', { currency: 'USD' }))).toEqual([]);
    expect(withCustomers(sampleCustomer('c1', { isOnCreditHold: true }))).toEqual(['credit-hold']);
    const onHold = [sampleCustomer('c1', { isOnCreditHold: true })];
    expect(codesOf(sampleOrder('1'), factsOf({ onCreditHold: 'export' }, {}, onHold))).toEqual([]);
    expect(codesOf(sampleOrder('1'), factsOf({}, { settings: parseSettings('{}') }))).toEqual(['no-code-source']);
  });

  it('follows the maps and overrides of the settings', () => {
    const order = sampleOrder('1', {
      warehouse: 'JOOR Main',
      shippingMethod: 'Air',
      salesRep: 'Al',
      freight: '15',
      total: '515',
    });
    const { draft } = preflight(
      order,
      factsOf({
        warehouseLocations: { 'JOOR Main': 'showroom' },
        taxRules: { Australia: 'export' },
        maps: { carrier: { Air: 'australia post' }, salesRep: { Al: 'Jo Rep' }, terms: { 'Net 30': '30 Days' } },
        freightService: 'Freight',
        shipBy: 'complete',
        reference: '{customer}: {po}',
      }),
    );
    expect(draft).toMatchObject({
      location: 'Showroom',
      taxRule: 'Export',
      carrier: 'Australia Post',
      salesRepresentative: 'Jo Rep',
      terms: '30 days',
      shipBy: '2027-02-28',
      reference: 'Northern Lights Boutique: PO-7781',
      charges: [{ description: 'Freight', price: '15', tax: '0', total: '15', taxRule: 'Export' }],
      totalBeforeTax: '515',
    });
  });

  it('ORD-7 needs a rate for another currency, and a fresh one', () => {
    const order = sampleOrder('1', { currency: 'USD' });
    const customers = [sampleCustomer('c1', { currency: 'USD' })];
    const check = (orders: unknown) => preflight(order, factsOf(orders, {}, customers));
    const rates = (asOf: string) => ({ currencyRates: { USD: { rate: '1.54321', asOf } }, currencyRateDays: 3 });
    expect(check({}).holds.map(({ code }) => code)).toEqual(['no-rate']);
    expect(check(rates('2026-10-30')).holds.map(({ code }) => code)).toEqual(['old-rate']);
    expect(check(rates('2026-10-31')).draft?.currencyRate).toBe('1.54321');
  });

  it("ORD-12 dates the sale by the approval in the company's zone, never before the lock date", () => {
    const facts = factsOf();
    const dateOf = (approvedAt: string, lockDate: string | null = null) =>
      preflight(sampleOrder('1', { approvedAt }), { ...facts, company: { ...facts.company, lockDate } }).draft
        ?.orderDate;
    expect(dateOf('2026-11-03T12:59:59.000Z')).toBe('2026-11-03');
    expect(dateOf('2026-11-03T13:00:00.000Z')).toBe('2026-11-04');
    expect(dateOf('2026-11-03T10:00:00.000Z', '2026-11-30')).toBe('2026-12-01');
    expect(dateOf('2026-12-01T10:00:00.000Z', '2026-11-30')).toBe('2026-12-01');
  });

  it("takes the customer's address where the order has none, never adding one", () => {
    const card = {
      id: 'a',
      line1: 'Dock 4',
      line2: '',
      city: 'Hobart',
      state: 'TAS',
      postcode: '7000',
      country: 'Australia',
    };
    const customers = [
      sampleCustomer('c1', {
        addresses: [
          { ...card, type: 'Billing', isDefault: true },
          { ...card, id: 'b', line1: 'Door 1', type: 'Shipping', isDefault: false },
        ],
      }),
    ];
    const blank = { ...sampleOrder('1').shipTo, line1: '', name: '' };
    const { draft } = preflight(sampleOrder('1', { shipTo: blank }), factsOf({}, {}, customers));
    expect(draft).toMatchObject({
      shipTo: { line1: 'Door 1', company: 'Northern Lights Boutique' },
      billTo: { line1: '88 Aurora St' },
    });
  });

  it('cuts long texts to what Cin7 Core takes, never inside a character', () => {
    const order = sampleOrder('1', {
      comments: `!${'👕'.repeat(900)}`,
      lines: [sampleLine('p1', { comment: '👕'.repeat(200) })],
    });
    const { draft } = preflight({ ...order, poNumber: 'x'.repeat(400) }, factsOf());
    const texts = [draft?.note ?? '', draft?.lines[0]?.comment ?? '', draft?.reference ?? ''];
    expect(texts.map(({ length }) => length)).toEqual([1_023, 256, 256]);
    expect(texts.filter((text) => /\p{Surrogate}/u.test(text))).toEqual([]);
  });

  it('gives for any order a complete sale with the right sum, or holds that each name the next step', () => {
    const name = fc.constantFrom(
      '',
      'Main',
      'Air',
      'Al',
      'Net 30',
      'AUD',
      'USD',
      'constructor',
      'toString',
      '__proto__',
      'NB-0042',
    );
    const money = fc.constantFrom('0', '15', '33.33', '500', '450.5');
    const order = fc
      .record({
        customerCode: name,
        currency: fc.constantFrom('AUD', 'USD', ''),
        warehouse: name,
        shippingMethod: name,
        salesRep: name,
        paymentMethod: name,
        freight: money,
        discountAmount: money,
        total: money,
        shipStart: fc.option(fc.constant('2027-01-15')),
        approvedAt: fc.option(fc.constant('2026-11-03T10:00:00.000Z')),
        lines: fc.array(
          fc.constantFrom('p1', 'p2', 'old', 'gone').map((id) => sampleLine(id)),
          { maxLength: 3 },
        ),
        shipTo: name.map((country) => ({ ...sampleOrder('1').shipTo, country, countryIso2: country })),
      })
      .map((more) => sampleOrder('1', more));
    const orders = fc.constantFrom<unknown>(
      {},
      { freightService: 'Freight' },
      { maps: { unmapped: 'hold', carrier: { a: 'b' } } },
    );
    fc.assert(
      fc.property(order, orders, (one, settings) => {
        const { draft, holds } = preflight(one, factsOf(settings));
        expect(draft === null).toBe(holds.length > 0);
        expect(holds.filter(({ sentence, nextStep }) => !sentence.endsWith('.') || !nextStep.endsWith('.'))).toEqual(
          [],
        );
        const sums = [...(draft?.lines ?? []), ...(draft?.charges ?? [])].map(({ total }) => new Decimal(total));
        const sum = sums.reduce((all, total) => all.plus(total), new Decimal(0));
        expect(sum.equals(draft?.totalBeforeTax ?? 0)).toBe(true);
        expect(
          sum
            .minus(draft === null ? 0 : one.total)
            .abs()
            .lessThanOrEqualTo('0.01'),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('SCOPE-2 how a sale says which order it came from', () => {
  const scope = { environment: 'live', account: '483146' };

  it('has a key of environment, account, order and turn', () => {
    expect([externalIdOf(scope, '7'), externalIdOf(scope, '7', 1), externalIdOf(scope, '7', 2)]).toEqual([
      'joor:live:483146:7',
      'joor:live:483146:7',
      'joor:live:483146:7:2',
    ]);
  });

  it('has a visible reference by the template, whatever the purchase order number holds', () => {
    const reference = (poNumber: string, template = '{po} JOOR-{id}', environment = 'live') =>
      referenceOf(sampleOrder('7', { poNumber }), template, environment);
    expect(reference('PO-1')).toBe('PO-1 JOOR-7');
    expect(reference('')).toBe('JOOR-7');
    expect(reference("A$&B$$C$'")).toBe("A$&B$$C$' JOOR-7");
    expect(reference('{id}{customer}')).toBe('{id}{customer} JOOR-7');
    expect(reference('1', '{PO} {constructor} {id}')).toBe('{PO} {constructor} 7');
  });

  it('SCOPE-3 begins with TEST in the sandbox', () => {
    expect(referenceOf(sampleOrder('7'), '{po}', 'sandbox')).toBe('TEST PO-7781');
  });
});
