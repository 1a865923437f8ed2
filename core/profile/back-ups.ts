// Back-ups of a profile: copies of its ledger with the settings of that moment beside them. The newest five that a person asked
// for are kept; those made before an upgrade of the records are never taken away here.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { instantOf, type Instant } from '../base/dates.ts';
import { isSeamlineError } from '../base/errors.ts';
import { diskError, textFile } from '../base/node/files.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { withoutDefaults, type Settings } from '../settings/index.ts';
import { makePrivate } from './private-file.ts';

export interface BackUpFile {
  readonly name: string;
  readonly at: Instant;
  readonly bytes: number;
  readonly why: 'asked' | 'before-upgrade';
}

const kept = 5;

/** `ledger-live-41207-0123456789abcdef-20261123T020000.db` */
const askedFor = /^ledger-.+-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.db$/;
const beforeUpgrade = /^ledger-.+-before-schema-\d+\.db$/;

/** Copies the ledger and writes the settings beside it; takes away what is older than the newest five. Throws `disk-*`. */
export async function makeBackUp(
  folder: string,
  ledger: Ledger,
  settings: Settings,
  now: Instant,
): Promise<BackUpFile> {
  const stamp = now.slice(0, 19).replaceAll(/[-:]/g, '');
  const name = `${basename(ledger.path, '.db')}-${stamp}.db`;
  const path = join(folder, name);
  makePrivate(path);
  try {
    await ledger.copyTo(path);
    await textFile(settingsBeside(path)).write(`${JSON.stringify(withoutDefaults(settings), null, 2)}\n`);
  } catch (error) {
    remove(path);
    throw isSeamlineError(error) ? error : diskError(error, path);
  }
  const asked = listBackUps(folder).filter(({ why }) => why === 'asked');
  for (const old of asked.slice(kept)) remove(join(folder, old.name));
  return { name, at: now, bytes: statSync(path).size, why: 'asked' };
}

/** The copies in that folder, newest first. */
export function listBackUps(folder: string): BackUpFile[] {
  return readdirSync(folder)
    .flatMap((name): BackUpFile[] => {
      const stamp = askedFor.exec(name);
      if (stamp === null && !beforeUpgrade.test(name)) return [];
      const { size, mtimeMs } = statSync(join(folder, name));
      if (size === 0) return [];
      if (stamp === null) return [{ name, at: instantOf(mtimeMs), bytes: size, why: 'before-upgrade' }];
      const [, year, month, day, hour, minute, second] = stamp;
      return [{ name, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`, bytes: size, why: 'asked' }];
    })
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

const settingsBeside = (path: string) => path.replace(/\.db$/, '.settings.json');

function remove(path: string): void {
  for (const file of [path, settingsBeside(path)]) rmSync(file, { force: true });
}
