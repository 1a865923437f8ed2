// Customers in Cin7 Core that may be the retailer of an order although they don't carry its code: by name, e-mail, phone
// or postcode. Any of these holds the order, since a second card for one retailer is worse than a wait (ORD-11).
import { fold } from '../base/text.ts';
import type { Customer } from '../model/customer.ts';
import type { Order } from '../model/order.ts';
import { countryName } from './countries.ts';

export interface NearCustomer {
  readonly customer: Customer;
  readonly by: 'name' | 'e-mail' | 'phone' | 'postcode';
}

const telling: readonly NearCustomer['by'][] = ['name', 'e-mail', 'phone', 'postcode'];

/** The customers that resemble an order's retailer, most telling likeness first. */
export function nearCustomers(order: Order, customers: readonly Customer[]): NearCustomer[] {
  const addresses = [order.billTo, order.shipTo];
  const wanted = {
    name: known([order.customerName, ...addresses.map(({ name }) => name)].map(bareName)),
    'e-mail': known(addresses.flatMap(({ email }) => emailsOf(email))),
    phone: known(addresses.map(({ phone }) => barePhone(phone))),
    postcode: known(addresses.map((address) => placeOf(address.postcode, countryName(address)))),
  };
  const likeness = (customer: Customer): NearCustomer['by'] | undefined => {
    const values = {
      name: [customer.name, customer.displayName].map(bareName),
      'e-mail': customer.contacts.flatMap(({ email }) => emailsOf(email)),
      phone: customer.contacts.map(({ phone }) => barePhone(phone)),
      postcode: customer.addresses.map(({ postcode, country }) => placeOf(postcode, country)),
    };
    return telling.find((by) => values[by].some((value) => wanted[by].has(value)));
  };
  return customers
    .flatMap((customer) => {
      const by = likeness(customer);
      return by === undefined ? [] : [{ customer, by }];
    })
    .sort((a, b) => telling.indexOf(a.by) - telling.indexOf(b.by) || (a.customer.name < b.customer.name ? -1 : 1));
}

function known(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.filter((value) => value !== ''));
}

/** Words that firms add to their names, or leave out. */
const legalForms = /\b(the|pty|ltd|limited|llc|inc|co|corp|company|gmbh|bv|ab|as|aps|oy|sa|sarl|srl|plc)\b/g;

/** A firm's name without case, signs, accents and legal form. */
function bareName(name: string): string {
  const plain = fold(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const bare = plain.replace(legalForms, ' ').replace(/\s+/g, '');
  // A name of nothing but such words is like any other of that kind: better a hold than a double.
  return bare === '' && plain.trim() !== '' ? 'a firm' : bare;
}

/** Several may stand in one field (Cin7 8.2). */
function emailsOf(text: string): string[] {
  return text
    .split(/[;,\s]+/)
    .map(fold)
    .filter((one) => one.includes('@'));
}

const localDigits = 8;

/** The last digits, so that a country code or a leading zero doesn't matter; nothing for what is too short. */
function barePhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < localDigits ? '' : digits.slice(-localDigits);
}

function placeOf(postcode: string, country: string): string {
  const bare = postcode.replace(/[\s-]/g, '').toLowerCase();
  return bare === '' ? '' : `${fold(country)} ${bare}`;
}
