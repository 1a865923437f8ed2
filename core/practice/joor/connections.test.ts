// Customers and styles of v2 (JOOR 6.3, 6.4): jobs on the clock, people who match customers, and what a deleted style
// does to orders.
import { describe, expect, it, onTestFinished } from 'vitest';
import { memberOf, practised, rowsOf } from './practised.ts';
import type { Reply } from './practised.ts';

const jobOf = (reply: Reply) => memberOf(reply.body, 'bulk_connections', 'bulk_connections_jobs', 0);
const first = (reply: Reply) => memberOf(reply.body, 'connections', 'connections', 0);
const code = (reply: Reply) => memberOf(reply.body, 'connections', 'response', 'code');

describe('connections', () => {
  it('runs a bulk job through queued, started and finished on the clock, one job after another', async () => {
    const joor = await practised(onTestFinished, { connectionJobSeconds: 20 });
    const connection = [{ customer_code: 'NB-0001', customer_name: 'Nordic Boutique' }];
    const submitted = await joor.v2('POST', '/bulk-connection', { bulk_connections: { connection } });
    expect(jobOf(submitted)).toMatchObject({
      bulk_connections_job_id: 4,
      status: 'queued',
      created: '2026-11-23T01:00:00+00:00',
      connection_record_count: 1,
      connection_record_progress: 0,
    });
    await joor.v2('PUT', '/bulk-connection', { bulk_connections: { connection } });
    const status = async (job: number) => memberOf(jobOf(await joor.v2('GET', `/bulk-connection/${job}`)), 'status');
    joor.clock.advance(5_000);
    expect([await status(4), await status(5)]).toEqual(['started', 'queued']);
    expect(memberOf(first(await joor.v2('GET', '/connection/customer_code/NB-0001/')), 'customer_name')).toBe(
      'Shop NB-0001',
    );
    joor.clock.advance(15_000);
    expect([await status(4), await status(5)]).toEqual(['finished', 'queued']);
    expect(memberOf(first(await joor.v2('GET', '/connection/customer_code/NB-0001/')), 'customer_name')).toBe(
      'Nordic Boutique',
    );
    joor.clock.advance(20_000);
    expect(await status(5)).toBe('finished');
  });

  it('lets a new customer wait until JOOR matches it, by hand or after some hours', async () => {
    const joor = await practised(onTestFinished, { connectionJobSeconds: 0 });
    const submit = (customerCode: string) =>
      joor.v2('POST', '/bulk-connection', {
        bulk_connections: { connection: [{ customer_code: customerCode, customer_name: 'New' }] },
      });
    await submit('NB-7');
    const absent = await joor.v2('GET', '/connection/customer_code/NB-7/');
    expect([absent.status, code(absent)]).toEqual([200, 1]);
    expect([...joor.joor.state.waitingCustomers.keys()]).toEqual(['NB-7']);
    joor.joor.edits.matchCustomer('NB-7');
    expect(code(await joor.v2('GET', '/connection/customer_code/NB-7/'))).toBe(0);
    expect(() => joor.joor.edits.matchCustomer('NB-7')).toThrow(/waits for a match/);
    joor.joor.edits.setSwitches({ matchAfterHours: 72 });
    await submit('NB-8');
    joor.clock.advance(72 * 3_600_000);
    expect(code(await joor.v2('GET', '/connection/customer_code/NB-8/'))).toBe(0);
  });

  it('reads by code and by id, changes single fields and leaves lists that are not sent', async () => {
    const joor = await practised(onTestFinished);
    const found = first(await joor.v2('GET', '/connection/customer_code/NB-0001'));
    expect(found).toMatchObject({
      customer_code: 'NB-0001',
      price_types: [
        { price_type_label: 'USD-1', price_type_currency_code: 'USD', price_type_retail_currency_code: 'USD' },
      ],
      billing: { billing_addresses: [{ billing_code: 'NB-0001-BILL', billing_address_id: expect.any(String) }] },
    });
    const id = String(memberOf(found, 'connection_id'));
    const changed = await joor.v2('PUT', `/connection/${id}/`, {
      connection: { customer_name: 'Renamed', shipping: { shipping_methods: [] } },
    });
    expect(first(changed)).toMatchObject({
      customer_name: 'Renamed',
      shipping: { shipping_addresses: [{ shipping_code: 'NB-0001-SHIP' }], shipping_methods: [] },
    });
    const list = await joor.v2('GET', '/connection?count=2');
    expect(memberOf(list.body, 'connections', 'response')).toMatchObject({ count: 3, next_start: 2 });
    await joor.v2('DELETE', `/connection/${id}`);
    expect(code(await joor.v2('GET', `/connection/${id}`))).toBe(1);
    expect(joor.joor.state.connectionsByCode.has('NB-0001')).toBe(false);
  });

  it('refuses bodies and records that are not as documented', async () => {
    const joor = await practised(onTestFinished);
    const submit = (body: unknown) => joor.v2('POST', '/bulk-connection', body);
    for (const body of [
      { connection: [] },
      { bulk_connections: { connection: [{ customer_name: 'No code' }] } },
      { bulk_connections: { connection: [{ customer_code: 'x'.repeat(51), customer_name: 'Long code' }] } },
    ]) {
      expect(memberOf((await submit(body)).body, 'bulk_connections', 'response', 'code')).toBe(1);
    }
    expect(joor.joor.state.connectionJobs.size).toBe(0);
  });
});

describe('styles of v2', () => {
  it('counts and pages all styles, so that v4 lists can be checked against them', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1', ['Blue'], ['Small']);
    await joor.v2('POST', '/bulk-inventory', { inventory_items: [{ upc: 'upc-S1-BLU-Small', inventory: 5 }] });
    const page = await joor.v2('GET', '/style?count=2&start_from=1');
    expect(memberOf(page.body, 'styles', 'response')).toMatchObject({ count: 3, start_from: 1, next_start: null });
    expect(rowsOf(memberOf(page.body, 'styles', 'styles'))[1]).toMatchObject({
      style_number: 'S1',
      style_identifier: 'id:S1',
      skus: [{ sku_color_code: 'BLU', sku_size: 'Small', upc: 'upc-S1-BLU-Small', inventory_available: 5 }],
    });
    const one = await joor.v2('GET', '/style-number/S1/id:S1');
    expect(memberOf(one.body, 'styles', 'styles', 0, 'style_number')).toBe('S1');
  });

  it('cancels a deleted style on open orders that are not exported, and on no other', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1', ['Blue', 'Red'], ['Small']);
    const place = (state: 'IN_PROGRESS' | 'NOTES' | 'PENDING' | 'APPROVED') =>
      joor.joor.edits.placeOrder({ customerCode: 'NB-0001', state, lines: [{ sku: 'S1-BLU-Small', quantity: 1 }] });
    const orders = {
      cart: place('IN_PROGRESS'),
      notes: place('NOTES'),
      pending: place('PENDING'),
      approved: place('APPROVED'),
      exported: place('APPROVED'),
      shipped: place('APPROVED'),
    };
    await joor.v4('POST', '/orders/bulk_update', [{ id: orders.exported.id, export_status: 'SUCCESS' }]);
    joor.joor.edits.shipOrder(orders.shipped.id);
    const cancelled = () =>
      Object.entries(orders).flatMap(([name, { lines }]) => (lines[0]?.isCancelled ? [name] : []));
    const color = await joor.v2('DELETE', '/style-number/S1/id:S1?color_code=RED');
    expect(memberOf(color.body, 'styles_deleted', 'color_deleted', 'color_code')).toBe('RED');
    expect(cancelled()).toEqual([]);
    const style = await joor.v2('DELETE', '/style-number/S1/id:S1');
    expect(memberOf(style.body, 'styles_deleted', 'response', 'code')).toBe('0');
    expect(cancelled()).toEqual(['notes', 'pending', 'approved']);
    const lines = await joor.v4('GET', `/orders/sku_line_items?order_ids=${orders.approved.id}`);
    expect(lines.data).toMatchObject([{ cancelled: true, line_item_sku: { sku_identifier: 'S1-BLU-Small' } }]);
    expect((await joor.v4('GET', '/skus')).data.map((sku) => sku['product_id'])).not.toContain('S1');
    expect(joor.joor.state.skusByUpc.has('upc-S1-BLU-Small')).toBe(false);
    const gone = await joor.v2('DELETE', '/style-number/S1/id:S1');
    expect(memberOf(gone.body, 'styles_deleted', 'response', 'code')).toBe(1);
  });

  it('deletes one size with its SKUs, prices and places in linesheets', async () => {
    const joor = await practised(onTestFinished);
    const { id, skuIds } = await joor.makeStyle('S1', ['Blue'], ['Small', 'Medium']);
    await joor.v4('POST', '/collections/bulk_create', [
      { name: 'L', external_id: 'L', items: [{ product_id: id, sku_ids: skuIds }] },
    ]);
    const reply = await joor.v2('DELETE', `/style/${id}?size=Medium`);
    expect(memberOf(reply.body, 'styles_deleted', 'size_deleted')).toEqual({ size_name: 'Medium' });
    expect((await joor.v4('GET', `/skus?product_ids=${id}`)).data).toHaveLength(1);
    expect((await joor.v4('GET', `/prices?sku_ids=${skuIds.join(',')}`)).data).toHaveLength(1);
    const list = await joor.v4('GET', '/collections');
    expect(memberOf(list.data[1], 'items', 0, 'sku_ids')).toEqual([skuIds[0]]);
  });

  it('renames uploaded images and deletes only those of the style', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1');
    const post = (query: string) => joor.v2('POST', `/style-number/S1/id:S1/image/?${query}`, {});
    const ofStyle = memberOf((await post('filename=a.jpg&url=http://x.example/a.jpg')).body, 'image', 'filename');
    const ofColor = memberOf((await post('filename=b.jpg&color_code=BLU')).body, 'image', 'filename');
    expect(ofStyle).toMatch(/^a_[0-9a-f]{8}\.jpg$/);
    const remove = async (name: unknown) =>
      memberOf(
        (await joor.v2('DELETE', `/style-number/S1/id:S1/image/?filename=${String(name)}`)).body,
        'image',
        'response',
        'code',
      );
    expect([await remove('a.jpg'), await remove(ofColor), await remove(ofStyle)]).toEqual([1, 1, 0]);
  });
});
