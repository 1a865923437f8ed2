import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readEnvelope, scanList } from './paging.ts';

type Id = number;

/** A list that is served in pages of at most `cap` rows; `change` may alter it before each page after the first. */
function listServer(rows: readonly Id[], cap: number, change: (rows: Id[], page: number) => void = () => undefined) {
  const present = [...rows];
  const everRemoved = new Set<Id>();
  let pages = 0;
  return {
    everRemoved,
    pages: () => pages,
    fetch: (page: number) => {
      if (page > 1) {
        const before = new Set(present);
        change(present, page);
        for (const id of before) if (!present.includes(id)) everRemoved.add(id);
      }
      pages += 1;
      const slice = present.slice((page - 1) * cap, page * cap);
      return Promise.resolve({ total: present.length, rows: slice, serverTime: `2026-11-23T01:00:0${page % 10}.000Z` });
    },
  };
}

async function scan(server: ReturnType<typeof listServer>) {
  const seen: Id[] = [];
  const evidence = await scanList<Id>(server.fetch, String, (rows) => void seen.push(...rows));
  return { seen, evidence };
}

const ids = fc.uniqueArray(fc.nat(10_000), { maxLength: 60 });
const cap = fc.integer({ min: 1, max: 12 });

describe('paging', () => {
  it('RUN-2 reads a list that stands still completely, each row once, however small its pages really are', async () => {
    await fc.assert(
      fc.asyncProperty(ids, cap, async (rows, size) => {
        const server = listServer(rows, size);
        const { seen, evidence } = await scan(server);
        expect(seen).toEqual(rows);
        expect(evidence).toEqual({
          rows: rows.length,
          total: rows.length,
          isComplete: true,
          startedAt: '2026-11-23T01:00:01.000Z',
        });
        expect(server.pages()).toBe(Math.max(1, Math.ceil(rows.length / size)));
      }),
    );
  });

  it('RUN-2 never calls a scan complete that missed a row which was there all the time: rows are taken out', async () => {
    const cuts = fc.array(fc.nat(60), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(ids, cap, cuts, async (rows, size, at) => {
        const server = listServer(rows, size, (present, page) => {
          const index = at[page - 2];
          if (index !== undefined) present.splice(index, 1);
        });
        const { seen, evidence } = await scan(server);
        const missed = rows.filter((id) => !server.everRemoved.has(id) && !seen.includes(id));
        expect(evidence.isComplete && missed.length > 0).toBe(false);
      }),
    );
  });

  it('RUN-2 never calls a scan complete that missed a row which was there all the time: rows are put in', async () => {
    const places = fc.array(fc.nat(60), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(ids, cap, places, async (rows, size, at) => {
        const server = listServer(rows, size, (present, page) => {
          const index = at[page - 2];
          if (index !== undefined) present.splice(index, 0, 20_000 + page);
        });
        const { seen, evidence } = await scan(server);
        expect(evidence.isComplete && rows.some((id) => !seen.includes(id))).toBe(false);
        expect(new Set(seen).size).toBe(seen.length);
      }),
    );
  });

  it('ends on an empty page, and says that rows are missing', async () => {
    const pages = [[1, 2], [3], []];
    const evidence = await scanList<Id>(
      (page) => Promise.resolve({ total: 9, rows: pages[page - 1] ?? [], serverTime: null }),
      String,
      () => undefined,
    );
    expect(evidence).toEqual({ rows: 3, total: 9, isComplete: false, startedAt: null });
  });

  it('ends also when the same page comes again and again', async () => {
    const rows = [1, 2, 3];
    const evidence = await scanList<Id>(
      () => Promise.resolve({ total: 10, rows, serverTime: null }),
      String,
      () => undefined,
    );
    expect(evidence).toMatchObject({ rows: 3, isComplete: false });
  });

  it('tells how far it is after each page, and waits for whoever takes the rows', async () => {
    const told: [number, number][] = [];
    await scanList<Id>(listServer([1, 2, 3, 4, 5], 2).fetch, String, async (_rows, received, total) => {
      await Promise.resolve();
      told.push([received, total]);
    });
    expect(told).toEqual([
      [2, 5],
      [4, 5],
      [5, 5],
    ]);
  });

  it('passes on what goes wrong with a page', async () => {
    const failing = scanList<Id>(
      () => Promise.reject(new Error('cut off')),
      String,
      () => undefined,
    );
    await expect(failing).rejects.toThrow('cut off');
  });
});

describe('the envelope of a list', () => {
  const row = z.object({ ID: z.string() });

  it("has a Total and the rows under the list's own key", async () => {
    const body = { Total: 2, Page: 1, SaleList: [{ ID: 'a' }, { ID: 'b' }] };
    expect(await readEnvelope('SaleList', row, body)).toEqual({ total: 2, rows: [{ ID: 'a' }, { ID: 'b' }] });
    expect(await readEnvelope('SaleList', row, { ...body, Total: '2' })).toMatchObject({ total: 2 });
  });

  it('RUN-9 is refused when the key or the Total is missing: nothing read is no success', async () => {
    const bodies = [
      { Total: 0 },
      { Total: 1, Products: [{ ID: 'a' }] },
      { SaleList: [] },
      { Total: null, SaleList: [] },
      { Total: 'one', SaleList: [] },
      { Total: 1, SaleList: { ID: 'a' } },
      [],
      null,
      undefined,
      'x',
    ];
    for (const body of bodies) await expect(readEnvelope('SaleList', row, body)).rejects.toBeInstanceOf(z.ZodError);
  });
});
