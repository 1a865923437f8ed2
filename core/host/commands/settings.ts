// Settings from a screen: several at once, all of them or none; the schedule's pause; the copy in place of a damaged file.
import { changeSettings } from '../../commands/settings.ts';
import type { CommandHandlers } from '../handlers.ts';

export const settingsCommands = {
  async 'settings.change'({ services }, { revision, changes }) {
    return { revision: (await changeSettings(services, revision, changes)).revision };
  },

  async 'settings.restore'({ services }) {
    const { revision } = await services.profile.settings.restore();
    return { sentence: `The settings are those of revision ${revision} again. The damaged file is kept beside them.` };
  },

  async 'schedule.pause'({ services }, { isPaused }) {
    const { revision } = await services.profile.settings.load();
    await changeSettings(services, revision, [{ path: 'schedule.paused', value: isPaused }]);
    return { sentence: isPaused ? 'Seamline runs only when you ask.' : 'Seamline runs by itself again.' };
  },
} satisfies CommandHandlers;
