// Products, families, images and stock over the wire.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestAccount, startAccount } from './test-account.ts';

interface Row {
  ID: string;
  SKU: string;
}

let account: TestAccount;
beforeAll(async () => {
  account = await startAccount({ awkward: true });
});
afterAll(() => account.stop());

const product = async (sku: string, more = '') =>
  (
    await account.get(`product?Limit=1000&Sku=${encodeURIComponent(sku)}&IncludeDeprecated=true${more}`)
  ).json.Products.find((row: Row) => row.SKU === sku);

describe('lists', () => {
  it('give 100 rows by default, at most the cap, and an empty page past the end', async () => {
    expect((await account.get('product')).json.Products).toHaveLength(100);
    expect((await account.get('product?Limit=0&Page=-1')).json).toMatchObject({ Page: 1 });
    expect((await account.get('product?Limit=5000')).json.Products).toHaveLength(1000);
    expect((await account.get('product?Limit=5000&IncludeBOM=true')).json.Products).toHaveLength(500);
    const past = (await account.get('product?Limit=1000&Page=9')).json;
    expect([past.Page, past.Products, past.Total > 1000]).toEqual([9, [], true]);
  });

  it('cap customers at 100 without a word', async () => {
    const { json } = await account.get('customer?Limit=1000');
    expect(json.CustomerList).toHaveLength(100);
    expect(json.Total).toBeGreaterThan(250);
  });

  it('need more than one page for all products, in the order of their SKUs', async () => {
    const seen: Row[] = [];
    for (let page = 1; page <= 2; page += 1) {
      seen.push(...(await account.get(`product?IncludeDeprecated=1&Limit=1000&Page=${page}`)).json.Products);
    }
    const skus = seen.map((row) => row.SKU.toUpperCase());
    expect(skus.length).toBe((await account.get('product?IncludeDeprecated=1')).json.Total);
    expect(skus.length).toBeGreaterThan(1500);
    expect(skus).toEqual([...skus].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(seen.map((row) => row.ID)).size).toBe(seen.length);
  });

  it('repeat the first rows for a page without a limit, when switched so', async () => {
    account.practice.switches.pageWithoutLimit = 'first-rows';
    const second = (await account.get('product?Page=2')).json;
    account.practice.switches.pageWithoutLimit = 'honoured';
    expect(second.Products[0].SKU).toBe((await account.get('product')).json.Products[0].SKU);
  });
});

describe('products', () => {
  it('have every field of the reference, tiers by number and by name', async () => {
    const plain = await startAccount();
    const row = (await plain.get('product?Sku=SH-102-NVY-M')).json.Products[0];
    expect(row).toMatchObject({
      Name: 'Marlow Oxford Shirt - Navy / M',
      Type: 'Stock',
      PriceTier10: 0,
      Sellable: true,
      BOMType: 'None',
      Suppliers: [],
      Attachments: [],
    });
    expect(Object.keys(row.PriceTiers)).toEqual(plain.brand.tierNames);
    expect(row.PriceTiers['Wholesale AUD']).toBe(row.PriceTier2);
    expect(row.LastModifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{0,2}[1-9])?Z$/);
    await plain.stop();
  });

  it('lose PriceTiers when two tiers have one name', async () => {
    expect(await product('AWK-ALONE')).not.toHaveProperty('PriceTiers');
    account.practice.switches.collidingPriceTiers = 'null';
    expect((await product('AWK-ALONE')).PriceTiers).toBeNull();
    account.practice.switches.collidingPriceTiers = 'absent';
  });

  it('hide the deprecated ones unless asked', async () => {
    expect((await account.get('product?Sku=AWK-GONE-1')).json.Total).toBe(0);
    expect((await account.get('product?Sku=AWK-GONE-1&IncludeDeprecated=true')).json.Total).toBe(1);
  });

  it('are filtered fuzzily by SKU and name', async () => {
    const found = (await account.get('product?Sku=awk-case')).json.Products.map((row: Row) => row.SKU);
    expect(found).toEqual(['AWK-CASE-1', 'AWK-CASE-2', 'AWK-CASE-3']);
  });

  it('show attachments only when asked, without IsDefault, with an address that serves an image', async () => {
    expect((await product('AWK-VARIANT-IMAGE-1')).Attachments).toEqual([]);
    const [image] = (await product('AWK-VARIANT-IMAGE-1', '&IncludeAttachments=true')).Attachments;
    expect(image).not.toHaveProperty('IsDefault');
    const response = await fetch(image.DownloadUrl);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(image.DownloadUrl.startsWith(`${account.origin}/Attachment/Download?ID=`)).toBe(true);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(bytes.slice(0, 4)).toEqual(Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
    const head = await fetch(image.DownloadUrl, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(bytes.length));
  });

  it('carry the awkward values as they are', async () => {
    expect((await product('AWK-TAGS-NULL')).Tags).toBeNull();
    expect((await product('AWK-TAGS-LOOSE')).Tags).toBe(' SS27 , Core,,core, JOOR ');
    const many: string = (await product('AWK-TAGS-MANY')).Tags;
    expect(many.split(',').length).toBe(12);
    expect(many.length).toBeLessThanOrEqual(256);
    expect(await product('AWK-ÄÖ-東京')).toBeDefined();
    expect(await product('[:[OrderTotalDiscount]:]')).toMatchObject({ Type: 'Service' });
  });

  it('are created with the answers of the reference', async () => {
    const problemOf = async (body: object) => (await account.post('product', body)).json[0].Exception;
    const good = {
      SKU: 'TST-1',
      Name: 'Test',
      Category: 'Shirts',
      Type: 'Stock',
      CostingMethod: 'FIFO',
      UOM: 'Item',
      Status: 'Active',
      PriceTier1: 10.12345,
    };
    expect(await problemOf({ ...good, SKU: undefined })).toBe("Required attribute 'SKU' not provided.");
    expect(await problemOf({ ...good, SKU: '' })).toBe("Attribute 'SKU' can't be empty.");
    expect(await problemOf({ ...good, SKU: 'awk-alone' })).toBe("Specified attribute 'SKU' already exists.");
    expect(await problemOf({ ...good, Category: 'Nowhere' })).toBe('Category not found.');
    expect(await problemOf({ ...good, UOM: 'Dozen' })).toBe(
      "Unit of measure with name 'Dozen' was not found reference book.",
    );
    expect(await problemOf({ ...good, PriceTier1: undefined })).toBe('PriceTiers value cannot be empty.');
    expect(await problemOf({ ...good, Tags: 'x'.repeat(257) })).toBe('Tags maximum length is 256 characters');
    const made = (await account.post('product', good)).json;
    expect(made).toMatchObject({ Total: 1, Page: 1 });
    expect(made.Products[0].PriceTier1).toBe(10.1235);
  });

  it('keep what a PUT leaves out, and clear what it empties', async () => {
    const before = await product('AWK-HTML');
    const { json } = await account.put('product', { ID: before.ID.toUpperCase(), Tags: '', PriceTier2: 41 });
    expect(json.Products[0]).toMatchObject({
      Tags: '',
      PriceTier2: 41,
      Name: before.Name,
      PriceTier1: before.PriceTier1,
    });
    expect((await account.put('product', { ID: 'x' })).json[0].Exception).toBe('ID parameter must be of GUID type');
    const taken = await account.put('product', { ID: before.ID, SKU: 'AWK-ALONE' });
    expect(taken.json[0].Exception).toContain('SKU "AWK-ALONE" already exists!');
  });
});

describe('families', () => {
  const family = async (sku: string) =>
    (await account.get(`productFamily?Limit=1000&Sku=${sku}`)).json.ProductFamilies.find((row: Row) => row.SKU === sku);

  it('know their members and their options, values repeated', async () => {
    const row = await family('SH-102');
    expect(row.Products).toHaveLength(15);
    expect(row).toMatchObject({ Option1Name: 'Colour', Option2Name: 'Size', Option3Name: '' });
    expect(row.Option1Values.split(',').slice(0, 3)).toEqual(['Navy', 'Navy', 'Navy']);
    expect(row).not.toHaveProperty('Status');
    expect(row).not.toHaveProperty('PriceTiers');
  });

  it('may be empty, or have only deprecated members', async () => {
    expect((await family('AWK-EMPTY')).Products).toEqual([]);
    expect((await family('AWK-GONE')).Products).toHaveLength(2);
  });

  it('always show their images, the default one as a text', async () => {
    const [first, second] = (await family('AWK-FAMILY-IMAGE')).Attachments;
    expect([first.IsDefault, second.IsDefault]).toEqual(['true', 'false']);
    const { ID } = await family('AWK-FAMILY-IMAGE');
    const bare = (await account.get(`productFamily/attachments?FamilyID=${ID}`)).json;
    expect(bare).toEqual([first, second]);
  });

  it('take members by PUT and never lose any by it', async () => {
    const { ID } = await family('AWK-EMPTY');
    const { ID: productId } = await product('AWK-ALONE');
    const put = (Products: object[]) => account.put('productFamily', { ID, Products });
    expect((await put([{ ID: productId }])).json[0].Exception).toBe("Required attribute 'Option1' not provided.");
    expect((await put([{ ID: productId, Option1: 'Navy' }])).json.ProductFamilies[0].Products).toHaveLength(1);
    expect((await put([])).json.ProductFamilies[0].Products).toHaveLength(1);
  });
});

describe('stock', () => {
  const rows = async (sku: string) =>
    (await account.get(`ref/productavailability?Sku=${encodeURIComponent(sku)}`)).json.ProductAvailabilityList;

  it('comes by product, location, bin and batch; its StockOnHand is money', async () => {
    const own = await rows('AWK-THREE-1');
    expect(own.map((row: Record<string, unknown>) => [row['Bin'], row['Batch'], row['OnHand']])).toEqual([
      [null, null, 7],
      ['A-01', null, 5],
      ['A-02', 'B-2027', 3.5],
    ]);
    expect(own[0].StockOnHand).toBe(86.42);
  });

  it('is On Hand less Allocated, even below zero, and a zero can be a row or none', async () => {
    expect((await rows('AWK-THREE-2'))[0]).toMatchObject({ OnHand: 0, Allocated: 2, Available: -2 });
    expect(await rows('AWK-NO-STOCK-ROW')).toEqual([]);
    const zeros = (await account.get('ref/productavailability?Limit=1000')).json.ProductAvailabilityList.filter(
      (row: Record<string, unknown>) => row['OnHand'] === 0,
    );
    expect(zeros.length).toBeGreaterThan(0);
  });

  it('is filtered by the name of the location', async () => {
    const { json } = await account.get('ref/productavailability?Location=melbourne%20showroom');
    expect(
      json.ProductAvailabilityList.every((row: { Location: string }) => row.Location === 'Melbourne Showroom'),
    ).toBe(true);
  });

  it('has no rows for services and non-inventory products', async () => {
    expect(await rows('FREIGHT')).toEqual([]);
    expect(await rows('AWK-NON-INVENTORY')).toEqual([]);
  });

  it('lies at warehouses, between whose rows their bins stand', async () => {
    const list = (await account.get('ref/location')).json.LocationList;
    const [main, bin] = list;
    expect(main).toMatchObject({ Name: 'Sydney DC', ParentID: null, IsDefault: true });
    expect(bin).toMatchObject({ Name: 'A-01', ParentID: main.ID, Bins: null });
    expect(main.Bins[0].ID).toBe(bin.ID.toUpperCase());
    expect(list.find((row: { Name: string }) => row.Name === 'Old Warehouse').IsDeprecated).toBe(true);
  });
});

describe('changes', () => {
  it('are found by ModifiedSince, the moment itself included unless switched', async () => {
    const { ID } = await product('AWK-TWIN-1');
    account.clock.advance(60_000);
    const now = (await account.put('product', { ID, Name: 'New name' })).json.Products[0].LastModifiedOn;
    const since = async (moment: string) => (await account.get(`product?ModifiedSince=${moment}`)).json.Total;
    expect(await since(now)).toBe(1);
    expect(await since(now.replace('Z', ''))).toBe(1);
    account.practice.switches.modifiedSince = 'exclusive';
    expect(await since(now)).toBe(0);
    account.practice.switches.modifiedSince = 'inclusive';
  });
});

describe('reference books', () => {
  it('have irregular keys and no envelope for price tiers', async () => {
    const keys = async (path: string) => Object.keys((await account.get(path)).json);
    expect(await keys('ref/priceTier')).toEqual(['PriceTiers']);
    expect(await keys('ref/account')).toEqual(['Total', 'Page', 'AccountsList']);
    expect(await keys('ref/tax')).toEqual(['Total', 'Page', 'TaxRuleList']);
    expect(await keys('ref/paymentterm')).toEqual(['Total', 'Page', 'PaymentTermList']);
    expect(await keys('ref/carrier')).toEqual(['Total', 'Page', 'CarrierList']);
    expect(await keys('ref/category')).toEqual(['Total', 'Page', 'CategoryList']);
    expect(await keys('me/contacts')).toEqual(['Total', 'Page', 'MeContactsList']);
  });

  it('filter flags, and refuse an unknown account code', async () => {
    const active = (await account.get('ref/tax?IsActive=true&IsTaxForSale=true')).json.TaxRuleList;
    expect(active.map((row: { Name: string }) => row.Name)).toEqual([
      'GST on Income',
      'GST Free Exports',
      'BAS Excluded',
    ]);
    const reply = await account.get('ref/account?Code=12345');
    expect([reply.status, reply.json[0].Exception]).toEqual([400, 'Account with specified ID not found']);
  });
});

describe('files', () => {
  it('are added and taken away one by one, and each answer holds all that are left', async () => {
    const { ID } = await product('AWK-ALONE');
    const file = (FileName: string, more = {}) => ({ ProductID: ID, FileName, Content: 'AAAA', ...more });
    expect((await account.post('product/attachments', file('a.jpg'))).json).toMatchObject([{ IsDefault: 'true' }]);
    const both = (await account.post('product/attachments', file('scan', { IsDefault: 'true' }))).json;
    expect(both).toMatchObject([
      { FileName: 'a.jpg', ContentType: 'image/jpeg', IsDefault: 'false' },
      { FileName: 'scan', ContentType: 'application/octet-stream', IsDefault: 'true' },
    ]);
    const left = (await account.remove(`product/attachments?ID=${both[0].ID}`)).json;
    expect(left.map(({ FileName }: { FileName: string }) => FileName)).toEqual(['scan']);
    expect((await account.remove(`product/attachments?ID=${both[0].ID}`)).status).toBe(400);
    expect((await account.post('product/attachments', file('b.png', { Content: '' }))).json).toEqual([
      { ErrorCode: 400, Exception: "Required attribute 'Content' not provided." },
    ]);
  });
});
