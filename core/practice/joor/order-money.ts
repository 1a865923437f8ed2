// What an order comes to. Lines count with the price after style discount; the order discount comes off the goods;
// whether freight is in the total is a switch (JOOR 5.9, 6.1).
import type { Decimal } from '../../base/decimal.ts';
import { parseDecimal, round, sum, zero } from '../../base/decimal.ts';
import type { Order, OrderLine } from './records.ts';
import type { JoorSwitches } from './switches.ts';

export interface OrderTotals {
  /** Goods after style discounts, before the order discount. */
  readonly goods: Decimal;
  readonly discount: Decimal;
  /** Of the goods; from the amount when the discount is one. */
  readonly discountPercent: Decimal;
  readonly shipping: Decimal;
  readonly total: Decimal;
  readonly quantity: number;
}

/** The lines that stand: not cancelled and not removed with an inactive color or size. */
export function standingLines(order: Order): OrderLine[] {
  return order.lines.filter((line) => !line.isCancelled && !line.isRemoved);
}

/** (price after style discount) × quantity, two places. */
export function lineTotal(line: OrderLine): Decimal {
  return round(decimal(line.itemPrice).times(line.quantity), 2);
}

/** The order's sums over its standing lines. */
export function totalsOf(switches: JoorSwitches, order: Order): OrderTotals {
  const lines = standingLines(order);
  const goods = sum(lines.map(lineTotal));
  const given = order.discount === null ? zero : decimal(order.discount.value);
  const isPercent = order.discount?.type === 'PERCENTAGE';
  const discount = isPercent ? round(goods.times(given).dividedBy(100), 2) : given;
  const ofGoods = goods.isZero() ? zero : round(discount.times(100).dividedBy(goods), 4);
  const shipping = decimal(order.shippingPrice);
  const net = goods.minus(discount);
  return {
    goods,
    discount,
    discountPercent: isPercent ? given : ofGoods,
    shipping,
    total: switches.totalIncludesShipping ? net.plus(shipping) : net,
    quantity: lines.reduce((units, line) => units + line.quantity, 0),
  };
}

/** A money text as a decimal; zero for what isn't one. */
export function decimal(text: string | null): Decimal {
  return parseDecimal(text) ?? zero;
}
