// A tiny real server on loopback for the tests of this room: it answers what a script says and notes what it got.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers one request; whatever it throws is the test's own mistake. */
export type Answerer = (response: ServerResponse, request: SeenRequest) => void;

export interface TestServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly seen: readonly SeenRequest[];
  /** Connections that were opened so far. */
  connections(): number;
  stop(): Promise<void>;
}

/** A server that answers its n-th request by the n-th answerer, and every further one by the last. */
export async function startTestServer(script: readonly Answerer[]): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      seen.push(one);
      script[Math.min(seen.length, script.length) - 1]?.(response, one);
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a status and JSON. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answerer {
  return text(status, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** Answers with a status and any text. */
export function text(status: number, body: string, headers: Record<string, string> = {}): Answerer {
  return (response) => void response.writeHead(status, headers).end(body);
}

/** Cuts the connection without a word. */
export const drop: Answerer = (response) => void response.socket?.destroy();

/** Announces more than it sends, then cuts the connection. */
export const truncate: Answerer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"half":', () => void response.socket?.destroy());
};

/** Never answers. */
export const silence: Answerer = () => undefined;
