// SKUs and prices of v4 (JOOR 5.5, 5.6): the full matrix, names that belong to one SKU, and inactive colors on orders.
// Everything goes over real HTTP on loopback.
import { describe, expect, it, onTestFinished } from 'vitest';
import { memberOf, practised, skuItem } from './practised.ts';

describe('SKUs', () => {
  it('mints ids of color and size, and shows both traits in full', async () => {
    const joor = await practised(onTestFinished);
    const { id, skuIds } = await joor.makeStyle('S1', ['Blue', 'Red'], ['Small', 'Medium']);
    expect(skuIds).toHaveLength(4);
    expect(Buffer.from(skuIds[0] ?? '', 'base64').toString()).toMatch(/^0\|\d+\|\d+$/);
    const list = await joor.v4('GET', `/skus?product_ids=${id}`);
    expect(list.data[0]).toMatchObject({
      id: skuIds[0],
      product_id: id,
      external_id: 'S1-BLU-Small',
      trait_values: [
        {
          trait: { id: 'U0tVVHJhaXQ6U3R5bGVDb2xvcg==', name: 'Color' },
          value: 'Blue',
          external_id: 'BLU',
          status: 'ACTIVE',
        },
        { trait: { id: 'U0tVVHJhaXQ6U2l6ZQ==', name: 'Size' }, value: 'Small', order_nbr: 1, swatch: null },
      ],
      identifiers: [{ type: 'upc', value: 'upc-S1-BLU-Small' }],
    });
    // SKUs of one color share its id.
    const colorIds = skuIds.map((sku) => Buffer.from(sku, 'base64').toString().split('|')[1]);
    expect(new Set(colorIds).size).toBe(2);
  });

  it('wants the whole color × size matrix, counting what is there already', async () => {
    const joor = await practised(onTestFinished);
    const { id } = await joor.makeStyle('S1', ['Blue'], ['Small', 'Medium']);
    const half = await joor.v4('POST', '/skus/bulk_create', [skuItem(id, 'S1', 'Red', 'Small')]);
    expect(half.data).toEqual([]);
    expect(half.errors[0]?.['message']).toMatch(/full list/);
    const whole = await joor.v4('POST', '/skus/bulk_create', [
      skuItem(id, 'S1', 'Red', 'Small'),
      skuItem(id, 'S1', 'Red', 'Medium'),
    ]);
    expect(whole.data).toHaveLength(2);
    // "small" is another size than "Small".
    const other = await joor.v4('POST', '/skus/bulk_create', [skuItem(id, 'S1x', 'Red', 'small')]);
    expect(other.errors[0]?.['message']).toMatch(/full list/);
  });

  it('makes the missing pairs itself in the way of the first edition', async () => {
    const joor = await practised(onTestFinished, { fullMatrix: false });
    const { id } = await joor.makeStyle('S1', [], []);
    const reply = await joor.v4('POST', '/skus/bulk_create', [
      skuItem(id, 'S1', 'Blue', 'Small'),
      skuItem(id, 'S1', 'Red', 'Medium'),
    ]);
    expect(reply.data).toHaveLength(2);
    expect((await joor.v4('GET', `/skus?product_ids=${id}`)).data).toHaveLength(4);
  });

  it('wants both traits, a color code, and names that nobody else has', async () => {
    const joor = await practised(onTestFinished);
    const { id } = await joor.makeStyle('S1');
    const { id: other } = await joor.makeStyle('S2');
    const item = skuItem(other, 'S2', 'Blue', 'Small');
    const reply = await joor.v4('POST', '/skus/bulk_create', [
      { product_id: id, trait_values: [{ trait_name: 'Color', value: 'Red', external_id: 'RED' }] },
      {
        product_id: id,
        trait_values: [
          { trait_name: 'Color', value: 'Green' },
          { trait_name: 'Size', value: 'Small' },
        ],
      },
      { ...item, product_id: 'no such' },
      item,
    ]);
    expect(reply.errors.map(({ status, message }) => [status, message])).toEqual([
      ['INVALID', 'Exactly one Color and one Size are required in trait_values'],
      ['INVALID', 'The Color trait value requires an external_id'],
      ['NOT_FOUND', 'Product not found'],
      ['DUPLICATED', 'SKU already exists'],
    ]);
  });

  it('keeps external ids and UPCs to one SKU of the account', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1');
    const { id } = await joor.makeStyle('S2', [], []);
    const item = skuItem(id, 'S2', 'Blue', 'Small');
    const reply = await joor.v4('POST', '/skus/bulk_create', [{ ...item, external_id: 'S1-BLU-Small' }]);
    expect(reply.errors).toMatchObject([{ status: 'DUPLICATED', details: { external_id: 'S1-BLU-Small' } }]);
    const upc = [{ type: 'UPC', value: 'upc-S1-BLU-Small' }];
    const clash = await joor.v4('POST', '/skus/bulk_create', [{ ...item, identifiers: upc }]);
    expect(clash.errors).toMatchObject([{ details: { upc: 'upc-S1-BLU-Small' } }]);
    joor.joor.switches.uniqueUpc = false;
    expect((await joor.v4('POST', '/skus/bulk_create', [{ ...item, identifiers: upc }])).data).toHaveLength(1);
  });

  it('updates by id and by external id, and a renamed color keeps its SKUs', async () => {
    const joor = await practised(onTestFinished);
    const { id, skuIds } = await joor.makeStyle('S1', ['Blue'], ['Small', 'Medium']);
    await joor.v4('POST', '/skus/bulk_update', [
      { id: skuIds[0], trait_values: [{ trait_name: 'Color', value: 'Ocean', external_id: 'BLU' }] },
    ]);
    await joor.v4('POST', '/skus/bulk_update_by_external_id', [
      { external_id: 'S1-BLU-Medium', identifiers: [{ type: 'upc', value: 'new' }] },
    ]);
    const list = await joor.v4('GET', `/skus?product_ids=${id}`);
    expect(list.data.map((sku) => sku['id'])).toEqual(skuIds);
    expect(list.data.map((sku) => memberOf(sku, 'trait_values', 0, 'value'))).toEqual(['Ocean', 'Ocean']);
    expect(joor.joor.state.skusByUpc.get('new')?.id).toBe(skuIds[1]);
    expect(joor.joor.state.skusByUpc.has('upc-S1-BLU-Medium')).toBe(false);
  });

  it('takes an inactive color out of orders that are not shipped, and puts it back', async () => {
    const joor = await practised(onTestFinished);
    const { skuIds } = await joor.makeStyle('S1', ['Blue', 'Red'], ['Small']);
    const lines = ['S1-BLU-Small', 'S1-RED-Small'].map((sku) => ({ sku, quantity: 2 }));
    const approved = joor.joor.edits.placeOrder({ customerCode: 'NB-0001', lines });
    const shipped = joor.joor.edits.placeOrder({ customerCode: 'NB-0001', lines });
    joor.joor.edits.shipOrder(shipped.id);
    const setStatus = (status: string) =>
      joor.v4('POST', '/skus/bulk_update', [{ id: skuIds[0], trait_values: [{ trait_name: 'Color', status }] }]);
    const linesOf = async (order: string) =>
      (await joor.v4('GET', `/orders/sku_line_items?order_ids=${order}`)).data.map((line) =>
        memberOf(line, 'line_item_sku', 'sku_identifier'),
      );
    await setStatus('INACTIVE');
    expect(await linesOf(approved.id)).toEqual(['S1-RED-Small']);
    expect(await linesOf(shipped.id)).toEqual(['S1-BLU-Small', 'S1-RED-Small']);
    expect((await joor.v4('GET', `/orders?order_ids=${approved.id}`)).data).toMatchObject([
      { quantity: 2, total: 200 },
    ]);
    await setStatus('ACTIVE');
    expect(await linesOf(approved.id)).toEqual(['S1-BLU-Small', 'S1-RED-Small']);
  });
});

describe('prices', () => {
  it('keeps one price per SKU and price type, as text with two places', async () => {
    const joor = await practised(onTestFinished);
    const { skuIds } = await joor.makeStyle('S1');
    const [sku] = skuIds;
    const price = { sku_id: sku, price_type_id: '3', wholesale_value: '58.5' };
    const again = await joor.v4('POST', '/prices/bulk_create', [price]);
    expect(again.errors).toMatchObject([{ status: 'DUPLICATED', details: { sku_id: sku, price_type_id: '3' } }]);
    const other = await joor.v4('POST', '/prices/bulk_create', [
      { sku_id: sku, price_type_name: 'AUD-1', price_type_currency_code: 'AUD', wholesale_value: '58.5' },
    ]);
    expect(other.data).toMatchObject([{ sku_id: sku, wholesale_value: '58.50', retail_value: null }]);
    const list = await joor.v4('GET', `/prices?sku_ids=${sku}`);
    expect(list.data.map((row) => memberOf(row, 'price_type', 'name'))).toEqual(['USD-1', 'AUD-1']);
    const [first] = list.data;
    const changed = await joor.v4('POST', '/prices/bulk_update', [{ id: first?.['id'], wholesale_value: '99.00' }]);
    expect(changed.data).toMatchObject([{ id: first?.['id'], wholesale_value: '99.00', retail_value: '200.00' }]);
  });

  it('refuses numbers, unknown SKUs and price types that do not match to the letter', async () => {
    const joor = await practised(onTestFinished);
    const { skuIds } = await joor.makeStyle('S1');
    const reply = await joor.v4('POST', '/prices/bulk_create', [
      { sku_id: skuIds[0], price_type_id: '4', wholesale_value: 58 },
      { sku_id: 'no such', price_type_id: '4', wholesale_value: '58' },
      { sku_id: skuIds[0], price_type_name: 'aud-1', price_type_currency_code: 'AUD', wholesale_value: '58' },
    ]);
    expect(reply.data).toEqual([]);
    expect(reply.errors.map((error) => error['status'])).toEqual(['INVALID', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('refuses an address that is too long for the gateway', async () => {
    const joor = await practised(onTestFinished);
    const ids = Array.from({ length: 500 }, (_, index) => `MHw1NTE3MDk1fDE4MjMw${index}`).join(',');
    expect((await joor.v4('GET', `/prices?sku_ids=${ids}`)).status).toBe(414);
  });
});
