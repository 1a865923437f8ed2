// One practice account behind a loopback server: each request is numbered, logged, put through the fault rules, and
// handed to the account's app. The app handles one request at a time, in order of arrival, and late commits whose time
// has come are done before it, so that a run against practice can be repeated exactly.
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { instantOf } from '../../base/dates.ts';
import type { Clock } from '../../base/ports.ts';
import { createDesk } from './desk.ts';
import type { DeskOptions } from './desk.ts';
import { answerOf, maintenancePage, send, sendHalf, sendSlowly, untilClosed } from './deliver.ts';
import type { Answer } from './deliver.ts';
import type { ApiName, FaultAction, Faults } from './faults.ts';
import { listen, stopServer } from './listen.ts';
import type { LateCommits } from './late-commits.ts';
import { bounded, createRequestLog } from './request-log.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';

export interface ServeOptions {
  readonly api: ApiName;
  readonly app: { fetch(request: Request): Response | Promise<Response> };
  readonly clock: Clock;
  readonly late: LateCommits;
  readonly faults: Faults;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** On the clock, before each request is handled. */
  readonly latencyMilliseconds: number;
  readonly certificate?: { readonly key: string; readonly cert: string } | undefined;
  /** What was spent so far; without it the requests that the app handled are counted. */
  readonly spent?: (() => number) | undefined;
  readonly desk: Pick<DeskOptions, 'summary' | 'apply'>;
}

export interface ServedApi {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly origin: string;
  readonly log: RequestLog;
  /** Does late commits whose time has come. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server and waits until it listens. */
export async function serveApi(options: ServeOptions): Promise<ServedApi> {
  const { app, clock, late, faults, certificate } = options;
  const log = createRequestLog();
  const exclusively = createQueue();
  const settle = () => exclusively(() => late.settle());
  const desk = createDesk({ ...options.desk, log, settle, faults: faults.of(options.api) });
  let handledRequests = 0;
  const spent = options.spent ?? (() => handledRequests);

  async function receive(request: Request, incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname.startsWith('/practice/')) {
      return desk.fetch(request, { remoteAddress: incoming.socket.remoteAddress ?? '' });
    }
    const { method } = request;
    const { pathname: path, search: query } = url;
    const content = Buffer.from(await request.arrayBuffer());
    const requestBody = content.toString('utf8');
    const { number, action } = faults.arrive({ api: options.api, method, path, body: requestBody });
    const at = instantOf(clock.now());
    const entry = log.open({ number, at, method, path, query, requestBody, fault: action?.kind ?? null });
    entry.spent = spent();
    const handle = async (): Promise<Answer> => {
      const hasBody = method !== 'GET' && method !== 'HEAD' && content.length > 0;
      const copy = new Request(url, { method, headers: request.headers, ...(hasBody ? { body: content } : {}) });
      const answer = await answerOf(await app.fetch(copy));
      handledRequests += 1;
      entry.handled = answer.status;
      entry.spent = spent();
      return answer;
    };
    if (options.latencyMilliseconds > 0) await clock.sleep(options.latencyMilliseconds);
    await perform(action, {
      outgoing,
      clock,
      entry,
      handle: () =>
        exclusively(async () => {
          await late.settle();
          return handle();
        }),
      handleAfter: (edits) =>
        exclusively(async () => {
          await late.settle();
          for (const edit of edits) options.desk.apply(edit);
          return handle();
        }),
      handleLate: (dueAt) =>
        late.add(dueAt, async () => {
          await handle();
        }),
    });
    return RESPONSE_ALREADY_SENT;
  }

  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const listener = getRequestListener((request) => receive(request, incoming, outgoing), {
      hostname: options.host,
      overrideGlobalObjects: false,
    });
    void listener(incoming, outgoing);
  };
  const limits = { maxHeaderSize: 65_536 };
  const server =
    certificate === undefined
      ? createHttpServer(limits, onRequest)
      : createHttpsServer({ ...limits, key: certificate.key, cert: certificate.cert }, onRequest);
  const port = await listen(server, options.port, options.host);
  return {
    origin: `${certificate === undefined ? 'http' : 'https'}://${options.host}:${port}`,
    log,
    settle,
    stop: () => stopServer(server),
  };
}

interface Performance {
  readonly outgoing: ServerResponse;
  readonly clock: Clock;
  readonly entry: LoggedRequest;
  readonly handle: () => Promise<Answer>;
  readonly handleAfter: (edits: readonly unknown[]) => Promise<Answer>;
  readonly handleLate: (dueAt: number) => void;
}

async function perform(action: FaultAction | null, on: Performance): Promise<void> {
  const { outgoing, clock, entry, handle } = on;
  const sent = (answer: Answer) => {
    entry.status = answer.status;
    entry.responseBody = textOf(answer);
    return answer;
  };
  switch (action?.kind) {
    case undefined:
      return send(outgoing, sent(await handle()), clock);
    case 'dropBefore':
      return drop(outgoing);
    case 'dropAfter':
      await handle();
      return drop(outgoing);
    case 'commitLate':
      on.handleLate(clock.now() + action.seconds * 1_000);
      return drop(outgoing);
    case 'timeoutBefore':
      return untilClosed(outgoing);
    case 'timeoutAfter':
      await handle();
      return untilClosed(outgoing);
    case 'status':
      return send(outgoing, sent(scriptedAnswer(action)), clock);
    case 'statusAfter':
      await handle();
      return send(outgoing, sent(scriptedAnswer(action)), clock);
    case 'truncate':
      return sendHalf(outgoing, sent(await handle()), clock);
    case 'html':
      return send(outgoing, sent(maintenancePage), clock);
    case 'htmlAfter':
      await handle();
      return send(outgoing, sent(maintenancePage), clock);
    case 'edit':
      return send(outgoing, sent(await on.handleAfter(action.edits).catch(failedEdit)), clock);
    case 'delay': {
      await clock.sleep(action.seconds * 1_000);
      return send(outgoing, sent(await handle()), clock);
    }
    case 'slowBody':
      return sendSlowly(outgoing, sent(await handle()), clock, action);
  }
}

function drop(outgoing: ServerResponse): void {
  outgoing.socket?.destroy();
}

/** An edit of a script that can't be done is the script's mistake, and is shown where it happens. */
function failedEdit(error: unknown): Answer {
  const words = error instanceof Error ? error.message : String(error);
  return {
    status: 500,
    headers: { 'content-type': 'text/plain' },
    body: Buffer.from(`Practice edit failed: ${words}`),
  };
}

function scriptedAnswer(action: Extract<FaultAction, { kind: 'status' | 'statusAfter' }>): Answer {
  return {
    status: action.status,
    headers: { 'content-type': action.contentType ?? 'text/plain; charset=utf-8', ...action.headers },
    body: Buffer.from(action.body ?? ''),
  };
}

function textOf(answer: Answer): string {
  const type = answer.headers['content-type'] ?? '';
  if (answer.body.length > 0 && /^(image|video|audio)\/|octet-stream|pdf/.test(type)) {
    return `(${answer.body.length} bytes of ${type})`;
  }
  return bounded(answer.body.toString('utf8'));
}

/** Runs what it is given one after another. */
function createQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
