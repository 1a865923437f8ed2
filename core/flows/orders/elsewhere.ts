// Orders that turned exported in JOOR without our mark (SCOPE-4): another installation, another program, or a person. Cin7
// Core has no sale of ours for them, so nobody here knows whether they were sold: a person is asked.
import { chunks } from '../../base/slices.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import { isAskedFor, leftOutByPerson } from './decisions.ts';
import { nowOf, type FlowContext } from '../context.ts';

const exportedElsewhere = 'exported-elsewhere';

/** Holds orders that were to be exported and that JOOR shows as exported by now; gives their ids. */
export async function noteExportedElsewhere(context: FlowContext, listed: ReadonlySet<string>): Promise<Set<string>> {
  const { joor, ledger, caller, settings } = context;
  const waiting = ledger.orders
    .inStates(['to-export', 'needs-you', 'held', 'left-out'])
    .filter((record) => wasOurs(record) && !listed.has(record.order.id) && !isDecided(context, record));
  const elsewhere = new Set<string>();
  for (const group of chunks(waiting, settings.batch.orders)) {
    const headers = await joor.orderHeaders({ orderIds: group.map(({ order }) => order.id) }, caller);
    for (const { id, stage, exportState } of headers) {
      if (exportState !== 'SUCCESS' || (stage !== 'APPROVED' && stage !== 'SHIPPED')) continue;
      elsewhere.add(id);
      ledger.orders.setState(id, 'needs-you', reasonOf(id), nowOf(context));
    }
  }
  return elsewhere;
}

/** True for an order that was found exported without our mark and waits for a person's word. */
export function isExportedElsewhere({ reason }: OrderRecord): boolean {
  return reason.code === exportedElsewhere;
}

/** Orders that this ledger was about to export, or that were found exported before. */
function wasOurs(record: OrderRecord): boolean {
  return record.saleId === null && (record.state !== 'left-out' || isExportedElsewhere(record));
}

function isDecided({ ledger }: FlowContext, record: OrderRecord): boolean {
  const { order } = record;
  return leftOutByPerson({ ledger }, order.id) !== null || isAskedFor({ ledger }, record);
}

function reasonOf(orderId: string) {
  return {
    code: exportedElsewhere,
    sentence: `Order ${orderId} was marked as exported in JOOR, but not by this Seamline, and Cin7 has no sale with its mark.`,
    nextStep: 'If it is in Cin7, say that it was entered by hand. If not, take the export mark off in JOOR.',
  };
}
