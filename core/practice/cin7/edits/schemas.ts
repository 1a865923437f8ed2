// What a person can do in Cin7's own screens, as data: one shape per edit, told apart by `edit`. The same shapes serve the
// calls in the process and those that come as JSON.
import { z } from 'zod';

const text = z.string();
const name = z.string().min(1);
/** Price by tier number, 1 to 10. */
const prices = z.record(z.string().regex(/^([1-9]|10)$/), z.number().min(0));
/** Units on hand by location name. */
const onHand = z.record(z.string(), z.number());

const variant = z.object({
  sku: name,
  name: name.optional(),
  /** One value per option of the family. */
  options: z.array(text).max(3).default([]),
  prices: prices.optional(),
  barcode: text.nullable().optional(),
  tags: text.optional(),
  onHand: onHand.optional(),
});

export const catalogueEdit = z.discriminatedUnion('edit', [
  z.object({
    edit: z.literal('changeProduct'),
    sku: name,
    changes: z.object({
      sku: name.optional(),
      name: name.optional(),
      barcode: text.nullable().optional(),
      tags: text.nullable().optional(),
      description: text.nullable().optional(),
      category: name.optional(),
      status: z.enum(['Active', 'Deprecated', 'Setup required']).optional(),
      sellable: z.boolean().optional(),
      prices: prices.optional(),
      dropShipMode: z.enum(['No Drop Ship', 'Optional Drop Ship', 'Always Drop Ship']).optional(),
    }),
  }),
  z.object({
    edit: z.literal('changeFamily'),
    /** The family's SKU, that is the style number. */
    family: name,
    changes: z.object({
      sku: name.optional(),
      name: name.optional(),
      tags: text.nullable().optional(),
      description: text.nullable().optional(),
      category: name.optional(),
      optionNames: z.array(text).min(1).max(3).optional(),
    }),
  }),
  variant.extend({ edit: z.literal('addVariant'), family: name }),
  z.object({ edit: z.literal('renameOptionValue'), family: name, option: z.literal([1, 2, 3]), from: text, to: text }),
  z.object({
    edit: z.literal('addStyle'),
    number: name,
    name,
    category: name.default('Tops'),
    tags: text.default('JOOR'),
    description: text.default(''),
    /** None for a product that stands alone; it then has exactly one variant. */
    optionNames: z.array(name).max(3).default([]),
    prices: prices.default({}),
    variants: z.array(variant).min(1),
  }),
  z.object({ edit: z.literal('deleteProduct'), sku: name }),
  z.object({ edit: z.literal('joinFamily'), sku: name, family: name, options: z.array(text).min(1).max(3) }),
  z.object({ edit: z.literal('leaveFamily'), sku: name }),
  z.object({
    edit: z.literal('addImage'),
    /** A product's SKU, or a family's. */
    owner: name,
    fileName: name,
    contentType: text.default('image/png'),
    isDefault: z.boolean().default(false),
  }),
  z.object({ edit: z.literal('removeImages'), owner: name }),
]);

export const accountEdit = z.discriminatedUnion('edit', [
  z.object({
    edit: z.literal('setStock'),
    sku: name,
    location: name,
    onHand: z.number(),
    bin: text.nullable().default(null),
    batch: text.nullable().default(null),
    onOrder: z.number().optional(),
    inTransit: z.number().optional(),
  }),
  /** All rows of a location go, as if its stock list had been emptied. */
  z.object({ edit: z.literal('removeStockRows'), location: name }),
  z.object({ edit: z.literal('renameLocation'), location: name, to: name }),
  z.object({ edit: z.literal('deprecateLocation'), location: name, isDeprecated: z.boolean().default(true) }),
  z.object({ edit: z.literal('renamePriceTier'), tier: z.number().int().min(1).max(10), to: name }),
  /** Puts the account into other positions of its switches. */
  z.object({ edit: z.literal('setSwitches'), switches: z.record(z.string(), z.unknown()) }),
  z.object({
    edit: z.literal('changeCustomer'),
    /** Its id, name or code. */
    customer: name,
    changes: z.object({
      name: name.optional(),
      code: text.optional(),
      status: z.enum(['Active', 'Deprecated']).optional(),
      isOnCreditHold: z.boolean().optional(),
      currency: z.string().length(3).optional(),
      priceTier: text.optional(),
      taxRule: text.optional(),
      paymentTerm: text.optional(),
      tags: text.nullable().optional(),
      email: text.nullable().optional(),
    }),
  }),
  z.object({
    edit: z.literal('addCustomer'),
    name,
    code: text.default(''),
    currency: z.string().length(3).default('AUD'),
    priceTier: text.default('Wholesale AUD'),
    taxRule: text.default('GST on Income'),
    paymentTerm: text.default('30 days'),
    tags: text.default('JOOR'),
    contactName: text.default('A. Buyer'),
    email: text.default(''),
    address: z
      .object({ line1: name, city: text, state: text, postcode: text, country: name })
      .default({ line1: '1 High St', city: 'Sydney', state: 'NSW', postcode: '2000', country: 'Australia' }),
  }),
]);

/** A sale by its id, its order number or its ExternalID. */
const sale = name;

export const saleEdit = z.discriminatedUnion('edit', [
  z.object({ edit: z.literal('voidSale'), sale }),
  z.object({ edit: z.literal('undoSale'), sale }),
  z.object({ edit: z.literal('authoriseSale'), sale }),
  z.object({
    edit: z.literal('pickSale'),
    sale,
    upTo: z.enum(['pick', 'pack', 'ship']).default('pick'),
    trackingNumber: text.default(''),
  }),
  z.object({
    edit: z.literal('invoiceSale'),
    sale,
    status: z.enum(['DRAFT', 'AUTHORISED']).default('AUTHORISED'),
    isPaid: z.boolean().default(false),
  }),
  z.object({
    edit: z.literal('changeSaleLines'),
    sale,
    /** Quantity 0 removes the line; a SKU that isn't on the sale is added. */
    lines: z.array(z.object({ sku: name, quantity: z.number().min(0), price: z.number().min(0).optional() })).min(1),
  }),
]);

export const editSchema = z.discriminatedUnion('edit', [catalogueEdit, accountEdit, saleEdit]);

export type CatalogueEdit = z.output<typeof catalogueEdit>;
export type AccountEdit = z.output<typeof accountEdit>;
export type SaleEdit = z.output<typeof saleEdit>;
/** An edit as it is written, defaults left out. */
export type Cin7Edit = z.input<typeof editSchema>;

export interface EditResult {
  /** Id of what was changed or made. */
  readonly id: string;
}
