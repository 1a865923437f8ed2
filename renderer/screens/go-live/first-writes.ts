// What going live with a flow writes first, from the rows of the dry run that was seen: one flow has several (products, their
// SKUs, their prices), and the number asked for is their sum.
import type { PlanView } from '../../../core/contract/queries.ts';
import type { FlowName } from '../../../core/contract/words.ts';

export interface FirstWrites {
  readonly changes: number;
  readonly held: number;
  /** `SKUs: 1,904 to create, 0 to change`, one per row that has something to send. */
  readonly parts: readonly string[];
  /** Stock has nothing to send because no SKU is in JOOR yet: the run that creates them sends every number. */
  readonly isAfterStyles: boolean;
}

/** The first writes of a flow; null where the dry run says nothing of it. */
export function firstWrites(flow: FlowName, plan: readonly PlanView['rows'][number][]): FirstWrites | null {
  const rows = plan.filter((row) => row.flow === flow);
  if (rows.length === 0) return null;
  const sum = (of: (row: PlanView['rows'][number]) => number, among = rows) =>
    among.reduce((total, row) => total + of(row), 0);
  const compared = sum(({ toSend, same, held }) => toSend + same + held);
  const styles = plan.filter((row) => row.flow === 'products');
  return {
    changes: sum(({ toSend }) => toSend),
    held: sum(({ held }) => held),
    parts: rows.filter(({ toSend }) => toSend > 0).map(({ label, what }) => `${label}: ${what}`),
    isAfterStyles: flow === 'inventory' && compared === 0 && sum(({ toSend }) => toSend, styles) > 0,
  };
}
