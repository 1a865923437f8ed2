// Where set-up stands: the step that comes next, never past one that isn't possible yet, and nothing that was done is asked
// for twice.
export const setUpSteps = ['connect', 'read', 'review', 'dry-run', 'go-live', 'done'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

export interface SetUpFacts {
  /** The step that the person went to last; null before they went anywhere. */
  readonly chosen: SetUpStep | null;
  /** Practice accounts come connected: there is nothing to enter. */
  readonly isPractice: boolean;
  /** Both accounts are known and their keys are there. */
  readonly isConnected: boolean;
  /** Both accounts were read from end to end at least once. */
  readonly wasRead: boolean;
  /** A flow writes already: whoever came from the command line has gone live long ago. */
  readonly isLive: boolean;
}

/** The step to show. */
export function setUpStep({ chosen, isPractice, isConnected, wasRead, isLive }: SetUpFacts): SetUpStep {
  if (chosen === null && isLive) return 'done';
  // Whoever just entered the keys sees both answers before anything is read.
  const wanted = chosen ?? (wasRead || isPractice ? 'review' : 'connect');
  const farthest = chosen === 'done' || isLive ? 'done' : !isConnected ? 'connect' : wasRead ? 'done' : 'read';
  return setUpSteps.indexOf(wanted) < setUpSteps.indexOf(farthest) ? wanted : farthest;
}
