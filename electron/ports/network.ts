// How this computer reaches the internet, as Chromium knows it: the system's proxy settings and PAC files decide the way, the
// system's root certificates are trusted. Requests themselves never go through Chromium, which would send some twice.
import type { Session } from 'electron';
import { environmentNetwork } from '../../core/base/node/network.ts';
import type { Network } from '../../core/base/ports.ts';

/** The network by a session's proxy settings. */
export function systemNetwork(
  session: Pick<Session, 'resolveProxy'>,
  environment: Readonly<Record<string, string | undefined>>,
): Network {
  const byVariables = environmentNetwork(environment);
  return {
    // A variable names the login of a proxy too, which the system's settings can't: it goes first.
    proxyFor: async (address) =>
      (await byVariables.proxyFor(address)) ?? firstProxy(await session.resolveProxy(address)),
    certificates: () => byVariables.certificates(),
  };
}

/** The first way of a PAC answer (`PROXY host:8080; DIRECT`) as an address; null for a direct one or a kind we can't use. */
function firstProxy(answer: string): string | null {
  for (const way of answer.split(';')) {
    const [kind = '', place = ''] = way.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return null;
    if (place === '') continue;
    if (kind.toUpperCase() === 'PROXY') return `http://${place}`;
    if (kind.toUpperCase() === 'HTTPS') return `https://${place}`;
  }
  return null;
}
