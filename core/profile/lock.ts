// One run at a time per profile, across processes (RUN-1). The lock is SQLite's own exclusive lock on a small file: the
// operating system frees it when its holder dies, so there is nothing stale to clean up. Who holds it stands beside it.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isSeamlineError, SeamlineError } from '../base/errors.ts';
import type { Instant } from '../base/dates.ts';
import { diskError, textFile } from '../base/node/files.ts';
import { openDatabase } from '../ledger/driver.ts';

export interface RunLock {
  release(): void;
}

const ownerSchema = z.object({ process: z.number(), since: z.string(), what: z.string() });

/** Takes the lock of a profile. Throws `profile-busy` with who holds it and since when. */
export async function takeRunLock(folder: string, what: string, now: Instant): Promise<RunLock> {
  const owner = textFile(join(folder, 'lock.json'));
  const path = join(folder, 'lock.db');
  const database = openDatabase(path, { busyTimeout: 0 });
  try {
    // By its name, never by opening it: closing any handle on the file would give the lock away (POSIX).
    chmodSync(path, 0o600);
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isSeamlineError(error, 'ledger-busy')) throw diskError(error, path);
    throw busy(await owner.read(), error);
  }
  try {
    await owner.write(JSON.stringify({ process: process.pid, since: now, what }));
  } catch (error) {
    database.close();
    throw error;
  }
  // Closing takes the open transaction back, and with it the lock.
  return { release: () => database.close() };
}

function busy(text: string | null, cause: unknown): SeamlineError {
  const holder = ownerSchema.safeParse(text === null ? null : jsonOf(text));
  const since = holder.success ? ` since ${holder.data.since.slice(11, 16)} UTC (${holder.data.what})` : '';
  return new SeamlineError('profile-busy', {
    sentence: `Another Seamline is running this profile${since}.`,
    nextStep: 'Wait until it is done, then try again.',
    details: holder.success ? holder.data : {},
    cause,
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
