// Retailers of the brand as Cin7 customers: JOOR's code in additional attribute 1, addresses and one contact.
import type { Dice } from '../../brand/dice.ts';
import type { BrandAddress, BrandRetailer } from '../../brand/types.ts';
import { customerFields } from '../state/new-records.ts';
import type { CustomerAddress, CustomerContact, CustomerRecord } from '../state/records.ts';
import { receivableAccount, revenueAccount } from './references.ts';

/** The customer of a retailer. */
export function seedCustomer(
  retailer: BrandRetailer,
  location: string,
  dice: Dice,
  modifiedAt: number,
): CustomerRecord {
  return {
    id: retailer.id,
    fields: customerFields({
      Name: retailer.name,
      DisplayName: dice.pick(['', null, retailer.name]),
      Currency: retailer.currency,
      PaymentTerm: retailer.paymentTerm,
      TaxRule: retailer.taxRule,
      Carrier: dice.pick([null, '', 'Australia Post', 'StarTrack']),
      SalesRepresentative: dice.pick([null, 'Isla Marsh', 'Tom Okafor']),
      Location: location,
      AccountReceivable: receivableAccount,
      RevenueAccount: revenueAccount,
      PriceTier: retailer.priceTier,
      AdditionalAttribute1: retailer.code,
      AttributeSet: 'Wholesale',
      Tags: 'JOOR,Wholesale',
      Status: retailer.status,
      IsOnCreditHold: retailer.isOnCreditHold,
    }),
    addresses: [addressOf(retailer.billing, 'Billing', dice), addressOf(retailer.shipping, 'Shipping', dice)],
    contacts: [contactOf(retailer, dice)],
    modifiedAt,
  };
}

function addressOf(address: BrandAddress, Type: string, dice: Dice): CustomerAddress {
  return {
    ID: dice.uuid(),
    Line1: address.line1,
    Line2: address.line2,
    City: address.city,
    State: address.state,
    Postcode: address.postcode,
    Country: address.country,
    Type,
    DefaultForType: true,
  };
}

function contactOf({ contactName, phone, email }: BrandRetailer, dice: Dice): CustomerContact {
  return {
    ID: dice.uuid(),
    Name: contactName,
    JobTitle: dice.pick(['Buyer', 'Owner', '', null]),
    Phone: phone,
    MobilePhone: null,
    Fax: null,
    Email: email,
    Website: null,
    Default: true,
    Comment: null,
    IncludeInEmail: true,
    MarketingConsent: 1,
  };
}
