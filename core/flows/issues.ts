// Notes the issues of one subject, and writes only when something about them changed.
import type { Issue } from '../model/standing.ts';
import { nowOf, type FlowContext } from './context.ts';

/** Makes the issues the only open ones of their subject; `known` are those noted so far. */
export function noteIssues(
  context: FlowContext,
  kind: Issue['kind'],
  key: string,
  issues: readonly Issue[],
  known: readonly Issue[],
): void {
  if (textOf(issues) !== textOf(known)) context.ledger.standings.replaceIssues(kind, key, issues, nowOf(context));
}

function textOf(issues: readonly Issue[]): string {
  return issues
    .map(({ code, sentence, nextStep }) => `${code}\u0000${sentence}\u0000${nextStep}`)
    .sort()
    .join('\n');
}
