// Writing the quote and the order of a sale (Cin7 9.6). A write replaces all lines and charges; an authorised order claims
// stock and silently backorders the rest. Checks come in the order of 14.3; the reference names the rules, not the texts.
import { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import { refuse, refuseAny } from '../http/answers.ts';
import { decimalMember, flagMember, textMember } from '../http/bodies.ts';
import type { SaleRecord } from '../state/sale-records.ts';
import { sameText } from '../state/state.ts';
import { authoriseOrder, refuseVoided, touchSale } from './actions.ts';
import { nextOrderNumber, saleOf } from './create.ts';
import { chargeBody, lineBody, readRows } from './lines.ts';
import type { AutoPickMode } from './picking.ts';

export const stageBody = z.object({
  SaleID: textMember,
  CombineAdditionalCharges: flagMember,
  Memo: textMember,
  Status: textMember,
  AutoPickPackShipMode: textMember,
  Lines: z.array(lineBody).nullish(),
  AdditionalCharges: z.array(chargeBody).nullish(),
  SaleOrderNumber: textMember,
  TotalBeforeTax: decimalMember,
  Tax: decimalMember,
  Total: decimalMember,
});

type StageBody = z.output<typeof stageBody>;

/** POST /sale/order. */
export function writeOrder(body: StageBody, context: Cin7Context): SaleRecord {
  const sale = saleOf(body.SaleID, context);
  refuseVoided(sale);
  if (sale.isServiceOnly) refuse('Service sale does not have an order.');
  if (sale.quote.status !== 'AUTHORISED' && !sale.header.SkipQuote) refuse('Sale quote is not authorised.');
  if (sale.order.status === 'AUTHORISED') refuse('Sale order is already authorised and cannot be changed.');
  const status = draftOrAuthorised(body.Status);
  const mode = modeOf(body.AutoPickPackShipMode);
  const { lines, charges, problems } = readRows(body.Lines ?? [], body.AdditionalCharges ?? [], context);
  refuseAny(problems);

  sale.order = { status: 'DRAFT', memo: body.Memo ?? '', lines, charges };
  sale.orderNumber ??= nextOrderNumber(context);
  if (status === 'AUTHORISED') authoriseOrder(sale, mode, context);
  touchSale(sale, context);
  return sale;
}

/** POST /sale/quote. */
export function writeQuote(body: StageBody, context: Cin7Context): SaleRecord {
  const sale = saleOf(body.SaleID, context);
  refuseVoided(sale);
  if (sale.header.SkipQuote) refuse('Sale quote is skipped.');
  if (sale.quote.status === 'AUTHORISED') refuse('Sale quote is already authorised and cannot be changed.');
  const status = draftOrAuthorised(body.Status);
  const { lines, charges, problems } = readRows(body.Lines ?? [], body.AdditionalCharges ?? [], context);
  refuseAny(problems);
  sale.quote = { status, memo: body.Memo ?? '', lines, charges };
  touchSale(sale, context);
  return sale;
}

/** Only these two statuses may be sent (Cin7 9.6). */
export function draftOrAuthorised(status: string | null | undefined): 'DRAFT' | 'AUTHORISED' {
  if (status == null || status === '') refuse("Required attribute 'Status' not provided.");
  if (sameText(status, 'DRAFT')) return 'DRAFT';
  return sameText(status, 'AUTHORISED') ? 'AUTHORISED' : refuse('Status value should be DRAFT or AUTHORISED.');
}

const modes: readonly AutoPickMode[] = ['NOPICK', 'AUTOPICK', 'AUTOPICKPACK', 'AUTOPICKPACKSHIP'];

function modeOf(value: string | null | undefined): AutoPickMode {
  if (value == null || value === '') return 'NOPICK';
  return modes.find((mode) => sameText(mode, value)) ?? refuse("Attribute 'AutoPickPackShipMode' is invalid.");
}
