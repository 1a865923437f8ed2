// The life of an order and its export mark (JOOR 7). No order goes back to IN_PROGRESS; what a state asks of an order is
// checked on the way into it. People in JOOR's screens may also move an order back, the API may not.
import { z } from 'zod';
import type { Account } from './state.ts';
import { orderStatuses } from './records.ts';
import type { ExportStatus, Order, OrderStatus } from './records.ts';
import { standingLines } from './order-money.ts';
import { touchOrder } from './order-effects.ts';

export const orderStatusSchema = z.enum(orderStatuses);

const onward: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  IN_PROGRESS: ['NOTES', 'PENDING', 'APPROVED', 'CANCELLED'],
  NOTES: ['PENDING', 'APPROVED', 'CANCELLED'],
  PENDING: ['NOTES', 'APPROVED', 'CANCELLED'],
  APPROVED: ['SHIPPED', 'CANCELLED'],
  SHIPPED: [],
  CANCELLED: [],
};

/** Only by hand: JOOR's bulk actions can move an order back (JOOR 7). */
const backward: Readonly<Partial<Record<OrderStatus, readonly OrderStatus[]>>> = {
  APPROVED: ['PENDING', 'NOTES'],
  SHIPPED: ['APPROVED'],
  CANCELLED: ['PENDING', 'NOTES'],
};

/** Why the order can't get that status, or null when it can. Words are invented. */
export function statusProblem(order: Order, to: OrderStatus, by: 'api' | 'screen'): string | null {
  if (order.status === to) return null;
  if (to === 'IN_PROGRESS') return 'An order can not go back to IN_PROGRESS';
  const allowed = [...onward[order.status], ...(by === 'screen' ? (backward[order.status] ?? []) : [])];
  if (!allowed.includes(to)) return `An order can not go from ${order.status} to ${to}`;
  return to === 'CANCELLED' ? null : missingFor(order, to);
}

/** What an order lacks for a status (JOOR 5.9, status rules), or null. Words are invented. */
export function missingFor(order: Order, status: OrderStatus): string | null {
  if (status === 'IN_PROGRESS' || status === 'CANCELLED') return null;
  if (order.shippingAddress === null) return `A shipping address is required for ${status}`;
  if (order.billingAddress === null) return `A billing address is required for ${status}`;
  if (order.paymentMethod === null) return `A payment method is required for ${status}`;
  if (status === 'NOTES') return null;
  const lines = standingLines(order);
  if (lines.length === 0 || lines.some(({ quantity }) => quantity < 1)) {
    return `Every item needs at least 1 unit for ${status}`;
  }
  return null;
}

/** Gives the order a status that `statusProblem` allows. */
export function setStatus(account: Account, order: Order, to: OrderStatus): void {
  if (order.status === to) return;
  order.status = to;
  if (to === 'APPROVED') order.approvedAt = account.clock.now();
  touchOrder(account, order);
}

/** Writes the export mark (JOOR 7). A mark is no edit of the order. */
export function setExportStatus(
  { clock, switches }: Account,
  order: Order,
  status: ExportStatus,
  description: string | null,
): void {
  order.exportStatus = status;
  order.exportDescription = status === 'UNDEFINED' ? null : description;
  order.exportedAt = status === 'SUCCESS' ? clock.now() : null;
  if (switches.exportMarkBumpsModified) order.modifiedAt = clock.now();
}

/** True when somebody changed the order after it was exported (JOOR 6.1, filter 4). */
export function isEditedAfterExport({ switches }: Account, order: Order): boolean {
  return switches.flagEditsAfterExport && order.exportedAt !== null && order.editedAt > order.exportedAt;
}
