// Customers that are about to be created in Cin7 Core, written before they are asked for (ORD-4, ORD-11). One per JOOR code
// and currency, whatever number of orders waits for it.
import { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import { fold } from '../base/text.ts';
import { newCustomerSchema, type NewCustomer } from '../model/customer.ts';
import type { Database } from './driver.ts';

export interface CustomerIntent {
  readonly code: string;
  readonly currency: string;
  readonly customer: NewCustomer;
  /** True from just before the request leaves until its answer is clear. */
  readonly asked: boolean;
  /** How often it was looked up after an unclear answer. */
  readonly looks: number;
  /** The customer in Cin7 Core, once it is there. */
  readonly customerId: string | null;
  readonly writtenAt: Instant;
  readonly changedAt: Instant;
}

export interface CustomerIntentLedger {
  get(code: string, currency: string): CustomerIntent | null;
  save(intent: CustomerIntent): void;
  /** Notes that a person knows the retailer to be new, whoever resembles it. */
  confirmNew(decision: { code: string; currency: string; who: string; at: Instant }): void;
  isConfirmedNew(code: string, currency: string): boolean;
}

const decisionKey = (code: string, currency: string) => `${fold(code)} ${currency}`;

const rowSchema = z.object({
  code: z.string(),
  currency: z.string(),
  content: z.string(),
  asked: z.number(),
  looks: z.number(),
  customer_id: z.string().nullable(),
  written_at: z.string(),
  changed_at: z.string(),
});

/** The customer intents of a ledger. */
export function customerIntentLedger(database: Database): CustomerIntentLedger {
  return {
    get(code, currency) {
      const found = database
        .prepare('SELECT * FROM customer_intent WHERE code = ? AND currency = ?')
        .get([code, currency]);
      if (found === undefined) return null;
      const row = rowSchema.parse(found);
      return {
        code: row.code,
        currency: row.currency,
        customer: newCustomerSchema.parse(JSON.parse(row.content)),
        asked: row.asked === 1,
        looks: row.looks,
        customerId: row.customer_id,
        writtenAt: row.written_at,
        changedAt: row.changed_at,
      };
    },
    save: (intent) =>
      void database
        .prepare(
          `INSERT INTO customer_intent (code, currency, content, asked, looks, customer_id, written_at, changed_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (code, currency) DO UPDATE SET content = excluded.content, asked = excluded.asked,
             looks = excluded.looks, customer_id = excluded.customer_id, changed_at = excluded.changed_at`,
        )
        .run([
          intent.code,
          intent.currency,
          JSON.stringify(intent.customer),
          intent.asked ? 1 : 0,
          intent.looks,
          intent.customerId,
          intent.writtenAt,
          intent.changedAt,
        ]),
    confirmNew: ({ code, currency, who, at }) =>
      void database
        .prepare(
          `INSERT INTO decision (kind, key, value, who, at) VALUES ('new-customer', ?, 'yes', ?, ?)
           ON CONFLICT (kind, key) DO UPDATE SET who = excluded.who, at = excluded.at`,
        )
        .run([decisionKey(code, currency), who, at]),
    isConfirmedNew: (code, currency) =>
      database
        .prepare("SELECT 1 FROM decision WHERE kind = 'new-customer' AND key = ?")
        .get([decisionKey(code, currency)]) !== undefined,
  };
}
