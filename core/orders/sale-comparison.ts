// How an order and the sale it became differ, product by product: quantities, prices, amounts and totals. What the
// re-export dialog shows and what an edit after export is judged by (ORD-9, ORD-10).
import { Decimal, plainText, sum, type Decimal as Amount } from '../base/decimal.ts';
import type { Sale } from '../model/sale.ts';

export const lineChanges = ['same', 'more', 'less', 'price', 'new', 'gone'] as const;
export type LineChange = (typeof lineChanges)[number];

/** Decimal texts in the customer's currency, without tax. */
export interface LineAmounts {
  readonly quantity: string;
  /** Net price per unit, up to four places; empty for a quantity of nothing. */
  readonly price: string;
  readonly total: string;
}

export interface LineComparison {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly change: LineChange;
  /** Null when that side doesn't have the product. */
  readonly inSale: LineAmounts | null;
  readonly inOrder: LineAmounts | null;
  /** What the order comes to more than the sale. */
  readonly difference: string;
}

export interface TotalComparison {
  readonly inSale: string;
  readonly inOrder: string;
  readonly difference: string;
}

export interface SaleComparison {
  /** Products of the order in its order, then those that only the sale has. */
  readonly lines: readonly LineComparison[];
  /** The lines alone, and with freight and charges; without tax. */
  readonly goods: TotalComparison;
  readonly total: TotalComparison;
  readonly isEqual: boolean;
}

/** What both sides of a comparison come down to; of a sale or of what an order asks for. */
export interface TradedLine {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
  readonly total: string;
}

interface Traded {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: Amount;
  readonly total: Amount;
}

/** A cent is what rounding may make. */
const tolerance = new Decimal('0.01');

/** Compares what the order would become now with a sale as Cin7 Core has it. */
export function compareWithSale(
  draft: { readonly lines: readonly TradedLine[]; readonly totalBeforeTax: string },
  sale: Pick<Sale, 'lines' | 'totalBeforeTax'>,
): SaleComparison {
  const ordered = byProduct(draft.lines);
  const sold = byProduct(sale.lines.map((line) => ({ ...line, name: '' })));
  const products = [...ordered.keys(), ...[...sold.keys()].filter((id) => !ordered.has(id))];
  const lines = products.map((id) => compareLine(ordered.get(id) ?? null, sold.get(id) ?? null));
  const total = compareTotals(new Decimal(draft.totalBeforeTax), new Decimal(sale.totalBeforeTax));
  return {
    lines,
    goods: compareTotals(totalOf(ordered.values()), totalOf(sold.values())),
    total,
    isEqual: lines.every(({ change }) => change === 'same') && isNothing(new Decimal(total.difference)),
  };
}

/** The lines that differ. */
export function differingLines({ lines }: SaleComparison): LineComparison[] {
  return lines.filter(({ change }) => change !== 'same');
}

/** A product may stand in several lines: what counts is what it comes to. */
function byProduct(lines: readonly TradedLine[]): Map<string, Traded> {
  const traded = new Map<string, Traded>();
  for (const { productId, sku, name, quantity, total } of lines) {
    const before = traded.get(productId);
    traded.set(productId, {
      productId,
      sku,
      name,
      quantity: new Decimal(quantity).plus(before?.quantity ?? 0),
      total: new Decimal(total).plus(before?.total ?? 0),
    });
  }
  return traded;
}

function compareLine(order: Traded | null, sale: Traded | null): LineComparison {
  const difference = (order?.total ?? new Decimal(0)).minus(sale?.total ?? 0);
  return {
    productId: order?.productId ?? sale?.productId ?? '',
    sku: order?.sku ?? sale?.sku ?? '',
    name: order?.name ?? sale?.name ?? '',
    change: changeOf(order, sale, difference),
    inSale: sale === null ? null : amountsOf(sale),
    inOrder: order === null ? null : amountsOf(order),
    difference: plainText(difference),
  };
}

function changeOf(order: Traded | null, sale: Traded | null, difference: Amount): LineChange {
  if (sale === null) return 'new';
  if (order === null) return 'gone';
  const more = order.quantity.comparedTo(sale.quantity);
  if (more !== 0) return more > 0 ? 'more' : 'less';
  return isNothing(difference) ? 'same' : 'price';
}

function amountsOf({ quantity, total }: Traded): LineAmounts {
  return {
    quantity: plainText(quantity),
    price: quantity.isZero() ? '' : plainText(total.div(quantity).toDecimalPlaces(4)),
    total: plainText(total),
  };
}

function compareTotals(inOrder: Amount, inSale: Amount): TotalComparison {
  return { inSale: plainText(inSale), inOrder: plainText(inOrder), difference: plainText(inOrder.minus(inSale)) };
}

function totalOf(traded: Iterable<Traded>): Amount {
  return sum([...traded].map(({ total }) => total));
}

const isNothing = (difference: Amount) => difference.abs().lessThanOrEqualTo(tolerance);
