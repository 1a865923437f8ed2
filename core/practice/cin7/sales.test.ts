// Sales over the wire: the two calls, the order of checks, stock that is claimed and given back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Reply, type TestAccount, startAccount } from './test-account.ts';

let account: TestAccount;
let customerId: string;
beforeEach(async () => {
  account = await startAccount();
  customerId = account.brand.retailers.find((retailer) => retailer.currency === 'AUD')?.id ?? '';
  for (const sku of ['SH-102-NVY-M', 'SH-102-NVY-L']) {
    account.practice.edits.setStock({ sku, location: 'Sydney DC', onHand: 34 });
  }
});
afterEach(() => account.stop());

const line = (sku: string, quantity: number, more: object = {}) => ({
  SKU: sku,
  Quantity: quantity,
  Price: 58,
  Tax: Math.round(quantity * 5.8 * 10_000) / 10_000,
  TaxRule: 'GST on Income',
  Total: quantity * 58,
  ...more,
});

const header = async (more: object = {}): Promise<Reply> =>
  account.post('sale', { CustomerID: customerId, SkipQuote: true, ExternalID: 'joor:sandbox:1:7712345', ...more });

const newSale = async (more: object = {}): Promise<string> => (await header(more)).json.ID;

const order = (saleId: string, lines: object[], more: object = {}) =>
  account.post('sale/order', { SaleID: saleId, Memo: '', Status: 'AUTHORISED', Lines: lines, ...more });

const stock = async (sku: string) =>
  (await account.get(`ref/productavailability?Sku=${sku}&Location=Sydney%20DC`)).json.ProductAvailabilityList[0];

const problem = (reply: Reply): unknown[] => [reply.status, reply.json[0]?.Exception];

describe('the header', () => {
  it('takes its defaults from the customer and has no lines', async () => {
    const { json } = await header({ Lines: [line('SH-102-NVY-M', 1)] });
    const retailer = account.brand.retailers.find((candidate) => candidate.id === customerId);
    expect(json).toMatchObject({
      Customer: retailer?.name,
      Contact: retailer?.contactName,
      Email: retailer?.email,
      TaxRule: 'GST on Income',
      Terms: retailer?.paymentTerm,
      PriceTier: 'Wholesale AUD',
      Location: 'Sydney DC',
      DefaultAccount: '200',
      SaleOrderDate: '2026-11-23T00:00:00',
      TaxCalculation: 'Exclusive',
      Status: 'ESTIMATED',
      Type: 'Simple Sale',
      CustomerCurrency: 'AUD',
      CurrencyRate: 1,
      FulFilmentStatus: 'NOT AVAILABLE',
    });
    expect(json.Order).toMatchObject({ SaleOrderNumber: 'SO-00412', Status: 'NOT AVAILABLE', Lines: [], Total: 0 });
    expect(json.BillingAddress.Line1).toBe(retailer?.billing.line1);
  });

  it('is found again by its ExternalID, and a second one with the same is accepted', async () => {
    const [first, second] = [await newSale(), await newSale()];
    expect(first).not.toBe(second);
    const { json } = await account.get('saleList?ExternalID=joor%3Asandbox%3A1%3A7712345');
    expect(json.Total).toBe(2);
    expect((await account.get('saleList?ExternalID=joor%3Asandbox%3A1%3A77123')).json.Total).toBe(0);
  });

  it('may take some seconds until the list shows it', async () => {
    account.practice.switches.lateListSeconds = 20;
    const id = await newSale();
    const found = async () => (await account.get('saleList?ExternalID=joor:sandbox:1:7712345')).json.Total;
    expect(await found()).toBe(0);
    expect((await account.get(`sale?ID=${id}`)).json.ID).toBe(id);
    account.clock.advance(20_000);
    expect(await found()).toBe(1);
  });

  it('finds the customer by exact name in any case, and never makes one', async () => {
    const name = account.brand.retailers[0]?.name.toUpperCase();
    expect((await header({ CustomerID: undefined, Customer: name })).status).toBe(200);
    expect(problem(await header({ CustomerID: undefined, Customer: 'Nobody' }))).toEqual([
      400,
      "Customer with name 'Nobody' not found.",
    ]);
    expect((await header({ CustomerID: undefined })).status).toBe(400);
  });

  it('wants a currency rate for a foreign customer', async () => {
    const foreign = account.brand.retailers.find((retailer) => retailer.currency === 'USD')?.id;
    expect(problem(await header({ CustomerID: foreign }))[1]).toBe("Required attribute 'CurrencyRate' not provided.");
    const { json } = await header({ CustomerID: foreign, CurrencyRate: 1.523456 });
    expect(json).toMatchObject({ CustomerCurrency: 'USD', BaseCurrency: 'AUD', CurrencyRate: 1.52346 });
  });

  it('refuses names that are in no reference book, and days that are locked', async () => {
    expect(problem(await header({ Location: 'Perth' }))[0]).toBe(400);
    expect(problem(await header({ Terms: 'Net 30' }))[1]).toContain('Active payment term');
    expect(problem(await header({ SalesRepresentative: 'Nobody' }))[1]).toContain('Company Contacts');
    expect(problem(await header({ SaleOrderDate: '2026-09-30' }))[1]).toContain('lock date');
    expect((await header({ SaleOrderDate: '2026-10-01T00:00:00' })).json.SaleOrderDate).toBe('2026-10-01T00:00:00');
  });

  it('without SkipQuote needs an authorised quote before its order', async () => {
    const id = await newSale({ SkipQuote: false });
    expect((await account.get(`sale?ID=${id}`)).json.Status).toBe('DRAFT');
    expect(problem(await order(id, []))).toEqual([400, 'Sale quote is not authorised.']);
    const quote = (Status: string) =>
      account.post('sale/quote', { SaleID: id, Status, Lines: [line('SH-102-NVY-M', 2)] });
    await quote('DRAFT');
    expect((await account.get(`sale?ID=${id}`)).json.Status).toBe('ESTIMATING');
    expect((await quote('AUTHORISED')).json.Total).toBe(127.6);
    expect((await account.get(`sale?ID=${id}`)).json.Status).toBe('ESTIMATED');
    expect((await order(id, [line('SH-102-NVY-M', 2)])).status).toBe(200);
  });

  it('is replaced as a whole by PUT: what is left out falls back', async () => {
    const id = await newSale({ Note: 'Keep me', Terms: '60 days' });
    const { json } = await account.put('sale', {
      ID: id,
      CustomerID: customerId,
      SkipQuote: true,
      CustomerReference: 'PO-1',
    });
    expect(json).toMatchObject({ CustomerReference: 'PO-1', Note: '', ExternalID: null });
  });
});

describe('addresses', () => {
  const addresses = async () => (await account.get(`customer?ID=${customerId}`)).json.CustomerList[0].Addresses.length;
  const address = { Line1: 'Dock 99', City: 'Hobart', State: 'TAS', Postcode: '7000', Country: 'Australia' };

  it('with ShipToOther leave the customer alone', async () => {
    const { json } = await header({ ShippingAddress: { ...address, ShipToOther: true } });
    expect(await addresses()).toBe(2);
    expect(json.ShippingAddress).toMatchObject({
      ID: '00000000-0000-0000-0000-000000000000',
      Line1: 'Dock 99',
      DisplayAddressLine2: 'Hobart TAS 7000 Australia',
      ShipToOther: true,
    });
  });

  it('without it add one to the customer, unless the first line is known', async () => {
    await header({ ShippingAddress: address });
    expect(await addresses()).toBe(3);
    await header({ ShippingAddress: { ...address, Line1: 'DOCK 99' } });
    expect(await addresses()).toBe(3);
  });

  it('can be read with country codes', async () => {
    const id = await newSale();
    expect((await account.get(`sale?ID=${id}&CountryFormat=Code2`)).json.BillingAddress.Country).toBe('AU');
    expect((await account.get(`sale?ID=${id}`)).json.BillingAddress.Country).toBe('Australia');
  });
});

describe('the order', () => {
  it('authorised, claims stock at the location and is ORDERED', async () => {
    const id = await newSale();
    const { json } = await order(
      id,
      [line('SH-102-NVY-M', 10), line('SH-102-NVY-L', 4, { Discount: 5, Total: 220.4 })],
      {
        AdditionalCharges: [
          { Description: 'Freight', Price: 15, Quantity: 1, Tax: 1.5, TaxRule: 'GST on Income', Total: 15 },
        ],
      },
    );
    expect(json).toMatchObject({ SaleOrderNumber: 'SO-00412', Status: 'AUTHORISED', TotalBeforeTax: 815.4 });
    expect(json.Tax).toBe(82.7);
    expect(json.Total).toBe(898.1);
    expect(json.Lines[0]).not.toHaveProperty('Backorder');
    expect(await stock('SH-102-NVY-M')).toMatchObject({ OnHand: 34, Allocated: 10, Available: 24 });
    const sale = (await account.get(`sale?ID=${id}`)).json;
    expect(sale).toMatchObject({
      Status: 'ORDERED',
      CombinedInvoiceStatus: 'NOT INVOICED',
      FulFilmentStatus: 'NOT FULFILLED',
    });
    expect(sale.Order.Lines[0].Backorder).toBe(false);
  });

  it('beyond the stock, splits silently: the rest is on backorder', async () => {
    const id = await newSale();
    const { json } = await order(id, [line('SH-102-NVY-M', 30), line('SH-102-NVY-M', 10)]);
    expect(json.Lines.map((row: { BackorderQuantity: number }) => row.BackorderQuantity)).toEqual([0, 6]);
    expect((await account.get(`sale?ID=${id}`)).json.Status).toBe('BACKORDERED');
    expect(await stock('SH-102-NVY-M')).toMatchObject({ Allocated: 34, Available: 0 });
  });

  it('can count backordered units as allocated, when switched so', async () => {
    account.practice.switches.backorderAllocation = 'whole-quantity';
    const id = await newSale();
    await order(id, [line('SH-102-NVY-M', 40)]);
    expect(await stock('SH-102-NVY-M')).toMatchObject({ OnHand: 34, Allocated: 40, Available: -6 });
    await account.remove(`sale?ID=${id}`);
    expect(await stock('SH-102-NVY-M')).toMatchObject({ Allocated: 0, Available: 34 });
  });

  it('as a draft claims nothing, and may be written again', async () => {
    const id = await newSale();
    await order(id, [line('SH-102-NVY-M', 10)], { Status: 'DRAFT' });
    expect((await account.get(`sale?ID=${id}`)).json.Status).toBe('ORDERING');
    expect(await stock('SH-102-NVY-M')).toMatchObject({ Allocated: 0 });
    const { json } = await order(id, [line('SH-102-NVY-L', 1)], { Status: 'DRAFT' });
    expect(json.Lines).toHaveLength(1);
  });

  it('is checked in a fixed order', async () => {
    expect(problem(await order('5b0f6c5e-2a0c-4e35-8d6e-7b6d0f9a1c11', []))).toEqual([
      400,
      "Sale with specified 'ID' not found.",
    ]);
    const id = await newSale();
    const one = async (changed: object, more: object = {}) =>
      problem(await order(id, [{ ...line('SH-102-NVY-M', 2), ...changed }], more))[1];
    expect(await one({ Quantity: null }, { Status: 'CLOSED' })).toBe('Status value should be DRAFT or AUTHORISED.');
    expect(await one({ SKU: 'SH-102-BLU-M', Quantity: null })).toBe("Product with SKU 'SH-102-BLU-M' not found.");
    expect(await one({ Quantity: null, Price: null })).toBe("Required attribute 'Quantity' not provided.");
    expect(await one({ Price: null, TaxRule: '' })).toBe("Required attribute 'Price' not provided.");
    expect(await one({ TaxRule: '', Total: null })).toBe("Required attribute 'TaxRule' not provided.");
    expect(await one({ TaxRule: 'GST on Income (old)' })).toContain('was not found in Taxation Rules reference book');
    expect(await one({ Total: null })).toBe("Required attribute 'Total' not provided.");
    expect(await one({ Total: 116.02 })).toContain('Total value 116.02 is invalid');
    expect(await one({}, { AdditionalCharges: [{ Description: 'Postage' }] })).toContain("'Postage' not found");
    expect(await one({ Total: 116.01 })).toBeUndefined();
    expect(problem(await order(id, []))[1]).toContain('already authorised');
  });

  it('takes a total with the tax added only when lenient', async () => {
    const id = await newSale();
    const lines = [line('SH-102-NVY-M', 2, { Total: 127.6 })];
    expect((await order(id, lines)).status).toBe(400);
    account.practice.switches.lineTotals = 'lenient';
    expect((await order(id, lines)).json.Total).toBe(127.6);
  });

  it('changes amounts by itself in accounts that apply discounts', async () => {
    account.practice.switches.automaticDiscountPercent = 10;
    expect((await account.get('me')).json.AutomaticallyApplyDiscounts).toBe(true);
    const id = await newSale();
    const { json } = await order(id, [line('SH-102-NVY-M', 10)]);
    expect([json.TotalBeforeTax, json.Tax, json.Lines[0].Discount]).toEqual([522, 52.2, 10]);
  });

  it('moves Updated of the sale and not the product', async () => {
    const before = (await account.get('product?Sku=SH-102-NVY-M')).json.Products[0].LastModifiedOn;
    const id = await newSale();
    account.clock.advance(5000);
    await order(id, [line('SH-102-NVY-M', 1)]);
    const [row] = (await account.get('saleList?UpdatedSince=2026-11-23T01:22:09.610')).json.SaleList;
    expect(row).toMatchObject({ SaleID: id, Updated: '2026-11-23T01:22:09.61Z', OrderStatus: 'AUTHORISED' });
    expect((await account.get('product?Sku=SH-102-NVY-M')).json.Products[0].LastModifiedOn).toBe(before);
  });
});

describe('products that are no plain stock', () => {
  beforeEach(async () => {
    await account.stop();
    account = await startAccount({ awkward: true });
  });

  it('services, non-inventory and drop-shipped lines claim nothing and are never backordered', async () => {
    const skus = ['AWK-NON-INVENTORY', 'AWK-DROP-SHIP', 'FREIGHT'];
    const { json } = await order(await newSale(), [
      ...skus.map((sku) => line(sku, 5)),
      line('AWK-OPTIONAL-DROP-SHIP', 5, { DropShip: true }),
      line('AWK-OPTIONAL-DROP-SHIP', 5),
    ]);
    expect(json.Lines.map((row: { BackorderQuantity: number }) => row.BackorderQuantity)).toEqual([0, 0, 0, 0, 5]);
  });

  it('kits are assembled from their parts when the order is authorised', async () => {
    const { json } = await order(await newSale(), [line('AWK-KIT', 12)]);
    expect(json.Lines[0].BackorderQuantity).toBe(2);
    expect(await stock('AWK-KIT')).toMatchObject({ OnHand: 10, Allocated: 10 });
    expect(await stock('AWK-KIT-PART')).toMatchObject({ OnHand: 0 });
  });

  it('stock in bins and batches is claimed row by row', async () => {
    const { json } = await order(await newSale(), [line('AWK-THREE-1', 14)]);
    expect(json.Lines[0].BackorderQuantity).toBe(0);
    const rows = (await account.get('ref/productavailability?Sku=AWK-THREE-1')).json.ProductAvailabilityList;
    expect(rows.map((row: { Available: number }) => row.Available)).toEqual([0, 0, 1.5]);
  });
});

describe('taking back', () => {
  it('undo makes the order a draft again and releases its stock', async () => {
    const id = await newSale();
    await order(id, [line('SH-102-NVY-M', 40)]);
    const { json } = await account.remove(`sale?ID=${id}`);
    expect([json.Status, json.Order.Status, json.Order.Lines.length]).toEqual(['ORDERING', 'DRAFT', 1]);
    expect(await stock('SH-102-NVY-M')).toMatchObject({ Allocated: 0, Available: 34 });
    expect(problem(await account.remove(`sale?ID=${id}&Void=false`))[0]).toBe(400);
  });

  it('void is for good', async () => {
    const id = await newSale();
    await order(id, [line('SH-102-NVY-M', 10)]);
    const { json } = await account.remove(`sale?ID=${id}&Void=true`);
    expect([json.Status, json.Order.Status, json.CombinedInvoiceStatus]).toEqual(['VOIDED', 'VOIDED', 'VOIDED']);
    expect(await stock('SH-102-NVY-M')).toMatchObject({ Allocated: 0 });
    expect(problem(await order(id, []))).toEqual([400, 'Sale is voided.']);
    const [row] = (await account.get('saleList?ExternalID=joor:sandbox:1:7712345')).json.SaleList;
    expect(row.Status).toBe('VOIDED');
  });

  it('is refused once picked, unless switched', async () => {
    const id = await newSale();
    await order(id, [line('SH-102-NVY-M', 10)], { AutoPickPackShipMode: 'AUTOPICK' });
    expect(problem(await account.remove(`sale?ID=${id}`))[0]).toBe(400);
    account.practice.switches.undoAfterPick = 'undoes-all';
    expect((await account.remove(`sale?ID=${id}`)).json.Status).toBe('ORDERING');
    expect(await stock('SH-102-NVY-M')).toMatchObject({ OnHand: 34, Allocated: 0 });
  });
});

describe('the list of sales', () => {
  it('is newest first, searches six fields and takes one value per filter', async () => {
    const first = await newSale({ CustomerReference: 'PO-1 JOOR-7712345' });
    account.clock.advance(1000);
    const second = await newSale({ ExternalID: 'other', CustomerReference: 'PO-2' });
    const ids = async (query: string) =>
      (await account.get(`saleList?${query}`)).json.SaleList.map((row: { SaleID: string }) => row.SaleID);
    expect(await ids('')).toEqual([second, first]);
    expect(await ids('Search=joor-771')).toEqual([first]);
    expect(await ids('Status=ESTIMATED')).toHaveLength(2);
    expect(await ids('Status=ESTIMATED,VOIDED')).toEqual([]);
    expect(await ids('CreatedSince=2026-11-23T01:22:05')).toEqual([second]);
    expect(await ids('UpdatedUntil=2026-11-23T01:22:05')).toEqual([first]);
  });
});
