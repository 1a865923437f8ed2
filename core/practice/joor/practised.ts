// For tests: the practice JOOR account behind a real server on loopback, with a small brand made by hand and a client that
// speaks both generations the way the reference says.
import { instantOf, minute } from '../../base/dates.ts';
import { manualClock } from '../../base/node/clock.ts';
import type { ManualClock } from '../../base/node/clock.ts';
import { seededIds } from '../../base/node/ids.ts';
import type { Brand, BrandAddress, BrandOrder, BrandRetailer } from '../brand/types.ts';
import { createFaults } from '../wire/faults.ts';
import type { Faults } from '../wire/faults.ts';
import { createLateCommits } from '../wire/late-commits.ts';
import { serveApi } from '../wire/server.ts';
import type { ServedApi } from '../wire/server.ts';
import { createJoorPractice } from './joor.ts';
import type { JoorPractice } from './joor.ts';
import type { JoorSwitchesInput } from './switches.ts';

const startsAt = Date.parse('2026-11-23T01:00:00.000Z');

const address: BrandAddress = {
  line1: '1 Storgatan',
  line2: '',
  city: 'Stockholm',
  state: '',
  postcode: '11122',
  country: 'Sweden',
  countryIso2: 'SE',
};

function retailer(code: string, currency: string): BrandRetailer {
  return {
    id: `cin7-${code}`,
    code,
    name: `Shop ${code}`,
    currency,
    priceTier: 'Wholesale',
    taxRule: 'GST',
    paymentTerm: '30 days',
    contactName: 'A. Berg',
    email: 'buyer@example.com',
    phone: '123',
    billing: address,
    shipping: address,
    status: 'Active',
    isOnCreditHold: false,
  };
}

function order(id: string, over: Partial<BrandOrder>): BrandOrder {
  const at = instantOf(startsAt - 60 * minute);
  return {
    id,
    state: 'APPROVED',
    exportState: 'UNDEFINED',
    poNumber: `PO-${id}`,
    retailerCode: 'NB-0001',
    priceTypeName: 'USD-1',
    currency: 'USD',
    linesheet: 'Spring 27',
    createdAt: at,
    approvedAt: at,
    modifiedAt: at,
    shipStart: '2027-01-15',
    shipEnd: '2027-02-28',
    discountPercent: '10',
    freight: '0.00',
    comments: '',
    warehouse: 'Main',
    lines: [{ sku: 'SHIRT-BLU-S', quantity: 20, unitPrice: '100.00', itemPrice: '90.00', retailPrice: '200.00' }],
    ...over,
  };
}

/** Two price types, two retailers, one former style and orders in each state. */
const smallBrand: Brand = {
  company: { name: 'Aurora', currency: 'USD', timeZone: 'Australia/Sydney' },
  priceTypes: [
    { joorId: '3', name: 'USD-1', currency: 'USD', retailCurrency: 'USD', wholesaleTier: 2, retailTier: 1 },
    { joorId: '4', name: 'AUD-1', currency: 'AUD', retailCurrency: 'AUD', wholesaleTier: 4, retailTier: 3 },
  ],
  tierNames: [],
  locations: [],
  styles: [
    {
      id: 'family-1',
      kind: 'family',
      number: 'SHIRT',
      name: 'El Pano Shirt',
      category: 'Shirts',
      description: '',
      tags: [],
      optionNames: ['Colour', 'Size'],
      skus: [
        {
          id: 'sku-1',
          sku: 'SHIRT-BLU-S',
          name: 'El Pano Shirt Blue Small',
          barcode: '033383007400',
          options: ['Blue', 'Small'],
          status: 'Active',
          sellable: true,
          tags: [],
          prices: [],
          onHand: {},
        },
      ],
    },
  ],
  retailers: [retailer('NB-0001', 'USD'), retailer('NB-0002', 'AUD')],
  orders: [
    order('7712301', {}),
    order('7712302', { exportState: 'SUCCESS' }),
    order('7712303', { state: 'PENDING', approvedAt: null }),
    order('7712304', { state: 'SHIPPED' }),
    order('7712305', { state: 'CANCELLED', approvedAt: null }),
    order('7712306', { state: 'NOTES', approvedAt: null, retailerCode: 'NB-9042' }),
    order('7712307', { state: 'IN_PROGRESS', approvedAt: null }),
  ],
};

export type Row = Readonly<Record<string, unknown>>;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** The two parts of a v4 answer, empty when there are none. */
  readonly data: readonly Row[];
  readonly errors: readonly Row[];
}

export interface Practised {
  readonly clock: ManualClock;
  readonly joor: JoorPractice;
  readonly server: ServedApi;
  readonly faults: Faults;
  readonly v4: (method: string, path: string, body?: unknown) => Promise<Reply>;
  readonly v2: (method: string, path: string, body?: unknown) => Promise<Reply>;
  readonly login: () => Promise<string>;
  /** A product with the given colors and sizes, each SKU at 100.00 USD; gives the SKU ids in order, colors first. */
  readonly makeStyle: (
    number: string,
    colors?: string[],
    sizes?: string[],
  ) => Promise<{ id: string; skuIds: string[] }>;
}

/** Starts it; stopping is left to the test runner. */
export async function practised(
  atTheEnd: (stop: () => Promise<void>) => void,
  switches: JoorSwitchesInput = {},
): Promise<Practised> {
  const clock = manualClock(startsAt);
  const late = createLateCommits(clock);
  const joor = createJoorPractice({ clock: late.clock, ids: seededIds(1), brand: smallBrand, switches });
  const faults = createFaults();
  const server = await serveApi({
    api: 'joor',
    app: joor.app,
    clock,
    late,
    faults,
    host: '127.0.0.1',
    port: 0,
    latencyMilliseconds: 0,
    spent: joor.spent,
    desk: { summary: joor.summary, apply: joor.edits.apply },
  });
  atTheEnd(() => server.stop());
  const { credentials } = joor;
  let token = '';

  const login = async () => {
    const response = await fetch(`${server.origin}/auth/`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret,
        grant_type: 'password',
        username: credentials.username,
        password: credentials.password,
      }),
    });
    token = String(memberOf(await response.json(), 'access_token'));
    return token;
  };
  const v4: Practised['v4'] = async (method, path, body) => {
    if (token === '') await login();
    const url = `${server.origin}/v4${path}${path.includes('?') ? '&' : '?'}account=${credentials.accountId}`;
    return ask(url, method, { authorization: `Bearer ${token}` }, body);
  };
  const v2: Practised['v2'] = (method, path, body) => {
    const authorization = `OAuth2 ${Buffer.from(credentials.token).toString('base64')}`;
    return ask(`${server.origin}/v2${path}`, method, { authorization, accept: 'application/json' }, body);
  };
  return {
    clock,
    joor,
    server,
    faults,
    login,
    v4,
    v2,
    async makeStyle(number, colors = ['Blue'], sizes = ['Small']) {
      const product = await v4('POST', '/products/bulk_create', [
        { name: `Style ${number}`, external_id: number, product_identifier: `id:${number}` },
      ]);
      const id = String(product.data[0]?.['id']);
      const skus = await v4(
        'POST',
        '/skus/bulk_create',
        colors.flatMap((color) => sizes.map((size) => skuItem(id, number, color, size))),
      );
      const skuIds = skus.data.map((sku) => String(sku['id']));
      await v4(
        'POST',
        '/prices/bulk_create',
        skuIds.map((skuId) => ({
          sku_id: skuId,
          price_type_id: '3',
          wholesale_value: '100.00',
          retail_value: '200.00',
        })),
      );
      return { id, skuIds };
    },
  };
}

/** A SKU as the reference shows it. */
export function skuItem(productId: string, number: string, color: string, size: string): Record<string, unknown> {
  const name = `${number}-${color.slice(0, 3).toUpperCase()}-${size}`;
  return {
    product_id: productId,
    external_id: name,
    sku_identifier: name,
    trait_values: [
      { trait_id: 'U0tVVHJhaXQ6U3R5bGVDb2xvcg==', value: color, external_id: color.slice(0, 3).toUpperCase() },
      { trait_name: 'Size', value: size, external_id: size.slice(0, 1) },
    ],
    identifiers: [{ type: 'upc', value: `upc-${name}` }],
  };
}

async function ask(url: string, method: string, headers: Record<string, string>, body: unknown): Promise<Reply> {
  const hasBody = body !== undefined;
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(hasBody || method === 'PUT' ? { 'content-type': 'application/json' } : {}) },
    ...(hasBody ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const content: unknown = isJson ? JSON.parse(text) : text;
  return {
    status: response.status,
    headers: response.headers,
    body: content,
    data: rowsOf(memberOf(content, 'data')),
    errors: rowsOf(memberOf(content, 'errors')),
  };
}

/** A member of a JSON value, by names and positions; undefined where there is none. */
export function memberOf(value: unknown, ...path: readonly (string | number)[]): unknown {
  let inner = value;
  for (const step of path) {
    if (inner === null || typeof inner !== 'object') return undefined;
    inner = Object.entries(inner).find(([name]) => name === String(step))?.[1];
  }
  return inner;
}

/** A JSON list of objects; empty for anything else. */
export function rowsOf(value: unknown): Row[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: unknown) => (row !== null && typeof row === 'object' ? { ...row } : []));
}
