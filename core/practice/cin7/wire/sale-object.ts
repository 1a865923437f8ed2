// A sale as `GET /sale` writes it, and its parts as the stage endpoints write them (Cin7 9.4 to 10.3). Names differ between
// writing and reading: SaleType and Type, TaxInclusive and TaxCalculation, Box and Boxes.
import type { Cin7Context } from '../context.ts';
import { combinedStatuses, orderStatus, quoteStatus, saleStatus, taskStatus } from '../sales/statuses.ts';
import { documentTotals } from '../sales/totals.ts';
import type {
  DocumentLine,
  DocumentStage,
  Fulfilment,
  Invoice,
  PickLine,
  SaleAddress,
  SaleRecord,
} from '../state/sale-records.ts';
import { customerById, locationById, sameText } from '../state/state.ts';
import { countryIn } from './countries.ts';
import { businessDate, stamp } from './dates.ts';

export interface SaleObjectOptions {
  /** CountryFormat of the query: Regular, Code2 or Code. */
  readonly countryFormat: string | null;
  /** Charges appear among the lines. */
  readonly combineCharges: boolean;
}

const plain: SaleObjectOptions = { countryFormat: null, combineCharges: false };

/** The bare object, without an envelope. */
export function saleObject(sale: SaleRecord, context: Cin7Context, options: SaleObjectOptions = plain) {
  const { state, switches } = context;
  const { header } = sale;
  const customer = customerById(state, header.customerId);
  const { shipping } = header;
  return {
    ID: sale.id,
    Customer: customer?.fields.Name ?? '',
    CustomerID: header.customerId,
    Contact: header.Contact,
    Phone: header.Phone,
    Email: header.Email,
    DefaultAccount: header.DefaultAccount,
    SkipQuote: header.SkipQuote,
    BillingAddress: addressObject(header.billing, options),
    ShippingAddress: shipping && {
      ID: shipping.ID,
      ...addressObject(shipping, options),
      Company: shipping.Company,
      Contact: shipping.Contact,
      ShipToOther: shipping.ShipToOther,
    },
    ShippingNotes: header.ShippingNotes,
    BaseCurrency: state.references.company.Currency,
    CustomerCurrency: customer?.fields.Currency ?? '',
    CurrencyRate: header.CurrencyRate,
    TaxRule: header.TaxRule,
    TaxCalculation: header.TaxInclusive ? 'Inclusive' : 'Exclusive',
    Terms: header.Terms,
    PriceTier: header.PriceTier,
    ShipBy: businessDate(header.ShipBy),
    Location: locationById(state, header.locationId)?.Name ?? '',
    SaleOrderDate: businessDate(header.SaleOrderDate),
    LastModifiedOn: stamp(sale.updatedAt),
    Note: header.Note,
    CustomerReference: header.CustomerReference,
    COGSAmount: 0,
    Status: saleStatus(sale),
    ...combinedStatuses(sale),
    Carrier: header.Carrier,
    SalesRepresentative: header.SalesRepresentative,
    ServiceOnly: sale.isServiceOnly,
    Type: saleType(sale),
    SourceChannel: header.SourceChannel,
    ExternalID: header.ExternalID,
    Quote: {
      Memo: sale.quote.memo,
      Status: quoteStatus(sale, switches),
      Prepayments: [],
      ...stageRows(sale.quote, sale, context, options),
    },
    Order: {
      SaleOrderNumber: sale.orderNumber,
      Memo: sale.order.memo,
      Status: orderStatus(sale),
      ...stageRows(sale.order, sale, context, options, true),
    },
    Fulfilments: sale.fulfilments.map((task) => fulfilmentObject(task, sale, context)),
    Invoices: sale.invoices.map((invoice) => invoiceObject(invoice, sale)),
    CreditNotes: [],
    ManualJournals: { Status: 'NOT AVAILABLE', Lines: [] },
    AdditionalAttributes: header.attributes,
    Attachments: [],
    InventoryMovements: [],
    Transactions: [],
  };
}

/** `Simple Sale`, `Advanced Sale` or `Service Sale` (Cin7 9.1). */
export function saleType(sale: SaleRecord): string {
  return sale.isServiceOnly ? 'Service Sale' : `${sale.type} Sale`;
}

/** What `/sale/quote` and `/sale/order` answer (Cin7 9.6); only the order has a number. */
export function stageObject(
  kind: 'quote' | 'order',
  sale: SaleRecord,
  context: Cin7Context,
  options: SaleObjectOptions = plain,
) {
  const status = kind === 'order' ? orderStatus(sale) : quoteStatus(sale, context.switches);
  return {
    SaleID: sale.id,
    ...(kind === 'order' ? { SaleOrderNumber: sale.orderNumber } : {}),
    Memo: sale[kind].memo,
    Status: status,
    ...stageRows(sale[kind], sale, context, options),
  };
}

function stageRows(
  stage: DocumentStage,
  sale: SaleRecord,
  { state }: Cin7Context,
  options: SaleObjectOptions,
  isInSale = false,
) {
  const lines = stage.lines.map((line) => ({ ...lineObject(line), ...(isInSale ? backorderFlag(line) : {}) }));
  const totals = documentTotals(stage, sale.header.TaxInclusive);
  if (!options.combineCharges) return { Lines: lines, AdditionalCharges: stage.charges, ...totals };
  const chargeLines = stage.charges.map(({ Description, ...charge }) => {
    const service = state.catalogue.products().find(({ fields }) => sameText(fields.Name, Description));
    return { ProductID: service?.id ?? null, SKU: service?.fields.SKU ?? '', Name: Description, ...charge };
  });
  return { Lines: [...lines, ...chargeLines], AdditionalCharges: [], ...totals };
}

/** `Backorder` is only seen in GET /sale (Cin7 9.6). */
function backorderFlag(line: DocumentLine) {
  return { Backorder: line.BackorderQuantity > 0 };
}

function lineObject(line: DocumentLine) {
  return {
    ProductID: line.productId,
    SKU: line.SKU,
    Name: line.Name,
    Quantity: line.Quantity,
    Price: line.Price,
    Discount: line.Discount,
    Tax: line.Tax,
    AverageCost: line.AverageCost,
    TaxRule: line.TaxRule,
    Comment: line.Comment,
    DropShip: line.DropShip,
    BackorderQuantity: line.BackorderQuantity,
    Total: line.Total,
  };
}

function addressObject(address: SaleAddress | null, { countryFormat }: SaleObjectOptions) {
  if (address === null) return null;
  const { Line1, Line2, City, State, Postcode } = address;
  const country = countryIn(countryFormat, address.Country);
  return {
    DisplayAddressLine1: Line1,
    DisplayAddressLine2: [Line2, City, State, Postcode, country]
      .filter((part) => part != null && part !== '')
      .join(' '),
    Line1,
    Line2,
    City,
    State,
    Postcode,
    Country: country,
  };
}

/** One task of `/sale/fulfilment`; mind the three spellings of fulfilment (Cin7 10.2). */
export function fulfilmentObject(task: Fulfilment, sale: SaleRecord, context: Cin7Context) {
  const { ship } = task;
  return {
    TaskID: task.taskId,
    FulfillmentNumber: task.number,
    LinkedInvoiceNumber: sale.invoices.find((invoice) => invoice.taskId === task.taskId)?.number ?? null,
    FulFilmentStatus: taskStatus(task),
    Pick: { Status: task.pick.status, Lines: task.pick.lines.map((line) => pickLineObject(line, context)) },
    Pack: {
      Status: task.pack.status,
      Lines: task.pack.lines.map((line) => ({ ...pickLineObject(line, context), Box: line.Box })),
    },
    Ship: {
      Status: ship.status,
      RequireBy: businessDate(ship.requireBy),
      ShippingAddress: ship.address && { ...addressObject(ship.address, plain), Company: ship.address.Company },
      ShippingNotes: ship.notes,
      Lines: ship.lines.map((line) => ({ ...line, ShipmentDate: businessDate(line.ShipmentDate) })),
    },
  };
}

function pickLineObject(line: PickLine, { state }: Cin7Context) {
  return {
    ProductID: line.productId,
    SKU: line.SKU,
    Name: line.Name,
    Location: locationById(state, line.locationId)?.Name ?? '',
    LocationID: line.locationId,
    Quantity: line.Quantity,
    BatchSN: line.BatchSN,
    ExpiryDate: businessDate(line.ExpiryDate),
    NonInventory: line.NonInventory,
  };
}

/** One invoice of `/sale/invoice` (Cin7 10.3). */
export function invoiceObject(invoice: Invoice, sale: SaleRecord) {
  const address = addressObject(sale.header.billing, plain);
  const task = sale.fulfilments.find((candidate) => candidate.taskId === invoice.taskId);
  return {
    TaskID: invoice.taskId,
    InvoiceNumber: invoice.number,
    Memo: invoice.memo,
    Status: invoice.status === 'AUTHORISED' && isPaid(invoice, sale) ? 'PAID' : invoice.status,
    InvoiceDate: businessDate(invoice.date),
    InvoiceDueDate: businessDate(invoice.dueDate),
    CurrencyConversionRate: sale.header.CurrencyRate,
    BillingAddressLine1: address?.DisplayAddressLine1 ?? '',
    BillingAddressLine2: address?.DisplayAddressLine2 ?? '',
    LinkedFulfillmentNumber: task === undefined ? null : String(task.number),
    Lines: invoice.lines.map((line) => {
      const { DropShip: _, BackorderQuantity: __, ...row } = lineObject(line);
      return { ...row, Account: line.Account };
    }),
    AdditionalCharges: invoice.charges,
    Payments: [],
    ...documentTotals(invoice, sale.header.TaxInclusive),
    Paid: invoice.paid,
  };
}

function isPaid(invoice: Invoice, sale: SaleRecord): boolean {
  return invoice.paid > 0 && invoice.paid >= documentTotals(invoice, sale.header.TaxInclusive).Total;
}
