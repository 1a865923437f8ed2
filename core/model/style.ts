// What JOOR should have of an article: a style with its colours, sizes and the whole matrix of SKUs between them
// (STY-2 to STY-4). Computed from the Cin7 mirror, compared with what JOOR confirmed.

/** A colour or a size of a style. Its code is minted once and never changes; its name may. */
export interface Trait {
  readonly code: string;
  readonly name: string;
  /** 1-based place among the style's colours or sizes. */
  readonly position: number;
}

export interface SkuPrice {
  /** JOOR's price type id. */
  readonly priceTypeId: string;
  /** Decimal texts with two places. */
  readonly wholesale: string;
  readonly retail: string | null;
}

export interface Sku {
  readonly colour: string;
  readonly size: string;
  /** The Cin7 product behind this pair; null for a pair that exists only because JOOR wants the whole matrix. */
  readonly productId: string | null;
  readonly sku: string | null;
  readonly barcode: string | null;
  /** True when it may be sold: it goes into linesheets. */
  readonly offered: boolean;
  readonly prices: readonly SkuPrice[];
}

/** JOOR fields that settings can map, beside name and style number. */
export const styleFieldNames = [
  'name',
  'styleNumber',
  'description',
  'orderMinimum',
  'materials',
  'fabrication',
  'silhouette',
  'countryOfOrigin',
  'division',
  'measurements',
] as const;

export type StyleFieldName = (typeof styleFieldNames)[number];

/** What JOOR calls these fields. */
export const styleFieldWords: Readonly<Record<StyleFieldName, string>> = {
  name: 'Name',
  styleNumber: 'Style number',
  description: 'Description',
  orderMinimum: 'Order minimum',
  materials: 'Materials',
  fabrication: 'Fabrication',
  silhouette: 'Silhouette',
  countryOfOrigin: 'Country of origin',
  division: 'Division',
  measurements: 'Measurements',
};

export interface Style {
  /** Cin7 family id, or product id without a family; `:<colour code>` behind it when split by colour. */
  readonly key: string;
  /** What JOOR keeps as product_identifier. */
  readonly identifier: string;
  readonly number: string;
  readonly name: string;
  /** Values of the mapped fields; a field that is off isn't in it. */
  readonly fields: Readonly<Partial<Record<StyleFieldName, string>>>;
  readonly colours: readonly Trait[];
  readonly sizes: readonly Trait[];
  /** Every colour with every size, colours first. */
  readonly skus: readonly Sku[];
}
