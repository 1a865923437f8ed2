// The money of sale documents, in decimals. A line's Total is Quantity x Price less Discount, never with Tax added, in both
// tax modes (Cin7 9.6); the document's Total adds the tax unless prices include it.
import { Decimal, round, sum } from '../../../base/decimal.ts';
import type { DocumentStage, Invoice } from '../state/sale-records.ts';

export interface LineAmounts {
  readonly Quantity: number;
  readonly Price: number;
  readonly Discount: number;
  readonly Tax: number;
}

/** What a line comes to, at four decimals. */
export function lineTotal({ Quantity, Price, Discount }: LineAmounts): Decimal {
  const whole = new Decimal(Quantity).times(Price);
  return round(whole.minus(whole.times(Discount).div(100)), 4);
}

/** TotalBeforeTax, Tax and Total of a quote, order or invoice. */
export function documentTotals(stage: Pick<DocumentStage, 'lines' | 'charges'>, isTaxInclusive: boolean) {
  const rows = [...stage.lines, ...stage.charges];
  const goods = sum(rows.map(lineTotal));
  const tax = sum(rows.map((row) => new Decimal(row.Tax)));
  const beforeTax = isTaxInclusive ? goods.minus(tax) : goods;
  return {
    TotalBeforeTax: round(beforeTax, 4).toNumber(),
    Tax: round(tax, 4).toNumber(),
    Total: round(beforeTax.plus(tax), 4).toNumber(),
  };
}

/** What an invoice asks for. */
export function invoiceTotal(invoice: Invoice, isTaxInclusive: boolean): Decimal {
  return new Decimal(documentTotals(invoice, isTaxInclusive).Total);
}
