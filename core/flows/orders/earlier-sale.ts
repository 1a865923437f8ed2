// Reads the sale that an order became before, as truly as can be: a sale that isn't found counts as gone only after a
// well-formed not-found, absence on two reads and over a connection that shows the right company (ORD-9, RUN-3).
import { isSeamlineError } from '../../base/errors.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import type { Sale } from '../../model/sale.ts';
import { isLive, type EarlierSale } from '../../orders/earlier-sale.ts';
import { externalIdOf } from '../../orders/external-id.ts';
import type { FlowContext } from '../context.ts';
import { headOf } from './outcome.ts';

/** The order's present sale as Cin7 Core has it now. Null for an order that never became one. */
export async function readEarlierSale(context: FlowContext, record: OrderRecord): Promise<EarlierSale | null> {
  const { saleId, saleNumber: number } = record;
  if (saleId === null) return null;
  const first = await saleById(context, saleId);
  if (first.why !== null) return { kind: 'unproven', number: number ?? '', why: first.why };
  if (first.sale !== null) return { kind: 'read', sale: first.sale };
  return provenGone(context, record, saleId, number ?? '');
}

async function provenGone(
  context: FlowContext,
  { order, turn }: OrderRecord,
  saleId: string,
  number: string,
): Promise<EarlierSale> {
  const { cin7, caller, company, ledger } = context;
  const unproven = (why: string): EarlierSale => ({ kind: 'unproven', number, why });
  const { content: present } = await cin7.company(caller);
  if (present.name !== company.name) return unproven(`The key opens ${present.name} now, not ${company.name}.`);
  const scope = { environment: context.joorEnvironment, account: context.joorAccount };
  const listed = await cin7.salesWithExternalId(externalIdOf(scope, order.id, turn), caller);
  ledger.sales.save(listed);
  const live = listed.find((head) => isLive(head));
  if (live !== undefined) return unproven(`Cin7's list still shows ${live.number} for this order.`);
  const second = await saleById(context, saleId);
  if (second.why !== null) return unproven(second.why);
  if (second.sale !== null) return { kind: 'read', sale: second.sale };
  return { kind: 'gone', number };
}

/**
 * The sale, or null for an answer that says in Cin7's own form that there is none; `why` for one that says neither.
 * Throws what concerns more than this sale.
 */
async function saleById(context: FlowContext, saleId: string): Promise<{ sale: Sale | null; why: string | null }> {
  const { cin7, caller, ledger } = context;
  try {
    const sale = await cin7.sale(saleId, caller);
    ledger.sales.save([headOf(sale)]);
    return { sale, why: null };
  } catch (error) {
    if (isSeamlineError(error, 'refused')) {
      const isNotFound = /\bnot found\b/i.test(String(error.details['words']));
      return { sale: null, why: isNotFound ? null : error.message };
    }
    throw error;
  }
}
