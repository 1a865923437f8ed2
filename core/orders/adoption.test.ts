import { describe, expect, it } from 'vitest';
import { sampleOrder } from '../model/test-samples.ts';
import { whyNotPlainly } from './adoption.ts';

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
