// The list of what a practice server was asked and what it said, in order of arrival. Bodies are kept up to a bound, and
// only the latest entries are kept, the older of them without bodies; the counts cover everything since the start (or the
// last clear).
import type { Instant } from '../../base/dates.ts';
import { pathMatcher } from './path-matcher.ts';

const entriesKept = 20_000;
const entriesWithBodies = 1_000;
const bodyKept = 16_384;

export interface LoggedRequest {
  /** Its place in this log, from 1; grows for ever. */
  readonly id: number;
  /** Its number in the run, over both servers; starts again when the fault rules are reset. */
  readonly number: number;
  readonly at: Instant;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** What the client was sent; null while it waits and when the connection was cut. */
  status: number | null;
  /** What the account itself answered; null when the request never reached it. */
  handled: number | null;
  /** Credits (JOOR) or calls (Cin7) spent so far, this request included. */
  spent: number;
  readonly fault: string | null;
  requestBody: string;
  responseBody: string;
}

export interface RequestLog {
  readonly entries: readonly LoggedRequest[];
  /** Number of requests by `METHOD /path`. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many requests concerned such a path (glob or `^` expression), of one method or of any. */
  count(path: string, method?: string): number;
  /** The entries after the one with this id. */
  since(id: number): readonly LoggedRequest[];
  clear(): void;
}

export interface WritableRequestLog extends RequestLog {
  open(
    entry: Pick<LoggedRequest, 'number' | 'at' | 'method' | 'path' | 'query' | 'fault' | 'requestBody'>,
  ): LoggedRequest;
}

/** An empty log. */
export function createRequestLog(): WritableRequestLog {
  let entries: LoggedRequest[] = [];
  let counts = new Map<string, number>();
  let lastId = 0;
  return {
    get entries() {
      return entries;
    },
    get counts() {
      return Object.fromEntries(counts);
    },
    count(path, method) {
      const matches = pathMatcher(path);
      let total = 0;
      for (const [key, number] of counts) {
        const space = key.indexOf(' ');
        const isMethod = method === undefined || key.slice(0, space) === method.toUpperCase();
        if (isMethod && matches(key.slice(space + 1))) total += number;
      }
      return total;
    },
    since: (id) => entries.filter((entry) => entry.id > id),
    clear() {
      entries = [];
      counts = new Map();
    },
    open(begun) {
      lastId += 1;
      const entry: LoggedRequest = {
        id: lastId,
        ...begun,
        requestBody: bounded(begun.requestBody),
        status: null,
        handled: null,
        spent: 0,
        responseBody: '',
      };
      entries.push(entry);
      const faded = entries[entries.length - 1 - entriesWithBodies];
      if (faded !== undefined) {
        faded.requestBody = '';
        faded.responseBody = '';
      }
      // Dropped in bulk, since shortening an array at its head costs its whole length.
      if (entries.length > entriesKept * 1.25) entries = entries.slice(-entriesKept);
      const key = `${entry.method} ${entry.path}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return entry;
    },
  };
}

/** A text cut to what the log keeps, with a word about what is missing. */
export function bounded(text: string): string {
  return text.length <= bodyKept ? text : `${text.slice(0, bodyKept)}… (${text.length} characters)`;
}
