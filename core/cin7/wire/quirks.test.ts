import { describe, expect, it } from 'vitest';
import type { SaleDraft } from '../../model/sale.ts';
import type { Reply } from '../../http/operation.ts';
import { outcomeOf, sharedOutcomes } from '../../http/outcome.ts';
import { cin7Outcomes, wordsOfCin7 } from '../answers.ts';
import { familySchema, productSchema } from './catalogue.ts';
import { customerSchema } from './customers.ts';
import { companySchema, locationSchema, taxRuleSchema } from './references.ts';
import { saleHeadSchema, saleHeaderBody, saleOrderBody, saleSchema } from './sales.ts';
import { availabilitySchema } from './stock.ts';

const id = '2D5E6C0A-9B57-4C1C-9F1B-0A5A3C1F7E01';
const lower = id.toLowerCase();
const empty = '00000000-0000-0000-0000-000000000000';

describe('products as Cin7 Core writes them', () => {
  it('have lower-case ids, tags from one comma string, and null for prices that are 0', () => {
    const product = productSchema.parse({
      ID: id,
      SKU: 'HP-1',
      Barcode: ' 9351234000017 ',
      Tags: 'SS27, Core,,JOOR',
      Sellable: 'true',
      AutoAssembly: 'False',
      PriceTier1: 129.0,
      PriceTier2: '58.10',
      PriceTier3: 0,
      PriceTier4: '0.0000',
      PriceTier5: null,
      PriceTier6: '',
      PriceTier7: -0,
      LastModifiedOn: '2026-11-21T03:14:09.27Z',
    });
    expect(product).toMatchObject({ id: lower, barcode: '9351234000017', sellable: true, autoAssembly: false });
    expect(product.tags).toEqual(['SS27', 'Core', 'JOOR']);
    expect(product.prices).toEqual(['129', '58.1', null, null, null, null, null, null, null, null]);
    expect(product.modifiedOn).toBe('2026-11-21T03:14:09.270Z');
    expect(product.attributes).toEqual(Array.from({ length: 10 }, () => ''));
  });

  it('take "" and null for the same: nothing', () => {
    const blank = productSchema.parse({ ID: id, Barcode: '', Tags: null, Brand: null, LastModifiedOn: '' });
    expect(blank).toMatchObject({ barcode: null, tags: [], brand: '', modifiedOn: null });
    expect(productSchema.parse({ ID: id, Barcode: '  ' }).barcode).toBeNull();
  });

  it('read true from the words and numbers that are used for it, anything else is false', () => {
    const sellable = (value: unknown) => productSchema.parse({ ID: id, Sellable: value }).sellable;
    expect([true, 'true', 'True', '1', 1, 'yes'].map(sellable)).toEqual(Array.from({ length: 6 }, () => true));
    expect([false, 'false', '0', 0, 'no', '', null, undefined].map(sellable)).not.toContain(true);
  });

  it('are refused with a price that is no number, or without an id', () => {
    expect(productSchema.safeParse({ ID: id, PriceTier1: 'n/a' }).success).toBe(false);
    expect([{}, { ID: '' }, { ID: null }].map((row) => productSchema.safeParse(row).success)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('families list their members with three options, or have none', () => {
    const members = [{ ID: id, Option1: 'Navy', Option2: null }];
    expect(familySchema.parse({ ID: id, Products: members }).members).toEqual([
      { productId: lower, options: ['Navy', '', ''] },
    ]);
    expect(familySchema.parse({ ID: id, Products: null }).members).toEqual([]);
    expect(familySchema.parse({ ID: id }).optionNames).toEqual(['', '', '']);
  });
});

describe('reference books', () => {
  it('a location is a row without a parent; bins and places for fixed assets are none', () => {
    const row = { ID: id, Name: 'Main Warehouse', IsDefault: 'true', IsDeprecated: false };
    const main = { id: lower, name: 'Main Warehouse', isDefault: true, isDeprecated: false };
    for (const ParentID of [null, '', empty, undefined])
      expect(locationSchema.parse({ ...row, ParentID }).location).toEqual(main);
    expect(locationSchema.parse({ ...row, ParentID: id }).location).toBeNull();
    expect(locationSchema.parse({ ...row, FixedAssetsLocation: true }).location).toBeNull();
    expect(locationSchema.parse({ ...row, Deprecated: 'true' }).location?.isDeprecated).toBe(true);
  });

  it("the company's zone is UTC when this computer doesn't know it, and dates stay as written", () => {
    const company = companySchema.parse({
      Company: 'Aurora',
      Currency: 'aud',
      TimeZone: 'Nowhere/City',
      LockDate: '2026-06-30T00:00:00',
      TaxCalculationMethod: 'Row Total',
    });
    expect(company).toMatchObject({ currency: 'AUD', timeZone: 'UTC', lockDate: '2026-06-30', taxRounding: 'line' });
    const other = companySchema.parse({ Company: 'A', Currency: 'AUD', TimeZone: 'Australia/Melbourne' });
    expect(other).toMatchObject({ timeZone: 'Australia/Melbourne', lockDate: null, taxRounding: 'document' });
  });

  it("the company's zone may have an IANA name or a Windows one", () => {
    const zones = [
      'Europe/Moscow',
      'AUS Eastern Standard Time',
      'w. europe standard time',
      'Pacific Standard Time',
      '',
    ];
    const zone = (TimeZone: string) => companySchema.parse({ Company: 'A', Currency: 'AUD', TimeZone }).timeZone;
    expect(zones.map(zone)).toEqual([
      'Europe/Moscow',
      'Australia/Sydney',
      'Europe/Berlin',
      'America/Los_Angeles',
      'UTC',
    ]);
  });

  it("the lock date may come in the company's own format; a day that can be read in two ways is the later one", () => {
    const written = [
      '2026-06-30T00:00:00',
      '30/06/2026',
      '6/30/2026 12:00:00 AM',
      '05/06/2026',
      '30.06.2026',
      '30 Jun 2026',
      '3-September-2026',
      '31/31/2026',
      'soon',
      '',
      null,
    ];
    const lockDate = (LockDate: unknown) => companySchema.parse({ Company: 'A', Currency: 'AUD', LockDate }).lockDate;
    expect(written.map(lockDate)).toEqual([
      '2026-06-30',
      '2026-06-30',
      '2026-06-30',
      '2026-06-05',
      '2026-06-30',
      '2026-06-30',
      '2026-09-03',
      null,
      null,
      null,
      null,
    ]);
  });

  it('percents are exact, also as texts', () => {
    const percent = (TaxPercent: unknown) => taxRuleSchema.parse({ ID: id, TaxPercent }).percent;
    expect([10, '10.0000000000', 8.875, null].map(percent)).toEqual(['10', '10', '8.875', '0']);
  });
});

describe('customers', () => {
  it('have addresses and contacts in the order of their ids, and a mobile where the phone is missing', () => {
    const customer = customerSchema.parse({
      ID: id,
      Currency: 'usd',
      Discount: '1.0000',
      Addresses: [
        { ID: 'B', Line1: 'second' },
        { ID: 'a', Line1: 'first', DefaultForType: 'True' },
      ],
      Contacts: [{ ID: 'c', Phone: null, MobilePhone: '0400' }],
    });
    expect(customer.addresses.map(({ line1, isDefault }) => [line1, isDefault])).toEqual([
      ['first', true],
      ['second', false],
    ]);
    expect(customer).toMatchObject({ currency: 'USD', discount: '1', contacts: [{ phone: '0400', isDefault: false }] });
    expect(customerSchema.parse({ ID: id, Addresses: null, Contacts: null })).toMatchObject({
      addresses: [],
      contacts: [],
    });
  });
});

describe('sales', () => {
  it('have business dates that are never shifted, and an empty customer id for zeros', () => {
    const head = saleHeadSchema.parse({
      SaleID: id,
      CustomerID: empty,
      OrderDate: '2026-11-23T00:00:00',
      Updated: '2026-11-23T01:22:04.6Z',
    });
    expect(head).toMatchObject({
      id: lower,
      customerId: '',
      orderDate: '2026-11-23',
      updatedAt: '2026-11-23T01:22:04.600Z',
    });
  });

  it('have decimal texts for quantities, prices and totals, however they are written', () => {
    const sale = saleSchema.parse({
      ID: id,
      Order: {
        SaleOrderNumber: 'SO-00412',
        Lines: [
          { ProductID: id, Quantity: 36.0, Price: '58.1000', Discount: null, Total: 2088, BackorderQuantity: '' },
        ],
        TotalBeforeTax: 2654,
      },
    });
    expect(sale.lines).toEqual([
      { productId: lower, sku: '', quantity: '36', price: '58.1', discount: '0', total: '2088', backordered: '0' },
    ]);
    expect([sale.number, sale.totalBeforeTax, sale.total]).toEqual(['SO-00412', '2654', '0']);
    expect(saleSchema.parse({ ID: id, Order: { Lines: null } }).lines).toEqual([]);
    expect(saleSchema.safeParse({ ID: id }).success).toBe(false);
  });
});

describe('stock rows', () => {
  it('have whole ten-thousandths and tell bins and batches of a product apart', () => {
    const row = availabilitySchema.parse({ ID: id, Location: 'Main', Bin: null, Available: '-2.5', OnHand: 0.1 });
    expect(row).toMatchObject({ productId: lower, bin: '', available: -25_000, onHand: 1_000 });
    const batches = [
      { Batch: 'a', ExpiryDate: '2026-01-01' },
      { Batch: 'a', ExpiryDate: null },
      { Batch: 'a2026-01-01' },
    ].map((batch) => availabilitySchema.parse({ ID: id, ...batch }).batch);
    expect(new Set(batches).size).toBe(3);
    expect(availabilitySchema.safeParse({ ID: id, Available: 'many' }).success).toBe(false);
    for (const tooMuch of [1e308, '1e400', -1e13])
      expect(availabilitySchema.safeParse({ ID: id, OnHand: tooMuch }).success).toBe(false);
  });
});

const address = {
  line1: '88 Aurora St',
  line2: '',
  city: 'Hobart',
  state: 'TAS',
  postcode: '7000',
  country: 'Australia',
};
const draft: SaleDraft = {
  externalId: 'joor:live:1:2',
  customerId: lower,
  saleType: 'Simple',
  location: 'Main',
  reference: 'PO JOOR-2',
  contact: 'Freya',
  phone: '',
  email: '',
  billTo: address,
  shipTo: { ...address, company: 'Northern', contact: 'Freya' },
  taxRule: 'GST',
  terms: '30 days',
  priceTier: 'Wholesale',
  orderDate: '2026-11-23',
  shipBy: null,
  note: '',
  currencyRate: null,
  salesRepresentative: null,
  carrier: null,
  lines: [
    {
      productId: lower,
      sku: 'A',
      name: 'A',
      quantity: '36',
      price: '58.1',
      discount: '5.25',
      tax: '198.1791',
      taxRule: 'GST',
      total: '1981.791',
      comment: '',
    },
  ],
  charges: [{ description: 'Freight', price: '15', tax: '1.5', taxRule: 'GST', total: '15' }],
  totalBeforeTax: '1996.791',
};

describe('what creates a sale', () => {
  it('ORD-12 the header skips the quote, is without tax, and adds no address to the card', () => {
    const body = saleHeaderBody(draft);
    expect(body).toMatchObject({
      SkipQuote: true,
      TaxInclusive: false,
      ExternalID: 'joor:live:1:2',
      SaleOrderDate: '2026-11-23T00:00:00',
      ShippingAddress: { Line1: '88 Aurora St', ShipToOther: true, Company: 'Northern' },
    });
    for (const name of ['ShipBy', 'CurrencyRate', 'SalesRepresentative', 'Carrier'])
      expect(body).not.toHaveProperty(name);
    expect(saleHeaderBody({ ...draft, currencyRate: '1.54321', shipBy: '2027-02-01' })).toMatchObject({
      CurrencyRate: 1.54321,
      ShipBy: '2027-02-01T00:00:00',
    });
  });

  it('ORD-7 the lines are plain numbers, their totals without tax by default', () => {
    const body = JSON.stringify(saleOrderBody(lower, draft, 'AUTHORISED', 'without-tax'));
    expect(body).toContain('"Quantity":36,"Price":58.1,"Discount":5.25,"Tax":198.1791');
    expect(body).toContain('"Total":1981.791}');
    expect(body).toContain('"AutoPickPackShipMode":"NOPICK"');
    const withTax = JSON.stringify(saleOrderBody(lower, draft, 'DRAFT', 'with-tax'));
    expect(withTax).toContain('"Total":2179.9701}');
    expect(withTax).toContain('"Total":16.5');
  });
});

describe('an error model inside a 200', () => {
  const meaning = (text: string) => {
    const reply: Reply = { status: 200, headers: {}, text, json: JSON.parse(text) };
    const { action, code, didNothing } = outcomeOf({ reply }, [cin7Outcomes, sharedOutcomes]);
    return [action, code, didNothing];
  };

  it('is a refusal or a fault, alone or in a list, its members in either order', () => {
    const refusal = ['fail', 'refused', true];
    expect(meaning('[{"ErrorCode":400,"Exception":"x"}]')).toEqual(refusal);
    expect(meaning('{"ErrorCode": 404, "Exception": "Category not found."}')).toEqual(refusal);
    expect(meaning(' [ {"Exception":"a \\"quoted\\" word", "ErrorCode":"400"} ]')).toEqual(refusal);
    expect(meaning('[{"Exception":"x","ErrorCode":500}]')).toEqual(['repeat', 'server-fault', false]);
    expect(meaning('{"Total":1,"Products":[{"ErrorCode":400}]}')).toEqual(['use', 'internal', false]);
    expect(meaning('[{"ID":"a","FileName":"ErrorCode"}]')).toEqual(['use', 'internal', false]);
  });
});

describe("Cin7 Core's own words in a failing answer", () => {
  const words = (text: string, json?: unknown) => {
    const reply: Reply = { status: 400, headers: {}, text, json };
    return wordsOfCin7(reply);
  };

  it('are found in every form in which they come', () => {
    const model = { ErrorCode: 400, Exception: "Required attribute 'SKU' not provided." };
    expect(words('', [model, { ErrorCode: 400, Exception: 'Category not found.' }])).toBe(
      "Required attribute 'SKU' not provided. Category not found.",
    );
    expect(words('', model)).toBe("Required attribute 'SKU' not provided.");
    expect(words('', { Message: 'No PUT.' })).toBe('No PUT.');
    expect(words('', 'quoted')).toBe('quoted');
    expect(words(' Incorrect credentials! ')).toBe('Incorrect credentials!');
    expect(words(' <!DOCTYPE html><p>x')).toBe('a web page: wrong path or maintenance');
    expect(words('{"a":1}', { a: 1 })).toBe('{"a":1}');
    expect(words('', [])).toBe('');
  });

  it('are cut to what a person reads', () => {
    expect(words('x'.repeat(9_000))).toHaveLength(500);
    expect(words('', { Message: '👕'.repeat(400) })).toHaveLength(500);
  });
});
