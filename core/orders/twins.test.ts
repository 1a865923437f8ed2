import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SaleHead } from '../model/sale.ts';
import { sampleOrder } from '../model/test-samples.ts';
import { twinsOf } from './twins.ts';

const order = sampleOrder('8812345');
const sale = (number: string, more: Partial<SaleHead>): SaleHead => ({
  id: number,
  number,
  status: 'ORDERED',
  orderStatus: 'AUTHORISED',
  customerId: 'other',
  customer: 'Somebody',
  reference: '',
  externalId: '',
  orderDate: '2026-01-01',
  updatedAt: null,
  pickStatus: '',
  invoiceStatus: '',
  ...more,
});
const likely = (...sales: SaleHead[]) =>
  twinsOf(order, sales, new Set(['c1'])).map(({ sale: { number }, likelihood }) => `${number} ${likelihood}`);

describe('GO-2 likely twins in Cin7', () => {
  it('name the order, or its purchase order and customer, or are of the same customer and days', () => {
    expect(
      likely(
        sale('SO-1', { customerId: 'c1', orderDate: '2026-11-05' }),
        sale('SO-2', { customerId: 'c1', reference: 'po-7781 ' }),
        sale('SO-3', { reference: 'JOOR-8812345' }),
        sale('SO-4', { externalId: 'joor:live:1:8812345' }),
        sale('SO-5', { customer: 'northern lights boutique', orderDate: '2026-11-01' }),
      ),
    ).toEqual(['SO-3 3', 'SO-4 3', 'SO-2 2', 'SO-1 1', 'SO-5 1']);
  });

  it('are not voided, not of another customer, not of another time', () => {
    expect(
      likely(
        sale('SO-1', { reference: 'JOOR-8812345', status: 'Voided' }),
        sale('SO-2', { reference: 'PO-7781' }),
        sale('SO-3', { customerId: 'c1', orderDate: '2026-11-09' }),
        sale('SO-4', { reference: 'JOOR-88123456' }),
        sale('SO-5', { customerId: 'c1', orderDate: null }),
      ),
    ).toEqual([]);
  });

  it('are few, each once, most likely first, whatever the sales are', () => {
    const some = fc.record({
      customerId: fc.constantFrom('c1', 'other'),
      reference: fc.constantFrom('', 'PO-7781', 'JOOR-8812345', 'x'),
      orderDate: fc.constantFrom('2026-11-03', '2026-12-03'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (given) => {
        const sales = given.map((more, index) => sale(`SO-${index}`, more));
        const twins = twinsOf(order, sales, new Set(['c1']));
        expect(twins.length).toBeLessThanOrEqual(5);
        expect(new Set(twins.map((twin) => twin.sale.id)).size).toBe(twins.length);
        const ranks = twins.map(({ likelihood }) => likelihood);
        expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
      }),
    );
  });
});
