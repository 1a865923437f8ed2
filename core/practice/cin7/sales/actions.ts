// What happens to a whole sale: authorising its order, undo, void (Cin7 9.5, 9.8, 14.3). Each change moves Updated.
import type { Cin7Context } from '../context.ts';
import { refuse } from '../http/answers.ts';
import type { SaleRecord } from '../state/sale-records.ts';
import { fourPlaces } from '../state/stock.ts';
import { allocateOrder, releaseOrder } from './allocation.ts';
import { type AutoPickMode, autoPick, returnPicks } from './picking.ts';
import { isBegun } from './statuses.ts';
import { lineTotal } from './totals.ts';

/** Notes that a sale was changed now. */
export function touchSale(sale: SaleRecord, { clock }: Cin7Context): void {
  sale.updatedAt = clock.now();
}

/** Authorises the order: discounts of the account, allocation, backorders, automatic picks. */
export function authoriseOrder(sale: SaleRecord, mode: AutoPickMode, context: Cin7Context): void {
  applyAccountDiscount(sale, context.switches.automaticDiscountPercent);
  sale.order.status = 'AUTHORISED';
  allocateOrder(sale, context);
  autoPick(sale, mode, context);
  touchSale(sale, context);
}

/** Undo: the order becomes a draft again and gives back its stock. Refused when there is nothing to undo. */
export function undoSale(sale: SaleRecord, context: Cin7Context): void {
  refuseVoided(sale);
  // Invented messages: the reference doesn't say what an impossible undo answers.
  if (sale.order.status !== 'AUTHORISED') refuse('Sale order is not authorised and cannot be undone.');
  if (isBegun(sale) && context.switches.undoAfterPick === 'refused') {
    refuse('Sale has been picked or invoiced and cannot be undone.');
  }
  releaseOrder(sale, context);
  returnPicks(sale);
  sale.invoices = [];
  sale.order.status = 'DRAFT';
  touchSale(sale, context);
}

/** Void: permanent, gives back everything. */
export function voidSale(sale: SaleRecord, context: Cin7Context): void {
  refuseVoided(sale);
  releaseOrder(sale, context);
  returnPicks(sale);
  for (const invoice of sale.invoices) invoice.status = 'VOIDED';
  sale.isVoided = true;
  touchSale(sale, context);
}

/** Whatever is sent to a voided sale is refused (Cin7 14.3). Invented message. */
export function refuseVoided(sale: SaleRecord): void {
  if (sale.isVoided) refuse('Sale is voided.');
}

/** Accounts that apply discounts by themselves change the amounts on authorising (Cin7 2.1, gotcha 46). */
function applyAccountDiscount(sale: SaleRecord, percent: number): void {
  if (percent <= 0) return;
  for (const line of sale.order.lines) {
    const before = lineTotal(line);
    line.Discount = fourPlaces(100 - ((100 - line.Discount) * (100 - percent)) / 100);
    const after = lineTotal(line);
    line.Total = after.toNumber();
    line.Tax = before.isZero() ? 0 : fourPlaces(after.div(before).times(line.Tax).toNumber());
  }
}
