// Puts one request on the network and tells exactly what came of it: a reply of any status, or a failure with the one
// fact that matters afterwards, whether it may have arrived. Never retries, never follows redirects, never throws.
// The only module that knows the HTTP library.
import axios, { AxiosError, type AxiosRequestConfig } from 'axios';
import { second } from '../base/dates.ts';
import { directNetwork, type Network } from '../base/ports.ts';
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
}

export interface Wire {
  exchange(operation: Operation, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Exchange>;
  /** Closes idle connections. */
  close(): void;
}

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
  ETIMEDOUT: 'timed-out',
  ERR_BAD_OPTION_VALUE: 'too-large',
};

/** Certain not to have arrived: the name or the certificate was looked at before anything was sent. */
const beforeSending = new Set<FailureKind>(['name-not-found', 'untrusted']);
/** Not arrived only if it was the connecting that failed: a network can also go away under a request that was sent. */
const whileConnecting = new Set<FailureKind>(['refused', 'unreachable']);

/** A wire with its own connections. */
export function createWire(options: WireOptions = {}): Wire {
  const { timeout = 100 * second, maximumBytes = 64 * 1024 * 1024, network = directNetwork } = options;
  const routes = createRoutes(network);

  return {
    close: () => routes.close(),
    async exchange(operation, headers, signal) {
      const deadline = AbortSignal.timeout(timeout);
      const url = addressOf(operation);
      let route: Route;
      try {
        // A creating request never travels on a kept connection: the server may just be closing it, and a reset there
        // would leave open whether the request arrived.
        route = await routes.to(url, operation.effect === 'create');
      } catch (error) {
        return { failure: { kind: 'proxy-refused', mayHaveArrived: false, message: messageOf(error) } };
      }
      const config: AxiosRequestConfig<string> = {
        method: operation.method,
        url,
        headers: { ...headers, ...contentHeaders(operation.body) },
        signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
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
      try {
        const response = await axios.request<string>(config);
        const refused = route.refusedWith();
        if (refused !== null) return { failure: proxyFailure(refused, route) };
        if (route.proxy !== null && response.status === 407) return { failure: proxyFailure(407, route) };
        return { reply: toReply(response.status, response.headers, response.data) };
      } catch (error) {
        return { failure: toFailure(error, route, signal, deadline) };
      }
    },
  };
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

function toReply(status: number, rawHeaders: unknown, data: unknown): Reply {
  const headers: Record<string, string> = {};
  if (rawHeaders !== null && typeof rawHeaders === 'object')
    for (const [name, value] of Object.entries(rawHeaders)) headers[name.toLowerCase()] = String(value);
  const text = typeof data === 'string' ? data.replace(/^\uFEFF/, '') : '';
  return { status, headers, text, json: jsonOf(text, headers['content-type']) };
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

function toFailure(error: unknown, route: Route, signal: AbortSignal | undefined, deadline: AbortSignal): Failure {
  const message = messageOf(error);
  if (signal?.aborted === true) return { kind: 'cancelled', mayHaveArrived: true, message };
  if (deadline.aborted) return { kind: 'timed-out', mayHaveArrived: true, message: 'no answer in time' };
  const kind = failureKind(error);
  // On a way through a proxy it is the proxy that was looked up and connected to.
  if (route.proxy !== null && (kind === 'name-not-found' || (whileConnecting.has(kind) && wasConnecting(error))))
    return { kind: 'proxy-unreachable', mayHaveArrived: false, message };
  const isCertain = beforeSending.has(kind) || (whileConnecting.has(kind) && wasConnecting(error));
  return { kind, mayHaveArrived: !isCertain, message };
}

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
  return failureCodes[error.code ?? ''] ?? 'dropped';
}
