// The two accounts and their reference books: what settings are chosen from and what each run re-reads.
import type { PlainDate } from '../base/dates.ts';

/** The Cin7 Core company behind a key (Cin7 2.1). */
export interface Company {
  readonly name: string;
  readonly currency: string;
  /** IANA name; UTC when Cin7 Core's is unknown to this computer. */
  readonly timeZone: string;
  /** Transactions on or before this day can't be changed. */
  readonly lockDate: PlainDate | null;
  readonly defaultTaxRule: string;
  /** True when Cin7 Core applies its own discounts as an order is authorised. */
  readonly appliesDiscounts: boolean;
  /** Tax is rounded per line or per document. */
  readonly taxRounding: 'line' | 'document';
}

export interface Location {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly isDeprecated: boolean;
}

export interface PriceTier {
  /** 1 to 10: stable, while names can be edited. */
  readonly code: number;
  readonly name: string;
}

export interface TaxRule {
  readonly id: string;
  readonly name: string;
  /** Decimal text, `"10"`. */
  readonly percent: string;
  readonly isActive: boolean;
  readonly isForSales: boolean;
  readonly isTaxInclusive: boolean;
}

export interface PaymentTerm {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
}

/** An account of the chart of accounts; the one for receivables is the system's own (Cin7 7, 8.2). */
export interface LedgerAccount {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly isActive: boolean;
  /** True for the account that a new customer's receivables must go to. */
  readonly isForReceivables: boolean;
}

/** A price list in JOOR: a label with a wholesale and a retail currency (JOOR 5.6). */
export interface PriceType {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly retailCurrency: string;
}
