// An order's money as Cin7 Core takes it (ORD-7): lines without tax at their net price, the order's discount as a
// percentage of each line or, when it is an amount, spread over the prices. All in decimals; the sums must be JOOR's.
import { Decimal, round, sum, zero, type Decimal as Amount } from '../base/decimal.ts';
import type { Order, OrderLine } from '../model/order.ts';

export interface PricedLine {
  readonly line: OrderLine;
  /** Net price per unit, up to four places. */
  readonly price: Amount;
  /** Percent, up to two places. */
  readonly discount: Amount;
  /** Without tax, four places. */
  readonly total: Amount;
  /** The list price where the net price differs, for the comment. */
  readonly listPrice: Amount | null;
}

export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly freight: Amount;
  /** Lines and freight, without tax. */
  readonly totalBeforeTax: Amount;
}

const places = 4;

/** The lines of an order with their prices in Cin7 Core's form. */
export function priceOrder(order: Order, lines: readonly OrderLine[]): PricedOrder {
  const goods = sum(lines.map(({ netPrice, quantity }) => new Decimal(netPrice).times(quantity)));
  const percent = discountPercent(order, goods);
  const share = percent === null && !goods.isZero() ? new Decimal(order.discountAmount).div(goods) : zero;
  const priced = lines.map((line): PricedLine => {
    const net = new Decimal(line.netPrice);
    const price = round(net.times(new Decimal(1).minus(share)), places);
    const discount = percent ?? zero;
    const total = round(price.times(line.quantity).times(new Decimal(100).minus(discount)).div(100), places);
    const list = new Decimal(line.listPrice);
    return { line, price, discount, total, listPrice: list.equals(price) ? null : list };
  });
  const freight = new Decimal(order.freight);
  return { lines: priced, freight, totalBeforeTax: sum([...priced.map(({ total }) => total), freight]) };
}

/** The discount as a percentage when it is one with at most two places; null when it must be spread as an amount. */
function discountPercent(order: Order, goods: Amount): Amount | null {
  const amount = new Decimal(order.discountAmount);
  if (amount.isZero() && new Decimal(order.discountPercent).isZero()) return zero;
  const percent = new Decimal(order.discountPercent);
  if (percent.isZero() || !round(percent, 2).equals(percent)) return null;
  const asAmount = goods.times(percent).div(100);
  // JOOR gives both: when they say different things the amount is what the retailer saw.
  return amount.isZero() || asAmount.minus(amount).abs().lessThanOrEqualTo('0.01') ? percent : null;
}

/** The tax of an amount, rounded as the company rounds. */
export function taxOf(amount: Amount, percent: string, rounding: 'line' | 'document'): Amount {
  return round(amount.times(percent).div(100), rounding === 'line' ? 2 : places);
}
