// Runs as Activity lists them: which of them fit a filter and a text, with the count of every filter.
import { runFilters, type RunFilter } from '../../contract/activity.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { ToldRun } from '../../ledger/activity.ts';

/** More than half a year of hourly runs; what is older is still in the ledger. */
const mostRuns = 5_000;

const belongsTo: Readonly<Record<RunFilter, (run: ToldRun) => boolean>> = {
  changed: ({ isChanged }) => isChanged,
  failed: ({ outcome }) => outcome === 'failed',
  stopped: ({ outcome }) => outcome === 'stopped',
  'dry-run': ({ kind }) => kind === 'dry-run',
};

/** Ids of the runs, latest first, and how many fit the text: all of them, and under each filter. */
export function openRuns(
  ledger: Ledger,
  { filter, search }: { readonly filter: RunFilter | null; readonly search: string },
): { ids: string[]; all: number; counts: Record<RunFilter, number> } {
  const runs = ledger.activity.runs(search, mostRuns);
  const of = (name: RunFilter) => runs.filter(belongsTo[name]).length;
  const counts = { changed: 0, failed: 0, stopped: 0, 'dry-run': 0 };
  for (const name of runFilters) counts[name] = of(name);
  return {
    ids: (filter === null ? runs : runs.filter(belongsTo[filter])).map(({ id }) => id),
    all: runs.length,
    counts,
  };
}
