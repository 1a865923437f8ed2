// Orders as JOOR has them, and where each stands on its way into Cin7 Core.
import type { Instant } from '../base/dates.ts';
import { orderSchema, type Order } from '../model/order.ts';
import type { OrderState, Reason } from '../model/standing.ts';
import type { Database } from './driver.ts';

export interface OrderRecord {
  readonly order: Order;
  /** Hash of the business fields, to notice edits. */
  readonly fingerprint: string;
  readonly state: OrderState;
  readonly reason: Reason;
  readonly stateSince: Instant;
  readonly attempts: number;
  readonly nextLookAt: Instant | null;
  readonly saleId: string | null;
  readonly saleNumber: string | null;
  readonly exportedAt: Instant | null;
  readonly exportedFingerprint: string | null;
  readonly mark: 'none' | 'pending' | 'done';
  /** When JOOR was read back as exported; only after that is "not exported" a request (ORD-9). */
  readonly markSeenAt: Instant | null;
  /** Which sale of the order is its present one: 1, then 2, 3 for re-exports (SCOPE-2). */
  readonly turn: number;
}

export interface Demand {
  readonly productId: string;
  readonly warehouse: string;
  readonly units: number;
}

export interface OrderLedger {
  get(id: string): OrderRecord | null;
  /** Records in these states, oldest approval first. */
  inStates(states: readonly OrderState[]): OrderRecord[];
  all(): OrderRecord[];
  /** Notes an order that JOOR showed for the first time, or its new content. */
  save(order: Order, fingerprint: string, at: Instant): void;
  setState(id: string, state: OrderState, reason: Reason, at: Instant): void;
  /** What the order will take from stock; replaces what was noted before. */
  setDemand(id: string, demand: readonly Demand[]): void;
  /** Notes the sale that an order is becoming, before it is complete. */
  setSale(id: string, sale: { id: string; number: string }): void;
  /** Notes that the sale is complete and of which content; its mark in JOOR is due. */
  exported(id: string, sale: { id: string; number: string }, fingerprint: string, at: Instant): void;
  setMark(ids: readonly string[], mark: OrderRecord['mark']): void;
  /** Notes that JOOR was read back as exported. */
  setMarkSeen(ids: readonly string[], at: Instant): void;
  marked(mark: OrderRecord['mark']): OrderRecord[];
  setLook(id: string, attempts: number, nextLookAt: Instant | null): void;
  /** The earliest look, after an instant, at an order whose sale is being checked; null when there is none. */
  nextLook(after: Instant): Instant | null;
  counts(): Map<OrderState, number>;
}

interface OrderRow {
  readonly id: string;
  readonly content: string;
  readonly fingerprint: string;
  readonly state: OrderState;
  readonly reason_code: string;
  readonly reason: string;
  readonly next_step: string;
  readonly state_since: string;
  readonly attempts: number;
  readonly next_look_at: string | null;
  readonly sale_id: string | null;
  readonly sale_number: string | null;
  readonly exported_at: string | null;
  readonly exported_fingerprint: string | null;
  readonly mark: OrderRecord['mark'];
  readonly mark_seen_at: string | null;
  readonly turn: number;
}

/** The orders of a ledger. */
export function orderLedger(database: Database): OrderLedger {
  const update = (id: string, assignments: string, values: readonly (string | number | null)[]) =>
    database.prepare(`UPDATE joor_order SET ${assignments} WHERE id = ?`).run([...values, id]);

  return {
    get(id) {
      const row = database.prepare<OrderRow>('SELECT * FROM joor_order WHERE id = ?').get([id]);
      return row === undefined ? null : toRecord(row);
    },
    inStates: (states) =>
      database
        .prepare<OrderRow>(
          'SELECT * FROM joor_order WHERE state IN (SELECT value FROM json_each(?)) ORDER BY approved_at, id',
        )
        .all([JSON.stringify(states)])
        .map(toRecord),
    all: () => database.prepare<OrderRow>('SELECT * FROM joor_order ORDER BY approved_at DESC, id').all().map(toRecord),
    save(order, fingerprint, at) {
      database
        .prepare(
          `INSERT INTO joor_order (id, stage, po_number, customer_code, customer_name, currency, total, approved_at,
             modified_at, ship_start, ship_end, content, fingerprint, first_seen_at, state, reason_code, reason,
             next_step, state_since)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'to-export', '', '', '', ?)
           ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, po_number = excluded.po_number,
             customer_code = excluded.customer_code, customer_name = excluded.customer_name,
             currency = excluded.currency, total = excluded.total, approved_at = excluded.approved_at,
             modified_at = excluded.modified_at, ship_start = excluded.ship_start, ship_end = excluded.ship_end,
             content = excluded.content, fingerprint = excluded.fingerprint`,
        )
        .run([
          order.id,
          order.stage,
          order.poNumber,
          order.customerCode,
          order.customerName,
          order.currency,
          order.total,
          order.approvedAt,
          order.modifiedAt,
          order.shipStart,
          order.shipEnd,
          JSON.stringify(order),
          fingerprint,
          at,
          at,
        ]);
    },
    setState(id, state, reason, at) {
      update(
        id,
        `state_since = CASE WHEN state = ? AND reason_code = ? THEN state_since ELSE ? END,
         state = ?, reason_code = ?, reason = ?, next_step = ?`,
        [state, reason.code, at, state, reason.code, reason.sentence, reason.nextStep],
      );
    },
    setDemand(id, demand) {
      database.transaction(() => {
        database.prepare('DELETE FROM order_demand WHERE order_id = ?').run([id]);
        const insert = database.prepare(
          `INSERT INTO order_demand (order_id, product_id, warehouse, units) VALUES (?, ?, ?, ?)
           ON CONFLICT (order_id, product_id) DO UPDATE SET units = units + excluded.units`,
        );
        for (const { productId, warehouse, units } of demand) insert.run([id, productId, warehouse, units]);
      });
    },
    setSale(id, sale) {
      update(id, 'sale_id = ?, sale_number = ?', [sale.id, sale.number]);
    },
    exported(id, sale, fingerprint, at) {
      database.transaction(() => {
        update(
          id,
          `sale_id = ?, sale_number = ?, exported_at = ?, exported_fingerprint = ?, mark = 'pending', mark_seen_at = NULL`,
          [sale.id, sale.number, at, fingerprint],
        );
        // What counts as exported is the order that the intent was made of: it may have changed since.
        database
          .prepare(
            `INSERT INTO order_sale (order_id, turn, sale_id, sale_number, content, compared_at, at)
             SELECT id, turn, ?, ?, sold, json_extract(sold, '$.modifiedAt'), ? FROM (
               SELECT o.id, o.turn, coalesce(
                 (SELECT i.content FROM intent i WHERE i.order_id = o.id AND i.sale_id = ?), o.content) AS sold
               FROM joor_order o WHERE o.id = ?)
             WHERE true
             ON CONFLICT (order_id, turn) DO UPDATE SET sale_id = excluded.sale_id, sale_number = excluded.sale_number`,
          )
          .run([sale.id, sale.number, at, sale.id, id]);
      });
    },
    setMark(ids, mark) {
      database.transaction(() => {
        for (const id of ids) update(id, 'mark = ?, mark_seen_at = NULL', [mark]);
      });
    },
    setMarkSeen(ids, at) {
      database.transaction(() => {
        for (const id of ids) update(id, 'mark_seen_at = ?', [at]);
      });
    },
    marked: (mark) =>
      database.prepare<OrderRow>('SELECT * FROM joor_order WHERE mark = ? ORDER BY id').all([mark]).map(toRecord),
    setLook(id, attempts, nextLookAt) {
      update(id, 'attempts = ?, next_look_at = ?', [attempts, nextLookAt]);
    },
    nextLook: (after) =>
      database
        .prepare<{ at: Instant | null }>(
          `SELECT min(next_look_at) AS at FROM joor_order
           WHERE state = 'checking' AND next_look_at > ?
             AND (id IN (SELECT order_id FROM intent WHERE step NOT IN ('done', 'abandoned'))
               OR EXISTS (SELECT 1 FROM customer_intent c
                 WHERE c.code = customer_code AND c.currency = joor_order.currency AND c.asked = 1))`,
        )
        .get([after])?.at ?? null,
    counts: () =>
      new Map(
        database
          .prepare<{ state: OrderState; n: number }>('SELECT state, count(*) AS n FROM joor_order GROUP BY state')
          .all()
          .map(({ state, n }) => [state, n]),
      ),
  };
}

function toRecord(row: OrderRow): OrderRecord {
  return {
    order: orderSchema.parse(JSON.parse(row.content)),
    fingerprint: row.fingerprint,
    state: row.state,
    reason: { code: row.reason_code, sentence: row.reason, nextStep: row.next_step },
    stateSince: row.state_since,
    attempts: row.attempts,
    nextLookAt: row.next_look_at,
    saleId: row.sale_id,
    saleNumber: row.sale_number,
    exportedAt: row.exported_at,
    exportedFingerprint: row.exported_fingerprint,
    mark: row.mark,
    markSeenAt: row.mark_seen_at,
    turn: row.turn,
  };
}
