// Stored plans: every change that a run means to make, before it makes it, and what became of it.
import type { Change, PlanPart } from '../model/plan.ts';
import type { FlowName } from '../model/standing.ts';
import type { Database } from './driver.ts';

export type PlanState = 'planned' | 'held' | 'applied' | 'moved' | 'refused' | 'unclear';

export interface PlanItem {
  readonly number: number;
  readonly key: string;
  readonly part: PlanPart;
  readonly operation: Change['operation'];
  readonly after: unknown;
  readonly basis: string;
}

export interface PlanCount {
  readonly flow: FlowName;
  readonly part: PlanPart;
  readonly operation: Change['operation'];
  readonly state: PlanState;
  readonly items: number;
}

export interface PlanLedger {
  add(runId: string, flow: FlowName, changes: readonly Change[]): void;
  /** Items that still wait, in the order planned, behind the given number. */
  waiting(runId: string, part: PlanPart, operation: Change['operation'], after: number, limit: number): PlanItem[];
  settle(runId: string, numbers: readonly number[], state: PlanState, problem?: string): void;
  counts(runId: string): PlanCount[];
  /** Keys of a part whose items are in the given state. */
  keys(runId: string, flow: FlowName, state: PlanState): Set<string>;
  /** Drops the items of all but the newest runs. */
  keepRuns(number: number): void;
}

/** The plans of a ledger. */
export function planLedger(database: Database): PlanLedger {
  return {
    add(runId, flow, changes) {
      const insert = database.prepare(
        `INSERT INTO plan_item (run_id, number, flow, key, part, operation, before, after, basis, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned')`,
      );
      database.transaction(() => {
        let number =
          database
            .prepare<{ last: number | null }>('SELECT max(number) AS last FROM plan_item WHERE run_id = ?')
            .get([runId])?.last ?? 0;
        for (const change of changes)
          insert.run([
            runId,
            (number += 1),
            flow,
            change.key,
            change.part,
            change.operation,
            change.before === null ? null : JSON.stringify(change.before),
            JSON.stringify(change.after),
            change.basis,
          ]);
      });
    },
    waiting: (runId, part, operation, after, limit) =>
      database
        .prepare<Omit<PlanItem, 'after'> & { after: string }>(
          `SELECT number, key, part, operation, after, basis FROM plan_item
           WHERE run_id = ? AND part = ? AND operation = ? AND state = 'planned' AND number > ?
           ORDER BY number LIMIT ?`,
        )
        .all([runId, part, operation, after, limit])
        .map((row) => ({ ...row, after: JSON.parse(row.after) as unknown })),
    settle(runId, numbers, state, problem) {
      const update = database.prepare('UPDATE plan_item SET state = ?, problem = ? WHERE run_id = ? AND number = ?');
      database.transaction(() => {
        for (const number of numbers) update.run([state, problem ?? null, runId, number]);
      });
    },
    counts: (runId) =>
      database
        .prepare<PlanCount>(
          `SELECT flow, part, operation, state, count(*) AS items FROM plan_item WHERE run_id = ?
           GROUP BY flow, part, operation, state`,
        )
        .all([runId]),
    keys: (runId, flow, state) =>
      new Set(
        database
          .prepare<{ key: string }>('SELECT DISTINCT key FROM plan_item WHERE run_id = ? AND flow = ? AND state = ?')
          .all([runId, flow, state])
          .map(({ key }) => key),
      ),
    keepRuns(number) {
      database
        .prepare('DELETE FROM plan_item WHERE run_id NOT IN (SELECT id FROM run ORDER BY started_at DESC LIMIT ?)')
        .run([number]);
    },
  };
}
