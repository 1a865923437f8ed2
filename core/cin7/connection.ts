// How a request to Cin7 Core is dressed, and the three ways of reading: one object, a scan of a list with evidence, and a
// whole reference book (Cin7 1).
import type { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import { SeamlineError } from '../base/errors.ts';
import type { Lane, Operation, QueryValue } from '../http/operation.ts';
import type { Answer, Transport } from '../http/transport.ts';
import { readEnvelope, scanList, type ScanEvidence } from './paging.ts';
import { defaultCin7Switches, type Cin7Switches } from './switches.ts';

export interface Cin7Options {
  readonly transport: Transport;
  /** `https://inventory.dearsystems.com/ExternalApi/v2`, without a slash at the end. */
  readonly baseUrl: string;
  readonly accountId: string;
  readonly applicationKey: string;
  readonly switches?: Partial<Cin7Switches>;
}

export interface Caller {
  readonly lane: Lane;
  readonly signal?: AbortSignal | undefined;
  /** What the request is about, for the history: an order's id. */
  readonly about?: string | undefined;
}

/** Gets the new rows of a page, how many came so far, and how many the list announces. */
export type Visit<Row> = (rows: readonly Row[], received: number, total: number) => void | Promise<void>;

/** Rows changed since an instant, or all of them for null. */
export type Since = Instant | null;

type Query = Readonly<Record<string, QueryValue>>;

export interface ListOf<Row> {
  readonly name: string;
  readonly path: string;
  /** The list's own key in its envelope: they are irregular (Cin7 1.5). */
  readonly key: string;
  readonly row: z.ZodType<Row>;
  readonly identify: (row: Row) => string;
  readonly query?: Query;
  /** Rows asked for per page. */
  readonly limit?: number;
}

export interface Cin7Connection {
  readonly switches: Cin7Switches;
  get<Content>(
    name: string,
    path: string,
    query: Query,
    schema: z.ZodType<Content>,
    caller: Caller,
  ): Promise<Answer<Content>>;
  write<Content>(
    request: {
      readonly name: string;
      readonly method: 'POST' | 'PUT' | 'DELETE';
      readonly path: string;
      readonly query?: Query;
      readonly body?: unknown;
      readonly effect: Operation['effect'];
    },
    schema: z.ZodType<Content>,
    caller: Caller,
  ): Promise<Content>;
  scan<Row>(list: ListOf<Row>, caller: Caller, visit: Visit<Row>): Promise<ScanEvidence>;
  /** Every row of a small list. Throws `incomplete-read` when rows kept moving between pages. */
  book<Row>(list: ListOf<Row>, caller: Caller): Promise<Row[]>;
}

export const pageLimit = 1_000;

/** A list's `ModifiedSince` or `UpdatedSince`; without a Z it is UTC all the same (Cin7 1.4). */
export function sinceQuery(
  { switches }: Pick<Cin7Connection, 'switches'>,
  name: string,
  since: Since,
): Record<string, string> {
  if (since === null) return {};
  return { [name]: switches.sinceForm === 'utc' ? since : since.replace(/Z$/, '') };
}

const triesForBook = 3;

/** A connection to one company. */
export function connectCin7(options: Cin7Options): Cin7Connection {
  const { transport, baseUrl } = options;
  const headers = {
    Accept: 'application/json',
    'api-auth-accountid': options.accountId,
    'api-auth-applicationkey': options.applicationKey,
  };
  const operation = (
    name: string,
    method: Operation['method'],
    path: string,
    effect: Operation['effect'],
    query: Query = {},
    body?: unknown,
  ): Operation => ({
    api: 'cin7',
    name,
    method,
    url: `${baseUrl}/${path}`,
    query,
    headers,
    body: body === undefined ? null : { kind: 'json', value: body },
    effect,
    cost: 1,
  });

  const connection: Cin7Connection = {
    switches: { ...defaultCin7Switches, ...options.switches },
    get: (name, path, query, schema, caller) =>
      transport.send(operation(name, 'GET', path, 'read', query), caller, ({ json }) => schema.parse(json)),
    async write({ name, method, path, query, body, effect }, schema, caller) {
      const write = operation(name, method, path, effect, query, body);
      return (await transport.send(write, caller, ({ json }) => schema.parse(json))).content;
    },
    scan: (list, caller, visit) =>
      scanList(
        async (page) => {
          const query = { ...list.query, Page: page, Limit: list.limit ?? pageLimit };
          const { content, serverTime } = await transport.send(
            operation(list.name, 'GET', list.path, 'read', query),
            caller,
            ({ json }) => readEnvelope(list.key, list.row, json),
          );
          return { ...content, serverTime };
        },
        list.identify,
        visit,
      ),
    async book<Row>(list: ListOf<Row>, caller: Caller): Promise<Row[]> {
      for (let attempt = 1; ; attempt += 1) {
        const rows: Row[] = [];
        const { isComplete, total } = await connection.scan(list, caller, (page) => void rows.push(...page));
        if (isComplete) return rows;
        if (attempt === triesForBook) throw incompleteBook(list.name, rows.length, total);
      }
    },
  };
  return connection;
}

function incompleteBook(name: string, rows: number, total: number): SeamlineError {
  return new SeamlineError('incomplete-read', {
    sentence: `Cin7 Core gave ${rows} of ${total} ${name}, so they can't be relied on.`,
    nextStep: 'Nothing was changed because of it. The next run reads them again.',
    details: { name, rows, total },
  });
}
