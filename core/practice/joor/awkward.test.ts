// The awkward cases of the JOOR account, as its own API shows them.
import { beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../base/node/clock.ts';
import { seededIds } from '../../base/node/ids.ts';
import { createBrand } from '../brand/brand.ts';
import { createJoorPractice, type JoorPractice } from './joor.ts';
import { memberOf, rowsOf, type Row } from './practised.ts';

const startsAt = '2026-11-23T02:00:00.000Z';
let joor: JoorPractice;
let orders: Row[];
const order = (po: string): Row => orders.find((row) => row['customer_purchase_order'] === po) ?? {};
const lineOf = (po: string): Row => rowsOf(order(po)['line_items'])[0] ?? {};

async function read(path: string): Promise<unknown> {
  const authorization = `OAuth2 ${Buffer.from(joor.credentials.token).toString('base64')}`;
  return (await joor.app.request(path, { headers: { authorization, accept: 'application/json' } })).json();
}

beforeAll(async () => {
  const clock = manualClock(Date.parse(startsAt));
  const brand = createBrand({ seed: 1, startsAt, size: 'small' });
  joor = createJoorPractice({ clock, ids: seededIds(3), brand, awkward: true });
  orders = rowsOf(memberOf(await read('/v2/order?sync=0&order_type=8&count=200'), 'orders', 'orders'));
});

describe('orders that break what is usual', () => {
  it('have case packs, fractions, free goods and discounts as amounts', () => {
    expect(lineOf('AWK-CASE-PACK')).toMatchObject({ item_multiplier: 6, item_quantity: 2 });
    expect(lineOf('AWK-FRACTION')).toMatchObject({ item_quantity: 1.5 });
    expect(lineOf('AWK-FREE')).toMatchObject({ item_price: '0.00', item_unit_price: '49.95', item_retail_price: '' });
    expect(order('AWK-AMOUNT-OFF')).toMatchObject({ order_discount: '12.34', order_shipping_total: '15.00' });
  });

  it('lack a customer code, addresses, a warehouse, a PO number, dates and barcodes', () => {
    expect(order('AWK-NO-CUSTOMER-CODE')['customer_code']).toBe('');
    expect(order('AWK-NO-ADDRESSES')).toMatchObject({
      shipping_address_1: '',
      billing_country: '',
      payment_method_code: '',
    });
    expect(order('AWK-NO-WAREHOUSE')['warehouse_name']).toBe('');
    expect(order('')).toMatchObject({ date_ship_start: '', date_ship_end: '' });
    expect(lineOf('AWK-COMMENTS')).toMatchObject({ item_upc: '', item_color: 'Écru & Navy', style_tags: '' });
    expect(order('AWK-COMMENTS')['order_comments']).toContain('<eop>');
  });

  it('have a door, a cancelled line that is not shown, and a linesheet that is made to order', () => {
    expect(rowsOf(order('AWK-DOOR')['order_doors'])).toMatchObject([{ door_code: 'D7' }]);
    expect(rowsOf(order('AWK-CANCELLED-LINE')['line_items'])).toHaveLength(1);
    expect(order('AWK-MTO')['order_delivery_code']).toBe('MTO');
  });

  it('have failed before, or were changed after they were exported', async () => {
    const listed = async (filter: number) =>
      rowsOf(
        memberOf(await read(`/v2/order?sync=0&order_type=8&count=200&export_status=${filter}`), 'orders', 'orders'),
      ).map((row) => row['customer_purchase_order']);
    expect(await listed(4)).toEqual(['AWK-EDITED-AFTER-EXPORT']);
    expect(await listed(2)).toContain('AWK-FAILED');
    expect(await listed(6)).not.toContain('AWK-FAILED');
  });
});

describe('a catalogue that people worked on', () => {
  it('has sizes that differ in case only, a style number twice, linesheets of one name, one without a code', () => {
    const { products, collections, priceTypes, connections } = joor.state;
    const awkward = [...products.values()].filter(({ externalId }) => externalId === 'HAND-CASE');
    expect(awkward.map(({ sizes }) => sizes.map(({ name }) => name))).toEqual([['Small', 'small'], ['One Size']]);
    const sheets = [...collections.values()].filter(({ name }) => name === 'Awkward');
    expect(sheets.map(({ externalId }) => externalId)).toEqual(['AWK', null]);
    const currencies = [...priceTypes.values()].map(({ currency }) => currency);
    expect(new Set(currencies).size).toBeLessThan(currencies.length);
    const codes = [...connections.values()].map(({ fields }) => (fields.customer_code ?? '').toLowerCase());
    expect(new Set(codes).size).toBe(codes.length - 1);
    expect(joor.state.productsByIdentifier.get('HAND-OFF')?.sizes.map(({ status }) => status)).toEqual([
      'ACTIVE',
      'INACTIVE',
    ]);
  });
});
