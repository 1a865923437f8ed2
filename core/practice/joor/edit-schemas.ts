// What people do in JOOR's own screens, as data: one kind each, checked. Orders are named by their id, linesheets by id,
// name or code, styles by id, style number or identifier, SKUs by our external id, SKU identifier, UPC or JOOR id.
import { z } from 'zod';
import { parseDecimal } from '../../base/decimal.ts';
import { parsePlainDate } from '../../base/dates.ts';

const money = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => parseDecimal(text) !== null, 'must be a decimal');
const date = z.string().refine((text) => parsePlainDate(text) === text, 'must be a date as YYYY-MM-DD');

const line = z.strictObject({
  sku: z.string(),
  /** Fractions are possible, since JOOR's own screens once let them through. */
  quantity: z.number().positive(),
  itemPrice: money.optional(),
  discountPercent: money.optional(),
  discountAmount: money.optional(),
  /** Pieces per case pack. */
  multiplier: z.int().positive().optional(),
  comment: z.string().optional(),
});

const orderText = {
  poNumber: z.string().optional(),
  comments: z.string().optional(),
  internalComments: z.string().optional(),
  shipStart: date.optional(),
  shipEnd: date.optional(),
  freight: money.optional(),
  discountPercent: money.optional(),
  discountAmount: money.optional(),
  /** Name of a warehouse. */
  warehouse: z.string().optional(),
};

export const editSchemas = {
  placeOrder: z.strictObject({
    kind: z.literal('place-order'),
    customerCode: z.string(),
    lines: z.array(line).min(1),
    state: z.enum(['IN_PROGRESS', 'NOTES', 'PENDING', 'APPROVED']).default('APPROVED'),
    linesheet: z.string().optional(),
    /** Name of a price type; the customer's first one when left out. */
    priceType: z.string().optional(),
    currency: z.string().optional(),
    ...orderText,
  }),
  approveOrder: z.strictObject({ kind: z.literal('approve-order'), orderId: z.string() }),
  editOrder: z.strictObject({
    kind: z.literal('edit-order'),
    orderId: z.string(),
    /** New quantities by SKU or line id. */
    set: z.array(z.strictObject({ line: z.string(), quantity: z.number().nonnegative() })).default([]),
    add: z.array(line).default([]),
    remove: z.array(z.string()).default([]),
    ...orderText,
  }),
  cancelOrder: z.strictObject({ kind: z.literal('cancel-order'), orderId: z.string() }),
  shipOrder: z.strictObject({
    kind: z.literal('ship-order'),
    orderId: z.string(),
    trackingNumber: z.string().optional(),
  }),
  /** JOOR's bulk actions can move an order back (JOOR 7). */
  returnOrder: z.strictObject({
    kind: z.literal('return-order'),
    orderId: z.string(),
    to: z.enum(['NOTES', 'PENDING', 'APPROVED']),
  }),
  resetExport: z.strictObject({ kind: z.literal('reset-export'), orderId: z.string() }),
  publishLinesheet: z.strictObject({ kind: z.literal('publish-linesheet'), linesheet: z.string() }),
  makeLinesheet: z.strictObject({
    kind: z.literal('make-linesheet'),
    name: z.string().min(1),
    code: z.string().optional(),
    products: z.array(z.string()).default([]),
    shipStart: date.optional(),
    shipEnd: date.optional(),
  }),
  addToLinesheet: z.strictObject({
    kind: z.literal('add-to-linesheet'),
    linesheet: z.string(),
    products: z.array(z.string()).min(1),
  }),
  removeFromLinesheet: z.strictObject({
    kind: z.literal('remove-from-linesheet'),
    linesheet: z.string(),
    products: z.array(z.string()).min(1),
  }),
  renameLinesheet: z.strictObject({
    kind: z.literal('rename-linesheet'),
    linesheet: z.string(),
    name: z.string().min(1),
  }),
  renameProduct: z.strictObject({ kind: z.literal('rename-product'), product: z.string(), name: z.string().min(1) }),
  deleteProduct: z.strictObject({ kind: z.literal('delete-product'), product: z.string() }),
  matchCustomer: z.strictObject({ kind: z.literal('match-customer'), customerCode: z.string() }),
  addWarehouse: z.strictObject({
    kind: z.literal('add-warehouse'),
    name: z.string().min(1),
    code: z.string().optional(),
  }),
  expireTokens: z.strictObject({ kind: z.literal('expire-tokens') }),
  setSwitches: z.strictObject({ kind: z.literal('set-switches'), switches: z.record(z.string(), z.unknown()) }),
} as const;

export const editSchema = z.discriminatedUnion('kind', [
  editSchemas.placeOrder,
  editSchemas.approveOrder,
  editSchemas.editOrder,
  editSchemas.cancelOrder,
  editSchemas.shipOrder,
  editSchemas.returnOrder,
  editSchemas.resetExport,
  editSchemas.publishLinesheet,
  editSchemas.makeLinesheet,
  editSchemas.addToLinesheet,
  editSchemas.removeFromLinesheet,
  editSchemas.renameLinesheet,
  editSchemas.renameProduct,
  editSchemas.deleteProduct,
  editSchemas.matchCustomer,
  editSchemas.addWarehouse,
  editSchemas.expireTokens,
  editSchemas.setSwitches,
]);

type JoorEdit = z.input<typeof editSchema>;
export type ParsedEdit = z.output<typeof editSchema>;
export type EditOf<Kind extends ParsedEdit['kind']> = Extract<ParsedEdit, { kind: Kind }>;
/** An edit's own fields, for the method that bears its name. */
export type FieldsOf<Kind extends JoorEdit['kind']> = Omit<Extract<JoorEdit, { kind: Kind }>, 'kind'>;
