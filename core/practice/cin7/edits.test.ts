// What a person does in Cin7's own screens, and how it shows over the wire.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cin7Edits } from './edits/edits.ts';
import { type TestAccount, startAccount } from './test-account.ts';

let account: TestAccount;
let edits: Cin7Edits;
beforeEach(async () => {
  account = await startAccount();
  ({ edits } = account.practice);
  account.clock.advance(60_000);
});
afterEach(() => account.stop());

const product = async (sku: string) =>
  (await account.get(`product?Sku=${sku}&IncludeDeprecated=true&IncludeAttachments=true`)).json.Products.find(
    (row: { SKU: string }) => row.SKU === sku,
  );
const family = async (sku: string) => (await account.get(`productFamily?Sku=${sku}`)).json.ProductFamilies[0];
const now = '2026-11-23T01:23:04.61Z';

describe('edits of products', () => {
  it('change fields and move the date', async () => {
    edits.changeProduct({
      sku: 'SH-102-NVY-M',
      changes: { name: 'New', prices: { '2': 61.5 }, tags: 'JOOR,Core', status: 'Deprecated' },
    });
    expect(await product('SH-102-NVY-M')).toMatchObject({
      Name: 'New',
      PriceTier2: 61.5,
      Tags: 'JOOR,Core',
      Status: 'Deprecated',
      LastModifiedOn: now,
    });
  });

  it('of the price may leave the date alone', async () => {
    account.practice.switches.priceEditBumpsProduct = false;
    edits.changeProduct({ sku: 'SH-102-NVY-M', changes: { prices: { '2': 61.5 } } });
    expect((await product('SH-102-NVY-M')).LastModifiedOn).not.toBe(now);
  });

  it('rename a SKU everywhere', async () => {
    edits.changeProduct({ sku: 'SH-102-BLUE-M', changes: { sku: 'SH-102-BLU-M' } });
    expect(await product('SH-102-BLUE-M')).toBeUndefined();
    expect((await family('SH-102')).Products.map((member: { SKU: string }) => member.SKU)).toContain('SH-102-BLU-M');
    const rows = (await account.get('ref/productavailability?Sku=SH-102-BLU-M')).json;
    expect(rows.Total).toBeGreaterThan(0);
  });

  it('delete a product without a trace', async () => {
    edits.deleteProduct({ sku: 'SH-102-NVY-M' });
    expect(await product('SH-102-NVY-M')).toBeUndefined();
    expect((await family('SH-102')).Products).toHaveLength(14);
  });

  it('replace images, which moves no date', async () => {
    edits.removeImages({ owner: 'SH-102-NVY-M' });
    edits.addImage({ owner: 'SH-102-NVY-M', fileName: 'new front.png' });
    const row = await product('SH-102-NVY-M');
    expect(row.Attachments.map((image: { FileName: string }) => image.FileName)).toEqual(['new front.png']);
    expect(row.LastModifiedOn).not.toBe(now);
  });
});

describe('edits of families', () => {
  it('change tags and option values', async () => {
    edits.changeFamily({ family: 'SH-102', changes: { tags: 'NotWholesale', optionNames: ['Color', 'Size'] } });
    edits.renameOptionValue({ family: 'SH-102', option: 1, from: 'Navy', to: 'Midnight' });
    const row = await family('SH-102');
    expect(row).toMatchObject({ Tags: 'NotWholesale', Option1Name: 'Color', LastModifiedOn: now });
    expect(row.Products[0].Option1).toBe('Midnight');
  });

  it('add a variant at the price of its siblings', async () => {
    edits.addVariant({ family: 'SH-102', sku: 'SH-102-RED-M', options: ['Red', 'M'], onHand: { 'Sydney DC': 12 } });
    const [red, navy] = [await product('SH-102-RED-M'), await product('SH-102-NVY-M')];
    expect(red.PriceTier2).toBe(navy.PriceTier2);
    expect((await family('SH-102')).Products).toHaveLength(16);
    const rows = (await account.get('ref/productavailability?Sku=SH-102-RED-M')).json.ProductAvailabilityList;
    expect(rows).toMatchObject([{ OnHand: 12, Location: 'Sydney DC' }]);
  });

  it('let a product leave and join', async () => {
    edits.leaveFamily({ sku: 'SH-102-NVY-M' });
    expect((await family('SH-102')).Products).toHaveLength(14);
    edits.joinFamily({ sku: 'SH-102-NVY-M', family: 'SH-102', options: ['Navy', 'M'] });
    expect((await family('SH-102')).Products).toHaveLength(15);
  });

  it('add a whole style', async () => {
    edits.addStyle({
      number: 'DR-900',
      name: 'Aster Gown',
      optionNames: ['Colour', 'Size'],
      prices: { '2': 120 },
      variants: ['8', '10'].map((size) => ({ sku: `DR-900-INK-${size}`, options: ['Ink', size] })),
    });
    expect(await family('DR-900')).toMatchObject({ Tags: 'JOOR', Option2Values: '8,10' });
    expect(await product('DR-900-INK-8')).toMatchObject({ Name: 'Aster Gown - Ink / 8', PriceTier2: 120 });
  });
});

describe('edits of stock and the account', () => {
  const list = async (query: string) =>
    (await account.get(`ref/productavailability?${query}`)).json.ProductAvailabilityList;

  it('set stock, in a bin too', async () => {
    edits.setStock({ sku: 'SH-102-NVY-M', location: 'Melbourne Showroom', onHand: 3 });
    edits.setStock({ sku: 'SH-102-NVY-M', location: 'Sydney DC', bin: 'A-01', onHand: 8 });
    expect((await list('Sku=SH-102-NVY-M')).map((row: { Bin: string }) => row.Bin)).toContain('A-01');
    edits.setStock({ sku: 'SH-102-NVY-M', location: 'Sydney DC', bin: 'A-01', onHand: 0 });
    expect((await list('Sku=SH-102-NVY-M')).map((row: { Bin: string }) => row.Bin)).not.toContain('A-01');
  });

  it('rename a location, whose rows follow at once', async () => {
    edits.renameLocation({ location: 'Sydney DC', to: 'Sydney North' });
    expect(await list('Location=Sydney%20DC')).toEqual([]);
    expect((await list('Location=Sydney%20North')).length).toBeGreaterThan(50);
    edits.removeStockRows({ location: 'Sydney North' });
    expect(await list('Location=Sydney%20North')).toEqual([]);
  });

  it('rename a price tier', async () => {
    edits.renamePriceTier({ tier: 2, to: 'Trade AUD' });
    expect((await account.get('ref/priceTier')).json.PriceTiers[1]).toEqual({ Code: 2, Name: 'Trade AUD' });
    expect(Object.keys((await product('SH-102-NVY-M')).PriceTiers)[1]).toBe('Trade AUD');
  });

  it('change and add customers', async () => {
    edits.changeCustomer({ customer: 'NB-0001', changes: { isOnCreditHold: true, currency: 'USD' } });
    edits.addCustomer({ name: 'New Door', code: 'NB-7777' });
    const rows = (await account.get('customer?ModifiedSince=2026-11-23T01:23:00')).json.CustomerList;
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual(expect.objectContaining({ AdditionalAttribute1: 'NB-0001', IsOnCreditHold: true }));
    expect(rows).toContainEqual(expect.objectContaining({ Name: 'New Door', AdditionalAttribute1: 'NB-7777' }));
  });
});

describe('edits of sales', () => {
  it('change the lines of an authorised order, and take them back', async () => {
    edits.setStock({ sku: 'SH-102-NVY-M', location: 'Sydney DC', onHand: 10 });
    const CustomerID = account.brand.retailers[0]?.id;
    const { ID } = (await account.post('sale', { CustomerID, SkipQuote: true, ExternalID: 'x' })).json;
    const row = { SKU: 'SH-102-NVY-M', Quantity: 4, Price: 50, Tax: 20, TaxRule: 'GST on Income', Total: 200 };
    await account.post('sale/order', { SaleID: ID, Status: 'AUTHORISED', Lines: [row] });
    edits.changeSaleLines({ sale: 'x', lines: [{ sku: 'SH-102-NVY-M', quantity: 6 }] });
    const sale = async () => (await account.get(`sale?ID=${ID}`)).json;
    expect((await sale()).Order).toMatchObject({ Status: 'AUTHORISED', TotalBeforeTax: 300, Tax: 30 });
    edits.undoSale({ sale: 'SO-00412' });
    expect((await sale()).Status).toBe('ORDERING');
    edits.authoriseSale({ sale: ID });
    edits.voidSale({ sale: ID });
    expect((await sale()).Status).toBe('VOIDED');
  });
});

describe('edits as data', () => {
  it('do the same by name', async () => {
    edits.apply({ edit: 'changeFamily', family: 'SH-102', changes: { name: 'Renamed' } });
    expect((await family('SH-102')).Name).toBe('Renamed');
  });

  it('say what is wrong with them', () => {
    expect(() => edits.apply({ edit: 'burnDown' })).toThrow(/no edit/);
    expect(() => edits.apply({ edit: 'setStock', sku: 'SH-102-NVY-M', location: 'Sydney DC' })).toThrow(/onHand/);
    expect(() => edits.setStock({ sku: 'NOPE', location: 'Sydney DC', onHand: 1 })).toThrow("no product 'NOPE'");
  });
});

describe('a full account', () => {
  it('holds the brand: every SKU, every style, every retailer, and a freight service', async () => {
    const full = await startAccount({ size: 'full' });
    const total = async (path: string) => (await full.get(path)).json.Total;
    const skus = full.brand.styles.flatMap((style) => style.skus).length;
    expect(await total('product?IncludeDeprecated=true')).toBe(skus + 1);
    expect(await total('productFamily')).toBe(full.brand.styles.filter((style) => style.kind === 'family').length);
    expect(await total('customer?IncludeDeprecated=true')).toBe(300);
    expect(await total('saleList')).toBe(0);
    expect((await full.get('product?Sku=FREIGHT')).json.Products[0]).toMatchObject({
      Name: 'Freight',
      Type: 'Service',
    });
    await full.stop();
  });

  it('can hold the sales from before', async () => {
    const full = await startAccount({ size: 'full', pastSales: true });
    const { SaleList } = (await full.get('saleList?Limit=1000')).json;
    expect(SaleList).toHaveLength(18);
    expect(SaleList.every((row: { ExternalID: string | null }) => row.ExternalID === null)).toBe(true);
    expect(SaleList.filter((row: { Status: string }) => row.Status === 'ORDERED')).toHaveLength(13);
    const short = (await full.get('ref/productavailability?Limit=1000')).json.ProductAvailabilityList.filter(
      (row: { Available: number }) => row.Available < 0,
    );
    expect(short).toEqual([]);
    await full.stop();
  });
});

describe('the account itself', () => {
  it('is put into other positions of its switches while it runs; a position that is none is refused', async () => {
    const running = await startAccount();
    const { edits } = running.practice;
    edits.setSwitches({ switches: { unknownRoute: '404', customerCap: 7 } });
    expect((await running.get('nowhere')).status).toBe(404);
    expect((await running.get('customer?Limit=50')).json.CustomerList).toHaveLength(7);
    expect(running.practice.switches.limit).toBe(10_000);
    for (const switches of [{ unknownRoute: 'maybe' }, { noSuchSwitch: 1 }, { limit: '60' }])
      expect(() => edits.setSwitches({ switches })).toThrow(Error);
    await running.stop();
  });
});
