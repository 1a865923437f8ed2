// Who vouches for an address: a look at its TLS certificate, trusted or not, for people who must find out what stands
// between them and an API. Nothing is asked for but the first line of an answer, and no secret is sent.
import type { Agent } from 'node:http';
import { request } from 'node:https';
import { rootCertificates, TLSSocket, type DetailedPeerCertificate } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { oncePer } from '../base/memo.ts';

export interface CertificateLook {
  /** Who issued it, and the name at the end of the chain that was shown. */
  readonly issuer: string;
  readonly root: string;
  /** Epoch ms. */
  readonly validFrom: number;
  readonly validTo: number;
  /** Why it isn't trusted on this computer, as TLS names it (`CERT_HAS_EXPIRED`); null when it is. */
  readonly problem: string | null;
  /** True when it is trusted by a root of this computer's own: then somebody on the way may be reading along. */
  readonly isInspected: boolean;
  /** The clock of whoever answered (epoch ms), to be believed no more than the certificate; null when it named none. */
  readonly answererTime: number | null;
}

/** Looks at the certificate of an https address; null for http, or when there was no getting that far. */
export function lookAtCertificate(address: string, agent: Agent, signal: AbortSignal): Promise<CertificateLook | null> {
  const { protocol, origin } = new URL(address);
  if (protocol !== 'https:') return Promise.resolve(null);
  return new Promise((resolve) => {
    let look: CertificateLook | null = null;
    const end = (answererTime: number | null) => {
      resolve(look === null ? null : { ...look, answererTime });
      asked.destroy();
    };
    const asked = request(`${origin}/`, { method: 'HEAD', agent, signal, rejectUnauthorized: false });
    asked.on('socket', (socket) => {
      if (!(socket instanceof TLSSocket)) return;
      socket.once('secureConnect', () => (look = lookOf(socket)));
    });
    asked.on('response', ({ headers }) => {
      const time = Date.parse(headers.date ?? '');
      end(Number.isNaN(time) ? null : time);
    });
    asked.on('error', () => end(null));
    asked.end();
  });
}

function lookOf(socket: TLSSocket): CertificateLook {
  const leaf = socket.getPeerCertificate(true);
  const last = endOfChain(leaf);
  return {
    issuer: nameOf(leaf.issuer),
    root: nameOf(last.issuer),
    validFrom: Date.parse(leaf.valid_from),
    validTo: Date.parse(leaf.valid_to),
    problem: socket.authorized ? null : String(socket.authorizationError),
    isInspected: socket.authorized && !builtIn(rootCertificates).has(last.fingerprint256),
    answererTime: null,
  };
}

function endOfChain(leaf: DetailedPeerCertificate): DetailedPeerCertificate {
  let last = leaf;
  // A root names itself as its issuer; an incomplete chain just ends.
  while (last.issuerCertificate !== undefined && last.issuerCertificate.fingerprint256 !== last.fingerprint256)
    last = last.issuerCertificate;
  return last;
}

function nameOf({ CN, O }: DetailedPeerCertificate['issuer']): string {
  const names = [CN, O].flat().filter((name): name is string => typeof name === 'string' && name !== '');
  return [...new Set(names)].join(', ');
}

const builtIn = oncePer(
  (roots: readonly string[]): ReadonlySet<string> =>
    new Set(roots.map((root) => new X509Certificate(root).fingerprint256)),
);
