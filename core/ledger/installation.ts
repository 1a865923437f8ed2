// Which installation writes to a ledger, and how often it began to (SCOPE-4). A ledger of another installation, or one
// that is behind what the profile remembers, came from elsewhere or from a back-up: what happened since then isn't in it.
import type { Database } from './driver.ts';

export interface InstallationMark {
  readonly id: string;
  readonly starts: number;
}

export interface InstallationLedger {
  /** Null in a ledger that nobody wrote to yet. */
  get(): InstallationMark | null;
  set(mark: InstallationMark): void;
  /** Forgets how far orders and sales were read, so that the next run goes back to go-live before it exports anything. */
  distrust(): void;
}

/** The installation mark of a ledger. */
export function installationLedger(database: Database): InstallationLedger {
  return {
    get: () => database.prepare<InstallationMark>('SELECT id, starts FROM installation').get() ?? null,
    set: ({ id, starts }) =>
      void database
        .prepare(
          `INSERT INTO installation (only, id, starts) VALUES (1, ?, ?)
           ON CONFLICT (only) DO UPDATE SET id = excluded.id, starts = excluded.starts`,
        )
        .run([id, starts]),
    distrust: () => void database.prepare("DELETE FROM read_mark WHERE resource IN ('sales', 'exported orders')").run(),
  };
}
