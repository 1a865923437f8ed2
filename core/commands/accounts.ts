// Both accounts, connected for one piece of work under the profile's lock: for a run, or for a person's single action.
import { instantOf } from '../base/dates.ts';
import { turn } from '../base/slices.ts';
import { cin7AccountOf, connectAccounts, type ConnectOptions } from '../sync/connect.ts';
import type { Services } from './services.ts';
import type { Accounts } from './shared-accounts.ts';

interface Use {
  /** For whoever finds the profile busy: `sync`, `order 1029384`. */
  readonly what: string;
  /** The run that its requests belong to; null for a person's single action. */
  readonly runId: string | null;
  readonly onWait?: ConnectOptions['onWait'];
}

/**
 * Takes the profile's lock, opens the ledger and connects; asks neither account anything yet.
 * Throws `profile-busy`, `settings-*`, `key-missing`, `ledger-*`, `disk-*`, and what the work throws.
 */
export function withAccounts<Result>(
  services: Services,
  use: Use,
  work: (accounts: Accounts) => Promise<Result>,
): Promise<Result> {
  const whole = () => underLock(services, use, work);
  return services.accounts?.stay(whole) ?? whole();
}

async function underLock<Result>(
  services: Services,
  { what, runId, onWait }: Use,
  work: (accounts: Accounts) => Promise<Result>,
): Promise<Result> {
  const { profile, clock, ids, secrets, wire } = services;
  const lock = await profile.lock(what, instantOf(clock.now()));
  try {
    const settings = await profile.settings.load();
    await turn();
    // First of all: the budgets go on where the ledger left them (RUN-5).
    const account = await cin7AccountOf({ settings, secrets });
    const ledger = profile.openLedger(settings, account, instantOf(clock.now()));
    try {
      await turn();
      const connections = await connectAccounts({
        settings,
        secrets,
        wire,
        clock,
        ids,
        history: (entry) => ledger.runs.addRequest(entry, runId),
        budgets: (api) => ({
          load: () => ledger.runs.budget(api),
          save: (state) => ledger.runs.setBudget(api, state),
        }),
        ...(onWait === undefined ? {} : { onWait }),
      });
      const accounts = { settings, ledger, connections };
      return await (services.accounts?.hold(accounts, () => work(accounts)) ?? work(accounts));
    } finally {
      ledger.close();
    }
  } finally {
    lock.release();
  }
}

/**
 * A person's single action on the accounts: beside the run that this process has going, else by itself under the lock.
 * Its requests belong in the person lane. Throws as `withAccounts` does.
 */
export function asPerson<Result>(
  services: Services,
  what: string,
  work: (accounts: Accounts) => Promise<Result>,
): Promise<Result> {
  const alone = () => withAccounts(services, { what, runId: null }, work);
  return services.accounts?.join(work, alone) ?? alone();
}
