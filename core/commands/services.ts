// What commands work with: the ports of this host, and the profile. Each command opens what it needs and closes it.
import type { Clock, Ids, Log, Secrets } from '../base/ports.ts';
import type { Wire } from '../sync/connect.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Profile } from '../profile/profile.ts';
import { instantOf } from '../base/dates.ts';
import { SeamlineError } from '../base/errors.ts';
import type { Settings } from '../settings/index.ts';
import type { SharedAccounts } from './shared-accounts.ts';

export interface Services {
  readonly profile: Profile;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly wire: Wire;
  /** Set by a host that lives long: lets a person's action join the run that goes on. */
  readonly accounts?: SharedAccounts;
}

/** Reads from the ledger used last; gives the fallback when nothing was ever synced. */
export async function readLedger<View>(
  { profile, clock }: Services,
  read: (ledger: Ledger, settings: Settings) => View,
  nothing: (settings: Settings) => View,
): Promise<View> {
  const settings = await profile.settings.load();
  const ledger = profile.openLatestLedger(settings, instantOf(clock.now()));
  if (ledger === null) return nothing(settings);
  try {
    return read(ledger, settings);
  } finally {
    ledger.close();
  }
}

/** Writes what a person decided into the ledger used last. Throws `usage` when nothing was ever synced. */
export async function changeLedger<Result>(
  { profile, clock }: Services,
  change: (ledger: Ledger, settings: Settings) => Result,
): Promise<Result> {
  const settings = await profile.settings.load();
  const ledger = profile.openLatestLedger(settings, instantOf(clock.now()));
  if (ledger === null)
    throw new SeamlineError('usage', {
      sentence: 'Nothing was synced with these accounts yet, so there is nothing to decide about.',
      nextStep: 'Run "seamline sync --dry-run" first.',
    });
  try {
    return ledger.transaction(() => change(ledger, settings));
  } finally {
    ledger.close();
  }
}
