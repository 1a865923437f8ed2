// Both practice accounts together, as the app, the command line and the larger tests start them.
// What each account does by itself is tested beside it.
import { describe, expect, it, onTestFinished } from 'vitest';
import { manualClock } from '../base/node/clock.ts';
import { startPractice } from './practice.ts';
import type { Practice, PracticeOptions } from './practice.ts';

const startsAt = Date.parse('2026-11-23T01:00:00.000Z');

async function practice(options: Partial<PracticeOptions> = {}) {
  const clock = manualClock(startsAt);
  const started = await startPractice({ clock, size: 'small', ...options });
  onTestFinished(() => started.stop());
  return { clock, practice: started };
}

const askCin7 = ({ cin7 }: Practice, path: string) =>
  fetch(`${cin7.baseUrl}${path}`, {
    headers: { 'api-auth-accountid': cin7.accountId, 'api-auth-applicationkey': cin7.applicationKey },
  });

const askJoor = ({ joor }: Practice, path: string) =>
  fetch(`${joor.apiUrl}/v2${path}`, {
    headers: { accept: 'application/json', authorization: `OAuth2 ${Buffer.from(joor.token).toString('base64')}` },
  });

async function signIn({ joor }: Practice): Promise<Response> {
  return fetch(joor.authUrl, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: joor.clientId,
      client_secret: joor.clientSecret,
      grant_type: 'password',
      username: joor.username,
      password: joor.password,
    }),
  });
}

describe('practice', () => {
  it('serves both accounts, made from one brand', async () => {
    const running = await practice();
    const { brand, cin7, joor } = running.practice;
    expect(cin7.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ExternalApi\/v2$/);
    expect(await (await askCin7(running.practice, '/me')).json()).toMatchObject({ Company: brand.company.name });
    expect((await signIn(running.practice)).status).toBe(200);
    const orders: unknown = await (await askJoor(running.practice, '/order?sync=0&order_type=8')).json();
    expect(orders).toMatchObject({ orders: { response: { count: brand.orders.length } } });
    expect([...joor.state.orders.keys()].sort()).toEqual(brand.orders.map(({ id }) => id).sort());
    expect([...joor.state.priceTypes.values()].map(({ name }) => name)).toEqual(
      brand.priceTypes.map(({ name }) => name),
    );
    expect(cin7.log.count('*/me')).toBe(1);
    expect(joor.log.entries.at(-1)).toMatchObject({ path: '/v2/order', spent: 1 });
  });

  it('holds orders whose lines name the SKUs of the Cin7 account and add up as the brand says', async () => {
    const running = await practice({ size: 'full' });
    const { brand, joor } = running.practice;
    const known = new Set(brand.styles.flatMap((style) => style.skus.map(({ sku }) => sku)));
    for (const order of brand.orders) {
      const held = joor.state.orders.get(order.id);
      expect(held?.lines.map(({ sku, quantity }) => [sku.skuIdentifier, quantity])).toEqual(
        order.lines.map(({ sku, quantity }) => [sku, quantity]),
      );
      expect(held?.customerName).toBeTruthy();
    }
    const unknown = [...joor.state.orders.values()].flatMap(({ lines }) =>
      lines.flatMap(({ sku }) => (known.has(sku.skuIdentifier ?? '') ? [] : [sku])),
    );
    expect(unknown).toMatchObject([{ productNumber: 'SH-102', colorName: 'BLU', sizeName: 'M' }]);
  });

  it('is the same for the same seed, and another for another', async () => {
    const one = await practice();
    const same = await practice();
    const other = await practice({ seed: 2 });
    const lists = [one, same, other].map(({ practice: { joor } }) => JSON.stringify([...joor.state.orders.values()]));
    expect(lists[0]).toBe(lists[1]);
    expect(lists[0]).not.toBe(lists[2]);
  });

  it('numbers requests over both accounts and puts faults where the script says', async () => {
    const running = await practice({
      faults: '{ "rules": [{ "match": { "atRequest": 2 }, "do": { "kind": "status", "status": 503 } }] }',
    });
    const { faults, cin7, joor } = running.practice;
    joor.faults.add({ match: { path: '/v2/order', nth: 2 }, do: 'html' });
    expect((await askCin7(running.practice, '/me')).status).toBe(200);
    expect((await askJoor(running.practice, '/order?sync=0')).status).toBe(503);
    expect((await askCin7(running.practice, '/me')).status).toBe(200);
    expect((await askJoor(running.practice, '/order?sync=0')).headers.get('content-type')).toMatch(/html/);
    expect(faults.requestNumber).toBe(4);
    expect(faults.hits).toHaveLength(2);
    expect(cin7.faults.hits).toEqual([]);
  });

  it('takes switches, credentials and edits for each account, also over HTTP under one name', async () => {
    const running = await practice({
      joor: { switches: { quota: 1 }, token: 'other', accountId: '42' },
      cin7: { accountId: 'my-account', applicationKey: 'my-key' },
    });
    const { cin7, joor } = running.practice;
    expect((await askCin7(running.practice, '/me')).status).toBe(200);
    const first = await askJoor(running.practice, '/order?sync=0');
    expect(first.headers.get('x-throttling-account-id')).toBe('42');
    expect((await askJoor(running.practice, '/order?sync=0')).status).toBe(429);
    const edit = (origin: string, body: object) =>
      fetch(`${origin}/practice/edits`, { method: 'POST', body: JSON.stringify(body) });
    expect((await edit(joor.apiUrl, { kind: 'add-warehouse', name: 'Third' })).status).toBe(200);
    expect(joor.state.warehouses.has('Third')).toBe(true);
    const location = cin7.state.locations[0]?.Name;
    const renamed = await edit(new URL(cin7.baseUrl).origin, {
      kind: 'renameLocation',
      location,
      to: 'Renamed Warehouse',
    });
    expect([renamed.status, cin7.state.locations[0]?.Name]).toEqual([200, 'Renamed Warehouse']);
    const state: unknown = await (await fetch(`${new URL(cin7.baseUrl).origin}/practice/state`)).json();
    expect(state).toMatchObject({ state: { accountId: 'my-account' } });
  });

  it('refuses a look inside while late work is due', async () => {
    const running = await practice({
      faults: [{ match: { api: 'joor' }, do: { kind: 'commitLate', seconds: 5 } }],
    });
    const { joor } = running.practice;
    await expect(signIn(running.practice)).rejects.toThrow('fetch failed');
    expect(joor.state.tokens.size).toBe(0);
    running.clock.advance(5_000);
    expect(() => joor.state).toThrow(/settle/);
    expect(() => joor.edits).toThrow(/settle/);
    await running.practice.settle();
    expect(joor.state.tokens.size).toBe(1);
  });

  it('gives way when a port is taken', async () => {
    const running = await practice();
    const port = Number(new URL(running.practice.joor.apiUrl).port);
    await expect(practice({ joor: { port } })).rejects.toThrow('EADDRINUSE');
  });

  it('serves https under a root of its own', async () => {
    const running = await practice({ tls: true });
    expect(running.practice.joor.authUrl).toMatch(/^https:/);
    expect(running.practice.rootCertificate).toMatch(/^-----BEGIN CERTIFICATE-----/);
    await expect(signIn(running.practice)).rejects.toThrow('fetch failed');
  });
});
