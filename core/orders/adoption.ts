// Whether a sale that carries an order's ExternalID is plainly that order (SCOPE-4): its customer, a reference that names
// the order, its currency, and its lines with quantities and prices. Nothing less is adopted without asking.
import { count } from '../base/text.ts';
import type { Order } from '../model/order.ts';
import type { Sale, SaleHead } from '../model/sale.ts';
import { referenceOf } from './external-id.ts';
import type { Preflight } from './preflight.ts';
import { compareWithSale, differingLines } from './sale-comparison.ts';

interface AdoptionFacts {
  /** The sale's customer is the one that the order would be sold to. */
  readonly isCustomer: boolean;
  readonly template: string;
  readonly environment: string;
}

/** Why a sale isn't plainly that of the order by what the list of sales tells, one sentence; null when it may be. */
export function whyNotPlainly(
  order: Order,
  sale: Pick<SaleHead, 'number' | 'reference' | 'orderStatus' | 'customer'>,
  { isCustomer, template, environment }: AdoptionFacts,
): string | null {
  if (sale.orderStatus.toUpperCase() === 'NOT AVAILABLE') return `${sale.number} has no lines.`;
  if (!isCustomer) return `${sale.number} is sold to ${sale.customer === '' ? 'another customer' : sale.customer}.`;
  const words = sale.reference.split(/[^\p{L}\p{N}]+/u);
  if (sale.reference !== referenceOf(order, template, environment) && !words.includes(order.id))
    return `The reference of ${sale.number} is "${sale.reference}" and doesn't name the order.`;
  return null;
}

/** The same by the whole sale: its currency, and what was sold beside what the order asks for. */
export function whyOtherSale(
  order: Pick<Order, 'currency'>,
  asked: Preflight['asked'],
  sale: Pick<Sale, 'number' | 'currency' | 'lines' | 'totalBeforeTax'>,
): string | null {
  if (sale.currency !== order.currency)
    return `${sale.number} is in ${sale.currency === '' ? 'no currency' : sale.currency}, the order in ${order.currency}.`;
  if (asked === null) return `Not every line of the order is a product in Cin7, so ${sale.number} can't be compared.`;
  const comparison = compareWithSale(asked, sale);
  const differing = differingLines(comparison);
  const [first] = differing;
  if (first !== undefined)
    return `${count(differing.length, 'line')} of ${sale.number} ${differing.length === 1 ? 'differs' : 'differ'} from the order, as ${first.sku}.`;
  if (!comparison.isEqual)
    return `${sale.number} comes to ${comparison.total.inSale} before tax, the order to ${comparison.total.inOrder}.`;
  return null;
}
