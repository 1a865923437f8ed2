// What people decided about names on order lines: "use this product from now on". Decisions like others, with who and
// when; they survive any rebuild of the mirror (ORD-2).
import { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import { fold } from '../base/text.ts';
import type { Database } from './driver.ts';

export interface Alias {
  /** The name as it stood on the order line. */
  readonly name: string;
  readonly productId: string;
  readonly who: string;
  readonly at: Instant;
}

export interface AliasLedger {
  list(): Alias[];
  /** The decision about a name, whatever its case and spaces. */
  find(name: string): Alias | null;
  set(alias: Alias): void;
  /** Takes a decision back; false when there was none. */
  remove(name: string): boolean;
}

interface AliasRow {
  readonly value: string;
  readonly who: string;
  readonly at: string;
}

const valueSchema = z.object({ name: z.string(), productId: z.string() });

/** The aliases of a ledger. */
export function aliasLedger(database: Database): AliasLedger {
  const columns = "SELECT value, who, at FROM decision WHERE kind = 'alias'";
  return {
    list: () => database.prepare<AliasRow>(`${columns} ORDER BY key`).all().map(toAlias),
    find(name) {
      const row = database.prepare<AliasRow>(`${columns} AND key = ?`).get([fold(name)]);
      return row === undefined ? null : toAlias(row);
    },
    set: ({ name, productId, who, at }) =>
      void database
        .prepare(
          `INSERT INTO decision (kind, key, value, who, at) VALUES ('alias', ?, ?, ?, ?)
           ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, who = excluded.who, at = excluded.at`,
        )
        .run([fold(name), JSON.stringify({ name, productId }), who, at]),
    remove: (name) =>
      database.prepare("DELETE FROM decision WHERE kind = 'alias' AND key = ?").run([fold(name)]).changes > 0,
  };
}

function toAlias({ value, who, at }: AliasRow): Alias {
  return { ...valueSchema.parse(JSON.parse(value)), who, at };
}
