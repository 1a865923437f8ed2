// Settings from a screen: several at once, all of them or none; a file taken over; the lists that they are chosen from; the
// schedule's pause; the copy in place of a damaged file; back-ups.
import { backUpNow, restoreBackUp } from '../../commands/back-ups.ts';
import { fileName, importSettings } from '../../commands/settings/file.ts';
import { readLists } from '../../commands/settings/read-lists.ts';
import { changeSettings } from '../../commands/settings/values.ts';
import type { CommandHandlers } from '../handlers.ts';

export const settingsCommands = {
  async 'settings.change'({ services }, { revision, changes }) {
    return { revision: (await changeSettings(services, revision, changes)).revision };
  },

  async 'settings.import'({ services }, { revision, text }) {
    const saved = await importSettings(services, text, fileName, revision);
    return { sentence: 'The settings are those of the file now.', revision: saved.revision };
  },

  'settings.readLists': ({ services }) => readLists(services),

  'backUps.make': ({ services }) => backUpNow(services),

  'backUps.restore'({ services, reader }) {
    // Nobody may have the damaged file open while it is put aside.
    reader.close();
    return restoreBackUp(services);
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
