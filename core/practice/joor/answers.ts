// The shapes of JOOR's answers (JOOR 4). v4: `data` and `errors`, always both, items one by one in the order given, and
// 200 also when only a part succeeded. v2: one root node with a `response` node beside the payload.
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Account } from './state.ts';

interface ItemError {
  /** Only DUPLICATED is documented; other words are invented (JOOR 8). */
  readonly status: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export type Outcome = { readonly data: Readonly<Record<string, unknown>> } | { readonly error: ItemError };

/** An item's refusal. */
export function refused(status: string, message: string, details: Readonly<Record<string, unknown>> = {}): Outcome {
  return { error: { status, message, details } };
}

/** A whole list as v4 gives it: unpaged, or silently cut when the switch says so (JOOR 4, paging). */
export function listAnswer(context: Context, { switches }: Account, rows: readonly unknown[]): Response {
  const size = switches.listPageSize;
  if (size === null) return context.json({ data: rows, errors: [] });
  const page = Math.max(1, Math.trunc(Number(context.req.query('page') ?? 1)) || 1);
  return context.json({ data: rows.slice((page - 1) * size, page * size), errors: [] });
}

/** A v4 call that is refused as a whole. Words are invented. */
export function callRefused(context: Context, message: string, status: 400 | 413 = 400): Response {
  return context.json({ data: [], errors: [{ status: 'INVALID', message, details: {} }] }, status);
}

/** The values of a comma separated parameter; null when it isn't given. */
export function csv(context: Context, name: string): string[] | null {
  const text = context.req.query(name);
  if (text === undefined || text.trim() === '') return null;
  return text.split(',').flatMap((part) => part.trim() || []);
}

/** Writes one item of a call. */
export type ItemWriter<Item> = (item: Item, index: number) => Outcome | Promise<Outcome>;

/** Looks at a call as a whole and gives the writer of its items, or refuses the call. */
export type CallReader<Item> = (context: Context, items: readonly Item[]) => ItemWriter<Item> | Response;

/** Mounts a v4 bulk write (JOOR 4, body and answer; 9 rule 2). */
export function mountBulk<Item>(
  v4: Hono,
  account: Account,
  path: string,
  schema: z.ZodType<Item>,
  read: CallReader<Item>,
): void {
  v4.post(path, async (context) => {
    const { switches, state } = account;
    const body = await jsonBody(context);
    if (!Array.isArray(body)) return callRefused(context, 'The request body must be a JSON array');
    const most = switches.maxItemsPerCall;
    if (most !== null && body.length > most) {
      return callRefused(context, `At most ${most} items are allowed in one call`, switches.tooManyItemsStatus);
    }
    const parsed = body.map((raw: unknown) => ({ raw, ...parseItem(schema, raw, switches.rejectUnknownFields) }));
    const write = read(
      context,
      parsed.flatMap((entry) => ('item' in entry ? [entry.item] : [])),
    );
    if (write instanceof Response) return write;
    const data: unknown[] = [];
    const errors: ItemError[] = [];
    for (const [index, entry] of parsed.entries()) {
      state.itemsWritten += 1;
      const fails = switches.failEveryNthItem > 0 && state.itemsWritten % switches.failEveryNthItem === 0;
      const outcome = fails
        ? refused('ERROR', 'The item could not be processed')
        : 'item' in entry
          ? await write(entry.item, index)
          : refused('INVALID', entry.problem);
      if ('data' in outcome) data.push(outcome.data);
      else errors.push(withDetails(account, outcome.error, entry.raw));
    }
    return context.json({ data, errors });
  });
}

/** The body as JSON; undefined when it isn't. */
export async function jsonBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return undefined;
  }
}

const namingKeys = [
  'id',
  'product_identifier',
  'product_id',
  'external_id',
  'sku_identifier',
  'sku_id',
  'price_type_id',
  'order_id',
  'name',
];

/** What a client needs to know which item failed: the keys that the item itself gave. */
function withDetails({ switches }: Account, error: ItemError, raw: unknown): ItemError {
  if (switches.errorDetails === 'empty' && error.status !== 'DUPLICATED') return { ...error, details: {} };
  if (raw === null || typeof raw !== 'object') return error;
  const named = Object.entries(raw).filter(([key]) => namingKeys.includes(key));
  return { ...error, details: { ...Object.fromEntries(named), ...error.details } };
}

function parseItem<Item>(
  schema: z.ZodType<Item>,
  raw: unknown,
  rejectUnknownFields: boolean,
): { readonly item: Item } | { readonly problem: string } {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { item: parsed.data };
  const isOnlyUnknown = parsed.error.issues.every((issue) => issue.code === 'unrecognized_keys');
  if (rejectUnknownFields || !isOnlyUnknown) return { problem: problemOf(parsed.error) };
  const unknown = new Set(
    parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])),
  );
  const again = schema.safeParse(without(raw, unknown));
  return again.success ? { item: again.data } : { problem: problemOf(again.error) };
}

/** A JSON value less the members of these names, at any depth. */
function without(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => without(member, names));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([name]) => !names.has(name));
  return Object.fromEntries(kept.map(([name, member]) => [name, without(member, names)]));
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'The item is not valid';
  const where = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return `Unknown field '${[...issue.path, issue.keys[0] ?? ''].join('.')}'`;
  }
  if (where === '') return 'Each item must be a JSON object';
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return `Field '${where}' is required`;
  return `Field '${where}': ${issue.message}`;
}

/** A v2 answer under its root node. */
export function v2Answer(
  context: Context,
  { ids }: Account,
  root: string,
  payload: Readonly<Record<string, unknown>>,
  response: Readonly<Record<string, unknown>> = {},
): Response {
  return context.json({ [root]: { response: { code: 0, comment: '', ...response, log_id: ids.uuid() }, ...payload } });
}

/** A v2 refusal: still 200, with a code that isn't 0 (JOOR 8). The numbers are invented. */
export function v2Refused(context: Context, account: Account, root: string, comment: string, code = 1): Response {
  return v2Answer(context, account, root, {}, { code, comment });
}

/** A list as v2 sends it: an empty one is `""` (JOOR 6.1). */
export function v2List<Row>({ switches }: Account, rows: readonly Row[]): readonly Row[] | '' {
  return rows.length === 0 && switches.emptyListsAsEmptyString ? '' : rows;
}

export interface V2Page<Row> {
  readonly rows: readonly Row[];
  /** Members of the response node: total, start and next start. */
  readonly response: { readonly count: number; readonly start_from: number; readonly next_start: number | null };
}

/** One v2 page by `start_from` and `count` (JOOR 4, paging); `count` in the answer is the total unless switched. */
export function v2Page<Row>(context: Context, { switches }: Account, rows: readonly Row[]): V2Page<Row> {
  const start = wholeNumber(context.req.query('start_from')) ?? 0;
  const size = wholeNumber(context.req.query('count')) ?? 50;
  const end = start + Math.max(1, size);
  const shown = rows.slice(start, end);
  const count = switches.countIs === 'all' ? rows.length : shown.length;
  return {
    rows: shown,
    response: { count, start_from: start, next_start: end < rows.length ? end : null },
  };
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
