import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { familySchema, productSchema } from './catalogue.ts';
import { customerSchema } from './customers.ts';
import * as references from './references.ts';
import { saleHeadSchema, saleIdSchema, saleOrderSchema, saleSchema } from './sales.ts';
import { availabilitySchema } from './stock.ts';

const id = '2D5E6C0A-9b57-4c1c-9f1b-0a5a3c1f7e01';
const member = { ID: id, SKU: 'A-1', Option1: 'Navy', Option2: 'M', Option3: '' };
const line = { ProductID: id, SKU: 'A-1', Quantity: 36, Price: 58, Discount: 0, Total: 2088, BackorderQuantity: 2 };
const order = { SaleOrderNumber: 'SO-1', Status: 'DRAFT', Lines: [line], TotalBeforeTax: 2654, Total: 2919.4 };

/** A good row for every schema, as the reference shows it. */
const samples: readonly (readonly [string, z.ZodType, Record<string, unknown>])[] = [
  ['product', productSchema, { ID: id, SKU: 'A-1', PriceTier1: 129, PriceTier2: 0, Tags: 'SS27,JOOR', Sellable: true }],
  ['family', familySchema, { ID: id, SKU: 'A', Option1Name: 'Colour', Products: [member], Tags: null }],
  [
    'customer',
    customerSchema,
    { ID: id, Name: 'Northern', Currency: 'aud', Discount: 1, Addresses: [{ ID: 'B' }], Contacts: [{ ID: 'C' }] },
  ],
  ['company', references.companySchema, { Company: 'Aurora', Currency: 'aud', LockDate: '2026-06-30T00:00:00' }],
  ['location', references.locationSchema, { ID: id, Name: 'Main', ParentID: null, IsDefault: true }],
  ['price tiers', references.priceTiersSchema, { PriceTiers: [{ Code: 1, Name: 'Retail AUD' }] }],
  ['tax rule', references.taxRuleSchema, { ID: id, Name: 'GST', TaxPercent: 10, IsActive: true }],
  ['payment term', references.paymentTermSchema, { ID: id, Name: '30 days', IsActive: true }],
  ['carrier', references.carrierSchema, { CarrierID: id, Description: 'Post' }],
  ['contact', references.contactSchema, { ContactID: id, Name: 'Jo', Type: 'Sale' }],
  ['sale head', saleHeadSchema, { SaleID: id, OrderNumber: 'SO-1', Updated: '2026-11-23T01:22:04.61Z' }],
  ['sale', saleSchema, { ID: id, Status: 'ORDERED', Order: order }],
  ['sale id', saleIdSchema, { ID: id }],
  ['sale order', saleOrderSchema, { SaleID: id, ...order }],
  ['availability', availabilitySchema, { ID: id, Location: 'Main', Available: 34.5, OnHand: -2 }],
];

/** Values that have been seen, and values that nobody hopes to see. */
const hostile = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    null,
    undefined,
    0,
    -0,
    1e21,
    1e-7,
    '1,5',
    'NaN',
    'Infinity',
    '0x10',
    'constructor',
    '__proto__',
  ),
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [],
    {},
    [null],
    'true',
    'yes',
    '2026-02-30T00:00:00Z',
    '😀\uD800',
  ),
  fc.anything({
    maxDepth: 2,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
);

/** Paths at which a value holds what no later step could bear: not a number, nothing at all, a function. */
function unbearable(value: unknown, path = ''): string[] {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return [path];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unbearable(inner, `${path}.${key}`));
}

/** The outcome of reading a value: what is unbearable in it, or nothing when it was refused properly. */
function problemsOf(schema: z.ZodType, value: unknown): string[] {
  try {
    return unbearable(schema.parse(value));
  } catch (error) {
    return error instanceof z.ZodError ? [] : [`threw ${String(error)}`];
  }
}

describe('whatever Cin7 Core sends', () => {
  it.each(samples)('a %s is read from its sample', (_name, schema, sample) => {
    expect(schema.safeParse(sample)).toMatchObject({ success: true });
    expect(problemsOf(schema, sample)).toEqual([]);
  });

  it.each(samples)('a %s with any field spoilt is refused or bearable, never more', (_name, schema, sample) => {
    const keys = [...Object.keys(sample), 'Tags', 'PriceTier3', 'Discount', 'Total', 'OrderDate', 'Type', 'Bin'];
    const spoilt = fc.dictionary(fc.constantFrom(...keys), hostile, { maxKeys: 3 });
    fc.assert(
      fc.property(spoilt, (fields) => {
        expect(problemsOf(schema, { ...sample, ...fields })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(samples)('a %s that is something else altogether is refused', (_name, schema) => {
    const others = [null, undefined, 1, 'x', [], [{}], {}, true];
    expect(others.filter((value) => schema.safeParse(value).success)).toEqual([]);
  });
});
