// What catalogue changes do to orders. An inactive color or size vanishes from orders that aren't shipped and comes back
// with ACTIVE (JOOR 5.5). A deleted style, color or size is cancelled on Notes, on Pending and on Approved orders that
// aren't exported; exported and shipped ones stay as they are (JOOR 6.4).
import type { LineSku, Order } from './records.ts';
import type { Account } from './state.ts';

/** Brings the orders in step with the active colors and sizes of a product. */
export function applyTraitStatus(account: Account, productId: string): void {
  for (const order of account.state.orders.values()) {
    if (order.status === 'SHIPPED') continue;
    let hasChanged = false;
    for (const line of order.lines) {
      if (line.sku.productId !== productId) continue;
      const isRemoved = !isShoppable(account, line.sku.skuId);
      hasChanged ||= line.isRemoved !== isRemoved;
      line.isRemoved = isRemoved;
    }
    if (hasChanged) touchOrder(account, order);
  }
}

/** Cancels the lines that a delete concerns; returns on how many orders. */
export function cancelOnOrders(account: Account, concerns: (sku: LineSku) => boolean): number {
  let orders = 0;
  for (const order of account.state.orders.values()) {
    if (!losesDeletedStyles(order)) continue;
    const lines = order.lines.filter((line) => !line.isCancelled && concerns(line.sku));
    if (lines.length === 0) continue;
    for (const line of lines) line.isCancelled = true;
    touchOrder(account, order);
    orders += 1;
  }
  return orders;
}

/** Notes that somebody changed an order. */
export function touchOrder({ clock }: Account, order: Order): void {
  order.modifiedAt = clock.now();
  order.editedAt = order.modifiedAt;
}

/** True when buyers may order the SKU: it exists, and its color and size are active. */
export function isShoppable({ state }: Account, skuId: string): boolean {
  const sku = state.skus.get(skuId);
  // A SKU that is gone was deleted, not deactivated: its lines are cancelled or kept, never removed.
  return sku === undefined || (sku.color.status === 'ACTIVE' && sku.size.status === 'ACTIVE');
}

function losesDeletedStyles({ status, exportStatus }: Order): boolean {
  return status === 'NOTES' || status === 'PENDING' || (status === 'APPROVED' && exportStatus !== 'SUCCESS');
}
