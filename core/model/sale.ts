// A sale in Cin7 Core: the draft that an order becomes, and what Cin7 Core says it made of it.
import { z } from 'zod';
import type { Instant, PlainDate } from '../base/dates.ts';
import type { Address } from './customer.ts';

export interface SaleLine {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  /** Whole or fractional units, decimal text. */
  readonly quantity: string;
  /** Tax-exclusive, customer's currency, decimal text with up to four places. */
  readonly price: string;
  /** Percent with up to two places, decimal text. */
  readonly discount: string;
  readonly tax: string;
  readonly taxRule: string;
  /** round(quantity x price x (1 - discount)), without tax (Cin7 9.6). */
  readonly total: string;
  readonly comment: string;
}

export interface SaleCharge {
  /** Name of a Service product. */
  readonly description: string;
  readonly price: string;
  readonly tax: string;
  readonly taxRule: string;
  readonly total: string;
}

/** What Seamline asks Cin7 Core to create; complete before anything is written. */
export interface SaleDraft {
  readonly externalId: string;
  readonly customerId: string;
  readonly saleType: 'Simple' | 'Advanced';
  readonly location: string;
  readonly reference: string;
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  readonly billTo: Address;
  readonly shipTo: Address & { readonly company: string; readonly contact: string };
  readonly taxRule: string;
  readonly terms: string;
  readonly priceTier: string;
  readonly orderDate: PlainDate;
  readonly shipBy: PlainDate | null;
  readonly note: string;
  readonly currencyRate: string | null;
  readonly salesRepresentative: string | null;
  readonly carrier: string | null;
  readonly lines: readonly SaleLine[];
  readonly charges: readonly SaleCharge[];
  /** Goods minus discounts plus freight, without tax: what Cin7 Core's TotalBeforeTax must be. */
  readonly totalBeforeTax: string;
}

/** What shall become of a sale once its lines are in (ORD-5 to ORD-7). Stored with its intent, so the schema is the type. */
export const saleAimSchema = z.object({
  status: z.enum(['DRAFT', 'AUTHORISED']),
  /** Why it stays a draft; empty when it is authorised. */
  why: z.string(),
  /** A backorder that shows itself afterwards puts the sale back to a draft. */
  releaseWhenShort: z.boolean(),
  /** Written as a draft and compared before it is authorised: for accounts that apply discounts by themselves. */
  compareFirst: z.boolean(),
  invoice: z.enum(['none', 'draft', 'authorised']),
});

export type SaleAim = z.infer<typeof saleAimSchema>;

/** A row of Cin7 Core's sale list (Cin7 9.2). */
export interface SaleHead {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly orderStatus: string;
  readonly customerId: string;
  readonly customer: string;
  readonly reference: string;
  readonly externalId: string;
  readonly orderDate: PlainDate | null;
  readonly updatedAt: Instant | null;
  readonly pickStatus: string;
  readonly invoiceStatus: string;
}

export interface SoldLine {
  readonly productId: string;
  readonly sku: string;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly total: string;
  readonly backordered: string;
}

/** A whole sale as Cin7 Core reads it back (Cin7 9.4, 9.5). */
export interface Sale {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly orderStatus: string;
  readonly externalId: string;
  readonly customerId: string;
  readonly reference: string;
  readonly currency: string;
  readonly location: string;
  readonly pickStatus: string;
  readonly invoiceStatus: string;
  readonly lines: readonly SoldLine[];
  readonly totalBeforeTax: string;
  readonly total: string;
}

/** True when a sale was voided: it takes no stock and is never completed. */
export function isVoided(sale: { readonly status: string }): boolean {
  return sale.status.toUpperCase() === 'VOIDED';
}
