// Invoices of a sale: GET and POST (Cin7 10.3).
import { json } from '../http/answers.ts';
import { type Endpoint, onBody, onQuery } from '../http/endpoint.ts';
import { knownSale } from '../sales/create.ts';
import { invoiceBody, writeInvoice } from '../sales/invoicing.ts';
import type { SaleRecord } from '../state/sale-records.ts';
import { invoiceObject } from '../wire/sale-object.ts';

export const invoiceEndpoints: readonly Endpoint[] = [
  {
    path: 'sale/invoice',
    operations: {
      GET: onQuery(['SaleID', 'CombineAdditionalCharges', 'IncludeProductInfo'], ({ query }, context) =>
        invoicesAnswer(knownSale(query.requiredGuid('SaleID'), context)),
      ),
      POST: onBody(invoiceBody, (body, context) => invoicesAnswer(writeInvoice(body, context))),
    },
  },
];

function invoicesAnswer(sale: SaleRecord) {
  return json({ SaleID: sale.id, Invoices: sale.invoices.map((invoice) => invoiceObject(invoice, sale)) });
}
