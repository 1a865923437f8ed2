// One order from JOOR's two generations: the header from v2, the lines from v4 (ORD-1). What only v2 knows of a line
// (barcode, case pack, comment) is added; when the two disagree about what was ordered, that is said, not averaged.
import { Decimal, sum, type Decimal as Amount } from '../base/decimal.ts';
import type { Order, OrderLine } from '../model/order.ts';

/** The order with its v4 lines, or null when the two readings don't add up to the same. */
export function mergeOrder(header: Order, lines: readonly OrderLine[]): Order | null {
  const live = lines.filter(({ isCancelled }) => !isCancelled);
  if (!isSameSum(header.lines, live)) return null;
  const rest = [...header.lines];
  const merged = lines.map((line) => {
    // What v2 says belongs to the line that is sold, not to one of the same SKU that was cancelled before it.
    if (line.isCancelled) return line;
    const at = rest.findIndex((other) => isSameSku(line, other) && other.quantity === line.quantity);
    const place = at >= 0 ? at : rest.findIndex((other) => isSameSku(line, other));
    const [other] = place >= 0 ? rest.splice(place, 1) : [];
    return other === undefined ? line : { ...line, upc: other.upc, packSize: other.packSize, comment: other.comment };
  });
  // A case pack that found no line would be sold as so many single pieces.
  if (rest.some(({ packSize, quantity }) => packSize !== null && quantity !== 0)) return null;
  return { ...header, lines: merged };
}

function isSameSku(a: OrderLine, b: OrderLine): boolean {
  return a.styleNumber === b.styleNumber && a.colourCode === b.colourCode && a.sizeCode === b.sizeCode;
}

function isSameSum(a: readonly OrderLine[], b: readonly OrderLine[]): boolean {
  const units = (lines: readonly OrderLine[]) => lines.reduce((total, { quantity }) => total + quantity, 0);
  return units(a) === units(b) && goodsOf(a).minus(goodsOf(b)).abs().lessThanOrEqualTo('0.01');
}

/** The value of the lines at their net prices. */
function goodsOf(lines: readonly OrderLine[]): Amount {
  return sum(lines.map(({ netPrice, quantity }) => new Decimal(netPrice).times(quantity)));
}
