// Inventory of v2 (JOOR 6.2): keys, warehouses, date buckets, and the three flags that change what a number means.
// Everything goes over real HTTP on loopback.
import { describe, expect, it, onTestFinished } from 'vitest';
import { memberOf, practised, rowsOf } from './practised.ts';
import type { Practised, Reply } from './practised.ts';

const statuses = (reply: Reply) =>
  rowsOf(memberOf(reply.body, 'inventory', 'inventory_log')).map((row) => [row['sku'], row['status']]);

const stockOf = (joor: Practised, externalId: string) => {
  const { skusByExternalId, stock } = joor.joor.state;
  return stock.get(skusByExternalId.get(externalId)?.id ?? '');
};

describe('inventory', () => {
  it('takes rows by UPC, by the four keys of the brand and by JOOR ids, under both roots', async () => {
    const joor = await practised(onTestFinished);
    const { skuIds } = await joor.makeStyle('S1', ['Blue'], ['Small', 'Medium', 'Large']);
    const [, color] = Buffer.from(skuIds[0] ?? '', 'base64')
      .toString()
      .split('|');
    const product = joor.joor.state.skus.get(skuIds[0] ?? '')?.productId;
    const listed = await joor.v2('POST', '/bulk-inventory?dec_pending=0', {
      inventory_items: [
        { warehouse: 'Default', inventory_date: 'IMMEDIATE', upc: 'upc-S1-BLU-Small', inventory: 42 },
        {
          warehouse: 'Main',
          inventory_date: '2027-01-15',
          style_number: 'S1',
          style_identifier: 'id:S1',
          color_code: 'BLU',
          size: 'Medium',
          inventory: '10',
        },
      ],
    });
    expect(memberOf(listed.body, 'inventory', 'response', 'code')).toBe(0);
    expect(memberOf(listed.body, 'inventory', 'sku_count')).toBe(2);
    expect(statuses(listed)).toEqual([
      ['S1|BLU|Small', 'pass'],
      ['S1|BLU|Medium', 'pass'],
    ]);
    const nested = await joor.v2('PUT', '/bulk-inventory', {
      inventory_items: {
        inventory_item: [
          { style_id: product, style_color_id: color, size_code: 'L', inventory: 3 },
          { style_number: 'S1', style_identifer: 'id:S1', color_code: 'BLU', size: 'Medium', inventory: 4 },
        ],
      },
    });
    expect(statuses(nested).map(([, status]) => status)).toEqual(['pass', 'pass']);
    expect(stockOf(joor, 'S1-BLU-Small')).toEqual([
      { warehouse: 'Default', bucket: 'IMMEDIATE', sent: 42, available: 42 },
    ]);
    // Main on a day, and Default now, since a row without a warehouse falls back to it.
    expect(stockOf(joor, 'S1-BLU-Medium')?.map(({ warehouse, bucket, sent }) => [warehouse, bucket, sent])).toEqual([
      ['Main', '2027-01-15', 10],
      ['Default', 'IMMEDIATE', 4],
    ]);
  });

  it('fails rows that name nothing, and those for unknown warehouses, which may also pass and be lost', async () => {
    const joor = await practised(onTestFinished, { identifierSpelling: 'style_identifier' });
    await joor.makeStyle('S1');
    const send = (rows: object[]) => joor.v2('POST', '/bulk-inventory', { inventory_items: rows });
    const keys = { style_number: 'S1', color_code: 'BLU', size: 'Small', inventory: 1 };
    expect(
      statuses(
        await send([
          { upc: 'no such', inventory: 1 },
          { ...keys, style_identifer: 'id:S1' },
          { ...keys, style_identifier: 'id:S1', size: 'small' },
          { ...keys, style_identifier: 'id:S1', inventory: 1.5 },
          { ...keys, style_identifier: 'id:S1', inventory: -1 },
          { ...keys, style_identifier: 'id:S1', inventory_date: 'soon' },
          { ...keys, style_identifier: 'id:S1', warehouse: 'Elsewhere' },
        ]),
      ).map(([, status]) => status),
    ).toEqual(Array.from({ length: 7 }, () => 'fail'));
    joor.joor.switches.unknownWarehouse = 'ignore';
    const ignored = await send([{ ...keys, style_identifier: 'id:S1', warehouse: 'Elsewhere' }]);
    expect(statuses(ignored)).toEqual([['S1|BLU|Small', 'pass']]);
    expect(stockOf(joor, 'S1-BLU-Small')).toBeUndefined();
    joor.joor.edits.addWarehouse('Elsewhere');
    await send([{ ...keys, style_identifier: 'id:S1', warehouse: 'Elsewhere' }]);
    expect(stockOf(joor, 'S1-BLU-Small')).toHaveLength(1);
    const broken = await joor.v2('POST', '/bulk-inventory', [1]);
    expect(memberOf(broken.body, 'inventory', 'response', 'code')).not.toBe(0);
  });

  it('empties the account with overwrite=1, and changes only what is listed without it', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1', ['Blue'], ['Small', 'Medium']);
    const send = (query: string, name: string, units: number) =>
      joor.v2('POST', `/bulk-inventory${query}`, { inventory_items: [{ upc: `upc-${name}`, inventory: units }] });
    await send('', 'S1-BLU-Small', 5);
    await send('', 'S1-BLU-Medium', 6);
    expect(stockOf(joor, 'S1-BLU-Small')?.[0]?.sent).toBe(5);
    await send('?overwrite=1', 'S1-BLU-Medium', 7);
    expect(stockOf(joor, 'S1-BLU-Small')).toBeUndefined();
    expect(stockOf(joor, 'S1-BLU-Medium')?.[0]?.sent).toBe(7);
  });

  it('takes its pending units off when asked to, and made to order clears the stock', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1');
    joor.joor.edits.placeOrder({
      customerCode: 'NB-0001',
      state: 'PENDING',
      lines: [{ sku: 'S1-BLU-Small', quantity: 4 }],
    });
    const send = (query: string, row: object) =>
      joor.v2('POST', `/bulk-inventory${query}`, { inventory_items: [{ upc: 'upc-S1-BLU-Small', ...row }] });
    await send('?dec_pending=1', { inventory: 10 });
    expect(stockOf(joor, 'S1-BLU-Small')).toMatchObject([{ sent: 10, available: 6 }]);
    await send('', { inventory: 10 });
    expect(stockOf(joor, 'S1-BLU-Small')).toMatchObject([{ sent: 10, available: 10 }]);
    await send('', { inventory: 10, made_to_order: true });
    expect(stockOf(joor, 'S1-BLU-Small')).toBeUndefined();
    expect(joor.joor.state.madeToOrder.size).toBe(1);
    await send('', { inventory: 2, made_to_order: false });
    expect(joor.joor.state.madeToOrder.size).toBe(0);
  });

  it('takes one SKU in the address, UPC first', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1', ['Blue'], ['Small', 'Medium']);
    const address = '/style-number/S1/id:S1/inventory/?inventory=123&color_code=BLU&size=Medium';
    expect(statuses(await joor.v2('PUT', address))).toEqual([['S1|BLU|Medium', 'pass']]);
    expect(statuses(await joor.v2('PUT', `${address}&upc=upc-S1-BLU-Small`))).toEqual([['S1|BLU|Small', 'pass']]);
    expect(stockOf(joor, 'S1-BLU-Medium')?.[0]?.sent).toBe(123);
  });
});
