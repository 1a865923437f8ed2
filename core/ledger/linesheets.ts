// Linesheets: JOOR's as last read, the managed ones by the name that the tags give, and the members that we added.
import { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import type { Linesheet } from '../model/linesheet.ts';
import type { Database } from './driver.ts';

const contentSchema: z.ZodType<Pick<Linesheet, 'window' | 'seasonId' | 'items'>> = z.object({
  window: z.object({ start: z.string().nullable(), complete: z.string().nullable(), cancel: z.string().nullable() }),
  seasonId: z.string().nullable(),
  items: z.array(
    z.object({ productId: z.string(), position: z.number().nullable(), skuIds: z.array(z.string()).nullable() }),
  ),
});

export interface ManagedLinesheet {
  readonly name: string;
  readonly code: string;
  readonly joorId: string | null;
  /** When its creation was last asked for; it may exist in JOOR since then. */
  readonly askedAt: Instant | null;
}

export interface LinesheetMemberIds {
  readonly productId: string;
  readonly skuIds: readonly string[];
}

export interface LinesheetLedger {
  /** Notes one as JOOR has it. */
  save(linesheet: Linesheet, at: Instant): void;
  /** Drops what JOOR doesn't list any more. */
  keepOnly(ids: readonly string[]): void;
  read(): Linesheet[];
  /** Of each of JOOR's linesheets, whether buyers can't see it. */
  hidden(): Map<string, boolean>;
  managed(): ManagedLinesheet[];
  /** Notes that a linesheet of this name will be created, before it is asked for. */
  ask(name: string, code: string, at: Instant): void;
  link(name: string, joorId: string, at: Instant): void;
  members(name: string): LinesheetMemberIds[];
  addMembers(name: string, members: readonly LinesheetMemberIds[]): void;
  removeMembers(name: string, members: readonly LinesheetMemberIds[]): void;
}

/** The linesheets of a ledger. */
export function linesheetLedger(database: Database): LinesheetLedger {
  const save = (linesheet: Linesheet, at: Instant) => {
    const { window, seasonId, items } = linesheet;
    database
      .prepare(
        `INSERT INTO joor_linesheet (id, name, code, content, is_hidden, read_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, code = excluded.code, content = excluded.content,
           is_hidden = excluded.is_hidden, read_at = excluded.read_at`,
      )
      .run([
        linesheet.id,
        linesheet.name,
        linesheet.code,
        JSON.stringify({ window, seasonId, items }),
        linesheet.isHidden ? 1 : 0,
        at,
      ]);
  };
  const eachMember = (sql: string, name: string, members: readonly LinesheetMemberIds[]) => {
    const statement = database.prepare(sql);
    database.transaction(() => {
      for (const { productId, skuIds } of members) for (const skuId of skuIds) statement.run([name, productId, skuId]);
    });
  };

  return {
    save,
    keepOnly(ids) {
      database
        .prepare('DELETE FROM joor_linesheet WHERE id NOT IN (SELECT value FROM json_each(?))')
        .run([JSON.stringify(ids)]);
    },
    hidden: () =>
      new Map(
        database
          .prepare<{ id: string; is_hidden: number }>('SELECT id, is_hidden FROM joor_linesheet')
          .all()
          .map(({ id, is_hidden }) => [id, is_hidden === 1]),
      ),
    read: () =>
      database
        .prepare<{ id: string; name: string; code: string; content: string; is_hidden: number }>(
          'SELECT * FROM joor_linesheet ORDER BY name',
        )
        .all()
        .map((row) => ({
          id: row.id,
          name: row.name,
          code: row.code,
          isHidden: row.is_hidden === 1,
          ...contentSchema.parse(JSON.parse(row.content)),
        })),
    managed: () =>
      database
        .prepare<ManagedLinesheet>(
          'SELECT name, code, joor_id AS joorId, asked_at AS askedAt FROM linesheet ORDER BY name',
        )
        .all(),
    ask(name, code, at) {
      database
        .prepare(
          `INSERT INTO linesheet (name, code, asked_at) VALUES (?, ?, ?)
           ON CONFLICT (name) DO UPDATE SET asked_at = excluded.asked_at`,
        )
        .run([name, code, at]);
    },
    link(name, joorId, at) {
      database.prepare('UPDATE linesheet SET joor_id = ?, linked_at = ? WHERE name = ?').run([joorId, at, name]);
    },
    members(name) {
      const byProduct = new Map<string, string[]>();
      const rows = database
        .prepare<{ joor_product_id: string; joor_sku_id: string }>(
          'SELECT joor_product_id, joor_sku_id FROM linesheet_member WHERE linesheet = ?',
        )
        .all([name]);
      for (const row of rows)
        byProduct.set(row.joor_product_id, [...(byProduct.get(row.joor_product_id) ?? []), row.joor_sku_id]);
      return [...byProduct].map(([productId, skuIds]) => ({ productId, skuIds }));
    },
    addMembers(name, members) {
      eachMember(
        'INSERT OR IGNORE INTO linesheet_member (linesheet, joor_product_id, joor_sku_id) VALUES (?, ?, ?)',
        name,
        members,
      );
    },
    removeMembers(name, members) {
      eachMember(
        'DELETE FROM linesheet_member WHERE linesheet = ? AND joor_product_id = ? AND joor_sku_id = ?',
        name,
        members,
      );
    },
  };
}
