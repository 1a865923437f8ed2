// What happened, as Activity shows it: what one run changed, subject by subject, and what it asked the accounts, redacted.
import { z } from 'zod';
import { runReportSchema } from './run-report.ts';

/** What a list of runs can be narrowed to; a run may be in several. */
export const runFilters = ['changed', 'failed', 'stopped', 'dry-run'] as const;

/** A run in the list: its report with what it did in one sentence. */
export const runRowSchema = runReportSchema.extend({ sentence: z.string() });

/** One style, linesheet or order that a run changed, held or was refused. */
const changedSubjectSchema = z.object({
  kind: z.enum(['style', 'linesheet', 'order']),
  /** Opens it: a style's key, an order's id. */
  key: z.string(),
  label: z.string(),
  name: z.string(),
  /** `12 SKUs created`, `held`; one per part. */
  lines: z.array(z.object({ words: z.string(), problem: z.string(), isDone: z.boolean() })),
});

export const runChangesSchema = z.object({
  queryId: z.string(),
  total: z.number(),
  /** At most `mostChanges`; the file holds all. */
  subjects: z.array(changedSubjectSchema),
  /** False where the run changed things and what they were isn't kept any more. */
  isKept: z.boolean(),
});

export const mostChanges = 200;

export const requestHeadSchema = z.object({
  id: z.number(),
  at: z.string(),
  api: z.string(),
  operation: z.string(),
  method: z.string(),
  address: z.string(),
  status: z.number().nullable(),
  outcome: z.string(),
  milliseconds: z.number(),
});

export const requestTextSchema = z.object({ request: z.string(), response: z.string() });

export type RunRow = z.infer<typeof runRowSchema>;
export type RunFilter = (typeof runFilters)[number];
export type ChangedSubject = z.infer<typeof changedSubjectSchema>;
export type RequestHead = z.infer<typeof requestHeadSchema>;
