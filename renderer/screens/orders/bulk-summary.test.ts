import { describe, expect, test } from 'vitest';
import { bulkSummary } from './bulk-summary.ts';

const refused = (orderId: string, sentence: string) => ({ orderId, sentence });

describe('what was done with several orders', () => {
  test('is their number when all went through', () => {
    expect(bulkSummary('orders.export', 1, [])).toBe('1 order sent to Cin7');
    expect(bulkSummary('orders.release', 3, [])).toBe('3 orders released');
  });

  test('names each order that didn’t, those with the same reason together', () => {
    const some = [
      refused('1', 'It is on hold.'),
      refused('2', 'It is on hold.'),
      refused('3', 'A line has no product.'),
    ];
    expect(bulkSummary('orders.export', 5, some)).toBe(
      '2 orders sent to Cin7. 3 not. 1, 2: It is on hold. 3: A line has no product.',
    );
    expect(bulkSummary('orders.hold', 1, some.slice(0, 1))).toBe('None on hold. 1 not. 1: It is on hold.');
  });
});
