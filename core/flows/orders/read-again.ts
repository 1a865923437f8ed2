// The order once more, just before its intent is written (ORD-3): a run takes its time, and a person in JOOR may change,
// cancel or take back an order meanwhile. One read of its retailer's open orders; only what changed costs another.
import type { OrderRecord } from '../../ledger/orders.ts';
import type { Reason } from '../../model/standing.ts';
import { fingerprintOf } from '../../orders/fingerprint.ts';
import { mergeOrder } from '../../orders/merge.ts';
import { nowOf, type FlowContext } from '../context.ts';

export type SecondReading =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly record: OrderRecord }
  | { readonly kind: 'gone'; readonly reason: Reason }
  /** Still approved, but not where it was looked for: the next run reads it afresh. */
  | { readonly kind: 'elsewhere' };

/** The longest code that JOOR filters by (JOOR 6.1). */
const longestCode = 50;

/** Reads an order again and stores what changed. One that a person asked for may be exported in JOOR already. */
export async function readAgain(context: FlowContext, record: OrderRecord, isAskedFor = false): Promise<SecondReading> {
  const { joor, caller, ledger } = context;
  const { order, fingerprint } = record;
  const isFilter = order.customerCode !== '' && order.customerCode.length <= longestCode;
  const { orders } = await joor.orders(
    {
      filter: 'approvedAndShipped',
      exported: isAskedFor || record.turn > 1 ? 'all' : 'notExported',
      ...(isFilter ? { customerCode: order.customerCode } : {}),
    },
    caller,
  );
  const header = orders.find(({ id }) => id === order.id);
  if (header === undefined) return whereIsIt(context, record);
  const asKnown = mergeOrder(header, order.lines);
  if (asKnown !== null && fingerprintOf(asKnown) === fingerprint) return { kind: 'same' };
  const lines = await joor.orderLines([order.id], caller);
  const now = mergeOrder(header, lines.get(order.id) ?? []) ?? header;
  ledger.orders.save(now, fingerprintOf(now), nowOf(context));
  return { kind: 'changed', record: ledger.orders.get(order.id) ?? record };
}

/** Not in the list any more: asked for by its id before anything is concluded from that (RUN-3). */
async function whereIsIt(context: FlowContext, { order }: OrderRecord): Promise<SecondReading> {
  const { joor, caller } = context;
  const [header] = await joor.orderHeaders({ orderIds: [order.id] }, caller);
  const gone = (code: string, sentence: string): SecondReading => ({
    kind: 'gone',
    reason: { code, sentence, nextStep: '' },
  });
  if (header === undefined) return gone('not-approved', "Left out: JOOR doesn't have the order any more.");
  if (header.stage !== 'APPROVED' && header.stage !== 'SHIPPED')
    return gone('not-approved', `Left out: JOOR says ${stageWords(header.stage)}, no longer approved.`);
  if (header.exportState === 'SUCCESS')
    return gone('exported-elsewhere', 'Left out: JOOR says that another program has exported it meanwhile.');
  return { kind: 'elsewhere' };
}

function stageWords(stage: string): string {
  return stage.toLowerCase().replace(/_/g, ' ');
}
