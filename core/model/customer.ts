// A customer of the brand in Cin7 Core (Cin7 8.2): who an order is for, in which currency, on which terms.
import type { Instant } from '../base/dates.ts';

export interface Address {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  readonly postcode: string;
  /** A country's name, never a code (Cin7 13, gotcha 41). */
  readonly country: string;
}

export interface CustomerAddress extends Address {
  readonly id: string;
  readonly type: string;
  readonly isDefault: boolean;
}

export interface CustomerContact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly isDefault: boolean;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly status: string;
  readonly currency: string;
  readonly paymentTerm: string;
  readonly taxRule: string;
  readonly priceTier: string;
  readonly carrier: string;
  readonly salesRepresentative: string;
  readonly location: string;
  /** Percent, decimal text. */
  readonly discount: string;
  readonly isOnCreditHold: boolean;
  readonly tags: readonly string[];
  /** Ten texts, empty when unset. */
  readonly attributes: readonly string[];
  readonly addresses: readonly CustomerAddress[];
  readonly contacts: readonly CustomerContact[];
  readonly modifiedOn: Instant | null;
}
