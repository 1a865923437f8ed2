// An order as it is now beside a sale as Cin7 Core has it: what the order would become is computed as for an export, so
// that both are compared in the same terms.
import type { OrderRecord } from '../../ledger/orders.ts';
import type { Sale, SaleDraft } from '../../model/sale.ts';
import { compareWithSale, type SaleComparison } from '../../orders/sale-comparison.ts';
import { preflight } from '../../orders/preflight.ts';
import type { FlowContext } from '../context.ts';
import { preflightFacts } from './facts.ts';

/** The sale that an order would become now; null while something of it is missing. */
export function draftOf(context: FlowContext, { order, turn }: OrderRecord): SaleDraft | null {
  return preflight(order, preflightFacts(context, turn)).draft;
}

/** How the order and the sale differ; null while the order itself couldn't be exported. */
export function comparisonOf(context: FlowContext, record: OrderRecord, sale: Sale): SaleComparison | null {
  const draft = draftOf(context, record);
  return draft === null ? null : compareWithSale(draft, sale);
}
