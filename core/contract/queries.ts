// What a screen can ask to see. A list is opened with filter and sort: the answer is a queryId, the counts of every state
// and all ids in order; rows are then asked for by ids, as they scroll into view. When its revision grows, it is opened anew.
import { z } from 'zod';
import { orderStates, reasonSchema, styleStates, flowNames } from '../model/standing.ts';
import { requestHeadSchema, requestTextSchema, runChangesSchema, runFilters, runRowSchema } from './activity.ts';
import { attentionItemSchema } from './attention.ts';
import { attemptSchema, goLiveOrderSchema, orderDetailSchema, reExportPreviewSchema } from './orders.ts';
import { runReportSchema } from './run-report.ts';
import {
  backUpSchema,
  changesSchema,
  choiceLists,
  choicesSchema,
  effectSchema,
  importViewSchema,
  previewSchema,
} from './settings.ts';
import {
  changeParts,
  changeRowSchema,
  linesheetDetailSchema,
  linesheetRowSchema,
  styleColumnsSchema,
  styleDetailSchema,
  styleEventSchema,
  styleFilterOptionSchema,
  styleRowSchema,
  styleSelectionSchema,
} from './styles.ts';

const sort = <Column extends string>(columns: readonly [Column, ...Column[]]) =>
  z.object({ column: z.enum(columns), isDescending: z.boolean() }).nullable();

const countsOf = <State extends string>(states: readonly State[]) => z.partialRecord(z.enum(states), z.number());

const opened = <Counts extends z.ZodType>(counts: Counts) =>
  z.object({ queryId: z.string(), rev: z.number(), total: z.number(), counts, ids: z.array(z.string()) });

export const orderRowSchema = z.object({
  id: z.string(),
  retailer: z.string(),
  poNumber: z.string(),
  state: z.enum(orderStates),
  /** The second line: `Next run, 15:02`, `1 of 6 lines isn't in Cin7`. */
  reason: z.string(),
  needsPerson: z.boolean(),
  value: z.string(),
  currency: z.string(),
  approvedAt: z.string().nullable(),
  shipStart: z.string().nullable(),
  shipEnd: z.string().nullable(),
  saleNumber: z.string().nullable(),
  saleId: z.string().nullable(),
  tries: z.number(),
});

const choiceSchema = z.object({ value: z.string(), label: z.string(), why: z.string() });

/** One thing that set-up found out or has to ask (design 7, Review). It is answered with `setup.answer` under its key. */
const reviewRowSchema = z.object({
  key: z.string(),
  title: z.string(),
  /** What was found, or the question. */
  finding: z.string(),
  /** The choice as it is, in words; empty while nothing is chosen. */
  chosen: z.string(),
  isSettled: z.boolean(),
  /** Flows that wait until it is settled. */
  holds: z.array(z.enum(flowNames)),
  editor: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('one-of'), options: z.array(choiceSchema), selected: z.string().nullable() }),
    z.object({ kind: z.literal('many-of'), options: z.array(choiceSchema), selected: z.array(z.string()) }),
    z.object({ kind: z.literal('text'), value: z.string(), placeholder: z.string(), suffix: z.string() }),
    /** Nothing to choose here: where it can be changed in the settings. */
    z.object({ kind: z.literal('settings'), section: z.string() }),
  ]),
});

export const planRowSchema = z.object({
  flow: z.enum(flowNames),
  label: z.string(),
  part: z.enum(changeParts),
  what: z.string(),
  toSend: z.number(),
  same: z.number(),
  held: z.number(),
  joorCredits: z.number(),
});

const sampleTag = z.enum(['create', 'update', 'held', 'same']);

/** A style as JOOR shows it now and after: `before` is struck through, `after` is bold. */
const planSampleSchema = z.object({
  key: z.string(),
  number: z.string(),
  name: z.string(),
  tag: sampleTag,
  lines: z.array(
    z.object({ label: z.string(), before: z.string(), after: z.string(), note: z.string(), isHeld: z.boolean() }),
  ),
});

export const planViewSchema = z.object({
  runId: z.string(),
  readAt: z.string(),
  sentence: z.string(),
  samples: z.array(planSampleSchema),
  rows: z.array(planRowSchema),
  /** What isn't sent: changes that are held (then `count` says how many), and flows that wait. */
  held: z.array(reasonSchema.extend({ count: z.number(), parts: z.array(z.enum(changeParts)) })),
  cost: z.object({ joorCredits: z.number(), joorWindows: z.number(), cin7Calls: z.number(), seconds: z.number() }),
  changes: z.number(),
});

const query = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({ input, output });

export const queries = {
  'orders.open': query(
    z.object({
      states: z.array(z.enum(orderStates)),
      search: z.string(),
      sort: sort(['id', 'retailer', 'state', 'value', 'shipStart', 'saleNumber', 'tries', 'approvedAt']),
    }),
    opened(countsOf(orderStates)),
  ),
  'orders.rows': query(z.object({ ids: z.array(z.string()).max(500) }), z.array(orderRowSchema)),
  'orders.detail': query(z.object({ orderId: z.string() }), orderDetailSchema),
  'orders.attempts': query(z.object({ orderId: z.string() }), z.array(attemptSchema)),
  'orders.reExportPreview': query(z.object({ orderId: z.string() }), reExportPreviewSchema),
  'orders.goLiveList': query(z.object({}), z.array(goLiveOrderSchema)),
  'products.find': query(
    z.object({ text: z.string() }),
    z.array(z.object({ productId: z.string(), sku: z.string(), name: z.string(), available: z.number().nullable() })),
  ),

  'styles.open': query(
    styleSelectionSchema.extend({ sort: sort(['number', 'name', 'state', 'stock', 'lastSent']) }),
    opened(countsOf(styleStates)).extend({
      /** SKUs of the styles that are listed. */
      skus: z.number(),
    }),
  ),
  'styles.rows': query(z.object({ ids: z.array(z.string()).max(500) }), z.array(styleRowSchema)),
  'styles.filters': query(styleSelectionSchema, z.array(styleFilterOptionSchema)),
  'styles.detail': query(z.object({ key: z.string() }), styleDetailSchema),
  'styles.history': query(z.object({ key: z.string() }), z.array(styleEventSchema)),
  'styles.columns': query(z.object({}), styleColumnsSchema),

  'linesheets.list': query(z.object({}), z.array(linesheetRowSchema)),
  'linesheets.detail': query(z.object({ key: z.string() }), linesheetDetailSchema),

  /** What differs between Cin7 Core and JOOR, field by field: of one run's plan, for null of the latest comparison. */
  'changes.open': query(
    z.object({
      runId: z.string().nullable(),
      parts: z.array(z.enum(changeParts)),
      isHeldOnly: z.boolean(),
      search: z.string(),
      sort: sort(['subject', 'field']),
    }),
    opened(countsOf(changeParts)).extend({
      /** How many of all that fit are held or need a person. */
      held: z.number(),
      subjects: z.number(),
      comparedAt: z.string().nullable(),
    }),
  ),
  'changes.rows': query(z.object({ ids: z.array(z.string()).max(500) }), z.array(changeRowSchema)),

  'runs.list': query(z.object({ before: z.string().nullable(), count: z.number().max(500) }), z.array(runReportSchema)),
  /** Activity: ended runs, latest first; `text` is looked for in their words, in styles that they changed and orders. */
  'runs.open': query(
    z.object({ filter: z.enum(runFilters).nullable(), search: z.string() }),
    opened(countsOf(runFilters)).extend({ all: z.number() }),
  ),
  'runs.rows': query(z.object({ ids: z.array(z.string()).max(500) }), z.array(runRowSchema)),
  'runs.changes': query(z.object({ runId: z.string(), search: z.string() }), runChangesSchema),
  'runs.requests': query(
    z.object({ runId: z.string(), before: z.number().nullable() }),
    z.object({ requests: z.array(requestHeadSchema), hasMore: z.boolean() }),
  ),
  'runs.request': query(z.object({ id: z.number() }), requestTextSchema),
  'runs.plan': query(z.object({ runId: z.string().nullable() }), planViewSchema.nullable()),
  /** Styles of a plan by a part of their number or name, and the ones that were picked side by side. */
  'runs.planStyles': query(
    z.object({ runId: z.string(), search: z.string() }),
    z.array(z.object({ key: z.string(), number: z.string(), name: z.string(), tag: sampleTag })),
  ),
  'runs.planSamples': query(
    z.object({ runId: z.string(), keys: z.array(z.string()).max(3) }),
    z.array(planSampleSchema),
  ),
  'attention.history': query(z.object({}), z.array(attentionItemSchema)),

  'setup.review': query(
    z.object({}),
    z.object({
      figures: z.array(z.object({ value: z.string(), label: z.string() })),
      sentence: z.string(),
      rows: z.array(reviewRowSchema),
    }),
  ),

  'settings.choices': query(z.object({ lists: z.array(z.enum(choiceLists)) }), choicesSchema),
  /** Refused as saving would be, where the draft breaks a rule. */
  'settings.effect': query(z.object({ changes: changesSchema }), effectSchema),
  'settings.preview': query(z.object({ changes: changesSchema, at: z.number() }), previewSchema),
  'settings.importView': query(z.object({ text: z.string() }), importViewSchema),
  'backUps.list': query(z.object({}), z.array(backUpSchema)),

  /** Ctrl/Cmd+K: styles, orders, places and actions that fit the text, best first. */
  find: query(
    z.object({ text: z.string() }),
    z.array(
      z.object({
        kind: z.enum(['style', 'order', 'sale', 'place', 'action']),
        id: z.string(),
        title: z.string(),
        detail: z.string(),
      }),
    ),
  ),
} as const;

export type QueryName = keyof typeof queries;
export type QueryInput<Name extends QueryName> = z.input<(typeof queries)[Name]['input']>;
export type QueryOutput<Name extends QueryName> = z.output<(typeof queries)[Name]['output']>;
export type OrderRow = z.infer<typeof orderRowSchema>;
export type ReviewRow = z.infer<typeof reviewRowSchema>;
export type PlanView = z.infer<typeof planViewSchema>;
export type PlanRow = z.infer<typeof planRowSchema>;
export type PlanSample = z.infer<typeof planSampleSchema>;
