// What happened, as a person looks through it: runs by what came of them, what one of them changed, what it asked the
// accounts. Reads what runs left behind (run, plan_item, request); writes nothing.
import type { Instant } from '../base/dates.ts';
import type { PlanPart, Change } from '../model/plan.ts';
import type { Database } from './driver.ts';
import type { PlanState } from './plans.ts';
import type { RequestRecord, RunRecord } from './runs.ts';

export interface ToldRun {
  readonly id: string;
  readonly kind: string;
  readonly outcome: string;
  /** True when it wrote something; a rehearsal never does. */
  readonly isChanged: boolean;
}

/** What a run did to one part of one subject. */
export interface RunChange {
  readonly flow: string;
  /** The style's key, or the linesheet's name. */
  readonly key: string;
  /** The style's number and name; both null where the key says it. */
  readonly number: string | null;
  readonly name: string | null;
  readonly part: PlanPart;
  readonly operation: Change['operation'];
  readonly state: PlanState;
  readonly problem: string | null;
  /** SKUs, prices and stock numbers, not the styles that carry them. */
  readonly things: number;
}

/** An order that a run sent something for. */
export interface RunOrder {
  readonly orderId: string;
  readonly retailer: string;
  readonly saleNumber: string | null;
}

export interface RequestHead extends Omit<RequestRecord, 'request' | 'response' | 'about' | 'cost' | 'attempt'> {
  readonly id: number;
}

export interface ActivityLedger {
  /**
   * Ended runs that fit a text, latest first, at most that many: in their own words, by the number or name of a style that
   * they changed, by an order that they asked about. An empty text fits all.
   */
  runs(text: string, most: number): ToldRun[];
  /** Runs by their ids, latest first. */
  records(ids: readonly string[]): RunRecord[];
  changes(runId: string): RunChange[];
  orders(runId: string): RunOrder[];
  /** Requests of a run before a number (null: from the last), latest first. */
  requests(runId: string, before: number | null, most: number): RequestHead[];
  /** What was sent and answered, without secrets; null when it isn't kept any more. */
  request(id: number): { readonly request: string; readonly response: string; readonly startedAt: Instant } | null;
}

/** The activity of a ledger. */
export function activityLedger(database: Database): ActivityLedger {
  return {
    runs(text, most) {
      const wanted = text.trim().toLowerCase();
      return database
        .prepare<Omit<ToldRun, 'isChanged'> & { isChanged: number }>(
          `WITH fit (run_id) AS (
             SELECT run_id FROM plan_item WHERE :text <> '' AND state = 'applied' AND (instr(lower(key), :text) > 0 OR key IN (
               SELECT key FROM standing WHERE kind = 'style' AND instr(lower(label || ' ' || name), :text) > 0))
             UNION SELECT run_id FROM request WHERE about = :text)
           SELECT id, kind, outcome, EXISTS (SELECT 1 FROM json_each(report, '$.flows')
             WHERE json_extract(value, '$.changed') > 0 AND NOT coalesce(json_extract(value, '$.isRehearsal'), 0)) AS isChanged
           FROM run WHERE report IS NOT NULL AND (:text = '' OR id IN (SELECT run_id FROM fit)
             OR instr(lower(started_by || ' ' || kind || ' ' || outcome || ' '
               || coalesce(json_extract(report, '$.error.sentence'), '') || ' ' || json_extract(report, '$.notes')), :text) > 0)
           ORDER BY started_at DESC, run.rowid DESC LIMIT :most`,
        )
        .all({ text: wanted, most })
        .map((row) => ({ ...row, isChanged: row.kind === 'sync' && row.isChanged === 1 }));
    },
    records: (ids) =>
      database
        .prepare<RunRecord>(
          `SELECT id, kind, started_by AS startedBy, started_at AS startedAt, ended_at AS endedAt, outcome, report FROM run
           WHERE id IN (SELECT value FROM json_each(?)) ORDER BY started_at DESC, rowid DESC`,
        )
        .all([JSON.stringify(ids)]),
    changes: (runId) =>
      database
        .prepare<RunChange>(
          `SELECT i.flow, i.key, s.label AS number, s.name, i.part, i.operation, i.state, max(i.problem) AS problem,
             sum(CASE i.part WHEN 'skus' THEN json_array_length(i.after, '$.skus')
               WHEN 'prices' THEN json_array_length(i.after, '$.prices') ELSE 1 END) AS things
           FROM plan_item i LEFT JOIN standing s ON s.kind = 'style' AND s.key = i.key
           WHERE i.run_id = ? GROUP BY i.key, i.part, i.operation, i.state ORDER BY min(i.number)`,
        )
        .all([runId]),
    orders: (runId) =>
      database
        .prepare<RunOrder>(
          `SELECT o.id AS orderId, o.customer_name AS retailer, o.sale_number AS saleNumber FROM joor_order o
           WHERE o.id IN (SELECT about FROM request WHERE run_id = ? AND about IS NOT NULL AND method <> 'GET') ORDER BY o.id`,
        )
        .all([runId]),
    requests: (runId, before, most) =>
      database
        .prepare<RequestHead>(
          `SELECT id, api, operation, method, address, started_at AS startedAt, milliseconds, status, outcome FROM request
           WHERE run_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
        )
        .all([runId, before ?? Number.MAX_SAFE_INTEGER, most]),
    request: (id) =>
      database
        .prepare<{ request: string; response: string; startedAt: Instant }>(
          'SELECT request, response, started_at AS startedAt FROM request WHERE id = ?',
        )
        .get([id]) ?? null,
  };
}
