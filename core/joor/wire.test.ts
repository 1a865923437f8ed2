import { nextStart } from './answers.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isSeamlineError } from '../base/errors.ts';
import { cannedConnection } from './test-connection.ts';
import type { JoorConnection } from './connection.ts';
import { sendStock } from './v2/inventory.ts';
import { listOrders } from './v2/orders.ts';
import { createLinesheets, listLinesheets } from './v4/linesheets.ts';
import { listOrderLines, markOrders } from './v4/order-lines.ts';
import { listPrices, listPriceTypes } from './v4/prices.ts';
import { createProducts, listProducts } from './v4/products.ts';
import { listSkus } from './v4/skus.ts';
import * as values from './values.ts';

const caller = { lane: 'background' } as const;
const trait = { trait: { id: 'x', name: 'Color' }, value: 'Blue', external_id: 'BLU' };
const lineSku = {
  original_id: 'MHw1',
  sku_identifier: 'cin7:1',
  wholesale_price: 100,
  item_price: 90,
  product: { id: '3295521', name: 'Shirt', external_id: 'SHIRT1', identifier: 'cin7:f' },
  trait_values: [trait],
};
const order = {
  order_id: 8812345,
  order_type: 4,
  order_currency: 'USD',
  order_discount: '180.00',
  order_discount_percent: '10',
  order_total: '1620.00',
  line_items: [{ item_number: 'SHIRT1', item_price: '90.00', item_quantity: 20, item_multiplier: '' }],
};

type Reader = (joor: JoorConnection) => Promise<unknown>;

/** A good row, where it stands in an answer, and what reads it. */
const samples: readonly (readonly [string, Record<string, unknown>, (row: unknown) => unknown, Reader])[] = [
  ['product', { id: 3295521, name: 'Shirt', external_id: 'SHIRT1', product_identifier: null }, v4, read(listProducts)],
  ['SKU', { id: 'MHw1', product_id: 1, trait_values: [trait] }, v4, (joor) => listSkus(joor, ['1'], caller)],
  ['price type', { id: '3', name: 'USD-1', currency_code: 'USD' }, v4, read(listPriceTypes)],
  [
    'price',
    { id: 333, sku_id: 'MHw1', price_type: { id: '3' }, wholesale_value: '100.00', retail_value: '' },
    v4,
    (joor) => listPrices(joor, ['MHw1'], caller),
  ],
  ['linesheet', { id: '1', name: 'SS27', items: [{ product_id: '1', sku_ids: ['MHw1'] }] }, v4, read(listLinesheets)],
  [
    'order line',
    { id: '55512', order_id: '8812345', quantity: '20', cancelled: false, line_item_sku: lineSku },
    v4,
    async (joor) => [...(await listOrderLines(joor, ['8812345'], caller))],
  ],
  ['export mark', { id: '8812345', export_status: 'SUCCESS' }, v4, (joor) => markOrders(joor, [], caller)],
  [
    'order',
    order,
    (row) => ({ orders: { response: { code: 0, next_start: null }, orders: [row] } }),
    async (joor) => (await listOrders(joor, { filter: 'all', exported: 'all' }, caller)).orders,
  ],
  [
    'stock answer',
    { response: { code: 0 }, sku_count: 2, inventory_log: [{ sku: 'a', status: 'pass' }] },
    (row) => ({ inventory: row }),
    (joor) => sendStock(joor, [], false, caller),
  ],
];

function v4(row: unknown): unknown {
  return { data: [row], errors: [] };
}

function read(list: (joor: JoorConnection, caller: { readonly lane: 'background' }) => Promise<unknown>): Reader {
  return (joor) => list(joor, caller);
}

const hostile = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    null,
    undefined,
    0,
    -0,
    1e21,
    '1,5',
    'NaN',
    'Infinity',
    'constructor',
    '__proto__',
    'toString',
  ),
  fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY, true, [], {}, [null], [''], 'true', '0000-00-00', '😀\uD800'),
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withNullPrototype: true }),
);

/** Paths at which a value holds what no later step could bear. */
function unbearable(value: unknown, path = ''): string[] {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return [path];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unbearable(inner, `${path}.${key}`));
}

async function problemsOf(reader: Reader, answer: unknown): Promise<string[]> {
  try {
    return unbearable(await reader(cannedConnection([answer])));
  } catch (error) {
    const isPlain = error instanceof Error && /^(no data|no list of orders|an error beside)/.test(error.message);
    const isProper = error instanceof z.ZodError || isSeamlineError(error, 'refused') || isPlain;
    return isProper ? [] : [`threw ${error instanceof Error ? error.message : 'something else'}`];
  }
}

describe('whatever JOOR sends', () => {
  it.each(samples)('a %s is read from its sample', async (_name, sample, wrap, reader) => {
    const content = await reader(cannedConnection([wrap(sample)]));
    expect(unbearable(content)).toEqual([]);
  });

  it.each(samples)('a %s with any field spoilt is refused or bearable', async (_name, sample, wrap, reader) => {
    const keys = [...Object.keys(sample), 'trait_values', 'items', 'cancelled', 'season', 'delivery', 'response'];
    const more = ['shipping_city', 'date_approved', 'date_ship_start', 'line_item_sku', 'order_shipping_total'];
    const spoilt = fc.dictionary(fc.constantFrom(...keys, ...more), hostile, { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(spoilt, async (fields) => {
        expect(await problemsOf(reader, wrap({ ...sample, ...fields }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('an answer without its data is refused, never read as an empty list', async () => {
    const readers = samples.filter(([, , wrap]) => wrap === v4).map(([, , , reader]) => reader);
    for (const answer of [null, undefined, [], 'x', 1, {}, { orders: 1 }, { data: null, errors: [] }, { message: 'x' }])
      for (const reader of readers) await expect(reader(cannedConnection([answer]))).rejects.toThrow(Error);
  });

  it('GO-1 a whole list beside which an error stands is refused, because rows may be missing', async () => {
    const answer = { data: [], errors: [{ status: 'INTERNAL', message: 'Some shard timed out' }] };
    for (const reader of [read(listProducts), read(listLinesheets), read(listPriceTypes)])
      await expect(reader(cannedConnection([answer]))).rejects.toThrow('Some shard timed out');
  });

  it('an answer of v2 without its root is refused', async () => {
    const list: Reader = (joor) => listOrders(joor, { filter: 'all', exported: 'all' }, caller);
    for (const answer of [null, undefined, [], 'x', {}, { orders: 'x' }, { other: {} }])
      await expect(list(cannedConnection([answer]))).rejects.toThrow('no orders in the answer');
    await expect(list(cannedConnection([{ orders: { response: { code: 0 } } }]))).rejects.toThrow('no list of orders');
  });

  it('a write that names refused items keeps them beside those that were taken', async () => {
    const answer = {
      data: [{ id: '1', external_id: 'A' }],
      errors: [{ status: 'DUPLICATED', message: 'Product already exists', details: { product_identifier: 'B' } }, {}],
    };
    const { done, refused } = await createProducts(cannedConnection([answer]), [], caller);
    expect(done.map(({ id, number }) => [id, number])).toEqual([['1', 'A']]);
    expect(refused[0]).toEqual({
      status: 'DUPLICATED',
      message: 'Product already exists',
      about: 'Product already exists {"product_identifier":"B"}',
    });
    expect(refused).toHaveLength(2);
    const single = cannedConnection([{ data: '', errors: { status: 'INVALID' } }]);
    expect(await createLinesheets(single, [], caller)).toMatchObject({ done: [], refused: [{ message: 'INVALID' }] });
  });
});

describe('where the next page of a v2 list begins', () => {
  const at = (next: unknown, fresh = 2) => nextStart({ response: { next_start: next } }, { start: 50, rows: 2, fresh });

  it('is what JOOR says, when that is further on', () => {
    expect([at(52), at('52'), at(null), at(''), at(50), at(-5)]).toEqual([52, 52, null, null, null, null]);
  });

  it('is behind the rows that came when what JOOR says is no place, until nothing new comes', () => {
    expect([at('Infinity'), at('soon'), at({}), at('Infinity', 0)]).toEqual([52, 52, 52, null]);
  });
});

describe('single values', () => {
  const parse = (schema: z.ZodType, list: readonly unknown[]) =>
    list.map((value) => {
      const result = schema.safeParse(value);
      return result.success ? result.data : 'refused';
    });

  it('numbers come as texts, nothing as ""', () => {
    expect(parse(values.decimalText, ['100.00', 90, '', null, undefined, '-5.50', 'n/a', '1,0', true])).toEqual([
      '100',
      '90',
      '0',
      '0',
      '0',
      '-5.5',
      'refused',
      'refused',
      'refused',
    ]);
    expect(parse(values.wholeNumber, ['20', 20, '', null, undefined, 'x', Number.NaN, 'Infinity', {}])).toEqual([
      20,
      20,
      0,
      0,
      0,
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
    expect(parse(values.optionalNumber, ['6', '', null, undefined, 'x'])).toEqual([6, null, null, null, 'refused']);
  });

  it('ids come as texts or numbers and must be there', () => {
    expect(parse(values.id, ['3295521', 3295521, '', null, undefined, {}])).toEqual([
      '3295521',
      '3295521',
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
    expect(parse(values.text, [7, false, null, undefined, 'x', []])).toEqual(['7', 'false', '', '', 'x', 'refused']);
  });

  it('empty lists come as "", a lone object is a list of one', () => {
    expect(parse(values.list(values.id), ['', null, undefined, [], ['a', 1], 'a', [null]])).toEqual([
      [],
      [],
      [],
      [],
      ['a', '1'],
      ['a'],
      'refused',
    ]);
  });

  it('days come with or without a time, in either order', () => {
    expect(
      parse(values.plainDate, ['2027-01-15', '2027-01-15T00:00:00', '01-15-2027', '', null, '0000-00-00']),
    ).toEqual(['2027-01-15', '2027-01-15', '2027-01-15', null, null, null]);
    expect(parse(values.flag, [true, 'true', 1, '1', false, '', null, 'no'])).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
