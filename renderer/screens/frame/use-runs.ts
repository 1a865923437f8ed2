// What can be asked of runs from anywhere: sync now, stop, dry run. A request during a run joins it; the toast says so. What can't
// be begun is told over the screen, unless the caller has a place for it.
import { useCallback, useEffect } from 'react';
import type { FlowName } from '../../../core/contract/words.ts';
import { useFailures } from '../../state/failures.ts';
import { useToasts } from '../../state/toasts.ts';
import { useAction, type Action } from '../../state/use-action.ts';

interface Runs extends Action {
  readonly sync: (only?: FlowName[] | null) => Promise<void>;
  readonly dryRun: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const startWords = {
  started: null,
  joined: 'Added to the run that goes on',
  queued: 'Waits for the run that goes on',
} as const;

/** `isErrorPlaced` when the caller shows `error` itself. */
export function useRuns(isErrorPlaced = false): Runs {
  const action = useAction();
  const { run, error } = action;
  const { show: fail, close } = useFailures();
  useEffect(() => {
    // What concerns a whole account stands over every screen until it is over.
    if (error !== null && !isErrorPlaced && error.scope !== 'account') fail(error);
  }, [error, fail, isErrorPlaced]);
  const show = useToasts((toasts) => toasts.show);
  const start = useCallback(
    async (kind: 'sync' | 'dry-run', only: FlowName[] | null) => {
      close();
      const output = await run('runs.start', { kind, only, isFullPass: false });
      const words = output === null ? null : startWords[output.state];
      if (words !== null) show(words);
    },
    [close, run, show],
  );
  return {
    ...action,
    sync: useCallback((only = null) => start('sync', only), [start]),
    dryRun: useCallback(() => start('dry-run', null), [start]),
    stop: useCallback(async () => {
      await run('runs.stop', {});
    }, [run]),
  };
}
