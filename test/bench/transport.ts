// What the transport itself takes: 100,000 rows paged over real HTTP by a process of its own, and the time of one small
// request. The account only hands out prepared pages, so that what is measured is ours.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { z } from 'zod';
import { systemClock } from '../../core/base/node/clock.ts';
import { isRecord } from '../../core/base/guards.ts';
import { startPractice } from '../../core/practice/practice.ts';
import type { Figure } from './figures.ts';

const rows = 100_000;
const pageRows = 1_000;
const smallRequests = 1_000;

const measuredSchema = z.object({
  rows: z.literal(rows),
  isComplete: z.literal(true),
  recorded: z.literal(rows / pageRows + smallRequests),
  pagingSeconds: z.number(),
  heapGrowth: z.number(),
  peak: z.number(),
  perRequest: z.number(),
});

/** Throughput and memory of the transport. */
export async function transportFigures(): Promise<Figure[]> {
  const account = await preparedAccount();
  try {
    const { pagingSeconds, heapGrowth, peak, perRequest } = await pagedBy(account.baseUrl);
    const pages = `${rows / pageRows} pages of ${pageRows} products, ${(account.pageBytes / 1e6).toFixed(1)} MB each`;
    return [
      { name: 'paging 100,000 rows', measured: pagingSeconds, unit: 's', mark: 60, formula: pages },
      {
        name: 'rows per second',
        measured: rows / pagingSeconds,
        unit: '',
        mark: null,
        formula: 'sent, received, parsed, checked row by row, recorded',
      },
      {
        name: 'peak memory while paging',
        measured: peak,
        unit: 'MB',
        mark: 220,
        formula: 'resident memory of a process that only pages, tuned as the command line is',
      },
      {
        name: 'kept after the last page',
        measured: Math.max(0, heapGrowth),
        unit: 'MB',
        mark: 30,
        formula: 'heap after 100,000 rows over that after 10,000: the ids, to find doubles',
      },
      {
        name: 'one small request',
        measured: perRequest,
        unit: 'ms',
        mark: 20,
        formula: `${smallRequests} one after another: lane, budget, HTTP, outcome, history`,
      },
    ];
  } finally {
    account.stop();
  }
}

async function pagedBy(baseUrl: string): Promise<z.infer<typeof measuredSchema>> {
  const args = ['--expose-gc', 'test/bench/pager.ts', baseUrl, String(smallRequests)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  return measuredSchema.parse(JSON.parse(output));
}

/** An account that answers with real answers of the practice account, made into as many rows as are asked for. */
async function preparedAccount() {
  const { company, product } = await realAnswers();
  const page = (number: number) => {
    const products = Array.from({ length: pageRows }, (_, index) => {
      const place = (number - 1) * pageRows + index;
      return { ...product, ID: `00000000-0000-4000-a000-${String(place).padStart(12, '0')}`, SKU: `SKU-${place}` };
    });
    return JSON.stringify({ Total: rows, Page: number, Products: products });
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const text = pathname.endsWith('/product') ? page(Number(searchParams.get('Page'))) : company;
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/ExternalApi/v2`,
    pageBytes: page(1).length,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function realAnswers(): Promise<{ company: string; product: Record<string, unknown> }> {
  const practice = await startPractice({ clock: systemClock, size: 'small' });
  const { baseUrl, accountId, applicationKey } = practice.cin7;
  const headers = { 'api-auth-accountid': accountId, 'api-auth-applicationkey': applicationKey };
  try {
    const company = await (await fetch(`${baseUrl}/me`, { headers })).text();
    const list: unknown = await (await fetch(`${baseUrl}/product?Page=1&Limit=1`, { headers })).json();
    const [product] = isRecord(list) && Array.isArray(list['Products']) ? list['Products'] : [];
    if (!isRecord(product)) throw new Error('The practice account gave no product.');
    return { company, product };
  } finally {
    await practice.stop();
  }
}
