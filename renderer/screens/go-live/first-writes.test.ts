import { describe, expect, test } from 'vitest';
import type { FlowName } from '../../../core/contract/words.ts';
import { firstWrites } from './first-writes.ts';

const row = (flow: FlowName, label: string, toSend: number, same = 0, held = 0) => ({
  flow,
  label,
  what: toSend === 0 ? 'Nothing to change' : `${toSend} to create, 0 to change`,
  toSend,
  part: 'product' as const,
  same,
  held,
  joorCredits: 0,
});
const products = [
  row('products', 'Products', 400),
  row('products', 'SKUs', 8_890, 0, 3),
  row('products', 'Prices', 6_150, 0, 8),
];

describe('what going live writes first', () => {
  test('GO-3: the number is the sum of all rows of the flow', () => {
    expect(firstWrites('products', [...products, row('linesheets', 'Linesheets', 7)])).toEqual({
      changes: 15_440,
      held: 11,
      parts: [
        'Products: 400 to create, 0 to change',
        'SKUs: 8890 to create, 0 to change',
        'Prices: 6150 to create, 0 to change',
      ],
      isAfterStyles: false,
    });
    expect(firstWrites('images', products)).toBeNull();
  });

  test('stock waits for its styles only while none of its SKUs is in JOOR', () => {
    const of = (stock: number, same: number, plan = products) =>
      firstWrites('inventory', [...plan, row('inventory', 'Stock', stock, same)])?.isAfterStyles;
    expect(of(0, 0)).toBe(true);
    expect(of(0, 12)).toBe(false);
    expect(of(5, 0)).toBe(false);
    expect(of(0, 0, [])).toBe(false);
  });
});
