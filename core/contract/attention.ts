// What needs a person, as Home lists it: one item per cause, the safe action first. The same table feeds the counts in the
// navigation, the tray, notifications and exit code 2.
import { z } from 'zod';
import { attentionKinds } from '../model/attention.ts';

/** Where a screen goes, and what it shows there. */
export const placeSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('home') }),
  z.object({
    to: z.literal('styles'),
    state: z.string().nullable(),
    cause: z.string().nullable(),
    open: z.string().nullable(),
    /** Which of its views; all styles when absent. */
    view: z.enum(['all', 'linesheets', 'compare']).optional(),
  }),
  z.object({ to: z.literal('orders'), state: z.string().nullable(), open: z.string().nullable() }),
  z.object({ to: z.literal('settings'), section: z.string() }),
  z.object({ to: z.literal('re-export'), orderId: z.string() }),
  z.object({ to: z.literal('go-live') }),
]);

export const attentionActionSchema = z.object({
  /** A verb with its object: `Use SH-102-BLUE-M`, `Show 4`, `Compare`. */
  label: z.string(),
  /** What the button does: go somewhere, or run a command of the contract with this input. */
  does: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('go'), place: placeSchema }),
    z.object({ kind: z.literal('command'), name: z.string(), input: z.record(z.string(), z.unknown()) }),
    z.object({ kind: z.literal('copy'), text: z.string() }),
  ]),
});

export const attentionItemSchema = z.object({
  /** Stable while the cause lasts: `order:1029384`, `style:no-price:EUR`. */
  key: z.string(),
  kind: z.enum(attentionKinds),
  /** How many things it stands for. */
  count: z.number(),
  title: z.string(),
  reason: z.string(),
  nextStep: z.string(),
  code: z.string(),
  since: z.string(),
  resolvedAt: z.string().nullable(),
  /** At most two; the safe one first. */
  actions: z.array(attentionActionSchema),
});

export type AttentionItem = z.infer<typeof attentionItemSchema>;
export type AttentionAction = z.infer<typeof attentionActionSchema>;
export type Place = z.infer<typeof placeSchema>;
