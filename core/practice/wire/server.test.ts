// The shell around an account: each fault as its client sees it, the numbering of requests, the log, and the practice
// desk. The account behind it only takes notes, so that one sees what was done and when.
import { describe, expect, it, onTestFinished } from 'vitest';
import { Hono } from 'hono';
import { manualClock } from '../../base/node/clock.ts';
import type { ManualClock } from '../../base/node/clock.ts';
import { createFaults } from './faults.ts';
import type { FaultRule, Faults } from './faults.ts';
import { createLateCommits } from './late-commits.ts';
import { serveApi } from './server.ts';
import type { ServedApi } from './server.ts';

const startsAt = Date.parse('2026-11-23T01:00:00.000Z');

interface Notebook {
  readonly clock: ManualClock;
  readonly faults: Faults;
  readonly server: ServedApi;
  /** What was written, with the account's time of writing. */
  readonly notes: { text: string; at: number }[];
  readonly write: (text: string, signal?: AbortSignal) => Promise<Response>;
  readonly read: (path?: string) => Promise<Response>;
}

/** An account that takes notes. */
async function notebook(rules: FaultRule[] = [], latencyMilliseconds = 0): Promise<Notebook> {
  const clock = manualClock(startsAt);
  const late = createLateCommits(clock);
  const faults = createFaults(rules);
  const notes: Notebook['notes'] = [];
  const app = new Hono();
  app.post('/notes', async (context) => {
    notes.push({ text: await context.req.text(), at: late.clock.now() });
    return context.json({ written: notes.length, filler: 'x'.repeat(1_000) });
  });
  app.get('/notes', (context) => context.json(notes.map(({ text }) => text)));
  const server = await serveApi({
    api: 'joor',
    app,
    clock,
    late,
    faults,
    host: '127.0.0.1',
    port: 0,
    latencyMilliseconds,
    desk: {
      summary: () => ({ notes: notes.length }),
      apply(edit) {
        if (typeof edit !== 'object' || edit === null || !('text' in edit)) throw new Error('An edit needs a text.');
        notes.push({ text: String(edit.text), at: clock.now() });
      },
    },
  });
  onTestFinished(() => server.stop());
  return {
    clock,
    faults,
    server,
    notes,
    write: (text, signal) =>
      fetch(`${server.origin}/notes`, { method: 'POST', body: text, ...(signal === undefined ? {} : { signal }) }),
    read: (path = '/notes') => fetch(server.origin + path),
  };
}

const texts = (book: Notebook) => book.notes.map(({ text }) => text);
const onPost = (action: FaultRule['do'], match: FaultRule['match'] = {}): FaultRule => ({
  match: { method: 'post', ...match },
  do: action,
});

describe('faults', () => {
  it('drops a connection before the account sees the request, or after it has done the work', async () => {
    const book = await notebook([onPost('dropBefore', { nth: 1 }), onPost({ kind: 'dropAfter' }, { nth: 2 })]);
    await expect(book.write('a')).rejects.toThrow('fetch failed');
    await expect(book.write('b')).rejects.toThrow('fetch failed');
    expect((await book.write('c')).status).toBe(200);
    expect(texts(book)).toEqual(['b', 'c']);
    expect(book.server.log.entries.map(({ fault, status, handled }) => [fault, status, handled])).toEqual([
      ['dropBefore', null, null],
      ['dropAfter', null, 200],
      [null, 200, 200],
    ]);
  });

  it('commits late: the work is done when the clock has passed, under the time at which it was due', async () => {
    const book = await notebook([
      onPost({ kind: 'commitLate', seconds: 60 }, { nth: 1 }),
      onPost({ kind: 'commitLate', seconds: 10 }, { nth: 2 }),
    ]);
    await expect(book.write('slow')).rejects.toThrow('fetch failed');
    await expect(book.write('quick')).rejects.toThrow('fetch failed');
    expect(await (await book.read()).json()).toEqual([]);
    book.clock.advance(30_000);
    expect(await (await book.read()).json()).toEqual(['quick']);
    book.clock.advance(90_000);
    await book.write('now');
    expect(book.notes).toEqual([
      { text: 'quick', at: startsAt + 10_000 },
      { text: 'slow', at: startsAt + 60_000 },
      { text: 'now', at: startsAt + 120_000 },
    ]);
    expect(book.server.log.entries[0]).toMatchObject({ fault: 'commitLate', status: null, handled: 200 });
  });

  it('settles late work on request, for tests that look inside', async () => {
    const book = await notebook([onPost({ kind: 'commitLate', seconds: 60 })]);
    await expect(book.write('slow')).rejects.toThrow('fetch failed');
    book.clock.advance(60_000);
    expect(texts(book)).toEqual([]);
    await book.server.settle();
    expect(texts(book)).toEqual(['slow']);
  });

  it('never answers, before or after the work, until the client goes away or the server stops', async () => {
    const book = await notebook([onPost('timeoutBefore', { nth: 1 }), onPost('timeoutAfter')]);
    await expect(book.write('a', AbortSignal.timeout(100))).rejects.toThrow(/timeout/);
    await expect(book.write('b', AbortSignal.timeout(100))).rejects.toThrow(/timeout/);
    expect(texts(book)).toEqual(['b']);
    const hanging = book.write('c');
    while (book.notes.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await book.server.stop();
    await expect(hanging).rejects.toThrow('fetch failed');
  });

  it('answers with a status of its own, with and without the work', async () => {
    const book = await notebook([
      onPost({ kind: 'status', status: 429, headers: { 'Retry-After': '60 Seconds' }, body: 'Too many' }, { nth: 1 }),
      onPost({ kind: 'statusAfter', status: 503, body: '{}', contentType: 'application/json' }, { nth: 2 }),
    ]);
    const refused = await book.write('a');
    expect([refused.status, refused.headers.get('retry-after'), await refused.text()]).toEqual([
      429,
      '60 Seconds',
      'Too many',
    ]);
    const broken = await book.write('b');
    expect([broken.status, broken.headers.get('content-type')]).toEqual([503, 'application/json']);
    expect(texts(book)).toEqual(['b']);
  });

  it('shows a maintenance page, and cuts an answer in half', async () => {
    const book = await notebook([
      onPost('html', { nth: 1 }),
      onPost('htmlAfter', { nth: 2 }),
      onPost('truncate', { nth: 3 }),
    ]);
    const page = await book.write('a');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await (await book.write('b')).text()).toContain('<html>');
    const half = await book.write('c');
    expect(Number(half.headers.get('content-length'))).toBeGreaterThan(1_000);
    await expect(half.text()).rejects.toThrow('terminated');
    expect(texts(book)).toEqual(['b', 'c']);
  });

  it('lets somebody work in the screens before a request is handled, and shows an edit that can not be done', async () => {
    const match = { method: 'get' };
    const book = await notebook([
      { match: { ...match, nth: 1 }, do: { kind: 'edit', edits: [{ text: 'in between' }] } },
      { match: { ...match, nth: 2 }, do: { kind: 'edit', edits: [{ other: 1 }] } },
    ]);
    expect(await (await book.read()).json()).toEqual(['in between']);
    const failed = await book.read();
    expect([failed.status, await failed.text()]).toEqual([500, 'Practice edit failed: An edit needs a text.']);
  });

  it('takes its time on the clock: latency for all, delays and slow bodies by rule', async () => {
    const book = await notebook(
      [onPost({ kind: 'delay', seconds: 30 }, { nth: 1 }), onPost({ kind: 'slowBody', seconds: 8 })],
      250,
    );
    await book.read();
    expect(book.clock.now() - startsAt).toBe(250);
    await book.write('a');
    expect(book.clock.now() - startsAt).toBe(30_500);
    const slow = await book.write('b');
    expect(await slow.json()).toMatchObject({ written: 2 });
    expect(book.clock.now() - startsAt).toBe(38_750);
  });
});

describe('which request a rule concerns', () => {
  it('goes by method, path, body, turn and number of times; the first rule whose turn it is applies', async () => {
    const book = await notebook([
      { match: { path: '/NOTES', bodyIncludes: 'poison' }, do: { kind: 'status', status: 500 } },
      { match: { path: '^/no(tes)?$', every: 3, times: 1 }, do: { kind: 'status', status: 503 } },
      { match: { path: '*/other*' }, do: { kind: 'status', status: 418 } },
    ]);
    const statuses: number[] = [];
    for (const text of ['a', 'b', 'poison', 'd', 'e', 'f', 'g']) statuses.push((await book.write(text)).status);
    // The second rule counts the poisoned request too: its third turn was taken, the sixth was its own.
    expect(statuses).toEqual([200, 200, 500, 200, 200, 503, 200]);
    expect((await book.read('/some/other/path')).status).toBe(418);
    expect(book.faults.hits.map(({ request, kind }) => [request, kind])).toEqual([
      [3, 'status'],
      [6, 'status'],
      [8, 'status'],
    ]);
  });

  it('counts the requests of a run over all servers, from the last reset', async () => {
    const book = await notebook();
    await book.read();
    book.faults.reset();
    book.faults.atRequest(2, 'dropAfter');
    await book.write('a');
    await expect(book.write('b')).rejects.toThrow('fetch failed');
    await book.write('c');
    expect(texts(book)).toEqual(['a', 'b', 'c']);
    expect(book.faults.requestNumber).toBe(3);
  });

  it('lets each server have and remove rules of its own', async () => {
    const book = await notebook();
    book.faults.of('cin7').add({ do: 'dropBefore' });
    expect((await book.read()).status).toBe(200);
    book.faults.of('joor').add({ do: { kind: 'status', status: 500 } });
    expect((await book.read()).status).toBe(500);
    book.faults.of('cin7').reset();
    expect((await book.read()).status).toBe(500);
    book.faults.of('joor').reset();
    expect((await book.read()).status).toBe(200);
    expect(() => book.faults.add(JSON.parse('{"do":{"kind":"explode"}}'))).toThrow(/kind/);
  });
});

describe('the request log', () => {
  it('keeps every request in order with its time, cost, bodies and fault', async () => {
    const book = await notebook([onPost({ kind: 'status', status: 500, body: 'no' }, { nth: 2 })]);
    await book.write('first');
    book.clock.advance(1_000);
    await book.write('second');
    await book.read('/notes?page=2');
    expect(book.server.log.entries).toMatchObject([
      { id: 1, at: '2026-11-23T01:00:00.000Z', method: 'POST', path: '/notes', status: 200, spent: 1, fault: null },
      { id: 2, at: '2026-11-23T01:00:01.000Z', requestBody: 'second', responseBody: 'no', fault: 'status', spent: 1 },
      { id: 3, query: '?page=2', responseBody: '["first"]', spent: 2 },
    ]);
    expect(book.server.log.counts).toEqual({ 'POST /notes': 2, 'GET /notes': 1 });
    expect(book.server.log.count('/no*', 'post')).toBe(2);
    expect(book.server.log.count('/notes/')).toBe(3);
    expect(book.server.log.since(2).map(({ id }) => id)).toEqual([3]);
    book.server.log.clear();
    expect(book.server.log.entries).toEqual([]);
  });

  it('bounds long bodies', async () => {
    const book = await notebook();
    await book.write('x'.repeat(100_000));
    expect(book.server.log.entries[0]?.requestBody.length).toBeLessThan(17_000);
    expect(texts(book)[0]).toHaveLength(100_000);
  });
});

describe('the practice desk', () => {
  const post = (body: unknown, method = 'POST') => ({ method, body: JSON.stringify(body) });

  it('edits, scripts faults and shows state and requests, free of faults, costs and the log', async () => {
    const book = await notebook([{ do: { kind: 'status', status: 500 } }]);
    const desk = (path: string, init?: RequestInit) => fetch(`${book.server.origin}/practice${path}`, init);
    expect((await desk('/edits', post({ text: 'by hand' }))).status).toBe(200);
    const refused = await desk('/edits', post({}));
    expect([refused.status, await refused.json()]).toEqual([400, { error: 'An edit needs a text.' }]);
    expect((await book.read()).status).toBe(500);
    book.faults.reset();
    expect((await desk('/faults', post({ match: { path: '/notes' }, do: 'html' }))).status).toBe(200);
    expect(await (await book.read()).text()).toContain('<html>');
    expect((await desk('/faults', post({ do: 'nonsense' }))).status).toBe(400);
    expect((await desk('/faults', { method: 'DELETE' })).status).toBe(200);
    expect(await (await book.read()).json()).toEqual(['by hand']);
    expect(await (await desk('/state')).json()).toEqual({ state: { notes: 1 }, requests: { 'GET /notes': 3 } });
    const since: unknown = await (await desk('/requests?since=1')).json();
    expect(since).toMatchObject({ requests: [{ fault: 'html' }, { fault: null }] });
    expect((await desk('/nothing')).status).toBe(404);
  });

  it('does late work before it shows or edits anything', async () => {
    const book = await notebook([onPost({ kind: 'commitLate', seconds: 5 })]);
    await expect(book.write('late')).rejects.toThrow('fetch failed');
    book.clock.advance(5_000);
    await fetch(`${book.server.origin}/practice/edits`, post({ text: 'by hand' }));
    expect(texts(book)).toEqual(['late', 'by hand']);
  });
});
