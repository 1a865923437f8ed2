// What happened: runs with their reports, latest first.
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
} satisfies QueryHandlers;
