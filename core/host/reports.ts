// The reports of runs as they were stored. An ended run never changes, so each is read and checked once.
import { runReportSchema, type RunReport } from '../contract/run-report.ts';
import type { RunRecord } from '../ledger/runs.ts';

/** The report of a run; null for one that has none, because it goes on or its process died. */
export type ReportOf = (run: Pick<RunRecord, 'id' | 'report'>) => RunReport | null;

const mostKept = 600;

/** Reads reports of one ledger and remembers them. */
export function createReports(): ReportOf {
  const known = new Map<string, RunReport>();
  return ({ id, report }) => {
    if (report === null) return null;
    const before = known.get(id);
    if (before !== undefined) return before;
    const parsed = runReportSchema.parse(JSON.parse(report));
    if (known.size >= mostKept) known.clear();
    known.set(id, parsed);
    return parsed;
  };
}
