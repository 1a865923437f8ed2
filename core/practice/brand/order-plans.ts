// Which orders JOOR holds from the start: how many in each state, how old, and the one thing that is special about each.
// By count, not by chance, so that the figures of the practice brand hold.
import type { BrandOrder, BrandOrderState } from './types.ts';

/** What is special about an order; 'plain' ones go through without anybody acting. */
type OrderPeculiarity =
  | 'plain'
  | 'unknown-sku'
  | 'unknown-retailer'
  | 'other-currency'
  | 'order-discount'
  | 'freight'
  | 'large'
  | 'same-retailer'
  | 'style-discount';

export interface OrderPlan {
  readonly state: BrandOrderState;
  readonly exportState: BrandOrder['exportState'];
  readonly peculiarity: OrderPeculiarity;
  /** Days before the start on which it was approved, or created when it never was approved; a range to draw from. */
  readonly days: readonly [number, number];
}

function some(
  count: number,
  state: BrandOrderState,
  days: OrderPlan['days'],
  exportState: OrderPlan['exportState'] = 'UNDEFINED',
): OrderPlan[] {
  return Array.from({ length: count }, (_, index) => ({
    state,
    exportState,
    peculiarity: days[0] > 7 && index % 5 === 2 ? 'style-discount' : 'plain',
    days,
  }));
}

function fresh(...peculiarities: OrderPeculiarity[]): OrderPlan[] {
  return peculiarities.map((peculiarity) => ({
    state: 'APPROVED',
    exportState: 'UNDEFINED',
    peculiarity,
    days: [0, 6],
  }));
}

const troubles: readonly OrderPeculiarity[] = [
  'unknown-sku',
  'unknown-retailer',
  'other-currency',
  'order-discount',
  'freight',
  'large',
  'same-retailer',
  'same-retailer',
];

const fullPlan: readonly OrderPlan[] = [
  ...some(12, 'APPROVED', [62, 150], 'SUCCESS'),
  ...some(4, 'APPROVED', [62, 110]),
  ...fresh(...troubles, ...Array.from({ length: 10 }, () => 'plain' as const)),
  ...some(8, 'IN_PROGRESS', [0, 10]),
  ...some(8, 'NOTES', [1, 20]),
  ...some(12, 'PENDING', [1, 25]),
  ...some(5, 'SHIPPED', [75, 140], 'SUCCESS'),
  ...some(5, 'SHIPPED', [75, 140]),
  ...some(8, 'CANCELLED', [20, 60]),
];

const smallPlan: readonly OrderPlan[] = [
  ...some(1, 'APPROVED', [62, 90], 'SUCCESS'),
  ...some(1, 'APPROVED', [62, 90]),
  ...fresh('unknown-sku', 'plain', 'plain', 'order-discount', 'freight'),
  ...some(1, 'IN_PROGRESS', [0, 10]),
  ...some(1, 'NOTES', [1, 20]),
  ...some(1, 'PENDING', [1, 25]),
  ...some(1, 'SHIPPED', [75, 140], 'SUCCESS'),
  ...some(1, 'CANCELLED', [20, 60]),
];

/** The plans for a number of orders: the full set and plain fresh ones beyond it, or the first of the small set. */
export function planOrders(count: number): OrderPlan[] {
  if (count < fullPlan.length) return smallPlan.slice(0, count).concat(plainBeyond(count - smallPlan.length));
  return fullPlan.concat(plainBeyond(count - fullPlan.length));
}

function plainBeyond(count: number): OrderPlan[] {
  return fresh(...Array.from({ length: Math.max(0, count) }, () => 'plain' as const));
}
