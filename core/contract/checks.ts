// doctor's list of checks: what stands between this computer and the accounts. The same for a screen and for `--json`;
// never a secret in it.
import { z } from 'zod';

export const checkGroups = ['computer', 'cin7', 'joor'] as const;

export const checkIds = [
  'names',
  'proxy',
  'proxy-login',
  'tls',
  'clock',
  'cin7-answers',
  'cin7-key',
  'cin7-company',
  'joor-answers',
  'joor-environment',
  'joor-token',
  'joor-sign-in',
  'joor-account',
] as const;

const checkSchema = z.object({
  id: z.enum(checkIds),
  group: z.enum(checkGroups),
  /** Null: it couldn't be looked at, because another one has to be put right first, or because of a limit. */
  ok: z.boolean().nullable(),
  sentence: z.string(),
  /** The one thing to do; empty when there is nothing. */
  nextStep: z.string(),
  /** Facts for whoever helps: hosts, names of issuers, codes. */
  details: z.record(z.string(), z.unknown()),
});

export const doctorReportSchema = z.object({
  /** False when a check failed. */
  ok: z.boolean(),
  checkedAt: z.string(),
  checks: z.array(checkSchema),
});

export type CheckId = (typeof checkIds)[number];
export type CheckGroup = (typeof checkGroups)[number];
export type Check = z.infer<typeof checkSchema>;
export type DoctorReport = z.infer<typeof doctorReportSchema>;
