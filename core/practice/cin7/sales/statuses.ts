// The statuses of a sale as a whole, from the state of its stages (Cin7 9.3, 14.3). Status and OrderStatus are different
// axes: an authorised order is ORDERED or BACKORDERED until somebody picks or invoices; advanced sales stay there.
import { Decimal, sum } from '../../../base/decimal.ts';
import type { DocumentLine, Fulfilment, SaleRecord, StageStatus } from '../state/sale-records.ts';
import type { Cin7PracticeSwitches } from '../switches.ts';
import { invoiceTotal } from './totals.ts';

/** The Status of a sale. */
export function saleStatus(sale: SaleRecord): string {
  if (sale.isVoided) return 'VOIDED';
  if (sale.order.status === 'NOT AVAILABLE') return quoteStage(sale);
  if (sale.order.status === 'DRAFT') return 'ORDERING';
  if (isCompleted(sale)) return 'COMPLETED';
  const ordered = isBackordered(sale) ? 'BACKORDERED' : 'ORDERED';
  return sale.type === 'Advanced' ? ordered : (simpleStage(sale) ?? ordered);
}

function quoteStage({ quote, header }: SaleRecord): string {
  if (quote.status === 'AUTHORISED' || header.SkipQuote) return 'ESTIMATED';
  return quote.status === 'DRAFT' ? 'ESTIMATING' : 'DRAFT';
}

/** How far a simple sale has come after its order was authorised; null when nothing was begun. */
function simpleStage(sale: SaleRecord): string | null {
  const [invoice] = sale.invoices.filter(({ status }) => status !== 'VOIDED');
  if (invoice) return invoice.status === 'DRAFT' ? 'INVOICING' : 'INVOICED';
  const [task] = sale.fulfilments;
  if (task === undefined || task.pick.status === 'NOT AVAILABLE') return null;
  if (task.ship.status !== 'NOT AVAILABLE') return 'SHIPPING';
  if (task.pack.status !== 'NOT AVAILABLE') return task.pack.status === 'DRAFT' ? 'PACKING' : 'PACKED';
  return task.pick.status === 'DRAFT' ? 'PICKING' : 'PICKED';
}

/** At least one line waits for stock. */
export function isBackordered(sale: SaleRecord): boolean {
  return sale.order.lines.some((line) => line.BackorderQuantity > 0);
}

/** Something was picked, packed, shipped or invoiced. */
export function isBegun(sale: SaleRecord): boolean {
  const isPicked = sale.fulfilments.some((task) => task.pick.status !== 'NOT AVAILABLE');
  return isPicked || sale.invoices.some((invoice) => invoice.status !== 'VOIDED');
}

function isCompleted(sale: SaleRecord): boolean {
  return paymentStatus(sale) === 'PAID' && shippingStatus(sale) === 'SHIPPED' && invoiceStatus(sale) === 'INVOICED';
}

/** The statuses that saleList and GET /sale have in common. */
export function combinedStatuses(sale: SaleRecord) {
  return {
    CombinedPickingStatus: stageStatus(sale, ({ pick }) => pick.status, 'PICKING', 'PICKED'),
    CombinedPackingStatus: stageStatus(sale, ({ pack }) => pack.status, 'PACKING', 'PACKED'),
    CombinedShippingStatus: shippingStatus(sale),
    FulFilmentStatus: fulfilmentStatus(sale),
    CombinedInvoiceStatus: invoiceStatus(sale),
    CombinedPaymentStatus: paymentStatus(sale),
    CombinedTrackingNumbers: trackingNumbers(sale),
  };
}

/** QuoteStatus; of a sale without a quote it isn't clear (Cin7 9.2). */
export function quoteStatus(sale: SaleRecord, switches: Cin7PracticeSwitches): string {
  if (sale.isVoided) return 'VOIDED';
  return sale.header.SkipQuote ? switches.skippedQuoteStatus : sale.quote.status;
}

export function orderStatus(sale: SaleRecord): string {
  return sale.isVoided ? 'VOIDED' : sale.order.status;
}

/** One task's status, as its own Fulfilments row shows it. */
export function taskStatus({ pick, ship }: Fulfilment): string {
  if (ship.status === 'AUTHORISED') return 'FULFILLED';
  return pick.status === 'VOIDED' ? 'VOIDED' : 'NOT FULFILLED';
}

function stageStatus(
  sale: SaleRecord,
  statusOf: (task: Fulfilment) => StageStatus,
  doing: string,
  done: string,
): string {
  if (sale.isVoided) return 'VOIDED';
  const statuses = sale.fulfilments.map(statusOf);
  if (statuses.every((status) => status === 'NOT AVAILABLE')) {
    // A task that nobody began on is "not picked"; without a task the stage isn't there at all (Cin7 9.2, 9.3).
    return statuses.length > 0 && sale.type === 'Advanced' ? `NOT ${done}` : 'NOT AVAILABLE';
  }
  if (statuses.every((status) => status === 'AUTHORISED')) return isWhole(sale) ? done : `PARTIALLY ${done}`;
  return statuses.includes('AUTHORISED') ? `PARTIALLY ${done}` : doing;
}

/** Everything that was ordered is in a pick. */
function isWhole(sale: SaleRecord): boolean {
  return totalOf(sale.order.lines).lte(sum(pickedQuantities(sale)));
}

function pickedQuantities(sale: SaleRecord): Decimal[] {
  return sale.fulfilments.flatMap(({ pick }) => pick.lines.map((line) => new Decimal(line.Quantity)));
}

function totalOf(lines: readonly DocumentLine[]): Decimal {
  return sum(lines.map((line) => new Decimal(line.Quantity)));
}

function shippingStatus(sale: SaleRecord): string {
  if (sale.isVoided) return 'VOIDED';
  const statuses = sale.fulfilments.map(({ ship }) => ship.status);
  if (statuses.every((status) => status === 'NOT AVAILABLE')) return 'NOT AVAILABLE';
  if (statuses.every((status) => status === 'AUTHORISED')) return isWhole(sale) ? 'SHIPPED' : 'PARTIALLY SHIPPED';
  const hasSome = statuses.some((status) => status === 'AUTHORISED' || status === 'PARTIALLY AUTHORISED');
  return hasSome ? 'PARTIALLY SHIPPED' : 'SHIPPING';
}

function fulfilmentStatus(sale: SaleRecord): string {
  if (sale.isVoided) return 'VOIDED';
  if (sale.order.status !== 'AUTHORISED') return 'NOT AVAILABLE';
  const shipped = shippingStatus(sale);
  if (shipped === 'SHIPPED') return 'FULFILLED';
  return shipped === 'PARTIALLY SHIPPED' ? 'PARTIALLY FULFILLED' : 'NOT FULFILLED';
}

/** The words that the vendor's own example uses, not those of its table (Cin7 9.2). */
function invoiceStatus(sale: SaleRecord): string {
  if (sale.isVoided) return 'VOIDED';
  if (sale.order.status !== 'AUTHORISED') return 'NOT AVAILABLE';
  const authorised = sale.invoices.filter((invoice) => invoice.status === 'AUTHORISED');
  if (authorised.length === 0) return 'NOT INVOICED';
  const invoiced = totalOf(authorised.flatMap((invoice) => invoice.lines));
  return invoiced.gte(totalOf(sale.order.lines)) ? 'INVOICED' : 'PARTIALLY INVOICED';
}

function paymentStatus(sale: SaleRecord): string {
  if (sale.isVoided) return 'VOIDED';
  const authorised = sale.invoices.filter((invoice) => invoice.status === 'AUTHORISED');
  const paid = sum(authorised.map((invoice) => new Decimal(invoice.paid)));
  if (paid.lte(0)) return 'UNPAID';
  const owed = sum(authorised.map((invoice) => invoiceTotal(invoice, sale.header.TaxInclusive)));
  return paid.gte(owed) ? 'PAID' : 'PARTIALLY PAID';
}

function trackingNumbers(sale: SaleRecord): string {
  return sale.fulfilments
    .flatMap(({ ship }) => ship.lines.map((line) => line.TrackingNumber ?? ''))
    .filter((number) => number !== '')
    .join(',');
}
