// What pre-flight settled and what it misses, as the short list above an order's lines (ORD-2).
import { count } from '../base/text.ts';
import type { CheckedLine, OrderHold } from '../model/order-check.ts';
import type { SaleDraft } from '../model/sale.ts';

export type CheckName =
  'customer' | 'lines' | 'tax-rule' | 'totals' | 'terms' | 'location' | 'carrier' | 'currency' | 'freight';

export interface CheckLine {
  readonly name: CheckName;
  readonly isSettled: boolean;
  /** What it was settled to, or what is missing. */
  readonly value: string;
}

/** Which check each hold belongs to; what isn't named here is about the customer. */
const checkOf: Readonly<Record<string, CheckName>> = {
  'no-lines': 'lines',
  'lines-differ': 'lines',
  'tax-rule': 'tax-rule',
  terms: 'terms',
  'no-location': 'location',
  'unknown-location': 'location',
  'unmapped-carrier': 'carrier',
  'unknown-carrier': 'carrier',
  'unmapped-sales rep': 'carrier',
  'unknown-sales rep': 'carrier',
  'no-rate': 'currency',
  'old-rate': 'currency',
  'totals-differ': 'totals',
  'no-freight-service': 'freight',
  'unknown-freight-service': 'freight',
};

const names: readonly CheckName[] = [
  'customer',
  'lines',
  'tax-rule',
  'totals',
  'terms',
  'location',
  'carrier',
  'currency',
  'freight',
];

interface Checked {
  readonly lines: readonly CheckedLine[];
  readonly holds: readonly OrderHold[];
  readonly draft: SaleDraft | null;
  readonly customer: string;
}

/** The checks of an order in the order in which they are looked at. */
export function orderChecks({ lines, holds, draft, customer }: Checked): CheckLine[] {
  const found = lines.filter(({ problem }) => problem === null).length;
  const settled: Readonly<Record<CheckName, string>> = {
    customer,
    lines: found === lines.length ? count(lines.length, 'line') : `${found} of ${lines.length}`,
    'tax-rule': draft?.taxRule ?? '',
    totals: draft?.totalBeforeTax ?? '',
    terms: draft?.terms ?? '',
    location: draft?.location ?? '',
    carrier: draft?.carrier ?? '',
    currency: draft?.currencyRate ?? '',
    freight: draft?.charges.map(({ description }) => description).join(', ') ?? '',
  };
  return names.map((name) => {
    const hold = holds.find(({ code, line }) => (line === null ? (checkOf[code] ?? 'customer') : 'lines') === name);
    const value = hold !== undefined && name !== 'lines' ? hold.sentence : settled[name];
    return { name, isSettled: hold === undefined, value };
  });
}
