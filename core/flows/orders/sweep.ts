// The sweep of Cin7 Core's sales into the mirror: what changed since the last one, and once a day those of the last weeks,
// to notice which of ours are gone (RUN-1, RUN-2, ORD-10). A ledger without a mark knows nothing yet, so its first sweep
// goes back to go-live and must be complete before any export (SCOPE-4).
import { day, millisecondsOf, minute, shiftInstant, type Instant } from '../../base/dates.ts';
import { externalIdOf } from '../../orders/external-id.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { incompleteRead } from '../scan.ts';
import { readEarlierSale } from './earlier-sale.ts';

const resource = 'sales';
const overlap = 45 * minute;
/** How far the daily sweep goes back, and the first one where no go-live is older. */
const lastWeeks = 35 * day;
const triesToBeComplete = 3;

/** Brings the mirror of sales up to date. Throws `incomplete-read` when a first sweep doesn't come to an end. */
export async function refreshSales(context: FlowContext): Promise<void> {
  const { ledger, reads } = context;
  const mark = ledger.runs.mark(resource);
  const at = nowOf(context);
  const isFull = context.isFullPass || mark === null || mark.fullAt === null || shiftInstant(mark.fullAt, day) <= at;
  const since =
    mark === null ? firstSweep(context) : shiftInstant(isFull ? at : mark.mark, isFull ? -lastWeeks : -overlap);
  for (let attempt = 1; ; attempt += 1) {
    const seen = new Set<string>();
    const evidence = await sweep(context, since, seen);
    if (!evidence.isComplete && attempt < triesToBeComplete) continue;
    reads.push({ what: resource, rows: evidence.rows, total: evidence.total, isFull, isComplete: evidence.isComplete });
    if (!evidence.isComplete && mark === null) throw incompleteRead(resource, evidence);
    if (!evidence.isComplete || evidence.startedAt === null) return;
    if (isFull) await noteVanished(context, since, seen);
    ledger.runs.setMark({
      resource,
      mark: evidence.startedAt,
      fullAt: isFull ? at : mark.fullAt,
      rows: evidence.rows,
      total: evidence.total,
    });
    return;
  }
}

function sweep({ cin7, caller, ledger, listener }: FlowContext, since: Instant, seen: Set<string>) {
  listener.begin('read-cin7', resource, null);
  return cin7.sales(since, caller, (rows, received, total) => {
    ledger.sales.save(rows.filter(({ externalId }) => externalId !== ''));
    for (const { id } of rows) seen.add(id);
    listener.advance(received, total);
  });
}

/** Back to go-live, or over the last weeks where that is less far. */
function firstSweep(context: FlowContext): Instant {
  const weeks = shiftInstant(nowOf(context), -lastWeeks);
  const { goLive } = context.settings.orders;
  return goLive !== undefined && millisecondsOf(goLive) < millisecondsOf(weeks) ? goLive : weeks;
}

/** Sales of ours that a whole sweep didn't show: each is looked for directly before it is believed to be gone (RUN-3). */
async function noteVanished(context: FlowContext, since: Instant, seen: ReadonlySet<string>): Promise<void> {
  const { ledger } = context;
  const scope = { environment: context.joorEnvironment, account: context.joorAccount };
  for (const { orderId, saleId, isGone } of ledger.orderSales.since(since)) {
    if (seen.has(saleId)) {
      if (isGone) ledger.orderSales.setGone(orderId, false);
      continue;
    }
    const record = ledger.orders.get(orderId);
    if (record === null || isGone) continue;
    const earlier = await readEarlierSale(context, record);
    if (earlier?.kind === 'gone') ledger.orderSales.setGone(orderId, true);
    else if (earlier?.kind === 'unproven')
      context.log.write('warn', 'a sale is in no list', { externalId: externalIdOf(scope, orderId), why: earlier.why });
  }
}
