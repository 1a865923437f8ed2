// What the earlier sale says about exporting an order once more (ORD-9): only a voided, credited or proven-gone one makes
// room for a new sale. An open one asks a person; one that somebody began to pick or invoice must be credited first.
import type { Order } from '../model/order.ts';
import { isVoided, type Sale, type SaleDraft } from '../model/sale.ts';
import type { Reason } from '../model/standing.ts';
import { count, moneyWords } from '../base/text.ts';
import { Decimal, plainText, sum } from '../base/decimal.ts';
import { differingLines, type SaleComparison } from './sale-comparison.ts';

export const reExportVerdicts = ['allowed', 'open', 'must-credit', 'gone-unproven'] as const;
export type ReExportVerdict = (typeof reExportVerdicts)[number];

/** The sale of before, as far as it could be read. */
export type EarlierSale =
  | { readonly kind: 'read'; readonly sale: Sale }
  /** Not found twice, over a connection that works. */
  | { readonly kind: 'gone'; readonly number: string }
  /** Cin7 Core doesn't find it, but that isn't proven. */
  | { readonly kind: 'unproven'; readonly number: string; readonly why: string };

type Progress = Pick<Sale, 'status' | 'pickStatus' | 'invoiceStatus'>;

const begunStatuses = new Set([
  'PICKING',
  'PICKED',
  'PACKING',
  'PACKED',
  'SHIPPING',
  'SHIPPED',
  'INVOICING',
  'INVOICED',
  'COMPLETED',
]);
const untouched = new Set(['', 'NOT AVAILABLE', 'VOIDED']);

/** True once somebody picked, packed or shipped any of it (Cin7 9.3). */
export function isPicked({ status, pickStatus }: Progress): boolean {
  const pick = pickStatus.toUpperCase();
  const isBegun = /^(PICK|PACK|SHIP|COMPLETED)/.test(status.toUpperCase());
  return isBegun || !(untouched.has(pick) || pick.startsWith('NOT '));
}

/** True once any of it is invoiced and not credited (Cin7 9.2, 9.3). */
export function isInvoiced({ status, invoiceStatus }: Progress): boolean {
  const invoice = invoiceStatus.toUpperCase();
  if (isCredited({ status, invoiceStatus })) return false;
  const isBegun = /^(INVOIC|COMPLETED)/.test(status.toUpperCase());
  return isBegun || !(untouched.has(invoice) || invoice.startsWith('NOT '));
}

/** True when all of it was credited: the sale is over, as if it had been voided. */
export function isCredited({ status, invoiceStatus }: Pick<Sale, 'status' | 'invoiceStatus'>): boolean {
  return status.toUpperCase() === 'CREDITED' || invoiceStatus.toUpperCase() === 'CREDITED';
}

/** True while the sale stands for the order, so that another one would be a duplicate. */
export function isLive(sale: Progress): boolean {
  return !isVoided(sale) && !isCredited(sale);
}

/** Whether an order may become a sale once more. */
export function verdictOf(earlier: EarlierSale): ReExportVerdict {
  if (earlier.kind === 'gone') return 'allowed';
  if (earlier.kind === 'unproven') return 'gone-unproven';
  const { sale } = earlier;
  if (!isLive(sale)) return 'allowed';
  const status = sale.status.toUpperCase();
  return begunStatuses.has(status) || isPicked(sale) || isInvoiced(sale) ? 'must-credit' : 'open';
}

/** How far the earlier sale has come, as part of a sentence. */
export function statusInWords(earlier: EarlierSale): string {
  if (earlier.kind === 'gone') return 'no longer in Cin7';
  if (earlier.kind === 'unproven') return 'not found in Cin7 this time';
  const { sale } = earlier;
  if (isVoided(sale)) return 'voided in Cin7';
  if (isCredited(sale)) return 'credited in Cin7';
  if (isInvoiced(sale)) return 'already invoiced in Cin7';
  return isPicked(sale) ? 'already being picked or shipped in Cin7' : 'still open in Cin7';
}

/** Number and status of the earlier sale, for a record of what was decided. */
export function earlierSaleFacts(earlier: EarlierSale): { number: string; status: string } {
  return earlier.kind === 'read'
    ? { number: earlier.sale.number, status: earlier.sale.status }
    : { number: earlier.number, status: earlier.kind };
}

/** The reasons that hold a re-export. */
export const reExportCodes: ReadonlySet<string> = new Set(['re-export-open', 're-export-credit', 're-export-unproven']);

/** Why an order isn't exported once more although that was asked for. Null when it may be. */
export function heldReExport(
  order: Pick<Order, 'id'>,
  earlier: EarlierSale,
  comparison: SaleComparison | null,
): Reason | null {
  const { number } = earlierSaleFacts(earlier);
  const asked = `Order ${order.id} is to be exported again, but sale ${number} is ${statusInWords(earlier)}`;
  switch (verdictOf(earlier)) {
    case 'allowed':
      return null;
    case 'open':
      return {
        code: 're-export-open',
        sentence: `${asked}. ${differenceInWords(comparison)}`,
        nextStep: `Void ${number} in Cin7; the next run then creates the new sale.`,
      };
    case 'must-credit':
      return { code: 're-export-credit', sentence: `${asked}.`, nextStep: `Credit ${number} in Cin7 first.` };
    case 'gone-unproven':
      return {
        code: 're-export-unproven',
        sentence: `${asked}, and that isn't proven: ${earlier.kind === 'unproven' ? earlier.why : ''}`,
        nextStep: 'Nothing is created before it is. The next run looks again.',
      };
  }
}

/** How order and sale differ, in one sentence. */
export function differenceInWords(comparison: SaleComparison | null): string {
  if (comparison === null) return "What differs can't be said while the order itself needs something.";
  const lines = differingLines(comparison).length;
  if (comparison.isEqual) return 'Both have the same lines and totals.';
  const { inOrder, inSale } = comparison.total;
  const totals = `${new Decimal(inOrder).toFixed(2)} in JOOR, ${new Decimal(inSale).toFixed(2)} in Cin7`;
  return lines === 0 ? `The totals differ: ${totals}.` : `${count(lines, 'line differs', 'lines differ')}: ${totals}.`;
}

/** What follows if the new sale is created now, one sentence each, in the order in which people read them. */
export function consequencesOf(order: Order, draft: SaleDraft | null, earlier: EarlierSale): string[] {
  if (draft === null) return ['Nothing yet: the order itself needs something first.'];
  const { number } = earlierSaleFacts(earlier);
  const amount = moneyWords(draft.totalBeforeTax, order.currency);
  const created = `Cin7 gets one new sale with ${count(draft.lines.length, 'line')}, ${amount}, reference ${draft.reference}.`;
  if (earlier.kind !== 'read' || !isLive(earlier.sale))
    return [created, `${number} is ${statusInWords(earlier)} and stays as it is.`];
  const units = plainText(sum(earlier.sale.lines.map(({ quantity }) => new Decimal(quantity))));
  return [
    created,
    `${number} stays as it is. Seamline never voids a sale; you do that in Cin7.`,
    `Until ${number} is voided, ${count(Number(units), 'unit is', 'units are')} counted twice, and JOOR shows that much less stock.`,
  ];
}
