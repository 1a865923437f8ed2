// Running, from a screen: start, stop, apply what a dry run showed.
import { SeamlineError } from '../../base/errors.ts';
import type { CommandHandlers } from '../handlers.ts';

export const runCommands = {
  'runs.start': ({ runner }, { kind, only, isFullPass }) =>
    runner.start({ kind, only, isFullPass, startedBy: 'person' }),

  'runs.stop': ({ runner }) => ({
    sentence: runner.stop() ? 'Stopping. What was done is kept.' : 'Nothing is running.',
  }),

  /** The plan is made anew and compared as it is sent: what moved meanwhile is sent as it is now. */
  'runs.apply': ({ runner, reader }, { runId }) => {
    const kind = reader.read(
      (ledger) => ledger.runs.get(runId)?.kind ?? null,
      () => null,
    );
    if (kind !== 'dry-run')
      throw new SeamlineError('not-found', {
        sentence: 'The dry run whose plan you saw is not kept any more.',
        nextStep: 'Start a dry run, then apply it.',
      });
    return runner.start({ kind: 'sync', only: null, isFullPass: false, startedBy: 'person' });
  },
} satisfies CommandHandlers;
