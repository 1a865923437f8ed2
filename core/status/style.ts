// Where a style stands, from facts: one state, the most important reason, one next step. Needs-you comes before to-send,
// because what a person must do is not done by waiting.
import type { Issue, Reason, StyleState } from '../model/standing.ts';

export interface StyleFacts {
  /** Why it isn't selected; null when it is. */
  readonly leftOut: Reason | null;
  readonly issues: readonly Issue[];
  /** Parts that have something to send. */
  readonly pending: readonly string[];
  readonly isInJoor: boolean;
}

const nothing: Reason = { code: '', sentence: '', nextStep: '' };

/** The state and reason of a style. */
export function styleStanding({ leftOut, issues, pending, isInJoor }: StyleFacts): {
  state: StyleState;
  reason: Reason;
} {
  if (leftOut !== null) return { state: 'left-out', reason: leftOut };
  const [first] = issues;
  if (first !== undefined) {
    const { code, sentence, nextStep } = first;
    return { state: 'needs-you', reason: { code, sentence, nextStep } };
  }
  if (pending.length > 0) {
    const sentence = isInJoor ? `Changed in Cin7: ${pending.join(', ')}.` : 'New in Cin7. The next run sends it.';
    return { state: 'to-send', reason: { code: isInJoor ? 'changed' : 'new', sentence, nextStep: '' } };
  }
  return { state: 'in-step', reason: nothing };
}
