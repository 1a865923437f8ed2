// Customers on the wire, and as the model has them (Cin7 8.2).
import { z } from 'zod';
import { splitTags } from '../../base/text.ts';
import type { Customer } from '../../model/customer.ts';
import { decimalText, flag, guid, instant, list, someGuid, text } from './values.ts';

const addressSchema = z.object({
  ID: guid,
  Line1: text,
  Line2: text,
  City: text,
  State: text,
  Postcode: text,
  Country: text,
  Type: text,
  DefaultForType: flag,
});

const contactSchema = z.object({ ID: guid, Name: text, Email: text, Phone: text, MobilePhone: text, Default: flag });

const byId = (a: { ID: string }, b: { ID: string }) => (a.ID < b.ID ? -1 : a.ID > b.ID ? 1 : 0);

export const customerSchema = z
  .object({
    ID: someGuid,
    Name: text,
    DisplayName: text,
    Status: text,
    Currency: text,
    PaymentTerm: text,
    TaxRule: text,
    PriceTier: text,
    Carrier: text,
    SalesRepresentative: text,
    Location: text,
    Discount: decimalText,
    IsOnCreditHold: flag,
    Tags: text,
    AdditionalAttribute1: text,
    AdditionalAttribute2: text,
    AdditionalAttribute3: text,
    AdditionalAttribute4: text,
    AdditionalAttribute5: text,
    AdditionalAttribute6: text,
    AdditionalAttribute7: text,
    AdditionalAttribute8: text,
    AdditionalAttribute9: text,
    AdditionalAttribute10: text,
    Addresses: list(addressSchema),
    Contacts: list(contactSchema),
    LastModifiedOn: instant,
  })
  .transform((row): Customer => ({
    id: row.ID,
    name: row.Name,
    displayName: row.DisplayName,
    status: row.Status,
    currency: row.Currency.toUpperCase(),
    paymentTerm: row.PaymentTerm,
    taxRule: row.TaxRule,
    priceTier: row.PriceTier,
    carrier: row.Carrier,
    salesRepresentative: row.SalesRepresentative,
    location: row.Location,
    discount: row.Discount,
    isOnCreditHold: row.IsOnCreditHold,
    tags: splitTags(row.Tags),
    attributes: [
      row.AdditionalAttribute1,
      row.AdditionalAttribute2,
      row.AdditionalAttribute3,
      row.AdditionalAttribute4,
      row.AdditionalAttribute5,
      row.AdditionalAttribute6,
      row.AdditionalAttribute7,
      row.AdditionalAttribute8,
      row.AdditionalAttribute9,
      row.AdditionalAttribute10,
    ],
    // Several may claim to be the default (Cin7 8.2): by id, so that the first is the same each time.
    addresses: row.Addresses.toSorted(byId).map((address) => ({
      id: address.ID,
      line1: address.Line1,
      line2: address.Line2,
      city: address.City,
      state: address.State,
      postcode: address.Postcode,
      country: address.Country,
      type: address.Type,
      isDefault: address.DefaultForType,
    })),
    contacts: row.Contacts.toSorted(byId).map((contact) => ({
      id: contact.ID,
      name: contact.Name,
      email: contact.Email,
      phone: contact.Phone === '' ? contact.MobilePhone : contact.Phone,
      isDefault: contact.Default,
    })),
    modifiedOn: row.LastModifiedOn,
  }));
