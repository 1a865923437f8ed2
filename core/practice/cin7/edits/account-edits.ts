// Edits of stock, locations, price tiers and customers. Stock edits don't move a product's date unless switched (Cin7 6.1).
import type { Cin7Context } from '../context.ts';
import { receivableAccount, revenueAccount } from '../seed/references.ts';
import { customerFields } from '../state/new-records.ts';
import type { CustomerFields, CustomerRecord } from '../state/records.ts';
import { customerByName, defaultLocation } from '../state/state.ts';
import { fourPlaces } from '../state/stock.ts';
import { moveSwitches } from '../switches.ts';
import { bumpProduct } from './catalogue-edits.ts';
import { findCustomer, findLocation, findProduct } from './find.ts';
import type { EditResult, AccountEdit } from './schemas.ts';

type EditOf<Name extends AccountEdit['edit']> = Extract<AccountEdit, { edit: Name }>;

/** Does an edit of stock, locations, tiers or customers. */
export function runAccountEdit(edit: AccountEdit, context: Cin7Context): EditResult {
  const { state } = context;
  switch (edit.edit) {
    case 'setStock':
      return setStock(edit, context);
    case 'removeStockRows': {
      const { id } = findLocation(state, edit.location);
      state.stock.removeLocation(id);
      return { id };
    }
    case 'renameLocation': {
      const location = findLocation(state, edit.location);
      location.Name = edit.to;
      return { id: location.id };
    }
    case 'deprecateLocation': {
      const location = findLocation(state, edit.location);
      location.IsDeprecated = edit.isDeprecated;
      return { id: location.id };
    }
    case 'renamePriceTier':
      state.references.tierNames[edit.tier - 1] = edit.to;
      return { id: String(edit.tier) };
    case 'setSwitches':
      moveSwitches(context.switches, edit.switches);
      return { id: '' };
    case 'changeCustomer':
      return changeCustomer(edit, context);
    case 'addCustomer':
      return addCustomer(edit, context);
  }
}

function setStock(edit: EditOf<'setStock'>, context: Cin7Context): EditResult {
  const { state, switches } = context;
  const product = findProduct(state, edit.sku);
  const { id: locationId } = findLocation(state, edit.location);
  const row = state.stock.rowFor({ productId: product.id, locationId, bin: edit.bin, batch: edit.batch });
  row.onHand = fourPlaces(edit.onHand);
  if (edit.onOrder !== undefined) row.onOrder = fourPlaces(edit.onOrder);
  if (edit.inTransit !== undefined) row.inTransit = fourPlaces(edit.inTransit);
  if (switches.stockEditBumpsProduct) bumpProduct(product, context);
  return { id: product.id };
}

function changeCustomer({ customer: named, changes }: EditOf<'changeCustomer'>, context: Cin7Context): EditResult {
  const customer = findCustomer(context.state, named);
  const names: readonly (readonly [keyof typeof changes, keyof CustomerFields])[] = [
    ['name', 'Name'],
    ['code', 'AdditionalAttribute1'],
    ['status', 'Status'],
    ['isOnCreditHold', 'IsOnCreditHold'],
    ['currency', 'Currency'],
    ['priceTier', 'PriceTier'],
    ['taxRule', 'TaxRule'],
    ['paymentTerm', 'PaymentTerm'],
    ['tags', 'Tags'],
  ];
  for (const [from, to] of names)
    if (changes[from] !== undefined) Object.assign(customer.fields, { [to]: changes[from] });
  const [contact] = customer.contacts;
  if (changes.email !== undefined && contact) contact.Email = changes.email;
  customer.modifiedAt = context.clock.now();
  return { id: customer.id };
}

function addCustomer(edit: EditOf<'addCustomer'>, { state, ids, clock }: Cin7Context): EditResult {
  if (customerByName(state, edit.name)) throw new Error(`There is a customer '${edit.name}' already.`);
  const { line1, city, state: region, postcode, country } = edit.address;
  const address = { Line1: line1, Line2: '', City: city, State: region, Postcode: postcode, Country: country };
  const customer: CustomerRecord = {
    id: ids.uuid(),
    fields: customerFields({
      Name: edit.name,
      Currency: edit.currency,
      PaymentTerm: edit.paymentTerm,
      TaxRule: edit.taxRule,
      Location: defaultLocation(state).Name,
      AccountReceivable: receivableAccount,
      RevenueAccount: revenueAccount,
      PriceTier: edit.priceTier,
      AdditionalAttribute1: edit.code,
      Tags: edit.tags,
    }),
    addresses: ['Billing', 'Shipping'].map((Type) => ({ ID: ids.uuid(), ...address, Type, DefaultForType: true })),
    contacts: [
      {
        ID: ids.uuid(),
        Name: edit.contactName,
        JobTitle: null,
        Phone: null,
        MobilePhone: null,
        Fax: null,
        Email: edit.email === '' ? null : edit.email,
        Website: null,
        Default: true,
        Comment: null,
        IncludeInEmail: true,
        MarketingConsent: 1,
      },
    ],
    modifiedAt: clock.now(),
  };
  state.customers.set(customer.id, customer);
  return { id: customer.id };
}
