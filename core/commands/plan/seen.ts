// Whether a plan may still stand for what a person saw: a dry run of these accounts, shown on a screen, under the settings that
// hold now. What it says item by item is compared again when it is sent (flows/seen.ts).
import { SeamlineError } from '../../base/errors.ts';
import { runReportSchema, type RunReport } from '../../contract/run-report.ts';
import { flowWords } from '../../contract/words.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { FlowName } from '../../model/standing.ts';
import type { Settings } from '../../settings/index.ts';
import { planBasis } from '../../sync/plan-basis.ts';

/** The report of the dry run whose plan was seen. Throws `not-found` or `usage` with the one step that helps. */
export function seenPlan(
  ledger: Ledger,
  settings: Settings,
  runId: string | null,
  shown: ReadonlySet<string>,
): RunReport {
  const run = runId === null ? null : ledger.runs.get(runId);
  if (runId === null || !shown.has(runId) || run === null)
    throw new SeamlineError('usage', {
      sentence: "What would be sent wasn't seen yet: the first write follows a dry run that you looked at.",
      nextStep: 'Start a dry run first.',
    });
  const report = run.report === null ? null : runReportSchema.parse(JSON.parse(run.report));
  const isKept =
    report !== null && (ledger.plans.last(runId) > 0 || report.flows.every(({ changed }) => changed === 0));
  if (report?.kind !== 'dry-run' || !isKept)
    throw new SeamlineError('not-found', {
      sentence: 'The dry run whose plan you saw is not kept any more.',
      nextStep: 'Start a dry run, then apply it.',
    });
  if (report.error !== null)
    throw new SeamlineError('usage', {
      sentence: `That dry run didn't come to its end: ${report.error.sentence}`,
      nextStep: 'Start a dry run again.',
    });
  if (report.basis !== planBasis(settings))
    throw new SeamlineError('usage', {
      sentence: 'The settings changed since that dry run, so what would be sent is not what you saw.',
      nextStep: 'Start a dry run again.',
    });
  return report;
}

/** Throws when the dry run couldn't say what this flow would send. */
export function requireSeenFlow({ flows }: RunReport, flow: FlowName): void {
  const report = flows.find((one) => one.flow === flow);
  if (report?.state === 'done') return;
  const name = flowWords[flow];
  throw new SeamlineError('usage', {
    sentence:
      report === undefined || report.state === 'off'
        ? `${name} was off in that dry run, so it isn't known what it would send.`
        : `That dry run didn't say what ${name} would send: ${report.sentence}`,
    nextStep: report?.state === 'waiting' ? report.nextStep : 'Start a dry run again.',
  });
}
