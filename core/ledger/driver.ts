// SQLite behind a small driver: the only module that knows the database library. Calls are synchronous, statements are
// prepared once, and every failure leaves as a SeamlineError that tells damage, a busy file and a full disk apart.
import Sqlite from 'better-sqlite3';
import { SeamlineError } from '../base/errors.ts';

export type SqlValue = string | number | bigint | Buffer | null;
export type SqlParameters = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

export interface Statement<Row> {
  run(parameters?: SqlParameters): { readonly changes: number };
  get(parameters?: SqlParameters): Row | undefined;
  all(parameters?: SqlParameters): Row[];
  iterate(parameters?: SqlParameters): IterableIterator<Row>;
}

export interface Database {
  readonly path: string;
  exec(sql: string): void;
  /** A prepared statement; the same text is prepared once. Row types are the caller's word for STRICT columns. */
  prepare<Row>(sql: string): Statement<Row>;
  /** Runs the work in one immediate transaction; nested calls join the outer one. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

export interface OpenOptions {
  /** Milliseconds to wait for another process's write. */
  readonly busyTimeout?: number;
  readonly readOnly?: boolean;
}

/** Opens (and creates) a database file. Throws `ledger-damaged`, `ledger-busy`, `disk-full`, `disk-refused`. */
export function openDatabase(path: string, { busyTimeout = 5_000, readOnly = false }: OpenOptions = {}): Database {
  const raw = guarded(path, () => new Sqlite(path, { timeout: busyTimeout, readonly: readOnly }));
  const prepared = new Map<string, Statement<unknown>>();

  return {
    path,
    exec: (sql) => void guarded(path, () => raw.exec(sql)),
    prepare<Row>(sql: string): Statement<Row> {
      const known = prepared.get(sql);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same text was prepared for the same rows
      if (known !== undefined) return known as Statement<Row>;
      const statement = prepare<Row>(raw, path, sql);
      prepared.set(sql, statement);
      return statement;
    },
    transaction: (work) => guarded(path, () => (raw.inTransaction ? work() : raw.transaction(work).immediate())),
    close: () => void raw.close(),
  };
}

function prepare<Row>(raw: Sqlite.Database, path: string, sql: string): Statement<Row> {
  const statement = guarded(path, () => raw.prepare<unknown[], Row>(sql));
  const bound = (parameters: SqlParameters | undefined): unknown[] =>
    parameters === undefined ? [] : Array.isArray(parameters) ? [...parameters] : [parameters];
  return {
    run: (parameters) => guarded(path, () => statement.run(...bound(parameters))),
    get: (parameters) => guarded(path, () => statement.get(...bound(parameters))),
    all: (parameters) => guarded(path, () => statement.all(...bound(parameters))),
    iterate: (parameters) => guarded(path, () => statement.iterate(...bound(parameters))),
  };
}

function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw sqliteError(error, path);
  }
}

/** What a failure of SQLite means; anything else is passed on as it is. */
function sqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const { code } = error;
  const details = { path, code };
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new SeamlineError('ledger-damaged', {
      sentence: `Seamline's records in ${path} are damaged and can't be read.`,
      nextStep: 'Nothing was written. Put the newest copy from the backups folder in its place, then run again.',
      details,
      cause: error,
    });
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return new SeamlineError('ledger-busy', {
      sentence: `Another program holds Seamline's records in ${path}.`,
      nextStep: 'Wait until the other Seamline is done, or close it, then run again.',
      details,
      cause: error,
    });
  if (/^SQLITE_(FULL|IOERR)/.test(code))
    return new SeamlineError('disk-full', {
      sentence: `The disk that holds ${path} is full or can't be written.`,
      nextStep: 'Free some space, then run again. What was recorded so far is safe.',
      details,
      cause: error,
    });
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code))
    return new SeamlineError('disk-refused', {
      sentence: `Seamline may not write its records to ${path}.`,
      nextStep: 'Choose a folder that your user account may write to, with --profile.',
      details,
      cause: error,
    });
  return error;
}
