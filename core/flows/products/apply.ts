// Carries out the products plan: styles first, then their SKUs, then prices, because each needs JOOR's ids of the one
// before. What JOOR took is recorded call by call; an item whose basis moved meanwhile is skipped and said so.
import { startSlices } from '../../base/slices.ts';
import { nowOf, type FlowContext } from '../context.ts';
import type { PlanItem } from '../../ledger/plans.ts';
import type { PlanPart } from '../../model/plan.ts';
import type { Settle, Stage } from './stage.ts';
import { priceStage } from './apply-prices.ts';
import { productStage } from './apply-styles.ts';
import { skuStage } from './apply-skus.ts';

/** What became of the items of a stage. */
export interface StageCounts {
  applied: number;
  refused: number;
  unclear: number;
  moved: number;
}

/** Credits of one JOOR write (JOOR 4.2). */
const writeCredits = 5;

/** Plan items held at a time: enough to fill batches, few enough to be small. */
const itemsPerPage = 500;
/** Of these, read in one go. */
const itemsPerLook = 50;

const stages: readonly Stage[] = [
  productStage('create'),
  productStage('update'),
  skuStage('create'),
  skuStage('update'),
  priceStage('create'),
  priceStage('update'),
];

type OnRefused = (key: string, part: PlanPart, words: string, isLasting: boolean) => void;

/** Sends everything that the run planned for products; counts by `part operation`. */
export async function applyProducts(context: FlowContext, onRefused: OnRefused): Promise<Map<string, StageCounts>> {
  const results = new Map<string, StageCounts>();
  for (const stage of stages)
    results.set(`${stage.part} ${stage.operation}`, await runStage(context, stage, onRefused));
  return results;
}

async function runStage(context: FlowContext, stage: Stage, onRefused: OnRefused): Promise<StageCounts> {
  const { ledger, runId, listener } = context;
  const counts: StageCounts = { applied: 0, refused: 0, unclear: 0, moved: 0 };
  const { part, operation } = stage;
  let items = await waitingItems(context, stage, 0);
  if (items.length === 0) return counts;
  const total = ledger.plans
    .sizes(runId)
    .filter((size) => size.part === part && size.operation === operation && size.state === 'planned')
    .reduce((sum, { things }) => sum + things, 0);
  listener.begin('products', stage.activity, total);
  let done = 0;
  const progress = (item: PlanItem) => {
    done += stage.size(item);
    listener.advance(done);
  };
  const settle: Settle = {
    applied(item) {
      ledger.plans.settle(runId, [item.number], 'applied');
      counts.applied += stage.size(item);
      progress(item);
    },
    refused(item, words, isLasting) {
      ledger.plans.settle(runId, [item.number], 'refused', words);
      if (isLasting) ledger.plans.refuse(item.key, item.part, item.target, words, nowOf(context));
      onRefused(item.key, item.part, words, isLasting);
      counts.refused += stage.size(item);
      progress(item);
    },
    unclear(item) {
      ledger.plans.settle(runId, [item.number], 'unclear');
      counts.unclear += stage.size(item);
      progress(item);
    },
  };
  while (items.length > 0) {
    const hasSameBasis = basisCheck(context, part, items);
    const still = items.filter(hasSameBasis);
    const moved = items.filter((item) => !still.includes(item));
    ledger.plans.settle(
      runId,
      moved.map(({ number }) => number),
      'moved',
    );
    counts.moved += moved.length;
    listener.expect(Math.ceil((total - done) / stage.perCall(context)), writeCredits);
    await stage.send(context, still, settle);
    items = await waitingItems(context, stage, items.at(-1)?.number ?? 0);
  }
  return counts;
}

/** The next page of a stage's items, behind the given number. */
async function waitingItems({ ledger, runId }: FlowContext, stage: Stage, after: number): Promise<PlanItem[]> {
  const { part, operation } = stage;
  const slices = startSlices();
  const page: PlanItem[] = [];
  while (page.length < itemsPerPage) {
    const items = ledger.plans.waiting(runId, part, operation, page.at(-1)?.number ?? after, itemsPerLook);
    page.push(...items);
    // Their contents are checked here, a few at a time, and remembered.
    for (const item of items) stage.size(item);
    if (items.length < itemsPerLook) break;
    if (slices.due()) await slices.rest();
  }
  return page;
}

/** Tells items whose part JOOR still has as it was planned from. */
function basisCheck({ ledger }: FlowContext, part: PlanPart, items: readonly PlanItem[]): (item: PlanItem) => boolean {
  const keys = items.map(({ key }) => key);
  const hashes = ledger.styles.hashes(part, keys);
  return ({ key, basis }) => hashes.get(key) === basis;
}
