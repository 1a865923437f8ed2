// Puts one request on the network and tells exactly what came of it: a reply of any status, or a failure with the one
// fact that matters afterwards, whether it may have arrived. Never retries, never follows redirects, never throws.
// The only module that knows the HTTP library.
import axios, { AxiosError, type AxiosRequestConfig } from 'axios';
import { second } from '../base/dates.ts';
import { turn } from '../base/slices.ts';
import { directNetwork, type Network, type Way } from '../base/ports.ts';
import { lookAtCertificate, type CertificateLook } from './certificate.ts';
import { createRoutes, type Route } from './routes.ts';
import { addressOf } from './operation.ts';
import type { Exchange, Failure, FailureKind, Operation, Reply, RequestBody } from './operation.ts';

export interface WireOptions {
  /** Milliseconds of real time that one exchange may take, from the first byte out to the last byte in. */
  readonly timeout?: number;
  /** Bytes that an answer may have at most. */
  readonly maximumBytes?: number;
  /** Proxies and certificates; none besides the built-in ones when left out. */
  readonly network?: Network;
  /** Milliseconds of real time that a write which is under way gets for its answer after a cancel. */
  readonly patience?: number;
}

/** How long a write that is under way is waited for when everything is to stop: its answer spares a look at what it did. */
export const answerPatience = 8 * second;

export interface Wire {
  /**
   * A cancel ends what only reads at once, and what writes after the wire's patience; nothing begins after it.
   * `timeout` in milliseconds of real time, for who waits in front of the screen; the wire's own when left out.
   */
  exchange(
    operation: Operation,
    headers: Readonly<Record<string, string>>,
    signal?: AbortSignal,
    timeout?: number,
  ): Promise<Exchange>;
  /** Looks at the way to an address without asking it anything and without a secret. Never throws. */
  inspect(address: string, signal?: AbortSignal): Promise<WayLook>;
  /** Cuts off what is under way, whatever it is, and closes the connections; nothing goes out any more. */
  close(): void;
}

/** Milliseconds for a look at the way. */
const inspectTimeout = 15 * second;

const failureCodes: Readonly<Record<string, FailureKind>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  CERT_HAS_EXPIRED: 'untrusted',
  CERT_NOT_YET_VALID: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
  CERT_UNTRUSTED: 'untrusted',
  CERT_REJECTED: 'untrusted',
  CERT_REVOKED: 'untrusted',
  CERT_SIGNATURE_FAILURE: 'untrusted',
  INVALID_CA: 'untrusted',
  HOSTNAME_MISMATCH: 'untrusted',
  EPROTO: 'no-tls',
  ETIMEDOUT: 'timed-out',
  ERR_BAD_OPTION_VALUE: 'too-large',
};

/** Certain not to have arrived: the name or the certificate was looked at before anything was sent. */
const beforeSending = new Set<FailureKind>(['name-not-found', 'untrusted']);
/** Not arrived only if it was the connecting that failed: a network can also go away under a request that was sent. */
const whileConnecting = new Set<FailureKind>(['refused', 'unreachable']);

/** A wire with its own connections. */
export function createWire(options: WireOptions = {}): Wire {
  const { timeout: usualTimeout = 100 * second, maximumBytes = 64 * 1024 * 1024, network = directNetwork } = options;
  const { patience = answerPatience } = options;
  const routes = createRoutes(network);
  const closing = new AbortController();

  return {
    close() {
      closing.abort();
      routes.close();
    },
    async exchange(operation, headers, wish, timeout = usualTimeout) {
      const deadline = AbortSignal.timeout(timeout);
      const isOver = new AbortController();
      const cancel = wish === undefined || operation.effect === 'read' ? wish : later(wish, patience, isOver.signal);
      const signal = AbortSignal.any([closing.signal, ...(cancel === undefined ? [] : [cancel])]);
      try {
        return await byAnyWay(operation, headers, { signal, deadline, limit: AbortSignal.any([signal, deadline]) });
      } finally {
        isOver.abort();
      }
    },
    async inspect(address, signal) {
      const limit = AbortSignal.any([...(signal === undefined ? [] : [signal]), AbortSignal.timeout(inspectTimeout)]);
      try {
        let look: WayLook = { proxy: null, certificate: null };
        for (const way of await unlessAborted(routes.ways(address), limit)) {
          const route = routes.along(way, address, true);
          look = { proxy: route.proxy, certificate: await lookAtCertificate(address, route.agent, limit) };
          if (look.certificate !== null || !address.startsWith('https:')) return look;
          route.abandon();
        }
        return look;
      } catch {
        // What hinders it is told by the exchange that brought up the question.
        return { proxy: null, certificate: null };
      }
    },
  };

  async function byAnyWay(
    operation: Operation,
    headers: Readonly<Record<string, string>>,
    ends: Ends,
  ): Promise<Exchange> {
    const { signal, limit } = ends;
    const url = addressOf(operation);
    let ways: readonly Way[];
    try {
      ways = await unlessAborted(routes.ways(url), limit);
    } catch (error) {
      if (limit.aborted) return { failure: abortFailure(signal, false) };
      return unusable(`the way there couldn't be found: ${messageOf(error)}`);
    }
    let latest: Exchange = unusable('there is no way to it');
    for (const way of ways) {
      latest = await along(way, url, operation, headers, ends);
      if (!('failure' in latest) || !leadsNowhere(latest.failure)) return latest;
    }
    return latest;
  }

  async function along(
    way: Way,
    url: string,
    operation: Operation,
    headers: Readonly<Record<string, string>>,
    { signal, deadline, limit }: Ends,
  ): Promise<Exchange> {
    let route: Route;
    try {
      // A creating request never travels on a kept connection: the server may just be closing it, and a reset there
      // would leave open whether the request arrived.
      route = routes.along(way, url, operation.effect === 'create');
    } catch (error) {
      return unusable(messageOf(error));
    }
    const config: AxiosRequestConfig<string> = {
      method: operation.method,
      url,
      headers: { ...headers, ...contentHeaders(operation.body) },
      signal: limit,
      responseType: 'text',
      transformResponse: (data: unknown) => data,
      validateStatus: () => true,
      maxRedirects: 0,
      maxContentLength: maximumBytes,
      maxBodyLength: maximumBytes,
      proxy: false,
      transitional: { clarifyTimeoutError: true },
      httpAgent: route.agent,
      httpsAgent: route.agent,
    };
    const content = contentText(operation.body);
    if (content !== null) config.data = content;
    if (isLong(content)) await turn();
    try {
      const response = await axios.request<string>(config);
      const refused = route.refusedWith();
      if (refused !== null) return { failure: proxyFailure(refused, route) };
      if (route.proxy !== null && response.status === 407) return { failure: proxyFailure(407, route) };
      return { reply: await toReply(response.status, response.headers, response.data) };
    } catch (error) {
      if (limit.aborted) route.abandon();
      return { failure: toFailure(error, route, signal, deadline) };
    }
  }
}

/** What may end an exchange: a cancel that no longer waits, the deadline, and either of them. */
interface Ends {
  readonly signal: AbortSignal;
  readonly deadline: AbortSignal;
  readonly limit: AbortSignal;
}

/** A signal that follows another one so many milliseconds of real time later; at once when that one came before. */
function later(wish: AbortSignal, milliseconds: number, isOver: AbortSignal): AbortSignal {
  if (wish.aborted) return wish;
  const follower = new AbortController();
  const wait = () =>
    AbortSignal.timeout(milliseconds).addEventListener('abort', () => follower.abort(), { once: true });
  wish.addEventListener('abort', wait, { once: true, signal: isOver });
  return follower.signal;
}

/** What stands between this computer and an address. */
export interface WayLook {
  /** `host:port` of the proxy that is used, or tried last; null on a direct way. */
  readonly proxy: string | null;
  /** What the address shows; null without TLS, or when there was no getting that far. */
  readonly certificate: CertificateLook | null;
}

const unusable = (message: string): Exchange => ({
  failure: { kind: 'proxy-unusable', mayHaveArrived: false, message },
});

/** True for a way that ended before it began, so that the next one may be tried. */
function leadsNowhere({ kind, mayHaveArrived }: Failure): boolean {
  return !mayHaveArrived && nowhere.has(kind);
}

const nowhere = new Set<FailureKind>([
  'name-not-found',
  'refused',
  'unreachable',
  'proxy-unreachable',
  'proxy-unusable',
]);

/** The promise's own end, or a rejection as soon as the signal aborts. */
function unlessAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new Error('aborted'));
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** Between the fields of a multipart form; long enough never to stand in one. */
const boundary = 'seamline-form-boundary-7d1c0e4b';

function contentText(body: RequestBody | null): string | null {
  if (body === null) return null;
  if (body.kind === 'json') return JSON.stringify(body.value);
  return body.encoding === 'multipart' ? multipartText(body.fields) : new URLSearchParams(body.fields).toString();
}

function multipartText(fields: Readonly<Record<string, string>>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}

function contentHeaders(body: RequestBody | null): Record<string, string> {
  if (body === null) return {};
  if (body.kind === 'json') return { 'Content-Type': 'application/json; charset=utf-8' };
  return {
    'Content-Type':
      body.encoding === 'multipart' ? `multipart/form-data; boundary=${boundary}` : 'application/x-www-form-urlencoded',
  };
}

/** A text of this length takes long enough to be felt: what is done with it stands in a turn of its own. */
const isLong = (text: string | null) => text !== null && text.length > 100_000;

async function toReply(status: number, rawHeaders: unknown, data: unknown): Promise<Reply> {
  const headers: Record<string, string> = {};
  if (rawHeaders !== null && typeof rawHeaders === 'object')
    for (const [name, value] of Object.entries(rawHeaders)) headers[name.toLowerCase()] = String(value);
  const text = typeof data === 'string' ? data.replace(/^\uFEFF/, '') : '';
  if (isLong(text)) await turn();
  const json = jsonOf(text, headers['content-type']);
  if (isLong(text)) await turn();
  return { status, headers, text, json };
}

function jsonOf(text: string, contentType: string | undefined): unknown {
  if (contentType === undefined || !/\bjson\b/i.test(contentType)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The proxy said no: the request never went any further. */
function proxyFailure(status: number, { proxy }: Route): Failure {
  const kind = status === 407 ? 'proxy-login' : 'proxy-refused';
  return { kind, mayHaveArrived: false, message: `the proxy ${proxy ?? ''} answered ${status}` };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function toFailure(error: unknown, route: Route, signal: AbortSignal, deadline: AbortSignal): Failure {
  const message = messageOf(error);
  if (signal.aborted || deadline.aborted) return abortFailure(signal, true);
  const kind = failureKind(error);
  if (route.proxy !== null && beforeTunnel.test(message))
    return { kind: 'proxy-unreachable', mayHaveArrived: false, message };
  // On a way through a proxy it is the proxy that was looked up and connected to.
  if (route.proxy !== null && (kind === 'name-not-found' || (whileConnecting.has(kind) && wasConnecting(error))))
    return { kind: 'proxy-unreachable', mayHaveArrived: false, message };
  const isCertain = beforeSending.has(kind) || (whileConnecting.has(kind) && wasConnecting(error));
  return { kind, mayHaveArrived: !isCertain, message };
}

function abortFailure(signal: AbortSignal, mayHaveArrived: boolean): Failure {
  if (signal.aborted) return { kind: 'cancelled', mayHaveArrived, message: 'cancelled' };
  return { kind: 'timed-out', mayHaveArrived, message: 'no answer in time' };
}

/** How the proxy library says that the proxy went away before it opened the tunnel. */
const beforeTunnel = /CONNECT response/;

/** True when the system call that failed was the one that connects, for every address that was tried. */
function wasConnecting(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.every(wasConnecting);
  if ('syscall' in error) return error.syscall === 'connect';
  return wasConnecting(error.cause);
}

function failureKind(error: unknown): FailureKind {
  if (!(error instanceof AxiosError)) return 'dropped';
  if (/maxContentLength/.test(error.message)) return 'too-large';
  const code = error.code ?? '';
  return failureCodes[code] ?? (code.startsWith('ERR_SSL_') ? 'no-tls' : 'dropped');
}
