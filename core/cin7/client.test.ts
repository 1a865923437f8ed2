import { describe, expect, it, onTestFinished } from 'vitest';
import { isSeamlineError } from '../base/errors.ts';
import { manualClock } from '../base/node/clock.ts';
import { seededIds } from '../base/node/ids.ts';
import { memoryBudgetStore } from '../http/budget.ts';
import { rollingBudget } from '../http/rolling-budget.ts';
import { json, startTestServer, text, type Answerer } from '../http/test-server.ts';
import { createTransport } from '../http/transport.ts';
import { createWire } from '../http/wire.ts';
import { cin7Outcomes, wordsOfCin7 } from './answers.ts';
import { createCin7Client } from './client.ts';
import type { Cin7Switches } from './switches.ts';

const caller = { lane: 'background' } as const;
const start = Date.parse('2026-11-23T01:00:00.000Z');

async function cin7Of(script: readonly Answerer[], switches: Partial<Cin7Switches> = {}) {
  const server = await startTestServer(script);
  const wire = createWire();
  onTestFinished(async () => {
    wire.close();
    await server.stop();
  });
  const transport = createTransport({
    api: 'cin7',
    clock: manualClock(start),
    ids: seededIds(1),
    wire,
    budget: rollingBudget({ calls: 50, seconds: 60, reserve: 5, store: memoryBudgetStore() }),
    outcomes: cin7Outcomes,
    wordsOf: wordsOfCin7,
    history: () => undefined,
    redact: (words) => words,
  });
  const options = { transport, baseUrl: server.origin, accountId: 'account', applicationKey: 'key', switches };
  return { client: createCin7Client(options), server };
}

/** A list of so many rows, served at most `cap` a page whatever is asked. */
function list(key: string, total: number, cap: number, row: (index: number) => Record<string, unknown>): Answerer {
  return (response, request) => {
    const page = Number(new URL(request.url, 'http://x').searchParams.get('Page'));
    const rows = Array.from({ length: total }, (_, index) => row(index)).slice((page - 1) * cap, page * cap);
    json(200, { Total: total, Page: page, [key]: rows })(response, request);
  };
}

const queries = (seen: readonly { url: string }[]) => seen.map(({ url }) => url);

describe('lists of Cin7 Core', () => {
  it('RUN-2 are read to their Total although pages are capped silently', async () => {
    const { client, server } = await cin7Of([list('CustomerList', 230, 100, (index) => ({ ID: `c${index}` }))]);
    let received = 0;
    const evidence = await client.customers(null, caller, (rows) => void (received += rows.length));
    expect([received, evidence.rows, evidence.isComplete]).toEqual([230, 230, true]);
    expect(queries(server.seen)).toEqual([
      '/customer?IncludeDeprecated=true&Page=1&Limit=100',
      '/customer?IncludeDeprecated=true&Page=2&Limit=100',
      '/customer?IncludeDeprecated=true&Page=3&Limit=100',
    ]);
    expect(server.seen[0]?.headers).toMatchObject({
      'api-auth-accountid': 'account',
      'api-auth-applicationkey': 'key',
    });
  });

  it('are asked for changes without the Z, and for deprecated products, too', async () => {
    const { client, server } = await cin7Of([list('Products', 0, 1, () => ({}))]);
    await client.products('2026-11-23T01:22:04.610Z', caller, () => undefined);
    const query = new URL(server.seen[0]?.url ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      IncludeDeprecated: 'true',
      ModifiedSince: '2026-11-23T01:22:04.610',
      Page: '1',
      Limit: '1000',
    });
  });

  it('of locations leave out the bins, wherever they stand', async () => {
    const rows = (index: number) => ({ ID: `l${index}`, Name: `L${index}`, ParentID: index % 3 === 0 ? null : 'l0' });
    const { client } = await cin7Of([list('LocationList', 9, 4, rows)]);
    expect((await client.locations(caller)).map(({ name }) => name)).toEqual(['L0', 'L3', 'L6']);
  });

  it('of stock tell rows of one product apart by location, bin and batch', async () => {
    const rows = (index: number) => ({ ID: 'p', Location: `L${index % 2}`, Bin: `B${index >> 1}`, Available: 1 });
    const { client, server } = await cin7Of([list('ProductAvailabilityList', 4, 10, rows)]);
    const evidence = await client.availability('Main Store', caller, () => undefined);
    expect(evidence).toMatchObject({ rows: 4, isComplete: true });
    expect(server.seen[0]?.url).toContain('Location=Main+Store');
  });

  it('of sales ask for as many rows a page as is proven', async () => {
    const { client, server } = await cin7Of([list('SaleList', 0, 1, () => ({}))], { saleListPage: 100 });
    await client.sales('2026-11-23T00:00:00.000Z', caller, () => undefined);
    expect(server.seen[0]?.url).toContain('Limit=100');
  });

  it('are an unexpected answer under another key, and a wrong path is a web page', async () => {
    const { client } = await cin7Of([json(200, { Total: 1, Products: [] })]);
    await expect(client.taxRules(caller)).rejects.toSatisfy((error) => isSeamlineError(error, 'unexpected-answer'));
    const page = await cin7Of([text(200, '<html>Page not found</html>', { 'content-type': 'text/html' })]);
    await expect(page.client.carriers(caller)).rejects.toSatisfy((error) => isSeamlineError(error, 'not-the-api'));
  });
});

describe('single things', () => {
  it('one product is the one of that id, or null', async () => {
    const { client } = await cin7Of([list('Products', 1, 1, () => ({ ID: 'P1', SKU: 'A' }))]);
    expect(await client.product('p1', caller)).toMatchObject({ id: 'p1', sku: 'A' });
    expect(await client.product('p2', caller)).toBeNull();
  });

  it('ORD-4 sales are looked up by their ExternalID to the letter, voided ones among them', async () => {
    const ids = ['joor:live:1:2', 'joor:live:1:22', 'JOOR:live:1:2', 'joor:live:1:2'];
    const rows = (index: number) => ({ SaleID: `s${index}`, ExternalID: ids[index], Status: 'VOIDED' });
    const { client, server } = await cin7Of([list('SaleList', 4, 3, rows)]);
    expect((await client.salesWithExternalId('joor:live:1:2', caller)).map(({ id }) => id)).toEqual(['s0', 's3']);
    expect(new URL(server.seen[0]?.url ?? '', 'http://x').searchParams.get('ExternalID')).toBe('joor:live:1:2');
  });

  it('a rejected key is told in its own words', async () => {
    const { client } = await cin7Of([text(403, 'Incorrect credentials!')]);
    await expect(client.company(caller)).rejects.toThrow('Cin7 Core rejected the key: Incorrect credentials.');
  });
});
