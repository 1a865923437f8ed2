// The intents that make an order's way into Cin7 Core safe: what is about to be done is on the disk before its request
// leaves (ORD-4). One row per sale; `step` and `asked` say how far it is and whether an answer is still open.
import { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import { saleAimSchema, type SaleAim, type SaleDraft } from '../model/sale.ts';
import type { Database } from './driver.ts';

/** The steps in their order; a sale skips those that its aim doesn't need. */
export type IntentStep = 'header' | 'lines' | 'authorise' | 'release' | 'invoice' | 'done' | 'abandoned';

export interface Intent {
  readonly externalId: string;
  readonly orderId: string;
  readonly step: IntentStep;
  /** True from just before the step's request leaves until its answer is clear. */
  readonly asked: boolean;
  readonly draft: SaleDraft;
  readonly aim: SaleAim;
  readonly saleId: string | null;
  readonly writtenAt: Instant;
  readonly changedAt: Instant;
  /** How often the step was looked up after an unclear answer. */
  readonly looks: number;
}

export interface IntentLedger {
  get(externalId: string): Intent | null;
  /** Every intent of an order, oldest first. */
  ofOrder(orderId: string): Intent[];
  /** Intents that neither are done nor were given up, oldest first. */
  unfinished(): Intent[];
  save(intent: Intent): void;
}

interface IntentRow {
  readonly external_id: string;
  readonly order_id: string;
  readonly step: IntentStep;
  readonly asked: number;
  readonly draft: string;
  readonly aim: string;
  readonly sale_id: string | null;
  readonly written_at: string;
  readonly changed_at: string;
  readonly looks: number;
}

/** Only Seamline itself writes drafts; the custom check keeps a foreign row from being taken for one. */
export const draftSchema = z.custom<SaleDraft>(
  (value) => z.object({ externalId: z.string(), lines: z.array(z.unknown()) }).safeParse(value).success,
);

/** The intents of a ledger. */
export function intentLedger(database: Database): IntentLedger {
  return {
    get(externalId) {
      const row = database.prepare<IntentRow>('SELECT * FROM intent WHERE external_id = ?').get([externalId]);
      return row === undefined ? null : toIntent(row);
    },
    ofOrder: (orderId) =>
      database
        .prepare<IntentRow>('SELECT * FROM intent WHERE order_id = ? ORDER BY written_at, external_id')
        .all([orderId])
        .map(toIntent),
    unfinished: () =>
      database
        .prepare<IntentRow>(
          "SELECT * FROM intent WHERE step NOT IN ('done', 'abandoned') ORDER BY written_at, external_id",
        )
        .all()
        .map(toIntent),
    save(intent) {
      database
        .prepare(
          `INSERT INTO intent (external_id, order_id, step, asked, draft, aim, sale_id, written_at, changed_at, looks, content)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT content FROM joor_order WHERE id = ?))
           ON CONFLICT (external_id) DO UPDATE SET step = excluded.step, asked = excluded.asked, draft = excluded.draft,
             aim = excluded.aim, sale_id = excluded.sale_id, changed_at = excluded.changed_at, looks = excluded.looks,
             -- the order that the draft was made of, whatever it became while its sale was on its way
             content = CASE WHEN draft = excluded.draft AND (excluded.asked = 1 OR excluded.step <> 'header')
               THEN content ELSE excluded.content END`,
        )
        .run([
          intent.externalId,
          intent.orderId,
          intent.step,
          intent.asked ? 1 : 0,
          JSON.stringify(intent.draft),
          JSON.stringify(intent.aim),
          intent.saleId,
          intent.writtenAt,
          intent.changedAt,
          intent.looks,
          intent.orderId,
        ]);
    },
  };
}

function toIntent(row: IntentRow): Intent {
  return {
    externalId: row.external_id,
    orderId: row.order_id,
    step: row.step,
    asked: row.asked === 1,
    draft: draftSchema.parse(JSON.parse(row.draft)),
    aim: saleAimSchema.parse(JSON.parse(row.aim)),
    saleId: row.sale_id,
    writtenAt: row.written_at,
    changedAt: row.changed_at,
    looks: row.looks,
  };
}
