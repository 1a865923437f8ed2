// Customers: GET, POST, PUT (Cin7 8). Names are unique, lists are capped at 100 whatever is asked for, and a PUT changes
// only what it names.
import { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import { refuse, refuseAny } from '../http/answers.ts';
import { attributeMembers, decimalMember, flagMember, textMember } from '../http/bodies.ts';
import { type Endpoint, onBody, onQuery, paging } from '../http/endpoint.ts';
import { listAnswer, oneRow } from '../http/paging.ts';
import { isGuid } from '../http/query.ts';
import { customerFields } from '../state/new-records.ts';
import type { CustomerAddress, CustomerContact, CustomerFields, CustomerRecord } from '../state/records.ts';
import { customerById, customerByName, sameText } from '../state/state.ts';
import { countryProblem } from '../wire/countries.ts';
import { customerRow } from '../wire/customer-row.ts';
import { isSince, startsWith } from '../wire/filters.ts';
import {
  accountProblem,
  attributeSetProblem,
  carrierProblem,
  lengthProblem,
  locationProblem,
  paymentTermProblem,
  priceTierProblem,
  problemsOf,
  receivableProblem,
  salesRepresentativeProblem,
  taxRuleProblem,
} from '../wire/reference-checks.ts';

const addressMembers = z.object({
  ID: textMember,
  Line1: textMember,
  Line2: textMember,
  City: textMember,
  State: textMember,
  Postcode: textMember,
  Country: textMember,
  Type: textMember,
  DefaultForType: flagMember,
});

const contactMembers = z.object({
  ID: textMember,
  Name: textMember,
  JobTitle: textMember,
  Phone: textMember,
  MobilePhone: textMember,
  Fax: textMember,
  Email: textMember,
  Website: textMember,
  Default: flagMember,
  Comment: textMember,
  IncludeInEmail: flagMember,
  MarketingConsent: decimalMember,
});

const customerBody = z.object({
  ID: textMember,
  Name: textMember,
  DisplayName: textMember,
  Status: textMember,
  Currency: textMember,
  PaymentTerm: textMember,
  AccountReceivable: textMember,
  RevenueAccount: textMember,
  TaxRule: textMember,
  PriceTier: textMember,
  Carrier: textMember,
  SalesRepresentative: textMember,
  Location: textMember,
  Discount: decimalMember,
  CreditLimit: decimalMember,
  IsOnCreditHold: flagMember,
  TaxNumber: textMember,
  Comments: textMember,
  Tags: textMember,
  AttributeSet: textMember,
  ...attributeMembers,
  Addresses: z.array(addressMembers).nullish(),
  Contacts: z.array(contactMembers).nullish(),
});

type CustomerBody = z.output<typeof customerBody>;

const required = [
  'Name',
  'Status',
  'Currency',
  'PaymentTerm',
  'AccountReceivable',
  'RevenueAccount',
  'TaxRule',
] as const;

export const customerEndpoints: readonly Endpoint[] = [
  {
    path: 'customer',
    operations: {
      GET: onQuery(
        [...paging, 'ID', 'Name', 'ContactFilter', 'ModifiedSince', 'IncludeDeprecated', 'IncludeProductPrices'],
        ({ query }, { state, switches, clock }) => {
          const visibleUntil = clock.now() - switches.lateCustomerListSeconds * 1000;
          const [id, name, contact] = [query.guid('ID'), query.text('Name'), query.text('ContactFilter')];
          const since = query.moment('ModifiedSince');
          const includeDeprecated = query.flag('IncludeDeprecated') === true;
          const items = [...state.customers.values()].filter(
            (customer) =>
              (includeDeprecated || !sameText(customer.fields.Status, 'Deprecated')) &&
              (id === null ? (customer.createdAt ?? 0) <= visibleUntil : sameText(customer.id, id)) &&
              startsWith(customer.fields.Name, name) &&
              matchesContact(customer, contact) &&
              isSince(customer.modifiedAt, since, switches.modifiedSince),
          );
          items.sort(byName);
          const options = { isWriteAnswer: false, includePrices: query.flag('IncludeProductPrices') === true };
          return listAnswer(query, switches, {
            key: 'CustomerList',
            items,
            cap: switches.customerCap,
            row: (customer) => customerRow(customer, options),
          });
        },
      ),
      POST: onBody(customerBody, (body, context) => written(createCustomer(body, context))),
      PUT: onBody(customerBody, (body, context) => written(updateCustomer(body, context))),
    },
  },
];

function written(customer: CustomerRecord) {
  return oneRow('CustomerList', customerRow(customer, { isWriteAnswer: true, includePrices: false }));
}

function createCustomer(body: CustomerBody, context: Cin7Context): CustomerRecord {
  const { state, clock, ids } = context;
  refuseAny([
    ...required.filter((name) => (body[name] ?? '') === '').map((name) => `Required attribute '${name}' not provided.`),
    ...valueProblems(body, context),
  ]);
  const {
    Name = '',
    Currency = '',
    PaymentTerm = '',
    TaxRule = '',
    AccountReceivable = '',
    RevenueAccount = '',
    ...rest
  } = fieldsGiven(body);
  const customer: CustomerRecord = {
    id: ids.uuid(),
    fields: customerFields({ Name, Currency, PaymentTerm, TaxRule, AccountReceivable, RevenueAccount, ...rest }),
    addresses: [],
    contacts: [],
    modifiedAt: clock.now(),
    createdAt: clock.now(),
  };
  takePeople(customer, body, context);
  state.customers.set(customer.id, customer);
  return customer;
}

function updateCustomer(body: CustomerBody, context: Cin7Context): CustomerRecord {
  const { state, switches, clock } = context;
  if (body.ID == null || body.ID === '') refuse("Required attribute 'ID' not provided.");
  if (!isGuid(body.ID)) refuse('ID parameter must be of GUID type');
  const customer = customerById(state, body.ID);
  // Invented after the product's message.
  if (customer === undefined) refuse("Customer with specified 'ID' not found.", switches.notFoundErrorCode);
  refuseAny(valueProblems(body, context, customer));
  Object.assign(customer.fields, fieldsGiven(body));
  takePeople(customer, body, context);
  customer.modifiedAt = clock.now();
  return customer;
}

function fieldsGiven(customer: CustomerBody): Partial<CustomerFields> {
  const { ID: _, Addresses: __, Contacts: ___, ...body } = customer;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value != null));
}

/** An address or contact with a known ID is updated, any other is created, and none is removed (Cin7 8.3). */
function takePeople(customer: CustomerRecord, body: CustomerBody, { ids }: Cin7Context): void {
  for (const { ID, ...given } of body.Addresses ?? []) {
    const changes: Partial<Omit<CustomerAddress, 'ID'>> = withoutNulls(given);
    const known = customer.addresses.find((address) => ID != null && sameText(address.ID, ID));
    if (known) Object.assign(known, changes);
    else customer.addresses.push({ ID: ids.uuid(), ...newAddress, ...changes });
  }
  for (const { ID, ...given } of body.Contacts ?? []) {
    const changes: Partial<Omit<CustomerContact, 'ID'>> = withoutNulls(given);
    const known = customer.contacts.find((contact) => ID != null && sameText(contact.ID, ID));
    if (known) Object.assign(known, changes);
    else customer.contacts.push({ ID: ids.uuid(), ...newContact, ...changes });
  }
}

const newAddress: Omit<CustomerAddress, 'ID'> = {
  Line1: '',
  Line2: '',
  City: '',
  State: '',
  Postcode: '',
  Country: '',
  Type: 'Billing',
  DefaultForType: false,
};

const newContact: Omit<CustomerContact, 'ID'> = {
  Name: '',
  JobTitle: null,
  Phone: null,
  MobilePhone: null,
  Fax: null,
  Email: null,
  Website: null,
  Default: false,
  Comment: null,
  IncludeInEmail: false,
  MarketingConsent: 1,
};

function withoutNulls(members: object) {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value != null));
}

function valueProblems(body: CustomerBody, { state, switches }: Cin7Context, self?: CustomerRecord): string[] {
  const books = state.references;
  const owner = body.Name == null ? undefined : customerByName(state, body.Name);
  const addresses = (body.Addresses ?? []).flatMap((address) => {
    if (address.ID != null && self?.addresses.some((known) => sameText(known.ID, address.ID))) return [];
    const missing = (['Line1', 'Country', 'Type'] as const).filter((name) => (address[name] ?? '') === '');
    return [
      ...missing.map((name) => `Required attribute '${name}' not provided.`),
      ...(address.Type == null || /^(billing|business|shipping)$/i.test(address.Type)
        ? []
        : ["Attribute 'Type' valid values are 'Billing', 'Business' and 'Shipping'."]),
      ...problemsOf(countryProblem(address.Country, switches)),
    ];
  });
  const contacts = (body.Contacts ?? [])
    .filter((contact) => contact.ID == null && (contact.Name ?? '') === '')
    .map(() => "Required attribute 'Name' not provided.");
  return [
    ...problemsOf(
      // Invented after `Product with specified 'Name' already exists.` (Cin7 3.3).
      owner === undefined || owner === self ? null : "Customer with specified 'Name' already exists.",
      lengthProblem('Name', body.Name, 256),
      body.Status == null || /^(active|deprecated)$/i.test(body.Status)
        ? null
        : 'Status value should be Active or Deprecated.',
      body.Currency == null || /^[a-z]{3}$/i.test(body.Currency) ? null : "Attribute 'Currency' is invalid.",
      paymentTermProblem(books, body.PaymentTerm),
      accountProblem(books, 'AccountReceivable', body.AccountReceivable),
      receivableProblem(books, body.AccountReceivable),
      accountProblem(books, 'RevenueAccount', body.RevenueAccount),
      taxRuleProblem(books, body.TaxRule),
      priceTierProblem(books, body.PriceTier),
      carrierProblem(books, body.Carrier),
      salesRepresentativeProblem(books, body.SalesRepresentative),
      locationProblem(state, body.Location),
      attributeSetProblem(books, body.AttributeSet),
      lengthProblem('Comments', body.Comments, 2000),
      (body.Tags ?? '').length > 256 ? 'Tags maximum length is 256 characters' : null,
    ),
    ...addresses,
    ...contacts,
  ];
}

function byName(a: CustomerRecord, b: CustomerRecord): number {
  const [first, second] = [a.fields.Name.toUpperCase(), b.fields.Name.toUpperCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** A contact's name starts with the text, or its e-mail is the text (Cin7 8.1). */
function matchesContact(customer: CustomerRecord, filter: string | null): boolean {
  if (filter === null) return true;
  return customer.contacts.some((contact) => startsWith(contact.Name, filter) || sameText(contact.Email, filter));
}
