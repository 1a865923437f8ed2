// Opens a ledger file safely: durable settings first, then the schema. Each migration runs in one transaction with its
// version, after a copy of the file was made; a file from a newer Seamline is left alone.
import { SeamlineError } from '../base/errors.ts';
import { openDatabase, type Database } from './driver.ts';
import { migrations, type Migration } from './migrations/index.ts';

export interface LedgerFileOptions {
  /** Where a copy goes before the schema changes; null makes none (a new file has nothing to lose). */
  readonly backupTo: (version: number) => string | null;
  readonly steps?: readonly Migration[];
}

/**
 * The database of a ledger, at the newest schema.
 * Throws `ledger-newer` for a file that a newer Seamline wrote, and what openDatabase throws.
 */
export function openLedgerFile(path: string, { backupTo, steps = migrations }: LedgerFileOptions): Database {
  const database = openDatabase(path);
  try {
    // Before anything is set: a file from a newer Seamline stays as it is, to the last byte.
    refuseNewer(database, steps);
    // FULL: an intent must be on the disk before its request leaves (ORD-4). fullfsync is what that takes on macOS.
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'fullfsync = ON'])
      database.exec(`PRAGMA ${pragma}`);
    checkIntegrity(database);
    migrate(database, backupTo, steps);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function versionOf(database: Database): number {
  return database.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;
}

/** Reading the schema touches the header and the first pages: enough to tell a damaged file from a good one at once. */
function checkIntegrity(database: Database): void {
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
}

function migrate(database: Database, backupTo: (version: number) => string | null, steps: readonly Migration[]): void {
  refuseNewer(database, steps);
  const present = versionOf(database);
  if (present > 0 && present < newestOf(steps)) {
    const copy = backupTo(present);
    if (copy !== null) database.prepare('VACUUM INTO ?').run([copy]);
  }
  for (const step of steps) {
    if (step.version <= present) continue;
    database.transaction(() => {
      // Another process may have migrated while this one waited for the write lock.
      if (versionOf(database) >= step.version) return;
      database.exec(step.sql);
      database.exec(`PRAGMA user_version = ${step.version}`);
    });
  }
}

const newestOf = (steps: readonly Migration[]) => steps.at(-1)?.version ?? 0;

function refuseNewer(database: Database, steps: readonly Migration[]): void {
  const present = versionOf(database);
  if (present > newestOf(steps)) throw newerLedger(database.path, present);
}

function newerLedger(path: string, version: number): SeamlineError {
  return new SeamlineError('ledger-newer', {
    sentence: `The records in ${path} were written by a newer Seamline (schema ${version}).`,
    nextStep: 'Install the newest Seamline on this computer. The records are kept as they are.',
    details: { path, version },
  });
}
