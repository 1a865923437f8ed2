import { describe, expect, it, onTestFinished } from 'vitest';
import { isSeamlineError } from '../base/errors.ts';
import { manualClock } from '../base/node/clock.ts';
import { seededIds } from '../base/node/ids.ts';
import { memoryBudgetStore } from '../http/budget.ts';
import type { HistoryEntry } from '../http/history.ts';
import { json, startTestServer, type Answerer } from '../http/test-server.ts';
import { createTransport } from '../http/transport.ts';
import { windowBudget } from '../http/window-budget.ts';
import { createWire } from '../http/wire.ts';
import { joorOutcomes, wordsOfJoor } from './answers.ts';
import { createJoorClient } from './client.ts';
import { connectJoor } from './connection.ts';

const start = Date.parse('2026-11-23T01:00:00.000Z');
const hour = 3_600_000;
const caller = { lane: 'background' } as const;
const empty = json(200, { data: [], errors: [] });

/** A JOOR that gives tokens `t1`, `t2` ... and answers everything else by the script. */
async function joorOf(...script: Answerer[]) {
  let tokens = 0;
  let asked = 0;
  const server = await startTestServer([
    (response, request) => {
      if (request.url === '/auth/') {
        json(200, { access_token: `t${(tokens += 1)}`, expires_in: 36_000 })(response, request);
        return;
      }
      script[Math.min(asked, script.length - 1)]?.(response, request);
      asked += 1;
    },
  ]);
  const wire = createWire();
  onTestFinished(async () => {
    wire.close();
    await server.stop();
  });
  const clock = manualClock(start);
  const history: HistoryEntry[] = [];
  const transport = createTransport({
    api: 'joor',
    clock,
    ids: seededIds(1),
    wire,
    budget: windowBudget({ credits: 300, seconds: 300, reserve: 30, store: memoryBudgetStore() }),
    outcomes: joorOutcomes,
    wordsOf: wordsOfJoor,
    history: (entry) => history.push(entry),
    redact: (text) => text,
  });
  const connection = connectJoor({
    transport,
    clock,
    apiUrl: server.origin,
    accountId: '483146',
    token: 'static-token',
    signIn: {
      authUrl: `${server.origin}/auth/`,
      clientId: 'id',
      clientSecret: 'secret',
      username: 'a@b.example',
      password: 'p&w',
    },
  });
  const authorizations = () =>
    server.seen.filter(({ url }) => url !== '/auth/').map(({ headers }) => headers.authorization);
  return { server, clock, history, transport, connection, client: createJoorClient(connection, clock), authorizations };
}

describe('a connection to JOOR', () => {
  it('signs in once for v4 and sends the account with each request', async () => {
    const { client, server, authorizations, connection } = await joorOf(empty);
    await client.products(caller);
    await client.priceTypes(caller);
    expect(authorizations()).toEqual(['Bearer t1', 'Bearer t1']);
    expect(connection.accessToken()).toBe('t1');
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /auth/',
      'GET /v4/products?account=483146',
      'GET /v4/price_types?account=483146',
    ]);
    expect(new URLSearchParams(server.seen[0]?.body).get('grant_type')).toBe('password');
  });

  it('uses the static token for v2 and needs no sign-in there', async () => {
    const { client, server, authorizations } = await joorOf(
      json(200, { orders: { response: { code: 0 }, orders: '' } }),
    );
    await client.orders({ filter: 'all', exported: 'all' }, caller);
    expect(authorizations()).toEqual([`OAuth2 ${Buffer.from('static-token').toString('base64')}`]);
    expect(server.seen[0]?.url).toMatch(/^\/v2\/order\?.*sync=0/);
    expect(server.seen[0]?.headers).toMatchObject({ accept: 'application/json' });
  });

  it('renews the token before it ends, and at once when JOOR says that it has ended', async () => {
    const { client, clock, authorizations } = await joorOf(empty, empty, json(401, { message: 'Unauthorized' }), empty);
    await client.products(caller);
    clock.advance(9.9 * hour);
    await client.products(caller);
    await client.products(caller);
    expect(authorizations()).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t2', 'Bearer t3']);
  });

  it('gives up when a new token is refused, too', async () => {
    const { client, authorizations } = await joorOf(json(401, { message: 'Unauthorized' }));
    await expect(client.products(caller)).rejects.toSatisfy((error) => isSeamlineError(error, 'key-rejected'));
    expect(authorizations()).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it('RUN-5 pays 1 credit for a read, 5 for a write of whatever size, nothing for signing in', async () => {
    const { client, transport } = await joorOf(empty);
    await client.products(caller);
    await client.createProducts([], caller);
    await client.markOrders([], caller);
    expect(transport.budget().used).toBe(11);
  });

  it('SEC-1 keeps login and token out of the history', async () => {
    const { client, history } = await joorOf(empty);
    await client.products(caller);
    expect(history.map(({ operation, cost }) => [operation, cost])).toEqual([
      ['sign in', 0],
      ['products', 1],
    ]);
    expect(JSON.stringify(history)).not.toMatch(/t1|p&w|secret|static-token/);
  });

  it('a refusal of v2 inside a 200 is a refusal', async () => {
    const refusal = { inventory: { response: { code: 3, comment: 'Unknown warehouse', log_id: 'b2f4' } } };
    const { client } = await joorOf(json(200, refusal));
    await expect(client.sendStock([], false, caller)).rejects.toSatisfy((error) => isSeamlineError(error, 'refused'));
  });
});
