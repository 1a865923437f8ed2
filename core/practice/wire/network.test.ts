// The two things between a client and the accounts that offices have: a proxy, and TLS under a root of their own.
// Requests are made with Node's own client, since fetch hides both.
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { manualClock } from '../../base/node/clock.ts';
import { createFaults } from './faults.ts';
import { createLateCommits } from './late-commits.ts';
import { startProxy } from './proxy.ts';
import { serveApi } from './server.ts';
import { createPrivateCertificate } from './tls.ts';

const certificate = createPrivateCertificate();

async function account(isSecure: boolean) {
  const clock = manualClock(0);
  const server = await serveApi({
    api: 'cin7',
    app: { fetch: (request) => new Response(`${request.method} ${new URL(request.url).pathname}`) },
    clock,
    late: createLateCommits(clock),
    faults: createFaults(),
    host: '127.0.0.1',
    port: 0,
    latencyMilliseconds: 0,
    certificate: isSecure ? certificate : undefined,
    desk: { summary: () => null, apply: () => null },
  });
  onTestFinished(() => server.stop());
  return server;
}

async function proxy(login?: { username: string; password: string }) {
  const started = await startProxy(login === undefined ? {} : { login });
  onTestFinished(() => started.stop());
  return started;
}

const textOf = async (answer: IncomingMessage) => {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
};

describe('TLS under a private root', () => {
  it('is believed by who trusts the root, and by nobody else', async () => {
    const server = await account(true);
    expect(server.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const ask = (ca?: string) =>
      new Promise<string>((resolve, reject) => {
        const sent = secureRequest(`${server.origin}/hello`, ca === undefined ? {} : { ca }, (answer) => {
          textOf(answer).then(resolve, reject);
        });
        sent.on('error', reject).end();
      });
    expect(await ask(certificate.root)).toBe('GET /hello');
    await expect(ask()).rejects.toThrow(/certificate|issuer/);
  });
});

describe('the proxy', () => {
  const viaProxy = (origin: string, target: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const { hostname, port } = new URL(origin);
      const sent = plainRequest({ hostname, port, path: target, headers }, (answer) => {
        textOf(answer).then((text) => resolve({ status: answer.statusCode ?? 0, text }), reject);
      });
      sent.on('error', reject).end();
    });

  it('forwards plain requests in absolute form and keeps a list of them', async () => {
    const server = await account(false);
    const office = await proxy();
    const target = `${server.origin}/hello`;
    expect(await viaProxy(office.origin, target)).toEqual({ status: 200, text: 'GET /hello' });
    expect(office.requests).toEqual([{ method: 'GET', target, status: 200 }]);
    expect((await viaProxy(office.origin, '/not-absolute')).status).toBe(400);
    expect((await viaProxy(office.origin, 'http://127.0.0.1:1/')).status).toBe(502);
  });

  it('lets nobody through without the login when it has one', async () => {
    const server = await account(false);
    const office = await proxy({ username: 'ann', password: 'secret' });
    const target = `${server.origin}/hello`;
    expect((await viaProxy(office.origin, target)).status).toBe(407);
    const login = `Basic ${Buffer.from('ann:secret').toString('base64')}`;
    expect((await viaProxy(office.origin, target, { 'proxy-authorization': login })).status).toBe(200);
    expect(server.log.entries).toHaveLength(1);
    expect(office.requests.map(({ status }) => status)).toEqual([407, 200]);
  });

  it('opens tunnels for TLS', async () => {
    const server = await account(true);
    const office = await proxy({ username: 'ann', password: 'secret' });
    const { hostname, port } = new URL(office.origin);
    const target = new URL(server.origin).host;
    const open = (headers: Record<string, string>) =>
      new Promise<{ status: number; socket: Socket }>((resolve, reject) => {
        const sent = plainRequest({ hostname, port, method: 'CONNECT', path: target, headers });
        sent.on('connect', (answer, socket) => resolve({ status: answer.statusCode ?? 0, socket }));
        sent.on('error', reject).end();
      });
    const refused = await open({});
    expect(refused.status).toBe(407);
    refused.socket.destroy();
    const opened = await open({ 'proxy-authorization': `Basic ${Buffer.from('ann:secret').toString('base64')}` });
    expect(opened.status).toBe(200);
    const text = await new Promise<string>((resolve, reject) => {
      const secure = connect({ socket: opened.socket, ca: certificate.root, servername: 'localhost' });
      const sent = plainRequest(
        { createConnection: () => secure, path: '/hello', headers: { host: target, connection: 'close' } },
        (answer) => {
          textOf(answer).then(resolve, reject);
        },
      );
      sent.on('error', reject).end();
    });
    expect(text).toBe('GET /hello');
    expect(office.requests).toEqual([
      { method: 'CONNECT', target, status: 407 },
      { method: 'CONNECT', target, status: 200 },
    ]);
  });
});
