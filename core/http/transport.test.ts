import { describe, expect, it, onTestFinished } from 'vitest';
import { isSeamlineError, SeamlineError } from '../base/errors.ts';
import { manualClock } from '../base/node/clock.ts';
import { seededIds } from '../base/node/ids.ts';
import { joorOutcomes } from '../joor/answers.ts';
import { memoryBudgetStore } from './budget.ts';
import type { HistoryEntry } from './history.ts';
import type { Operation, Reply } from './operation.ts';
import { textRedactor } from './redact.ts';
import { rollingBudget } from './rolling-budget.ts';
import { drop, json, silence, startTestServer, text, truncate, type Answerer } from './test-server.ts';
import { briefPatience, createTransport, type Sending, type TransportOptions } from './transport.ts';
import { createWire } from './wire.ts';

const start = Date.parse('2026-11-23T01:00:00.000Z');
const secret = 'key-0123/abc=';
const background: Sending = { lane: 'background' };
const limit = text(429, 'You have reached 60 calls per 60 seconds API limit.', { 'retry-after': '60 Seconds' });

const world = (...script: Answerer[]) => worldOf({}, ...script);

async function worldOf(
  { timeout = 80, ...options }: Partial<Pick<TransportOptions, 'patience'>> & { timeout?: number },
  ...script: Answerer[]
) {
  const server = await startTestServer(script);
  const wire = createWire({ timeout });
  onTestFinished(async () => {
    wire.close();
    await server.stop();
  });
  const clock = manualClock(start);
  const history: HistoryEntry[] = [];
  const waits: (number | null)[] = [];
  const transport = createTransport({
    ...options,
    api: 'joor',
    clock,
    ids: seededIds(1),
    wire,
    budget: rollingBudget({ calls: 50, seconds: 60, reserve: 5, store: memoryBudgetStore() }),
    outcomes: joorOutcomes,
    wordsOf: (reply) => reply.text,
    history: (entry) => history.push(entry),
    redact: textRedactor(() => [secret]),
    onWait: (_api, until) => waits.push(until),
  });
  const operation = (parts: Partial<Operation> = {}): Operation => ({
    api: 'joor',
    name: 'things',
    method: 'GET',
    url: `${server.origin}/things`,
    query: {},
    headers: { Authorization: secret },
    body: null,
    effect: 'read',
    cost: 1,
    ...parts,
  });
  const send = async (parts: Partial<Operation> = {}, sending = background, read = ({ json }: Reply) => json) =>
    transport.send(operation(parts), sending, read);
  const failing = async (parts: Partial<Operation> = {}, sending = background): Promise<SeamlineError> => {
    const error: unknown = await send(parts, sending).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error instanceof SeamlineError) return error;
    throw new Error('It did not fail as it should.', { cause: error });
  };
  return { server, clock, history, waits, transport, operation, send, failing };
}

const create = { method: 'POST', effect: 'create', body: { kind: 'json', value: {} } } as const;
const page = text(200, '<html>Page not found</html>', { 'content-type': 'text/html' });

describe('a good answer', () => {
  it("comes with the server's own time, for high-water marks", async () => {
    const { send } = await world(json(200, { a: 1 }, { date: 'Mon, 23 Nov 2026 01:22:04 GMT' }));
    expect(await send()).toEqual({ content: { a: 1 }, serverTime: '2026-11-23T01:22:04.000Z' });
  });

  it('has no time when the server names none that can be read', async () => {
    const { send } = await world(json(200, 1, { date: 'yesterday' }));
    expect((await send()).serverTime).toBeNull();
  });

  it('in an unknown form is an unexpected answer for a read, and an unclear one for what creates', async () => {
    const { server, operation, transport } = await world(json(200, {}));
    const read = () => {
      throw new TypeError('no data');
    };
    const codeOf = (parts: Partial<Operation>) =>
      transport.send(operation(parts), background, read).then(
        () => '',
        (error: unknown) => (error instanceof SeamlineError ? error.code : ''),
      );
    expect([await codeOf({}), await codeOf(create)]).toEqual(['unexpected-answer', 'outcome-unknown']);
    expect(server.seen).toHaveLength(2);
  });
});

describe('RUN-6 repeating', () => {
  it.each<[string, Answerer]>([
    ['a fault of the server', json(500, { message: 'oops' })],
    ['a web page with status 200', page],
    ['half an answer', truncate],
    ['a dropped connection', drop],
    ['silence', silence],
    ['a gateway that lost its server', text(502, 'bad gateway')],
  ])('a read that met %s is sent again', async (_what, answer) => {
    const { send, server, clock } = await world(answer, json(200, 'good'));
    expect((await send()).content).toBe('good');
    expect(server.seen).toHaveLength(2);
    // Half a second to a whole one before the second try.
    expect(clock.now() - start).toBeGreaterThanOrEqual(500);
    expect(clock.now() - start).toBeLessThan(1_000);
  });

  it('ends after five tries, with longer and longer pauses that are never quite the same', async () => {
    const { failing, server, clock, history } = await world(json(500, { message: 'oops' }));
    const error = await failing();
    expect([error.code, error.retryable]).toEqual(['server-fault', true]);
    expect(server.seen).toHaveLength(5);
    const pauses = history.slice(1).map(({ startedAt }, index) => {
      return Date.parse(startedAt) - Date.parse(history[index]?.startedAt ?? '');
    });
    pauses.forEach((pause, index) => {
      expect(pause).toBeGreaterThanOrEqual(500 * 2 ** index);
      expect(pause).toBeLessThan(1_000 * 2 ** index + 1);
    });
    expect(clock.now() - start).toBeLessThan(16_000);
    expect(history.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each<[string, Answerer]>([
    ['a dropped connection', drop],
    ['half an answer', truncate],
    ['silence', silence],
    ['a fault of the server', json(500, {})],
    ['a gateway that lost its server', text(503, 'no server')],
    ['a web page with status 200', page],
    ['an empty 204', text(204, '')],
    ['a good answer of another form', json(200, 'odd')],
  ])('what creates is never sent again after %s', async (_what, answer) => {
    const { server, operation, transport } = await world(answer, json(200, { id: 1 }));
    const read = ({ json }: Reply) => {
      if (typeof json !== 'object') throw new TypeError('no object');
      return json;
    };
    await expect(transport.send(operation(create), background, read)).rejects.toSatisfy((error) =>
      isSeamlineError(error, 'outcome-unknown'),
    );
    expect(server.seen).toHaveLength(1);
  });

  it('what creates is sent again after the limit, because a refused request did nothing', async () => {
    const { send, server, clock } = await world(limit, json(200, { id: 7 }));
    expect((await send(create)).content).toEqual({ id: 7 });
    expect(server.seen).toHaveLength(2);
    // A millisecond more than the stretch: then the last call has left it for certain.
    expect(clock.now() - start).toBe(60_001);
  });

  it('what creates is sent again when nobody listened', async () => {
    const { failing, history, server } = await world(json(200, {}));
    await server.stop();
    expect((await failing(create)).code).toBe('unreachable');
    expect(history).toHaveLength(5);
  });

  it('what the API refuses is not repeated, and its own words are passed on', async () => {
    const { failing, server } = await world(json(400, 'Category not found.'));
    const error = await failing(create);
    expect([error.code, error.details['status'], error.nextStep]).toEqual([
      'refused',
      400,
      'Change what it names, then check again.',
    ]);
    expect(error.message).toContain('Category not found.');
    expect(server.seen).toHaveLength(1);
  });

  it('a redirect is not followed and not repeated', async () => {
    const { failing, server } = await world(text(302, '', { location: '/login' }));
    expect((await failing()).code).toBe('not-the-api');
    expect(server.seen).toHaveLength(1);
  });
});

describe('how long an operation is worth trying', () => {
  it('RUN-6 is five minutes of trying at most, however few tries it took', async () => {
    const { failing, server, clock } = await world((response, request) => {
      clock.advance(160_000);
      json(500, {})(response, request);
    });
    expect((await failing()).code).toBe('server-fault');
    expect(server.seen).toHaveLength(2);
  });

  it('is two tries and no waiting for the limit where a person waits', async () => {
    const { failing, server, clock } = await worldOf({ patience: briefPatience }, drop, drop, limit);
    expect((await failing()).code).toBe('unreachable');
    expect(server.seen).toHaveLength(2);
    const before = clock.now();
    const error = await failing();
    expect([error.code, error.message]).toEqual([
      'limit-stuck',
      "JOOR says that this key's limit is used up just now.",
    ]);
    expect([server.seen.length, clock.now()]).toEqual([3, before]);
  });

  it('is only so long for one exchange as the person waits', async () => {
    const { failing, history } = await worldOf(
      { patience: { tries: 1, limit: 0, exchange: 30 }, timeout: 60_000 },
      silence,
    );
    expect((await failing()).code).toBe('timed-out');
    expect(history).toHaveLength(1);
  });
});

describe('RUN-5 the limit', () => {
  it('is waited for as asked, as often as it takes, and is told to whoever watches', async () => {
    const { send, clock, waits } = await world(limit, limit, limit, limit, limit, limit, limit, json(200, 1));
    expect((await send()).content).toBe(1);
    expect(clock.now() - start).toBe(7 * 60_001);
    expect(waits.slice(0, 2)).toEqual([start + 60_001, null]);
  });

  it('that never ends is an error after 30 minutes', async () => {
    const { failing, clock } = await world(limit);
    expect((await failing()).code).toBe('limit-stuck');
    expect((clock.now() - start) / 60_000).toBeGreaterThanOrEqual(30);
    expect((clock.now() - start) / 60_000).toBeLessThanOrEqual(32);
  });

  it('also slows down what costs nothing', async () => {
    const { send, server, clock } = await world(text(503, ''), text(429, '', { 'retry-after': '7' }), json(200, 1));
    expect((await send({ cost: 0 })).content).toBe(1);
    expect(server.seen).toHaveLength(3);
    expect(clock.now() - start).toBe(37_000);
  });
});

describe('signing in again', () => {
  it('happens once for a token that has ended, also for what creates', async () => {
    const { server, operation, transport } = await world(json(401, {}), json(200, 'in'));
    const signIn = () => Promise.resolve({ Authorization: 'new' });
    const { content } = await transport.send(operation(create), background, ({ json }) => json, signIn);
    expect(content).toBe('in');
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([secret, 'new']);
  });

  it('does not happen for ever', async () => {
    const { server, operation, transport } = await world(json(401, { message: 'Unauthorized' }));
    const signIn = () => Promise.resolve({ Authorization: 'new' });
    const sending = transport.send(operation(), background, ({ json }) => json, signIn);
    await expect(sending).rejects.toSatisfy((error) => isSeamlineError(error, 'key-rejected'));
    expect(server.seen).toHaveLength(2);
  });
});

describe('cancelling', () => {
  it('reaches the request on its way: a read is cancelled, what creates is unclear', async () => {
    const outcome = async (parts: Partial<Operation>) => {
      const controller = new AbortController();
      const { failing } = await world(() => controller.abort());
      return (await failing(parts, { lane: 'person', signal: controller.signal })).code;
    };
    expect([await outcome({}), await outcome(create)]).toEqual(['cancelled', 'outcome-unknown']);
  });

  it('ends the pause before another try', async () => {
    const controller = new AbortController();
    const { failing, server } = await world((response, request) => {
      json(500, {})(response, request);
      setImmediate(() => controller.abort());
    });
    const error = await failing({}, { lane: 'background', signal: controller.signal });
    expect(error.code).toBe('cancelled');
    expect(server.seen.length).toBeLessThanOrEqual(2);
  });

  it('before the request is sent sends nothing', async () => {
    const { failing, server } = await world(json(200, 1));
    expect((await failing(create, { lane: 'background', signal: AbortSignal.abort() })).code).toBe('cancelled');
    expect(server.seen).toHaveLength(0);
  });
});

describe('the history of requests', () => {
  it('SEC-1 holds what was asked and answered, and no secret in any form', async () => {
    const echo = { key: secret, header: `OAuth2 ${Buffer.from(secret).toString('base64')}` };
    const { send, history } = await world(json(200, echo));
    await send({ ...create, query: { key: secret, page: 2 }, body: { kind: 'json', value: { ...echo, sku: 'A-1' } } });
    const [entry] = history;
    expect(entry).toMatchObject({
      operation: 'things',
      method: 'POST',
      status: 200,
      outcome: 'use',
      attempt: 1,
      cost: 1,
    });
    expect(entry?.address).toContain('page=2');
    expect(entry?.request).toContain('"sku":"A-1"');
    const all = JSON.stringify(history);
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
      expect(all).not.toContain(form);
  });

  it('SEC-1 holds nothing of what is secret itself', async () => {
    const { send, history } = await world(json(200, { access_token: 'eyJ-secret' }));
    await send({ isSecret: true, method: 'POST', body: { kind: 'form', fields: { password: 'pass-word' } } });
    expect(history[0]).toMatchObject({ request: '', response: '', status: 200 });
    expect(JSON.stringify(history)).not.toMatch(/eyJ-secret|pass-word/);
  });

  it('keeps the beginning of a read and more of what failed', async () => {
    const { send, failing, history } = await world(json(200, 'x'.repeat(9_000)), json(400, 'y'.repeat(9_000)));
    await send();
    await failing();
    expect(history.map(({ response }) => response.length)).toEqual([2_000, 9_002]);
  });

  it('says why no reply came', async () => {
    const { failing, history } = await world(drop);
    const error = await failing();
    expect(error.message).toMatch(/^JOOR can't be reached at 127\.0\.0\.1:\d+: the connection broke off\.$/);
    expect(history[0]).toMatchObject({ status: null, outcome: 'dropped' });
  });
});
