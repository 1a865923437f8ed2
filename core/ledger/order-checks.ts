// What pre-flight decided about each open order: its lines with product or problem, everything that holds it, and the sale
// that it would become. The order itself keeps only the one-line summary.
import { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import { checkedLineSchema, orderHoldSchema, type CheckedLine, type OrderHold } from '../model/order-check.ts';
import type { SaleDraft } from '../model/sale.ts';
import type { Database } from './driver.ts';
import { draftSchema } from './intents.ts';

export interface OrderCheck {
  readonly checkedAt: Instant;
  readonly lines: readonly CheckedLine[];
  readonly holds: readonly OrderHold[];
  /** The sale that it would become; null when something holds it. */
  readonly draft: SaleDraft | null;
  /** Hash of what Cin7 Core was asked for once more; empty when nothing was missing. */
  readonly lookedAgainFor: string;
}

export interface OrderCheckLedger {
  get(orderId: string): OrderCheck | null;
  save(orderId: string, check: OrderCheck): void;
  /** Forgets the check of an order that is nobody's task any more. */
  drop(orderId: string): void;
}

interface CheckRow {
  readonly checked_at: string;
  readonly lines: string;
  readonly holds: string;
  readonly draft: string | null;
  readonly looked_again_for: string;
}

/** The order checks of a ledger. */
export function orderCheckLedger(database: Database): OrderCheckLedger {
  return {
    get(orderId) {
      const row = database.prepare<CheckRow>('SELECT * FROM order_check WHERE order_id = ?').get([orderId]);
      if (row === undefined) return null;
      return {
        checkedAt: row.checked_at,
        lines: z.array(checkedLineSchema).parse(JSON.parse(row.lines)),
        holds: z.array(orderHoldSchema).parse(JSON.parse(row.holds)),
        draft: row.draft === null ? null : draftSchema.parse(JSON.parse(row.draft)),
        lookedAgainFor: row.looked_again_for,
      };
    },
    save: (orderId, { checkedAt, lines, holds, draft, lookedAgainFor }) =>
      void database
        .prepare(
          `INSERT INTO order_check (order_id, checked_at, lines, holds, draft, looked_again_for)
           VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (order_id) DO UPDATE SET checked_at = excluded.checked_at, lines = excluded.lines,
             holds = excluded.holds, draft = excluded.draft, looked_again_for = excluded.looked_again_for`,
        )
        .run([
          orderId,
          checkedAt,
          JSON.stringify(lines),
          JSON.stringify(holds),
          draft === null ? null : JSON.stringify(draft),
          lookedAgainFor,
        ]),
    drop: (orderId) => void database.prepare('DELETE FROM order_check WHERE order_id = ?').run([orderId]),
  };
}
