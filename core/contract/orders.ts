// What a screen and the command line see of orders: one order whole, the question before a second sale, the list that
// going live asks about. Money is decimal text in the order's currency; instants are UTC.
import { z } from 'zod';
import { orderStates, reasonSchema } from '../model/standing.ts';

const decimal = z.string();

/** Why a product is suggested for a line that has none. */
export const suggestionSchema = z.object({
  productId: z.string(),
  sku: z.string(),
  name: z.string(),
  /** What makes it likely: `The same but for the case of its letters.` */
  why: z.string(),
  available: z.number().nullable(),
});

export const orderLineViewSchema = z.object({
  id: z.string(),
  sku: z.string(),
  styleNumber: z.string(),
  description: z.string(),
  quantity: z.number(),
  price: decimal,
  amount: decimal,
  isCancelled: z.boolean(),
  product: z.object({ id: z.string(), sku: z.string(), name: z.string(), isByAlias: z.boolean() }).nullable(),
  problem: reasonSchema.nullable(),
  suggestions: z.array(suggestionSchema),
});

/** One of the things that pre-flight settles before anything is written (ORD-2). */
export const preflightCheckSchema = z.object({
  name: z.enum(['customer', 'lines', 'tax-rule', 'totals', 'terms', 'location', 'carrier', 'currency', 'freight']),
  isSettled: z.boolean(),
  /** What it was settled to, or what is missing: `Net 30`, `5 of 6`. */
  value: z.string(),
});

/** One try to bring the order into Cin7 Core, with its requests as they were sent, without secrets. */
export const attemptSchema = z.object({
  at: z.string(),
  requestId: z.number(),
  /** `create sale`, `find sale`, … */
  operation: z.string(),
  method: z.string(),
  address: z.string(),
  status: z.number().nullable(),
  outcome: z.string(),
  request: z.string(),
  response: z.string(),
});

/** What people decided about an order, or what Seamline did with it. */
export const orderEventSchema = z.object({ at: z.string(), who: z.string(), sentence: z.string() });

export const orderDetailSchema = z.object({
  id: z.string(),
  poNumber: z.string(),
  retailer: z.string(),
  customerCode: z.string(),
  value: decimal,
  currency: z.string(),
  approvedAt: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  shipStart: z.string().nullable(),
  shipEnd: z.string().nullable(),
  linesheet: z.string(),
  warehouse: z.string(),
  state: z.enum(orderStates),
  reason: reasonSchema,
  stateSince: z.string(),
  /** Every hold, in the order in which they should be looked at. */
  holds: z.array(reasonSchema),
  checkedAt: z.string().nullable(),
  checks: z.array(preflightCheckSchema),
  lines: z.array(orderLineViewSchema),
  sale: z
    .object({ id: z.string(), number: z.string(), exportedAt: z.string().nullable(), total: decimal.nullable() })
    .nullable(),
  tries: z.number(),
  nextLookAt: z.string().nullable(),
  events: z.array(orderEventSchema),
  can: z.object({
    export: z.boolean(),
    reExport: z.boolean(),
    hold: z.boolean(),
    release: z.boolean(),
    enterByHand: z.boolean(),
  }),
});

export const lineDifferenceSchema = z.object({
  sku: z.string(),
  name: z.string(),
  /** Units in the sale and in the order now; null where that side has no such line. */
  inSale: decimal.nullable(),
  inOrder: decimal.nullable(),
  kind: z.enum(['same', 'more', 'less', 'new', 'gone', 'price']),
  /** How the amount changes, signed; `0` for none. */
  amount: decimal,
});

/** What stands before a second sale of the same order (ORD-9). */
export const reExportPreviewSchema = z.object({
  orderId: z.string(),
  retailer: z.string(),
  poNumber: z.string(),
  currency: z.string(),
  changedAt: z.string().nullable(),
  shipStart: z.string().nullable(),
  shipEnd: z.string().nullable(),
  /** The reference of the sale that would be created; part of the first consequence. */
  reference: z.string(),
  /** `voided` and `gone` allow one new sale; `open` wants a typed confirmation; the others refuse. */
  verdict: z.enum(['never-exported', 'voided', 'gone', 'open', 'credit-first', 'unproven', 'not-approved']),
  sentence: z.string(),
  nextStep: z.string(),
  sale: z
    .object({
      id: z.string(),
      number: z.string(),
      status: z.string(),
      pickStatus: z.string(),
      invoiceStatus: z.string(),
      total: decimal,
    })
    .nullable(),
  lines: z.array(lineDifferenceSchema),
  /** Lines that are equal on both sides and not listed. */
  equalLines: z.number(),
  goods: z.object({ inSale: decimal, inOrder: decimal, change: decimal }),
  /** What happens if it is created now, one sentence each, in order. */
  consequences: z.array(z.string()),
  /** What has to be typed to confirm; null when no confirmation is needed. */
  confirmation: z.string().nullable(),
});

export const goLiveChoices = ['export', 'already-in-cin7', 'ignore'] as const;

/** One approved order that JOOR holds when the orders flow goes live (GO-2). */
export const goLiveOrderSchema = z.object({
  id: z.string(),
  poNumber: z.string(),
  retailer: z.string(),
  value: decimal,
  currency: z.string(),
  approvedAt: z.string().nullable(),
  isExportedInJoor: z.boolean(),
  isBeforeGoLive: z.boolean(),
  /** Sales in Cin7 Core that look like this order, most likely first. */
  twins: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      customer: z.string(),
      reference: z.string(),
      orderDate: z.string().nullable(),
      why: z.string(),
    }),
  ),
  suggested: z.enum(goLiveChoices),
  choice: z.enum(goLiveChoices).nullable(),
});

export type Suggestion = z.infer<typeof suggestionSchema>;
export type OrderLineView = z.infer<typeof orderLineViewSchema>;
export type PreflightCheck = z.infer<typeof preflightCheckSchema>;
export type OrderDetail = z.infer<typeof orderDetailSchema>;
export type LineDifference = z.infer<typeof lineDifferenceSchema>;
export type ReExportPreview = z.infer<typeof reExportPreviewSchema>;
export type GoLiveChoice = (typeof goLiveChoices)[number];
export type GoLiveOrder = z.infer<typeof goLiveOrderSchema>;
