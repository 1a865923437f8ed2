// The accounts that a run of this process holds open. A person's single action uses the same connections meanwhile: it goes
// between two of the run's requests and shares its budgets (RUN-1).
import type { Ledger } from '../ledger/ledger.ts';
import type { Settings } from '../settings/index.ts';
import type { Connections } from '../sync/connect.ts';

export interface Accounts {
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly connections: Connections;
}

export interface SharedAccounts {
  /** Lets others join while the work goes on, and waits for them at its end. */
  hold<Result>(accounts: Accounts, work: () => Promise<Result>): Promise<Result>;
  /** Works with the accounts that are held; null when nobody holds any. */
  join<Result>(work: (accounts: Accounts) => Promise<Result>): Promise<Result> | null;
}

/** A place for one process's accounts, for a host that lives long. */
export function sharedAccounts(): SharedAccounts {
  let held: Accounts | null = null;
  const guests = new Set<Promise<unknown>>();
  return {
    async hold(accounts, work) {
      held = accounts;
      try {
        return await work();
      } finally {
        held = null;
        await Promise.allSettled(guests);
      }
    },
    join(work) {
      if (held === null) return null;
      const visit = work(held);
      const gone = () => guests.delete(visit);
      guests.add(visit);
      visit.then(gone, gone);
      return visit;
    },
  };
}
