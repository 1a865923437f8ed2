// Cin7 Core's sales as the sweep and our own exports saw them last.
import type { SaleHead } from '../model/sale.ts';
import type { Database } from './driver.ts';

export interface SaleMirror {
  save(sales: readonly SaleHead[]): void;
  byId(id: string): SaleHead | null;
  withExternalIds(prefix: string): SaleHead[];
}

const columns = `id, number, status, order_status AS orderStatus, customer_id AS customerId, customer, reference,
  external_id AS externalId, order_date AS orderDate, updated_at AS updatedAt, pick_status AS pickStatus,
  invoice_status AS invoiceStatus`;

/** The sale mirror of a ledger. */
export function saleMirror(database: Database): SaleMirror {
  return {
    save(sales) {
      const save = database.prepare(
        `INSERT INTO sale (id, number, status, order_status, customer_id, customer, reference, external_id, order_date,
           updated_at, pick_status, invoice_status)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET number = excluded.number, status = excluded.status,
           order_status = excluded.order_status, customer_id = excluded.customer_id, 
           -- a sale that was read by itself says less than the list does
           customer = CASE WHEN excluded.customer = '' THEN customer ELSE excluded.customer END,
           reference = excluded.reference, external_id = excluded.external_id,
           order_date = coalesce(excluded.order_date, order_date),
           updated_at = coalesce(excluded.updated_at, updated_at), pick_status = excluded.pick_status,
           invoice_status = excluded.invoice_status`,
      );
      database.transaction(() => {
        for (const sale of sales)
          save.run([
            sale.id,
            sale.number,
            sale.status,
            sale.orderStatus,
            sale.customerId,
            sale.customer,
            sale.reference,
            sale.externalId,
            sale.orderDate,
            sale.updatedAt,
            sale.pickStatus,
            sale.invoiceStatus,
          ]);
      });
    },
    byId: (id) => database.prepare<SaleHead>(`SELECT ${columns} FROM sale WHERE id = ?`).get([id]) ?? null,
    withExternalIds: (prefix) =>
      database
        .prepare<SaleHead>(
          `SELECT ${columns} FROM sale WHERE external_id <> '' AND external_id >= ? AND external_id < ? || char(1114111)`,
        )
        .all([prefix, prefix]),
  };
}
