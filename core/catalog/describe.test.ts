import { describe, expect, it } from 'vitest';
import type { Style } from '../model/style.ts';
import { describeStyle } from './describe.ts';

const usd = { id: 'p1', name: 'USD Wholesale', currency: 'USD', retailCurrency: 'USD' };
const feed = { priceType: usd, wholesaleTier: 1, retailTier: null };

const sku = (size: string, wholesale: string | null, retail: string | null = null): Style['skus'][number] => ({
  colour: 'INK',
  size,
  productId: size,
  sku: `DR-214-${size}`,
  barcode: null,
  offered: true,
  prices: wholesale === null ? [] : [{ priceTypeId: 'p1', wholesale, retail }],
});

const style = (skus: Style['skus']): Style => ({
  key: 'f1',
  identifier: 'cin7:f1',
  number: 'DR-214',
  name: 'Wrap Dress',
  fields: { name: 'Wrap Dress', styleNumber: 'DR-214', materials: 'Linen' },
  colours: [{ code: 'INK', name: 'Ink', position: 1 }],
  sizes: [
    { code: 'S', name: 'S', position: 1 },
    { code: 'M', name: 'M', position: 2 },
  ],
  skus,
});

describe('a style line by line', () => {
  it('has its mapped fields, colours, sizes, price spans and linesheets', () => {
    const lines = describeStyle(
      style([sku('S', '98.00', '220.00'), sku('M', '112.50')]),
      [{ linesheet: 'Spring 27', pairs: [] }],
      [feed],
    );
    expect(lines).toEqual([
      { label: 'Name', value: 'Wrap Dress' },
      { label: 'Style number', value: 'DR-214' },
      { label: 'Materials', value: 'Linen' },
      { label: 'Colours', value: 'Ink' },
      { label: 'Sizes', value: 'S, M' },
      { label: 'USD Wholesale', value: '98.00–112.50 USD' },
      { label: 'USD Wholesale, retail', value: '220.00 USD' },
      { label: 'Linesheets', value: 'Spring 27' },
    ]);
  });

  it('shows a price type without a price as empty, and no retail line', () => {
    const lines = describeStyle(style([sku('S', null)]), [], [feed]);
    expect(lines.slice(-2)).toEqual([
      { label: 'USD Wholesale', value: '' },
      { label: 'Linesheets', value: '' },
    ]);
  });
});
