// What a screen sees of styles: the list with its filters, one style whole with its history, linesheets, and every change that
// is to be sent, field by field. Prices are decimal texts; instants are UTC; business dates are plain dates.
import { z } from 'zod';
import { reasonSchema, styleStates } from '../model/standing.ts';

/** What styles can be filtered by. Values of one group widen the list, groups narrow it. */
export const styleFilterGroups = ['linesheet', 'season', 'brand', 'price', 'stock', 'part'] as const;

export const styleFilterSchema = z.object({ group: z.enum(styleFilterGroups), value: z.string() });

/** Which styles are listed. */
export const styleSelectionSchema = z.object({
  states: z.array(z.enum(styleStates)),
  /** Only styles with an issue of this code. */
  cause: z.string().nullable(),
  search: z.string(),
  filters: z.array(styleFilterSchema).default([]),
});

/** A value of a group, and how many styles it leaves beside what is filtered otherwise. */
export const styleFilterOptionSchema = styleFilterSchema.extend({ label: z.string(), count: z.number() });

export const styleRowSchema = z.object({
  key: z.string(),
  number: z.string(),
  name: z.string(),
  state: z.enum(styleStates),
  reason: reasonSchema,
  since: z.string(),
  /** When JOOR last confirmed something of it; null when it never did. */
  lastSentAt: z.string().nullable(),
  skus: z.number(),
  /** One per mapped price type, in the settings' order; null where Cin7 Core has none. */
  wholesale: z.array(z.string().nullable()),
  /** The same for the recommended retail price; null also where no tier is mapped. */
  retail: z.array(z.string().nullable()),
  stock: z.number().nullable(),
  linesheets: z.array(z.string()),
  /** Seasons that the settings give its linesheets, `Spring 27`; empty when unknown. */
  season: z.string(),
});

/** The columns of the mapped price types, and those that the person hid. */
export const styleColumnsSchema = z.object({
  prices: z.array(z.object({ label: z.string(), hasRetail: z.boolean() })),
  hidden: z.array(z.string()),
});

const partSchema = z.object({
  name: z.enum(['product', 'skus', 'prices', 'linesheets', 'images', 'stock']),
  state: z.enum(['same', 'to-send', 'needs-you', 'off', 'not-built']),
  value: z.string(),
});

/** A condition on the way into JOOR, in the order in which they are looked at. */
const traceStepSchema = z.object({
  state: z.enum(['yes', 'fails', 'follows']),
  sentence: z.string(),
  value: z.string(),
});

export const styleDetailSchema = styleRowSchema.extend({
  /** A plain answer to "Why isn't it in JOOR?", or that it is. */
  answer: z.string(),
  trace: z.array(traceStepSchema),
  advice: z.string(),
  comparedAt: z.string().nullable(),
  parts: z.array(partSchema),
  differences: z.array(z.object({ field: z.string(), cin7: z.string(), joor: z.string() })),
  /** The product to open in Cin7 Core: the first of its SKUs. Null when it has none. */
  productId: z.string().nullable(),
  skuRows: z.array(
    z.object({
      sku: z.string(),
      colour: z.string(),
      size: z.string(),
      stock: z.number().nullable(),
      isOffered: z.boolean(),
    }),
  ),
});

export const styleEventKinds = ['sent', 'held', 'refused', 'unclear', 'linked', 'needs-you', 'decided'] as const;

/** Something that happened to a style: what was sent when, what was held and why, what people decided. */
export const styleEventSchema = z.object({
  at: z.string(),
  kind: z.enum(styleEventKinds),
  sentence: z.string(),
  /** The run that did it; null when no run did. */
  runId: z.string().nullable(),
});

/** A linesheet of JOOR, or one that Seamline means to create there. */
export const linesheetRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  code: z.string(),
  /** Managed: Seamline made it and keeps its own styles in it. Else it is left exactly as it is. */
  isManaged: z.boolean(),
  /** Shown to buyers, not yet published in JOOR, or not in JOOR yet. */
  visibility: z.enum(['visible', 'hidden', 'not-in-joor']),
  state: z.enum(styleStates),
  reason: reasonSchema,
  /** Styles in it in JOOR now, those that somebody else put there included. */
  styles: z.number(),
  /** What the latest comparison would add and take out. */
  toAdd: z.number(),
  toRemove: z.number(),
  start: z.string().nullable(),
  complete: z.string().nullable(),
  cancel: z.string().nullable(),
  season: z.string(),
  isMadeToOrder: z.boolean(),
});

export const linesheetDetailSchema = linesheetRowSchema.extend({
  members: z.array(
    z.object({
      /** Null for a style that Seamline doesn't know. */
      key: z.string().nullable(),
      number: z.string(),
      name: z.string(),
      /** In it because of its tags; put there by somebody else; will be added; will be taken out. */
      change: z.enum(['in', 'by-hand', 'add', 'remove']),
    }),
  ),
});

/** The parts that changes are about; `orders` only in a dry run. */
export const changeParts = ['product', 'skus', 'prices', 'linesheets', 'stock', 'orders'] as const;

/** One field that differs: what Cin7 Core has, what JOOR has now, and whether it will be sent. */
export const changeRowSchema = z.object({
  id: z.string(),
  part: z.enum(changeParts),
  /** The style or order to open; null for a linesheet itself. */
  subjectKey: z.string().nullable(),
  /** `DR-214`, `Resort 27`, `1029384`. */
  subject: z.string(),
  name: z.string(),
  field: z.string(),
  /** What it will be; empty where Cin7 Core has nothing. */
  after: z.string(),
  /** What JOOR has now; empty where it has nothing. */
  before: z.string(),
  state: z.enum(['to-send', 'held', 'needs-you']),
  /** Why it is held, or what a person must do; empty when it is sent. */
  reason: z.string(),
});

export type StyleFilterGroup = (typeof styleFilterGroups)[number];
export type StyleFilter = z.infer<typeof styleFilterSchema>;
export type StyleFilterOption = z.infer<typeof styleFilterOptionSchema>;
export type StyleRow = z.infer<typeof styleRowSchema>;
export type StyleDetail = z.infer<typeof styleDetailSchema>;
export type StyleColumns = z.infer<typeof styleColumnsSchema>;
export type StyleEvent = z.infer<typeof styleEventSchema>;
export type LinesheetRow = z.infer<typeof linesheetRowSchema>;
export type LinesheetDetail = z.infer<typeof linesheetDetailSchema>;
export type ChangePart = (typeof changeParts)[number];
export type ChangeRow = z.infer<typeof changeRowSchema>;
