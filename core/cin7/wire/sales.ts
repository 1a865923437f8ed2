// Sales on the wire: the rows of saleList, a whole sale, and the two bodies that create one (Cin7 9).
import { z } from 'zod';
import type { Address } from '../../model/customer.ts';
import type { Sale, SaleDraft, SaleHead, SaleLine } from '../../model/sale.ts';
import { Decimal, round } from '../../base/decimal.ts';
import { businessDate, businessDateText, decimalText, guid, instant, list, someGuid, text } from './values.ts';

export const saleHeadSchema = z
  .object({
    SaleID: someGuid,
    OrderNumber: text,
    Status: text,
    OrderStatus: text,
    CustomerID: guid,
    Customer: text,
    CustomerReference: text,
    ExternalID: text,
    OrderDate: businessDate,
    Updated: instant,
    CombinedPickingStatus: text,
    CombinedInvoiceStatus: text,
  })
  .transform((row): SaleHead => ({
    id: row.SaleID,
    number: row.OrderNumber,
    status: row.Status,
    orderStatus: row.OrderStatus,
    customerId: row.CustomerID,
    customer: row.Customer,
    reference: row.CustomerReference,
    externalId: row.ExternalID,
    orderDate: row.OrderDate,
    updatedAt: row.Updated,
    pickStatus: row.CombinedPickingStatus,
    invoiceStatus: row.CombinedInvoiceStatus,
  }));

const lineSchema = z
  .object({
    ProductID: guid,
    SKU: text,
    Quantity: decimalText,
    Price: decimalText,
    Discount: decimalText,
    Total: decimalText,
    BackorderQuantity: decimalText,
  })
  .transform((row) => ({
    productId: row.ProductID,
    sku: row.SKU,
    quantity: row.Quantity,
    price: row.Price,
    discount: row.Discount,
    total: row.Total,
    backordered: row.BackorderQuantity,
  }));

const lines = list(lineSchema);

export const saleSchema = z
  .object({
    ID: someGuid,
    Status: text,
    ExternalID: text,
    CustomerID: guid,
    CustomerReference: text,
    CustomerCurrency: text,
    Location: text,
    CombinedPickingStatus: text,
    CombinedInvoiceStatus: text,
    Order: z.object({
      SaleOrderNumber: text,
      Status: text,
      Lines: lines,
      TotalBeforeTax: decimalText,
      Total: decimalText,
    }),
  })
  .transform((row): Sale => ({
    id: row.ID,
    number: row.Order.SaleOrderNumber,
    status: row.Status,
    orderStatus: row.Order.Status,
    externalId: row.ExternalID,
    customerId: row.CustomerID,
    reference: row.CustomerReference,
    currency: row.CustomerCurrency,
    location: row.Location,
    pickStatus: row.CombinedPickingStatus,
    invoiceStatus: row.CombinedInvoiceStatus,
    lines: row.Order.Lines,
    totalBeforeTax: row.Order.TotalBeforeTax,
    total: row.Order.Total,
  }));

/** The id in the answer to `POST /sale`: the rest is read back when it matters. */
export const saleIdSchema = z.object({ ID: someGuid }).transform(({ ID }) => ID);

/** What `/sale/order` answers; the sale itself is read back afterwards. */
export const saleOrderSchema = z
  .object({ SaleID: someGuid, SaleOrderNumber: text, Status: text, Lines: lines })
  .transform((row) => ({ id: row.SaleID, number: row.SaleOrderNumber, orderStatus: row.Status, lines: row.Lines }));

/** The body of `POST /sale` (Cin7 9.4). Ship-to never adds an address to the customer's card (ORD-12). */
export function saleHeaderBody(draft: SaleDraft): Record<string, unknown> {
  return withoutNulls({
    CustomerID: draft.customerId,
    SaleType: draft.saleType,
    SkipQuote: true,
    Location: draft.location,
    ExternalID: draft.externalId,
    CustomerReference: draft.reference,
    Contact: draft.contact,
    Phone: draft.phone,
    Email: draft.email,
    // Without a first line it is no address: Cin7 Core takes the customer's then.
    BillingAddress: draft.billTo.line1 === '' ? null : addressBody(draft.billTo),
    ShippingAddress:
      draft.shipTo.line1 === ''
        ? null
        : {
            ...addressBody(draft.shipTo),
            Company: draft.shipTo.company,
            Contact: draft.shipTo.contact,
            ShipToOther: true,
          },
    TaxRule: draft.taxRule,
    TaxInclusive: false,
    Terms: draft.terms,
    PriceTier: draft.priceTier,
    SaleOrderDate: businessDateText(draft.orderDate),
    ShipBy: draft.shipBy === null ? null : businessDateText(draft.shipBy),
    Note: draft.note,
    CurrencyRate: draft.currencyRate === null ? null : Number(draft.currencyRate),
    SalesRepresentative: draft.salesRepresentative,
    Carrier: draft.carrier,
  });
}

/** Whether a line's `Total` has its tax in it (Cin7 9.6, conflict). */
export type TotalForm = 'without-tax' | 'with-tax';

/** The body of `POST /sale/order`: every line and charge, as a draft or authorised (Cin7 9.6). */
export function saleOrderBody(
  saleId: string,
  draft: SaleDraft,
  status: 'DRAFT' | 'AUTHORISED',
  form: TotalForm,
): Record<string, unknown> {
  return {
    SaleID: saleId,
    Memo: '',
    Status: status,
    AutoPickPackShipMode: 'NOPICK',
    Lines: draft.lines.map((line) => ({
      ProductID: line.productId,
      SKU: line.sku,
      Name: line.name,
      Quantity: Number(line.quantity),
      Price: Number(line.price),
      Discount: Number(line.discount),
      Tax: Number(line.tax),
      TaxRule: line.taxRule,
      Comment: line.comment,
      Total: lineTotal(line, form),
    })),
    AdditionalCharges: draft.charges.map((charge) => ({
      Description: charge.description,
      Quantity: 1,
      Price: Number(charge.price),
      Discount: 0,
      Tax: Number(charge.tax),
      TaxRule: charge.taxRule,
      Total: lineTotal(charge, form),
      Comment: '',
    })),
  };
}

function lineTotal(line: Pick<SaleLine, 'total' | 'tax'>, form: TotalForm): number {
  const total = new Decimal(line.total);
  return round(form === 'with-tax' ? total.plus(line.tax) : total, 4).toNumber();
}

function addressBody(address: Address): Record<string, string> {
  return {
    Line1: address.line1,
    Line2: address.line2,
    City: address.city,
    State: address.state,
    Postcode: address.postcode,
    Country: address.country,
  };
}

function withoutNulls(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
