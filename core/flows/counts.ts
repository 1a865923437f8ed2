// Counts of a flow's plan for its report: what was sent, or in a dry run would be, in the things that people count.
import type { CountName } from '../contract/run-report.ts';
import type { FlowName } from '../model/standing.ts';
import type { PlanPart } from '../model/plan.ts';
import type { FlowContext } from './context.ts';

type Counts = Partial<Record<CountName, number>>;

const sent: Readonly<Record<PlanPart, readonly [created: CountName, updated: CountName]>> = {
  product: ['stylesCreated', 'stylesUpdated'],
  skus: ['skusCreated', 'skusUpdated'],
  prices: ['pricesCreated', 'pricesUpdated'],
  linesheet: ['linesheetsCreated', 'linesheetsUpdated'],
  stock: ['stockNumbers', 'stockNumbers'],
  order: ['ordersExported', 'ordersExported'],
};

/** What a run's plan came to for one flow. */
export function plannedCounts({ ledger, runId, isDryRun }: FlowContext, flow: FlowName): Counts {
  const counts: Counts = {};
  const add = (name: CountName, number: number) => (counts[name] = (counts[name] ?? 0) + number);
  for (const { flow: ofFlow, part, operation, state, things } of ledger.plans.sizes(runId)) {
    if (ofFlow !== flow) continue;
    const [created, updated] = sent[part];
    if (state === 'applied' || (isDryRun && state === 'planned'))
      add(operation === 'create' ? created : updated, things);
    else if (state === 'planned' || state === 'moved') add('notSent', things);
    else add(state, things);
  }
  return counts;
}

const whatWasSent = new Set<string>(Object.values(sent).flat());

/** How many of the counted things were sent. */
export function changedIn(counts: Counts): number {
  return Object.entries(counts).reduce((sum, [name, number]) => (whatWasSent.has(name) ? sum + number : sum), 0);
}
