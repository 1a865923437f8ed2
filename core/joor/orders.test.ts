import { describe, expect, it } from 'vitest';
import { isSeamlineError } from '../base/errors.ts';
import { isDuplicate, readV2, wordsOfJoor } from './answers.ts';
import { cannedConnection } from './test-connection.ts';
import { listOrders } from './v2/orders.ts';
import { listOrderLines, markOrders } from './v4/order-lines.ts';

const caller = { lane: 'background' } as const;

const orderRow = (id: number, more: Record<string, unknown> = {}) => ({ order_id: id, order_type: 4, ...more });
const page = (rows: unknown, next: unknown = null) => ({
  orders: { response: { code: '0', comment: '', count: '3', next_start: next }, orders: rows },
});

describe("reading JOOR's orders", () => {
  it('ORD-1 never consumes them: reading marks nothing as exported', async () => {
    const joor = cannedConnection([page([])]);
    await listOrders(joor, { filter: 'approvedAndShipped', exported: 'notExported' }, caller);
    expect(joor.asked[0]).toMatchObject({
      method: 'GET',
      effect: 'read',
      query: { order_type: 2, export_status: 2, sync: 0, check: 0, start_from: 0 },
    });
  });

  it('asks for a range of modification only when it has one', async () => {
    const joor = cannedConnection([page('')]);
    const modified = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };
    await listOrders(joor, { filter: 'all', exported: 'all', modified }, caller);
    expect(joor.asked[0]?.query).toMatchObject({ date_start: modified.from, date_end: modified.to, order_type: 8 });
  });

  it('goes on to the next start until there is none, counts a doubled order once, keeps the first clock', async () => {
    const joor = cannedConnection([page([orderRow(1), orderRow(2)], '2'), page([orderRow(2), orderRow(3)], '')]);
    const received: number[] = [];
    const { orders, serverTime } = await listOrders(joor, { filter: 'all', exported: 'all' }, caller, (n) =>
      received.push(n),
    );
    expect(orders.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(serverTime).toBe('2026-11-23T01:00:01.000Z');
    expect([received, joor.asked.map(({ query }) => query?.['start_from'])]).toEqual([
      [2, 3],
      [0, 2],
    ]);
  });

  it('ends when the next start does not move on or a page is empty', async () => {
    const stuck = cannedConnection([page([orderRow(1)], 0)]);
    await listOrders(stuck, { filter: 'all', exported: 'all' }, caller);
    const hollow = cannedConnection([page([], 50)]);
    await listOrders(hollow, { filter: 'all', exported: 'all' }, caller);
    expect([stuck.asked.length, hollow.asked.length]).toEqual([1, 1]);
  });

  it('RUN-9 goes on behind a bare list, which tells nothing about pages, until nothing new comes', async () => {
    const bare = (...ids: number[]) => ({ orders: ids.length === 0 ? '' : ids.map((id) => orderRow(id)) });
    const paged = cannedConnection([bare(1, 2), bare(3), bare()]);
    const { orders } = await listOrders(paged, { filter: 'all', exported: 'all' }, caller);
    expect(orders.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(paged.asked.map(({ query }) => query?.['start_from'])).toEqual([0, 2, 3]);
    const deaf = cannedConnection([bare(1, 2)]);
    expect((await listOrders(deaf, { filter: 'all', exported: 'all' }, caller)).orders).toHaveLength(2);
    expect(deaf.asked).toHaveLength(2);
  });

  it('reads both roots, and a lone order that is no list', async () => {
    const read = async (answer: unknown) =>
      (await listOrders(cannedConnection([answer]), { filter: 'all', exported: 'all' }, caller)).orders.length;
    expect(await read({ orders: [orderRow(1), orderRow(2)] })).toBe(2);
    expect(await read(page([orderRow(1)]))).toBe(1);
    expect(await read(page(orderRow(1)))).toBe(1);
    expect([await read({ orders: [] }), await read(page(''))]).toEqual([0, 0]);
  });

  it('has the stages of its own codes, which are not those of the filter', async () => {
    const rows = [0, '1', 3, 4, '5', 6].map((code, index) => orderRow(index + 1, { order_type: code }));
    const { orders } = await listOrders(cannedConnection([page(rows)]), { filter: 'all', exported: 'all' }, caller);
    expect(orders.map(({ stage }) => stage)).toEqual([
      'CANCELLED',
      'IN_PROGRESS',
      'PENDING',
      'APPROVED',
      'SHIPPED',
      'NOTES',
    ]);
  });

  it('leaves an order of an unknown type out, by what it contains, and reads all the others on every page', async () => {
    for (const code of [2, 7, 'constructor', '', null]) {
      const strange = orderRow(1, { order_type: code, line_items: [{ item_style_id: 31, item_quantity: 2 }] });
      const joor = cannedConnection([page([strange], 1), page([orderRow(2)], '')]);
      const { orders, unknown } = await listOrders(joor, { filter: 'all', exported: 'all' }, caller);
      expect(orders.map(({ id }) => id)).toEqual(['2']);
      expect(unknown).toMatchObject([{ id: '1', unknownType: String(code ?? ''), lines: [{ productId: '31' }] }]);
    }
  });

  it('reads money, dates, addresses and lines, with "" for nothing', async () => {
    const row = orderRow(8812345, {
      order_currency: 'usd',
      order_discount: '180.00',
      order_total: 1620,
      date_approved: '2026-11-03T10:00:00+00:00',
      date_ship_start: '2027-01-15',
      date_ship_end: '',
      shipping_address_1: 'Storgatan 1',
      shipping_country_iso_two: 'SE',
      billing_name: null,
      line_items: [
        {
          item_number: 'SHIRT1',
          item_style_id: 3295521,
          item_price: '90.00',
          item_price_adjustment: '-2.5',
          item_unit_price: '100.00',
          item_quantity: '20',
          item_multiplier: '6',
        },
        { item_quantity: 1, item_price: '5', item_multiplier: '' },
        { item_quantity: 1, item_multiplier: 1 },
      ],
    });
    const answer = cannedConnection([page([row])]);
    const { orders } = await listOrders(answer, { filter: 'all', exported: 'all' }, caller);
    expect(orders[0]).toMatchObject({
      id: '8812345',
      currency: 'USD',
      discountAmount: '180',
      discountPercent: '0',
      total: '1620',
      approvedAt: '2026-11-03T10:00:00.000Z',
      shipStart: '2027-01-15',
      shipEnd: null,
      shipTo: { line1: 'Storgatan 1', countryIso2: 'SE' },
      billTo: { name: '' },
    });
    expect(orders[0]?.lines).toMatchObject([
      { productId: '3295521', quantity: 20, netPrice: '87.5', listPrice: '100', packSize: 6 },
      { quantity: 1, netPrice: '5', packSize: null },
      { packSize: null },
    ]);
  });
});

describe('reading order lines', () => {
  it('groups them by order, with none for an order without lines and none of a stranger', async () => {
    const line = (id: string, order: unknown, sku: Record<string, unknown> = {}) => ({
      id,
      order_id: order,
      quantity: 2,
      line_item_sku: { original_id: 'MHw1', wholesale_price: 100, product: {}, trait_values: [], ...sku },
    });
    const traits = [
      { trait: { name: 'Size' }, value: 'Small', external_id: 'S' },
      { trait: { name: 'colour' }, value: 'Blue', external_id: 'BLU' },
    ];
    const rows = [line('a', 1, { item_price: '90.0', trait_values: traits }), line('b', '3'), line('c', 1)];
    const joor = cannedConnection([{ data: rows, errors: [] }]);
    const lines = await listOrderLines(joor, ['1', '2'], caller);
    expect(joor.asked[0]?.query).toEqual({ order_ids: '1,2' });
    expect([...lines].map(([id, list]) => [id, list.length])).toEqual([
      ['1', 2],
      ['2', 0],
    ]);
    expect(lines.get('1')).toMatchObject([
      { colour: 'Blue', colourCode: 'BLU', size: 'Small', sizeCode: 'S', netPrice: '90', listPrice: '100' },
      { colour: '', sizeCode: '', netPrice: '100' },
    ]);
  });
});

describe('ORD-8 marking orders', () => {
  it('sends the mark alone, and the status only when a proof asked for it', async () => {
    const marks = [{ orderId: '1', stage: 'APPROVED', mark: 'SUCCESS' }] as const;
    const plain = cannedConnection([{ data: [], errors: [] }]);
    await markOrders(plain, marks, caller);
    expect(plain.asked[0]?.body).toEqual([{ id: '1', export_status: 'SUCCESS' }]);
    const proven = cannedConnection([{ data: [], errors: [] }], { exportMarkWithStatus: true });
    await markOrders(proven, marks, caller);
    expect(proven.asked[0]?.body).toEqual([{ id: '1', export_status: 'SUCCESS', status: 'APPROVED' }]);
  });
});

describe("JOOR's two ways of saying no", () => {
  it('a code that is not 0 is a refusal with its comment and the id for support', () => {
    const refuse = (response: unknown) => {
      try {
        readV2('orders', { orders: { response, orders: [] } });
        return null;
      } catch (error) {
        return isSeamlineError(error, 'refused') ? error : null;
      }
    };
    expect(refuse({ code: 12, comment: 'Unknown warehouse', log_id: 'b2f4' })).toMatchObject({
      message: 'JOOR refused the request: Unknown warehouse.',
      details: { code: '12', logId: 'b2f4' },
    });
    expect(refuse({ code: 'E1', comment: '' })?.message).toBe('JOOR refused the request: code E1.');
    expect([0, '0', '', null, '00'].map((code) => refuse({ code }))).toEqual([null, null, null, null, null]);
  });

  it('its own words are found wherever they stand, and cut to what a person reads', () => {
    const words = (json: unknown, text = '') => wordsOfJoor({ status: 400, headers: {}, text, json });
    expect(words({ error: 'invalid_grant', error_description: 'Invalid user credentials' })).toBe(
      'Invalid user credentials',
    );
    expect(words({ errors: [{ message: 'a' }, { message: 'b' }] })).toBe('a b');
    expect(words({ response: { comment: 'No such order' } })).toBe('No such order');
    expect(words(undefined, ' <html>')).toBe('a web page: wrong address or maintenance');
    expect(words({ a: 1 }, '{"a":1}')).toBe('{"a":1}');
    expect(words({ message: 'x'.repeat(900) })).toHaveLength(500);
    expect([
      isDuplicate({ status: 'duplicated', message: '', about: '' }),
      isDuplicate({ status: '', message: '', about: '' }),
    ]).toEqual([true, false]);
  });
});
