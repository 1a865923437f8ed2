// A failure as a screen gets it: what happened and why in one sentence, what to do in another, and the one button that does
// it. The code stands small beside it and is stable.
import { z } from 'zod';

/** What the one button of an error does. `none` where waiting is all there is to do. */
export const errorActions = [
  'none',
  'try-again',
  'enter-key',
  'unlock-keychain',
  'open-settings',
  'open-network-settings',
  'restore-settings',
  'restore-backup',
  'show-other-run',
  'free-space',
  'save-report',
] as const;

export const errorViewSchema = z.object({
  code: z.string(),
  sentence: z.string(),
  nextStep: z.string(),
  /** Whether it concerns one item, this run, or the whole account. */
  scope: z.enum(['item', 'run', 'account']),
  /** True when it passes by itself or by trying again. */
  isRetryable: z.boolean(),
  action: z.enum(errorActions),
  /** The words on the button; empty for `none`. */
  actionLabel: z.string(),
  /** What is wrong with which setting, for a message beside its field: `It must be at least 60 …`. */
  problems: z.array(z.object({ path: z.string(), sentence: z.string() })).optional(),
});

export type ErrorAction = (typeof errorActions)[number];
export type ErrorView = z.infer<typeof errorViewSchema>;
