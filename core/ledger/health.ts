// How a ledger is, for support: rows per table, and whether SQLite finds it whole. Table by table, so that a large one is no
// long stretch for all of them. Nothing of what stands in it.
import type { Database } from './driver.ts';

export interface LedgerHealth {
  schema(): number;
  tables(): string[];
  rowsIn(table: string): number;
  /** `ok`, or what SQLite finds wrong with a table. */
  check(table: string): string;
}

/** The health of a ledger. */
export function ledgerHealth(database: Database): LedgerHealth {
  const tables = () =>
    database
      .prepare<{ name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .all()
      .map(({ name }) => name);
  /** A name can't be a parameter: only those of this schema are put into a statement. */
  const known = (table: string) => {
    if (!tables().includes(table)) throw new RangeError(`There is no table ${table}.`);
    return `"${table}"`;
  };
  return {
    tables,
    schema: () => database.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0,
    rowsIn: (table) => database.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${known(table)}`).get()?.n ?? 0,
    check: (table) =>
      database.prepare<{ quick_check: string }>(`PRAGMA quick_check(${known(table)})`).get()?.quick_check ?? 'unknown',
  };
}
