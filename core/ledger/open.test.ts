import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SeamlineError } from '../base/errors.ts';
import { openDatabase, type Database } from './driver.ts';
import { openLedger } from './ledger.ts';
import { migrations } from './migrations/index.ts';
import { openLedgerFile } from './open.ts';
import { temporaryFolder, temporaryLedger } from './test-ledger.ts';

const now = '2026-11-23T01:00:00.000Z';
const noBackup = { backupTo: () => null };
const scope = { cin7Account: 'a', joorEnvironment: 'sandbox', joorAccount: '1' };
const newest = migrations.at(-1)?.version ?? 0;

function folder(): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  return path;
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof SeamlineError ? error.code : `not a SeamlineError: ${String(error)}`;
  }
}

/** What a newer Seamline would do to its ledger. */
const future = [...migrations, { version: newest + 10, name: 'future', sql: 'CREATE TABLE future (a TEXT) STRICT;' }];
const version = (database: Database) =>
  database.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version;

describe('opening a ledger', () => {
  it('makes the newest schema out of nothing, with everything durable', () => {
    const { database, remove } = temporaryLedger();
    onTestFinished(remove);
    const pragma = (name: string) =>
      Object.values(database.prepare<object>(`PRAGMA ${name}`).get() ?? {})[0] as unknown;
    expect(['user_version', 'journal_mode', 'synchronous', 'foreign_keys', 'fullfsync'].map(pragma)).toEqual([
      newest,
      'wal',
      2,
      1,
      1,
    ]);
    expect(pragma('foreign_key_check')).toBeUndefined();
    expect(pragma('integrity_check')).toBe('ok');
  });

  it('has nothing but STRICT tables', () => {
    const { database, remove } = temporaryLedger();
    onTestFinished(remove);
    const loose = database
      .prepare<{ name: string }>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    expect(() => database.exec("INSERT INTO budget (api, state) VALUES ('x', x'00')")).toThrow('cannot store BLOB');
  });

  it('steps forward with a copy of the file as it was', () => {
    const path = join(folder(), 'ledger.db');
    openLedgerFile(path, noBackup).close();
    const copies: number[] = [];
    const backup = `${path}.backup`;
    const backupTo = (present: number) => {
      copies.push(present);
      return backup;
    };
    const opened = openLedgerFile(path, { backupTo, steps: future });
    expect([version(opened), copies]).toEqual([newest + 10, [newest]]);
    opened.close();
    const copy = openDatabase(backup, { readOnly: true });
    expect(version(copy)).toBe(newest);
    copy.close();
  });

  it('makes no copy of a new file, and none where nothing is to be changed', () => {
    const path = join(folder(), 'ledger.db');
    const backupTo = () => expect.fail('a copy was made');
    openLedgerFile(path, { backupTo }).close();
    openLedgerFile(path, { backupTo }).close();
  });

  it('takes back a step that fails, as a whole and with its version', () => {
    const path = join(folder(), 'ledger.db');
    const broken = [
      ...future,
      { version: newest + 20, name: 'broken', sql: 'CREATE TABLE half (a TEXT) STRICT; CREATE TABL;' },
    ];
    expect(() => openLedgerFile(path, { ...noBackup, steps: broken })).toThrow('syntax error');
    const database = openDatabase(path);
    onTestFinished(() => database.close());
    expect(version(database)).toBe(newest + 10);
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name IN ('half', 'future')").all()).toEqual([
      { name: 'future' },
    ]);
  });

  it('refuses a file that a newer Seamline wrote and leaves it as it is, to the last byte', () => {
    const path = join(folder(), 'ledger.db');
    openLedgerFile(path, { ...noBackup, steps: future }).close();
    // A newer Seamline may keep its file in another way.
    const raw = openDatabase(path);
    raw.exec('PRAGMA journal_mode = DELETE');
    raw.close();
    const before = readFileSync(path);
    expect(codeOf(() => openLedgerFile(path, noBackup))).toBe('ledger-newer');
    expect(codeOf(() => openLedger(path, scope, now, noBackup))).toBe('ledger-newer');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect([existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([false, false]);
  });

  it('refuses a file that is no database, and one that is damaged, and changes neither', () => {
    const home = folder();
    const text = join(home, 'text.db');
    writeFileSync(text, 'this is no database, but long enough to look at '.repeat(40));
    const path = join(home, 'ledger.db');
    openLedgerFile(path, noBackup).close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 100, 4_096);
    writeFileSync(path, bytes);
    for (const file of [text, path]) {
      const before = readFileSync(file);
      expect(codeOf(() => openLedgerFile(file, noBackup))).toBe('ledger-damaged');
      expect(readFileSync(file).equals(before)).toBe(true);
    }
  });

  it('says in words that a folder is no file', () => {
    expect(codeOf(() => openLedgerFile(folder(), noBackup))).toBe('disk-refused');
    expect(codeOf(() => openLedgerFile(join(folder(), 'missing', 'ledger.db'), noBackup))).not.toBe('');
  });
});

describe('SCOPE-1 a ledger is about one pair of accounts', () => {
  it('and is refused for any other', () => {
    const path = join(folder(), 'ledger.db');
    const ledger = openLedger(path, scope, now, noBackup);
    expect(ledger.company()).toBeNull();
    ledger.bindCompany('Aurora');
    ledger.close();
    const again = openLedger(path, scope, now, noBackup);
    expect(again.company()).toBe('Aurora');
    again.close();
    for (const other of [{ cin7Account: 'b' }, { joorEnvironment: 'live' }, { joorAccount: '2' }])
      expect(codeOf(() => openLedger(path, { ...scope, ...other }, now, noBackup))).toBe('wrong-account');
    // The refused ones hold nothing open: the file can be taken for oneself.
    const alone = openDatabase(path, { busyTimeout: 0 });
    alone.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK');
    alone.close();
  });
});

describe('the driver', () => {
  it('joins nested transactions to the outer one: all or nothing', () => {
    const { database, remove } = temporaryLedger();
    onTestFinished(remove);
    const count = () => database.prepare<{ n: number }>('SELECT count(*) AS n FROM budget').get()?.n;
    const insert = (api: string) => database.prepare('INSERT INTO budget VALUES (?, ?)').run([api, '{}']);
    const work = () =>
      database.transaction(() => {
        insert('a');
        database.transaction(() => insert('b'));
        throw new Error('no');
      });
    expect(work).toThrow('no');
    expect(count()).toBe(0);
    expect(database.transaction(() => insert('c').changes)).toBe(1);
    expect(count()).toBe(1);
  });

  it('prepares the same text once and reads rows one by one', () => {
    const { database, remove } = temporaryLedger();
    onTestFinished(remove);
    const text = 'SELECT value FROM json_each(?)';
    expect(database.prepare(text)).toBe(database.prepare(text));
    expect([...database.prepare<{ value: number }>(text).iterate(['[1,2,3]'])].map(({ value }) => value)).toEqual([
      1, 2, 3,
    ]);
    expect(database.prepare(text).get(['[]'])).toBeUndefined();
  });

  it('says that another program holds the records', () => {
    const { path, database, remove } = temporaryLedger();
    onTestFinished(remove);
    const other = openDatabase(path, { busyTimeout: 0 });
    onTestFinished(() => other.close());
    database.exec('BEGIN IMMEDIATE');
    expect(codeOf(() => other.transaction(() => other.prepare("INSERT INTO budget VALUES ('x', '{}')").run()))).toBe(
      'ledger-busy',
    );
    database.exec('ROLLBACK');
    expect(other.prepare("INSERT INTO budget VALUES ('x', '{}')").run().changes).toBe(1);
    expect(codeOf(() => database.exec('not SQL'))).toContain('not a SeamlineError');
  });

  it('refuses to write where it may only read', () => {
    const { path, remove } = temporaryLedger();
    onTestFinished(remove);
    const reader = openDatabase(path, { readOnly: true });
    onTestFinished(() => reader.close());
    expect(codeOf(() => reader.exec('DELETE FROM budget'))).toBe('disk-refused');
  });

  it('ORD-4 keeps what was committed when its process is killed the next moment', async () => {
    const path = join(folder(), 'ledger.db');
    openLedgerFile(path, noBackup).close();
    const script = `
      import { openLedgerFile } from ${JSON.stringify(new URL('open.ts', import.meta.url).href)};
      const database = openLedgerFile(${JSON.stringify(path)}, { backupTo: () => null });
      database.prepare("INSERT INTO budget VALUES ('kept', '{}')").run();
      database.exec("BEGIN IMMEDIATE; INSERT INTO budget VALUES ('lost', '{}')");
      process.kill(process.pid, 'SIGKILL');
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    await once(child, 'exit');
    const database = openLedgerFile(path, noBackup);
    onTestFinished(() => database.close());
    expect(database.prepare('SELECT api FROM budget').all()).toEqual([{ api: 'kept' }]);
    expect(statSync(path).size).toBeGreaterThan(0);
  });
});
