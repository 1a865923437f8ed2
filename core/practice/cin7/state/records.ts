// What the practice account keeps, record by record. Members with capital letters are the API's own names and go over the
// wire as they are; the rest (ids, moments in epoch milliseconds, links) is the simulator's. Records are changed in place.

export const tierKeys = [
  'PriceTier1',
  'PriceTier2',
  'PriceTier3',
  'PriceTier4',
  'PriceTier5',
  'PriceTier6',
  'PriceTier7',
  'PriceTier8',
  'PriceTier9',
  'PriceTier10',
] as const;
export type TierPrices = Record<(typeof tierKeys)[number], number>;

export const attributeKeys = [
  'AdditionalAttribute1',
  'AdditionalAttribute2',
  'AdditionalAttribute3',
  'AdditionalAttribute4',
  'AdditionalAttribute5',
  'AdditionalAttribute6',
  'AdditionalAttribute7',
  'AdditionalAttribute8',
  'AdditionalAttribute9',
  'AdditionalAttribute10',
] as const;
export type AdditionalAttributes = Record<(typeof attributeKeys)[number], string | null>;

/** No value: `""` and null both mean that, and both occur on the same field (Cin7 1.4). */
export type MaybeText = string | null;

export interface ProductFields extends TierPrices, AdditionalAttributes {
  SKU: string;
  Name: string;
  Category: string;
  Brand: MaybeText;
  Type: string;
  CostingMethod: string;
  DropShipMode: string;
  DefaultLocation: MaybeText;
  Length: number;
  Width: number;
  Height: number;
  Weight: number;
  CartonLength: number;
  CartonWidth: number;
  CartonHeight: number;
  CartonQuantity: number;
  CartonInnerQuantity: number;
  UOM: string;
  WeightUnits: MaybeText;
  DimensionsUnits: MaybeText;
  Barcode: MaybeText;
  MinimumBeforeReorder: number;
  ReorderQuantity: number;
  ShortDescription: MaybeText;
  Description: MaybeText;
  InternalNote: MaybeText;
  AttributeSet: MaybeText;
  DiscountRule: MaybeText;
  Tags: MaybeText;
  Status: string;
  StockLocator: MaybeText;
  COGSAccount: MaybeText;
  RevenueAccount: MaybeText;
  ExpenseAccount: MaybeText;
  InventoryAccount: MaybeText;
  PurchaseTaxRule: MaybeText;
  SaleTaxRule: MaybeText;
  Sellable: boolean;
  PickZones: MaybeText;
  AutoAssembly: boolean;
  HSCode: MaybeText;
  CountryOfOrigin: MaybeText;
  CountryOfOriginCode: MaybeText;
}

export interface AttachmentRecord {
  readonly id: string;
  readonly contentType: string;
  readonly fileName: string;
  isDefault: boolean;
}

interface Component {
  readonly productId: string;
  readonly quantity: number;
}

export interface ProductRecord {
  readonly id: string;
  readonly fields: ProductFields;
  averageCost: number;
  modifiedAt: number;
  attachments: AttachmentRecord[];
  /** What one unit is assembled from; empty for what isn't a kit. */
  components: Component[];
}

export interface FamilyFields extends TierPrices {
  SKU: string;
  Name: string;
  Category: string;
  DefaultLocation: MaybeText;
  Brand: MaybeText;
  CostingMethod: string;
  UOM: string;
  MinimumBeforeReorder: number | null;
  ReorderQuantity: number | null;
  ShortDescription: MaybeText;
  Description: MaybeText;
  AttributeSet: MaybeText;
  DiscountRule: MaybeText;
  Tags: MaybeText;
  COGSAccount: MaybeText;
  RevenueAccount: MaybeText;
  InventoryAccount: MaybeText;
  PurchaseTaxRule: MaybeText;
  SaleTaxRule: MaybeText;
  DropShipMode: MaybeText;
  Option1Name: string;
  Option2Name: string;
  Option3Name: string;
  HSCode: MaybeText;
  CountryOfOrigin: MaybeText;
  CountryOfOriginCode: MaybeText;
}

export interface FamilyMember {
  readonly productId: string;
  /** Option1, Option2, Option3; `""` for an unused one. */
  options: [string, string, string];
}

export interface FamilyRecord {
  readonly id: string;
  readonly fields: FamilyFields;
  members: FamilyMember[];
  modifiedAt: number;
  attachments: AttachmentRecord[];
}

export interface LocationRecord {
  readonly id: string;
  Name: string;
  IsDefault: boolean;
  IsDeprecated: boolean;
  /** Bins of a warehouse. */
  readonly bins: { readonly id: string; readonly Name: string }[];
  readonly AddressLine1: string;
  readonly AddressCitySuburb: string;
  readonly AddressStateProvince: string;
  readonly AddressZipPostCode: string;
  readonly AddressCountry: string;
}

/** The grain of availability: product x location x bin x batch (Cin7 6.1). */
export interface StockRow {
  readonly productId: string;
  readonly locationId: string;
  readonly bin: string | null;
  readonly batch: string | null;
  readonly expiryDate: string | null;
  onHand: number;
  allocated: number;
  onOrder: number;
  inTransit: number;
  nextDeliveryDate: string | null;
}

export interface CustomerFields extends AdditionalAttributes {
  Name: string;
  DisplayName: MaybeText;
  Currency: string;
  PaymentTerm: string;
  Discount: number;
  TaxRule: string;
  Carrier: MaybeText;
  SalesRepresentative: MaybeText;
  Location: MaybeText;
  Comments: MaybeText;
  AccountReceivable: string;
  RevenueAccount: string;
  PriceTier: MaybeText;
  TaxNumber: MaybeText;
  AttributeSet: MaybeText;
  Tags: MaybeText;
  Status: string;
  CreditLimit: number;
  IsOnCreditHold: boolean;
}

export interface CustomerAddress {
  readonly ID: string;
  Line1: string;
  Line2: MaybeText;
  City: MaybeText;
  State: MaybeText;
  Postcode: MaybeText;
  Country: string;
  Type: string;
  DefaultForType: boolean;
}

export interface CustomerContact {
  readonly ID: string;
  Name: string;
  JobTitle: MaybeText;
  Phone: MaybeText;
  MobilePhone: MaybeText;
  Fax: MaybeText;
  Email: MaybeText;
  Website: MaybeText;
  Default: boolean;
  Comment: MaybeText;
  IncludeInEmail: boolean;
  MarketingConsent: number;
}

export interface CustomerRecord {
  readonly id: string;
  readonly fields: CustomerFields;
  addresses: CustomerAddress[];
  contacts: CustomerContact[];
  modifiedAt: number;
  /** Only of those that a client created. */
  readonly createdAt?: number;
}
