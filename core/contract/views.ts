// What commands give back: plain views, the same for a screen and for `--json`.
import { z } from 'zod';
import { orderStates, styleStates } from '../model/standing.ts';
import { attentionItemSchema } from './attention.ts';
import { runReportSchema } from './run-report.ts';

const countsOf = <State extends string>(states: readonly State[]) => z.partialRecord(z.enum(states), z.number());

export const needsYouSchema = z.object({
  kind: z.enum(['style', 'linesheet', 'stock', 'order']),
  label: z.string(),
  sentence: z.string(),
  nextStep: z.string(),
  since: z.string(),
  /** Items with the same cause have the same code. */
  code: z.string(),
  /** The cause in words for several of them, after their number; null when each stands alone. */
  together: z.object({ sentence: z.string(), nextStep: z.string() }).nullable(),
});

export const statusViewSchema = z.object({
  profile: z.string(),
  company: z.string().nullable(),
  joor: z.object({ environment: z.string(), account: z.string() }),
  lastRun: runReportSchema.nullable(),
  lastSuccessAt: z.string().nullable(),
  styles: countsOf(styleStates),
  orders: countsOf(orderStates),
  needsYou: z.array(needsYouSchema),
  /** The same by cause, with what stops whole flows or accounts: what exit code 2 means. */
  attention: z.array(attentionItemSchema),
});

export const styleViewSchema = z.object({
  number: z.string(),
  name: z.string(),
  state: z.enum(styleStates),
  reason: z.string(),
  nextStep: z.string(),
  since: z.string(),
});

export const orderViewSchema = z.object({
  id: z.string(),
  poNumber: z.string(),
  retailer: z.string(),
  value: z.string(),
  currency: z.string(),
  approvedAt: z.string().nullable(),
  shipStart: z.string().nullable(),
  shipEnd: z.string().nullable(),
  state: z.enum(orderStates),
  reason: z.string(),
  nextStep: z.string(),
  saleNumber: z.string().nullable(),
  attempts: z.number(),
});

export type StatusView = z.infer<typeof statusViewSchema>;
export type StyleView = z.infer<typeof styleViewSchema>;
export type OrderView = z.infer<typeof orderViewSchema>;
export type NeedsYou = z.infer<typeof needsYouSchema>;
