// A customer of the brand in Cin7 Core (Cin7 8.2): who an order is for, in which currency, on which terms.
import { z } from 'zod';
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

const newAddressSchema = z.object({
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  state: z.string(),
  postcode: z.string(),
  country: z.string(),
});

/** A customer that is to be created (Cin7 8.3). Stored with its intent, so the schema is the type. */
export const newCustomerSchema = z.object({
  name: z.string(),
  currency: z.string(),
  paymentTerm: z.string(),
  /** Account codes. */
  receivable: z.string(),
  revenue: z.string(),
  taxRule: z.string(),
  priceTier: z.string(),
  /** Value and number of the additional attribute that keeps JOOR's code; null when the code lives elsewhere. */
  code: z.object({ attribute: z.number(), value: z.string() }).nullable(),
  billTo: newAddressSchema,
  shipTo: newAddressSchema,
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }).nullable(),
});

export type NewCustomer = z.infer<typeof newCustomerSchema>;
