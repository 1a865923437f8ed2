// Set-up's steps: the person goes back and forth, nothing that was done is lost.
import type { CommandHandlers } from '../handlers.ts';

export const setUpCommands = {
  'setup.goTo'({ setUp }, { step }) {
    setUp.choose(step);
    return { sentence: step === 'done' ? 'Set-up is finished.' : '' };
  },
} satisfies CommandHandlers;
