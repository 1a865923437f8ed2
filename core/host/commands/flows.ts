// Off, Rehearsal or Live for one flow: off and on stand in the settings, live is a decision with who, when and the plan seen.
import { SeamlineError } from '../../base/errors.ts';
import { requireSeenFlow, seenPlan } from '../../commands/plan/seen.ts';
import { flowWords } from '../../contract/words.ts';
import { decideMode, notBuilt } from '../../sync/modes.ts';
import type { CommandHandlers } from '../handlers.ts';

export const flowCommands = {
  async 'flows.setMode'({ services, reader, shownPlans }, { flow, mode, planSeen }) {
    const name = flowWords[flow];
    if (mode === 'off' && flow === 'products')
      throw refusal("Products can't be switched off: everything else is built on them.", 'Nothing was changed.');
    if (mode !== 'off' && notBuilt.includes(flow))
      throw refusal(`This version of Seamline doesn't send ${name.toLowerCase()} yet.`, 'Nothing was changed.');
    const { settings } = services.profile;
    const present = await settings.load();
    const ledger = reader.ledger();
    if (mode === 'live') {
      if (ledger === null)
        throw refusal(`Nothing was read yet, so it isn't known what ${name} would send.`, 'Start a dry run first.');
      requireSeenFlow(seenPlan(ledger, present, planSeen, shownPlans), flow);
    }
    if (flow !== 'products' && present.flows[flow] !== (mode !== 'off'))
      await settings.save({ ...present, flows: { ...present.flows, [flow]: mode !== 'off' } });
    if (ledger !== null) decideMode(ledger, flow, { mode, planSeen, who: 'you', at: reader.now() });
    return { sentence: sentenceFor[mode](name) };
  },
} satisfies CommandHandlers;

const sentenceFor = {
  off: (name: string) => `${name}: off. Nothing is read or sent for it.`,
  rehearsal: (name: string) => `${name}: rehearsal. Runs say what they would send and write nothing.`,
  live: (name: string) => `${name}: live. The next run sends what changed.`,
};

function refusal(sentence: string, nextStep: string): SeamlineError {
  return new SeamlineError('usage', { sentence, nextStep });
}
