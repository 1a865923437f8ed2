// Whether a sale that carries an order's ExternalID is plainly that order (SCOPE-4): its customer, a reference that names
// the order, and lines. Nothing less is adopted without asking.
import type { Order } from '../model/order.ts';
import type { SaleHead } from '../model/sale.ts';
import { referenceOf } from './external-id.ts';

interface AdoptionFacts {
  /** The sale's customer is the one that the order would be sold to. */
  readonly isCustomer: boolean;
  readonly template: string;
  readonly environment: string;
}

/** Why a sale isn't plainly that of the order, one sentence; null when it is. */
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
