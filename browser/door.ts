// The same screens in a browser of this computer: serves the built renderer and the contract's protocol on loopback, on a port
// of the system's choice. A request is answered only to a page of this door (guard.ts) that is signed in (sessions.ts);
// events go out over a streamed response, one JSON object per line. Ends when its last tab has been gone for ten minutes.
import { serve, type ServerType } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import type { Clock, Ids } from '../core/base/ports.ts';
import type { Answer, HostEvent } from '../core/contract/protocol.ts';
import type { Pages } from '../core/pages/pages.ts';
import { plainHeaders } from '../core/pages/policy.ts';
import { guardOrigin } from './guard.ts';
import { createSessions } from './sessions.ts';
import { createTabs } from './tabs.ts';

export interface DoorOptions {
  readonly host: {
    /** Answers a request of a screen; what isn't one is an answer too. */
    handle(request: unknown): Promise<Answer>;
    /** Calls the listener with each event until the returned function is called. */
    subscribe(listener: (event: HostEvent) => void): () => void;
  };
  readonly pages: Pages;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface Door {
  readonly origin: string;
  /** An address that lets one tab in, once. */
  newAddress(): string;
  /** Resolves when the last tab has been gone for ten minutes, or none came. */
  readonly allGone: Promise<void>;
  close(): Promise<void>;
}

const patience = 600_000;
/** A line now and then, so that a tab that vanished is noticed. */
const heartbeat = 15_000;
const longestRequest = 1_000_000;

const codeSchema = z.object({ code: z.string().max(200) });

/** Opens the door on loopback. */
export async function openDoor({ host, pages, clock, ids }: DoorOptions): Promise<Door> {
  const sessions = createSessions(ids);
  const tabs = createTabs(clock, patience);
  const closing = new AbortController();
  let origin = '';

  const app = new Hono();
  app.use(guardOrigin(() => origin));

  app.post('/session', async (context) => {
    const asked = codeSchema.safeParse(await bodyOf(context));
    const bearer = asked.success ? sessions.exchange(asked.data.code) : null;
    return bearer === null ? refuse(context, 401) : context.json({ bearer }, 200, plainHeaders);
  });

  app.post('/request', async (context) => {
    if (!isSignedIn(context)) return refuse(context, 401);
    const body = await bodyOf(context);
    return body === undefined ? refuse(context, 400) : context.json(await host.handle(body), 200, plainHeaders);
  });

  app.get('/events', (context) => {
    if (!isSignedIn(context)) return refuse(context, 401);
    for (const [name, value] of Object.entries(plainHeaders)) context.header(name, value);
    context.header('content-type', 'application/x-ndjson');
    return stream(context, async (out) => {
      const gone = new AbortController();
      const leave = tabs.add((event) => void out.writeln(JSON.stringify(event)));
      out.onAbort(() => gone.abort());
      const until = AbortSignal.any([gone.signal, closing.signal]);
      try {
        while (!until.aborted) {
          await out.writeln('');
          await clock.sleep(heartbeat, until).catch(() => undefined);
        }
      } finally {
        leave();
      }
    });
  });

  app.get('*', (context) => {
    const file = pages(context.req.path);
    return file === null ? refuse(context, 404) : context.body(file.body, 200, file.headers);
  });
  app.all('*', (context) => refuse(context, 405));

  function isSignedIn(context: Context): boolean {
    const [scheme, bearer = ''] = (context.req.header('authorization') ?? '').split(' ');
    return scheme === 'Bearer' && sessions.isKnown(bearer);
  }

  const server = await listen(app);
  origin = originOf(server);
  const unsubscribe = host.subscribe((event) => tabs.tell(event));
  return {
    origin,
    // In the fragment: it is sent to nobody and stands in no log.
    newAddress: () => `${origin}/#code=${sessions.newCode()}`,
    allGone: tabs.allGone,
    async close() {
      unsubscribe();
      tabs.close();
      closing.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

/** The JSON that was sent, or undefined when it is none or too long. */
async function bodyOf(context: Context): Promise<unknown> {
  if (context.req.header('content-type') !== 'application/json') return undefined;
  if (!(Number(context.req.header('content-length')) <= longestRequest)) return undefined;
  return context.req.json().catch(() => undefined);
}

function refuse(context: Context, status: 400 | 401 | 404 | 405): Response {
  return context.text('', status, plainHeaders);
}

function listen(app: Hono): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(server));
    server.once('error', reject);
  });
}

function originOf(server: ServerType): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The door has no port.');
  return `http://127.0.0.1:${address.port}`;
}
