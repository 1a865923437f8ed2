// Products and reference lists of v4 (JOOR 5.2 to 5.7), and what holds for every bulk write: items one by one, `data` and
// `errors`, unknown fields, bounds.
import { describe, expect, it, onTestFinished } from 'vitest';
import { practised } from './practised.ts';

const shirt = { name: 'El Pano Shirt', external_id: 'SHIRT1', product_identifier: 'SHIRT-1A' };

describe('products', () => {
  it('creates a product and answers with what it keeps', async () => {
    const joor = await practised(onTestFinished);
    const reply = await joor.v4('POST', '/products/bulk_create', [
      {
        ...shirt,
        description: 'Washed linen shirt',
        order_minimum: 0,
        category_ids: ['228'],
        product_trait_values: [{ trait_name: 'Materials', value: 'LINEN 100%', external_id: '012' }],
        tags: [{ name: 'Fit', value: 'Wide', code: 'F2', parent_id: '116554' }],
      },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.errors).toEqual([]);
    expect(reply.data).toMatchObject([
      {
        ...shirt,
        category_ids: ['228'],
        // Only Division, Fabrication and Silhouette keep a code.
        product_trait_values: [{ trait_id: 'UHJvZHVjdFRyYWl0Ok1BVA==', value: 'LINEN 100%', external_id: null }],
        tags: [{ name: 'Fit', value: 'Wide', code: 'F2', parent_id: '116554' }],
      },
    ]);
    const list = await joor.v4('GET', '/products');
    expect(list.data.map((row) => row['external_id'])).toEqual(['MAN-1', 'MAN-2', 'SHIRT1']);
  });

  it('calls a second create of the same identifier DUPLICATED and creates nothing', async () => {
    const joor = await practised(onTestFinished);
    await joor.v4('POST', '/products/bulk_create', [shirt]);
    const again = await joor.v4('POST', '/products/bulk_create', [shirt]);
    expect(again.status).toBe(200);
    expect(again.data).toEqual([]);
    expect(again.errors).toMatchObject([{ status: 'DUPLICATED', details: { product_identifier: 'SHIRT-1A' } }]);
    expect(joor.joor.state.products.size).toBe(3);
  });

  it('processes items one by one: a bad one among good ones is an error beside the data', async () => {
    const joor = await practised(onTestFinished);
    const reply = await joor.v4('POST', '/products/bulk_create', [
      { ...shirt, product_identifier: 'a' },
      { ...shirt, product_identifier: 'b', colour: 'Blue' },
      { external_id: 'no name' },
      { ...shirt, product_identifier: 'c', category_ids: ['no such'] },
      { ...shirt, product_identifier: 'd'.repeat(101) },
      { ...shirt, product_identifier: 'e' },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.data.map((row) => row['product_identifier'])).toEqual(['a', 'e']);
    expect(reply.errors.map((row) => row['message'])).toEqual([
      "Unknown field 'colour'",
      "Field 'name' is required",
      "Category 'no such' not found",
      "Field 'product_identifier' is too long",
    ]);
  });

  it('updates by id only, and lets an identifier belong to one product', async () => {
    const joor = await practised(onTestFinished);
    const made = await joor.v4('POST', '/products/bulk_create', [shirt, { ...shirt, product_identifier: 'SHIRT-1B' }]);
    const [first, second] = made.data.map((row) => String(row['id']));
    const reply = await joor.v4('POST', '/products/bulk_update', [
      { id: first, name: 'New name' },
      { id: second, product_identifier: 'SHIRT-1A' },
      { ...shirt, name: 'By identifier' },
    ]);
    expect(reply.data).toMatchObject([{ id: first, name: 'New name', external_id: 'SHIRT1' }]);
    expect(reply.errors).toMatchObject([{ status: 'DUPLICATED' }, { message: "Field 'id' is required" }]);
    joor.joor.switches.updateByIdentifier = true;
    const found = await joor.v4('POST', '/products/bulk_update', [{ ...shirt, name: 'By identifier' }]);
    expect(found.data).toMatchObject([{ id: first, name: 'By identifier' }]);
  });

  it('wants a JSON array, and refuses a call with too many items as a whole', async () => {
    const joor = await practised(onTestFinished, { maxItemsPerCall: 2 });
    expect((await joor.v4('POST', '/products/bulk_create', shirt)).status).toBe(400);
    const items = ['a', 'b', 'c'].map((identifier) => ({ ...shirt, product_identifier: identifier }));
    expect((await joor.v4('POST', '/products/bulk_create', items)).status).toBe(413);
    joor.joor.switches.tooManyItemsStatus = 400;
    expect((await joor.v4('POST', '/products/bulk_create', items)).status).toBe(400);
    expect(joor.joor.state.products.size).toBe(2);
  });

  it('shows a new product in lists only after the lag, and cuts lists when told to', async () => {
    const joor = await practised(onTestFinished, { listLagSeconds: 30 });
    await joor.v4('POST', '/products/bulk_create', [shirt]);
    expect((await joor.v4('GET', '/products')).data).toHaveLength(2);
    joor.clock.advance(30_000);
    expect((await joor.v4('GET', '/products')).data).toHaveLength(3);
    joor.joor.switches.listPageSize = 2;
    expect((await joor.v4('GET', '/products')).data).toHaveLength(2);
    expect((await joor.v4('GET', '/products?page=2')).data).toHaveLength(1);
  });

  it('fails each n-th item on request', async () => {
    const joor = await practised(onTestFinished, { failEveryNthItem: 2 });
    const items = ['a', 'b', 'c'].map((identifier) => ({ ...shirt, product_identifier: identifier }));
    const reply = await joor.v4('POST', '/products/bulk_create', items);
    expect(reply.data.map((row) => row['product_identifier'])).toEqual(['a', 'c']);
    expect(reply.errors).toMatchObject([{ status: 'ERROR', details: { product_identifier: 'b' } }]);
  });

  it('lets unknown fields through when that switch is off', async () => {
    const joor = await practised(onTestFinished, { rejectUnknownFields: false });
    const reply = await joor.v4('POST', '/products/bulk_create', [{ ...shirt, colour: 'Blue' }]);
    expect(reply.errors).toEqual([]);
    expect(reply.data).toMatchObject([shirt]);
  });
});

describe('after a lost answer', () => {
  it('holds what was committed: the second try is DUPLICATED, and the list gives the id', async () => {
    const joor = await practised(onTestFinished);
    joor.faults.add({ match: { path: '/v4/products/bulk_create', nth: 1 }, do: 'dropAfter' });
    await expect(joor.v4('POST', '/products/bulk_create', [shirt])).rejects.toThrow('fetch failed');
    expect((await joor.v4('POST', '/products/bulk_create', [shirt])).errors).toMatchObject([{ status: 'DUPLICATED' }]);
    const list = await joor.v4('GET', '/products');
    expect(list.data.filter((row) => row['product_identifier'] === 'SHIRT-1A')).toHaveLength(1);
  });

  it('makes a second linesheet of a repeated create, since linesheets have no unique key', async () => {
    const joor = await practised(onTestFinished);
    joor.faults.add({ match: { path: '/v4/collections/bulk_create', nth: 1 }, do: 'dropAfter' });
    const linesheet = [{ name: 'SS27', external_id: 'SS27' }];
    await expect(joor.v4('POST', '/collections/bulk_create', linesheet)).rejects.toThrow('fetch failed');
    await joor.v4('POST', '/collections/bulk_create', linesheet);
    expect((await joor.v4('GET', '/collections')).data.filter(({ name }) => name === 'SS27')).toHaveLength(2);
  });
});

describe('references', () => {
  it('lists categories, traits with constant SKU traits, and price types', async () => {
    const joor = await practised(onTestFinished);
    const categories = await joor.v4('GET', '/categories');
    expect(categories.data).toContainEqual({
      id: '490',
      name: 'Hats',
      parent_name: 'Accessories',
      department: 'WOMEN',
    });
    const traits = await joor.v4('GET', '/traits');
    expect(traits.data).toContainEqual({ id: 'U0tVVHJhaXQ6U3R5bGVDb2xvcg==', name: 'Color', type: 'sku' });
    expect(traits.data).toContainEqual({ id: 'U0tVVHJhaXQ6U2l6ZQ==', name: 'Size', type: 'sku' });
    expect(traits.data).toContainEqual({ id: 'UHJvZHVjdFRyYWl0Ok1BVA==', name: 'Materials', type: 'product' });
    const types = await joor.v4('GET', '/price_types');
    expect(types.data[0]).toEqual({ id: '3', name: 'USD-1', currency_code: 'USD', retail_currency_code: 'USD' });
  });

  it('creates and updates seasons', async () => {
    const joor = await practised(onTestFinished);
    const made = await joor.v4('POST', '/seasons/bulk_create', [
      { name: 'SUMMER 2027', year: 2027, external_id: 'SU27' },
    ]);
    const id = String(made.data[0]?.['id']);
    await joor.v4('POST', '/seasons/bulk_update', [{ id, year: 2028 }]);
    expect((await joor.v4('GET', '/seasons')).data).toContainEqual({
      id,
      name: 'SUMMER 2027',
      external_id: 'SU27',
      year: 2028,
    });
  });
});
