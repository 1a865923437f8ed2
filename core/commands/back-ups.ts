// Back-ups when a person asks: one more copy of the records, and which ones there are.
import { instantOf } from '../base/dates.ts';
import { SeamlineError } from '../base/errors.ts';
import type { BackUp } from '../contract/settings.ts';
import type { Services } from './services.ts';

/** Makes a back-up now. Throws `not-found` while nothing was ever read, `disk-*`, `ledger-*`. */
export async function backUpNow({ profile, clock }: Services): Promise<{ sentence: string }> {
  const made = await profile.backUp(await profile.settings.load(), instantOf(clock.now()));
  if (made === null)
    throw new SeamlineError('not-found', {
      sentence: 'There is nothing to back up: nothing was read from the accounts yet.',
      nextStep: 'Start a run first.',
    });
  return { sentence: `Backed up, ${megabytes(made.bytes)}.` };
}

/** The back-ups that are kept, newest first. */
export function backUps({ profile }: Services): BackUp[] {
  return profile.backUps();
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
