// Takes copies of the ledger between its commits. The driver is wrapped in the tests alone: whoever listens hears of every
// commit of a ledger file, right behind it and before the next statement, and may end the process there.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type * as driver from '../../core/ledger/driver.ts';
import type { Wire } from '../../core/http/wire.ts';
import type { World } from '../support/world.ts';

type Driver = typeof driver;
type Database = driver.Database;

/** A ledger as a killed process leaves it: what was committed lies in the file and in its write-ahead log. */
export interface LedgerCopy {
  readonly path: string;
  readonly main: Buffer;
  readonly writeAhead: Buffer;
}

export interface CommitWatch {
  /** Counts from here on: what came before the run is over and done. */
  readonly begin: () => void;
  /** Commits seen so far. */
  readonly count: number;
  /** The copy, once its commit has come. */
  readonly copy: LedgerCopy | null;
  /** Between Seamline and the network: nothing leaves a process that has ended. */
  readonly wire: (wire: Wire) => Wire;
  readonly stop: () => void;
}

let listener: ((path: string) => void) | null = null;
let isDead = false;

/**
 * Watches the ledger of the one world that is open. Behind commit `at` a copy is taken; a process that ends there gets no
 * statement and no request through any more until the watch stops.
 */
export function watchCommits(at: number, then: 'ends' | 'goes on'): CommitWatch {
  let count = 0;
  let copy: LedgerCopy | null = null;
  return {
    begin() {
      listener = (path) => {
        count += 1;
        if (count !== at) return;
        copy = { path, main: readFileSync(path), writeAhead: readFileSync(`${path}-wal`) };
        isDead = then === 'ends';
        refuseTheDead();
      };
    },
    get count() {
      return count;
    },
    get copy() {
      return copy;
    },
    wire: (wire) => ({
      ...wire,
      exchange: async (operation, headers, signal) =>
        isDead
          ? { failure: { kind: 'cancelled', mayHaveArrived: true, message: 'the process has ended' } }
          : wire.exchange(operation, headers, signal),
    }),
    stop() {
      listener = null;
      isDead = false;
    },
  };
}

/** Puts a copy in the place of the ledger. */
export function putBack({ path, main, writeAhead }: LedgerCopy, world: World): void {
  for (const file of world.ledgerFiles()) rmSync(file);
  writeFileSync(path, main, { mode: 0o600 });
  writeFileSync(`${path}-wal`, writeAhead, { mode: 0o600 });
}

/** The driver with ears. */
export function watchedDriver(real: Driver): Driver {
  return {
    ...real,
    openDatabase(path, options) {
      const database = real.openDatabase(path, options);
      return basename(path).startsWith('ledger-') && options?.readOnly !== true ? watched(database) : database;
    },
  };
}

function watched(database: Database): Database {
  const changes = database.prepare<{ total: number }>('SELECT total_changes() AS total');
  let known = changes.get()?.total ?? 0;
  let depth = 0;
  const noticed = <Result>(work: () => Result): Result => {
    refuseTheDead();
    depth += 1;
    let result: Result;
    try {
      result = work();
    } finally {
      depth -= 1;
    }
    if (depth > 0) return result;
    const total = changes.get()?.total ?? 0;
    const isCommit = total !== known;
    known = total;
    if (isCommit) listener?.(database.path);
    return result;
  };
  return {
    ...database,
    exec: (sql) => noticed(() => database.exec(sql)),
    transaction: (work) => noticed(() => database.transaction(work)),
    prepare<Row>(sql: string) {
      const statement = database.prepare<Row>(sql);
      return {
        run: (parameters) => noticed(() => statement.run(parameters)),
        get: (parameters) => noticed(() => statement.get(parameters)),
        all: (parameters) => noticed(() => statement.all(parameters)),
        iterate: (parameters) => noticed(() => statement.iterate(parameters)),
      };
    },
  };
}

function refuseTheDead(): void {
  if (isDead) throw new Error('The process has ended.');
}
