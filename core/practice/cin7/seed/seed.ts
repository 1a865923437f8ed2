// A practice account from a brand: what the brand says becomes Cin7 records, what only Cin7 has (costs, images, bins, terms)
// is added. Empty values alternate between `""` and null, as they do in life (Cin7 1.4).
import type { Ids } from '../../../base/ports.ts';
import { createDice, type Dice } from '../../brand/dice.ts';
import type { Brand, BrandLocation, BrandSku, BrandStyle } from '../../brand/types.ts';
import { createCatalogue } from '../state/catalogue.ts';
import { familyFields, pricesFrom, productFields } from '../state/new-records.ts';
import type { AttachmentRecord, LocationRecord, ProductRecord } from '../state/records.ts';
import { type Cin7State, defaultLocation } from '../state/state.ts';
import { createStock } from '../state/stock.ts';
import { seedCustomer } from './customers.ts';
import { freightService, seedReferences } from './references.ts';

const day = 86_400_000;

/** The account's memory on the first day. */
export function seedState(brand: Brand, ids: Ids, now: number): Cin7State {
  const dice = createDice(ids);
  const state: Cin7State = {
    references: seedReferences(brand, ids, now),
    locations: brand.locations.map((location) => seedLocation(location, dice)),
    catalogue: createCatalogue(),
    stock: createStock(),
    customers: new Map(),
    sales: new Map(),
    counters: { sale: 411, invoice: 397 },
  };
  for (const style of brand.styles) seedStyle(style, state, dice, now);
  state.catalogue.addProduct(freightProduct(dice, now));
  for (const retailer of brand.retailers) {
    const customer = seedCustomer(retailer, defaultLocation(state).Name, dice, now - dice.between(8, 400) * day);
    state.customers.set(customer.id, customer);
  }
  return state;
}

function seedLocation({ id, name, isDefault, isDeprecated }: BrandLocation, dice: Dice): LocationRecord {
  return {
    id,
    Name: name,
    IsDefault: isDefault,
    IsDeprecated: isDeprecated,
    bins: isDefault ? ['A-01', 'A-02', 'RETURNS'].map((Name) => ({ id: dice.uuid(), Name })) : [],
    AddressLine1: `${dice.between(1, 90)} Dock Rd`,
    AddressCitySuburb: name.split(' ')[0] ?? '',
    AddressStateProvince: name.startsWith('Melbourne') ? 'VIC' : 'NSW',
    AddressZipPostCode: name.startsWith('Melbourne') ? '3000' : '2000',
    AddressCountry: 'Australia',
  };
}

function seedStyle(style: BrandStyle, state: Cin7State, dice: Dice, now: number): void {
  const modifiedAt = now - dice.between(8 * 24, 300 * 24) * 3_600_000 - dice.between(0, 3_599_999);
  const weight = dice.between(12, 90) / 100;
  for (const sku of style.skus) {
    const product = seedProduct(style, sku, weight, dice, modifiedAt + dice.between(0, 60_000));
    state.catalogue.addProduct(product);
    seedStock(sku, product, state, dice);
  }
  if (style.kind === 'stand-alone') return;
  const [first] = style.skus;
  const fields = familyFields({
    SKU: style.number,
    Name: style.name,
    Category: style.category,
    Brand: 'Aurora',
    DefaultLocation: defaultLocation(state).Name,
    ...pricesFrom((first?.prices ?? []).map(Number)),
    Description: style.description,
    AttributeSet: 'Apparel',
    Tags: style.tags.length > 0 ? style.tags.join(',') : dice.pick(['', null]),
    Option1Name: style.optionNames[0] ?? '',
    Option2Name: style.optionNames[1] ?? '',
    Option3Name: style.optionNames[2] ?? '',
  });
  state.catalogue.addFamily({
    id: style.id,
    fields,
    members: style.skus.map(({ id, options }) => ({
      productId: id,
      options: [options[0] ?? '', options[1] ?? '', options[2] ?? ''],
    })),
    modifiedAt,
    attachments: dice.chance(0.95) ? images(style.number, dice.between(1, 3), dice) : [],
  });
}

function seedProduct(style: BrandStyle, sku: BrandSku, weight: number, dice: Dice, modifiedAt: number): ProductRecord {
  const wholesale = Number(sku.prices[1] ?? '0');
  return {
    id: sku.id,
    fields: productFields({
      SKU: sku.sku,
      Name: sku.name,
      Category: style.category,
      Brand: 'Aurora',
      Weight: weight,
      Barcode: sku.barcode ?? dice.pick(['', null]),
      ...pricesFrom(sku.prices.map(Number)),
      ShortDescription: style.name,
      Description: style.description === '' ? dice.pick(['', null]) : style.description,
      AttributeSet: 'Apparel',
      Tags: sku.tags.length > 0 ? sku.tags.join(',') : dice.pick(['', null]),
      Status: sku.status,
      SaleTaxRule: dice.pick([null, '', 'GST on Income']),
      Sellable: sku.sellable,
      HSCode: dice.pick([null, '', '620590']),
    }),
    averageCost: Math.round(wholesale * dice.between(38, 46) * 100) / 10_000,
    modifiedAt,
    attachments: style.kind === 'stand-alone' || dice.chance(0.08) ? images(sku.sku, 1, dice) : [],
    components: [],
  };
}

function seedStock(sku: BrandSku, product: ProductRecord, state: Cin7State, dice: Dice): void {
  for (const location of state.locations) {
    const onHand = sku.onHand[location.Name];
    if (onHand === undefined) continue;
    const row = state.stock.rowFor({ productId: product.id, locationId: location.id });
    row.onHand = onHand;
    if (onHand === 0 && dice.chance(0.5)) {
      row.onOrder = dice.between(2, 20) * 5;
      row.nextDeliveryDate = null;
    }
  }
}

/** Freight on sales is a charge, and a charge is the name of a Service product (Cin7 9.6). */
function freightProduct(dice: Dice, now: number): ProductRecord {
  const fields = productFields({ SKU: 'FREIGHT', Name: freightService, Category: 'Services', Type: 'Service' });
  return { id: dice.uuid(), fields, averageCost: 0, modifiedAt: now - 400 * day, attachments: [], components: [] };
}

/** Images with file names as people give them; the first is the default one. */
export function images(name: string, count: number, dice: Dice): AttachmentRecord[] {
  const views = ['front', 'back', 'detail'];
  return Array.from({ length: count }, (_, index) => ({
    id: dice.uuid(),
    contentType: 'image/png',
    fileName: dice.chance(0.2) ? `${name} ${views[index]}.png` : `${name.toLowerCase()}-${views[index]}.png`,
    isDefault: index === 0,
  }));
}
