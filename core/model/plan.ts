// What a plan stores for one change, and what apply reads back: the content as it will be sent, with our codes instead
// of JOOR's ids, because those may not exist yet. Schemas, since a stored plan may come from an older version.
import { z } from 'zod';
import { styleFieldNames } from './style.ts';

const traitSchema = z.object({ code: z.string(), name: z.string(), position: z.number() });

export const productChangeSchema = z.object({
  identifier: z.string(),
  number: z.string(),
  name: z.string(),
  fields: z.partialRecord(z.enum(styleFieldNames), z.string()),
});

export const skuChangeSchema = z.object({
  colour: traitSchema,
  size: traitSchema,
  productId: z.string().nullable(),
  sku: z.string().nullable(),
  barcode: z.string().nullable(),
});

export const skusChangeSchema = z.object({ skus: z.array(skuChangeSchema) });

export const priceChangeSchema = z.object({
  colour: z.string(),
  size: z.string(),
  priceTypeId: z.string(),
  wholesale: z.string(),
  retail: z.string().nullable(),
});

export const pricesChangeSchema = z.object({ prices: z.array(priceChangeSchema) });

const memberSchema = z.object({
  styleKey: z.string(),
  pairs: z.array(z.object({ colour: z.string(), size: z.string() })),
});

export const linesheetChangeSchema = z.object({
  name: z.string(),
  code: z.string(),
  window: z.object({
    start: z.string().nullable().optional(),
    complete: z.string().nullable().optional(),
    cancel: z.string().nullable().optional(),
  }),
  add: z.array(memberSchema),
  remove: z.array(memberSchema),
});

export const stockChangeSchema = z.object({
  warehouse: z.string(),
  colour: z.string(),
  size: z.string(),
  units: z.number(),
});

export type ProductChange = z.infer<typeof productChangeSchema>;
export type SkuChange = z.infer<typeof skuChangeSchema>;
export type PriceChange = z.infer<typeof priceChangeSchema>;
export type LinesheetChange = z.infer<typeof linesheetChangeSchema>;
export type LinesheetMember = z.infer<typeof memberSchema>;
export type StockChange = z.infer<typeof stockChangeSchema>;

/** Parts that a plan item can be about. */
export type PlanPart = 'product' | 'skus' | 'prices' | 'linesheet' | 'stock' | 'order';

/** Noted beside a style's parts from the first price that JOOR took until all of them are confirmed. */
export const pricesUnderway = 'prices underway';

/** One change of a plan: what it is about, what stands there now, what should, and the state it was computed from. */
export interface Change {
  readonly key: string;
  readonly part: PlanPart;
  readonly operation: 'create' | 'update' | 'remove';
  readonly before: unknown;
  readonly after: unknown;
  /** Hash of what JOOR had confirmed when this was planned; apply skips the item when that moved. */
  readonly basis: string;
  /** Hash of the part once this is done. */
  readonly target: string;
}
