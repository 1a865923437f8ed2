// Whatever a client sends, the practice account answers as an API does, with words, and never breaks: a test that drives
// it into a crash of their own would prove nothing about the client.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { manualClock } from '../../base/node/clock.ts';
import { seededIds } from '../../base/node/ids.ts';
import { anyJson, noisy, spoilt } from '../../../test/support/hostile.ts';
import { createBrand } from '../brand/brand.ts';
import { createCin7Practice } from './cin7.ts';

const startsAt = '2026-11-23T02:00:00.000Z';
const clock = manualClock(Date.parse(startsAt));
const brand = createBrand({ seed: 1, startsAt, size: 'small' });
const timeout = { timeout: 60_000 };

function cin7Account() {
  const switches = { limit: 1_000_000 };
  const cin7 = createCin7Practice({ clock, ids: seededIds(2), brand, awkward: false, pastSales: true, switches });
  const headers = {
    'api-auth-accountid': cin7.accountId,
    'api-auth-applicationkey': cin7.applicationKeys[0] ?? '',
    'content-type': 'application/json',
  };
  const ask = async (method: string, path: string, body?: unknown) =>
    cin7.app.fetch(
      new Request(`http://127.0.0.1/ExternalApi/v2/${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return { cin7, ask };
}

const [product] = brand.styles.flatMap(({ skus }) => skus);
const [retailer] = brand.retailers;
const saleBody = {
  CustomerID: retailer?.id,
  SkipQuote: true,
  SaleOrderDate: '2026-11-23',
  ShippingAddress: { Line1: 'a', Country: 'Australia' },
};
const orderBody = (SaleID: string) => ({
  SaleID,
  Memo: '',
  Status: 'AUTHORISED',
  Lines: [{ SKU: product?.sku, Quantity: 2, Price: 10, Discount: 0, Tax: 2, TaxRule: 'GST on Income', Total: 20 }],
  AdditionalCharges: [{ Description: 'Freight', Price: 5, Quantity: 1, Tax: 0, TaxRule: 'GST on Income', Total: 5 }],
});

/** A good body for each write of the Cin7 account. */
const cin7Writes: readonly (readonly [string, string, (saleId: string) => Record<string, unknown>])[] = [
  [
    'POST',
    'product',
    () => ({
      SKU: 'N-1',
      Name: 'N',
      Category: 'Services',
      Type: 'Stock',
      CostingMethod: 'FIFO',
      UOM: 'Item',
      Status: 'Active',
      PriceTier1: 4,
    }),
  ],
  ['PUT', 'product', () => ({ ID: product?.id, Name: 'Renamed', PriceTier2: 5 })],
  ['POST', 'productFamily', () => ({ SKU: 'F', Name: 'F', Products: [{ ID: product?.id, Option1: 'a' }] })],
  ['PUT', 'productFamily', () => ({ ID: brand.styles[0]?.id, Products: [{ ID: product?.id, Option1: 'a' }] })],
  [
    'POST',
    'customer',
    () => ({
      Name: 'New',
      Status: 'Active',
      Currency: 'AUD',
      Addresses: [{ Line1: 'a', Type: 'Billing' }],
      Contacts: [{ Name: 'b' }],
    }),
  ],
  ['PUT', 'customer', () => ({ ID: retailer?.id, Tags: 'a', IsOnCreditHold: 'false' })],
  ['POST', 'sale', () => saleBody],
  ['PUT', 'sale', (ID) => ({ ...saleBody, ID })],
  ['POST', 'sale/quote', orderBody],
  ['POST', 'sale/order', orderBody],
  [
    'POST',
    'sale/invoice',
    (id) => ({ ...orderBody(id), TaskID: '00000000-0000-0000-0000-000000000000', InvoiceDate: '2026-11-23' }),
  ],
  ['POST', 'sale/fulfilment', (SaleID) => ({ SaleID })],
  [
    'POST',
    'sale/fulfilment/pick',
    (TaskID) => ({
      TaskID,
      Status: 'DRAFT',
      Lines: [{ SKU: product?.sku, Location: brand.locations[0]?.name, Quantity: 1 }],
    }),
  ],
  [
    'POST',
    'sale/fulfilment/pack',
    (TaskID) => ({ TaskID, Status: 'DRAFT', Lines: [{ SKU: product?.sku, Quantity: 1, Box: '1' }] }),
  ],
  [
    'POST',
    'sale/fulfilment/ship',
    (TaskID) => ({ TaskID, Status: 'DRAFT', Lines: [{ ShipmentDate: '2026-11-23', Box: '1' }] }),
  ],
];

/** True for the array of error models, each with a code and words (Cin7 1.2). */
function hasWords(content: unknown): boolean {
  const model = z.strictObject({ ErrorCode: z.number(), Exception: z.string().regex(/\w/) });
  return z.array(model).min(1).max(2).safeParse(content).success;
}

describe('the Cin7 account', timeout, () => {
  it.each(cin7Writes)(
    '%s %s answers any body, and a good one spoilt anywhere, with words',
    async (method, path, good) => {
      const { cin7, ask } = cin7Account();
      const [sale] = cin7.state.sales.keys();
      const body = fc.oneof(anyJson, spoilt(good(sale ?? '')));
      await fc.assert(
        fc.asyncProperty(body, async (given) => {
          const answer = await ask(method, path, given);
          const isObject = typeof given === 'object' && given !== null;
          expect([200, isObject ? 400 : 500]).toContain(answer.status);
          expect(answer.status === 200 || hasWords(await answer.json())).toBe(true);
        }),
        { numRuns: 80 },
      );
    },
  );

  it.each(cin7Writes)('%s %s takes a good body with noise as it takes it without', async (method, path, good) => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const [plain, noised] = [cin7Account(), cin7Account()];
      const [sale = ''] = plain.cin7.state.sales.keys();
      const expected = await plain.ask(method, path, good(sale));
      const answer = await noised.ask(method, path, noisy(good(sale), seed));
      expect([answer.status, await answer.text()]).toEqual([expected.status, await expected.text()]);
    }
  });

  it('answers any query of any list with rows or with words', async () => {
    const { ask } = cin7Account();
    const paths = [
      'me',
      'product',
      'productFamily',
      'customer',
      'saleList',
      'sale',
      'sale/order',
      'sale/invoice',
      'ref/location',
    ];
    const more = [
      'ref/productavailability',
      'ref/tax',
      'ref/account',
      'product/attachments',
      'me/contacts',
      'ref/paymentterm',
    ];
    const names = [
      'Page',
      'Limit',
      'ID',
      'SaleID',
      'Name',
      'Sku',
      'ModifiedSince',
      'UpdatedSince',
      'ShipBy',
      'ExternalID',
      'Search',
      'Code',
    ];
    const query = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.string(), fc.constantFrom('-1', '0', '1e9', 'true', '\u0000', '%')),
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

  it('refuses edits that are none with an error, never with a half-done edit', () => {
    const { cin7 } = cin7Account();
    const before = JSON.stringify([...cin7.state.catalogue.products()]);
    fc.assert(
      fc.property(anyJson, (edit) => {
        expect(() => cin7.edits.apply(JSON.parse(JSON.stringify(edit)))).toThrow(Error);
      }),
    );
    expect(JSON.stringify([...cin7.state.catalogue.products()])).toBe(before);
  });
});
