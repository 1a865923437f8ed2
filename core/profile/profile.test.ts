import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SeamlineError } from '../base/errors.ts';
import { openDatabase } from '../ledger/driver.ts';
import { parseSettings } from '../settings/index.ts';
import { takeRunLock } from './lock.ts';
import { profileFolder, refuseSharedFolder } from './places.ts';
import { openProfile } from './profile.ts';

const now = '2026-11-23T01:02:03.000Z';
const { platform } = process;
const isPosix = platform !== 'win32';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'seamline-profile-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function failureOf(work: () => unknown): Promise<SeamlineError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof SeamlineError) return error;
    throw error;
  }
}

/** Another process that takes the lock of the folder and holds it until it is killed. */
async function holder(path: string): Promise<ChildProcess> {
  const script = `
    import { takeRunLock } from ${JSON.stringify(new URL('lock.ts', import.meta.url).href)};
    await takeRunLock(${JSON.stringify(path)}, 'sync', ${JSON.stringify(now)});
    console.log('locked');
    setInterval(() => undefined, 1_000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

describe('RUN-1 the run lock', () => {
  it('is held across processes, says who holds it, and is free the moment its holder is killed', async () => {
    const path = folder();
    const child = await holder(path);
    const busy = await failureOf(() => takeRunLock(path, 'sync', now));
    expect(busy).toMatchObject({
      code: 'profile-busy',
      message: 'Another Seamline is running this profile since 01:02 UTC (sync).',
      details: { process: child.pid, what: 'sync' },
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await takeRunLock(path, 'dry run', now);
    lock.release();
  });

  it('is held within one process as well, and can be taken again after it was given back', async () => {
    const path = folder();
    const lock = await takeRunLock(path, 'sync', now);
    expect((await failureOf(() => takeRunLock(path, 'sync', now)))?.code).toBe('profile-busy');
    lock.release();
    (await takeRunLock(path, 'sync', now)).release();
  });

  it('says that somebody holds it also when the note beside it is unreadable', async () => {
    const path = folder();
    const lock = await takeRunLock(path, 'sync', now);
    writeFileSync(join(path, 'lock.json'), '{half');
    expect((await failureOf(() => takeRunLock(path, 'sync', now)))?.message).toBe(
      'Another Seamline is running this profile.',
    );
    lock.release();
  });

  it('is given back when the note beside it cannot be written', async () => {
    const path = folder();
    mkdirSync(join(path, 'lock.json'));
    expect((await failureOf(() => takeRunLock(path, 'sync', now)))?.code).toBe('disk-refused');
    rmSync(join(path, 'lock.json'), { recursive: true });
    (await takeRunLock(path, 'sync', now)).release();
  });

  it('never stands in the way of reading the settings', async () => {
    const profile = openProfile(folder(), platform);
    const lock = await profile.lock('sync', now);
    expect((await profile.settings.load()).revision).toBe(0);
    lock.release();
  });
});

describe('where a profile may lie', () => {
  const refusal = (path: string) => failureOf(() => refuseSharedFolder(path, platform));

  it('not in a folder that a cloud service copies', async () => {
    const refused = [
      '/home/a/OneDrive/x',
      '/home/a/OneDrive - Company Ltd/x',
      '/home/a/Dropbox',
      '/home/a/Dropbox (Personal)/x',
      '/home/a/Acme Dropbox/Anna/x',
      '/Users/a/Library/CloudStorage/GoogleDrive-a@b.example/My Drive/x',
      '/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x',
      '/home/a/iCloudDrive/x',
      '/home/a/Google Drive/x',
      '/mnt/g/My Drive/x',
      '/home/a/Nextcloud/x',
      '/home/a/Box/x',
    ];
    for (const path of refused) expect((await refusal(path))?.code).toBe('profile-refused');
    for (const path of ['/home/a/boxes/x', '/home/a/my drives/x', '/home/a/seamline', folder()])
      expect(await refusal(path)).toBeNull();
  });

  it.runIf(isPosix)('nor behind a link into one, whether the rest of the path is there or not', async () => {
    const home = folder();
    mkdirSync(join(home, 'Dropbox'));
    symlinkSync(join(home, 'Dropbox'), join(home, 'plain'));
    expect((await refusal(join(home, 'plain')))?.code).toBe('profile-refused');
    expect((await refusal(join(home, 'plain', 'not', 'there')))?.code).toBe('profile-refused');
    expect((await failureOf(() => openProfile(join(home, 'plain', 'profile'), platform)))?.code).toBe(
      'profile-refused',
    );
    expect(existsSync(join(home, 'Dropbox', 'profile'))).toBe(false);
  });

  it('is the usual place of each system, also when its variable is set to nothing', () => {
    const share = join(homedir(), '.local', 'share', 'seamline', 'profiles', 'default');
    expect(profileFolder('default', { XDG_DATA_HOME: '/data' }, 'linux')).toBe(
      join('/data', 'seamline', 'profiles', 'default'),
    );
    expect([profileFolder('default', {}, 'linux'), profileFolder('default', { XDG_DATA_HOME: '' }, 'linux')]).toEqual([
      share,
      share,
    ]);
    expect(profileFolder('x', {}, 'darwin')).toBe(
      join(homedir(), 'Library', 'Application Support', 'Seamline', 'profiles', 'x'),
    );
    expect(profileFolder('x', { LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'Seamline', 'profiles', 'x'));
  });

  it('is refused in words where a file stands in the way', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect((await failureOf(() => openProfile(join(file, 'profile'), platform)))?.code).toBe('disk-refused');
    expect((await failureOf(() => openProfile(file, platform)))?.code).toBe('disk-refused');
  });
});

describe('the ledgers of a profile', () => {
  const settingsOf = (environment: string, accountId: string) =>
    parseSettings(JSON.stringify({ connections: { joor: { environment, accountId } } }));
  const sandbox = settingsOf('sandbox', '12');

  it('SCOPE-1 are one file for each pair of accounts, found again without the key', () => {
    const profile = openProfile(folder(), platform);
    const open = (settings: typeof sandbox, account: string) => {
      const ledger = profile.openLedger(settings, account, now);
      ledger.bindCompany(`${settings.connections.joor.environment} ${account.toLowerCase()}`);
      ledger.close();
      return ledger.path;
    };
    expect(profile.openLatestLedger(sandbox, now)).toBeNull();
    const paths = [
      open(sandbox, 'A'),
      open(sandbox, 'a'),
      open(settingsOf('live', '12'), 'A'),
      open(settingsOf('sandbox', '12-3'), 'A'),
    ];
    expect(new Set(paths).size).toBe(3);
    const latest = profile.openLatestLedger(sandbox, now);
    expect(latest?.company()).toBe('sandbox a');
    latest?.close();
    // The account id is a secret: no file name shows it.
    expect(readdirSync(profile.folder).filter((name) => /ledger-sandbox-12-[0-9a-f]{16}\.db$/.test(name))).toHaveLength(
      1,
    );
  });

  it('are each copied before their schema changes, once and for their owner alone', () => {
    const home = folder();
    const profile = openProfile(home, platform);
    const settings = [sandbox, settingsOf('sandbox', '13')];
    const paths = settings.map((one) => {
      const ledger = profile.openLedger(one, 'A', now);
      ledger.close();
      return ledger.path;
    });
    for (const path of paths) {
      rmSync(path);
      const old = openDatabase(path);
      old.exec('PRAGMA user_version = 5; CREATE TABLE old (a TEXT) STRICT');
      old.close();
    }
    for (const one of [...settings, ...settings]) profile.openLedger(one, 'A', now).close();
    const copies = readdirSync(join(home, 'backups'));
    expect(copies).toHaveLength(2);
    const isOld = copies.map((name) => {
      const copy = openDatabase(join(home, 'backups', name), { readOnly: true });
      const tables = copy.prepare<{ name: string }>('SELECT name FROM sqlite_schema').all();
      copy.close();
      return tables.map((table) => table.name);
    });
    expect(isOld).toEqual([['old'], ['old']]);
    const modes = copies.map((name) => statSync(join(home, 'backups', name)).mode & 0o777);
    expect(isPosix ? modes : [0o600, 0o600]).toEqual([0o600, 0o600]);
  });

  it.runIf(isPosix)('SEC-4 nobody but the owner may look into any of it', async () => {
    const home = join(folder(), 'new', 'profile');
    const profile = openProfile(home, platform);
    await profile.settings.save(await profile.settings.load());
    const lock = await profile.lock('sync', now);
    const ledger = profile.openLedger(sandbox, 'A', now);
    ledger.bindCompany('Aurora');
    const entries = readdirSync(home, { recursive: true, withFileTypes: true });
    const open = entries.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return (statSync(path).mode & 0o077) === 0 ? [] : [entry.name];
    });
    expect(open).toEqual([]);
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(entries.map(({ name }) => name)).toContain('lock.db');
    ledger.close();
    lock.release();
  });

  // Any handle of this process that is closed on a file takes all of the process's locks on it along.
  it.runIf(existsSync('/proc/locks'))('opening a ledger once more leaves the locks of the first one alone', () => {
    const profile = openProfile(folder(), platform);
    const first = profile.openLedger(sandbox, 'A', now);
    const { ino } = statSync(first.path);
    const locks = () =>
      readFileSync('/proc/locks', 'utf8')
        .split('\n')
        .filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `)).length;
    expect(locks()).toBe(1);
    profile.openLedger(sandbox, 'A', now).close();
    expect(locks()).toBe(1);
    first.close();
    expect(locks()).toBe(0);
  });
});
