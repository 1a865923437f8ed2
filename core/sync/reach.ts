// What stands between this computer and each host: name server, proxy, its login, TLS, the clock, a page instead of the
// API. Asked without a key, so that it costs no call and no credit and shows nobody a secret.
import { minute } from '../base/dates.ts';
import type { Clock } from '../base/ports.ts';
import { failureWords } from '../http/failure-words.ts';
import type { Api, Exchange, FailureKind, Operation } from '../http/operation.ts';
import { outcomeOf, sharedOutcomes } from '../http/outcome.ts';
import { briefPatience } from '../http/transport.ts';
import type { Wire } from '../http/wire.ts';
import type { Settings } from '../settings/index.ts';
import { addressesOf } from './connect.ts';

/** What hinders, by what has to be put right. */
export type Obstacle = 'names' | 'proxy' | 'proxy-login' | 'tls' | 'answers';

export interface Reach {
  readonly api: Api;
  readonly host: string;
  /** True for https. */
  readonly isSecure: boolean;
  /** `host:port` of the proxy on the way; null for none. */
  readonly proxy: string | null;
  readonly obstacle: { readonly kind: Obstacle; readonly sentence: string; readonly nextStep: string } | null;
  readonly certificate: Awaited<ReturnType<Wire['inspect']>>['certificate'];
  /** Milliseconds that this computer's clock is ahead of the host's; null when the host told no time. */
  readonly clockAhead: number | null;
}

/** A clock that is wrong by more is worth a word: certificates, marks and due times depend on it. */
export const clockTolerance = 5 * minute;

/** Looks at the way to each host that the settings name, of both APIs or of one, all at once. Never throws. */
export function reachHosts(
  settings: Settings,
  { wire, clock, signal }: { readonly wire: Wire; readonly clock: Clock; readonly signal?: AbortSignal | undefined },
  only: readonly Api[] = ['cin7', 'joor'],
): Promise<Reach[]> {
  const { cin7, joorApi, joorAuth } = addressesOf(settings);
  const questions: readonly (readonly [Api, string, 'api' | 'sign-in'])[] = [
    ['cin7', `${cin7}/me`, 'api'],
    ['joor', `${joorApi}/v4/price_types`, 'api'],
    ['joor', joorAuth, 'sign-in'],
  ];
  const asked = questions.filter(([api]) => only.includes(api));
  return Promise.all(asked.map(([api, url, kind]) => reach(api, url, kind, { wire, clock, signal })));
}

async function reach(
  api: Api,
  url: string,
  kind: 'api' | 'sign-in',
  { wire, clock, signal }: { wire: Wire; clock: Clock; signal: AbortSignal | undefined },
): Promise<Reach> {
  const operation: Operation = {
    api,
    name: 'a first question',
    method: 'GET',
    url,
    query: {},
    headers: { Accept: 'application/json' },
    body: null,
    effect: 'read',
    cost: 0,
  };
  const looking = wire.inspect(url, signal);
  let exchange = await wire.exchange(operation, operation.headers, signal, briefPatience.exchange);
  const now = clock.now();
  // One slip is forgiven.
  if ('failure' in exchange && exchange.failure.kind === 'dropped')
    exchange = await wire.exchange(operation, operation.headers, signal, briefPatience.exchange);
  const { proxy, certificate } = await looking;
  const date = 'reply' in exchange ? Date.parse(exchange.reply.headers['date'] ?? '') : Number.NaN;
  const theirs = Number.isNaN(date) ? (certificate?.answererTime ?? null) : date;
  return {
    api,
    host: new URL(url).host,
    isSecure: url.startsWith('https:'),
    proxy,
    certificate,
    obstacle: obstacleIn(exchange, operation, kind),
    clockAhead: theirs === null ? null : now - theirs,
  };
}

const obstacles: Readonly<Partial<Record<FailureKind, Obstacle>>> = {
  'name-not-found': 'names',
  'proxy-unreachable': 'proxy',
  'proxy-refused': 'proxy',
  'proxy-unusable': 'proxy',
  'proxy-login': 'proxy-login',
  untrusted: 'tls',
  'no-tls': 'tls',
};

function obstacleIn(exchange: Exchange, operation: Operation, asked: 'api' | 'sign-in'): Reach['obstacle'] {
  if ('failure' in exchange) {
    const { kind, message } = exchange.failure;
    const { code } = outcomeOf(exchange, [sharedOutcomes]);
    return { kind: obstacles[kind] ?? 'answers', ...failureWords(code, operation, exchange, message, 0) };
  }
  const { status, text } = exchange.reply;
  const isPage = /^\s*</.test(text);
  if (isFromTheApi(status, isPage, asked)) return null;
  const code = isPage || status < 400 ? 'not-the-api' : 'server-fault';
  return { kind: 'answers', ...failureWords(code, operation, exchange, `status ${status}`, 0) };
}

/** True for what only the API answers: mostly a refusal, for want of a key. A sign-in address may show people a page. */
function isFromTheApi(status: number, isPage: boolean, asked: 'api' | 'sign-in'): boolean {
  if (asked === 'sign-in') return status < 500;
  if (status === 401 || status === 403) return true;
  return !isPage && status < 500 && (status < 300 || status >= 400);
}
