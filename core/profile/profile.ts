// One profile: a folder with settings, one ledger per scope, logs and back-ups, for its owner's eyes only.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Instant } from '../base/dates.ts';
import { hashText } from '../base/hash.ts';
import { diskError, textFile } from '../base/node/files.ts';
import { openLedger, type Ledger } from '../ledger/ledger.ts';
import type { TextFile } from '../base/ports.ts';
import { createSettingsStore, type Settings, type SettingsStore } from '../settings/index.ts';
import { isBackUpDue, listBackUps, makeBackUp, restoreBackUp, type BackUpFile } from './back-ups.ts';
import { readTail } from './log-tail.ts';
import { signLedger } from './installation.ts';
import { makePrivate } from './private-file.ts';
import { takeRunLock, type RunLock } from './lock.ts';
import { refuseSharedFolder } from './places.ts';

export interface Profile {
  readonly folder: string;
  readonly logPath: string;
  readonly settings: SettingsStore;
  /** The ledger of the accounts that these settings and this Cin7 account mean, to write to; created when it is new. */
  openLedger(settings: Settings, cin7AccountId: string, now: Instant): Ledger;
  /** The ledger used last with these settings, when no key is at hand; null when there is none. */
  openLatestLedger(settings: Settings, now: Instant): Ledger | null;
  lock(what: string, now: Instant): Promise<RunLock>;
  /** Copies the ledger used last and the settings into the back-ups; null when there is no ledger yet. */
  backUp(settings: Settings, now: Instant): Promise<BackUpFile | null>;
  /** Copies this ledger when its last copy is a week old; null when that isn't due. */
  backUpWeekly(ledger: Ledger, settings: Settings, now: Instant): Promise<BackUpFile | null>;
  /** The last lines of the log, oldest first; none when there is no log. */
  logTail(lines: number): string[];
  /** Copies of this profile's ledgers, newest first. */
  backUps(): BackUpFile[];
  /**
   * Puts the newest whole copy in the place of the ledger used last, which nobody may have open. `copy` is null where there was
   * none, and the ledger begins anew; null for all when there is no ledger. Throws `disk-*`.
   */
  restoreLedger(settings: Settings, now: Instant): { readonly copy: BackUpFile | null } | null;
}

/** Removes a profile with everything in it: for practice, which begins anew. Throws `disk-refused`. */
export function removeProfile(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    throw diskError(error, folder);
  }
}

/**
 * Opens a profile folder, creating it; `fileOf` says how settings files are kept.
 * Throws `profile-refused`, `disk-refused`, `disk-full`.
 */
export function openProfile(
  folder: string,
  platform: NodeJS.Platform,
  fileOf: (path: string) => TextFile = textFile,
): Profile {
  refuseSharedFolder(folder, platform);
  for (const path of [folder, join(folder, 'logs'), join(folder, 'backups')]) makeFolder(path);

  const open = (path: string, settings: Settings, accountHash: string, now: Instant) => {
    makePrivate(path);
    const { environment, accountId } = settings.connections.joor;
    const scope = { cin7Account: accountHash, joorEnvironment: environment, joorAccount: accountId };
    return openLedger(path, scope, now, { backupTo: (version) => backupPath(folder, path, version) });
  };

  const latestLedger = (settings: Settings) => {
    const prefix = ledgerPrefix(settings);
    return readdirSync(folder)
      .filter((name) => name.startsWith(prefix) && /^[0-9a-f]{16}\.db$/.test(name.slice(prefix.length)))
      .map((name) => ({ name, changed: statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => b.changed - a.changed)[0]?.name;
  };

  const openLatestLedger = (settings: Settings, now: Instant) => {
    const name = latestLedger(settings);
    if (name === undefined) return null;
    return open(join(folder, name), settings, name.slice(ledgerPrefix(settings).length, -'.db'.length), now);
  };

  return {
    folder,
    logPath: join(folder, 'logs', 'seamline.log'),
    settings: createSettingsStore(
      fileOf(join(folder, 'settings.json')),
      fileOf(join(folder, 'settings.json.bak')),
      fileOf(join(folder, 'settings.json.damaged')),
    ),
    openLedger(settings, cin7AccountId, now) {
      // The account id is a secret: its hash is enough to tell accounts apart (SEC-1).
      const accountHash = hashText(cin7AccountId.toLowerCase()).slice(0, 16);
      const ledger = open(ledgerPath(folder, settings, accountHash), settings, accountHash, now);
      try {
        signLedger(folder, ledger, now);
      } catch (error) {
        ledger.close();
        throw error;
      }
      return ledger;
    },
    openLatestLedger,
    lock: (what, now) => takeRunLock(folder, what, now),
    async backUp(settings, now) {
      const ledger = openLatestLedger(settings, now);
      if (ledger === null) return null;
      try {
        return await makeBackUp(join(folder, 'backups'), ledger, settings, now);
      } finally {
        ledger.close();
      }
    },
    async backUpWeekly(ledger, settings, now) {
      const backUps = join(folder, 'backups');
      return isBackUpDue(backUps, ledger, now) ? makeBackUp(backUps, ledger, settings, now, 'weekly') : null;
    },
    logTail: (lines) => readTail(join(folder, 'logs', 'seamline.log'), lines),
    backUps: () => listBackUps(join(folder, 'backups')),
    restoreLedger(settings, now) {
      const name = latestLedger(settings);
      return name === undefined ? null : { copy: restoreBackUp(join(folder, 'backups'), join(folder, name), now) };
    },
  };
}

function ledgerPrefix({ connections: { joor } }: Settings): string {
  const account = joor.accountId.replace(/[^\w-]/g, '_');
  return `ledger-${joor.environment}-${account}-`;
}

function ledgerPath(folder: string, settings: Settings, accountHash: string): string {
  return join(folder, `${ledgerPrefix(settings)}${accountHash}.db`);
}

/** Where the copy of a ledger goes before its schema changes; null when there is one already. */
function backupPath(folder: string, ledger: string, version: number): string | null {
  const path = join(folder, 'backups', `${basename(ledger, '.db')}-before-schema-${version}.db`);
  if (existsSync(path) && statSync(path).size > 0) return null;
  // SQLite copies into an empty file, which so keeps its mode.
  makePrivate(path);
  return path;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskError(error, path);
  }
}
