// What pre-flight decided about an order, line by line: the product of each line or its problem, the products that it may
// have meant, and everything that holds the order. Stored with the order, so the schemas are the types.
import { z } from 'zod';
import { reasonSchema } from './standing.ts';

/** A product that a line may mean; never used before a person says so. */
export const suggestionSchema = z.object({
  productId: z.string(),
  sku: z.string(),
  name: z.string(),
  /** What makes it likely: `Its SKU differs only in spaces and signs.` */
  why: z.string(),
});

export const checkedLineSchema = z.object({
  /** Place of the line in the order, from 0. */
  number: z.number(),
  /** What the line is called, and what an alias for it is stored under. */
  name: z.string(),
  productId: z.string().nullable(),
  sku: z.string().nullable(),
  problem: reasonSchema.nullable(),
  suggestions: z.array(suggestionSchema),
});

/** One thing that holds an order; `line` is its place in the order, null when it concerns the whole. */
export const orderHoldSchema = reasonSchema.extend({ line: z.number().nullable() });

export type Suggestion = z.infer<typeof suggestionSchema>;
export type CheckedLine = z.infer<typeof checkedLineSchema>;
export type OrderHold = z.infer<typeof orderHoldSchema>;
