// What the practice JOOR account holds, as plain records. Colors and sizes belong to one product and are shared by its
// SKUs; an order line carries a snapshot of its SKU, so that orders outlive the products they were placed on. Times are
// epoch milliseconds, money is decimal text.
import type { PlainDate } from '../../base/dates.ts';
import type { ConnectionFields } from './connection-fields.ts';

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly parentName: string;
  readonly department: string;
}

export interface ProductTrait {
  readonly id: string;
  readonly name: string;
}

export interface PriceType {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly retailCurrency: string;
}

export interface Warehouse {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface Season {
  readonly id: string;
  name: string;
  externalId: string | null;
  year: number | null;
}

export interface ProductTraitValue {
  readonly traitId: string;
  readonly value: string;
  readonly externalId: string | null;
}

export interface ProductTag {
  readonly name: string | null;
  readonly value: string | null;
  readonly code: string | null;
  readonly parentId: string | null;
}

type TraitStatus = 'ACTIVE' | 'INACTIVE';

/** A color or a size of one product. */
export interface TraitValue {
  readonly id: string;
  readonly productId: string;
  name: string;
  code: string | null;
  orderNumber: number | null;
  orderMinimum: number | null;
  status: TraitStatus;
  hexColor: string | null;
  swatch: string | null;
  images: readonly string[] | null;
}

export interface Product {
  readonly id: string;
  name: string;
  externalId: string | null;
  identifier: string | null;
  description: string | null;
  orderMinimum: number | null;
  categoryIds: readonly string[];
  traitValues: readonly ProductTraitValue[];
  tags: readonly ProductTag[];
  readonly colors: TraitValue[];
  readonly sizes: TraitValue[];
  readonly skuIds: Set<string>;
  /** Made by hand in JOOR's screens, not through the API. */
  readonly isManual: boolean;
  readonly createdAt: number;
  modifiedAt: number;
}

interface SkuIdentifier {
  readonly type: string;
  readonly value: string;
}

export interface Sku {
  readonly id: string;
  readonly productId: string;
  externalId: string | null;
  skuIdentifier: string | null;
  readonly color: TraitValue;
  readonly size: TraitValue;
  identifiers: readonly SkuIdentifier[];
  readonly createdAt: number;
}

export interface Price {
  readonly id: string;
  readonly skuId: string;
  readonly priceTypeId: string;
  wholesale: string;
  retail: string | null;
}

export interface CollectionItem {
  readonly productId: string;
  orderNumber: number | null;
  /** Null for all SKUs of the product, also later ones. */
  skuIds: readonly string[] | null;
}

export interface Delivery {
  startShipDate: PlainDate | null;
  completeShipDate: PlainDate | null;
  cancelDate: PlainDate | null;
  minimumShippingWindow: number | null;
}

export interface Collection {
  readonly id: string;
  name: string;
  externalId: string | null;
  seasonId: string | null;
  delivery: Delivery;
  /** By product id, in the order of adding. */
  readonly items: Map<string, CollectionItem>;
  /** OWNER: not visible to customers yet. The word for published is invented. */
  visibility: 'OWNER' | 'PUBLIC';
  readonly isManual: boolean;
  readonly createdAt: number;
}

export type AssetType = 'image' | 'swatch' | 'video';

export interface Asset {
  readonly id: string;
  readonly productId: string;
  /** Null for one of the whole product. */
  readonly colorId: string | null;
  readonly type: AssetType;
  readonly filename: string;
  readonly sourceUrl: string;
  readonly externalId: string | null;
  readonly displayOrder: number | null;
}

export const orderStatuses = ['IN_PROGRESS', 'NOTES', 'PENDING', 'APPROVED', 'SHIPPED', 'CANCELLED'] as const;
export type OrderStatus = (typeof orderStatuses)[number];
export const exportStatuses = ['SUCCESS', 'FAILED', 'UNDEFINED'] as const;
export type ExportStatus = (typeof exportStatuses)[number];

export interface Coded {
  readonly id: string | null;
  readonly name: string | null;
  readonly code: string | null;
}

export interface OrderAddress {
  readonly id: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly company: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  /** Two letters; the name is kept beside it for v2. */
  readonly country: string | null;
  readonly countryName: string | null;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly email: string | null;
}

interface OrderDiscount {
  readonly type: 'PERCENTAGE' | 'AMOUNT';
  readonly value: string;
}

export interface LineSku {
  readonly skuId: string;
  readonly skuIdentifier: string | null;
  readonly upc: string | null;
  readonly productId: string;
  readonly productName: string;
  readonly productNumber: string | null;
  readonly productIdentifier: string | null;
  readonly colorName: string;
  readonly colorCode: string | null;
  readonly sizeName: string;
  readonly sizeCode: string | null;
  readonly wholesale: string;
  readonly retail: string | null;
}

export interface OrderLine {
  readonly id: string;
  readonly orderId: string;
  readonly sku: LineSku;
  quantity: number;
  /** After a style discount; the line counts with this. */
  itemPrice: string;
  /** Pieces per case pack; null when it isn't one. */
  readonly multiplier: number | null;
  comment: string;
  /** By a delete of its style, color or size (JOOR 6.4). */
  isCancelled: boolean;
  /** Because its color or size is inactive (JOOR 5.5); comes back with it. */
  isRemoved: boolean;
}

export interface Order {
  readonly id: string;
  status: OrderStatus;
  exportStatus: ExportStatus;
  exportDescription: string | null;
  /** When the present export mark SUCCESS was set. */
  exportedAt: number | null;
  readonly createdAt: number;
  approvedAt: number | null;
  /** What `date_modified` shows. */
  modifiedAt: number;
  /** The last change of the order itself, marks left aside. */
  editedAt: number;
  customerId: string | null;
  customerCode: string | null;
  customerName: string | null;
  buyer: { readonly id: string; readonly name: string; readonly email: string } | null;
  priceTypeId: string;
  priceTypeName: string;
  currency: string;
  retailCurrency: string;
  collectionId: string;
  collectionName: string;
  collectionCode: string | null;
  season: Coded | null;
  poNumber: string;
  comments: string;
  internalComments: string;
  shippingAddress: OrderAddress | null;
  billingAddress: OrderAddress | null;
  shippingMethod: Coded | null;
  paymentMethod: Coded | null;
  salesRep: Coded | null;
  event: Coded | null;
  type: Coded | null;
  door: Coded | null;
  customerGroup: Coded | null;
  companyNumber: Coded | null;
  tax: { readonly amount: string; readonly number: string | null } | null;
  shippingPrice: string;
  discount: OrderDiscount | null;
  deliveryStart: PlainDate | null;
  deliveryEnd: PlainDate | null;
  warehouse: Warehouse | null;
  trackingNumber: string | null;
  lines: OrderLine[];
}

/** Stock of one SKU in one warehouse and date bucket. */
export interface StockRow {
  readonly warehouse: string;
  /** A day, or `IMMEDIATE`. */
  readonly bucket: string;
  /** As sent. */
  readonly sent: number;
  /** Available to sell: as sent, less pending orders when the call asked for that. */
  readonly available: number;
}

export interface Connection {
  readonly id: string;
  fields: ConnectionFields;
  readonly createdAt: number;
  modifiedAt: number;
}

export interface ConnectionJob {
  readonly id: number;
  readonly createdAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly records: readonly ConnectionFields[];
  isApplied: boolean;
}

/** A budget window and what was spent in it. */
export interface CreditWindow {
  readonly startedAt: number;
  used: number;
}

export interface WaitingCustomer {
  fields: ConnectionFields;
  readonly since: number;
}
