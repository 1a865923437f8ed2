// Whatever a client sends, the practice account answers as an API does, with words, and never breaks.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { manualClock } from '../../base/node/clock.ts';
import { seededIds } from '../../base/node/ids.ts';
import { anyJson, spoilt } from '../../../test/support/hostile.ts';
import { createBrand } from '../brand/brand.ts';
import { createJoorPractice } from './joor.ts';

const startsAt = '2026-11-23T02:00:00.000Z';
const clock = manualClock(Date.parse(startsAt));
const brand = createBrand({ seed: 1, startsAt, size: 'small' });
const timeout = { timeout: 60_000 };

async function joorAccount() {
  const joor = createJoorPractice({ clock, ids: seededIds(3), brand, switches: { quota: 10_000_000 } });
  const { credentials } = joor;
  const grant = await joor.app.request('/auth/', {
    method: 'POST',
    body: new URLSearchParams({
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      grant_type: 'password',
      username: credentials.username,
      password: credentials.password,
    }),
  });
  const answer: unknown = await grant.json();
  const token = String(Object(answer)['access_token']);
  const ask = (method: string, path: string, body?: unknown) => {
    const isV4 = path.startsWith('/v4');
    const address = isV4 ? `${path}${path.includes('?') ? '&' : '?'}account=${credentials.accountId}` : path;
    const authorization = isV4 ? `Bearer ${token}` : `OAuth2 ${Buffer.from(credentials.token).toString('base64')}`;
    return joor.app.request(address, {
      method,
      headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  return { joor, ask };
}

type JoorAccount = Awaited<ReturnType<typeof joorAccount>>['joor'];
const idsOf = ({ state }: JoorAccount) => ({
  product: [...state.products.keys()][0],
  sku: [...state.skus.keys()][0],
  price: [...state.prices.keys()][0],
  priceType: [...state.priceTypes.keys()][0],
  collection: [...state.collections.keys()][0],
  season: [...state.seasons.keys()][0],
  order: [...state.orders.keys()][0],
  customer: [...state.connections.values()][0]?.fields.customer_code,
});
type JoorIds = ReturnType<typeof idsOf>;

const color = { trait_name: 'Color', value: 'Blue', external_id: 'BLU', order_nbr: 1 };
const size = { trait_name: 'Size', value: 'Small', external_id: 'S' };
/** A good body for each write of the JOOR account. */
const joorWrites: readonly (readonly [string, string, (ids: JoorIds) => unknown])[] = [
  [
    'POST',
    '/v4/products/bulk_create',
    () => [
      {
        name: 'A',
        external_id: 'A',
        product_identifier: 'a',
        product_trait_values: [{ trait_name: 'Materials', value: 'x' }],
      },
    ],
  ],
  [
    'POST',
    '/v4/products/bulk_update',
    ({ product: id }) => [{ id, name: 'B', tags: [{ name: 'Fit', value: 'Wide' }] }],
  ],
  [
    'POST',
    '/v4/skus/bulk_create',
    ({ product }) => [{ product_id: product, trait_values: [color, size], identifiers: [{ type: 'upc', value: '1' }] }],
  ],
  ['POST', '/v4/skus/bulk_update', ({ sku: id }) => [{ id, external_id: 'X', trait_values: [color] }]],
  ['POST', '/v4/skus/bulk_update_by_external_id', () => [{ external_id: 'X', trait_values: [size] }]],
  [
    'POST',
    '/v4/prices/bulk_create',
    ({ sku, priceType }) => [{ sku_id: sku, price_type_id: priceType, wholesale_value: '1.00' }],
  ],
  ['POST', '/v4/prices/bulk_update', ({ price: id }) => [{ id, wholesale_value: '2.00' }]],
  ['POST', '/v4/seasons/bulk_create', () => [{ name: 'S', year: 2027, external_id: 'S' }]],
  ['POST', '/v4/seasons/bulk_update', ({ season: id }) => [{ id, name: 'S' }]],
  [
    'POST',
    '/v4/collections/bulk_create',
    ({ product }) => [
      { name: 'C', external_id: 'C', delivery: { start_ship_date: '2027-01-15' }, items: [{ product_id: product }] },
    ],
  ],
  [
    'POST',
    '/v4/collections/bulk_update?action=ADD_ITEMS',
    ({ collection: id, product }) => [{ id, name: 'C', items: [{ product_id: product, sku_ids: [] }] }],
  ],
  [
    'POST',
    '/v4/assets/products?replace_all=true',
    ({ product: id }) => [
      { product: { id }, asset: { type: 'image', filename: 'a.png', source_url: 'https://x.example/a.png' } },
    ],
  ],
  [
    'POST',
    '/v4/assets/sku_trait_values/',
    ({ product: id }) => [
      {
        product: { id },
        sku_trait_value: { trait: { name: 'color' }, value: { external_id: 'BLK' } },
        asset: { type: 'swatch', filename: 'b.png', source_url: 'https://x.example/a.png' },
      },
    ],
  ],
  [
    'POST',
    '/v4/orders/bulk_create',
    ({ customer, priceType, collection }) => [
      { customer_code: customer, price_type_id: priceType, collection_id: collection, status: 'IN_PROGRESS' },
    ],
  ],
  [
    'POST',
    '/v4/orders/bulk_update',
    ({ order: id }) => [{ id, export_status: 'SUCCESS', discount: { discount: 1, details: [] } }],
  ],
  [
    'POST',
    '/v4/orders/sku_line_items/bulk_create',
    ({ order, sku }) => [{ order_id: order, sku_id: sku, quantity: 1 }],
  ],
  ['POST', '/v4/orders/sku_line_items/bulk_update', () => [{ id: '1', quantity: 2 }]],
  ['POST', '/v2/bulk-inventory', () => ({ inventory_items: [{ warehouse: 'Main', upc: '1', inventory: 3 }] })],
  [
    'PUT',
    '/v2/bulk-inventory?dec_pending=1',
    () => ({
      inventory_items: {
        inventory_item: [{ style_number: 'a', style_identifier: 'a', color_code: 'b', size: 'c', inventory: '3' }],
      },
    }),
  ],
  [
    'POST',
    '/v2/bulk-connection',
    () => ({
      bulk_connections: {
        connection: [
          { customer_code: 'N', customer_name: 'N', billing: { billing_addresses: [{ billing_code: 'a' }] } },
        ],
      },
    }),
  ],
  ['PUT', '/v2/connection/1', () => ({ connection: { customer_alias: 'x' } })],
];

const v4Shape = z.strictObject({ data: z.array(z.unknown()), errors: z.array(z.unknown()) });
const v2Shape = z.record(z.string(), z.looseObject({ response: z.looseObject({ code: z.number() }) }));

describe('the JOOR account', timeout, () => {
  it.each(joorWrites)(
    '%s %s answers any body, and a good one spoilt anywhere, in its own shape',
    async (method, path, good) => {
      const { joor, ask } = await joorAccount();
      const body = fc.oneof(anyJson, spoilt(good(idsOf(joor))));
      const shape = path.startsWith('/v4') ? v4Shape : v2Shape;
      await fc.assert(
        fc.asyncProperty(body, async (given) => {
          const answer = await ask(method, path, given);
          expect([200, 400]).toContain(answer.status);
          expect(shape.safeParse(await answer.json()).success).toBe(true);
        }),
        { numRuns: 80 },
      );
    },
  );

  it('answers any query of any list with rows or with words', async () => {
    const { ask } = await joorAccount();
    const paths = [
      '/v4/products',
      '/v4/skus',
      '/v4/prices',
      '/v4/collections',
      '/v4/orders',
      '/v4/orders/sku_line_items',
    ];
    const more = [
      '/v2/order',
      '/v2/style',
      '/v2/connection',
      '/v2/bulk-connection/1',
      '/v2/connection/customer_code/x/',
    ];
    const names = [
      'page',
      'page_size',
      'product_ids',
      'sku_ids',
      'order_ids',
      'status',
      'sort_by',
      'last_modified',
      'start_from',
      'count',
      'order_type',
      'export_status',
      'sync',
      'check',
      'date_start',
      'date_end',
      'date_created_start',
    ];
    const query = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.string(), fc.constantFrom('-1', '0', '1', '9', '1e99', ',,', '\u0000')),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths, ...more), query, async (path, given) => {
        const answer = await ask('GET', `${path}?${new URLSearchParams(given).toString()}`);
        expect([200, 400]).toContain(answer.status);
        expect(await answer.json()).toBeTruthy();
      }),
      { numRuns: 300 },
    );
  });

  it('refuses edits that are none with an error', async () => {
    const { joor } = await joorAccount();
    fc.assert(
      fc.property(anyJson, (edit) => {
        expect(() => joor.edits.apply(JSON.parse(JSON.stringify(edit)))).toThrow(Error);
      }),
    );
  });
});
