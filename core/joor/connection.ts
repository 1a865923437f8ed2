// How a request to JOOR is dressed: v4 with a bearer token and the account in the query, v2 with its static token and
// obligatory MIME types (JOOR 3). Both generations live on one host and share one budget (JOOR 4.2).
import type { Clock } from '../base/ports.ts';
import type { Lane, Operation, QueryValue, Reply } from '../http/operation.ts';
import type { Answer, Transport } from '../http/transport.ts';
import { keepToken, type SignIn } from './token.ts';
import { defaultJoorSwitches, type JoorSwitches } from './switches.ts';

export interface JoorOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** `https://api.jooraccess.com`, without a slash at the end. */
  readonly apiUrl: string;
  readonly accountId: string;
  /** The v2 token of this account. */
  readonly token: string;
  readonly signIn: SignIn;
  readonly switches?: Partial<JoorSwitches>;
}

export interface Caller {
  readonly lane: Lane;
  readonly signal?: AbortSignal | undefined;
  /** What the request is about, for the history: an order's id. */
  readonly about?: string | undefined;
}

interface Request {
  readonly name: string;
  readonly method: Operation['method'];
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
  readonly effect: Operation['effect'];
}

/** Makes something of an answer; long lists take their time. */
type Read<Content> = (json: unknown) => Content | Promise<Content>;

export interface JoorConnection {
  readonly switches: JoorSwitches;
  v4<Content>(request: Request, caller: Caller, read: Read<Content>): Promise<Answer<Content>>;
  v2<Content>(request: Request, caller: Caller, read: Read<Content>): Promise<Answer<Content>>;
  /** The access token in memory, for masking. */
  accessToken(): string | null;
}

/** Credits of a request: a read takes 1, everything else 5, whatever it carries (JOOR 4.2). */
function creditsOf(method: Operation['method']): number {
  return method === 'GET' ? 1 : 5;
}

/** A connection to one JOOR account. */
export function connectJoor(options: JoorOptions): JoorConnection {
  const { transport, apiUrl, accountId } = options;
  const switches = { ...defaultJoorSwitches, ...options.switches };
  const tokens = keepToken(options.signIn, transport, options.clock, switches);
  const v2Header = { Authorization: `OAuth2 ${Buffer.from(options.token).toString('base64')}` };

  const operation = (version: 'v2' | 'v4', request: Request, headers: Readonly<Record<string, string>>): Operation => ({
    api: 'joor',
    name: request.name,
    method: request.method,
    url: `${apiUrl}/${version}/${request.path}`,
    query: { ...request.query, ...(version === 'v4' ? { account: accountId } : {}) },
    headers: { Accept: 'application/json', ...headers },
    body: request.body === undefined ? null : { kind: 'json', value: request.body },
    effect: request.effect,
    cost: creditsOf(request.method),
  });

  const content =
    <Content>(read: Read<Content>) =>
    ({ json }: Reply) =>
      read(json);

  return {
    switches,
    accessToken: () => tokens.current(),
    async v4(request, caller, read) {
      const headers = await tokens.header(caller);
      return transport.send(operation('v4', request, headers), caller, content(read), () => tokens.renewed(caller));
    },
    v2: (request, caller, read) => transport.send(operation('v2', request, v2Header), caller, content(read)),
  };
}
