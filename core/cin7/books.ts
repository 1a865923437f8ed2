// The company and its reference books (Cin7 2, 3.4, 6.2, 7): small lists, read whole.
import type { Answer } from '../http/transport.ts';
import type { Company, LedgerAccount, Location, PaymentTerm, PriceTier, TaxRule } from '../model/account.ts';
import type { Caller, Cin7Connection } from './connection.ts';
import {
  accountSchema,
  attributeSetSchema,
  carrierSchema,
  companySchema,
  contactSchema,
  locationSchema,
  namedSchema,
  paymentTermSchema,
  priceTiersSchema,
  taxRuleSchema,
  type AttributeSet,
} from './wire/references.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

const byId = ({ id }: { readonly id: string }) => id;

/** The company behind the key: the cheapest way to find out whether the key is good. */
export function readCompany(cin7: Cin7Connection, caller: Caller): Promise<Answer<Company>> {
  return cin7.get('company', 'me', {}, companySchema, caller);
}

/** The ten price tiers; the one list without an envelope. */
export async function listPriceTiers(cin7: Cin7Connection, caller: Caller): Promise<PriceTier[]> {
  return (await cin7.get('price tiers', 'ref/priceTier', {}, priceTiersSchema, caller)).content;
}

/** Warehouses; the bins that stand in the same list are left out (Cin7 6.2). */
export async function listLocations(cin7: Cin7Connection, caller: Caller): Promise<Location[]> {
  const list = {
    name: 'locations',
    path: 'ref/location',
    key: 'LocationList',
    row: locationSchema,
    identify: byId,
    limit: cin7.switches.locationPage,
  };
  const rows = await cin7.book(list, caller);
  return rows.flatMap(({ location }) => (location === null ? [] : [location]));
}

/** Tax rules, active or not, for sales or not. */
export function listTaxRules(cin7: Cin7Connection, caller: Caller): Promise<TaxRule[]> {
  const list = { name: 'tax rules', path: 'ref/tax', key: 'TaxRuleList', row: taxRuleSchema, identify: byId };
  return cin7.book(list, caller);
}

/** Payment terms, switched on or off. */
export function listPaymentTerms(cin7: Cin7Connection, caller: Caller): Promise<PaymentTerm[]> {
  const list = {
    name: 'payment terms',
    path: 'ref/paymentterm',
    key: 'PaymentTermList',
    row: paymentTermSchema,
    identify: byId,
  };
  return cin7.book(list, caller);
}

/** The chart of accounts; read whole, because a filter by a code that isn't there is refused (Cin7 7). */
export function listAccounts(cin7: Cin7Connection, caller: Caller): Promise<LedgerAccount[]> {
  const list = {
    name: 'accounts',
    path: 'ref/account',
    key: 'AccountsList',
    row: accountSchema,
    identify: ({ code }: LedgerAccount) => code,
  };
  return cin7.book(list, caller);
}

/** Carriers, which are also the shipping methods (Cin7 7). */
export function listCarriers(cin7: Cin7Connection, caller: Caller): Promise<Named[]> {
  const list = { name: 'carriers', path: 'ref/carrier', key: 'CarrierList', row: carrierSchema, identify: byId };
  return cin7.book(list, caller);
}

/** Contacts of the company; sales representatives are among them (Cin7 2.2). */
export function listContacts(cin7: Cin7Connection, caller: Caller): Promise<(Named & { type: string })[]> {
  const list = { name: 'contacts', path: 'me/contacts', key: 'MeContactsList', row: contactSchema, identify: byId };
  return cin7.book(list, caller);
}

/** Categories or brands. */
export function listNames(cin7: Cin7Connection, book: 'category' | 'brand', caller: Caller): Promise<Named[]> {
  const key = book === 'category' ? 'CategoryList' : 'BrandList';
  return cin7.book({ name: `${book} names`, path: `ref/${book}`, key, row: namedSchema, identify: byId }, caller);
}

/** Sets of additional attributes, with the names that the brand gave them. */
export function listAttributeSets(cin7: Cin7Connection, caller: Caller): Promise<AttributeSet[]> {
  const list = {
    name: 'attribute sets',
    path: 'ref/attributeset',
    key: 'AttributeSetList',
    row: attributeSetSchema,
    identify: byId,
  };
  return cin7.book(list, caller);
}
