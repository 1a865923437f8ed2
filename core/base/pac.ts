// What a script for automatic proxy configuration (PAC) answers, as ways. Desktop systems resolve proxies to such a text.
import type { Way } from './ports.ts';

const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
};

/**
 * The ways that an answer such as `PROXY a.example:8080; DIRECT` names, in its order, each once. An answer that names
 * none means the direct way. Proxies of a kind that can't be used keep their kind, so that the transport can name it.
 */
export function waysOfPac(answer: string): readonly Way[] {
  const ways = answer.split(';').flatMap((part): Way[] => {
    const [kind = '', host = ''] = part.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return [null];
    const scheme = schemes[kind.toUpperCase()];
    return scheme === undefined || host === '' ? [] : [`${scheme}://${host}`];
  });
  return ways.length === 0 ? [null] : [...new Set(ways)];
}
