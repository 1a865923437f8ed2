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
  const prices = percent === null ? spreadPrices(lines, goods, discountAmount(order, goods)) : null;
  const priced = lines.map((line, index): PricedLine => {
    const price = prices?.[index] ?? round(new Decimal(line.netPrice), places);
    const discount = percent ?? zero;
    const total = round(price.times(line.quantity).times(new Decimal(100).minus(discount)).div(100), places);
    const list = new Decimal(line.listPrice);
    return { line, price, discount, total, listPrice: list.equals(price) ? null : list };
  });
  const freight = new Decimal(order.freight);
  return { lines: priced, freight, totalBeforeTax: sum([...priced.map(({ total }) => total), freight]) };
}

/** The net prices with an amount taken off all of them alike, so that the sum is right although each is rounded. */
function spreadPrices(lines: readonly OrderLine[], goods: Amount, amount: Amount): Amount[] {
  const left = goods.minus(amount);
  const spread = lines.map(({ netPrice, quantity }) => {
    const net = new Decimal(netPrice);
    return { quantity, price: round(goods.isZero() ? net : net.times(left).div(goods), places) };
  });
  // Rounding leaves something over: lines of many pieces take their part of it first, what they leave is for smaller ones.
  let over = left.minus(sum(spread.map(({ price, quantity }) => price.times(quantity))));
  for (const line of [...spread].sort((a, b) => b.quantity - a.quantity)) {
    if (line.quantity <= 0 || goods.isZero()) continue;
    const step = round(over.div(line.quantity), places);
    line.price = line.price.plus(step);
    over = over.minus(step.times(line.quantity));
  }
  return spread.map(({ price }) => price);
}

/** The order's discount as an amount; JOOR may give it as a percentage alone. */
function discountAmount(order: Order, goods: Amount): Amount {
  const amount = new Decimal(order.discountAmount);
  return amount.isZero() ? goods.times(order.discountPercent).div(100) : amount;
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
