// Running, from a screen: start, stop, apply what a dry run showed.
import { SeamlineError } from '../../base/errors.ts';
import { seenPlan } from '../../commands/plan/seen.ts';
import { liveFlows } from '../../sync/modes.ts';
import type { CommandHandlers } from '../handlers.ts';

export const runCommands = {
  'runs.start': ({ runner }, { kind, only, isFullPass }) =>
    runner.start({ kind, only, isFullPass, startedBy: 'person' }),

  'runs.stop': ({ runner }) => ({
    sentence: runner.stop() ? 'Stopping. What was done is kept.' : 'Nothing is running.',
  }),

  /** Sends what the person saw and nothing else; only flows that are live write (GO-5). */
  async 'runs.apply'({ services, runner, reader, shownPlans }, { runId }) {
    const settings = await services.profile.settings.load();
    const hasLive = reader.read(
      (ledger) => {
        const { flows } = seenPlan(ledger, settings, runId, shownPlans);
        const live = liveFlows(ledger, settings);
        return flows.some(({ flow, changed }) => changed > 0 && live.has(flow));
      },
      () => false,
    );
    if (!hasLive)
      throw new SeamlineError('usage', {
        sentence: 'Nothing of this plan would be written: no flow that has changes is live.',
        nextStep: 'Switch a flow to Live first.',
      });
    return runner.start({ kind: 'sync', only: null, isFullPass: false, startedBy: 'person', seenPlan: runId });
  },
} satisfies CommandHandlers;
