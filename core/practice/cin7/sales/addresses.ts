// Addresses of a sale and the rule that surprises integrators: a ship-to without ShipToOther whose first line matches no
// address of the customer is added to the customer's card (Cin7 9.4, gotcha 29).
import { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import { flagMember, textMember } from '../http/bodies.ts';
import type { CustomerAddress, CustomerRecord } from '../state/records.ts';
import type { SaleAddress, SaleShippingAddress } from '../state/sale-records.ts';
import { emptyGuid, sameText } from '../state/state.ts';
import type { Cin7PracticeSwitches } from '../switches.ts';
import { countryProblem } from '../wire/countries.ts';
import { lengthProblem, problemsOf } from '../wire/reference-checks.ts';

const addressMembers = {
  ID: textMember,
  DisplayAddressLine1: textMember,
  DisplayAddressLine2: textMember,
  Line1: textMember,
  Line2: textMember,
  City: textMember,
  State: textMember,
  Postcode: textMember,
  Country: textMember,
};

export const billingBody = z.object(addressMembers);
export const shippingBody = z.object({
  ...addressMembers,
  Company: textMember,
  Contact: textMember,
  ShipToOther: flagMember,
});

type BillingBody = z.output<typeof billingBody>;
type ShippingBody = z.output<typeof shippingBody>;

interface Addresses {
  readonly BillingAddress?: BillingBody | null | undefined;
  readonly ShippingAddress?: ShippingBody | null | undefined;
}

/** What is wrong with the addresses of a header. Texts after the vendor's pattern. */
export function addressProblems(
  { BillingAddress, ShippingAddress }: Addresses,
  customer: CustomerRecord,
  switches: Cin7PracticeSwitches,
): string[] {
  return [
    ...partProblems('BillingAddress', BillingAddress, customer, switches),
    ...partProblems('ShippingAddress', ShippingAddress, customer, switches),
    ...problemsOf(
      lengthProblem('ShippingAddress.Company', ShippingAddress?.Company, 128),
      lengthProblem('ShippingAddress.Contact', ShippingAddress?.Contact, 512),
    ),
  ];
}

function partProblems(
  part: string,
  address: BillingBody | ShippingBody | null | undefined,
  customer: CustomerRecord,
  switches: Cin7PracticeSwitches,
): string[] {
  if (address == null) return [];
  if (takesExisting(address)) {
    return knownAddress(address.ID, customer) ? [] : [`${part} with ID '${address.ID ?? ''}' not found.`];
  }
  const missing = (['Line1', 'Country'] as const).filter((name) => (address[name] ?? '').trim() === '');
  return [
    ...missing.map((name) => `Required attribute '${part}.${name}' not provided.`),
    ...problemsOf(
      lengthProblem(`${part}.Line1`, address.Line1, 256),
      lengthProblem(`${part}.Postcode`, address.Postcode, 20),
      countryProblem(address.Country, switches),
    ),
  ];
}

/** The billing address as given, else the customer's. */
export function billingOf(given: BillingBody | null | undefined, customer: CustomerRecord): SaleAddress | null {
  if (given != null && !takesExisting(given)) return plainAddress(given);
  const known = given == null ? defaultAddress(customer, 'Billing') : knownAddress(given.ID, customer);
  return known === undefined ? null : plainAddress(known);
}

/** The shipping address as given, else the customer's; may add one to the customer. */
export function shippingOf(
  given: ShippingBody | null | undefined,
  customer: CustomerRecord,
  context: Cin7Context,
): SaleShippingAddress | null {
  const shipToOther = given?.ShipToOther === true;
  const company = given?.Company ?? customer.fields.Name;
  const contact = given?.Contact ?? customer.contacts.find((candidate) => candidate.Default)?.Name ?? null;
  const common = { Company: company, Contact: contact, ShipToOther: shipToOther };
  if (given == null || takesExisting(given)) {
    const known = given == null ? defaultAddress(customer, 'Shipping') : knownAddress(given.ID, customer);
    return known === undefined ? null : { ID: known.ID, ...plainAddress(known), ...common };
  }
  const address = plainAddress(given);
  if (shipToOther) return { ID: emptyGuid, ...address, ...common };
  const matching = customer.addresses.find((known) => sameText(known.Line1.trim(), address.Line1.trim()));
  const { ID } = matching ?? addShippingAddress(address, customer, context);
  return { ID, ...address, ...common };
}

function addShippingAddress(
  address: SaleAddress,
  customer: CustomerRecord,
  { ids, clock }: Cin7Context,
): CustomerAddress {
  const added: CustomerAddress = { ID: ids.uuid(), ...address, Type: 'Shipping', DefaultForType: false };
  customer.addresses.push(added);
  customer.modifiedAt = clock.now();
  return added;
}

/** With an ID the existing address is taken; with ShipToOther the ID is ignored (Cin7 9.4). */
function takesExisting(address: BillingBody | ShippingBody): boolean {
  const shipToOther = 'ShipToOther' in address && address.ShipToOther === true;
  return !shipToOther && address.ID != null && address.ID !== '' && address.ID !== emptyGuid;
}

function knownAddress(id: string | null | undefined, customer: CustomerRecord): CustomerAddress | undefined {
  return customer.addresses.find((address) => sameText(address.ID, id));
}

/** The first default address of a type, else the first of that type, else the first of all (Cin7 8.2). */
function defaultAddress(customer: CustomerRecord, type: string): CustomerAddress | undefined {
  const ofType = customer.addresses.filter((address) => sameText(address.Type, type));
  return ofType.find((address) => address.DefaultForType) ?? ofType[0] ?? customer.addresses[0];
}

function plainAddress(address: BillingBody | CustomerAddress): SaleAddress {
  return {
    Line1: address.Line1 ?? '',
    Line2: address.Line2 ?? null,
    City: address.City ?? null,
    State: address.State ?? null,
    Postcode: address.Postcode ?? null,
    Country: address.Country ?? '',
  };
}
