// One request as a client describes it, and one reply as the transport gives it back. What an operation *does* decides
// whether it may be repeated, not its verb (RUN-6).

/** Which API a request goes to. */
export type Api = 'cin7' | 'joor';

/** How the API is called in sentences. */
export const apiNames: Readonly<Record<Api, string>> = { cin7: 'Cin7 Core', joor: 'JOOR' };

/**
 * `read` changes nothing; `idempotent` may be sent twice with the same result; `create` makes something new each time,
 * so that an unclear answer must be looked up before it is sent again.
 */
export type Effect = 'read' | 'idempotent' | 'create';

/** A person's single action goes before background work and may spend the head-room (RUN-1, RUN-5). */
export type Lane = 'person' | 'background';

export type QueryValue = string | number | boolean;

export type RequestBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | {
      readonly kind: 'form';
      readonly fields: Readonly<Record<string, string>>;
      /** Default urlencoded. */
      readonly encoding?: 'urlencoded' | 'multipart';
    };

export interface Operation {
  readonly api: Api;
  /** For history and messages: `products.list`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Absolute address without the query. */
  readonly url: string;
  readonly query: Readonly<Record<string, QueryValue>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBody | null;
  readonly effect: Effect;
  /** What it takes from the budget: 1 call of Cin7 Core, 1 or 5 credits of JOOR, 0 for what is free. */
  readonly cost: number;
  /** True keeps the bodies out of the request history: they hold credentials. */
  readonly isSecret?: boolean;
}

/** The operation's address with its query, as it goes on the wire. */
export function addressOf({ url, query }: Operation): string {
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return pairs.length === 0 ? url : `${url}?${new URLSearchParams(pairs).toString()}`;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Parsed when the content type says JSON and the text is JSON; undefined otherwise. */
  readonly json: unknown;
}

/** Why no usable reply came. */
export type FailureKind =
  | 'cancelled'
  | 'name-not-found'
  | 'refused'
  | 'unreachable'
  | 'untrusted'
  | 'no-tls'
  | 'proxy-unusable'
  | 'proxy-unreachable'
  | 'proxy-login'
  | 'proxy-refused'
  | 'dropped'
  | 'timed-out'
  | 'too-large';

export interface Failure {
  readonly kind: FailureKind;
  /** False only when it is certain that the request never reached the API. */
  readonly mayHaveArrived: boolean;
  readonly message: string;
}

export type Exchange = { readonly reply: Reply } | { readonly failure: Failure };
