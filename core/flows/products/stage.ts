// One kind of write to JOOR's styles: which plan items it takes, how it sends them, and how it says what became of each.
import type { PlanItem } from '../../ledger/plans.ts';
import type { Change, PlanPart } from '../../model/plan.ts';
import type { FlowContext } from '../context.ts';

/** One kind of write: which plan items it takes and how it sends them. */
export interface Stage {
  readonly part: PlanPart;
  readonly operation: Change['operation'];
  readonly activity: string;
  /** Things in one item, as people count them (SKUs, prices). */
  readonly size: (item: PlanItem) => number;
  /** How many things go in one call. */
  readonly perCall: (context: FlowContext) => number;
  /** Sends items and settles each in the ledger; says what is done as it goes. */
  readonly send: (context: FlowContext, items: readonly PlanItem[], settle: Settle) => Promise<void>;
}

export interface Settle {
  applied(item: PlanItem): void;
  /** `isLasting`: not sent again until its content changes. */
  refused(item: PlanItem, words: string, isLasting: boolean): void;
  unclear(item: PlanItem): void;
}
