// v4's lists, for which no paging is documented (JOOR 4): read in one answer, or, where the switch says that JOOR cuts
// them, page by page until a page brings nothing new. A short page says nothing.
import type { z } from 'zod';
import { readBulk, readWhole } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import type { QueryValue } from '../../http/operation.ts';

export interface V4List<Row extends { readonly id: string }> {
  readonly name: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly row: z.ZodType<Row>;
  /** An error beside the rows: it spoils a list that must be whole, and is left aside in one asked for by ids. */
  readonly errors: 'spoil' | 'left-aside';
}

const mostPages = 10_000;

/** Every row of a v4 list, each once. */
export async function listRows<Row extends { readonly id: string }>(
  joor: JoorConnection,
  { name, path, query = {}, row, errors }: V4List<Row>,
  caller: Caller,
): Promise<Row[]> {
  const read = async (json: unknown) =>
    errors === 'spoil' ? readWhole(row, json) : [...(await readBulk(row, json)).done];
  const ask = async (page: Readonly<Record<string, QueryValue>>) => {
    const request = { name, method: 'GET', path, query: { ...query, ...page }, effect: 'read' } as const;
    return (await joor.v4(request, caller, read)).content;
  };
  if (joor.switches.v4Lists === 'whole') return ask({});
  const rows = new Map<string, Row>();
  for (let page = 1; page <= mostPages; page += 1) {
    const fresh = (await ask({ page })).filter(({ id }) => !rows.has(id));
    if (fresh.length === 0) break;
    for (const one of fresh) rows.set(one.id, one);
  }
  return [...rows.values()];
}
