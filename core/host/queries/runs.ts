// What happened: runs with their reports, latest first.
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

  'runs.plan': ({ reader }, { runId }) =>
    reader.read(
      (ledger, settings) => planView(ledger, settings, runId),
      () => null,
    ),
} satisfies QueryHandlers;
