// Noticing what changed: by anybody else (SQLite's data_version, which moves with every commit of another connection) and of
// which kind (numbers that triggers count up).
import type { Database } from './driver.ts';

const changeNames = ['styles', 'orders', 'customers', 'linesheets', 'attention', 'runs'] as const;
type ChangeName = (typeof changeNames)[number];

export interface ChangeLedger {
  /** Differs from the last answer when another connection, of this process or another, has written since. */
  version(): number;
  /** How often something of each kind was changed. */
  numbers(): Record<ChangeName, number>;
}

/** The change counters of a ledger. */
export function changeLedger(database: Database): ChangeLedger {
  return {
    version: () => database.prepare<{ data_version: number }>('PRAGMA data_version').get()?.data_version ?? 0,
    numbers() {
      const rows = database.prepare<{ name: string; number: number }>('SELECT name, number FROM change_count').all();
      const numbers = { styles: 0, orders: 0, customers: 0, linesheets: 0, attention: 0, runs: 0 };
      for (const name of changeNames) numbers[name] = rows.find((row) => row.name === name)?.number ?? 0;
      return numbers;
    },
  };
}
