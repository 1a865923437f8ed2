// What a run did, with its evidence (RUN-9): rows read of rows announced, things checked, things changed, and what it
// cost. Stored with the run, printed by the command line, shown by the screens.
import { z } from 'zod';

/** What a report counts; contract/words names each. */
export const countNames = [
  'stylesSelected',
  'stylesLeftOut',
  'stylesCreated',
  'stylesUpdated',
  'skusCreated',
  'skusUpdated',
  'pricesCreated',
  'pricesUpdated',
  'unknownPriceTypes',
  'linesheetsCreated',
  'linesheetsUpdated',
  'removalsKept',
  'stockNumbers',
  'ordersExported',
  'ordersMarked',
  'ordersChecking',
  'ordersNeedYou',
  'ordersHeld',
  'ordersLeftOut',
  'ordersUnknown',
  'notSent',
  'refused',
  'unclear',
  'held',
] as const;

export type CountName = (typeof countNames)[number];

const readSchema = z.object({
  what: z.string(),
  rows: z.number(),
  total: z.number(),
  /** A full pass, or only what changed since the last one. */
  isFull: z.boolean(),
  isComplete: z.boolean(),
});

const flowReportSchema = z.object({
  flow: z.enum(['products', 'linesheets', 'images', 'customers', 'inventory', 'orders']),
  state: z.enum(['done', 'off', 'waiting', 'failed', 'not-built']),
  /** True when it only said what it would send: a dry run, or a flow that isn't live. */
  isRehearsal: z.boolean().default(false),
  /** Why it is off, waits or failed; empty when done. */
  sentence: z.string(),
  nextStep: z.string(),
  /** What was compared, in the flow's own unit (styles, linesheets, numbers, orders). */
  checked: z.number(),
  /** What was sent, or would be sent by a dry run. */
  changed: z.number(),
  /** Items that a person must look at. */
  needsYou: z.number(),
  counts: z.partialRecord(z.enum(countNames), z.number()),
});

export const runReportSchema = z.object({
  id: z.string(),
  kind: z.enum(['sync', 'dry-run']),
  startedBy: z.string(),
  startedAt: z.string(),
  endedAt: z.string(),
  outcome: z.enum(['good', 'needs-you', 'failed', 'stopped']),
  company: z.string(),
  /** Sentences that belong to this run alone: going live, a broken run before. */
  notes: z.array(z.string()),
  error: z
    .object({
      code: z.string(),
      sentence: z.string(),
      nextStep: z.string(),
      /** The account that it came from; null when it came from neither. */
      api: z.enum(['cin7', 'joor']).nullable().default(null),
    })
    .nullable(),
  reads: z.array(readSchema),
  flows: z.array(flowReportSchema),
  usage: z.object({ cin7Calls: z.number(), joorCredits: z.number(), joorReads: z.number(), joorWrites: z.number() }),
  /** Of the settings that the plan rests on; missing in reports of older versions. */
  basis: z.string().optional(),
  /** What a dry run says that the real one would cost. */
  estimate: z.object({ joorCredits: z.number(), seconds: z.number() }).nullable(),
});

export type RunReport = z.infer<typeof runReportSchema>;
export type FlowReport = z.infer<typeof flowReportSchema>;
export type ReadReport = z.infer<typeof readSchema>;
