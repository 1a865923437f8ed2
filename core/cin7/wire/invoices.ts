// Invoices of a sale (Cin7 10.3): what there is, and the body that makes a new one out of the order's own lines. A new
// invoice is asked for with the empty GUID as its task.
import { z } from 'zod';
import type { SaleDraft } from '../../model/sale.ts';
import { saleOrderBody, type TotalForm } from './sales.ts';
import { businessDateText, decimalText, guid, list, text } from './values.ts';

export interface Invoice {
  readonly taskId: string;
  readonly number: string;
  /** `DRAFT`, `AUTHORISED`, `PAID`, `VOIDED`, `NOT AVAILABLE`. */
  readonly status: string;
  readonly totalBeforeTax: string;
}

const invoiceSchema = z
  .object({ TaskID: guid, InvoiceNumber: text, Status: text, TotalBeforeTax: decimalText })
  .transform((row): Invoice => ({
    taskId: row.TaskID,
    number: row.InvoiceNumber,
    status: row.Status,
    totalBeforeTax: row.TotalBeforeTax,
  }));

export const invoicesSchema = z.object({ Invoices: list(invoiceSchema) }).transform((row) => row.Invoices);

const newTask = '00000000-0000-0000-0000-000000000000';

/** What Cin7 Core is sent for the invoice of a whole sale. */
export function newInvoiceBody(
  saleId: string,
  draft: SaleDraft,
  status: 'DRAFT' | 'AUTHORISED',
  date: string,
  form: TotalForm,
): Record<string, unknown> {
  const { Lines, AdditionalCharges } = saleOrderBody(saleId, draft, 'AUTHORISED', form);
  return {
    SaleID: saleId,
    TaskID: newTask,
    CombineAdditionalCharges: false,
    Memo: '',
    Status: status,
    InvoiceDate: businessDateText(date),
    Lines,
    AdditionalCharges,
  };
}
