// A sale as the practice account keeps it: header, quote, order, fulfilment tasks and invoices. Statuses of the whole are
// never stored, they follow from the stages (sales/statuses.ts). Allocations remember their stock rows, so that undo and
// void give back exactly what was taken.
import type { AdditionalAttributes, MaybeText, StockRow } from './records.ts';

export interface SaleAddress {
  Line1: string;
  Line2: MaybeText;
  City: MaybeText;
  State: MaybeText;
  Postcode: MaybeText;
  Country: string;
}

export interface SaleShippingAddress extends SaleAddress {
  /** The customer's address that it is, or the empty GUID. */
  ID: string;
  Company: MaybeText;
  Contact: MaybeText;
  ShipToOther: boolean;
}

export interface SaleHeader {
  customerId: string;
  Contact: MaybeText;
  Phone: MaybeText;
  Email: MaybeText;
  DefaultAccount: MaybeText;
  SkipQuote: boolean;
  billing: SaleAddress | null;
  shipping: SaleShippingAddress | null;
  ShippingNotes: MaybeText;
  CurrencyRate: number;
  TaxRule: MaybeText;
  TaxInclusive: boolean;
  Terms: MaybeText;
  PriceTier: MaybeText;
  /** A business date, `2027-02-01`. */
  ShipBy: string | null;
  locationId: string;
  SaleOrderDate: string;
  Note: MaybeText;
  CustomerReference: MaybeText;
  Carrier: MaybeText;
  SalesRepresentative: MaybeText;
  SourceChannel: MaybeText;
  ExternalID: MaybeText;
  attributes: AdditionalAttributes;
}

export interface Allocation {
  readonly row: StockRow;
  quantity: number;
}

export interface DocumentLine {
  readonly productId: string;
  SKU: string;
  Name: string;
  Quantity: number;
  Price: number;
  Discount: number;
  Tax: number;
  TaxRule: string;
  Comment: MaybeText;
  DropShip: boolean;
  AverageCost: number;
  BackorderQuantity: number;
  Total: number;
  /** Revenue account, on invoices. */
  Account: MaybeText;
  allocations: Allocation[];
}

export interface DocumentCharge {
  Description: string;
  Price: number;
  Quantity: number;
  Discount: number;
  Tax: number;
  Total: number;
  TaxRule: string;
  Comment: MaybeText;
}

export type StageStatus = 'NOT AVAILABLE' | 'DRAFT' | 'AUTHORISED' | 'VOIDED';

export interface DocumentStage {
  status: StageStatus;
  memo: MaybeText;
  lines: DocumentLine[];
  charges: DocumentCharge[];
}

export interface PickLine {
  readonly productId: string;
  readonly SKU: string;
  readonly Name: string;
  readonly locationId: string;
  readonly Quantity: number;
  readonly BatchSN: MaybeText;
  readonly ExpiryDate: string | null;
  readonly Box: MaybeText;
  readonly NonInventory: boolean;
}

interface ShipLine {
  readonly ID: string;
  readonly ShipmentDate: string;
  readonly Carrier: MaybeText;
  readonly Boxes: MaybeText;
  readonly TrackingNumber: MaybeText;
  readonly TrackingURL: MaybeText;
  readonly IsShipped: boolean;
}

export interface Fulfilment {
  /** Equal to the sale's id for a simple sale (Cin7 10.2). */
  readonly taskId: string;
  readonly number: number;
  pick: { status: StageStatus; lines: PickLine[] };
  pack: { status: StageStatus; lines: PickLine[] };
  ship: {
    status: StageStatus | 'PARTIALLY AUTHORISED';
    requireBy: string | null;
    address: SaleShippingAddress | null;
    notes: MaybeText;
    lines: ShipLine[];
  };
  /** What the authorised pick took from stock, to be put back on undo or void. */
  taken: Allocation[];
}

export interface Invoice extends DocumentStage {
  readonly taskId: string;
  readonly number: string;
  date: string;
  dueDate: string;
  paid: number;
}

export interface SaleRecord {
  readonly id: string;
  orderNumber: string | null;
  readonly createdAt: number;
  updatedAt: number;
  type: 'Simple' | 'Advanced';
  readonly isServiceOnly: boolean;
  isVoided: boolean;
  header: SaleHeader;
  quote: DocumentStage;
  order: DocumentStage;
  fulfilments: Fulfilment[];
  invoices: Invoice[];
}
