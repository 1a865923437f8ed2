// Orders over both generations (JOOR 5.9, 5.10, 6.1, 7): lists, lines, the export mark and its states, and what people do
// with orders by hand.
import { describe, expect, it, onTestFinished } from 'vitest';
import { memberOf, practised, rowsOf } from './practised.ts';
import type { Practised, Reply } from './practised.ts';

const ids = (reply: Reply) => reply.data.map((row) => row['id']);
const v2Ids = (reply: Reply) => rowsOf(memberOf(reply.body, 'orders', 'orders')).map((row) => row['order_id']);

async function place(joor: Practised, over: Partial<Parameters<Practised['joor']['edits']['placeOrder']>[0]> = {}) {
  return joor.joor.edits.placeOrder({
    customerCode: 'NB-0001',
    lines: [{ sku: 'S1-BLU-Small', quantity: 4 }],
    ...over,
  });
}

describe('orders of v4', () => {
  it('lists the orders of the brand without lines, and filters them', async () => {
    const joor = await practised(onTestFinished);
    expect(ids(await joor.v4('GET', '/orders?status=APPROVED'))).toEqual(['7712301', '7712302']);
    expect(ids(await joor.v4('GET', '/orders?status=APPROVED&export_status=UNDEFINED'))).toEqual(['7712301']);
    expect(ids(await joor.v4('GET', '/orders?export_status='))).toHaveLength(7);
    expect(ids(await joor.v4('GET', '/orders?order_ids=7712304,7712301'))).toEqual(['7712301', '7712304']);
    expect(ids(await joor.v4('GET', '/orders?page=2&page_size=3&sort_order=DESCENDING'))).toEqual([
      '7712304',
      '7712303',
      '7712302',
    ]);
    expect(ids(await joor.v4('GET', '/orders?date_approved_start=2026-11-24'))).toEqual([]);
    expect(ids(await joor.v4('GET', '/orders?date_approved_end=2026-11-23'))).toHaveLength(3);
    expect(ids(await joor.v4('GET', '/orders?last_modified=2026-11-24'))).toEqual([]);
    expect((await joor.v4('GET', '/orders?status=OPEN')).status).toBe(400);
    const [order] = (await joor.v4('GET', '/orders?order_ids=7712301')).data;
    expect(order).toMatchObject({
      status: 'APPROVED',
      export_status: 'UNDEFINED',
      po_number: 'PO-7712301',
      customer: { code: 'NB-0001', name: 'Shop NB-0001', buyer_name: 'A. Berg' },
      price_type_name: 'USD-1',
      collection_code: 'SPRING-27',
      warehouse: { code: 'MAIN', name: 'Main' },
      delivery_window_start: '2027-01-15',
      shipping_address: { city: 'Stockholm', country: 'SE' },
      discount: { discount: 10, details: [{ type: 'PERCENTAGE', value: 10 }] },
      total: 1620,
      quantity: 20,
    });
    expect(order).not.toHaveProperty('lines');
  });

  it('gives the lines of many orders at once, as snapshots of deleted products', async () => {
    const joor = await practised(onTestFinished);
    const reply = await joor.v4('GET', '/orders/sku_line_items?order_ids=7712301,7712304');
    expect(reply.data.map((line) => line['order_id'])).toEqual(['7712301', '7712304']);
    expect(reply.data[0]).toMatchObject({
      quantity: 20,
      cancelled: false,
      line_item_sku: {
        sku_identifier: 'SHIRT-BLU-S',
        wholesale_price: 100,
        suggested_retail_price: 200,
        item_price: 90,
        product: { name: 'El Pano Shirt', external_id: 'SHIRT', identifier: 'SHIRT' },
        trait_values: [{ value: 'Blue', trait: { name: 'Color', type: 'sku' } }, { value: 'Small' }],
      },
    });
    const sku = String(memberOf(reply.data[0], 'line_item_sku', 'original_id'));
    expect(joor.joor.state.skus.has(sku)).toBe(false);
  });

  it('writes the export mark without a status, resets it, and needs a status when switched so', async () => {
    const joor = await practised(onTestFinished);
    const before = joor.joor.state.orders.get('7712301')?.modifiedAt;
    const mark = (fields: object) => joor.v4('POST', '/orders/bulk_update', [{ id: '7712301', ...fields }]);
    expect((await mark({ export_status: 'SUCCESS' })).data).toMatchObject([{ export_status: 'SUCCESS' }]);
    const failed = await mark({ export_status: 'FAILED', export_description: 'No such SKU' });
    expect(failed.data).toMatchObject([{ export_status: 'FAILED', export_description: 'No such SKU' }]);
    const reset = await mark({ export_status: 'UNDEFINED' });
    expect(reset.data).toMatchObject([{ export_status: 'UNDEFINED', export_description: null }]);
    expect(joor.joor.state.orders.get('7712301')?.modifiedAt).toBe(before);
    joor.joor.switches.statusRequired = true;
    expect((await mark({ export_status: 'SUCCESS' })).errors).toMatchObject([
      { message: "Field 'status' is required" },
    ]);
    expect((await mark({ export_status: 'SUCCESS', status: 'APPROVED' })).data).toHaveLength(1);
  });

  it('follows the arrows of the states, and never back to IN_PROGRESS', async () => {
    const joor = await practised(onTestFinished);
    const move = async (id: string, status: string) =>
      (await joor.v4('POST', '/orders/bulk_update', [{ id, status, tracking_number: 'T1' }])).errors[0]?.['message'] ??
      'ok';
    expect(await move('7712301', 'IN_PROGRESS')).toBe('An order can not go back to IN_PROGRESS');
    expect(await move('7712301', 'PENDING')).toBe('An order can not go from APPROVED to PENDING');
    expect(await move('7712301', 'SHIPPED')).toBe('ok');
    expect(await move('7712303', 'APPROVED')).toBe('ok');
    expect(await move('7712305', 'APPROVED')).toBe('An order can not go from CANCELLED to APPROVED');
    expect(joor.joor.state.orders.get('7712303')?.approvedAt).toBe(joor.clock.now());
    expect(joor.joor.state.orders.get('7712301')?.trackingNumber).toBe('T1');
    expect(joor.joor.state.orders.get('7712305')?.trackingNumber).toBeNull();
  });

  it('creates an order and takes lines as long as it is open', async () => {
    const joor = await practised(onTestFinished);
    const { skuIds } = await joor.makeStyle('S1');
    const [linesheet] = joor.joor.state.collections.keys();
    const base = { customer_code: 'NB-0001', price_type_id: '3', collection_id: linesheet };
    const made = await joor.v4('POST', '/orders/bulk_create', [
      { ...base, status: 'IN_PROGRESS' },
      { ...base, status: 'NOTES' },
      { ...base, status: 'IN_PROGRESS', customer_code: 'nobody' },
      { status: 'IN_PROGRESS' },
    ]);
    expect(made.errors.map((error) => error['message'])).toEqual([
      'A shipping address is required for NOTES',
      'Customer not found',
      'An order needs a customer',
    ]);
    const order = String(made.data[0]?.['id']);
    const add = (fields: object) =>
      joor.v4('POST', '/orders/sku_line_items/bulk_create', [
        { order_id: order, sku_id: skuIds[0], quantity: 2, ...fields },
      ]);
    await add({ discount_percentage: 10 });
    const twice = await add({});
    expect(twice.data).toMatchObject([{ quantity: 4, line_item_sku: { wholesale_price: 100, item_price: 90 } }]);
    const both = await add({ item_price: '80', discount_amount: '5' });
    expect(both.errors).toMatchObject([
      {
        message:
          'Multiple discounts for the same SKU are not allowed. Please include only one of the following fields: item_price, discount_percentage, discount_amount.',
      },
    ]);
    await joor.v4('POST', '/orders/sku_line_items/bulk_update', [{ id: twice.data[0]?.['id'], quantity: 7 }]);
    const approved = await joor.v4('POST', '/orders/bulk_update', [
      {
        id: order,
        status: 'APPROVED',
        shipping_address_code: 'NB-0001-SHIP',
        billing_address_code: 'NB-0001-BILL',
        payment_method_code: '30-DAYS',
        shipping_price: '12.50',
      },
    ]);
    expect(approved.data).toMatchObject([{ status: 'APPROVED', total: 642.5, payment_method_code: '30-DAYS' }]);
    expect((await add({})).errors).toMatchObject([
      { message: 'Line items can not be added while the order is APPROVED' },
    ]);
  });
});

describe('orders of v2', () => {
  it('shows header and lines flat, amounts as text and empty lists as empty text', async () => {
    const joor = await practised(onTestFinished);
    const reply = await joor.v2('GET', '/order/?sync=0&order_type=6&export_status=2');
    expect(memberOf(reply.body, 'orders', 'response')).toMatchObject({
      code: 0,
      count: 1,
      start_from: 0,
      next_start: null,
    });
    expect(memberOf(reply.body, 'orders', 'orders', 0)).toMatchObject({
      order_id: 7712301,
      order_type: 4,
      order_currency: 'USD',
      order_currency_name: 'USD-1',
      order_discount: '180.00',
      order_discount_percent: '10',
      order_total: '1620.00',
      order_delivery_name: 'Spring 27',
      date_approved: '2026-11-23T00:00:00+00:00',
      date_ship_end: '2027-02-28',
      customer_code: 'NB-0001',
      customer_purchase_order: 'PO-7712301',
      shipping_country: 'Sweden',
      shipping_country_iso_two: 'SE',
      shipping_country_iso_three: 'SWE',
      payment_method_name: '30 days',
      order_doors: '',
      line_items: [
        {
          item_number: 'SHIRT',
          item_color: 'Blue',
          item_upc: '033383007400',
          item_price: '90.00',
          item_unit_price: '100.00',
          item_quantity: 20,
          item_multiplier: '',
          item_price_extended: '1800.00',
          style_tags: '',
        },
      ],
    });
  });

  it('filters by codes that are not the codes it answers with', async () => {
    const joor = await practised(onTestFinished);
    const found = async (type: number) => {
      const reply = await joor.v2('GET', `/order?sync=0&order_type=${type}`);
      return rowsOf(memberOf(reply.body, 'orders', 'orders')).map((row) => row['order_type']);
    };
    expect(await found(1)).toEqual([6]);
    expect(await found(2)).toEqual([4, 4, 5]);
    expect(await found(3)).toEqual([3]);
    expect(await found(4)).toEqual([4, 4, 3, 5, 6, 1]);
    expect(await found(5)).toEqual([0]);
    expect(await found(6)).toEqual([4, 4]);
    expect(await found(7)).toEqual([5]);
    expect(await found(8)).toHaveLength(7);
  });

  it('consumes on reading unless sync=0: what was read is exported and not given again', async () => {
    const joor = await practised(onTestFinished);
    expect(v2Ids(await joor.v2('GET', '/order?sync=0'))).toEqual([7712301, 7712302, 7712304]);
    expect(v2Ids(await joor.v2('GET', '/order'))).toEqual([7712301, 7712304]);
    expect(joor.joor.state.orders.get('7712301')?.exportStatus).toBe('SUCCESS');
    const again = await joor.v2('GET', '/order');
    expect(memberOf(again.body, 'orders', 'orders')).toBe('');
    joor.joor.switches.emptyListsAsEmptyString = false;
    expect(memberOf((await joor.v2('GET', '/order')).body, 'orders', 'orders')).toEqual([]);
  });

  it('tells orders that were changed after their export', async () => {
    const joor = await practised(onTestFinished);
    const { state, edits } = joor.joor;
    const changed = async (filter: number) =>
      v2Ids(await joor.v2('GET', `/order?sync=0&order_type=8&export_status=${filter}`));
    expect(await changed(4)).toEqual([]);
    joor.clock.advance(1_000);
    edits.editOrder({ orderId: '7712302', comments: 'Ship earlier please' });
    expect(await changed(4)).toEqual([7712302]);
    expect(await changed(3)).toEqual([7712302]);
    expect(await changed(5)).toHaveLength(7);
    joor.clock.advance(1_000);
    await joor.v4('POST', '/orders/bulk_update', [{ id: '7712302', export_status: 'SUCCESS' }]);
    expect(await changed(4)).toEqual([]);
    expect(state.orders.get('7712302')?.modifiedAt).toBe(joor.clock.now() - 1_000);
    edits.resetExport('7712302');
    expect(await changed(6)).toContain(7712302);
  });

  it('marks orders Failed that lack a chosen field or hold deleted styles', async () => {
    const joor = await practised(onTestFinished, { requiredOrderFields: ['order_season_code'] });
    expect(v2Ids(await joor.v2('GET', '/order?order_type=6'))).toEqual([]);
    const order = joor.joor.state.orders.get('7712301');
    expect([order?.exportStatus, order?.exportDescription]).toEqual([
      'FAILED',
      'Missing required fields: order_season_code',
    ]);
    joor.joor.switches.requiredOrderFields = [];
    expect(v2Ids(await joor.v2('GET', '/order?order_type=6&sync=0&check=2'))).toEqual([7712301, 7712302]);
    expect(order?.exportDescription).toBe('Deleted style or color: SHIRT');
    const failedLeftOut = await joor.v2('GET', '/order?order_type=6&sync=0&export_status=6');
    expect(v2Ids(failedLeftOut)).toEqual([]);
  });

  it('pages, filters by date and customer, and gives the bare list when switched so', async () => {
    const joor = await practised(onTestFinished);
    const page = await joor.v2('GET', '/order?sync=0&order_type=8&count=3&start_from=3');
    expect(v2Ids(page)).toEqual([7712304, 7712305, 7712306]);
    expect(memberOf(page.body, 'orders', 'response')).toMatchObject({ count: 7, start_from: 3, next_start: 6 });
    const since = encodeURIComponent('2026-11-23T00:30:00.0+00:00');
    expect(v2Ids(await joor.v2('GET', `/order?sync=0&order_type=8&date_start=${since}&date_end=${since}`))).toEqual([]);
    const half = await joor.v2('GET', `/order?sync=0&date_start=${since}`);
    expect(memberOf(half.body, 'orders', 'response', 'code')).not.toBe(0);
    const unescaped = await joor.v2('GET', '/order?sync=0&date_start=2026-11-23T00:30:00+00:00&date_end=2026-11-23');
    expect(memberOf(unescaped.body, 'orders', 'response', 'code')).not.toBe(0);
    expect(v2Ids(await joor.v2('GET', '/order?sync=0&order_type=8&customer_code=NB-9042'))).toEqual([7712306]);
    joor.joor.switches.ordersRoot = 'list';
    const bare = await joor.v2('GET', '/order?sync=0&order_type=5');
    expect(rowsOf(memberOf(bare.body, 'orders'))).toHaveLength(1);
  });
});

describe('what people do with orders', () => {
  it('places one from a linesheet at the prices of the moment', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1', ['Blue', 'Red']);
    joor.joor.edits.makeLinesheet({ name: 'SS27', code: 'MTO', products: ['S1'], shipStart: '2027-01-15' });
    const order = await place(joor, {
      linesheet: 'SS27',
      lines: [
        { sku: 'S1-BLU-Small', quantity: 3, discountPercent: 10 },
        { sku: 'S1-RED-Small', quantity: 1.5, multiplier: 6 },
      ],
      freight: '15',
      discountAmount: '20',
      poNumber: 'PO-1',
    });
    expect((await joor.v4('GET', `/orders?order_ids=${order.id}`)).data).toMatchObject([
      {
        status: 'APPROVED',
        collection_code: 'MTO',
        delivery_window_start: '2027-01-15',
        discount: { discount: 20, details: [{ type: 'AMOUNT', value: 20 }] },
        shipping_price: '15.00',
        total: 3 * 90 + 150 - 20 + 15,
      },
    ]);
    await expect(place(joor, { linesheet: 'Showroom Picks' })).rejects.toThrow(/not in the linesheet/);
    await expect(place(joor, { customerCode: 'NB-0002' })).rejects.toThrow(/has no price in AUD-1/);
    await expect(place(joor, { customerCode: 'nobody' })).rejects.toThrow(/No connected customer/);
  });

  it('edits quantities and lines, cancels, ships and moves back by hand', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1', ['Blue', 'Red']);
    const { edits } = joor.joor;
    const order = await place(joor);
    edits.editOrder({
      orderId: order.id,
      set: [{ line: 'S1-BLU-Small', quantity: 9 }],
      add: [{ sku: 'S1-RED-Small', quantity: 1 }],
    });
    expect(order.lines.map(({ quantity }) => quantity)).toEqual([9, 1]);
    edits.editOrder({ orderId: order.id, remove: ['S1-BLU-Small'] });
    expect(order.lines.map(({ sku }) => sku.skuIdentifier)).toEqual(['S1-RED-Small']);
    edits.returnOrder(order.id, 'PENDING');
    edits.approveOrder(order.id);
    edits.shipOrder(order.id, 'T-1');
    expect([order.status, order.trackingNumber]).toEqual(['SHIPPED', 'T-1']);
    expect(() => edits.cancelOrder(order.id)).toThrow(/can not go from SHIPPED to CANCELLED/);
  });
});
