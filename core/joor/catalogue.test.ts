import { describe, expect, it } from 'vitest';
import { cannedConnection } from './test-connection.ts';
import { sendStock, type StockContent } from './v2/inventory.ts';
import { createLinesheets, listLinesheets, updateLinesheets } from './v4/linesheets.ts';
import { createPrices, listPrices, updatePrices } from './v4/prices.ts';
import { createProducts, updateProducts } from './v4/products.ts';
import { createSkus, listSkus } from './v4/skus.ts';

const caller = { lane: 'background' } as const;
const nothing = { data: [], errors: [] };

describe('sending the catalogue', () => {
  it('STY-6 sends only fields that have a value, cut to what JOOR takes', async () => {
    const joor = cannedConnection([nothing]);
    const product = { identifier: 'cin7:1', number: 'SH-1', name: 'n'.repeat(120) };
    await createProducts(joor, [{ ...product, fields: { description: 'd'.repeat(600), materials: '' } }], caller);
    await updateProducts(
      joor,
      [{ id: '9', ...product, fields: { materials: 'Linen', orderMinimum: '12 pcs' } }],
      caller,
    );
    expect(joor.asked.map(({ body, effect }) => ({ body, effect }))).toEqual([
      {
        effect: 'create',
        body: [
          { name: 'n'.repeat(100), external_id: 'SH-1', product_identifier: 'cin7:1', description: 'd'.repeat(500) },
        ],
      },
      {
        effect: 'idempotent',
        body: [
          {
            id: '9',
            name: 'n'.repeat(100),
            external_id: 'SH-1',
            product_identifier: 'cin7:1',
            order_minimum: 12,
            product_trait_values: [{ trait_name: 'Materials', value: 'Linen' }],
          },
        ],
      },
    ]);
  });

  it('STY-4 sends both traits of a SKU with codes and places, and finds them again in the answer', async () => {
    const joor = cannedConnection([nothing]);
    const colour = { code: 'BLU', name: 'Blue', position: 1 };
    const size = { code: 'S', name: 'Small', position: 2 };
    const bare = { productId: '1', number: null, identifier: null, barcode: null };
    await createSkus(joor, [{ ...bare, colour, size }], caller);
    expect(joor.asked[0]?.body).toEqual([
      {
        product_id: '1',
        trait_values: [
          { trait_id: 'U0tVVHJhaXQ6U3R5bGVDb2xvcg==', value: 'Blue', external_id: 'BLU', order_nbr: 1 },
          { trait_id: 'U0tVVHJhaXQ6U2l6ZQ==', value: 'Small', external_id: 'S', order_nbr: 2 },
        ],
        identifiers: [],
      },
    ]);
    const answered = (traits: unknown) => ({ data: [{ id: 'x', product_id: 1, trait_values: traits }], errors: [] });
    const byName = [
      { trait: { name: 'Size' }, value: 'Small', external_id: 'S' },
      { trait: { name: 'Color' }, value: 'Blue', external_id: 'BLU' },
    ];
    const byId = [{ trait_id: 'U0tVVHJhaXQ6U3R5bGVDb2xvcg==', value: 'Blue', external_id: 'BLU' }];
    expect((await listSkus(cannedConnection([answered(byName)]), ['1'], caller))[0]).toMatchObject({
      productId: '1',
      colourCode: 'BLU',
      sizeCode: 'S',
    });
    expect((await listSkus(cannedConnection([answered(byId)]), ['1'], caller))[0]).toMatchObject({
      colourCode: 'BLU',
      sizeCode: '',
    });
  });

  it('sends prices by SKU when they are new and by their own id when they are not', async () => {
    const joor = cannedConnection([nothing]);
    const price = { skuId: 'k', priceTypeId: '3', wholesale: '58.00', retail: null };
    await createPrices(joor, [price], caller);
    await updatePrices(joor, [{ ...price, id: '333', retail: '129.00' }], caller);
    expect(joor.asked.map(({ body }) => body)).toEqual([
      [{ sku_id: 'k', price_type_id: '3', wholesale_value: '58.00' }],
      [{ id: '333', wholesale_value: '58.00', retail_value: '129.00' }],
    ]);
    const flat = cannedConnection([
      { data: [{ id: 1, sku_id: 'k', price_type_id: 3, wholesale_value: 58 }], errors: '' },
    ]);
    expect(await listPrices(flat, ['k'], caller)).toEqual([
      { id: '1', skuId: 'k', priceTypeId: '3', wholesale: '58', retail: '0' },
    ]);
  });
});

describe('linesheets', () => {
  it('SHEET-3 send only the dates that are set, the whole membership, and the action under its uncertain name', async () => {
    const joor = cannedConnection([nothing], { itemActionParameter: 'item_action' });
    const items = [
      { productId: '1', position: 3, skuIds: ['a'] },
      { productId: '2', position: null, skuIds: null },
    ];
    const content = { id: '7', name: 'SS27', code: 'SS27', window: { start: '2027-01-15', cancel: null }, items };
    await updateLinesheets(joor, 'REPLACE_ITEMS', [content], caller);
    await createLinesheets(joor, [{ ...content, window: {} }], caller);
    expect(joor.asked[0]).toMatchObject({ query: { item_action: 'REPLACE_ITEMS' }, effect: 'idempotent' });
    expect(joor.asked[0]?.body).toEqual([
      {
        id: '7',
        name: 'SS27',
        external_id: 'SS27',
        delivery: { start_ship_date: '2027-01-15' },
        items: [{ product_id: '1', order_number: 3, sku_ids: ['a'] }, { product_id: '2' }],
      },
    ]);
    expect(joor.asked[1]).toMatchObject({ effect: 'create' });
    expect(JSON.stringify(joor.asked[1]?.body)).not.toContain('delivery');
  });

  it('are read with every way of saying "all SKUs", "no season" and "not yet visible"', async () => {
    const rows = [
      { id: 1, items: [{ product_id: 1, sku_ids: null }, { product_id: 2 }, { product_id: 3, sku_ids: [5] }] },
      { id: 2, visibility: 'owner', season: { id: 33615 }, delivery: { start_ship_date: '2027-01-15T00:00:00' } },
      { id: 3, visibility: 'ALL', season_id: '7', items: '' },
    ];
    const sheets = await listLinesheets(cannedConnection([{ data: rows, errors: [] }]), caller);
    expect(sheets.map(({ items }) => items.map(({ skuIds }) => skuIds))).toEqual([[null, null, ['5']], [], []]);
    expect(sheets.map(({ isHidden, seasonId }) => [isHidden, seasonId])).toEqual([
      [false, null],
      [true, '33615'],
      [false, '7'],
    ]);
    expect(sheets[1]?.window).toEqual({ start: '2027-01-15', complete: null, cancel: null });
  });
});

describe('STK-3 stock', () => {
  const row = (size: string, barcode: string | null = null): StockContent => ({
    warehouse: 'Main',
    styleNumber: 'SH-1',
    styleIdentifier: 'cin7:1',
    colourCode: 'BLU',
    size,
    barcode,
    units: 4,
  });
  const answer = (statuses: readonly string[], count: unknown = statuses.length) => ({
    inventory: { response: { code: 0 }, sku_count: count, inventory_log: statuses.map((status) => ({ status })) },
  });

  it('never overwrites the account, and says who deducts pending orders', async () => {
    const joor = cannedConnection([answer(['pass'])]);
    await sendStock(joor, [row('Small')], true, caller);
    expect(joor.asked[0]).toMatchObject({ query: { dec_pending: 1 }, effect: 'idempotent' });
    expect(joor.asked[0]?.query).not.toHaveProperty('overwrite');
    expect(joor.asked[0]?.body).toEqual({
      inventory_items: [
        {
          warehouse: 'Main',
          inventory_date: 'IMMEDIATE',
          style_number: 'SH-1',
          style_identifier: 'cin7:1',
          color_code: 'BLU',
          size: 'Small',
          inventory: 4,
        },
      ],
    });
  });

  it('follows every switch of its form', async () => {
    const joor = cannedConnection([answer(['pass', 'pass'])], {
      stockKey: 'barcode',
      stockRoot: 'nested',
      stockDate: 'omitted',
      stockIdentifierField: 'style_identifer',
    });
    await sendStock(joor, [row('S', '0333'), row('M')], false, caller);
    expect(joor.asked[0]?.body).toEqual({
      inventory_items: {
        inventory_item: [
          { warehouse: 'Main', upc: '0333', inventory: 4 },
          {
            warehouse: 'Main',
            style_number: 'SH-1',
            style_identifer: 'cin7:1',
            color_code: 'BLU',
            size: 'M',
            inventory: 4,
          },
        ],
      },
    });
  });

  it('believes a row only by its own entry, and none when the entries are not one for each', async () => {
    const rows = [row('S'), row('M')];
    const send = async (given: unknown) => sendStock(cannedConnection([given]), rows, false, caller);
    expect(await send(answer(['Pass', 'fail']))).toEqual({ taken: 2, passed: [true, false] });
    expect(await send(answer(['pass'], '1'))).toEqual({ taken: 1, passed: [null, null] });
    expect(await send({ inventory: { response: { code: 0 }, sku_count: '', inventory_log: '' } })).toEqual({
      taken: 0,
      passed: [null, null],
    });
  });
});
