import { channel } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isRecord } from '../base/guards.ts';
import { createPrivateCertificate } from '../practice/wire/tls.ts';
import type { Exchange, Failure, Operation, Reply } from './operation.ts';
import { drop, json, silence, startTestServer, text, truncate, type Answerer } from './test-server.ts';
import { createWire, type WireOptions } from './wire.ts';

const operation = (url: string, parts: Partial<Operation> = {}): Operation => ({
  api: 'cin7',
  name: 'test',
  method: 'GET',
  url,
  query: {},
  headers: {},
  body: null,
  effect: 'read',
  cost: 1,
  ...parts,
});

async function serve(...script: Answerer[]) {
  const server = await startTestServer(script);
  onTestFinished(() => server.stop());
  return server;
}

function wireOf(options: WireOptions = {}) {
  const wire = createWire(options);
  onTestFinished(() => wire.close());
  return wire;
}

const failureOf = (exchange: Exchange): Failure =>
  'failure' in exchange ? exchange.failure : expect.fail(`a reply came: ${exchange.reply.status}`);
const replyOf = (exchange: Exchange): Reply =>
  'reply' in exchange ? exchange.reply : expect.fail(`no reply: ${exchange.failure.message}`);

describe('what is sent', () => {
  it('has its query, its headers and a JSON body', async () => {
    const { origin, seen } = await serve(json(200, {}));
    const query = { Name: 'Crème & brûlée', Page: 1, All: true, Date: '2026-11-20T00:00:00.000' };
    const body = { kind: 'json', value: { Größe: '👕', Price: 58.1 } } as const;
    await wireOf().exchange(operation(`${origin}/a`, { method: 'POST', query, body }), { 'x-key': 'k' });
    const [one] = seen;
    expect(new URL(one?.url ?? '', origin).searchParams.get('Name')).toBe('Crème & brûlée');
    expect(one?.url).toContain('Page=1&All=true');
    expect(one?.headers).toMatchObject({ 'x-key': 'k', 'content-type': 'application/json; charset=utf-8' });
    expect(JSON.parse(one?.body ?? '')).toEqual(body.value);
  });

  it('or a form, with every character of a password intact', async () => {
    const { origin, seen } = await serve(json(200, {}));
    const fields = { username: 'a@b.example', password: '100% p&ss=wörd+"' };
    await wireOf().exchange(operation(origin, { method: 'POST', body: { kind: 'form', fields } }), {});
    expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual(fields);
    expect(seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  it('travels on a kept connection when it may be repeated, on a fresh one when it creates', async () => {
    const server = await serve(json(200, {}));
    const wire = wireOf();
    for (let turn = 0; turn < 3; turn += 1) await wire.exchange(operation(server.origin), {});
    expect(server.connections()).toBe(1);
    for (let turn = 0; turn < 2; turn += 1)
      await wire.exchange(operation(server.origin, { method: 'POST', effect: 'create' }), {});
    expect(server.connections()).toBe(3);
  });
});

describe('what comes back', () => {
  it('is a reply whatever its status, with lower-case header names', async () => {
    const { origin } = await serve(json(418, [{ ErrorCode: 400 }], { 'Retry-After': '60 Seconds' }));
    const reply = replyOf(await wireOf().exchange(operation(origin), {}));
    expect(reply).toMatchObject({ status: 418, json: [{ ErrorCode: 400 }] });
    expect(reply.headers['retry-after']).toBe('60 Seconds');
  });

  it('is JSON only when it says so and is so', async () => {
    const jsonOf = async (answer: Answerer) =>
      replyOf(await wireOf().exchange(operation((await serve(answer)).origin), {})).json;
    const type = (name: string) => ({ 'content-type': name });
    expect(await jsonOf(text(200, '\uFEFF{"a":1}', type('application/json')))).toEqual({ a: 1 });
    expect(await jsonOf(text(200, 'null', type('application/problem+json')))).toBeNull();
    expect(await jsonOf(text(200, '{"a":1}', type('text/plain')))).toBeUndefined();
    expect(await jsonOf(text(200, '{"a":1}'))).toBeUndefined();
    expect(await jsonOf(text(200, '<html>', type('application/json')))).toBeUndefined();
    expect(await jsonOf(text(200, '{"a":', type('application/json')))).toBeUndefined();
  });

  it('is unpacked when it was packed', async () => {
    const packed: Answerer = (response) => {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      response.writeHead(200, headers).end(gzipSync('{"a":"ü"}'));
    };
    expect(replyOf(await wireOf().exchange(operation((await serve(packed)).origin), {})).json).toEqual({ a: 'ü' });
  });

  it('is the redirect itself: nobody follows it', async () => {
    const server = await serve(text(302, '', { location: '/elsewhere' }), json(200, {}));
    expect(replyOf(await wireOf().exchange(operation(server.origin), {})).status).toBe(302);
    expect(server.seen).toHaveLength(1);
  });
});

describe('when no reply comes', () => {
  const ask = async (url: string, options: WireOptions = {}) =>
    failureOf(await wireOf(options).exchange(operation(url, { method: 'POST', effect: 'create' }), {}));

  it('a refused connection certainly never arrived', async () => {
    const server = await startTestServer([json(200, {})]);
    await server.stop();
    expect(await ask(server.origin)).toMatchObject({ kind: 'refused', mayHaveArrived: false });
    expect(await ask(server.origin.replace('127.0.0.1', 'localhost'))).toMatchObject({
      kind: 'refused',
      mayHaveArrived: false,
    });
  });

  it('a name that nobody has certainly never arrived', async () => {
    // Too long to be one, so that no name server has to be asked.
    const url = `http://${'a'.repeat(64)}.invalid/`;
    expect(await ask(url)).toMatchObject({ kind: 'name-not-found', mayHaveArrived: false });
  });

  it('a certificate that is not trusted certainly never arrived', async () => {
    const { key, cert } = createPrivateCertificate();
    const server = createSecureServer({ key, cert }, (_request, response) => void response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    expect(await ask(`https://127.0.0.1:${port}/`)).toMatchObject({ kind: 'untrusted', mayHaveArrived: false });
  });

  it('a dropped connection and half an answer may have arrived', async () => {
    for (const answer of [drop, truncate])
      expect(await ask((await serve(answer)).origin)).toMatchObject({ kind: 'dropped', mayHaveArrived: true });
  });

  it('silence ends in time, also after the head has come, and may have arrived', async () => {
    const headOnly: Answerer = (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).write('a');
    for (const answer of [silence, headOnly])
      expect(await ask((await serve(answer)).origin, { timeout: 60 })).toMatchObject({
        kind: 'timed-out',
        mayHaveArrived: true,
      });
  });

  it('an answer beyond all measure is given up, packed or not', async () => {
    const large = text(200, 'x'.repeat(5_000));
    const packed: Answerer = (response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(200_000)));
    for (const answer of [large, packed])
      expect(await ask((await serve(answer)).origin, { maximumBytes: 1_000 })).toMatchObject({
        kind: 'too-large',
        mayHaveArrived: true,
      });
  });

  it('a network that goes away under a request that was sent may have let it arrive', async () => {
    const server = await serve(silence);
    const started = channel('http.client.request.start');
    const breakOff = (message: unknown) => {
      const request = isRecord(message) ? message['request'] : null;
      if (!(request instanceof ClientRequest)) return;
      const lost = Object.assign(new Error('read EHOSTUNREACH'), { code: 'EHOSTUNREACH', syscall: 'read' });
      request.on('finish', () => setImmediate(() => request.destroy(lost)));
    };
    started.subscribe(breakOff);
    onTestFinished(() => {
      started.unsubscribe(breakOff);
    });
    expect(await ask(server.origin)).toMatchObject({ kind: 'unreachable', mayHaveArrived: true });
  });

  it('a cancel reaches the socket, and may have come too late', async () => {
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const controller = new AbortController();
    const server = await serve((response) => {
      response.socket?.on('close', closed);
      controller.abort();
    });
    const exchange = await wireOf().exchange(operation(server.origin), {}, controller.signal);
    expect(failureOf(exchange)).toMatchObject({ kind: 'cancelled', mayHaveArrived: true });
    await isClosed;
  });

  it('a cancel lets a write that is under way have its answer', async () => {
    const controller = new AbortController();
    const server = await serve((response, request) => {
      controller.abort();
      setImmediate(() => json(200, 'done')(response, request));
    });
    const exchange = await wireOf().exchange(operation(server.origin, { effect: 'create' }), {}, controller.signal);
    expect(replyOf(exchange).json).toBe('done');
  });

  it('a write without an answer is given up after the patience, and begins nowhere after a cancel', async () => {
    const controller = new AbortController();
    const server = await serve(() => controller.abort());
    const wire = wireOf({ patience: 20 });
    const write = () => wire.exchange(operation(server.origin, { effect: 'idempotent' }), {}, controller.signal);
    expect(failureOf(await write())).toMatchObject({ kind: 'cancelled', mayHaveArrived: true });
    expect(failureOf(await write())).toMatchObject({ kind: 'cancelled' });
    expect(server.seen).toHaveLength(1);
  });

  it('closing cuts off a write that is under way, and nothing goes out any more', async () => {
    const wire = wireOf();
    const server = await serve(() => wire.close());
    const write = () => wire.exchange(operation(server.origin, { effect: 'create' }), {});
    expect(failureOf(await write())).toMatchObject({ kind: 'cancelled', mayHaveArrived: true });
    expect(failureOf(await write())).toMatchObject({ kind: 'cancelled' });
    expect(server.seen).toHaveLength(1);
  });
});
