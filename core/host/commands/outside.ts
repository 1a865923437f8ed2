// What is opened outside Seamline: the accounts' own sites and the profile's folder. Which one is said here, never by a screen;
// the shell opens it.
import type { CommandHandlers } from '../handlers.ts';
import { outsideAddress } from '../outside-address.ts';
import { realmOf } from '../stores/connections.ts';

export const outsideCommands = {
  async 'outside.open'({ options, reader }, wanted) {
    const settings = reader.settings();
    const realm = realmOf(settings, options.profile.isPractice);
    const address = outsideAddress(wanted, { realm, cin7: settings.connections.cin7.baseUrl });
    return { isOpened: address !== null && (await options.openOutside?.(address)) === true };
  },

  async 'profile.showFolder'({ options, services }) {
    const path = services.profile.folder;
    return { isShown: (await options.showFolder?.(path)) === true, path };
  },
} satisfies CommandHandlers;
