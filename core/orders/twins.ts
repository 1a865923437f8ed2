// Sales in Cin7 Core that look like an order of JOOR although nothing marks them as such (GO-2): entered by hand, or by
// another program before going live. Shown to a person, most likely first; never decided by.
import { fold } from '../base/text.ts';
import type { Order } from '../model/order.ts';
import { isVoided, type SaleHead } from '../model/sale.ts';

export interface Twin {
  readonly sale: SaleHead;
  /** What makes it likely, one sentence. */
  readonly why: string;
  /** 3 names the order, 2 its purchase order and customer, 1 customer and date. */
  readonly likelihood: 1 | 2 | 3;
}

/** Days between the approval of an order and the date of a sale that may be it. */
const daysApart = 3;
const mostShown = 5;

/** The sales that may be the order; `customerIds` are the customers in Cin7 Core with the order's code. */
export function twinsOf(order: Order, sales: readonly SaleHead[], customerIds: ReadonlySet<string>): Twin[] {
  return sales
    .flatMap((sale) => {
      const twin = isVoided(sale) ? null : likenessOf(order, sale, customerIds);
      return twin === null ? [] : [twin];
    })
    .sort((a, b) => b.likelihood - a.likelihood || a.sale.number.localeCompare(b.sale.number))
    .slice(0, mostShown);
}

function likenessOf(order: Order, sale: SaleHead, customerIds: ReadonlySet<string>): Twin | null {
  const words = sale.reference.split(/[^\p{L}\p{N}]+/u);
  if (words.includes(order.id) || sale.externalId.split(':').includes(order.id))
    return { sale, likelihood: 3, why: `It names order ${order.id}.` };
  const isCustomer = customerIds.has(sale.customerId) || fold(sale.customer) === fold(order.customerName);
  const po = fold(order.poNumber);
  if (isCustomer && po !== '' && fold(sale.reference).includes(po))
    return { sale, likelihood: 2, why: `Same customer, and its reference has PO ${order.poNumber}.` };
  if (isCustomer && order.approvedAt !== null && sale.orderDate !== null && isNear(order.approvedAt, sale.orderDate))
    return { sale, likelihood: 1, why: 'Same customer, and nearly the same date.' };
  return null;
}

function isNear(approvedAt: string, orderDate: string): boolean {
  const apart = Math.abs(Date.parse(orderDate) - Date.parse(approvedAt.slice(0, 10)));
  return apart <= daysApart * 86_400_000;
}
