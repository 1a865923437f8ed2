// An order as JOOR has it: the header from v2, the lines from v4 (ORD-1). Stored as read, so the schema is the type.
import { z } from 'zod';

/** Where an order stands in JOOR, in v4's words (JOOR 7). */
const orderStages = ['IN_PROGRESS', 'NOTES', 'PENDING', 'APPROVED', 'SHIPPED', 'CANCELLED'] as const;

export const orderAddressSchema = z.object({
  code: z.string(),
  name: z.string(),
  phone: z.string(),
  email: z.string().default(''),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  region: z.string(),
  postcode: z.string(),
  country: z.string(),
  countryIso2: z.string(),
});

export type OrderAddress = z.infer<typeof orderAddressSchema>;

export const orderLineSchema = z.object({
  id: z.string(),
  /** JOOR's SKU id; empty when the line is known from the header only. */
  skuId: z.string(),
  /** What we or another integration stored as the SKU's identifier. */
  skuIdentifier: z.string(),
  upc: z.string(),
  productId: z.string(),
  styleNumber: z.string(),
  styleName: z.string(),
  colour: z.string(),
  colourCode: z.string(),
  size: z.string(),
  sizeCode: z.string(),
  quantity: z.number(),
  /** Pieces per case pack; null when the line isn't one. */
  packSize: z.number().nullable(),
  isCancelled: z.boolean(),
  /** Decimal texts in the order's currency: list price, and price after the style's own discount and adjustment. */
  listPrice: z.string(),
  netPrice: z.string(),
  comment: z.string(),
});

export type OrderLine = z.infer<typeof orderLineSchema>;

export const orderSchema = z.object({
  id: z.string(),
  stage: z.enum(orderStages),
  poNumber: z.string(),
  customerCode: z.string(),
  customerName: z.string(),
  buyerName: z.string(),
  currency: z.string(),
  priceType: z.string(),
  linesheetName: z.string(),
  linesheetCode: z.string(),
  warehouse: z.string(),
  createdAt: z.string().nullable(),
  approvedAt: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  shipStart: z.string().nullable(),
  shipEnd: z.string().nullable(),
  paymentMethod: z.string(),
  shippingMethod: z.string(),
  salesRep: z.string(),
  comments: z.string(),
  /** Decimal texts: the order's own discount as an amount and as percent, freight, and JOOR's total. */
  discountAmount: z.string(),
  discountPercent: z.string(),
  freight: z.string(),
  total: z.string(),
  shipTo: orderAddressSchema,
  billTo: orderAddressSchema,
  lines: z.array(orderLineSchema),
});

/** Everything of an order that matters to Cin7 Core and to people. */
export type Order = z.infer<typeof orderSchema>;
