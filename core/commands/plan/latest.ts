// The latest run that compared both accounts: whose plan says what still differs.
import { runReportSchema } from '../../contract/run-report.ts';
import type { Ledger } from '../../ledger/ledger.ts';

export interface Comparison {
  readonly runId: string;
  readonly comparedAt: string;
}

/** Plans of older runs aren't kept. */
const mostLooked = 30;

/** The latest comparison that came to its end; null before the first. A run that goes on still changes its plan. */
export function latestComparison(ledger: Ledger): Comparison | null {
  for (const { id, report } of ledger.runs.page(null, mostLooked)) {
    if (report === null) continue;
    const { flows, endedAt } = runReportSchema.parse(JSON.parse(report));
    const isCompared = flows.some(({ flow, state }) => flow === 'products' && state === 'done');
    // One that ended early had compared everything when it had begun to send.
    const hasSent = () => ledger.plans.counts(id).some(({ state }) => state === 'applied');
    if (isCompared || hasSent()) return { runId: id, comparedAt: endedAt };
  }
  return null;
}
