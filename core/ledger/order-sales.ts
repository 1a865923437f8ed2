// What became of orders after their export: every sale with the order as it was then, and the requests for another one
// (ORD-9, ORD-10). The present sale of an order also stands in its own row.
import { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import { orderSchema, type Order } from '../model/order.ts';
import { reasonSchema, type Reason } from '../model/standing.ts';
import type { Database } from './driver.ts';

export interface OrderSale {
  readonly orderId: string;
  readonly turn: number;
  readonly saleId: string;
  readonly saleNumber: string;
  /** The order as it was exported, or as a person said later that the sale has it. */
  readonly sold: Order;
  /** Proven to exist no longer (RUN-3). */
  readonly isGone: boolean;
  /** The reason the order had before something happened to it; null when nothing did. */
  readonly resting: Reason | null;
  readonly at: Instant;
}

/** Why an order became a sale once more. */
export interface ReExport {
  readonly orderId: string;
  /** The new sale's turn: 2, 3. */
  readonly turn: number;
  readonly origin: 'joor' | 'person';
  readonly who: string;
  readonly at: Instant;
  /** A command that comes again under its id is the same request. */
  readonly commandId: string | null;
  readonly earlierNumber: string;
  readonly earlierStatus: string;
  /** The earlier sale was still open, and somebody said to create another one all the same. */
  readonly isDuplicate: boolean;
}

export interface OrderSaleLedger {
  /** Every sale of an order, first one first. */
  ofOrder(orderId: string): OrderSale[];
  present(orderId: string): OrderSale | null;
  /** True when one of our orders became this sale. */
  isKnown(saleId: string): boolean;
  /** The turn of an order's present sale, for one that is adopted. */
  setTurn(orderId: string, turn: number): void;
  /** Exported orders to look at again: changed in JOOR since the last comparison, voided in Cin7, or waiting for somebody. */
  toCompare(): string[];
  /** Notes that the order was compared as it is now; `isRight` makes its present content what was exported. */
  compared(orderId: string, isRight: boolean): void;
  setResting(orderId: string, reason: Reason | null): void;
  setGone(orderId: string, isGone: boolean): void;
  /** When the first order was exported whose sale is still its present one; null when none was. */
  oldest(): Instant | null;
  /** The present sales that were made since. */
  since(at: Instant): { readonly orderId: string; readonly saleId: string; readonly isGone: boolean }[];
  /** Makes room for the next sale of an order: the earlier one stays in the history. */
  beginTurn(request: ReExport): void;
  reExports(orderId: string): ReExport[];
  reExportByCommand(commandId: string): ReExport | null;
}

interface SaleRow {
  readonly orderId: string;
  readonly turn: number;
  readonly saleId: string;
  readonly saleNumber: string;
  readonly content: string;
  readonly resting: string;
  readonly isGone: number;
  readonly at: string;
}

const saleColumns = `s.order_id AS orderId, s.turn, s.sale_id AS saleId, s.sale_number AS saleNumber, s.content, s.resting,
  s.is_gone AS isGone, s.at`;

const requestColumns = `order_id AS orderId, turn, origin, who, at, command_id AS commandId,
  earlier_number AS earlierNumber, earlier_status AS earlierStatus, is_duplicate AS isDuplicate`;

type RequestRow = Omit<ReExport, 'isDuplicate'> & { readonly isDuplicate: number };

const restingSchema = z.preprocess((text) => (text === '' ? null : JSON.parse(String(text))), reasonSchema.nullable());

/** The sales and re-exports of a ledger's orders. */
export function orderSaleLedger(database: Database): OrderSaleLedger {
  const present = 'order_id = ? AND turn = (SELECT turn FROM joor_order o WHERE o.id = order_id)';
  return {
    ofOrder: (orderId) =>
      database
        .prepare<SaleRow>(`SELECT ${saleColumns} FROM order_sale s WHERE s.order_id = ? ORDER BY s.turn`)
        .all([orderId])
        .map(toSale),
    present(orderId) {
      const row = database
        .prepare<SaleRow>(
          `SELECT ${saleColumns} FROM order_sale s JOIN joor_order o ON o.id = s.order_id AND o.turn = s.turn
           WHERE s.order_id = ?`,
        )
        .get([orderId]);
      return row === undefined ? null : toSale(row);
    },
    isKnown: (saleId) => database.prepare('SELECT 1 FROM order_sale WHERE sale_id = ?').get([saleId]) !== undefined,
    setTurn: (orderId, turn) =>
      void database.prepare('UPDATE joor_order SET turn = ? WHERE id = ?').run([turn, orderId]),
    toCompare: () =>
      database
        .prepare<{ id: string }>(
          `SELECT o.id FROM joor_order o
           JOIN order_sale s ON s.order_id = o.id AND s.turn = o.turn
           LEFT JOIN sale x ON x.id = s.sale_id
           WHERE o.sale_id IS NOT NULL AND (o.modified_at IS NOT s.compared_at OR o.state = 'needs-you'
             OR (o.state = 'in-cin7' AND (x.status = 'VOIDED' COLLATE NOCASE OR s.is_gone = 1)))
           ORDER BY o.id`,
        )
        .all()
        .map(({ id }) => id),
    compared: (orderId, isRight) =>
      void database
        .prepare(
          `UPDATE order_sale SET compared_at = (SELECT modified_at FROM joor_order o WHERE o.id = order_id),
             content = CASE WHEN ? = 1 THEN (SELECT content FROM joor_order o WHERE o.id = order_id) ELSE content END
           WHERE ${present}`,
        )
        .run([isRight ? 1 : 0, orderId]),
    setResting: (orderId, reason) =>
      void database
        .prepare(`UPDATE order_sale SET resting = ? WHERE ${present}`)
        .run([reason === null ? '' : JSON.stringify(reason), orderId]),
    setGone: (orderId, isGone) =>
      void database.prepare(`UPDATE order_sale SET is_gone = ? WHERE ${present}`).run([isGone ? 1 : 0, orderId]),
    oldest: () =>
      database
        .prepare<{ at: string | null }>(
          'SELECT min(s.at) AS at FROM order_sale s JOIN joor_order o ON o.id = s.order_id AND o.turn = s.turn',
        )
        .get()?.at ?? null,
    since: (at) =>
      database
        .prepare<{ orderId: string; saleId: string; isGone: number }>(
          `SELECT s.order_id AS orderId, s.sale_id AS saleId, s.is_gone AS isGone FROM order_sale s
           JOIN joor_order o ON o.id = s.order_id AND o.turn = s.turn AND o.sale_id = s.sale_id
           WHERE s.at >= ? ORDER BY s.order_id`,
        )
        .all([at])
        .map((row) => ({ ...row, isGone: row.isGone === 1 })),
    beginTurn(request) {
      database.transaction(() => {
        database
          .prepare(
            `INSERT INTO re_export (order_id, turn, origin, who, at, command_id, earlier_number, earlier_status, is_duplicate)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          )
          .run([
            request.orderId,
            request.turn,
            request.origin,
            request.who,
            request.at,
            request.commandId,
            request.earlierNumber,
            request.earlierStatus,
            request.isDuplicate ? 1 : 0,
          ]);
        database
          .prepare(
            `UPDATE joor_order SET turn = ?, sale_id = NULL, sale_number = NULL, exported_at = NULL, mark = 'none',
               mark_seen_at = NULL, next_look_at = NULL, state = 'to-export', reason_code = '', reason = '',
               next_step = '', state_since = ? WHERE id = ?`,
          )
          .run([request.turn, request.at, request.orderId]);
      });
    },
    reExports: (orderId) =>
      database
        .prepare<RequestRow>(`SELECT ${requestColumns} FROM re_export WHERE order_id = ? ORDER BY turn`)
        .all([orderId])
        .map(toRequest),
    reExportByCommand(commandId) {
      const row = database
        .prepare<RequestRow>(`SELECT ${requestColumns} FROM re_export WHERE command_id = ?`)
        .get([commandId]);
      return row === undefined ? null : toRequest(row);
    },
  };
}

function toSale({ content, resting, isGone, ...row }: SaleRow): OrderSale {
  return {
    ...row,
    sold: orderSchema.parse(JSON.parse(content)),
    resting: restingSchema.parse(resting),
    isGone: isGone === 1,
  };
}

const toRequest = (row: RequestRow): ReExport => ({ ...row, isDuplicate: row.isDuplicate === 1 });
