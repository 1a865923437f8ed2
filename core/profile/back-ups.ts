// Back-ups of a profile: copies of a ledger with the settings of that moment beside them. Of each ledger the newest five that a
// person asked for are kept, and the newest five of those made by themselves every week; those made before an upgrade of the
// records are never taken away here.
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { day, instantOf, millisecondsOf, type Instant } from '../base/dates.ts';
import { isSeamlineError } from '../base/errors.ts';
import { diskError, textFile } from '../base/node/files.ts';
import { openDatabase } from '../ledger/driver.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { withoutDefaults, type Settings } from '../settings/index.ts';
import { makePrivate } from './private-file.ts';

export type BackUpReason = 'asked' | 'weekly' | 'before-upgrade';

export interface BackUpFile {
  readonly name: string;
  readonly at: Instant;
  readonly bytes: number;
  readonly why: BackUpReason;
}

const kept = 5;

/** `ledger-live-41207-0123456789abcdef-20261123T020000.db`, with `-weekly` before the time for one made by itself. */
const dated = /^(ledger-.+?)(-weekly)?-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.db$/;
const beforeUpgrade = /^(ledger-.+)-before-schema-\d+\.db$/;

/** Copies the ledger and writes the settings beside it; takes away what is older than the newest five. Throws `disk-*`. */
export async function makeBackUp(
  folder: string,
  ledger: Ledger,
  settings: Settings,
  now: Instant,
  why: 'asked' | 'weekly' = 'asked',
): Promise<BackUpFile> {
  const of = basename(ledger.path, '.db');
  const name = `${of}${why === 'weekly' ? '-weekly' : ''}-${stampOf(now)}.db`;
  const path = join(folder, name);
  makePrivate(path);
  try {
    await ledger.copyTo(path);
    await textFile(settingsBeside(path)).write(`${JSON.stringify(withoutDefaults(settings), null, 2)}\n`);
  } catch (error) {
    remove(path);
    throw isSeamlineError(error) ? error : diskError(error, path);
  }
  const same = backUpsOf(folder, of).filter((one) => one.why === why);
  for (const old of same.slice(kept)) remove(join(folder, old.name));
  return { name, at: now, bytes: statSync(path).size, why };
}

/** True when a ledger that is older than a day has no copy of the last seven days. */
export function isBackUpDue(folder: string, ledger: Ledger, now: Instant): boolean {
  const age = (at: Instant) => millisecondsOf(now) - millisecondsOf(at);
  const [newest] = backUpsOf(folder, basename(ledger.path, '.db')).filter(({ why }) => why !== 'before-upgrade');
  return newest === undefined ? age(ledger.createdAt()) >= day : age(newest.at) >= 7 * day;
}

/** The copies in that folder, newest first. */
export function listBackUps(folder: string): BackUpFile[] {
  return readdirSync(folder)
    .flatMap((name): BackUpFile[] => {
      const stamp = dated.exec(name);
      if (stamp === null && !beforeUpgrade.test(name)) return [];
      const { size, mtimeMs } = statSync(join(folder, name));
      if (size === 0) return [];
      if (stamp === null) return [{ name, at: instantOf(mtimeMs), bytes: size, why: 'before-upgrade' }];
      const [, , weekly, year, month, date, hour, minute, second] = stamp;
      const at = `${year}-${month}-${date}T${hour}:${minute}:${second}.000Z`;
      return [{ name, at, bytes: size, why: weekly === undefined ? 'asked' : 'weekly' }];
    })
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

/** The copies of one ledger, by the name of its file without its ending. */
function backUpsOf(folder: string, ledger: string): BackUpFile[] {
  return listBackUps(folder).filter(({ name }) => (dated.exec(name) ?? beforeUpgrade.exec(name))?.[1] === ledger);
}

/**
 * Puts the newest copy that can be read in the place of a damaged ledger, which nobody may have open; the damaged file is kept
 * beside it. Gives the copy, or null where there is none: the ledger then begins anew. Throws `disk-*`.
 */
export function restoreBackUp(folder: string, ledgerPath: string, now: Instant): BackUpFile | null {
  const copy =
    backUpsOf(folder, basename(ledgerPath, '.db')).find(({ name }) => isReadable(join(folder, name))) ?? null;
  const aside = join(dirname(ledgerPath), `${basename(ledgerPath)}.damaged-${stampOf(now)}`);
  try {
    for (const side of ['', '-wal', '-shm'])
      if (existsSync(`${ledgerPath}${side}`)) renameSync(`${ledgerPath}${side}`, `${aside}${side}`);
    if (copy !== null) {
      // The draft first: half a copy must never stand where the ledger is looked for.
      const draft = `${ledgerPath}.new`;
      rmSync(draft, { force: true });
      makePrivate(draft);
      copyFileSync(join(folder, copy.name), draft);
      renameSync(draft, ledgerPath);
    }
  } catch (error) {
    throw diskError(error, ledgerPath);
  }
  return copy;
}

/** True for a copy that SQLite finds whole. */
function isReadable(path: string): boolean {
  try {
    const database = openDatabase(path, { readOnly: true });
    try {
      return database.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check === 'ok';
    } finally {
      database.close();
    }
  } catch {
    // A copy that can't be opened is none; an older one may be whole.
    return false;
  }
}

const stampOf = (now: Instant) => now.slice(0, 19).replaceAll(/[-:]/g, '');

const settingsBeside = (path: string) => path.replace(/\.db$/, '.settings.json');

function remove(path: string): void {
  for (const file of [path, settingsBeside(path)]) rmSync(file, { force: true });
}
