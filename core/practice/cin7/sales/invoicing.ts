// Writing an invoice of a sale (Cin7 10.3), as far as a client that imports orders needs it. Texts are invented.
import { z } from 'zod';
import { addDays, parsePlainDate } from '../../../base/dates.ts';
import { type Cin7Context, today } from '../context.ts';
import { refuse, refuseAny } from '../http/answers.ts';
import { decimalMember, flagMember, textMember } from '../http/bodies.ts';
import { isGuid } from '../http/query.ts';
import type { Invoice, SaleRecord } from '../state/sale-records.ts';
import { emptyGuid, sameText } from '../state/state.ts';
import { refuseVoided, touchSale } from './actions.ts';
import { saleOf } from './create.ts';
import { chargeBody, lineBody, readRows } from './lines.ts';
import { draftOrAuthorised } from './stages.ts';

export const invoiceBody = z.object({
  SaleID: textMember,
  TaskID: textMember,
  CombineAdditionalCharges: flagMember,
  Memo: textMember,
  Status: textMember,
  InvoiceDate: textMember,
  InvoiceDueDate: textMember,
  CurrencyConversionRate: decimalMember,
  BillingAddressLine1: textMember,
  BillingAddressLine2: textMember,
  Lines: z.array(lineBody).nullish(),
  AdditionalCharges: z.array(chargeBody).nullish(),
});

type InvoiceBody = z.output<typeof invoiceBody>;

/** The empty GUID as TaskID makes a new invoice, another one overwrites that draft. */
export function writeInvoice(body: InvoiceBody, context: Cin7Context): SaleRecord {
  const sale = saleOf(body.SaleID, context);
  refuseVoided(sale);
  if (sale.order.status !== 'AUTHORISED') refuse('Sale order is not authorised.');
  const { TaskID } = body;
  if (TaskID == null || TaskID === '') refuse("Required attribute 'TaskID' not provided.");
  if (!isGuid(TaskID)) refuse('TaskID parameter must be of GUID type');
  const known = sale.invoices.find((invoice) => sameText(invoice.taskId, TaskID));
  if (known === undefined && TaskID !== emptyGuid) refuse("Invoice with specified 'TaskID' not found.");
  if (known !== undefined && known.status !== 'DRAFT') refuse('Invoice is already authorised and cannot be changed.');
  const live = sale.invoices.filter((invoice) => invoice.status !== 'VOIDED');
  if (known === undefined && sale.type === 'Simple' && live.length > 0) refuse('Simple sale already has an invoice.');
  const status = draftOrAuthorised(body.Status);
  const rows = readRows(body.Lines ?? [], body.AdditionalCharges ?? [], context, sale.header.DefaultAccount);
  refuseAny(rows.problems);

  const date = parsePlainDate(body.InvoiceDate ?? '') ?? today(context);
  const invoice: Invoice = {
    taskId: known?.taskId ?? (live.length === 0 ? sale.id : context.ids.uuid()),
    number: known?.number ?? nextInvoiceNumber(context),
    status,
    memo: body.Memo ?? '',
    date,
    dueDate: parsePlainDate(body.InvoiceDueDate ?? '') ?? addDays(date, durationOf(sale, context)),
    lines: rows.lines,
    charges: rows.charges,
    paid: 0,
  };
  sale.invoices = [...sale.invoices.filter((each) => each !== known), invoice];
  touchSale(sale, context);
  return sale;
}

/** `INV-00398`, counting up. */
function nextInvoiceNumber({ state }: Cin7Context): string {
  state.counters.invoice += 1;
  return `INV-${String(state.counters.invoice).padStart(5, '0')}`;
}

/** Days until an invoice is due by the sale's terms. */
function durationOf(sale: SaleRecord, { state }: Cin7Context): number {
  const term = state.references.paymentTerms.find((row) => sameText(row.Name, sale.header.Terms));
  return term?.Duration ?? 0;
}
