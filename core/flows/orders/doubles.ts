// Two live sales of one order, seen by the sweep: a creation that landed after all, or a copy that somebody made. Nobody
// but a person can say which one goes, so the order is held until one of them is voided (ORD-4).
import type { OrderRecord } from '../../ledger/orders.ts';
import { isVoided, type SaleHead } from '../../model/sale.ts';
import type { Reason } from '../../model/standing.ts';
import { externalIdOf, orderOfExternalId } from '../../orders/external-id.ts';
import { nowOf, type FlowContext } from '../context.ts';

const code = 'two-sales';

/** Holds sold orders that have a second live sale, and lets go of those that have only one again. */
export function noteDoubleSales(context: FlowContext): void {
  const { ledger } = context;
  const scope = { environment: context.joorEnvironment, account: context.joorAccount };
  const live = new Map<string, SaleHead[]>();
  for (const sale of ledger.sales.withExternalIds(externalIdOf(scope, ''))) {
    const named = orderOfExternalId(scope, sale.externalId);
    // A sale of another turn is a re-export: that was decided, and is no double.
    if (named === null || isVoided(sale) || ledger.orders.get(named.orderId)?.turn !== named.turn) continue;
    live.set(named.orderId, [...(live.get(named.orderId) ?? []), sale]);
  }
  for (const [orderId, sales] of live) {
    const record = sales.length > 1 ? ledger.orders.get(orderId) : null;
    if (record !== null && record.saleId !== null)
      ledger.orders.setState(orderId, 'needs-you', twoSales(record, sales), nowOf(context));
  }
  for (const record of ledger.orders.inStates(['needs-you'])) {
    const [left, ...more] = live.get(record.order.id) ?? [];
    const isOver = record.reason.code === code && record.saleId !== null && more.length === 0;
    if (isOver && left !== undefined) keepOne(context, record, left);
  }
}

function keepOne(context: FlowContext, { order, saleId, fingerprint }: OrderRecord, sale: SaleHead): void {
  const { ledger } = context;
  const at = nowOf(context);
  if (sale.id !== saleId) ledger.orders.exported(order.id, { id: sale.id, number: sale.number }, fingerprint, at);
  ledger.orders.setState(order.id, 'in-cin7', { code: '', sentence: '', nextStep: '' }, at);
}

/** What is said of an order with two live sales. */
export function twoSales({ order }: OrderRecord, sales: readonly SaleHead[]): Reason {
  const numbers = sales.map(({ number }) => number).join(' and ');
  return {
    code,
    sentence: `Two sales in Cin7 belong to order ${order.id}: ${numbers}. The order is held.`,
    nextStep: 'Compare both and void one in Cin7.',
  };
}
