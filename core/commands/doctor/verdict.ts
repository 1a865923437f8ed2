// What one check comes to: good, failed with what to do, or not looked at and why.
import type { SeamlineError } from '../../base/errors.ts';
import type { Check } from '../../contract/checks.ts';

export type Verdict = Omit<Check, 'id' | 'group' | 'details'> & { readonly details?: Check['details'] };

/** Nothing is wrong. */
export const good = (sentence: string, details?: Check['details']): Verdict => ({
  ok: true,
  sentence,
  nextStep: '',
  ...(details === undefined ? {} : { details }),
});

/** It could not be looked at, and why. */
export const skipped = (sentence: string, nextStep = ''): Verdict => ({ ok: null, sentence, nextStep });

/** A failure, in its own words. */
export function failed({ code, message, nextStep, details }: SeamlineError): Verdict {
  // Over the limit nothing is wrong with the key: only a key that is known has a limit.
  if (code === 'limit-stuck') return skipped(message, nextStep);
  return { ok: false, sentence: message, nextStep, details: { ...details, code } };
}
