// Stock: what the last complete scan of Cin7 Core gave, and the numbers that JOOR confirmed. The difference between the
// two is computed in the database, because it concerns every SKU in every run.
import { wholeUnits } from '../base/decimal.ts';
import type { Instant } from '../base/dates.ts';
import type { StockLine, StockNumber } from '../model/stock.ts';
import type { Database } from './driver.ts';

export interface WantedStock {
  readonly styleKey: string;
  readonly colour: string;
  readonly size: string;
  /** Ten-thousandths, summed over the locations. */
  readonly available: number;
  /** Units that approved orders will still take from this warehouse. */
  readonly promised: number;
  /** What JOOR shows; null when nothing was ever sent. */
  readonly shown: number | null;
}

/** One of JOOR's warehouses, the Cin7 locations that it adds up, and all warehouses that the settings know. */
export interface StockPlace {
  readonly warehouse: string;
  readonly locations: readonly string[];
  readonly allWarehouses: readonly string[];
}

export interface StockLedger {
  /** Takes over lines of a complete scan. */
  save(lines: readonly StockLine[], scan: string): void;
  /** Once all lines of a complete scan are saved: drops what the given locations don't have any more. */
  keepOnly(scan: string, locations: readonly string[]): void;
  /** Linked SKUs that count stock, behind the given row number, for one warehouse. */
  wanted(place: StockPlace, after: number, limit: number): (WantedStock & { row: number })[];
  confirm(numbers: readonly StockNumber[], at: Instant): void;
  /** The numbers that JOOR confirmed for a style, added up over the warehouses. */
  shown(styleKey: string): { colour: string; size: string; units: number }[];
  /** Whole units of a product over all locations of the last scan; null when it had no row there. */
  unitsOf(productId: string): number | null;
  /** Rows and whole units of the last scan. */
  totals(): { rows: number; units: number };
}

/** The stock part of a ledger. */
export function stockLedger(database: Database): StockLedger {
  return {
    save(lines, scan) {
      const save = database.prepare(
        `INSERT INTO stock (product_id, location, available, on_hand, seen_in) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (product_id, location) DO UPDATE SET
           available = excluded.available, on_hand = excluded.on_hand, seen_in = excluded.seen_in`,
      );
      database.transaction(() => {
        for (const line of lines) save.run([line.productId, line.location, line.available, line.onHand, scan]);
      });
    },
    keepOnly(scan, locations) {
      database
        .prepare('DELETE FROM stock WHERE seen_in <> ? AND location IN (SELECT value FROM json_each(?))')
        .run([scan, JSON.stringify(locations)]);
    },
    wanted: ({ warehouse, locations, allWarehouses }, after, limit) =>
      database
        .prepare<WantedStock & { row: number }>(
          `SELECT k.rowid AS row, k.style_key AS styleKey, k.colour, k.size,
             coalesce((SELECT sum(s.available) FROM stock s
               WHERE s.product_id = k.product_id AND s.location IN (SELECT value FROM json_each(:locations))), 0) AS available,
             coalesce((SELECT sum(d.units) FROM order_demand d JOIN joor_order o ON o.id = d.order_id
               WHERE d.product_id = k.product_id
                 -- an order whose warehouse isn't among ours takes from each of them, rather than from none
                 AND (d.warehouse = :warehouse OR d.warehouse NOT IN (SELECT value FROM json_each(:warehouses)))
                 AND ((o.sale_id IS NULL AND o.state IN ('to-export', 'exporting', 'checking', 'needs-you', 'held'))
                   OR EXISTS (SELECT 1 FROM sale x WHERE x.id = o.sale_id AND x.order_status = 'DRAFT'))), 0) AS promised,
             a.units AS shown
           FROM sku k
           JOIN product p ON p.id = k.product_id
           LEFT JOIN applied_stock a ON a.warehouse = :warehouse AND a.style_key = k.style_key
             AND a.colour = k.colour AND a.size = k.size
           WHERE k.joor_id IS NOT NULL AND k.rowid > :after
             AND p.type = 'Stock' COLLATE NOCASE AND p.auto_assembly = 0 AND p.drop_ship_mode <> 'Always Drop Ship'
           ORDER BY k.rowid LIMIT :limit`,
        )
        .all({
          warehouse,
          warehouses: JSON.stringify(allWarehouses),
          locations: JSON.stringify(locations),
          after,
          limit,
        }),
    confirm(numbers, at) {
      const save = database.prepare(
        `INSERT INTO applied_stock (warehouse, style_key, colour, size, units, at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (warehouse, style_key, colour, size) DO UPDATE SET units = excluded.units, at = excluded.at`,
      );
      database.transaction(() => {
        for (const { warehouse, styleKey, colour, size, units } of numbers)
          save.run([warehouse, styleKey, colour, size, units, at]);
      });
    },
    shown: (styleKey) =>
      database
        .prepare<{ colour: string; size: string; units: number }>(
          'SELECT colour, size, sum(units) AS units FROM applied_stock WHERE style_key = ? GROUP BY colour, size',
        )
        .all([styleKey]),
    unitsOf(productId) {
      const row = database
        .prepare<{ available: number | null }>('SELECT sum(available) AS available FROM stock WHERE product_id = ?')
        .get([productId]);
      return row?.available == null ? null : wholeUnits(row.available);
    },
    totals() {
      const row = database
        .prepare<{ rows: number; available: number | null }>(
          'SELECT count(*) AS rows, sum(available) AS available FROM stock',
        )
        .get();
      return { rows: row?.rows ?? 0, units: wholeUnits(row?.available ?? 0) };
    },
  };
}
