// A small HTTP proxy on loopback, to practise and test networks that only let out through one: CONNECT tunnels (https)
// and absolute-form requests (http), with an optional login. It forwards bytes and changes nothing.
import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { listen, stopServer } from './listen.ts';

export interface ProxyOptions {
  /** When given, requests without this login get 407. */
  readonly login?: { readonly username: string; readonly password: string };
  /** 0 (the default) for any free port. */
  readonly port?: number;
}

interface ProxiedRequest {
  readonly method: string;
  /** `host:port` of a tunnel, the whole address of a plain request. */
  readonly target: string;
  /** 200 for a tunnel that stands; 407 and 502 are the proxy's own. */
  status: number;
}

export interface PracticeProxy {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly requests: readonly ProxiedRequest[];
  stop(): Promise<void>;
}

const refusal = { 'proxy-authenticate': 'Basic realm="practice"', 'content-length': '0' };

/** Starts the proxy and waits until it listens. */
export async function startProxy({ login, port = 0 }: ProxyOptions = {}): Promise<PracticeProxy> {
  const requests: ProxiedRequest[] = [];
  const tunnels = new Set<Socket>();
  const expected = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
  const isLetThrough = (request: IncomingMessage) =>
    expected === undefined || request.headers['proxy-authorization'] === expected;
  const open = (request: IncomingMessage): ProxiedRequest => {
    const entry = { method: request.method ?? '', target: request.url ?? '', status: isLetThrough(request) ? 0 : 407 };
    requests.push(entry);
    return entry;
  };

  const server = createServer((incoming, outgoing) => {
    const entry = open(incoming);
    if (entry.status === 407) {
      incoming.resume();
      outgoing.writeHead(407, refusal).end();
      return;
    }
    forwardPlain(incoming, outgoing, entry);
  });
  server.on('connect', (request, client: Socket, head: Buffer) => {
    const entry = open(request);
    if (entry.status === 407) {
      const lines = Object.entries(refusal).map(([name, value]) => `${name}: ${value}\r\n`);
      client.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${lines.join('')}\r\n`);
      return;
    }
    const [host = '', targetPort = '443'] = (request.url ?? '').split(':');
    const target = connect(Number(targetPort), host, () => {
      entry.status = 200;
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(client);
      client.pipe(target);
    });
    for (const socket of [client, target]) {
      tunnels.add(socket);
      socket.once('close', () => tunnels.delete(socket));
    }
    client.on('error', () => target.destroy());
    target.on('error', () => {
      if (entry.status !== 0) return client.destroy();
      entry.status = 502;
      return client.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    });
  });
  const listening = await listen(server, port, '127.0.0.1');
  return {
    origin: `http://127.0.0.1:${listening}`,
    requests,
    stop() {
      for (const socket of tunnels) socket.destroy();
      return stopServer(server);
    },
  };
}

function forwardPlain(incoming: IncomingMessage, outgoing: ServerResponse, entry: ProxiedRequest): void {
  const refuse = (status: number) => {
    entry.status = status;
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(status, { 'content-length': '0' }).end();
  };
  if (!URL.canParse(entry.target)) {
    refuse(400);
    return;
  }
  const headers = { ...incoming.headers };
  delete headers['proxy-authorization'];
  delete headers['proxy-connection'];
  const onward = forward(entry.target, { method: entry.method, headers }, (answer) => {
    entry.status = answer.statusCode ?? 502;
    outgoing.writeHead(entry.status, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => refuse(502));
  incoming.pipe(onward);
}
