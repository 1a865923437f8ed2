// The accounts that a run of this process holds open. A person's single action uses the same connections meanwhile: it goes
// between two of the run's requests and shares its budgets (RUN-1). Within one process nobody finds the profile busy: who comes
// while another takes the lock or lets go of it waits for that.
import type { Ledger } from '../ledger/ledger.ts';
import type { Settings } from '../settings/index.ts';
import type { Connections } from '../sync/connect.ts';

export interface Accounts {
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly connections: Connections;
}

export interface SharedAccounts {
  /** One stay at a time, from taking the profile's lock to its release; waits for the one that goes on. */
  stay<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Within a stay: lets others join while the work goes on, and waits for them at its end. */
  hold<Result>(accounts: Accounts, work: () => Promise<Result>): Promise<Result>;
  /** Works with the accounts that are held; by itself when nobody stays. */
  join<Result>(work: (accounts: Accounts) => Promise<Result>, alone: () => Promise<Result>): Promise<Result>;
}

/** A place for one process's accounts, for a host that lives long. */
export function sharedAccounts(): SharedAccounts {
  const place: { isTaken: boolean; held: Accounts | null } = { isTaken: false, held: null };
  const guests = new Set<Promise<unknown>>();
  let waiting: (() => void)[] = [];

  const nextChange = () => new Promise<void>((resolve) => waiting.push(resolve));
  const tell = () => {
    const told = waiting;
    waiting = [];
    for (const resolve of told) resolve();
  };

  return {
    async stay(work) {
      while (place.isTaken) await nextChange();
      place.isTaken = true;
      try {
        return await work();
      } finally {
        place.isTaken = false;
        tell();
      }
    },
    async hold(accounts, work) {
      place.held = accounts;
      tell();
      try {
        return await work();
      } finally {
        place.held = null;
        await Promise.allSettled(guests);
      }
    },
    async join(work, alone) {
      while (place.isTaken && place.held === null) await nextChange();
      if (place.held === null) return alone();
      const visit = work(place.held);
      const gone = () => guests.delete(visit);
      guests.add(visit);
      visit.then(gone, gone);
      return visit;
    },
  };
}
