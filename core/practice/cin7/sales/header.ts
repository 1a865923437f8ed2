// The header of a sale (Cin7 9.4, 14.3): the customer by id or exact name, references that must exist, and defaults from
// the customer, then from the company. Nothing is changed before everything was checked; then the address rule may add
// one to the customer's card.
import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '../../../base/dates.ts';
import { type Cin7Context, today } from '../context.ts';
import { refuse, refuseAny } from '../http/answers.ts';
import { attributeMembers, decimalMember, flagMember, textMember } from '../http/bodies.ts';
import { isGuid } from '../http/query.ts';
import { noAttributes } from '../state/new-records.ts';
import { type AdditionalAttributes, type CustomerRecord, attributeKeys } from '../state/records.ts';
import type { SaleHeader } from '../state/sale-records.ts';
import { customerById, customerByName, defaultLocation, locationByName, sameText } from '../state/state.ts';
import {
  accountProblem,
  carrierProblem,
  lengthProblem,
  locationProblem,
  paymentTermProblem,
  priceTierProblem,
  problemsOf,
  salesRepresentativeProblem,
  taxRuleProblem,
} from '../wire/reference-checks.ts';
import { addressProblems, billingBody, billingOf, shippingBody, shippingOf } from './addresses.ts';

export const headerBody = z.object({
  ID: textMember,
  CustomerID: textMember,
  Customer: textMember,
  Contact: textMember,
  Phone: textMember,
  Email: textMember,
  DefaultAccount: textMember,
  SkipQuote: flagMember,
  SaleType: textMember,
  BillingAddress: billingBody.nullish(),
  ShippingAddress: shippingBody.nullish(),
  ShippingNotes: textMember,
  TaxRule: textMember,
  TaxInclusive: flagMember,
  Terms: textMember,
  PriceTier: textMember,
  ShipBy: textMember,
  Location: textMember,
  SaleOrderDate: textMember,
  Note: textMember,
  CustomerReference: textMember,
  CurrencyRate: decimalMember,
  SalesRepresentative: textMember,
  Carrier: textMember,
  ExternalID: textMember,
  ServiceOnly: flagMember,
  AutoPickPackShipMode: textMember,
  AdditionalAttributes: z.object(attributeMembers).nullish(),
});

export type HeaderBody = z.output<typeof headerBody>;

/** Checks the body and makes the header; a sale never creates its customer. */
export function headerFrom(body: HeaderBody, context: Cin7Context): SaleHeader {
  const { state } = context;
  const customer = customerOf(body, context);
  const orderDate = dateOf('SaleOrderDate', body.SaleOrderDate);
  const shipBy = dateOf('ShipBy', body.ShipBy);
  refuseAny(headerProblems(body, customer, orderDate, context));

  const { fields } = customer;
  const contact = customer.contacts.find((candidate) => candidate.Default) ?? customer.contacts[0];
  const locationName = text(body.Location) ?? text(fields.Location);
  const location = locationName === null ? undefined : locationByName(state, locationName);
  const isForeign = !sameText(fields.Currency, state.references.company.Currency);
  return {
    customerId: customer.id,
    Contact: text(body.Contact) ?? contact?.Name ?? null,
    Phone: text(body.Phone) ?? contact?.Phone ?? null,
    Email: text(body.Email) ?? contact?.Email ?? null,
    DefaultAccount: text(body.DefaultAccount) ?? fields.RevenueAccount,
    SkipQuote: body.SkipQuote ?? false,
    billing: billingOf(body.BillingAddress, customer),
    shipping: shippingOf(body.ShippingAddress, customer, context),
    ShippingNotes: body.ShippingNotes ?? '',
    CurrencyRate: isForeign ? Math.round((body.CurrencyRate ?? 1) * 100_000) / 100_000 : 1,
    TaxRule: text(body.TaxRule) ?? fields.TaxRule,
    TaxInclusive: body.TaxInclusive ?? false,
    Terms: text(body.Terms) ?? fields.PaymentTerm,
    PriceTier: text(body.PriceTier) ?? fields.PriceTier ?? state.references.tierNames[0] ?? null,
    ShipBy: shipBy,
    locationId: (location?.IsDeprecated === false ? location : defaultLocation(state)).id,
    SaleOrderDate: orderDate ?? today(context),
    Note: body.Note ?? '',
    CustomerReference: body.CustomerReference ?? '',
    Carrier: text(body.Carrier) ?? fields.Carrier,
    SalesRepresentative: text(body.SalesRepresentative) ?? fields.SalesRepresentative,
    SourceChannel: null,
    ExternalID: text(body.ExternalID),
    attributes: attributesOf(body),
  };
}

function customerOf({ CustomerID, Customer }: HeaderBody, { state, switches }: Cin7Context): CustomerRecord {
  const id = text(CustomerID);
  const name = text(Customer);
  // Invented after the vendor's pattern, as the texts below.
  if (id === null && name === null) refuse("Required attribute 'CustomerID' or 'Customer' not provided.");
  if (id !== null && !isGuid(id)) refuse('CustomerID parameter must be of GUID type');
  const customer = id === null ? customerByName(state, name ?? '') : customerById(state, id);
  if (customer === undefined) {
    const named = id === null ? `name '${name ?? ''}'` : `ID '${id}'`;
    refuse(`Customer with ${named} not found.`, switches.notFoundErrorCode);
  }
  return customer;
}

function headerProblems(
  body: HeaderBody,
  customer: CustomerRecord,
  orderDate: PlainDate | null,
  { state, switches }: Cin7Context,
): string[] {
  const books = state.references;
  const isForeign = !sameText(customer.fields.Currency, books.company.Currency);
  const rate = body.CurrencyRate ?? null;
  const lockDate = switches.lockDateBlocks ? books.company.LockDate : null;
  return [
    ...problemsOf(
      sameText(customer.fields.Status, 'Deprecated') && switches.deprecatedCustomerSales === 'refused'
        ? `Customer '${customer.fields.Name}' is deprecated.`
        : null,
      text(body.Location) === null && switches.locationRequired ? "Required attribute 'Location' not provided." : null,
      locationProblem(state, body.Location),
      body.SaleType == null || /^(simple|advanced|)$/i.test(body.SaleType)
        ? null
        : "Attribute 'SaleType' valid values are 'Simple' and 'Advanced'.",
      isForeign && rate === null && switches.currencyRateRequired
        ? "Required attribute 'CurrencyRate' not provided."
        : null,
      rate !== null && rate <= 0 ? "Attribute 'CurrencyRate' is invalid." : null,
      taxRuleProblem(books, body.TaxRule),
      paymentTermProblem(books, body.Terms),
      priceTierProblem(books, body.PriceTier),
      carrierProblem(books, body.Carrier),
      salesRepresentativeProblem(books, body.SalesRepresentative),
      accountProblem(books, 'DefaultAccount', body.DefaultAccount),
      lengthProblem('ExternalID', body.ExternalID, 256),
      lengthProblem('CustomerReference', body.CustomerReference, 256),
      lengthProblem('Note', body.Note, 1024),
      lengthProblem('ShippingNotes', body.ShippingNotes, 1024),
      orderDate !== null && lockDate !== null && orderDate <= lockDate
        ? `Sale order date can't be on or before the lock date ${lockDate}.`
        : null,
    ),
    ...addressProblems(body, customer, switches),
  ];
}

/** A business date as written, whatever time or zone comes with it (Cin7 1.4). */
function dateOf(attribute: string, value: string | null | undefined): PlainDate | null {
  if (text(value) === null) return null;
  return parsePlainDate(value ?? '') ?? refuse(`Attribute '${attribute}' is not a valid date.`);
}

function attributesOf({ AdditionalAttributes: given }: HeaderBody): AdditionalAttributes {
  const attributes = noAttributes();
  for (const key of attributeKeys) attributes[key] = given?.[key] ?? '';
  return attributes;
}

/** Null for what has no value: left out, null or blank. */
function text(value: string | null | undefined): string | null {
  return value == null || value.trim() === '' ? null : value;
}
