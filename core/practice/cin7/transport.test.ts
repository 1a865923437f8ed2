// How the practice Cin7 Core behaves as a server: routes, keys, the rate limit, and answers that a client must survive.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestAccount, startAccount } from './test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

describe('routes', () => {
  it('are found in any case, with parameters in any case', async () => {
    const { json } = await account.get('/externalapi/V2/PRODUCT?LIMIT=2&pAgE=2');
    expect(json).toMatchObject({ Page: 2 });
    expect(json.Products).toHaveLength(2);
  });

  it('answer a mistyped path with 200 and a web page', async () => {
    const reply = await account.get('products');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toContain('text/html');
    expect(reply.text).toContain('Page not found');
  });

  it('answer a mistyped path with 404 or an endless redirect when switched so', async () => {
    account.practice.switches.unknownRoute = '404';
    expect((await account.get('products')).status).toBe(404);
    account.practice.switches.unknownRoute = 'redirect';
    const redirect = await account.get('products');
    expect(redirect.status).toBe(302);
    expect((await account.get(redirect.headers.get('location') ?? '')).status).toBe(302);
    account.practice.switches.unknownRoute = 'html';
  });

  it('name the verb that they do not have', async () => {
    const reply = await account.put('ref/tax', {});
    expect(reply.status).toBe(405);
    expect(reply.json).toEqual({ Message: "The requested resource does not support http method 'PUT'." });
  });
});

describe('keys', () => {
  it('have to be right, both of them', async () => {
    const wrong = { 'api-auth-applicationkey': 'no-such-key' };
    const reply = await account.send('me', { headers: wrong });
    expect([reply.status, reply.text, reply.headers.get('content-type')]).toEqual([
      403,
      'Incorrect credentials!',
      'text/plain; charset=utf-8',
    ]);
    expect((await account.send('me', { headers: { 'api-auth-accountid': '' } })).status).toBe(403);
  });

  it('may be added and taken away', async () => {
    const key = 'b1b1b1b1-0000-4000-a000-000000000001';
    account.practice.applicationKeys.push(key);
    expect((await account.send('me', { headers: { 'api-auth-applicationkey': key } })).status).toBe(200);
    account.practice.applicationKeys.pop();
    expect((await account.send('me', { headers: { 'api-auth-applicationkey': key } })).status).toBe(403);
  });
});

describe('answers', () => {
  it("carry the account's own date and no rate-limit headers", async () => {
    const { headers } = await account.get('me');
    expect(headers.get('date')).toBe('Mon, 23 Nov 2026 01:22:04 GMT');
    expect([...headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
  });

  it('call malformed JSON a server error', async () => {
    const reply = await account.send('sale', { method: 'POST', body: '{"CustomerID": ' });
    expect(reply.status).toBe(500);
    expect(reply.json).toEqual([{ ErrorCode: 500, Exception: expect.any(String) }]);
  });

  it('tell at most two problems of a bad body', async () => {
    const reply = await account.post('customer', {});
    expect(reply.status).toBe(400);
    expect(reply.json).toEqual([
      { ErrorCode: 400, Exception: "Required attribute 'Name' not provided." },
      { ErrorCode: 400, Exception: "Required attribute 'Status' not provided." },
    ]);
  });

  it('can come as 200 with problems inside', async () => {
    account.practice.switches.errorInside200 = true;
    const reply = await account.post('customer', {});
    account.practice.switches.errorInside200 = false;
    expect([reply.status, reply.json.length]).toEqual([200, 2]);
  });

  it('name a member of the wrong type', async () => {
    const reply = await account.post('sale/order', { SaleID: 'x', Lines: [{ Quantity: 'many' }] });
    expect(reply.json[0].Exception).toBe("Attribute 'Lines[0].Quantity' is invalid.");
  });

  it('refuse an invalid date', async () => {
    const reply = await account.get('product?ModifiedSince=yesterday');
    expect(reply.status).toBe(400);
  });

  it('ignore what they do not know, unless strict', async () => {
    expect((await account.get('product?Categorie=Shirts')).json.Total).toBeGreaterThan(50);
    account.practice.switches.strict = true;
    const reply = await account.get('product?Categorie=Shirts');
    const body = await account.post('sale', { CustomerID: 'x', Lines: [], ShippingAddress: { Line9: '' } });
    account.practice.switches.strict = false;
    expect(reply.json[0].Exception).toContain('categorie');
    expect(body.json.map((problem: { Exception: string }) => problem.Exception)).toEqual([
      "Unknown attribute 'Lines'.",
      "Unknown attribute 'ShippingAddress.Line9'.",
    ]);
  });
});

describe('the rate limit', () => {
  it('lets 60 calls through in any 60 seconds, and then says when to come again', async () => {
    const limited = await startAccount({ switches: { limit: 60 } });
    for (let call = 0; call < 60; call += 1) {
      expect((await limited.get('ref/priceTier')).status).toBe(200);
      limited.clock.advance(500);
    }
    const refused = await limited.get('me');
    expect([refused.status, refused.text, refused.headers.get('content-type')]).toEqual([
      429,
      'You have reached 60 calls per 60 seconds API limit.',
      'text/plain; charset=utf-8',
    ]);
    expect(refused.headers.get('retry-after')).toBe('60 Seconds');
    expect(refused.headers.get('x-ratelimit-limit')).toBe('60');
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('x-ratelimit-reset')).toBe('60');
    // The first call leaves the window half a minute later; refused calls don't prolong it.
    limited.clock.advance(30_001);
    expect((await limited.get('me')).status).toBe(200);
    expect((await limited.get('me')).status).toBe(429);
    await limited.stop();
  });

  it('is per key', async () => {
    const limited = await startAccount({ switches: { limit: 1 } });
    limited.practice.applicationKeys.push('second-key');
    expect((await limited.get('me')).status).toBe(200);
    expect((await limited.get('me')).status).toBe(429);
    expect((await limited.send('me', { headers: { 'api-auth-applicationkey': 'second-key' } })).status).toBe(200);
    await limited.stop();
  });

  it('can take the older forms: 503, or 400 with the array', async () => {
    const limited = await startAccount({ switches: { limit: 0, overLimitStatus: 503 } });
    expect((await limited.get('me')).status).toBe(503);
    Object.assign(limited.practice.switches, { overLimitStatus: 400, overLimitBody: 'array', limit: 0 });
    const reply = await limited.get('me');
    expect(reply.status).toBe(400);
    expect(reply.json[0].Exception).toContain('calls per 60 seconds');
    await limited.stop();
  });
});
