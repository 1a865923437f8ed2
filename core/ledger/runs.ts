// Runs, and what has to be remembered between them: how far each list was read, the budgets' state, requests made.
import { day, shiftInstant, type Instant } from '../base/dates.ts';
import type { Database } from './driver.ts';

export interface ReadMark {
  readonly resource: string;
  /** The server's clock as the last scan began (RUN-2). */
  readonly mark: Instant;
  /** When the last complete full scan began; null when there was none. */
  readonly fullAt: Instant | null;
  readonly rows: number;
  readonly total: number;
}

export interface RunRecord {
  readonly id: string;
  readonly kind: string;
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly outcome: string | null;
  readonly report: string | null;
}

export interface RequestRecord {
  readonly api: string;
  readonly operation: string;
  readonly method: string;
  readonly address: string;
  readonly startedAt: Instant;
  readonly milliseconds: number;
  readonly attempt: number;
  /** What it was about: an order's id. */
  readonly about?: string;
  readonly cost: number;
  readonly status: number | null;
  readonly outcome: string;
  readonly request: string;
  readonly response: string;
}

export interface RunLedger {
  start(run: { id: string; kind: string; startedBy: string; startedAt: Instant }): void;
  end(id: string, outcome: string, report: unknown, at: Instant): void;
  /** Runs that never ended: the process died. Marks them so, and gives how many there were. */
  closeBroken(at: Instant): number;
  latest(): RunRecord | null;
  get(id: string): RunRecord | null;
  /** The latest run of a kind that has its report. */
  latestOf(kind: string): RunRecord | null;
  /** Runs that started at or after an instant, oldest first. */
  since(instant: Instant): RunRecord[];
  /** Ended runs with a report that started before an instant (null: all), latest first. */
  page(before: Instant | null, most: number): RunRecord[];
  lastSuccess(): RunRecord | null;
  mark(resource: string): ReadMark | null;
  setMark(mark: ReadMark): void;
  budget(api: string): unknown;
  setBudget(api: string, state: unknown): void;
  addRequest(request: RequestRecord, runId: string | null): void;
  /** The requests about one thing, newest first, at most that many. */
  requestsAbout(about: string, limit: number): (RequestRecord & { readonly id: number })[];
  /** The latest requests of all, newest first, at most that many; without what was sent. */
  latestRequests(limit: number): Omit<RequestRecord, 'request' | 'about'>[];
  /** Calls and credits of a run, by API: what was asked and what it cost, free requests not counted. */
  usage(runId: string): Map<string, { requests: number; cost: number; writes: number }>;
  dropRequests(olderThanDays: number, now: Instant): void;
  decision(kind: string, key: string): string | null;
  /** A decision with who took it and when. */
  decisionOf(kind: string, key: string): { readonly value: string; readonly who: string; readonly at: Instant } | null;
  /** Takes a decision back. */
  undecide(kind: string, key: string): void;
  decide(kind: string, key: string, value: string, who: string, at: Instant): void;
}

/** The runs of a ledger. */
export function runLedger(database: Database): RunLedger {
  const columns = 'id, kind, started_by AS startedBy, started_at AS startedAt, ended_at AS endedAt, outcome, report';
  return {
    start: ({ id, kind, startedBy, startedAt }) =>
      void database
        .prepare('INSERT INTO run (id, kind, started_by, started_at) VALUES (?, ?, ?, ?)')
        .run([id, kind, startedBy, startedAt]),
    end: (id, outcome, report, at) =>
      void database
        .prepare('UPDATE run SET ended_at = ?, outcome = ?, report = ? WHERE id = ?')
        .run([at, outcome, JSON.stringify(report), id]),
    closeBroken: (at) =>
      database.prepare("UPDATE run SET ended_at = ?, outcome = 'broken' WHERE ended_at IS NULL").run([at]).changes,
    latest: () =>
      database.prepare<RunRecord>(`SELECT ${columns} FROM run ORDER BY started_at DESC, rowid DESC LIMIT 1`).get() ??
      null,
    get: (id) => database.prepare<RunRecord>(`SELECT ${columns} FROM run WHERE id = ?`).get([id]) ?? null,
    latestOf: (kind) =>
      database
        .prepare<RunRecord>(
          `SELECT ${columns} FROM run WHERE kind = ? AND report IS NOT NULL ORDER BY started_at DESC, rowid DESC LIMIT 1`,
        )
        .get([kind]) ?? null,
    since: (instant) =>
      database
        .prepare<RunRecord>(`SELECT ${columns} FROM run WHERE started_at >= ? ORDER BY started_at, rowid`)
        .all([instant]),
    page: (before, most) =>
      database
        .prepare<RunRecord>(
          `SELECT ${columns} FROM run WHERE report IS NOT NULL AND started_at < ? ORDER BY started_at DESC, rowid DESC LIMIT ?`,
        )
        .all([before ?? '9', most]),
    lastSuccess: () =>
      database
        .prepare<RunRecord>(
          `SELECT ${columns} FROM run WHERE outcome IN ('good', 'needs-you') AND kind = 'sync'
           ORDER BY started_at DESC, rowid DESC LIMIT 1`,
        )
        .get() ?? null,
    mark: (resource) =>
      database
        .prepare<ReadMark>('SELECT resource, mark, full_at AS fullAt, rows, total FROM read_mark WHERE resource = ?')
        .get([resource]) ?? null,
    setMark: ({ resource, mark, fullAt, rows, total }) =>
      void database
        .prepare(
          `INSERT INTO read_mark (resource, mark, full_at, rows, total) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (resource) DO UPDATE SET mark = excluded.mark, full_at = excluded.full_at,
             rows = excluded.rows, total = excluded.total`,
        )
        .run([resource, mark, fullAt, rows, total]),
    budget(api) {
      const row = database.prepare<{ state: string }>('SELECT state FROM budget WHERE api = ?').get([api]);
      return row === undefined ? undefined : (JSON.parse(row.state) as unknown);
    },
    setBudget: (api, state) =>
      void database
        .prepare('INSERT INTO budget (api, state) VALUES (?, ?) ON CONFLICT (api) DO UPDATE SET state = excluded.state')
        .run([api, JSON.stringify(state)]),
    addRequest: (request, runId) =>
      void database
        .prepare(
          `INSERT INTO request (run_id, api, operation, method, address, started_at, milliseconds, attempt, cost, status,
             outcome, request, response, about) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run([
          runId,
          request.api,
          request.operation,
          request.method,
          request.address,
          request.startedAt,
          Math.round(request.milliseconds),
          request.attempt,
          request.cost,
          request.status,
          request.outcome,
          request.request,
          request.response,
          request.about ?? null,
        ]),
    requestsAbout: (about, limit) =>
      database
        .prepare<RequestRecord & { id: number }>(
          `SELECT id, api, operation, method, address, started_at AS startedAt, milliseconds, attempt, cost, status, outcome,
             request, response FROM request WHERE about = ? ORDER BY id DESC LIMIT ?`,
        )
        .all([about, limit]),
    latestRequests: (limit) =>
      database
        .prepare<Omit<RequestRecord, 'request' | 'about'>>(
          `SELECT api, operation, method, address, started_at AS startedAt, milliseconds, attempt, cost, status, outcome,
             response FROM request ORDER BY id DESC LIMIT ?`,
        )
        .all([limit]),
    usage: (runId) =>
      new Map(
        database
          .prepare<{ api: string; requests: number; cost: number; writes: number }>(
            `SELECT api, count(*) AS requests, sum(cost) AS cost, sum(method <> 'GET') AS writes
             FROM request WHERE run_id = ? AND cost > 0 GROUP BY api`,
          )
          .all([runId])
          .map(({ api, ...usage }) => [api, usage]),
      ),
    dropRequests: (olderThanDays, now) =>
      void database.prepare('DELETE FROM request WHERE started_at < ?').run([shiftInstant(now, -olderThanDays * day)]),
    decision: (kind, key) =>
      database.prepare<{ value: string }>('SELECT value FROM decision WHERE kind = ? AND key = ?').get([kind, key])
        ?.value ?? null,
    decisionOf: (kind, key) =>
      database
        .prepare<{ value: string; who: string; at: Instant }>(
          'SELECT value, who, at FROM decision WHERE kind = ? AND key = ?',
        )
        .get([kind, key]) ?? null,
    undecide: (kind, key) => void database.prepare('DELETE FROM decision WHERE kind = ? AND key = ?').run([kind, key]),
    decide: (kind, key, value, who, at) =>
      void database
        .prepare(
          `INSERT INTO decision (kind, key, value, who, at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, who = excluded.who, at = excluded.at`,
        )
        .run([kind, key, value, who, at]),
  };
}
