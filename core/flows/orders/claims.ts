// What sales may claim in this run (ORD-5): policies by the settings, and one fresh scan of free stock per location, made
// only when a policy depends on it.
import { plainDateIn } from '../../base/dates.ts';
import { aimOf, claimPolicy, freeStock, type ClaimFacts, type FreeStock } from '../../orders/claim.ts';
import type { SaleAim } from '../../model/sale.ts';
import type { StockLine } from '../../model/stock.ts';
import { nowOf, type FlowContext } from '../context.ts';
import type { ReadyOrder } from './decide.ts';

/** Gives the aim of one ready order after another; they have to come in the order of their approval. */
export function claimer(context: FlowContext): (ready: ReadyOrder) => Promise<SaleAim> {
  const { company, ledger, settings, joorEnvironment } = context;
  const scans = new Map<string, FreeStock>();
  const facts: ClaimFacts = {
    settings,
    environment: joorEnvironment,
    today: plainDateIn(company.timeZone, nowOf(context)),
    productOf: (id) => ledger.products.byId(id),
  };
  return async ({ record, draft, customer }) => {
    const chosen = claimPolicy(record.order, draft, customer, facts);
    if (chosen.policy === 'when-available' && !scans.has(draft.location))
      scans.set(draft.location, await freeStockAt(context, draft.location));
    const free = scans.get(draft.location) ?? new Map<string, number>();
    return aimOf(chosen, draft, free, { ...facts, appliesDiscounts: company.appliesDiscounts });
  };
}

async function freeStockAt({ cin7, caller, listener }: FlowContext, location: string): Promise<FreeStock> {
  const lines: Pick<StockLine, 'productId' | 'available'>[] = [];
  listener.begin('orders', `free stock of ${location}`, null);
  // A row that moved between pages is missing and counts as nothing: an order may wait then, but never takes too much.
  await cin7.availability(location, caller, (rows, received, total) => {
    lines.push(...rows.filter((row) => row.location === location));
    listener.advance(received, total);
  });
  return freeStock(lines);
}
