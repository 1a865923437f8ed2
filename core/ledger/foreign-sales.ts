// Sales with our kind of ExternalID that this ledger doesn't know and can't adopt by itself (SCOPE-4): the orders flow
// waits until a person says what each of them is. Found anew in each run, so that an answer or its end takes one away.
import type { Instant } from '../base/dates.ts';
import type { Database } from './driver.ts';

export interface ForeignSale {
  readonly saleId: string;
  readonly orderId: string;
  readonly number: string;
  readonly externalId: string;
  /** Why it isn't plainly the sale of that order, one sentence. */
  readonly reason: string;
}

export interface ForeignSaleLedger {
  list(): (ForeignSale & { readonly since: Instant })[];
  /** Makes the given sales the only ones; those that stay keep their time. */
  replace(sales: readonly ForeignSale[], at: Instant): void;
}

/** The foreign sales of a ledger. */
export function foreignSaleLedger(database: Database): ForeignSaleLedger {
  return {
    list: () =>
      database
        .prepare<ForeignSale & { since: Instant }>(
          `SELECT sale_id AS saleId, order_id AS orderId, number, external_id AS externalId, reason, since
           FROM foreign_sale ORDER BY since, number`,
        )
        .all(),
    replace(sales, at) {
      database.transaction(() => {
        database
          .prepare('DELETE FROM foreign_sale WHERE sale_id NOT IN (SELECT value FROM json_each(?))')
          .run([JSON.stringify(sales.map(({ saleId }) => saleId))]);
        const save = database.prepare(
          `INSERT INTO foreign_sale (sale_id, order_id, number, external_id, reason, since) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (sale_id) DO UPDATE SET reason = excluded.reason, number = excluded.number`,
        );
        for (const { saleId, orderId, number, externalId, reason } of sales)
          save.run([saleId, orderId, number, externalId, reason, at]);
      });
    },
  };
}
