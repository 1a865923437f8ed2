import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleLine, sampleOrder } from '../model/test-samples.ts';
import { changesInWords, orderChanges } from './order-changes.ts';

const order = sampleOrder('1', { lines: [sampleLine('p1'), sampleLine('p2', { quantity: 3 })] });
const words = (now: typeof order) => changesInWords(order, orderChanges(order, now));

describe('ORD-10 what changed in an order', () => {
  it('is nothing when only dates, ids, names and the stage did', () => {
    const now = {
      ...order,
      stage: 'SHIPPED' as const,
      modifiedAt: '2027-01-01T00:00:00.000Z',
      approvedAt: null,
      customerName: 'Renamed',
      total: '500.00',
      lines: [...order.lines].reverse().map((line) => ({ ...line, id: `${line.id}-new`, netPrice: '50.00' })),
    };
    expect(orderChanges(order, now)).toEqual([]);
  });

  it('names lines by style, colour and size with quantity and price before and now', () => {
    const [first, second] = order.lines;
    if (first === undefined || second === undefined) throw new Error('two lines');
    const now = {
      ...order,
      lines: [{ ...first, quantity: 12 }, { ...second, isCancelled: true }, sampleLine('p3', { netPrice: '9.5' })],
    };
    expect(orderChanges(order, now)).toEqual([
      { what: 'SH-1 Navy p1', before: '10 at 50.00', now: '12 at 50.00', isAmount: true },
      { what: 'SH-1 Navy p2', before: '3 at 50.00', now: '', isAmount: true },
      { what: 'SH-1 Navy p3', before: '', now: '10 at 9.50', isAmount: true },
    ]);
    expect(words({ ...now, total: '1' })).toBe('3 lines');
  });

  it('is told in words', () => {
    expect(words({ ...order, shipEnd: '2027-03-01' })).toBe('the ship window');
    expect(words({ ...order, shipEnd: null, poNumber: 'new', freight: '12', total: '512' })).toBe(
      'the PO number, the ship window, the freight and the total',
    );
    expect(words({ ...order, shipTo: { ...order.shipTo, line1: 'Elsewhere 1' } })).toBe('the shipping address');
  });

  it('is the same list with before and now exchanged when it is undone', () => {
    const line = fc.record({ id: fc.constantFrom('p1', 'p2', 'p3'), quantity: fc.integer({ min: 0, max: 9 }) });
    const lines = fc.array(line, { maxLength: 6 }).map((given) => given.map(({ id, ...more }) => sampleLine(id, more)));
    const some = fc.record({ lines, poNumber: fc.constantFrom('A', 'B'), freight: fc.constantFrom('0', '0.00', '5') });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const sorted = (changes: ReturnType<typeof orderChanges>) =>
          [...changes].sort((one, other) => one.what.localeCompare(other.what));
        const back = orderChanges({ ...order, ...b }, { ...order, ...a });
        expect(sorted(orderChanges({ ...order, ...a }, { ...order, ...b }))).toEqual(
          sorted(back.map((change) => ({ ...change, before: change.now, now: change.before }))),
        );
      }),
    );
  });
});
