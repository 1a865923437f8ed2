// The brand that the practice accounts are about, in neutral words: what Cin7 Core holds of it and what JOOR holds of it
// are both made from this, so that styles, SKUs, retailers and prices agree on the two sides.
import type { Instant, PlainDate } from '../../base/dates.ts';

export interface Brand {
  readonly company: { readonly name: string; readonly currency: string; readonly timeZone: string };
  /** JOOR's price types and the Cin7 tiers (codes 1 to 10) that feed them. */
  readonly priceTypes: readonly BrandPriceType[];
  /** Names of Cin7 tiers 1 to 10. */
  readonly tierNames: readonly string[];
  readonly locations: readonly BrandLocation[];
  readonly styles: readonly BrandStyle[];
  readonly retailers: readonly BrandRetailer[];
  /** Orders that JOOR holds from the start. Their lines name Cin7 SKUs. */
  readonly orders: readonly BrandOrder[];
}

export interface BrandPriceType {
  readonly joorId: string;
  readonly name: string;
  readonly currency: string;
  readonly retailCurrency: string;
  readonly wholesaleTier: number;
  readonly retailTier: number;
}

export interface BrandLocation {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly isDeprecated: boolean;
}

export interface BrandStyle {
  /** Cin7 family id, or the product id of a style that stands alone. */
  readonly id: string;
  readonly kind: 'family' | 'stand-alone';
  readonly number: string;
  readonly name: string;
  readonly category: string;
  readonly description: string;
  /** Tags of the family (or of the product that stands alone); linesheet tags begin with `Collection_`. */
  readonly tags: readonly string[];
  /** Names of the family's options in Cin7's order, for example `['Colour', 'Size']`; empty when it stands alone. */
  readonly optionNames: readonly string[];
  readonly skus: readonly BrandSku[];
}

export interface BrandSku {
  /** Cin7 product id. */
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly barcode: string | null;
  /** One value per option name of the style. */
  readonly options: readonly string[];
  readonly status: 'Active' | 'Deprecated';
  readonly sellable: boolean;
  readonly tags: readonly string[];
  /** Decimal text per tier, 0 for not set; ten of them. */
  readonly prices: readonly string[];
  /** Units on hand by location name. */
  readonly onHand: Readonly<Record<string, number>>;
}

export interface BrandAddress {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  readonly postcode: string;
  /** A name, as Cin7 Core wants it. */
  readonly country: string;
  readonly countryIso2: string;
}

export interface BrandRetailer {
  /** Cin7 customer id. */
  readonly id: string;
  /** JOOR's customer code; Cin7 keeps it in additional attribute 1. */
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  readonly priceTier: string;
  readonly taxRule: string;
  readonly paymentTerm: string;
  readonly contactName: string;
  readonly email: string;
  readonly phone: string;
  readonly billing: BrandAddress;
  readonly shipping: BrandAddress;
  readonly status: 'Active' | 'Deprecated';
  readonly isOnCreditHold: boolean;
}

export type BrandOrderState = 'IN_PROGRESS' | 'NOTES' | 'PENDING' | 'APPROVED' | 'SHIPPED' | 'CANCELLED';

export interface BrandOrder {
  /** JOOR's order id, seven digits. */
  readonly id: string;
  readonly state: BrandOrderState;
  readonly exportState: 'UNDEFINED' | 'SUCCESS' | 'FAILED';
  readonly poNumber: string;
  readonly retailerCode: string;
  readonly priceTypeName: string;
  readonly currency: string;
  /** Name of the linesheet it was ordered from. */
  readonly linesheet: string;
  readonly createdAt: Instant;
  readonly approvedAt: Instant | null;
  readonly modifiedAt: Instant;
  readonly shipStart: PlainDate;
  readonly shipEnd: PlainDate;
  readonly discountPercent: string;
  readonly freight: string;
  readonly comments: string;
  readonly warehouse: string;
  readonly lines: readonly BrandOrderLine[];
}

export interface BrandOrderLine {
  readonly sku: string;
  readonly quantity: number;
  /** Wholesale price in the order's currency, decimal text. */
  readonly unitPrice: string;
  /** Price after a style discount; equal to unitPrice when there is none. */
  readonly itemPrice: string;
  readonly retailPrice: string;
}
