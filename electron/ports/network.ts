// How this computer reaches the internet, as Chromium knows it: the system's proxy settings and PAC files decide the way, the
// system's root certificates are trusted. Requests themselves never go through Chromium, which would send some twice.
import type { Session } from 'electron';
import { environmentNetwork } from '../../core/base/node/network.ts';
import { waysOfPac } from '../../core/base/pac.ts';
import type { Network } from '../../core/base/ports.ts';

/** The network by a session's proxy settings. */
export function systemNetwork(
  session: Pick<Session, 'resolveProxy'>,
  environment: Readonly<Record<string, string | undefined>>,
): Network {
  const byVariables = environmentNetwork(environment);
  return {
    // A variable names the login of a proxy too, which the system's settings can't: it goes first.
    async waysTo(address) {
      const ways = await byVariables.waysTo(address);
      return ways.some((way) => way !== null) ? ways : waysOfPac(await session.resolveProxy(address));
    },
    certificates: () => byVariables.certificates(),
  };
}
