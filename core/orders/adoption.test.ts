import { describe, expect, it } from 'vitest';
import { sampleOrder } from '../model/test-samples.ts';
import { whyNotPlainly, whyOtherSale } from './adoption.ts';

const order = sampleOrder('8812345');
const facts = { isCustomer: true, template: '{po} JOOR-{id}', environment: 'live' };
const sale = { number: 'SO-1', reference: 'PO-7781 JOOR-8812345', orderStatus: 'AUTHORISED', customer: 'Nordic' };

describe('SCOPE-4 a sale that says it is an order', () => {
  it('is plainly that order with its customer, its lines and a reference that names it', () => {
    expect(whyNotPlainly(order, sale, facts)).toBeNull();
    // The purchase order was renamed since.
    expect(whyNotPlainly(order, { ...sale, reference: 'PO-1 JOOR-8812345' }, facts)).toBeNull();
    expect(whyNotPlainly(order, { ...sale, reference: 'PO-7781' }, { ...facts, template: '{po}' })).toBeNull();
  });

  it.each([
    [{ orderStatus: 'Not Available' }, {}, 'SO-1 has no lines.'],
    [{}, { isCustomer: false }, 'SO-1 is sold to Nordic.'],
    [{ customer: '' }, { isCustomer: false }, 'SO-1 is sold to another customer.'],
    [{ reference: 'JOOR-88123456' }, {}, `The reference of SO-1 is "JOOR-88123456" and doesn't name the order.`],
    [{ reference: '' }, {}, `The reference of SO-1 is "" and doesn't name the order.`],
  ])('is not with %j %j', (more, other, why) => {
    expect(whyNotPlainly(order, { ...sale, ...more }, { ...facts, ...other })).toBe(why);
  });
});

describe('SCOPE-4 what such a sale sold', () => {
  const line = (sku: string, quantity: string, total: string) => ({ productId: `id of ${sku}`, sku, quantity, total });
  const named = (sold: ReturnType<typeof line>) => ({ ...sold, name: '' });
  const soldLine = (sold: ReturnType<typeof line>) => ({ ...sold, price: '', discount: '0', backordered: '0' });
  const lines = [line('A', '2', '58'), line('B', '1', '31.5')];
  const asked = { lines: lines.map(named), totalBeforeTax: '99.5' };
  const whole = { number: 'SO-1', currency: 'AUD', lines: lines.map(soldLine), totalBeforeTax: '99.5' };

  it('is that order when every product, quantity and amount is the same, in whatever lines', () => {
    expect(whyOtherSale({ currency: 'AUD' }, asked, whole)).toBeNull();
    const split = [line('A', '1', '29'), line('B', '1', '31.5'), line('A', '1', '29')].map(soldLine);
    expect(whyOtherSale({ currency: 'AUD' }, asked, { ...whole, lines: split })).toBeNull();
  });

  it.each([
    [{ currency: 'USD' }, 'SO-1 is in USD, the order in AUD.'],
    [{ currency: '' }, 'SO-1 is in no currency, the order in AUD.'],
    [{ lines: [soldLine(line('A', '2', '58'))] }, '1 line of SO-1 differs from the order, as B.'],
    [
      { lines: [line('A', '3', '87'), line('C', '1', '31.5')].map(soldLine) },
      '3 lines of SO-1 differ from the order, as A.',
    ],
    [
      { lines: [line('A', '2', '50'), line('B', '1', '31.5')].map(soldLine) },
      '1 line of SO-1 differs from the order, as A.',
    ],
    [{ totalBeforeTax: '89.5' }, 'SO-1 comes to 89.5 before tax, the order to 99.5.'],
  ])('is not with %j', (more, why) => {
    expect(whyOtherSale({ currency: 'AUD' }, asked, { ...whole, ...more })).toBe(why);
  });

  it('is asked about when a line of the order means nothing in Cin7', () => {
    expect(whyOtherSale({ currency: 'AUD' }, null, whole)).toMatch(/can't be compared/);
  });
});
