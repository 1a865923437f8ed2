// The fields of an order that v4 lets a client write (JOOR 5.9), and what they mean here: codes and ids become the
// customer, price type, linesheet, addresses and warehouse of the account. Nothing is written before all is understood.
import { z } from 'zod';
import { moneyText, parseDecimal } from '../../base/decimal.ts';
import { parsePlainDate } from '../../base/dates.ts';
import { countryOf } from './countries.ts';
import { addressesOf, methodsOf } from './customers.ts';
import { exportStatuses } from './records.ts';
import type { Coded, Connection, Order, OrderAddress } from './records.ts';
import { orderStatusSchema } from './order-states.ts';
import type { Account } from './state.ts';

const text = z.string().nullish();
const date = z
  .string()
  .refine((day) => day === '' || parsePlainDate(day) === day, 'must be a date as YYYY-MM-DD')
  .nullish();
const money = z.union([z.string(), z.number()]).refine((value) => parseDecimal(value) !== null, 'must be a decimal');
const reference = z.strictObject({ id: text, code: text, name: text });
const address = z.strictObject({
  name: text,
  company: text,
  line1: text,
  line2: text,
  city: text,
  state: text,
  zip: text,
  country: text,
  phone: text,
  fax: text,
  email: text,
});

const fields = {
  customer_id: text,
  customer_code: text,
  retailer_id: text,
  price_type_id: text,
  price_type_name: text,
  collection_id: text,
  collection_code: text,
  status: orderStatusSchema.optional(),
  shipping_address_id: text,
  shipping_address_code: text,
  billing_address_id: text,
  billing_address_code: text,
  custom_shipping_address: address.nullish(),
  custom_billing_address: address.nullish(),
  shipping_method_id: text,
  shipping_method_code: text,
  payment_method_id: text,
  payment_method_code: text,
  sales_rep_id: text,
  sales_rep_code: text,
  shipping_price: money.nullish(),
  tracking_number: text,
  delivery_window_start: date,
  delivery_window_end: date,
  warehouse: reference.nullish(),
  tax: z.strictObject({ amount: money.nullish(), number: text }).nullish(),
  discount: z
    .strictObject({
      discount: z.number().nullish(),
      details: z.array(z.strictObject({ type: z.enum(['PERCENTAGE', 'AMOUNT']), value: money })).nullish(),
    })
    .nullish(),
  buyer: z.strictObject({ id: text, name: text, email: text }).nullish(),
  customer_group: z.strictObject({ name: text, code: text }).nullish(),
  company_number: z.strictObject({ name: text, code: text }).nullish(),
  po_number: text,
  comments: text,
  internal_comments: text,
  season: z.strictObject({ id: text, code: text }).nullish(),
  event: z.strictObject({ event: text, code: text }).nullish(),
  type: reference.nullish(),
  export_status: z.enum([...exportStatuses, '']).optional(),
  export_description: text,
};

export const orderToCreate = z.strictObject(fields);
/** The door can only be written by an update (JOOR 5.9). */
export const orderToUpdate = z.strictObject({ id: z.string(), ...fields, door: reference.nullish() });

export type OrderFields = z.output<typeof orderToCreate> & {
  readonly door?: z.output<typeof reference> | null | undefined;
};

type Resolved = { readonly fields: Partial<Order>; readonly given: ReadonlySet<string> } | { readonly problem: string };

/** What the given fields mean, or why they mean nothing. Status and export mark are left to the caller. */
export function resolveFields({ state }: Account, item: OrderFields, present: Order | null): Resolved {
  const resolved: Partial<Order> = {};
  const given = new Set<string>();

  const customerId = item.customer_id ?? item.retailer_id ?? null;
  let customer: Connection | undefined =
    present?.customerId == null ? undefined : state.connections.get(present.customerId);
  if (customerId !== null || item.customer_code != null) {
    customer =
      customerId === null ? state.connectionsByCode.get(item.customer_code ?? '') : state.connections.get(customerId);
    if (customer === undefined) return { problem: 'Customer not found' };
    given.add('customer');
    Object.assign(resolved, customerPart(customer));
  }
  if (item.price_type_id != null || item.price_type_name != null) {
    const type = [...state.priceTypes.values()].find(({ id, name }) =>
      item.price_type_id == null ? name === item.price_type_name : id === item.price_type_id,
    );
    if (type === undefined) return { problem: 'Price type not found' };
    given.add('price type');
    Object.assign(resolved, {
      priceTypeId: type.id,
      priceTypeName: type.name,
      currency: type.currency,
      retailCurrency: type.retailCurrency,
    });
  }
  if (item.collection_id != null || item.collection_code != null) {
    const collection = [...state.collections.values()].find(({ id, externalId }) =>
      item.collection_id == null ? externalId === item.collection_code : id === item.collection_id,
    );
    if (collection === undefined) return { problem: 'Collection not found' };
    given.add('collection');
    const season = state.seasons.get(collection.seasonId ?? '');
    Object.assign(resolved, {
      collectionId: collection.id,
      collectionName: collection.name,
      collectionCode: collection.externalId,
      season: season === undefined ? null : { id: season.id, name: season.name, code: season.externalId },
      deliveryStart: collection.delivery.startShipDate,
      deliveryEnd: collection.delivery.completeShipDate,
    });
  }
  for (const kind of ['shipping', 'billing'] as const) {
    const custom = item[`custom_${kind}_address`];
    const [id, code] = [item[`${kind}_address_id`], item[`${kind}_address_code`]];
    if (custom != null) resolved[`${kind}Address`] = customAddress(custom);
    else if (id != null || code != null) {
      const known = customer === undefined ? [] : addressesOf(customer, kind);
      const found = known.find((candidate) => (id == null ? candidate.code === code : candidate.id === id));
      if (found === undefined) return { problem: `The ${kind} address is not one of the customer's` };
      resolved[`${kind}Address`] = found;
    }
  }
  for (const kind of ['shipping', 'payment'] as const) {
    const [id, code] = [item[`${kind}_method_id`], item[`${kind}_method_code`]];
    if (id == null && code == null) continue;
    const known = customer === undefined ? [] : methodsOf(customer, kind);
    resolved[`${kind}Method`] = known.find((method) => method.code === code) ?? coded(id, code, null);
  }
  if (item.warehouse != null) {
    const { id, code, name } = item.warehouse;
    const found = [...state.warehouses.values()].find(
      (known) => known.id === id || known.code === code || known.name === name,
    );
    if (found === undefined) return { problem: 'Warehouse not found' };
    resolved.warehouse = found;
  }
  Object.assign(resolved, plainPart(item));
  return { fields: resolved, given };
}

/** What an order keeps of its customer. */
export function customerPart(customer: Connection): Partial<Order> {
  const { fields } = customer;
  const [buyer] = fields.buyers ?? [];
  return {
    customerId: customer.id,
    customerCode: fields.customer_code ?? null,
    customerName: fields.customer_name ?? null,
    buyer:
      buyer === undefined
        ? null
        : { id: customer.id, name: buyer.buyer_name ?? '', email: buyer.buyer_email ?? fields.customer_email ?? '' },
    customerGroup: coded(null, fields.customer_group_code, fields.customer_group_name),
    companyNumber: coded(null, fields.company_number_code, fields.company_number_name),
    salesRep: coded(null, fields.sales_rep_code, null),
  };
}

function plainPart(item: OrderFields): Partial<Order> {
  const part: Partial<Order> = {};
  if (item.po_number !== undefined) part.poNumber = item.po_number ?? '';
  if (item.comments !== undefined) part.comments = item.comments ?? '';
  if (item.internal_comments !== undefined) part.internalComments = item.internal_comments ?? '';
  if (item.tracking_number !== undefined) part.trackingNumber = item.tracking_number;
  if (item.delivery_window_start !== undefined) part.deliveryStart = item.delivery_window_start || null;
  if (item.delivery_window_end !== undefined) part.deliveryEnd = item.delivery_window_end || null;
  if (item.shipping_price != null) part.shippingPrice = amount(item.shipping_price);
  if (item.sales_rep_id != null || item.sales_rep_code != null) {
    part.salesRep = coded(item.sales_rep_id, item.sales_rep_code, null);
  }
  if (item.tax !== undefined) {
    part.tax = item.tax && { amount: amount(item.tax.amount ?? '0'), number: item.tax.number ?? null };
  }
  if (item.discount !== undefined) {
    const [detail] = item.discount?.details ?? [];
    part.discount = detail === undefined ? null : { type: detail.type, value: String(detail.value) };
  }
  if (item.buyer !== undefined) {
    const { buyer } = item;
    part.buyer = buyer && { id: buyer.id ?? '', name: buyer.name ?? '', email: buyer.email ?? '' };
  }
  if (item.customer_group !== undefined)
    part.customerGroup = coded(null, item.customer_group?.code, item.customer_group?.name);
  if (item.company_number !== undefined)
    part.companyNumber = coded(null, item.company_number?.code, item.company_number?.name);
  if (item.season !== undefined) part.season = coded(item.season?.id, item.season?.code, null);
  if (item.event !== undefined) part.event = coded(null, item.event?.code, item.event?.event);
  if (item.type !== undefined) part.type = coded(item.type?.id, item.type?.code, item.type?.name);
  if (item.door !== undefined) part.door = coded(item.door?.id, item.door?.code, item.door?.name);
  return part;
}

function customAddress(given: z.output<typeof address>): OrderAddress {
  const country = countryOf(given.country ?? '');
  return {
    id: null,
    code: null,
    name: given.name ?? null,
    company: given.company ?? null,
    line1: given.line1 ?? null,
    line2: given.line2 ?? null,
    city: given.city ?? null,
    state: given.state ?? null,
    zip: given.zip ?? null,
    country: country.isoTwo || country.name || null,
    countryName: country.name || null,
    phone: given.phone ?? null,
    fax: given.fax ?? null,
    email: given.email ?? null,
  };
}

type Text = string | null | undefined;

function coded(id: Text, code: Text, name: Text): Coded | null {
  if (id == null && code == null && name == null) return null;
  return { id: id ?? null, code: code ?? null, name: name ?? null };
}

function amount(value: string | number): string {
  const parsed = parseDecimal(value);
  return parsed === null ? '0.00' : moneyText(parsed);
}
