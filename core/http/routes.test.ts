// The ways through an office's network, over real sockets: proxies with and without a login, several ways from a proxy
// script, TLS under a root that only this computer trusts.
import { createServer as createSecureServer } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { waysOfPac } from '../base/pac.ts';
import type { Network, Way } from '../base/ports.ts';
import { startProxy, type PracticeProxy, type ProxyOptions } from '../practice/wire/proxy.ts';
import { createPrivateCertificate } from '../practice/wire/tls.ts';
import type { FailureKind, Operation } from './operation.ts';
import { json, startTestServer } from './test-server.ts';
import { createWire } from './wire.ts';

const certificate = createPrivateCertificate();
const login = { username: 'ann', password: 'p@ss:w%rd' };

const operation = (url: string, effect: Operation['effect'] = 'read'): Operation => ({
  api: 'cin7',
  name: 'test',
  method: effect === 'read' ? 'GET' : 'POST',
  url,
  query: {},
  headers: {},
  body: effect === 'read' ? null : { kind: 'json', value: { sale: 1 } },
  effect,
  cost: 1,
});

async function listening(server: {
  listen(port: number, host: string, done: () => void): unknown;
  address(): unknown;
}) {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : 0;
}

/** An account behind TLS under a root of its own, counting its connections. */
async function secureAccount() {
  let connections = 0;
  let requests = 0;
  const server = createSecureServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    if (request.method !== 'HEAD') requests += 1;
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"good":true}');
  });
  server.on('secureConnection', () => (connections += 1));
  const port = await listening(server);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { origin: `https://127.0.0.1:${port}`, connections: () => connections, requests: () => requests };
}

/** Something that takes connections and never says a word. */
async function silentServer() {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    // Without a reader the other side's end would never be noticed.
    socket.resume();
  });
  const port = await listening(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { origin: `http://127.0.0.1:${port}`, open: () => sockets.size };
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}

async function proxyOf(options: ProxyOptions = {}): Promise<PracticeProxy> {
  const proxy = await startProxy(options);
  onTestFinished(() => proxy.stop());
  return proxy;
}

function wireOver(
  waysTo: (address: string) => Promise<readonly Way[]>,
  roots: readonly string[] = [],
  timeout = 2_000,
) {
  const network: Network = { waysTo, certificates: () => roots };
  const wire = createWire({ network, timeout, patience: 20 });
  onTestFinished(() => wire.close());
  return wire;
}

const through = (...ways: readonly Way[]) => wireOver(async () => ways, [certificate.root]);
const withLogin = (proxy: PracticeProxy, { username, password } = login) =>
  proxy.origin.replace('//', `//${encodeURIComponent(username)}:${encodeURIComponent(password)}@`);
const good = { reply: expect.objectContaining({ status: 200, json: { good: true } }) };
const failed = (kind: FailureKind, mayHaveArrived: boolean, message: unknown = expect.any(String)) => ({
  failure: { kind, mayHaveArrived, message },
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise<void>((resolve) => setImmediate(resolve));
}

describe('through a proxy', () => {
  it('plain requests travel in absolute form', async () => {
    const server = await startTestServer([json(200, { good: true })]);
    onTestFinished(() => server.stop());
    const proxy = await proxyOf();
    const wire = through(proxy.origin);
    for (const effect of ['read', 'create', 'read'] as const)
      expect(await wire.exchange(operation(`${server.origin}/a`, effect), { 'x-key': 'k' })).toEqual(good);
    expect(proxy.requests.map(({ target, status }) => [target, status])).toEqual(
      Array.from({ length: 3 }, () => [`${server.origin}/a`, 200]),
    );
    expect(server.seen[1]).toMatchObject({ body: '{"sale":1}', headers: { 'x-key': 'k' } });
  });

  it('TLS goes through a tunnel, under a root that this computer trusts', async () => {
    const account = await secureAccount();
    const proxy = await proxyOf();
    expect(await through(proxy.origin).exchange(operation(account.origin), {})).toEqual(good);
    expect(proxy.requests).toEqual([{ method: 'CONNECT', target: new URL(account.origin).host, status: 200 }]);
    const distrusting = wireOver(async () => [proxy.origin]);
    expect(await distrusting.exchange(operation(account.origin, 'create'), {})).toEqual(failed('untrusted', false));
    expect(account.requests()).toBe(1);
  });

  it('one tunnel is kept for what may be repeated, and each creating request has its own', async () => {
    const account = await secureAccount();
    const proxy = await proxyOf();
    const wire = through(proxy.origin);
    for (let turn = 0; turn < 3; turn += 1) expect(await wire.exchange(operation(account.origin), {})).toEqual(good);
    expect(account.connections()).toBe(1);
    for (let turn = 0; turn < 2; turn += 1)
      expect(await wire.exchange(operation(account.origin, 'create'), {})).toEqual(good);
    expect(account.connections()).toBe(3);
    expect(proxy.requests).toHaveLength(3);
  });

  it.each(['read', 'create'] as const)('its login is given, with every character intact (%s)', async (effect) => {
    const account = await secureAccount();
    const plain = await startTestServer([json(200, { good: true })]);
    onTestFinished(() => plain.stop());
    const proxy = await proxyOf({ login });
    const wire = through(withLogin(proxy));
    for (const origin of [account.origin, plain.origin])
      expect(await wire.exchange(operation(origin, effect), {})).toEqual(good);
    expect(plain.seen[0]?.headers).not.toHaveProperty('proxy-authorization');
  });

  it.each([
    ['none', (proxy: PracticeProxy) => proxy.origin],
    ['a wrong one', (proxy: PracticeProxy) => withLogin(proxy, { username: 'ann', password: 'guess-me' })],
  ])('SEC-1: %s where it wants a login certainly never arrived, and shows no password', async (_what, wayOf) => {
    const account = await secureAccount();
    const plain = await startTestServer([json(200, {})]);
    onTestFinished(() => plain.stop());
    const proxy = await proxyOf({ login });
    const wire = through(wayOf(proxy));
    for (const origin of [account.origin, plain.origin]) {
      const exchange = await wire.exchange(operation(origin, 'create'), {});
      expect(exchange).toEqual(failed('proxy-login', false, `the proxy ${new URL(proxy.origin).host} answered 407`));
      expect(JSON.stringify(exchange)).not.toContain('guess-me');
    }
    expect([account.requests(), plain.seen.length]).toEqual([0, 0]);
  });

  it('a proxy that refuses, is gone, or breaks off certainly let nothing through', async () => {
    const account = `https://127.0.0.1:${await closedPort()}`;
    expect(await through((await proxyOf()).origin).exchange(operation(account, 'create'), {})).toEqual(
      failed('proxy-refused', false, expect.stringMatching(/answered 502$/)),
    );
    const gone = `http://127.0.0.1:${await closedPort()}`;
    const nameless = `http://${'a'.repeat(64)}.invalid:8080`;
    const server = createServer((socket) => void socket.on('error', () => undefined).end());
    const breaking = `http://127.0.0.1:${await listening(server)}`;
    onTestFinished(() => void server.close());
    for (const proxy of [gone, nameless, breaking])
      expect(await through(proxy).exchange(operation(account, 'create'), {})).toEqual(
        failed('proxy-unreachable', false),
      );
  });

  it.each([
    ['socks5://office.example:1080', "proxies of the kind socks5 can't be used"],
    ['http://ann:secret-word@ office:1', "the proxy's address can't be read"],
    ['http://ann:100%secret-word@office.example:1', "the proxy's login can't be read: write a % in it as %25"],
  ])('SEC-1: %s is told without its login', async (way, message) => {
    const exchange = await through(way).exchange(operation('https://127.0.0.1:9/', 'create'), {});
    expect(exchange).toEqual(failed('proxy-unusable', false, message));
  });

  it('a cancel and the deadline reach a proxy that still thinks about the tunnel', async () => {
    const silent = await silentServer();
    for (const effect of ['read', 'create'] as const) {
      const wire = wireOver(async () => [silent.origin], [], 10_000);
      const controller = new AbortController();
      const exchange = wire.exchange(operation('https://127.0.0.1:9/', effect), {}, controller.signal);
      await until(() => silent.open() === 1);
      controller.abort();
      expect(await exchange).toMatchObject({ failure: { kind: 'cancelled' } });
      await until(() => silent.open() === 0);
    }
    const impatient = wireOver(async () => [silent.origin]);
    expect(await impatient.exchange(operation('https://127.0.0.1:9/'), {}, undefined, 60)).toMatchObject({
      failure: { kind: 'timed-out' },
    });
    await until(() => silent.open() === 0);
  });

  it('goes on after a cancel with a tunnel of its own', async () => {
    const account = await secureAccount();
    const proxy = await proxyOf();
    const wire = through(proxy.origin);
    const controller = new AbortController();
    const exchange = wire.exchange(operation(account.origin), {}, controller.signal);
    controller.abort();
    expect(await exchange).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(await wire.exchange(operation(account.origin), {})).toEqual(good);
  });
});

describe('several ways, as a proxy script names them', () => {
  const scripted = (answer: string) => wireOver(async () => waysOfPac(answer), [certificate.root]);

  it('are tried in their order until one leads somewhere', async () => {
    const account = await secureAccount();
    const proxy = await proxyOf();
    const gone = `127.0.0.1:${await closedPort()}`;
    const office = new URL(proxy.origin).host;
    for (const effect of ['read', 'create'] as const) {
      const before = account.requests();
      expect(
        await scripted(`PROXY ${gone}; PROXY ${office}; DIRECT`).exchange(operation(account.origin, effect), {}),
      ).toEqual(good);
      expect(await scripted(`SOCKS5 ${gone}; DIRECT`).exchange(operation(account.origin, effect), {})).toEqual(good);
      expect(account.requests()).toBe(before + 2);
    }
    expect(proxy.requests).toHaveLength(2);
  });

  it('end with the last failure, and a proxy that says no has spoken', async () => {
    const account = await secureAccount();
    const gone = `127.0.0.1:${await closedPort()}`;
    expect(await scripted(`PROXY ${gone}`).exchange(operation(account.origin), {})).toEqual(
      failed('proxy-unreachable', false),
    );
    const strict = new URL((await proxyOf({ login })).origin).host;
    expect(await scripted(`PROXY ${strict}; DIRECT`).exchange(operation(account.origin), {})).toEqual(
      failed('proxy-login', false),
    );
    expect(account.requests()).toBe(0);
  });

  it('that are never found end with the deadline or the cancel, and nothing was sent', async () => {
    const never = () => new Promise<readonly Way[]>(() => undefined);
    const wire = wireOver(never, [], 40);
    expect(await wire.exchange(operation('https://127.0.0.1:9/'), {})).toEqual(failed('timed-out', false));
    const controller = new AbortController();
    const exchange = wireOver(never).exchange(operation('https://127.0.0.1:9/'), {}, controller.signal);
    controller.abort();
    expect(await exchange).toEqual(failed('cancelled', false));
  });

  it('that fail to be found are told', async () => {
    const wire = wireOver(async () => Promise.reject(new Error('the script has a mistake')));
    expect(await wire.exchange(operation('https://127.0.0.1:9/'), {})).toEqual(
      failed('proxy-unusable', false, "the way there couldn't be found: the script has a mistake"),
    );
  });
});

describe('TLS', () => {
  it('is trusted under the built-in roots and those of this computer, and nonsense among them harms nobody', async () => {
    const account = await secureAccount();
    expect(await through(null).exchange(operation(account.origin), {})).toEqual(good);
    const withNonsense = wireOver(async () => [null], ['nonsense', certificate.root]);
    expect(await withNonsense.exchange(operation(account.origin), {})).toEqual(good);
    const distrusting = wireOver(async () => [null]);
    expect(await distrusting.exchange(operation(account.origin), {})).toEqual(failed('untrusted', false));
  });

  it('that the other side does not speak is told as such', async () => {
    const server = await startTestServer([json(200, {})]);
    onTestFinished(() => server.stop());
    const exchange = await through(null).exchange(operation(server.origin.replace('http:', 'https:')), {});
    expect(exchange).toEqual(failed('no-tls', true));
  });

  it.each(['directly', 'through a proxy'])(
    'is looked at %s without a secret: who vouches, and whether it is trusted',
    async (how) => {
      const account = await secureAccount();
      const proxy = how === 'directly' ? null : await proxyOf({ login });
      const way = proxy === null ? null : withLogin(proxy);
      const vouched = {
        issuer: 'Seamline practice root',
        root: 'Seamline practice root',
        validFrom: Date.parse('2020-01-01T00:00:00Z'),
        answererTime: expect.any(Number),
      };
      const host = proxy === null ? null : new URL(proxy.origin).host;
      expect(await through(way).inspect(account.origin)).toMatchObject({
        proxy: host,
        certificate: { ...vouched, problem: null, isInspected: true },
      });
      expect(await wireOver(async () => [way]).inspect(account.origin)).toMatchObject({
        proxy: host,
        certificate: { ...vouched, problem: expect.stringMatching(/UNABLE_TO|SELF_SIGNED/), isInspected: false },
      });
      expect(account.requests()).toBe(0);
    },
  );

  it('has nothing to look at without TLS, or where nobody is', async () => {
    expect(await through(null).inspect('http://127.0.0.1:9/')).toEqual({ proxy: null, certificate: null });
    expect(await through(null).inspect(`https://127.0.0.1:${await closedPort()}/`)).toEqual({
      proxy: null,
      certificate: null,
    });
  });
});
