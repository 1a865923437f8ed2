// Where a style, an order or a flow stands, as codes. contract/words gives each its label, icon and colour; status/
// computes them from facts. A reason is the second line, never another state.
import { z } from 'zod';

export const styleStates = ['in-step', 'to-send', 'sending', 'needs-you', 'left-out'] as const;
export type StyleState = (typeof styleStates)[number];

export const orderStates = ['to-export', 'exporting', 'checking', 'in-cin7', 'needs-you', 'held', 'left-out'] as const;
export type OrderState = (typeof orderStates)[number];

/** Where a retailer stands on its way from Cin7 Core to JOOR, whose team adds new ones by hand. */
export const customerStates = ['matched', 'with-joor', 'needs-you', 'left-out'] as const;
export type CustomerState = (typeof customerStates)[number];

export const flowNames = ['products', 'linesheets', 'images', 'customers', 'inventory', 'orders'] as const;
export type FlowName = (typeof flowNames)[number];

/** A reason in plain words with its one next step. */
export const reasonSchema = z.object({
  /** Stable, for grouping the same causes: `no-price`, `unknown-sku`. */
  code: z.string(),
  /** What is so and why, one sentence or two. */
  sentence: z.string(),
  /** What to do about it; empty when nobody has to. */
  nextStep: z.string(),
});

export type Reason = z.infer<typeof reasonSchema>;

/** Something about a style, linesheet or stock number that a person has to look at. */
export interface Issue extends Reason {
  readonly kind: 'style' | 'linesheet' | 'stock';
  readonly key: string;
  /** The same for several of a kind, after their number: `have no EUR price.` Null when each needs its own words. */
  readonly together: { readonly sentence: string; readonly nextStep: string } | null;
}
