// Who may ask the practice JOOR account, and how much: tokens, the account parameter, MIME types and the credit
// budget (JOOR 3, 4.2).
import { describe, expect, it, onTestFinished } from 'vitest';
import { memberOf, practised } from './practised.ts';

const form = (over: Record<string, string> = {}) => ({
  client_id: 'practice-client',
  client_secret: 'practice-client-secret',
  grant_type: 'password',
  username: 'practice@aurora.example',
  password: 'practice-password',
  ...over,
});

describe('signing in', () => {
  it('takes the five fields as a urlencoded and as a multipart form, with and without the last slash', async () => {
    const joor = await practised(onTestFinished);
    const multipart = new FormData();
    for (const [name, value] of Object.entries(form())) multipart.set(name, value);
    for (const body of [new URLSearchParams(form()), multipart]) {
      for (const path of ['/auth/', '/auth']) {
        const response = await fetch(joor.server.origin + path, { method: 'POST', body });
        expect(response.status).toBe(200);
        expect(await response.json()).toMatchObject({
          access_token: expect.stringMatching(/^eyJ.+\..+\.sim$/),
          expires_in: 36_000,
          refresh_expires_in: 7_776_000,
          token_type: 'Bearer',
          'not-before-policy': expect.any(Number),
        });
      }
    }
    expect(joor.joor.state.tokens.size).toBe(4);
  });

  it.each([
    [form({ password: 'wrong' }), 401, 'invalid_grant'],
    [form({ client_secret: 'wrong' }), 401, 'invalid_client'],
    [form({ grant_type: 'refresh_token' }), 400, 'unsupported_grant_type'],
    [form({ username: '' }), 400, 'invalid_request'],
  ])('refuses a wrong form', async (fields, status, error) => {
    const joor = await practised(onTestFinished);
    const response = await fetch(`${joor.server.origin}/auth/`, { method: 'POST', body: new URLSearchParams(fields) });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error });
  });

  it('lets a token live for ten hours on the clock, and ends all of them when told to', async () => {
    const joor = await practised(onTestFinished);
    expect((await joor.v4('GET', '/seasons')).status).toBe(200);
    joor.clock.advance(36_000_000 - 1);
    expect((await joor.v4('GET', '/seasons')).status).toBe(200);
    joor.clock.advance(1);
    const late = await joor.v4('GET', '/seasons');
    expect([late.status, late.body]).toEqual([401, { message: 'Unauthorized' }]);
    await joor.login();
    expect((await joor.v4('GET', '/seasons')).status).toBe(200);
    joor.joor.edits.expireTokens();
    expect((await joor.v4('GET', '/seasons')).status).toBe(401);
  });

  it('wants the account on each v4 call, and its own', async () => {
    const joor = await practised(onTestFinished);
    const authorization = `Bearer ${await joor.login()}`;
    const ask = async (query: string) =>
      (await fetch(`${joor.server.origin}/v4/seasons${query}`, { headers: { authorization } })).status;
    expect(await ask('')).toBe(400);
    expect(await ask('?account=1')).toBe(403);
    expect(await ask('?account=483146')).toBe(200);
  });

  it('wants the v2 token in base64 in any case of the scheme, and the MIME types', async () => {
    const joor = await practised(onTestFinished);
    const ask = async (headers: Record<string, string>, init: RequestInit = {}) =>
      (await fetch(`${joor.server.origin}/v2/order?sync=0`, { ...init, headers })).status;
    const token = Buffer.from('practice-joor-token').toString('base64');
    const accept = 'application/json';
    expect(await ask({ accept, authorization: `OAuth2 ${token}` })).toBe(200);
    expect(await ask({ accept, authorization: `oauth2 ${token}` })).toBe(200);
    expect(await ask({ accept, authorization: `Bearer ${token}` })).toBe(401);
    expect(await ask({ accept, authorization: 'OAuth2 practice-joor-token' })).toBe(401);
    expect(await ask({ authorization: `OAuth2 ${token}` })).toBe(406);
    const write = await fetch(`${joor.server.origin}/v2/bulk-inventory`, {
      method: 'POST',
      headers: { accept, authorization: `OAuth2 ${token}`, 'content-type': 'text/plain' },
      body: '{}',
    });
    expect(write.status).toBe(415);
  });
});

describe('credits', () => {
  const usage = (headers: Headers) =>
    ['Limit', 'Remaining', 'Reset'].map((name) => headers.get(`x-throttling-sim-${name}`));

  it('gives 300 in a window that the first request opens: reads cost 1, writes 5, v2 and v4 share', async () => {
    const joor = await practised(onTestFinished);
    const first = await joor.v4('GET', '/seasons');
    expect(first.headers.get('x-throttling-account-id')).toBe('483146');
    expect(usage(first.headers)).toEqual(['300', '299', '300']);
    joor.clock.advance(100_000);
    expect(usage((await joor.v4('POST', '/seasons/bulk_create', [])).headers)).toEqual(['300', '294', '200']);
    expect(usage((await joor.v2('GET', '/order?sync=0')).headers)).toEqual(['300', '293', '200']);
    joor.clock.advance(200_000);
    expect(usage((await joor.v4('GET', '/seasons')).headers)).toEqual(['300', '299', '300']);
  });

  it('refuses with 429 what does not fit, changes nothing and costs nothing', async () => {
    const joor = await practised(onTestFinished, { quota: 6 });
    await joor.v4('GET', '/seasons');
    await joor.v4('GET', '/seasons');
    const refused = await joor.v4('POST', '/seasons/bulk_create', [{ name: 'X' }]);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(usage(refused.headers)).toEqual(['6', '4', '300']);
    expect(joor.joor.state.seasons.size).toBe(3);
    expect((await joor.v4('GET', '/seasons')).status).toBe(200);
    expect(joor.joor.spent()).toBe(3);
  });

  it('says when to come back, charges refusals and keeps two budgets when switched so', async () => {
    const joor = await practised(onTestFinished, {
      quota: 6,
      retryAfter: true,
      refusedCosts: true,
      separateBudgets: true,
    });
    await joor.v4('GET', '/seasons');
    await joor.v4('GET', '/seasons');
    const refused = await joor.v4('POST', '/seasons/bulk_create', []);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '300']);
    expect((await joor.v4('GET', '/seasons')).status).toBe(429);
    expect((await joor.v2('GET', '/order?sync=0')).status).toBe(200);
  });

  it('charges nothing for token requests and refused tokens', async () => {
    const joor = await practised(onTestFinished);
    await joor.login();
    joor.joor.edits.expireTokens();
    await joor.v4('GET', '/seasons');
    expect(joor.joor.spent()).toBe(0);
    expect(joor.server.log.entries.map(({ path, status }) => [path, status])).toEqual([
      ['/auth/', 200],
      ['/v4/seasons', 401],
    ]);
  });

  it('dates each answer by the practice clock', async () => {
    const joor = await practised(onTestFinished);
    joor.clock.advance(3_600_000);
    expect((await joor.v4('GET', '/seasons')).headers.get('date')).toBe('Mon, 23 Nov 2026 02:00:00 GMT');
    expect(memberOf((await joor.v4('GET', '/nothing')).body, 'message')).toMatch(/no Route/);
  });
});
