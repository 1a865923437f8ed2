// What is pushed to a screen: whole snapshots with {epoch, rev}. A screen mirrors them and never computes what they mean.
// A new epoch (the host started anew) replaces everything; within one, a snapshot with a lower rev is dropped.
import { z } from 'zod';
import { keychainStates } from '../base/ports.ts';
import { flowNames } from '../model/standing.ts';
import { settingsSchema } from '../settings/schema.ts';
import { attentionItemSchema } from './attention.ts';
import { errorViewSchema } from './errors.ts';
import { outsideKinds } from './outside.ts';
import { phaseNames, progressSchema } from './progress.ts';

const connectionViewSchema = z.object({
  state: z.enum(['not-set', 'connected', 'rejected', 'unreachable', 'not-tried']),
  /** `Aurora Apparel Pty Ltd`, `Aurora, brand account 41207`; empty until connected. */
  name: z.string(),
  /** `AUD`; `Sandbox`, `Live` or `Practice`. */
  tag: z.string(),
  /** Which secrets the keychain holds for it; never their values. */
  secrets: z.record(z.string(), z.boolean()),
  checkedAt: z.string().nullable(),
  error: errorViewSchema.nullable(),
});

export const flowModes = ['off', 'rehearsal', 'live'] as const;

const flowViewSchema = z.object({
  flow: z.enum(flowNames),
  mode: z.enum(flowModes),
  /** The modes that can be chosen now: products is never off once set up; a flow that isn't built can't be chosen. */
  choices: z.array(z.enum(flowModes)),
  /** The last result in few words: `9 changed, 400 checked`. */
  sentence: z.string(),
  /** What it waits for, and where that is set; null when it waits for nothing. */
  waits: z.object({ sentence: z.string(), section: z.string() }).nullable(),
  since: z.string().nullable(),
  who: z.string().nullable(),
});

const budgetViewSchema = z.object({
  api: z.enum(['cin7', 'joor']),
  used: z.number(),
  limit: z.number(),
  /** Kept free for what a person does by hand. */
  reserved: z.number(),
  resetsAt: z.string().nullable(),
});

const weekEntrySchema = z.object({
  runId: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  result: z.enum(['unchanged', 'changed', 'new-for-you', 'failed', 'running']),
  changes: z.number(),
  sentence: z.string(),
});

export const appStoreSchema = z.object({
  version: z.string(),
  host: z.enum(['desktop', 'browser']),
  /** What the window shows: set-up until it was finished, the app after it, or the one thing that keeps it from starting. */
  stage: z.enum(['set-up', 'ready', 'blocked']),
  blockedBy: errorViewSchema.nullable(),
  /** The step of set-up that comes next. */
  setUpStep: z.enum(['connect', 'read', 'review', 'dry-run', 'go-live', 'done']),
  profile: z.object({ name: z.string(), isPractice: z.boolean() }),
  /** `practice` and `sandbox` put the violet strip over the window. */
  realm: z.enum(['practice', 'sandbox', 'live', 'custom']),
  company: z.object({ name: z.string(), currency: z.string(), timeZone: z.string() }).nullable(),
  keychain: z.enum(keychainStates),
  cin7: connectionViewSchema,
  joor: connectionViewSchema,
  flows: z.array(flowViewSchema),
  budgets: z.array(budgetViewSchema),
  schedule: z.object({
    everyMinutes: z.number(),
    isPaused: z.boolean(),
    nextDueAt: z.string().nullable(),
    /** Why nothing runs by itself: paused, a rejected key, another Seamline. */
    stoppedBy: errorViewSchema.nullable(),
  }),
  lastSuccessAt: z.string().nullable(),
  /** The screen's answer and what it rests on. */
  answer: z.object({ sentence: z.string(), detail: z.string(), isAllInStep: z.boolean() }),
  /** Rows read of rows announced, things compared, things changed, of the last success (RUN-9). */
  proof: z.array(z.object({ label: z.string(), value: z.string(), isGood: z.boolean() })),
  needsYou: z.object({ total: z.number(), styles: z.number(), orders: z.number(), customers: z.number() }),
  week: z.array(weekEntrySchema),
  /** What has an address in the accounts' own sites; the number of anything else is copied. */
  opens: z.array(z.enum(outsideKinds)),
  sleeps: z.array(z.object({ from: z.string(), to: z.string(), sentence: z.string() })),
});

/** One operation at a time: the run that goes on, or null (design 4). */
export const runStoreSchema = z.object({
  /** Seamline is asked to quit and waits for the answer to what is under way. */
  isLeaving: z.boolean(),
  current: progressSchema
    .extend({
      startedAt: z.string(),
      startedBy: z.enum(['timer', 'person', 'command line']),
      /** Each phase of this run: done, now, to come, or left out because its flow is off. */
      phases: z.array(z.object({ phase: z.enum(phaseNames), state: z.enum(['done', 'now', 'to-come', 'left-out']) })),
      isStopping: z.boolean(),
      canStop: z.boolean(),
    })
    .nullable(),
  /** The last one that ended, for the run card at rest. */
  last: z
    .object({
      runId: z.string(),
      kind: z.string(),
      /** Null when it never began: what kept it from starting is the sentence. */
      startedAt: z.string().nullable(),
      startedBy: z.string(),
      endedAt: z.string(),
      outcome: z.string(),
      /** How far it came: each phase as it was left. */
      phases: z.array(z.object({ phase: z.enum(phaseNames), state: z.enum(['done', 'to-come', 'left-out']) })),
      sentence: z.string(),
      detail: z.string(),
    })
    .nullable(),
});

export const settingsStoreSchema = z.object({
  revision: z.number(),
  settings: settingsSchema,
  /** Set when the file can't be read: nothing runs, the file is kept. */
  error: errorViewSchema.nullable(),
});

/** Numbers that grow when something of that kind changed; a screen asks its open query again. */
export const revisionsStoreSchema = z.object({
  styles: z.number(),
  orders: z.number(),
  customers: z.number(),
  linesheets: z.number(),
  attention: z.number(),
  runs: z.number(),
});

export const attentionStoreSchema = z.object({ open: z.array(attentionItemSchema) });

export const stores = {
  app: appStoreSchema,
  run: runStoreSchema,
  settings: settingsStoreSchema,
  revisions: revisionsStoreSchema,
  attention: attentionStoreSchema,
} as const;

export type StoreName = keyof typeof stores;
export type StoreValue<Name extends StoreName> = z.infer<(typeof stores)[Name]>;
export type AppStore = StoreValue<'app'>;
export type RunStore = StoreValue<'run'>;
export type FlowView = z.infer<typeof flowViewSchema>;
export type FlowMode = (typeof flowModes)[number];
export type ConnectionView = z.infer<typeof connectionViewSchema>;
export type BudgetView = z.infer<typeof budgetViewSchema>;
export type WeekEntry = z.infer<typeof weekEntrySchema>;
export type { KeychainState } from '../base/ports.ts';
export type { FieldSource, Settings } from '../settings/schema.ts';
