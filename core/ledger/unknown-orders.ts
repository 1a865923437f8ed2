// Orders that JOOR lists as due under a type that isn't known here (ORD-1): as the last reading had them.
import type { Database } from './driver.ts';

export interface UnknownOrderRecord {
  readonly id: string;
  /** As JOOR writes it. */
  readonly type: string;
}

export interface UnknownOrderLedger {
  list(): UnknownOrderRecord[];
  /** Makes the given orders the only ones. */
  replace(orders: readonly UnknownOrderRecord[]): void;
}

/** The unknown orders of a ledger. */
export function unknownOrderLedger(database: Database): UnknownOrderLedger {
  return {
    list: () => database.prepare<UnknownOrderRecord>('SELECT id, type FROM unknown_order ORDER BY id').all(),
    replace(orders) {
      database.transaction(() => {
        database.prepare('DELETE FROM unknown_order').run();
        const save = database.prepare('INSERT INTO unknown_order (id, type) VALUES (?, ?)');
        for (const { id, type } of orders) save.run([id, type]);
      });
    },
  };
}
