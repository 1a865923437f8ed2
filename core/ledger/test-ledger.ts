// Real ledgers in temporary folders for the tests of this room.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, SqlParameters } from './driver.ts';
import { openLedgerFile } from './open.ts';

export interface TemporaryLedger {
  readonly path: string;
  readonly database: Database;
  /** Plans of the statements that the work runs, one line per table that is looked at. */
  plansOf(work: (database: Database) => void): string[];
  readonly remove: () => void;
}

/** A new folder for a test's files. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'seamline-ledger-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** An empty ledger file at the newest schema. */
export function temporaryLedger(): TemporaryLedger {
  const folder = temporaryFolder();
  const path = join(folder.path, 'ledger.db');
  const database = openLedgerFile(path, { backupTo: () => null });
  return {
    path,
    database,
    plansOf(work) {
      const statements: { sql: string; parameters: SqlParameters | undefined }[] = [];
      work(recording(database, (sql, parameters) => statements.push({ sql, parameters })));
      return statements.flatMap(({ sql, parameters }) =>
        database
          .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
          .all(parameters)
          .map(({ detail }) => detail),
      );
    },
    remove() {
      database.close();
      folder.remove();
    },
  };
}

/** The same database, telling each statement that it runs. */
function recording(database: Database, ran: (sql: string, parameters?: SqlParameters) => void): Database {
  return {
    ...database,
    prepare<Row>(sql: string) {
      const statement = database.prepare<Row>(sql);
      const told =
        <Result>(run: (parameters?: SqlParameters) => Result) =>
        (parameters?: SqlParameters): Result => {
          ran(sql, parameters);
          return run(parameters);
        };
      return {
        run: told((parameters) => statement.run(parameters)),
        get: told((parameters) => statement.get(parameters)),
        all: told((parameters) => statement.all(parameters)),
        iterate: told((parameters) => statement.iterate(parameters)),
      };
    },
  };
}
