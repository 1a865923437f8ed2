// What Cin7 Core knows of an article: products (one per SKU) and the families that group them. A product doesn't know
// its family; the family lists its members (Cin7 3.2, 4.1).
import type { Instant } from '../base/dates.ts';

/** Cin7 Core has ten price tiers, codes 1 to 10 (Cin7 3.4). */
export const tierCount = 10;

/** Cin7 Core has ten additional attributes per product and customer. */
export const attributeCount = 10;

export interface Product {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  /** Not unique in Cin7 Core; null when there is none. */
  readonly barcode: string | null;
  /** `Stock`, `Service`, and live also `Non Inventory`. */
  readonly type: string;
  /** `Active`, `Setup required`, `Deprecated`. */
  readonly status: string;
  readonly sellable: boolean;
  readonly dropShipMode: string;
  /** True when Cin7 Core assembles it from components at the sale, so that its own stock says nothing. */
  readonly autoAssembly: boolean;
  readonly category: string;
  readonly brand: string;
  readonly tags: readonly string[];
  readonly shortDescription: string;
  /** May hold HTML. */
  readonly description: string;
  /** Ten texts, empty when unset. */
  readonly attributes: readonly string[];
  /** Ten decimal texts in tier order; null where the tier isn't set (0 in Cin7 Core). */
  readonly prices: readonly (string | null)[];
  readonly countryOfOrigin: string;
  readonly modifiedOn: Instant | null;
}

export interface FamilyMember {
  readonly productId: string;
  /** Values of the family's three options, empty when unused. */
  readonly options: readonly [string, string, string];
}

export interface Family {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly brand: string;
  /** The family's own tags; its members have theirs. */
  readonly tags: readonly string[];
  readonly shortDescription: string;
  readonly description: string;
  readonly countryOfOrigin: string;
  /** Names of the three options, empty when unused. */
  readonly optionNames: readonly [string, string, string];
  readonly members: readonly FamilyMember[];
  readonly modifiedOn: Instant | null;
}

/** One SKU of a style in Cin7 Core: the product and its option values. */
export interface Variant {
  readonly product: Product;
  readonly options: readonly [string, string, string];
}

/** What becomes one style (STY-2): a family with its members, or a product without a family. */
export interface StyleSource {
  readonly kind: 'family' | 'product';
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly brand: string;
  readonly tags: readonly string[];
  readonly shortDescription: string;
  readonly description: string;
  readonly countryOfOrigin: string;
  readonly optionNames: readonly [string, string, string];
  readonly variants: readonly Variant[];
}
