// A sale as `GET /saleList` writes it (Cin7 9.2): a flat row without lines and without additional attributes.
import { Decimal, sum } from '../../../base/decimal.ts';
import type { Cin7Context } from '../context.ts';
import { combinedStatuses, orderStatus, quoteStatus, saleStatus } from '../sales/statuses.ts';
import { invoiceTotal } from '../sales/totals.ts';
import type { SaleRecord } from '../state/sale-records.ts';
import { customerById } from '../state/state.ts';
import { businessDate, stamp } from './dates.ts';
import { saleType } from './sale-object.ts';

/** The row of one sale. */
export function saleRow(sale: SaleRecord, { state, switches }: Cin7Context) {
  const { header } = sale;
  const customer = customerById(state, header.customerId);
  const [invoice] = sale.invoices;
  const totals = sale.invoices.map((each) => invoiceTotal(each, header.TaxInclusive));
  const { CombinedInvoiceStatus, CombinedPaymentStatus, CombinedTrackingNumbers, FulFilmentStatus, ...stages } =
    combinedStatuses(sale);
  return {
    SaleID: sale.id,
    OrderNumber: sale.orderNumber,
    Status: saleStatus(sale),
    OrderDate: businessDate(header.SaleOrderDate),
    InvoiceDate: businessDate(invoice?.date ?? null),
    Customer: customer?.fields.Name ?? '',
    CustomerID: header.customerId,
    InvoiceNumber: invoice?.number ?? null,
    CustomerReference: header.CustomerReference,
    InvoiceAmount: totals[0]?.toNumber() ?? 0,
    PaidAmount: sum(sale.invoices.map((each) => new Decimal(each.paid))).toNumber(),
    SaleInvoicesTotalAmount: sum(totals).toNumber(),
    InvoiceDueDate: businessDate(invoice?.dueDate ?? null),
    ShipBy: businessDate(header.ShipBy),
    BaseCurrency: state.references.company.Currency,
    CustomerCurrency: customer?.fields.Currency ?? '',
    CreditNoteNumber: null,
    Updated: stamp(sale.updatedAt),
    QuoteStatus: quoteStatus(sale, switches),
    OrderStatus: orderStatus(sale),
    ...stages,
    CombinedInvoiceStatus,
    CombinedPaymentStatus,
    CombinedPaymentTotal: 0,
    CombinedTrackingNumbers,
    CreditNoteStatus: 'NOT AVAILABLE',
    FulFilmentStatus,
    Type: saleType(sale),
    SourceChannel: header.SourceChannel,
    ExternalID: header.ExternalID,
    OrderLocationID: header.locationId,
  };
}
