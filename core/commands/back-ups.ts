// Back-ups: one more copy of the records when a person asks, one by itself every week, and the newest in the place of records that
// are damaged.
import { instantOf } from '../base/dates.ts';
import { SeamlineError, toSeamlineError } from '../base/errors.ts';
import type { BackUp } from '../contract/settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Settings } from '../settings/index.ts';
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

/** Copies the ledger when that is due (design 5). A copy that fails stops no run: it is tried again after the next. */
export async function backUpWeekly(
  { profile, clock, log }: Services,
  { ledger, settings }: { readonly ledger: Ledger; readonly settings: Settings },
): Promise<void> {
  try {
    const made = await profile.backUpWeekly(ledger, settings, instantOf(clock.now()));
    if (made !== null) log.write('info', 'backed up', { name: made.name });
  } catch (thrown) {
    const { code, message } = toSeamlineError(thrown);
    log.write('warn', 'the weekly back-up failed', { code, message });
  }
}

/**
 * Puts the newest copy in the place of damaged records. What happened since that copy is read again from both accounts, and
 * nothing is exported before that (SCOPE-4). Throws `not-found` where there are no records, `profile-busy`, `disk-*`.
 */
export async function restoreBackUp({ profile, clock }: Services): Promise<{ sentence: string }> {
  const now = instantOf(clock.now());
  const lock = await profile.lock('restore records', now);
  try {
    const restored = profile.restoreLedger(await profile.settings.load(), now);
    if (restored === null)
      throw new SeamlineError('not-found', {
        sentence: 'There are no records to restore: nothing was read from the accounts yet.',
        nextStep: 'Start a run first.',
      });
    const { copy } = restored;
    return {
      sentence:
        copy === null
          ? 'There was no copy, so the records begin anew. The damaged ones are kept beside them.'
          : `The copy of ${copy.at.slice(0, 16).replace('T', ' ')} UTC is in place. The damaged records are kept beside it.`,
    };
  } finally {
    lock.release();
  }
}

/** The back-ups that are kept, newest first. */
export function backUps({ profile }: Services): BackUp[] {
  return profile.backUps();
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
