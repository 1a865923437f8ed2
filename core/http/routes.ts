// The way to an address: directly or through a proxy, on a kept or on a fresh connection, trusting the built-in roots and
// the computer's own. Knows when a proxy turned a request away, because then it certainly didn't arrive.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Network } from '../base/ports.ts';

type Agent = HttpAgent | HttpsAgent;

export interface Route {
  readonly agent: Agent;
  /** `host:port` of the proxy; null on a direct way. */
  readonly proxy: string | null;
  /** What the proxy answered to a tunnel that it refused; null while none was. */
  refusedWith(): number | null;
}

export interface Routes {
  /** The way to an address. Throws for a proxy of a kind that can't be used (SOCKS). */
  to(address: string, isFresh: boolean): Promise<Route>;
  close(): void;
}

const keptOptions = { keepAlive: true, maxSockets: 2 } as const;
const freshOptions = { keepAlive: false } as const;

/** Routes over a network, with connections of their own. */
export function createRoutes(network: Network): Routes {
  const kept = new Map<string, WatchedAgent>();
  let roots: string[] | null = null;

  const trust = (): { ca?: string[] } => {
    roots ??= [...network.certificates()];
    return roots.length === 0 ? {} : { ca: [...rootCertificates, ...roots] };
  };

  const direct = (isSecure: boolean, isFresh: boolean): Agent => {
    const options = isFresh ? freshOptions : keptOptions;
    return isSecure ? new HttpsAgent({ ...options, ...trust() }) : new HttpAgent(options);
  };

  const proxied = (isSecure: boolean, proxy: string, isFresh: boolean): Agent => {
    const options = isFresh ? freshOptions : keptOptions;
    return isSecure
      ? new HttpsProxyAgent(proxy, { ...options, ...trust() })
      : new HttpProxyAgent(proxy, { ...options, ...trust() });
  };

  return {
    async to(address, isFresh) {
      const isSecure = new URL(address).protocol === 'https:';
      const proxy = await network.proxyFor(address);
      if (proxy !== null && !/^https?:/.test(proxy))
        throw new Error(`proxies of the kind ${proxy.split(':')[0]} can't be used`);
      const make = () => watched(proxy === null ? direct(isSecure, isFresh) : proxied(isSecure, proxy, isFresh));
      // One agent per API and way: what a proxy says to one must not be taken for an answer to the other.
      const name = `${new URL(address).origin} ${proxy ?? ''}`;
      const found = isFresh ? make() : (kept.get(name) ?? make());
      if (!isFresh) kept.set(name, found);
      found.refusal = null;
      return {
        agent: found.agent,
        proxy: proxy === null ? null : new URL(proxy).host,
        refusedWith: () => found.refusal,
      };
    },
    close() {
      for (const { agent } of kept.values()) agent.destroy();
      kept.clear();
    },
  };
}

interface WatchedAgent {
  readonly agent: Agent;
  /** Status with which the proxy refused the latest tunnel. */
  refusal: number | null;
}

/** Notes when a tunnel is refused; the library then hands the proxy's answer on as if it were the API's. */
function watched(agent: Agent): WatchedAgent {
  const entry: WatchedAgent = { agent, refusal: null };
  if (agent instanceof HttpsProxyAgent)
    agent.on('proxyConnect', (answer: { readonly statusCode?: number }) => {
      entry.refusal = answer.statusCode === undefined || answer.statusCode === 200 ? null : answer.statusCode;
    });
  return entry;
}
