import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../model/customer.ts';
import type { Order } from '../model/order.ts';
import { sampleCustomer, sampleOrder } from '../model/test-samples.ts';
import { parseSettings } from '../settings/index.ts';
import { countryName } from './countries.ts';
import { nearCustomers } from './near-customer.ts';
import { decideNewCustomer, provisionalCustomer, type NewCustomerFacts } from './new-customer.ts';

const complete = {
  receivable: '610',
  revenue: '200',
  terms: '30 days',
  taxRule: 'GST on Income',
  taxRulesByCountry: { Sweden: 'Export', DE: 'Export' },
  priceTier: 'Wholesale AUD',
};

function factsOf(
  newCustomer: object = complete,
  customers: readonly Customer[] = [],
  more: object = {},
): NewCustomerFacts {
  const rule = (name: string, isActive = true) => ({
    id: name,
    name,
    percent: '10',
    isActive,
    isForSales: true,
    isTaxInclusive: false,
  });
  return {
    settings: parseSettings(
      JSON.stringify({ customers: { codeFrom: { attribute: 3 } }, orders: { newCustomer, ...more } }),
    ),
    allCustomers: () => customers,
    isConfirmedNew: () => false,
    taxRules: [rule('GST on Income'), rule('Export'), rule('Old', false)],
    paymentTerms: [{ id: '1', name: '30 days', isActive: true }],
    priceTiers: ['Wholesale AUD'],
  };
}

const at = (more: Partial<Order['shipTo']>) => ({ ...sampleOrder('1').shipTo, ...more });

describe('ORD-11 a customer that Cin7 lacks', () => {
  it('is created with what the settings name and the order brings', () => {
    const order = sampleOrder('1', {
      shipTo: at({ country: 'SE', countryIso2: 'SE', email: 'a@b.example', phone: '1' }),
    });
    const decided = decideNewCustomer(order, factsOf());
    expect(decided).toMatchObject({
      create: {
        name: 'Northern Lights Boutique',
        currency: 'AUD',
        receivable: '610',
        revenue: '200',
        paymentTerm: '30 days',
        taxRule: 'Export',
        priceTier: 'Wholesale AUD',
        code: { attribute: 3, value: 'NB-0042' },
        shipTo: { country: 'Sweden', line1: '88 Aurora St' },
        contact: { name: 'Freya Lund', email: 'a@b.example', phone: '1' },
      },
    });
    const card = 'create' in decided ? provisionalCustomer(decided.create) : null;
    expect(card).toMatchObject({ id: '', attributes: ['', '', 'NB-0042'], taxRule: 'Export' });
  });

  it('takes the tax rule of its country, by name or code, else the general one', () => {
    const ruleFor = (country: string, countryIso2: string) => {
      const decided = decideNewCustomer(sampleOrder('1', { shipTo: at({ country, countryIso2 }) }), factsOf());
      return 'create' in decided ? decided.create.taxRule : decided.problem.code;
    };
    expect([ruleFor('Sweden', 'SE'), ruleFor('Germany', 'DE'), ruleFor('Australia', 'AU')]).toEqual([
      'Export',
      'Export',
      'GST on Income',
    ]);
  });

  it.each(['receivable', 'revenue', 'terms', 'taxRule', 'priceTier'] as const)(
    'is never created while the settings name no %s',
    (name) => {
      const { [name]: _left, taxRulesByCountry: _rules, ...rest } = complete;
      const decided = decideNewCustomer(sampleOrder('1'), factsOf(rest));
      expect(decided).toMatchObject({ problem: { code: 'unknown-customer' } });
      expect('problem' in decided && decided.problem.nextStep).toContain(`orders.newCustomer.${name}`);
    },
  );

  it('is never created where the settings say so, or where its code can only be an id', () => {
    const facts = factsOf();
    const byId = {
      ...facts,
      settings: { ...facts.settings, customers: { ...facts.settings.customers, codeFrom: 'id' as const } },
    };
    expect(decideNewCustomer(sampleOrder('1'), byId)).toMatchObject({ problem: { code: 'unknown-customer' } });
    expect(decideNewCustomer(sampleOrder('1'), factsOf(complete, [], { createCustomers: false }))).toMatchObject({
      problem: { code: 'unknown-customer' },
    });
  });

  it.each([
    [{ taxRule: 'Old' }, 'an active sales tax rule "Old"'],
    [{ terms: 'Net 90' }, 'an active payment term "Net 90"'],
    [{ priceTier: 'Gold' }, 'a price tier "Gold"'],
  ])('holds when Cin7 has nothing of that name: %o', (more, words) => {
    const decided = decideNewCustomer(sampleOrder('1'), factsOf({ ...complete, ...more }));
    expect(decided).toMatchObject({ problem: { code: 'new-customer-settings' } });
    expect('problem' in decided && decided.problem.sentence).toContain(words);
  });
});

describe('ORD-11 near matches', () => {
  const other: Partial<Customer> = {
    name: 'Somebody Else',
    contacts: [],
    addresses: [],
    attributes: [],
  };
  const card = { id: 'a', line1: 'x', line2: '', city: '', state: '', type: 'Billing', isDefault: true };
  const contact = { id: 'c', name: 'x', email: '', phone: '', isDefault: true };

  it.each<[string, Partial<Customer>, string]>([
    ['its name', { name: 'NORTHERN  LIGHTS boutique' }, 'name'],
    ['its name with a legal form', { name: 'The Northern-Lights Boutique Pty. Ltd.' }, 'name'],
    ['its display name', { displayName: 'Northern Lights Boutique' }, 'name'],
    ['one of its e-mails', { contacts: [{ ...contact, email: 'x@y.example; SHOP@north.example' }] }, 'e-mail'],
    ['its phone in another form', { contacts: [{ ...contact, phone: '+61 3 5550-1234' }] }, 'phone'],
    ['its postcode', { addresses: [{ ...card, postcode: '70 00', country: 'Australia' }] }, 'postcode'],
  ])('are found by %s', (_what, more, by) => {
    const order = sampleOrder('1', {
      shipTo: at({ email: 'shop@north.example', phone: '(03) 5550 1234' }),
    });
    const near = nearCustomers(order, [sampleCustomer('no', other), sampleCustomer('yes', { ...other, ...more })]);
    expect(near.map((one) => [one.customer.id, one.by])).toEqual([['yes', by]]);
  });

  it('are none by what both lack, by a short number, or by a postcode of another country', () => {
    const order = sampleOrder('1', {
      shipTo: at({ phone: '12' }),
      customerName: 'A',
      billTo: at({ name: '', postcode: '' }),
    });
    const customers = [
      sampleCustomer('blank', { ...other, name: '', contacts: [contact] }),
      sampleCustomer('short', { ...other, contacts: [{ ...contact, phone: '12' }] }),
      sampleCustomer('abroad', { ...other, addresses: [{ ...card, postcode: '7000', country: 'Germany' }] }),
    ];
    expect(nearCustomers(order, customers)).toEqual([]);
  });

  it('hold until a person says that the retailer is new; the same name holds even then', () => {
    const customers = (more: Partial<Customer>) => [sampleCustomer('c', { ...other, ...more })];
    const decide = (more: Partial<Customer>, isConfirmed: boolean) => {
      const facts = { ...factsOf(complete, customers(more)), isConfirmedNew: () => isConfirmed };
      const decided = decideNewCustomer(sampleOrder('1'), facts);
      return 'create' in decided ? 'created' : decided.problem.nextStep;
    };
    const samePlace = { addresses: [{ ...card, postcode: '7000', country: 'Australia' }] };
    expect(decide(samePlace, false)).toContain('say that it is a new one.');
    expect(decide(samePlace, true)).toBe('created');
    expect(decide({ name: 'Northern Lights Boutique' }, true)).toContain('under another name.');
  });

  it('always hold: whoever has the same name in whatever writing is never created again', () => {
    const dress = fc.constantFrom<(name: string) => string>(
      (name) => name.toUpperCase(),
      (name) => ` ${name.replace(/ /g, '  ')} `,
      (name) => `${name} Ltd`,
      (name) => name.replace(/ /g, '-'),
      (name) => `The ${name}`,
    );
    const words = fc.array(fc.constantFrom('Nordic', 'Tide', 'Löwe', 'No1', 'Company', 'Café'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(words, dress, (parts, change) => {
        const name = parts.join(' ');
        const order = sampleOrder('1', { customerName: name });
        const customers = [sampleCustomer('c', { ...other, name: change(name) })];
        expect(decideNewCustomer(order, factsOf(complete, customers))).toMatchObject({
          problem: { code: 'near-customer' },
        });
      }),
    );
  });
});

describe('a country', () => {
  it('ORD-11 is a name, never a code', () => {
    const name = (country: string, countryIso2: string) => countryName({ country, countryIso2 });
    expect([name('Australia', 'AU'), name('AU', 'AU'), name('', 'SE'), name('SWE', 'se'), name('XQZ', '')]).toEqual([
      'Australia',
      'Australia',
      'Sweden',
      'Sweden',
      'XQZ',
    ]);
  });
});
