// How this computer reaches the internet, for doors without a window: proxies by environment variables, and the root
// certificates that the operating system trusts, which matter where a company inspects its traffic.
import * as tls from 'node:tls';
import { readFileSync } from 'node:fs';
import type { Network } from '../ports.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The network by the usual variables: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in capitals or not, and
 * NODE_EXTRA_CA_CERTS. What is on this computer is never asked for through a proxy.
 */
export function environmentNetwork(environment: Environment): Network {
  const variable = (name: string) => environment[name.toLowerCase()] || environment[name] || '';
  return {
    async waysTo(address) {
      const url = new URL(address);
      if (isLoopback(url.hostname) || isExempt(variable('NO_PROXY'), url)) return [null];
      const proxy = variable(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || variable('ALL_PROXY');
      if (proxy === '') return [null];
      return [proxy.includes('://') ? proxy : `http://${proxy}`];
    },
    certificates: () => [...systemCertificates(), ...extraCertificates(environment['NODE_EXTRA_CA_CERTS'])],
  };
}

/** True when a NO_PROXY list names the host: as it is, by a suffix, with a port, or by `*` for everything. */
function isExempt(list: string, { hostname, port, protocol }: URL): boolean {
  const usedPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [name = '', entryPort] = entry.toLowerCase().split(':');
      if (entryPort !== undefined && entryPort !== usedPort) return false;
      if (name === '*') return true;
      const suffix = name.replace(/^\*?\./, '');
      return suffix !== '' && (hostname === suffix || hostname.endsWith(`.${suffix}`));
    });
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}

/** The operating system's own roots, where this Node can tell them (22.15 and later). */
function systemCertificates(): readonly string[] {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof read !== 'function') return [];
  const certificates: unknown = Reflect.apply(read, tls, ['system']);
  return Array.isArray(certificates) ? certificates.filter((one) => typeof one === 'string') : [];
}

function extraCertificates(path: string | undefined): readonly string[] {
  if (path === undefined || path === '') return [];
  try {
    return [readFileSync(path, 'utf8')];
  } catch {
    // A variable that points nowhere is no reason not to start; the connection will say what it lacks.
    return [];
  }
}
