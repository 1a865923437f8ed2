// Set-up's steps: the person goes back and forth, nothing that was done is lost. On the way to the review what the data
// decides is taken over; what a person answers becomes a setting at once.
import { answerSetup, takeOverFindings } from '../../commands/setup/answer.ts';
import { count } from '../../base/text.ts';
import type { CommandHandlers } from '../handlers.ts';

export const setUpCommands = {
  async 'setup.goTo'({ setUp, services, reader }, { step }) {
    const found = step === 'review' && reader.ledger() !== null ? await takeOverFindings(services) : 0;
    setUp.choose(step);
    if (step === 'done') return { sentence: 'Set-up is finished.' };
    return { sentence: found === 0 ? '' : `${count(found, 'setting')} taken over from your own data.` };
  },

  async 'setup.answer'({ services }, { key, values }) {
    await answerSetup(services, key, values);
    return { sentence: 'Saved.' };
  },
} satisfies CommandHandlers;
