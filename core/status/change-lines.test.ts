import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLines } from './change-lines.ts';

const context = { priceLabel: (id: string) => ({ p1: 'USD', p2: 'EUR' })[id] ?? id, isNew: () => false };
const trait = (code: string, name = code, position = 1) => ({ code, name, position });
const sku = (
  colour: string,
  size: string,
  change: Partial<{ colourName: string; sku: string; barcode: string }> = {},
) => ({
  colour: trait(colour, change.colourName ?? colour),
  size: trait(size),
  productId: 'p',
  sku: change.sku ?? `SH-${colour}-${size}`,
  barcode: change.barcode ?? null,
});
const confirmed = (colour: string, size: string) => [
  colour,
  colour,
  1,
  size,
  size,
  1,
  'p',
  `SH-${colour}-${size}`,
  null,
];
const price = (size: string, wholesale: string, retail: string | null = null) => ({
  colour: 'INK',
  size,
  priceTypeId: 'p1',
  wholesale,
  retail,
});
const style = { kind: 'style', key: 'k' };

describe('a planned change, field by field', () => {
  it('of a style names each field that differs, and nothing that is the same', () => {
    const before = { identifier: 'i', number: 'SH-1', name: 'Shirt', fields: { materials: 'cotton', division: 'A' } };
    const after = {
      identifier: 'i',
      number: 'SH-1',
      name: 'Oxford shirt',
      fields: { materials: 'linen', division: 'A' },
    };
    const item = { key: 'k', part: 'product', operation: 'update', before, after } as const;
    expect(changeLines(item, context)).toEqual([
      { part: 'product', subject: style, field: 'Name', after: 'Oxford shirt', before: 'Shirt' },
      { part: 'product', subject: style, field: 'Materials', after: 'linen', before: 'cotton' },
    ]);
    expect(changeLines({ ...item, operation: 'create', before: null }, context)).toMatchObject([
      { field: 'Style', after: 'New in JOOR', before: '' },
    ]);
    expect(changeLines({ ...item, before: null }, context)).toMatchObject([{ field: 'Style', after: 'Sent again' }]);
  });

  it('of SKUs tells a colour’s new name once, and a barcode by its pair', () => {
    const item = {
      key: 'k',
      part: 'skus',
      operation: 'update',
      before: [confirmed('INK', 'S'), confirmed('INK', 'M')],
      after: {
        skus: [sku('INK', 'S', { colourName: 'Ink blue' }), sku('INK', 'M', { colourName: 'Ink blue', barcode: '9' })],
      },
    } as const;
    expect(changeLines(item, context)).toMatchObject([
      { field: 'Colour, INK', after: 'Ink blue', before: 'INK' },
      { field: 'Barcode, INK / M', after: '9', before: '' },
    ]);
  });

  it('of SKUs of a style that is new in JOOR is their number', () => {
    const item = {
      key: 'k',
      part: 'skus',
      operation: 'create',
      before: null,
      after: { skus: [sku('INK', 'S')] },
    } as const;
    expect(changeLines(item, { ...context, isNew: () => true })).toMatchObject([
      { field: 'SKUs', after: '1 SKU, new' },
    ]);
    expect(changeLines(item, context)).toMatchObject([{ field: 'SKU, INK / S', after: 'SH-INK-S', before: '' }]);
  });

  it('of prices that move alike is one line; those that move otherwise say for which', () => {
    const was = (wholesale: string) => ({ wholesale, retail: null });
    const alike = {
      key: 'k',
      part: 'prices',
      operation: 'update',
      before: [was('60.00'), was('60.00')],
      after: { prices: [price('S', '64.00'), price('M', '64.00')] },
    } as const;
    expect(changeLines(alike, context)).toMatchObject([{ field: 'Wholesale USD', after: '64.00', before: '60.00' }]);
    const apart = { ...alike, after: { prices: [price('S', '64.00'), price('M', '66.00', '160.00')] } };
    expect(changeLines(apart, context)).toMatchObject([
      { field: 'Wholesale USD, INK / S', after: '64.00' },
      { field: 'Wholesale USD, INK / M', after: '66.00' },
      { field: 'RRP USD, INK / M', after: '160.00', before: '' },
    ]);
  });

  it('of a linesheet is a line per style that comes or goes, and its dates', () => {
    const after = {
      name: 'Resort 27',
      code: 'RES',
      window: { start: '2027-01-15' },
      add: [{ styleKey: 'a', pairs: [] }],
      remove: [{ styleKey: 'b', pairs: [] }],
    };
    const window = { start: null, complete: null, cancel: null };
    const item = { key: 'resort 27', part: 'linesheet', operation: 'remove', before: { window }, after } as const;
    expect(changeLines(item, context)).toEqual([
      {
        part: 'linesheets',
        subject: { kind: 'linesheet', name: 'Resort 27' },
        field: 'Ships from',
        after: '2027-01-15',
        before: '',
      },
      { part: 'linesheets', subject: { kind: 'style', key: 'a' }, field: 'Linesheet', after: 'Resort 27', before: '' },
      { part: 'linesheets', subject: { kind: 'style', key: 'b' }, field: 'Linesheet', after: '', before: 'Resort 27' },
    ]);
  });

  it('RUN-4: of stock that is sent again unchanged is nothing', () => {
    const stock = fc.record({ before: fc.option(fc.nat(500), { nil: null }), units: fc.nat(500) });
    fc.assert(
      fc.property(stock, ({ before, units }) => {
        const after = { warehouse: 'Main', colour: 'INK', size: 'S', units };
        const item = { key: 'k', part: 'stock', operation: 'update', before, after } as const;
        expect(changeLines(item, context)).toHaveLength(before === units ? 0 : 1);
      }),
    );
  });
});
