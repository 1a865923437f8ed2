// What happened: runs with their reports, latest first.
import { samplesOf, stylesOfPlan } from '../../commands/plan/samples.ts';
import { planView } from '../../commands/plan/view.ts';
import type { QueryHandlers } from '../handlers.ts';

export const runQueries = {
  'runs.list': ({ reader }, { before, count }) =>
    reader.read(
      (ledger) =>
        ledger.runs
          .page(before, count)
          .map(reader.reportOf)
          .filter((report) => report !== null),
      () => [],
    ),

  'runs.plan': ({ reader, shownPlans }, { runId }) => {
    const plan = reader.read(
      (ledger, settings) => planView(ledger, settings, runId),
      () => null,
    );
    if (plan !== null) shownPlans.add(plan.runId);
    return plan;
  },

  'runs.planStyles': ({ reader }, { runId, search }) =>
    reader.read(
      (ledger) => stylesOfPlan(ledger, runId, search),
      () => [],
    ),

  'runs.planSamples': ({ reader }, { runId, keys }) =>
    reader.read(
      (ledger, settings) => samplesOf(ledger, settings, runId, keys),
      () => [],
    ),
} satisfies QueryHandlers;
