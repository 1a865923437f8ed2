// A retailer that Cin7 Core doesn't have becomes a customer there only when nobody like it is there, and the settings name
// receivable, revenue, terms, tax rule and price tier (ORD-11).
import { ownValue } from '../base/guards.ts';
import { fold } from '../base/text.ts';
import type { PaymentTerm, TaxRule } from '../model/account.ts';
import type { Customer, NewCustomer } from '../model/customer.ts';
import type { Order, OrderAddress } from '../model/order.ts';
import type { Reason } from '../model/standing.ts';
import type { Settings } from '../settings/index.ts';
import { countryName } from './countries.ts';
import { nearCustomers } from './near-customer.ts';

export interface NewCustomerFacts {
  readonly settings: Settings;
  /** Every customer of Cin7 Core; asked for only when an order's retailer is unknown. */
  readonly allCustomers: () => readonly Customer[];
  /** True when a person said that the retailer with this code is new, whoever resembles it. */
  readonly isConfirmedNew: (code: string, currency: string) => boolean;
  readonly taxRules: readonly TaxRule[];
  readonly paymentTerms: readonly PaymentTerm[];
  readonly priceTiers: readonly string[];
}

export type NewCustomerDecision = { readonly create: NewCustomer } | { readonly problem: Reason };

/** The customer to create for an order whose code nobody has, or why that has to wait for a person. */
export function decideNewCustomer(order: Order, facts: NewCustomerFacts): NewCustomerDecision {
  const { settings } = facts;
  const { customerCode: code, currency } = order;
  const { codeFrom } = settings.customers;
  const name = (codeFrom === 'name' ? code : order.customerName || order.billTo.name).trim();
  const unknown = `No retailer in Cin7 has JOOR code ${code} in ${currency}`;
  const problem = (problemCode: string, sentence: string, nextStep: string): NewCustomerDecision => ({
    problem: { code: problemCode, sentence, nextStep },
  });

  const isConfirmed = facts.isConfirmedNew(code, currency);
  // Names are unique in Cin7 Core: against the same name not even a person's word helps.
  const near = nearCustomers(order, facts.allCustomers()).find(({ by }) => by === 'name' || !isConfirmed);
  if (near !== undefined)
    return problem(
      'near-customer',
      `${unknown}, but ${near.customer.name} has the same ${near.by}.`,
      `Add the code ${code} to ${near.customer.name} in Cin7 if it is the same retailer; if not, ${
        near.by === 'name' ? 'create the customer there under another name.' : 'say that it is a new one.'
      }`,
    );
  const byHand = `Add the code ${code} to ${name || 'the retailer'} in Cin7, or create the customer there.`;
  if (!settings.orders.createCustomers || codeFrom === 'id' || codeFrom === undefined || name === '')
    return problem('unknown-customer', `${unknown}.`, byHand);

  const { receivable, revenue, terms, priceTier, ...rules } = settings.orders.newCustomer;
  const country = countryName(order.shipTo) || countryName(order.billTo);
  const taxRule =
    ownValue(rules.taxRulesByCountry, country) ??
    ownValue(rules.taxRulesByCountry, order.shipTo.countryIso2) ??
    rules.taxRule;
  if (
    receivable === undefined ||
    revenue === undefined ||
    terms === undefined ||
    taxRule === undefined ||
    priceTier === undefined
  ) {
    const missing = Object.entries({ receivable, revenue, terms, taxRule, priceTier }).flatMap(([key, value]) =>
      value === undefined ? [key] : [],
    );
    return problem(
      'unknown-customer',
      `${unknown}.`,
      `${byHand} Or complete Settings, Customers, so that Seamline may create it (orders.newCustomer.${missing.join(', .')}).`,
    );
  }
  const wrong = [
    facts.taxRules.some((rule) => fold(rule.name) === fold(taxRule) && rule.isActive && rule.isForSales)
      ? null
      : `an active sales tax rule "${taxRule}"`,
    facts.paymentTerms.some((term) => fold(term.name) === fold(terms) && term.isActive)
      ? null
      : `an active payment term "${terms}"`,
    facts.priceTiers.some((tier) => fold(tier) === fold(priceTier)) ? null : `a price tier "${priceTier}"`,
  ].find((one) => one !== null);
  if (wrong !== undefined)
    return problem(
      'new-customer-settings',
      `${unknown}, and none can be created: Cin7 doesn't have ${wrong}.`,
      'Correct orders.newCustomer in the settings.',
    );
  return {
    create: {
      name,
      currency,
      paymentTerm: terms,
      receivable,
      revenue,
      taxRule,
      priceTier,
      code: codeFrom === 'name' ? null : { attribute: codeFrom.attribute, value: code },
      billTo: addressOf(order.billTo),
      shipTo: addressOf(order.shipTo),
      contact: contactOf(order),
    },
  };
}

/** The customer as it will be, for the rest of pre-flight; without an id. */
export function provisionalCustomer(customer: NewCustomer): Customer {
  const { code, contact } = customer;
  return {
    id: '',
    name: customer.name,
    displayName: '',
    status: 'Active',
    currency: customer.currency,
    paymentTerm: customer.paymentTerm,
    taxRule: customer.taxRule,
    priceTier: customer.priceTier,
    carrier: '',
    salesRepresentative: '',
    location: '',
    discount: '0',
    isOnCreditHold: false,
    tags: [],
    attributes:
      code === null
        ? []
        : Array.from({ length: code.attribute }, (_, at) => (at + 1 === code.attribute ? code.value : '')),
    addresses: [],
    contacts: contact === null ? [] : [{ id: '', ...contact, isDefault: true }],
    modifiedOn: null,
  };
}

function addressOf(address: OrderAddress): NewCustomer['billTo'] {
  return {
    line1: address.line1,
    line2: address.line2,
    city: address.city,
    state: address.region,
    postcode: address.postcode,
    country: countryName(address),
  };
}

function contactOf({ buyerName, customerName, shipTo, billTo }: Order): NewCustomer['contact'] {
  const email = shipTo.email || billTo.email;
  const phone = billTo.phone || shipTo.phone;
  const name = buyerName || (email !== '' || phone !== '' ? customerName : '');
  return name === '' ? null : { name, email, phone };
}
