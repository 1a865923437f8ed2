// What the settings' editors ask beside the settings themselves: the lists to choose from, as both accounts gave them; what a
// draft would change; one style as the draft makes it; a file to take over; the back-ups.
import { z } from 'zod';

export { styleFieldNames, styleFieldWords, type StyleFieldName } from '../model/style.ts';
export { attributeCount } from '../model/product.ts';

/** Lists that a setting is chosen from, by their names. `JOOR` ones hold what its orders and linesheets name. */
export const choiceLists = [
  'receivables',
  'revenues',
  'taxRules',
  'terms',
  'carriers',
  'salesReps',
  'tierNames',
  'tiers',
  'locations',
  'services',
  'tags',
  'optionNames',
  'attributes',
  'countries',
  'linesheets',
  'joorPriceTypes',
  'joorWarehouses',
  'joorTerms',
  'joorCarriers',
  'joorSalesReps',
  'joorCurrencies',
] as const;

export const choiceSchema = z.object({
  /** What the settings keep. */
  value: z.string(),
  label: z.string(),
  /** What helps to choose: `40 styles`, `10 %`; empty for nothing. */
  detail: z.string(),
  /** Another way in which the settings may name it: an id. */
  alias: z.string().optional(),
});

/** The lists that were asked for; an empty one was never read, or the account has nothing of it. */
export const choicesSchema = z.partialRecord(z.enum(choiceLists), z.array(choiceSchema));

/** Several settings by their paths; one without a value gets its default back. */
export const changesSchema = z.array(z.object({ path: z.string(), value: z.unknown().optional() }));

/** One line of a style, as it is under the present settings and under a draft; equal texts where nothing changes. */
const styleLineSchema = z.object({ label: z.string(), before: z.string(), after: z.string() });

const effectStyleSchema = z.object({
  number: z.string(),
  name: z.string(),
  /** Whether the draft changes it, brings it to JOOR or takes it out. */
  kind: z.enum(['changed', 'added', 'left']),
  lines: z.array(styleLineSchema),
});

/** A draft that changes more styles than that is asked about before it is saved. */
export const askAboveStyles = 20;

/** What a draft of the settings would change in JOOR, counted over all styles. */
export const effectSchema = z.object({
  /** Styles under the present settings. */
  styles: z.number(),
  changed: z.number(),
  added: z.number(),
  left: z.number(),
  /** A few of them, with the lines that change. */
  examples: z.array(effectStyleSchema),
});

/** One of the brand's own styles with all its lines; null where there is none to show. */
export const previewSchema = z
  .object({
    number: z.string(),
    name: z.string(),
    /** Its place among the styles that can be shown, from 0, and how many there are. */
    at: z.number(),
    of: z.number(),
    /** Why the draft leaves it out; null while it doesn't. */
    leftOut: z.string().nullable(),
    lines: z.array(styleLineSchema),
  })
  .nullable();

/** What a settings file would change here, area by area; hosts, accounts and go-live never come along (SEC-3). */
export const importViewSchema = z.object({
  revision: z.number(),
  areas: z.array(z.object({ area: z.string(), settings: z.array(z.string()) })),
  effect: effectSchema,
});

export const backUpSchema = z.object({
  name: z.string(),
  at: z.string(),
  bytes: z.number(),
  /** Asked for by a person, made by itself every week, or made before the records changed their form. */
  why: z.enum(['asked', 'weekly', 'before-upgrade']),
});

export type ChoiceList = (typeof choiceLists)[number];
export type Choice = z.infer<typeof choiceSchema>;
export type Choices = z.infer<typeof choicesSchema>;
export type SettingChange = z.input<typeof changesSchema>[number];
export type StyleLine = z.infer<typeof styleLineSchema>;
export type EffectStyle = z.infer<typeof effectStyleSchema>;
export type SettingsEffect = z.infer<typeof effectSchema>;
export type SettingsPreview = z.infer<typeof previewSchema>;
export type ImportView = z.infer<typeof importViewSchema>;
export type BackUp = z.infer<typeof backUpSchema>;
