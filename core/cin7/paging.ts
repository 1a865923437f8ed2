// Reads a whole list, page by page. Ends when as many rows came as the list's own Total announces, or on an empty page;
// never because a page was short, since Cin7 Core caps pages silently (Cin7 1.5). Rows can move between pages while one
// pages, so a scan says whether it is complete instead of pretending (RUN-2, RUN-9).
import { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import { parseRows } from '../http/rows.ts';

export interface ListPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
  readonly serverTime: Instant | null;
}

/** What a scan of a list can prove. */
export interface ScanEvidence {
  /** Rows received, doubled ones counted once. */
  readonly rows: number;
  /** What the list announced on its last page. */
  readonly total: number;
  /** Every row that any page announced came, once. Only then does a missing row say anything. */
  readonly isComplete: boolean;
  /** The server's clock at the first page: a high-water mark for the next scan. */
  readonly startedAt: Instant | null;
}

const totalSchema = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.int().nonnegative());
const outerSchema = z.looseObject({ Total: totalSchema });

/** The rows and the Total of a list answer whose rows stand under the given key. Throws when either is missing. */
export async function readEnvelope<Row>(
  key: string,
  row: z.ZodType<Row>,
  body: unknown,
): Promise<{ total: number; rows: Row[] }> {
  const outer = outerSchema.parse(body);
  return { total: outer.Total, rows: await parseRows(row, z.array(z.unknown()).parse(outer[key])) };
}

/**
 * Pages through a list. `fetchPage` gets page numbers from 1; `identify` names a row so that a doubled one counts once;
 * `visit` gets the new rows of each page as they come, with how many came so far and how many there are.
 */
export async function scanList<Row>(
  fetchPage: (page: number) => Promise<ListPage<Row>>,
  identify: (row: Row) => string,
  visit: (rows: readonly Row[], received: number, total: number) => void | Promise<void>,
): Promise<ScanEvidence> {
  const seen = new Set<string>();
  let received = 0;
  let mostAnnounced = 0;
  let startedAt: Instant | null = null;
  for (let number = 1; ; number += 1) {
    const page = await fetchPage(number);
    if (number === 1) startedAt = page.serverTime;
    received += page.rows.length;
    // A list that shrinks while one pages moves rows onto pages that were read already.
    mostAnnounced = Math.max(mostAnnounced, page.total);
    const fresh = page.rows.filter((row) => {
      const id = identify(row);
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
    await visit(fresh, seen.size, page.total);
    if (received >= page.total || page.rows.length === 0)
      return { rows: seen.size, total: page.total, isComplete: seen.size >= mostAnnounced, startedAt };
  }
}
