// The way to an address: directly or through a proxy, on a kept or on a fresh connection, trusting the built-in roots and
// the computer's own. Knows when a proxy turned a request away, because then it certainly didn't arrive. A proxy's login
// never leaves this module but to that proxy.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Network, Way } from '../base/ports.ts';

type Agent = HttpAgent | HttpsAgent;

export interface Route {
  readonly agent: Agent;
  /** `host:port` of the proxy; null on a direct way. */
  readonly proxy: string | null;
  /** What the proxy answered to a tunnel that it refused; null while none was. */
  refusedWith(): number | null;
  /** Cuts what is still being connected, which the HTTP library can't reach: a proxy that is asked for a tunnel. */
  abandon(): void;
}

export interface Routes {
  /** The ways to an address, in their order. */
  ways(address: string): Promise<readonly Way[]>;
  /** A route along one of the ways. Throws for a proxy that can't be used, in words without its login. */
  along(way: Way, address: string, isFresh: boolean): Route;
  close(): void;
}

/** Enough for one request at a time, and one more while the former connection still closes. */
const keptOptions = { keepAlive: true, maxSockets: 2 } as const;
const freshOptions = { keepAlive: false } as const;

/** Routes over a network, with connections of their own. */
export function createRoutes(network: Network): Routes {
  const kept = new Map<string, WatchedAgent>();
  let context: SecureContext | null = null;

  // Made once: reading some hundred certificates for every fresh connection would be felt.
  const trust = (): { secureContext: SecureContext } => {
    context ??= createSecureContext({ ca: [...rootCertificates, ...network.certificates()] });
    return { secureContext: context };
  };

  const make = (way: Way, isSecure: boolean, isFresh: boolean): WatchedAgent => {
    const options = isFresh ? freshOptions : keptOptions;
    const life = new AbortController();
    if (way === null)
      return watched(isSecure ? new HttpsAgent({ ...options, ...trust() }) : new HttpAgent(options), life);
    const proxy = proxyAddress(way);
    // The signal and the roots here are for the connection to the proxy itself.
    const toProxy = { ...options, signal: life.signal, ...(proxy.protocol === 'https:' ? trust() : {}) };
    if (!isSecure) return watched(new HttpProxyAgent(proxy, toProxy), life);
    const agent = new HttpsProxyAgent(proxy, toProxy);
    // And these for TLS inside the tunnel: the library hands the agent's options on only from here.
    Object.assign(agent.options, trust());
    return watched(agent, life);
  };

  return {
    ways: (address) => network.waysTo(address),
    along(way, address, isFresh) {
      const { origin, protocol } = new URL(address);
      // One agent per API and way: what a proxy says to one must not be taken for an answer to the other.
      const name = `${origin} ${way ?? ''}`;
      const found = (isFresh ? null : kept.get(name)) ?? make(way, protocol === 'https:', isFresh);
      if (!isFresh) kept.set(name, found);
      found.refusal = null;
      return {
        agent: found.agent,
        proxy: way === null ? null : proxyAddress(way).host,
        refusedWith: () => found.refusal,
        abandon() {
          if (way === null) return;
          found.life.abort();
          found.agent.destroy();
          if (kept.get(name) === found) kept.delete(name);
        },
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
  /** Ends with the agent, and with it every connection that it began. */
  readonly life: AbortController;
  /** Status with which the proxy refused the latest tunnel. */
  refusal: number | null;
}

/** Notes when a tunnel is refused; the library then hands the proxy's answer on as if it were the API's. */
function watched(agent: Agent, life: AbortController): WatchedAgent {
  const entry: WatchedAgent = { agent, life, refusal: null };
  if (agent instanceof HttpsProxyAgent)
    agent.on('proxyConnect', (answer: { readonly statusCode?: number }) => {
      entry.refusal = answer.statusCode === undefined || answer.statusCode === 200 ? null : answer.statusCode;
    });
  return entry;
}

/** A proxy's address. Throws without repeating it, since it may hold a login. */
function proxyAddress(way: string): URL {
  const kind = /^([a-z0-9+.-]+):\/\//i.exec(way)?.[1]?.toLowerCase() ?? '';
  if (kind !== 'http' && kind !== 'https') throw new Error(`proxies of the kind ${kind} can't be used`);
  if (!URL.canParse(way)) throw new Error("the proxy's address can't be read");
  const proxy = new URL(way);
  try {
    decodeURIComponent(`${proxy.username}:${proxy.password}`);
  } catch {
    throw new Error("the proxy's login can't be read: write a % in it as %25");
  }
  return proxy;
}
