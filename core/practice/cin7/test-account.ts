// A practice account behind a real server on loopback, for tests. The clock stands still until a test moves it.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { instantOf } from '../../base/dates.ts';
import { type ManualClock, manualClock } from '../../base/node/clock.ts';
import { seededIds } from '../../base/node/ids.ts';
import { createBrand } from '../brand/brand.ts';
import type { BrandSize } from '../brand/plans.ts';
import type { Brand } from '../brand/types.ts';
import { type Cin7Practice, type Cin7PracticeOptions, createCin7Practice } from './cin7.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, in whatever shape it came. */
  readonly json: ReturnType<typeof JSON.parse>;
}

export interface TestAccount {
  readonly practice: Cin7Practice;
  readonly brand: Brand;
  readonly clock: ManualClock;
  readonly origin: string;
  get(path: string): Promise<Reply>;
  post(path: string, body: unknown): Promise<Reply>;
  put(path: string, body: unknown): Promise<Reply>;
  remove(path: string): Promise<Reply>;
  send(path: string, init: RequestInit): Promise<Reply>;
  stop(): Promise<void>;
}

const startsAt = Date.parse('2026-11-23T01:22:04.610Z');

type Options = Partial<Omit<Cin7PracticeOptions, 'clock' | 'ids' | 'brand'>> & { readonly size?: BrandSize };

/** Starts an account of the small brand, or of the size asked for. */
export async function startAccount({ size = 'small', ...options }: Options = {}): Promise<TestAccount> {
  const clock = manualClock(startsAt);
  const brand = createBrand({ seed: 11, startsAt: instantOf(startsAt), size });
  const switches = { limit: 10_000, ...options.switches };
  const practice = createCin7Practice({ clock, ids: seededIds(12), brand, ...options, switches });
  const { server, port } = await listen(practice);
  const origin = `http://127.0.0.1:${port}`;
  const keys = {
    'api-auth-accountid': practice.accountId,
    'api-auth-applicationkey': practice.applicationKeys[0] ?? '',
  };
  const send = async (path: string, init: RequestInit): Promise<Reply> => {
    const url = path.startsWith('/') ? `${origin}${path}` : `${origin}/ExternalApi/v2/${path}`;
    const headers = new Headers({ ...keys, ...Object.fromEntries(new Headers(init.headers)) });
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
  const withBody = (method: string) => (path: string, body: unknown) =>
    send(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  return {
    practice,
    brand,
    clock,
    origin,
    send,
    get: (path) => send(path, { method: 'GET' }),
    post: withBody('POST'),
    put: withBody('PUT'),
    remove: (path) => send(path, { method: 'DELETE' }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function listen(practice: Cin7Practice) {
  return new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const server = serve({ fetch: practice.app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) => {
      resolve({ server, port: info.port });
    });
  });
}
