// The way of a request through the simulator: route, key, limit, verb, body, endpoint, answer (Cin7 14.1). One Hono route
// takes everything, because paths and parameter names count in any case. Each answer carries the injected clock's date.
import { Hono } from 'hono';
import type { Cin7Context } from '../context.ts';
import { type Answer, Refusal, errorArray, json, pageNotFound, text } from './answers.ts';
import type { Endpoint, Operation, Verb } from './endpoint.ts';
import { readQuery, refuseUnknownParameters } from './query.ts';
import type { RateLimit } from './rate-limit.ts';

const prefix = '/externalapi/v2/';

export interface ServerOptions {
  readonly context: Cin7Context;
  readonly endpoints: readonly Endpoint[];
  readonly limit: RateLimit;
  readonly accountId: string;
  /** May be changed while the server runs. */
  readonly applicationKeys: readonly string[];
  /** Answers the public attachment address, which is no part of the API. */
  readonly download: (url: URL) => Answer;
}

/** The simulator's Hono app. */
export function createServer(options: ServerOptions): Hono {
  const endpoints = new Map(options.endpoints.map((endpoint) => [endpoint.path, endpoint]));
  const app = new Hono();
  app.all('*', async (c) => {
    const answer = await answerTo(c.req.raw, endpoints, options);
    const headers = new Headers({ ...answer.headers, 'content-type': answer.contentType });
    headers.set('date', new Date(options.context.clock.now()).toUTCString());
    return new Response(c.req.method === 'HEAD' ? null : answer.body, { status: answer.status, headers });
  });
  return app;
}

async function answerTo(
  request: Request,
  endpoints: ReadonlyMap<string, Endpoint>,
  options: ServerOptions,
): Promise<Answer> {
  const { context, limit, download } = options;
  const { switches } = context;
  const url = new URL(request.url);
  const path = url.pathname.toLowerCase();
  if (path === '/attachment/download') return download(url);
  const endpoint = path.startsWith(prefix) ? endpoints.get(path.slice(prefix.length).replace(/\/+$/, '')) : undefined;
  if (endpoint === undefined) return unknownRoute(switches.unknownRoute);

  const key = request.headers.get('api-auth-applicationkey') ?? '';
  const account = request.headers.get('api-auth-accountid') ?? '';
  const isKnown = options.applicationKeys.some((known) => known.toLowerCase() === key.toLowerCase());
  if (!isKnown || account.toLowerCase() !== options.accountId.toLowerCase()) {
    const message = 'Incorrect credentials!';
    return switches.authBody === 'text' ? text(message, 403) : errorArray([message], 403, 403);
  }
  const refused = limit.take(key.toLowerCase());
  if (refused) return refused;

  const operation = operationOf(endpoint, request.method);
  if (operation === undefined) {
    const message = `The requested resource does not support http method '${request.method}'.`;
    return json({ Message: message }, switches.wrongVerb);
  }
  return runOperation(operation, request, url, context);
}

async function runOperation(operation: Operation, request: Request, url: URL, context: Cin7Context): Promise<Answer> {
  const { switches } = context;
  let body: unknown;
  if (operation.takesBody) {
    try {
      body = JSON.parse(await request.text());
      if (typeof body !== 'object' || body === null) throw new SyntaxError('The body is not a JSON object.');
    } catch (error) {
      // A body that can't be read is a server error here, not a bad request (Cin7 1.1).
      return errorArray([error instanceof Error ? error.message : 'The body could not be parsed.'], 500, 500);
    }
  }
  try {
    const query = readQuery(url.searchParams, switches.momentZone);
    if (switches.strict) refuseUnknownParameters(query, operation.parameters);
    return operation.run({ query, body, origin: url.origin }, context);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return errorArray(error.problems, error.errorCode, switches.errorInside200 ? 200 : 400);
  }
}

function operationOf(endpoint: Endpoint, method: string): Operation | undefined {
  const verbs: readonly Verb[] = ['GET', 'POST', 'PUT', 'DELETE'];
  const verb = verbs.find((known) => known === method);
  return verb === undefined ? undefined : endpoint.operations[verb];
}

function unknownRoute(way: Cin7Context['switches']['unknownRoute']): Answer {
  if (way === 'html') return pageNotFound(200);
  if (way === '404') return pageNotFound(404);
  // The page that it leads to doesn't exist either: a loop for who follows (Cin7 13, gotcha 1).
  return { ...pageNotFound(302), headers: { Location: '/PageNotFound' } };
}
