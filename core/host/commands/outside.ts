// Opening the accounts' own sites: which address is said here, never by a screen; the shell opens it.
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
} satisfies CommandHandlers;
