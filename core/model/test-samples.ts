// Plain, complete things for tests: each builder gives a usable one, and takes what the test is about.
import type { Customer } from './customer.ts';
import type { Order, OrderAddress, OrderLine } from './order.ts';
import type { SaleDraft, SaleLine } from './sale.ts';
import { attributeCount, tierCount, type Family, type Product, type StyleSource, type Variant } from './product.ts';

/** A product that can be sold; its SKU is its id in capital letters. */
export function sampleProduct(id: string, more: Partial<Product> = {}): Product {
  return {
    id,
    sku: id.toUpperCase(),
    name: `Product ${id}`,
    barcode: null,
    type: 'Stock',
    status: 'Active',
    sellable: true,
    dropShipMode: 'No Drop Ship',
    autoAssembly: false,
    category: 'Shirts',
    brand: 'Harbour & Pine',
    tags: [],
    shortDescription: '',
    description: '',
    attributes: Array.from({ length: attributeCount }, () => ''),
    prices: Array.from({ length: tierCount }, () => null),
    countryOfOrigin: 'Portugal',
    modifiedOn: '2026-11-21T03:14:09.270Z',
    ...more,
  };
}

/** A variant in colour and size of a family whose options are these two. */
export function sampleVariant(id: string, colour: string, size: string, more: Partial<Product> = {}): Variant {
  return { product: sampleProduct(id, more), options: [colour, size, ''] };
}

/** A family with the options Colour and Size that is tagged for JOOR. */
export function sampleSource(variants: readonly Variant[], more: Partial<StyleSource> = {}): StyleSource {
  return {
    kind: 'family',
    id: 'f1',
    sku: 'SH-1',
    name: 'Linen Shirt',
    category: 'Shirts',
    brand: 'Harbour & Pine',
    tags: ['JOOR'],
    shortDescription: '',
    description: '<p>Relaxed fit.</p>',
    countryOfOrigin: 'Portugal',
    optionNames: ['Colour', 'Size', ''],
    variants,
    ...more,
  };
}

/** The same as Cin7 Core lists it: with the ids of its members. */
export function sampleFamily(id: string, memberIds: readonly string[], more: Partial<Family> = {}): Family {
  return {
    id,
    sku: id.toUpperCase(),
    name: `Family ${id}`,
    category: 'Shirts',
    brand: '',
    tags: ['JOOR'],
    shortDescription: '',
    description: '',
    countryOfOrigin: '',
    optionNames: ['Colour', 'Size', ''],
    members: memberIds.map((productId) => ({ productId, options: ['Navy', productId, ''] })),
    modifiedOn: '2026-11-19T22:01:44.360Z',
    ...more,
  };
}

const address: OrderAddress = {
  code: 'NB-STO',
  name: 'Northern Lights Boutique',
  phone: '',
  email: '',
  line1: '88 Aurora St',
  line2: '',
  city: 'Hobart',
  region: 'TAS',
  postcode: '7000',
  country: 'Australia',
  countryIso2: 'AU',
};

/** A line of 10 units at 50.00 without any discount. */
export function sampleLine(id: string, more: Partial<OrderLine> = {}): OrderLine {
  return {
    id,
    skuId: `joor-${id}`,
    skuIdentifier: `cin7:${id}`,
    upc: '',
    productId: '3295521',
    styleNumber: 'SH-1',
    styleName: 'Linen Shirt',
    colour: 'Navy',
    colourCode: 'NAVY',
    size: id,
    sizeCode: id.toUpperCase(),
    quantity: 10,
    packSize: null,
    isCancelled: false,
    listPrice: '50',
    netPrice: '50',
    comment: '',
    ...more,
  };
}

/** An approved order of the retailer NB-0042; its total is that of one sample line. */
export function sampleOrder(id: string, more: Partial<Order> = {}): Order {
  return {
    id,
    stage: 'APPROVED',
    poNumber: 'PO-7781',
    customerCode: 'NB-0042',
    customerName: 'Northern Lights Boutique',
    buyerName: 'Freya Lund',
    currency: 'AUD',
    priceType: 'AUD-1',
    linesheetName: 'SS27',
    linesheetCode: 'SS27',
    warehouse: 'Main',
    createdAt: '2026-11-02T09:15:00.000Z',
    approvedAt: '2026-11-03T10:00:00.000Z',
    modifiedAt: '2026-11-03T10:00:00.000Z',
    shipStart: '2027-01-15',
    shipEnd: '2027-02-28',
    paymentMethod: 'Net 30',
    shippingMethod: '',
    salesRep: '',
    comments: '',
    discountAmount: '0',
    discountPercent: '0',
    freight: '0',
    total: '500',
    shipTo: address,
    billTo: address,
    lines: [sampleLine('p1')],
    ...more,
  };
}

/** The retailer of the sample order in Cin7 Core. */
export function sampleCustomer(id: string, more: Partial<Customer> = {}): Customer {
  return {
    id,
    name: 'Northern Lights Boutique',
    displayName: '',
    status: 'Active',
    currency: 'AUD',
    paymentTerm: '30 days',
    taxRule: 'GST on Income',
    priceTier: 'Wholesale AUD',
    carrier: '',
    salesRepresentative: '',
    location: '',
    discount: '0',
    isOnCreditHold: false,
    tags: [],
    attributes: ['NB-0042', ...Array.from({ length: attributeCount - 1 }, () => '')],
    addresses: [],
    contacts: [{ id: 'c', name: 'Freya Lund', email: 'f@example.com', phone: '1', isDefault: true }],
    modifiedOn: null,
    ...more,
  };
}

/** What an order becomes, with the given lines and nothing else worth mentioning. */
export function sampleDraft(lines: readonly SaleLine[]): SaleDraft {
  const to = { ...address, state: address.region };
  return {
    externalId: 'joor:live:1:1',
    customerId: 'c1',
    saleType: 'Simple',
    location: 'Main',
    reference: 'PO-7781',
    contact: '',
    phone: '',
    email: '',
    billTo: to,
    shipTo: { ...to, company: '', contact: '' },
    taxRule: 'GST on Income',
    terms: '30 days',
    priceTier: '',
    orderDate: '2026-11-03',
    shipBy: null,
    note: '',
    currencyRate: null,
    salesRepresentative: null,
    carrier: null,
    lines,
    charges: [],
    totalBeforeTax: '0',
  };
}

/** A line of a sale at 1.00 a piece. */
export function sampleSaleLine(productId: string, units: number): SaleLine {
  return {
    productId,
    sku: productId.toUpperCase(),
    name: productId,
    quantity: String(units),
    price: '1',
    discount: '0',
    tax: '0',
    taxRule: 'GST on Income',
    total: String(units),
    comment: '',
  };
}
