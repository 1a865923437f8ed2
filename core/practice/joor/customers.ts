// Connected customers: what orders take from them (addresses, methods, buyer, price types) and how a change is laid over
// what is there. A list that a change doesn't name stays as it is.
import type { ConnectionFields } from './connection-fields.ts';
import { countryOf } from './countries.ts';
import type { Coded, Connection, OrderAddress, PriceType } from './records.ts';
import { addConnection, mint } from './state.ts';
import type { Account, JoorState } from './state.ts';

/** Adds a connected customer. */
export function connect({ clock, state }: Account, fields: ConnectionFields): Connection {
  const now = clock.now();
  const connection: Connection = {
    id: mint(state, 'connection'),
    fields: withAddressIds(state, fields),
    createdAt: now,
    modifiedAt: now,
  };
  addConnection(state, connection);
  return connection;
}

/** Lays the given fields over a connection's. */
export function changeConnection({ clock, state }: Account, connection: Connection, given: ConnectionFields): void {
  const present = connection.fields;
  if (present.customer_code !== undefined) state.connectionsByCode.delete(present.customer_code);
  connection.fields = withAddressIds(state, mergedFields(present, given));
  connection.modifiedAt = clock.now();
  addConnection(state, connection);
}

/** The given fields over the present ones, member by member within billing and shipping. */
export function mergedFields(present: ConnectionFields, given: ConnectionFields): ConnectionFields {
  return {
    ...present,
    ...given,
    ...(given.billing === undefined ? {} : { billing: { ...present.billing, ...given.billing } }),
    ...(given.shipping === undefined ? {} : { shipping: { ...present.shipping, ...given.shipping } }),
  };
}

/** The customer's addresses of a kind, in the shape of an order's. */
export function addressesOf({ fields }: Connection, kind: 'shipping' | 'billing'): OrderAddress[] {
  const addresses: readonly Readonly<Record<string, unknown>>[] =
    (kind === 'shipping' ? fields.shipping?.shipping_addresses : fields.billing?.billing_addresses) ?? [];
  return addresses.map((address) => {
    const read = (name: string) => {
      const value = address[`${kind}_${name}`];
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const country = countryOf(read('country') ?? '');
    return {
      id: read('address_id'),
      code: read('code'),
      name: read('name') ?? fields.customer_name ?? null,
      company: fields.customer_name ?? null,
      line1: read('address_1'),
      line2: read('address_2'),
      city: read('city'),
      state: read('state'),
      zip: read('postal_code'),
      country: country.isoTwo || country.name || null,
      countryName: country.name || null,
      phone: read('phone'),
      fax: null,
      email: read('email'),
    };
  });
}

/** The customer's payment or shipping methods. */
export function methodsOf({ fields }: Connection, kind: 'payment' | 'shipping'): Coded[] {
  const methods: readonly Readonly<Record<string, unknown>>[] =
    (kind === 'payment' ? fields.billing?.payment_methods : fields.shipping?.shipping_methods) ?? [];
  return methods.map((method) => ({
    id: null,
    name: textOf(method[`${kind}_method_name`]),
    code: textOf(method[`${kind}_method_code`]),
  }));
}

/** The price types that the customer sees: label and currency match to the letter (JOOR 6.3, 11 gotcha 4). */
export function priceTypesOf({ state }: Account, { fields }: Connection): PriceType[] {
  return [...state.priceTypes.values()].filter((type) =>
    (fields.price_types ?? []).some(
      (given) => given.price_type_label === type.name && given.price_type_currency_code === type.currency,
    ),
  );
}

function withAddressIds(state: JoorState, fields: ConnectionFields): ConnectionFields {
  const { billing, shipping } = fields;
  return {
    ...fields,
    ...(billing && {
      billing: {
        ...billing,
        ...(billing.billing_addresses && {
          billing_addresses: billing.billing_addresses.map((address) => ({
            ...address,
            billing_address_id: address.billing_address_id ?? mint(state, 'address'),
          })),
        }),
      },
    }),
    ...(shipping && {
      shipping: {
        ...shipping,
        ...(shipping.shipping_addresses && {
          shipping_addresses: shipping.shipping_addresses.map((address) => ({
            ...address,
            shipping_address_id: address.shipping_address_id ?? mint(state, 'address'),
          })),
        }),
      },
    }),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
