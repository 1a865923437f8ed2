// Notes what waits for a person, from what the ledger knows now: after each run, and after each action of a person.
import { isErrorCode, kindOfError, type SeamlineError } from '../base/errors.ts';
import type { Instant } from '../base/dates.ts';
import type { RunReport } from '../contract/run-report.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Issue } from '../model/standing.ts';
import { attentionOf, type AttentionFacts } from '../status/attention.ts';

/**
 * Makes the attention table fit the facts; what has no cause any more is resolved. `report` is the last run's, `kept` what
 * kept a later one from starting. Gives whether anything changed.
 */
export function noteAttention(
  ledger: Ledger,
  report: RunReport | null,
  at: Instant,
  kept: SeamlineError | null = null,
): boolean {
  const facts = attentionFacts(ledger, report);
  const account =
    kept === null
      ? facts.account
      : kept.scope === 'account'
        ? { code: kept.code, sentence: kept.message, nextStep: kept.nextStep }
        : null;
  return ledger.attention.replace(attentionOf({ ...facts, account }), at);
}

function attentionFacts(ledger: Ledger, report: RunReport | null): AttentionFacts {
  const ids = ledger.orderList.ids(['needs-you'], '', { column: 'approvedAt', isDescending: false });
  return {
    orders: ledger.orderList.rows(ids).map(({ id, reason }) => ({ id, reason })),
    unknownOrders: ledger.unknownOrders.list(),
    issues: (['style', 'linesheet', 'stock'] as const).flatMap((kind) => openIssues(ledger, kind)),
    waiting: (report?.flows ?? []).filter(({ state, nextStep }) => state === 'waiting' && nextStep !== ''),
    account: accountProblem(report),
  };
}

/** Issues of what needs a person: those of a style that left the selection are nobody's task. */
function openIssues(ledger: Ledger, kind: Issue['kind']): AttentionFacts['issues'] {
  const issues = ledger.standings.issues(kind);
  if (issues.size === 0) return [];
  return ledger.standings
    .list(kind)
    .filter(({ state }) => state === 'needs-you')
    .flatMap(({ key, label }) => (issues.get(key) ?? []).map((issue) => ({ ...issue, label })));
}

function accountProblem(report: RunReport | null): AttentionFacts['account'] {
  const error = report?.error ?? null;
  if (error === null || !isErrorCode(error.code) || kindOfError(error.code).scope !== 'account') return null;
  return error;
}
