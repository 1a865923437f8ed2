// The door over real HTTP, with every header as a browser, another site or a program would send it.
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { manualClock } from '../core/base/node/clock.ts';
import { seededIds } from '../core/base/node/ids.ts';
import type { Clock } from '../core/base/ports.ts';
import type { HostEvent } from '../core/contract/protocol.ts';
import { openPages } from '../core/pages/pages.ts';
import { openDoor, type Door } from './door.ts';

let folder: string;
let door: Door;
let push: (event: HostEvent) => void;
let clock: PassingClock;
const asked: unknown[] = [];

interface PassingClock extends Clock {
  pass(milliseconds: number): Promise<void>;
  /** True when somebody sleeps for so long. */
  hasSleeper(milliseconds: number): boolean;
}

/** A clock on which whoever sleeps wakes when the test lets the time pass. */
function passingClock(): PassingClock {
  const inner = manualClock(0);
  const sleepers = new Set<{ readonly until: number; wake: () => void }>();
  return {
    now: () => inner.now(),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: inner.now() + milliseconds, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(new Error('cancelled'));
        });
      }),
    hasSleeper: (milliseconds) => [...sleepers].some(({ until }) => until === inner.now() + milliseconds),
    async pass(milliseconds) {
      inner.advance(milliseconds);
      for (const sleeper of sleepers)
        if (sleeper.until <= inner.now()) {
          sleepers.delete(sleeper);
          sleeper.wake();
        }
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seamline-door-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="SEAMLINE-NONCE">');
  writeFileSync(join(folder, 'assets', 'index.js'), 'export {};');
  clock = passingClock();
  asked.length = 0;
  const ids = seededIds(3);
  door = await openDoor({
    host: {
      async handle(request) {
        asked.push(request);
        return { ok: true, output: [] };
      },
      subscribe(listener) {
        push = listener;
        return () => undefined;
      },
    },
    pages: openPages(folder, ids),
    clock,
    ids,
  });
});

afterEach(async () => {
  await door.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** Opens a request with exactly these headers besides those of the door's own page; undefined leaves one out. */
function open(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<IncomingMessage> {
  const { port } = new URL(door.origin);
  const own = {
    host: new URL(door.origin).host,
    'sec-fetch-site': 'same-origin',
    ...(method === 'GET' ? {} : { origin: door.origin, 'content-type': 'application/json' }),
    ...headers,
  };
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      port,
      path,
      method,
      headers: {
        ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
        ...(text === undefined ? {} : { 'content-length': Buffer.byteLength(text) }),
      },
    });
    sent.once('response', resolve).once('error', reject).end(text);
  });
}

async function send(path: string, sent: Sent = {}) {
  const response = await open(path, sent);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') };
}

const post = (path: string, body: unknown, headers: Sent['headers'] = {}) =>
  send(path, { method: 'POST', body, headers });

const codeOf = (address: string) => new URLSearchParams(new URL(address).hash.slice(1)).get('code');

async function signIn(): Promise<string> {
  const { text } = await post('/session', { code: codeOf(door.newAddress()) });
  return `Bearer ${JSON.parse(text).bearer}`;
}

const query = { kind: 'subscribe' };

describe('the browser door', () => {
  it('listens on loopback only', () => {
    expect(door.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('serves the page with a strict policy and another nonce each time', async () => {
    const [one, two] = [await send('/', { headers: { 'sec-fetch-site': 'none' } }), await send('/')];
    const nonce = /nonce="([0-9a-f]{32})"/.exec(one.text)?.[1];
    expect(one.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(one.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(two.text).not.toContain(nonce);
    expect(one.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('serves what was built and nothing else of the disk', async () => {
    expect((await send('/assets/index.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    for (const path of ['/assets/', '/../door.ts', '/%2e%2e/door.ts', '/assets/..%2f..%2fetc/passwd', '/etc/passwd'])
      expect(await send(path)).toMatchObject({ status: 404 });
  });

  it.each([
    ['another host name, as a rebound one would have', { host: 'evil.example' }],
    ['localhost in place of the address', { host: 'localhost' }],
    ["another site's page", { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this computer', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['no origin', { origin: undefined }],
    ['the origin of a sandboxed page', { origin: 'null' }],
    ['a program without a browser’s headers', { 'sec-fetch-site': undefined }],
    ['an address that somebody typed', { 'sec-fetch-site': 'none' }],
  ])('refuses %s, signed in or not', async (_, headers) => {
    const authorization = await signIn();
    expect((await post('/request', query, { ...headers, authorization })).status).toBe(403);
    expect((await post('/session', { code: codeOf(door.newAddress()) }, headers)).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('refuses the page to a link on another site', async () => {
    expect((await send('/', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });

  it('takes a code once, and no other', async () => {
    const code = codeOf(door.newAddress());
    expect((await post('/session', { code: 'a'.repeat(64) })).status).toBe(401);
    expect((await post('/session', { code })).status).toBe(200);
    expect((await post('/session', { code })).status).toBe(401);
    expect((await post('/session', { code: ['x'] })).status).toBe(401);
  });

  it('answers requests of who is signed in, and passes on only JSON of a sane size', async () => {
    const authorization = await signIn();
    expect((await post('/request', query)).status).toBe(401);
    expect((await post('/request', query, { authorization: 'Bearer guess' })).status).toBe(401);
    expect((await post('/request', '{', { authorization })).status).toBe(400);
    expect((await post('/request', query, { authorization, 'content-type': 'text/plain' })).status).toBe(400);
    expect((await post('/request', 'x'.repeat(1_000_001), { authorization })).status).toBe(400);
    expect(asked).toEqual([]);
    expect(await post('/request', query, { authorization })).toMatchObject({
      status: 200,
      text: '{"ok":true,"output":[]}',
    });
    expect(asked).toEqual([query]);
  });

  it('has no CORS and no other methods', async () => {
    for (const method of ['OPTIONS', 'PUT', 'DELETE'])
      expect(await send('/request', { method })).toMatchObject({ status: 405 });
  });

  it('streams events to who is signed in', async () => {
    expect((await send('/events')).status).toBe(401);
    const response = await open('/events', { headers: { authorization: await signIn() } });
    const lines: string[] = [];
    const event: HostEvent = { kind: 'go', place: { to: 'home' } };
    for await (const chunk of response) {
      lines.push(...String(chunk).split('\n').filter(Boolean));
      if (lines.length > 0) break;
      push(event);
    }
    expect(lines.map((line) => JSON.parse(line))).toEqual([event]);
  });

  it('ends ten minutes after its last tab, and not while one is open', async () => {
    let isOver = false;
    void door.allGone.then(() => (isOver = true));
    const response = await open('/events', { headers: { authorization: await signIn() } });
    await response[Symbol.asyncIterator]().next();
    await clock.pass(3_600_000);
    expect(isOver).toBe(false);
    response.destroy();
    await vi.waitFor(() => expect(clock.hasSleeper(600_000)).toBe(true));
    await clock.pass(599_000);
    expect(isOver).toBe(false);
    await clock.pass(1_000);
    expect(isOver).toBe(true);
  });

  it('ends when no tab ever came', async () => {
    let isOver = false;
    void door.allGone.then(() => (isOver = true));
    await clock.pass(600_000);
    expect(isOver).toBe(true);
  });
});
