// What the practice JOOR account holds before Seamline first comes: JOOR's own lists, price types, warehouses, connected
// customers, one linesheet that somebody made by hand with two styles of its own, and the brand's orders. The brand's
// styles are not there: their orders are left over from an earlier integration whose styles were deleted since.
import { day } from '../../base/dates.ts';
import { slug } from '../../base/text.ts';
import type { Brand, BrandAddress, BrandRetailer } from '../brand/types.ts';
import { addCollection, changeItems } from './collections.ts';
import type { ConnectionFields } from './connection-fields.ts';
import { connect } from './customers.ts';
import { createPrice } from './prices.ts';
import { createProduct } from './products.ts';
import { categories, productTraits } from './references.ts';
import { seedOrders } from './seed-orders.ts';
import { addSeason } from './seasons.ts';
import { createSku } from './skus.ts';
import { emptyState, idOf, mint } from './state.ts';
import type { Account, JoorState } from './state.ts';

/** The linesheet that somebody made by hand. */
const manualLinesheet = 'Showroom Picks';

/** The account's first state. The account's clock says when "now" is; ids of the account are used up on the way. */
export function seedState(account: Omit<Account, 'state'>, accountId: string, brand: Brand): JoorState {
  const state = emptyState(accountId, brand.company.name, productTraits);
  const seeded: Account = {
    ...account,
    clock: { ...account.clock, now: () => account.clock.now() - 200 * day },
    state,
  };
  for (const category of categories()) state.categories.set(category.id, category);
  state.tagGroups.set('116554', 'Fit').set('116555', 'Story');
  for (const { joorId, name, currency, retailCurrency } of brand.priceTypes) {
    state.priceTypes.set(joorId, { id: joorId, name, currency, retailCurrency });
  }
  addWarehouse(state, 'Default', 'DEF');
  addWarehouse(state, 'Main', 'MAIN');
  const season = addSeason(seeded, { name: 'SPRING 2027', externalId: 'SP27', year: 2027 });
  addSeason(seeded, { name: 'RESORT 2027', externalId: 'RE27', year: 2027 });
  addSeason(seeded, { name: 'FALL 2026', externalId: 'FA26', year: 2026 });
  for (const retailer of brand.retailers) connect(seeded, fieldsOf(brand, retailer));
  for (const code of strangersOf(brand)) connect(seeded, strangerFields(brand, code));

  const linesheet = addCollection(seeded, { name: manualLinesheet, externalId: 'SHOWROOM', isManual: true });
  linesheet.seasonId = season.id;
  linesheet.visibility = 'PUBLIC';
  const products = [makeByHand(seeded, 'MAN-1', 'Sample Rail Dress'), makeByHand(seeded, 'MAN-2', 'Press Loan Coat')];
  changeItems(
    linesheet,
    'ADD_ITEMS',
    products.map((id) => ({ product_id: id })),
  );
  seedOrders(seeded, brand);
  for (const order of state.orders.values()) {
    // As the earlier integration left them: exported when they were approved, with nothing changed since.
    if (order.exportStatus === 'SUCCESS') order.exportedAt = Math.max(order.modifiedAt, order.approvedAt ?? 0);
  }
  return state;
}

/** Adds a warehouse under its name. */
export function addWarehouse(state: JoorState, name: string, code: string): void {
  state.warehouses.set(name, { id: mint(state, 'warehouse'), code, name });
}

function makeByHand(account: Account, number: string, name: string): string {
  const productId = idOf(
    createProduct(account, { name, external_id: number, product_identifier: number, category_ids: [] }, true),
  );
  const skus = ['Small', 'Medium'].map((size, index) => ({
    product_id: productId,
    sku_identifier: `${number}-BLK-${size[0]}`,
    trait_values: [
      { trait_name: 'Color', value: 'Black', external_id: 'BLK', order_nbr: 1 },
      { trait_name: 'Size', value: size, external_id: size[0], order_nbr: index + 1 },
    ],
    identifiers: [{ type: 'upc', value: `0999${number.replace(/\D/g, '')}00000${index}` }],
  }));
  for (const sku of skus) {
    const skuId = idOf(createSku(account, sku, true));
    for (const priceTypeId of account.state.priceTypes.keys()) {
      createPrice(account, {
        sku_id: skuId,
        price_type_id: priceTypeId,
        wholesale_value: '75.00',
        retail_value: '165.00',
      });
    }
  }
  return productId;
}

function fieldsOf(brand: Brand, retailer: BrandRetailer): ConnectionFields {
  const address = (kind: 'billing' | 'shipping', suffix: string, given: BrandAddress) => ({
    [`${kind}_code`]: `${retailer.code}-${suffix}`,
    [`${kind}_name`]: retailer.name,
    [`${kind}_phone`]: retailer.phone,
    [`${kind}_address_1`]: given.line1,
    [`${kind}_address_2`]: given.line2,
    [`${kind}_city`]: given.city,
    [`${kind}_state`]: given.state,
    [`${kind}_postal_code`]: given.postcode,
    [`${kind}_country`]: given.countryIso2,
  });
  return {
    customer_code: retailer.code,
    customer_name: retailer.name,
    customer_alias: '',
    customer_email: retailer.email,
    customer_contact_name: retailer.contactName,
    buyers: [{ buyer_name: retailer.contactName, buyer_email: retailer.email }],
    billing: {
      billing_addresses: [address('billing', 'BILL', retailer.billing)],
      payment_methods: [{ payment_method_name: retailer.paymentTerm, payment_method_code: slug(retailer.paymentTerm) }],
    },
    shipping: {
      shipping_addresses: [
        {
          ...address('shipping', 'SHIP', retailer.shipping),
          shipping_email: retailer.email,
          shipping_create_doors: '0',
        },
      ],
      shipping_methods: [{ shipping_method_name: 'Ground', shipping_method_code: 'GND' }],
    },
    price_types: brand.priceTypes
      .filter(({ currency }) => currency === retailer.currency)
      .map(({ name, currency, retailCurrency }) => ({
        price_type_label: name,
        price_type_currency_code: currency,
        price_type_retail_currency_code: retailCurrency,
      })),
  };
}

/** Codes that orders name and the brand's own book doesn't: customers that only JOOR knows. */
function strangersOf(brand: Brand): string[] {
  const known = new Set(brand.retailers.map(({ code }) => code));
  return [...new Set(brand.orders.map(({ retailerCode }) => retailerCode).filter((code) => !known.has(code)))];
}

function strangerFields(brand: Brand, code: string): ConnectionFields {
  const home: BrandAddress = {
    line1: '7 Quay Lane',
    line2: '',
    city: 'Geelong',
    state: 'VIC',
    postcode: '3220',
    country: 'Australia',
    countryIso2: 'AU',
  };
  return fieldsOf(brand, {
    id: '',
    code,
    name: `Pine & Pebble ${code}`,
    currency: brand.company.currency,
    priceTier: '',
    taxRule: '',
    paymentTerm: '30 days',
    contactName: 'Robin Vale',
    email: `buying@${code.toLowerCase()}.example`,
    phone: '03 5550 0142',
    billing: home,
    shipping: home,
    status: 'Active',
    isOnCreditHold: false,
  });
}
