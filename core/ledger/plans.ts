// Stored plans: every change that a run means to make, before it makes it, and what became of it.
import type { Instant } from '../base/dates.ts';
import { isRecord } from '../base/guards.ts';
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
  readonly target: string;
}

/** An item as it is shown: with what stood there before. */
export interface PlannedItem {
  readonly key: string;
  readonly part: PlanPart;
  readonly operation: Change['operation'];
  readonly before: unknown;
  readonly after: unknown;
  readonly state: PlanState;
  /** Why it is held or was refused; null when nothing is wrong. */
  readonly problem: string | null;
}

/** What became of a style's changes in one run, part by part. */
export interface PlannedInRun {
  readonly runId: string;
  readonly endedAt: Instant;
  readonly part: PlanPart;
  readonly operation: Change['operation'];
  readonly state: PlanState;
  readonly items: number;
  readonly problem: string | null;
}

export interface PlanCount {
  readonly flow: FlowName;
  readonly part: PlanPart;
  readonly operation: Change['operation'];
  readonly state: PlanState;
  readonly items: number;
}

export interface PlanSize {
  readonly flow: FlowName;
  readonly part: PlanPart;
  readonly operation: Change['operation'];
  readonly state: PlanState;
  /** SKUs and prices, not the styles that carry them. */
  readonly things: number;
}

export interface PlanLedger {
  add(runId: string, flow: FlowName, changes: readonly Change[], state?: 'planned' | 'held'): void;
  /** Items that still wait, in the order planned, behind the given number. */
  waiting(runId: string, part: PlanPart, operation: Change['operation'], after: number, limit: number): PlanItem[];
  settle(runId: string, numbers: readonly number[], state: PlanState, problem?: string): void;
  /** True when nothing of this part of this subject waits any more in this run. */
  isPartDone(runId: string, key: string, part: PlanPart): boolean;
  /** Takes back what was planned for a subject, because it is planned anew. */
  withdraw(runId: string, keys: readonly string[]): void;
  /** The number of a run's last item; 0 for none. */
  last(runId: string): number;
  /** Of the items behind `after`, up to `to`: those that no item of the other run's plan equals are put aside as moved. */
  withhold(runId: string, flow: FlowName, unlessIn: string, after: number, to: number, problem: string): void;
  /** The same range of a plan: how many things it holds, and how many of them the other run didn't plan in the same way. */
  unlike(runId: string, flow: FlowName, other: string, after: number, to: number): { things: number; unlike: number };
  /** Holds what was planned for a subject. */
  hold(runId: string, keys: readonly string[], problem: string): void;
  /** Remembers that JOOR refused this content, so that it isn't sent again as it is. */
  refuse(key: string, part: PlanPart, target: string, words: string, at: Instant): void;
  /** Refused contents by subject and part. */
  refusals(): Map<string, { readonly target: string; readonly words: string }>;
  counts(runId: string): PlanCount[];
  /** The same by part and operation, counted in what one call carries: SKUs and prices, not styles. */
  sizes(runId: string): PlanSize[];
  /** Everything that a run planned for a subject, in the order planned; what stood there before included. */
  ofSubject(runId: string, key: string): PlannedItem[];
  /** Items of a run that weren't applied, behind the given number, with their numbers. */
  open(runId: string, after: number, limit: number): (PlannedItem & { readonly number: number })[];
  /** How many subjects have something that is held. */
  heldSubjects(runId: string): number;
  /** What the latest ended syncs did about a subject, latest first, and about the linesheets that it joined or left. */
  history(key: string): PlannedInRun[];
  /** All items of a part, for parts that have few (linesheets). */
  ofPart(runId: string, part: PlanPart): PlannedItem[];
  /** Keys of a flow with the operations planned for each, those that change most parts first. */
  subjects(
    runId: string,
    flow: FlowName,
    most: number,
  ): { key: string; operation: Change['operation']; isHeld: boolean }[];
  /** Keys of a part whose items are in the given state. */
  keys(runId: string, flow: FlowName, state: PlanState): Set<string>;
  /** Drops at most that many items of all but the newest runs; gives how many it dropped. */
  dropOld(runsKept: number, most: number): number;
}

/** Names a refusal in the map of refusals. */
export function refusalKey(key: string, part: PlanPart): string {
  return `${part} ${key}`;
}

/** The plans of a ledger. */
export function planLedger(database: Database): PlanLedger {
  return {
    add(runId, flow, changes, state = 'planned') {
      const insert = database.prepare(
        `INSERT INTO plan_item (run_id, number, flow, key, part, operation, before, after, basis, target, state, things)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
            change.target,
            state,
            thingsIn(change.after),
          ]);
      });
    },
    waiting: (runId, part, operation, after, limit) =>
      database
        .prepare<Omit<PlanItem, 'after'> & { after: string }>(
          `SELECT number, key, part, operation, after, basis, target FROM plan_item
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
    isPartDone: (runId, key, part) =>
      database
        .prepare<{ n: number }>(
          "SELECT count(*) AS n FROM plan_item WHERE run_id = ? AND key = ? AND part = ? AND state <> 'applied'",
        )
        .get([runId, key, part])?.n === 0,
    withdraw(runId, keys) {
      database
        .prepare('DELETE FROM plan_item WHERE run_id = ? AND key IN (SELECT value FROM json_each(?))')
        .run([runId, JSON.stringify(keys)]);
    },
    last: (runId) =>
      database
        .prepare<{ last: number | null }>('SELECT max(number) AS last FROM plan_item WHERE run_id = ?')
        .get([runId])?.last ?? 0,
    withhold(runId, flow, unlessIn, after, to, problem) {
      database
        .prepare(
          `UPDATE plan_item SET state = 'moved', problem = :problem
           WHERE run_id = :runId AND number > :after AND number <= :to AND flow = :flow AND state = 'planned'
             AND NOT ${equalIn(':unlessIn', "AND e.state = 'planned'")}`,
        )
        .run({ runId, flow, unlessIn, after, to, problem });
    },
    unlike(runId, flow, other, after, to) {
      const row = database
        .prepare<{ things: number | null; unlike: number | null }>(
          `SELECT sum(things) AS things, sum(CASE WHEN ${equalIn(':other', '')} THEN 0 ELSE things END) AS unlike
           FROM plan_item
           WHERE run_id = :runId AND number > :after AND number <= :to AND flow = :flow AND state = 'planned'`,
        )
        .get({ runId, flow, other, after, to });
      return { things: row?.things ?? 0, unlike: row?.unlike ?? 0 };
    },
    hold(runId, keys, problem) {
      database
        .prepare(
          `UPDATE plan_item SET state = 'held', problem = ? WHERE run_id = ? AND state = 'planned'
           AND key IN (SELECT value FROM json_each(?))`,
        )
        .run([problem, runId, JSON.stringify(keys)]);
    },
    refuse(key, part, target, words, at) {
      database
        .prepare(
          `INSERT INTO refusal (key, part, target, words, at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (key, part) DO UPDATE SET target = excluded.target, words = excluded.words, at = excluded.at`,
        )
        .run([key, part, target, words, at]);
    },
    refusals: () =>
      new Map(
        database
          .prepare<{ key: string; part: PlanPart; target: string; words: string }>('SELECT * FROM refusal')
          .all()
          .map(({ key, part, target, words }) => [refusalKey(key, part), { target, words }]),
      ),
    counts: (runId) =>
      database
        .prepare<PlanCount>(
          `SELECT flow, part, operation, state, count(*) AS items FROM plan_item WHERE run_id = ?
           GROUP BY flow, part, operation, state`,
        )
        .all([runId]),
    sizes: (runId) =>
      database
        .prepare<PlanSize>(
          `SELECT flow, part, operation, state, sum(things) AS things FROM plan_item WHERE run_id = ?
           GROUP BY flow, part, operation, state`,
        )
        .all([runId]),
    ofSubject: (runId, key) =>
      database.prepare<ItemRow>(`${items} WHERE run_id = ? AND key = ? ORDER BY number`).all([runId, key]).map(toItem),
    open: (runId, after, limit) =>
      database
        .prepare<ItemRow & { number: number }>(
          `SELECT number, key, part, operation, before, after, state, problem FROM plan_item
           WHERE run_id = ? AND number > ? AND state <> 'applied' ORDER BY number LIMIT ?`,
        )
        .all([runId, after, limit])
        .map(({ number, ...row }) => ({ number, ...toItem(row) })),
    heldSubjects: (runId) =>
      database
        .prepare<{ n: number }>(
          `SELECT count(DISTINCT key) AS n FROM plan_item
           WHERE run_id = ? AND part <> 'order' AND state IN ('held', 'refused')`,
        )
        .get([runId])?.n ?? 0,
    history: (key) =>
      database
        .prepare<PlannedInRun>(
          `SELECT r.id AS runId, r.ended_at AS endedAt, p.part, p.operation, p.state, count(*) AS items,
             max(p.problem) AS problem
           FROM run r JOIN plan_item p ON p.run_id = r.id
           WHERE r.kind = 'sync' AND r.ended_at IS NOT NULL AND (p.key = :key OR (p.part = 'linesheet' AND EXISTS (
             SELECT 1 FROM json_each(json_array(json_extract(p.after, '$.add'), json_extract(p.after, '$.remove'))) l,
               json_each(l.value) m WHERE json_extract(m.value, '$.styleKey') = :key)))
           GROUP BY r.id, p.part, p.operation, p.state
           ORDER BY r.started_at DESC, min(p.number)`,
        )
        .all({ key }),
    ofPart: (runId, part) =>
      database
        .prepare<ItemRow>(`${items} WHERE run_id = ? AND part = ? ORDER BY number`)
        .all([runId, part])
        .map(toItem),
    subjects: (runId, flow, most) =>
      database
        .prepare<{ key: string; isNew: number; isHeld: number }>(
          `SELECT key, max(part = 'product' AND operation = 'create') AS isNew, max(state = 'held') AS isHeld
           FROM plan_item WHERE run_id = ? AND flow = ? GROUP BY key
           ORDER BY count(DISTINCT part) DESC, key LIMIT ?`,
        )
        .all([runId, flow, most])
        .map(({ key, isNew, isHeld }) => ({ key, operation: isNew === 1 ? 'create' : 'update', isHeld: isHeld === 1 })),
    keys: (runId, flow, state) =>
      new Set(
        database
          .prepare<{ key: string }>('SELECT DISTINCT key FROM plan_item WHERE run_id = ? AND flow = ? AND state = ?')
          .all([runId, flow, state])
          .map(({ key }) => key),
      ),
    dropOld: (runsKept, most) =>
      database
        .prepare(
          `DELETE FROM plan_item WHERE rowid IN (
             SELECT i.rowid FROM run r JOIN plan_item i ON i.run_id = r.id
             WHERE r.id NOT IN (SELECT id FROM run ORDER BY started_at DESC LIMIT ?) LIMIT ?)`,
        )
        .run([runsKept, most]).changes,
  };
}

/** How many of what one call carries: SKUs and prices, not the style that carries them. */
function thingsIn(after: unknown): number {
  if (!isRecord(after)) return 1;
  const list = after['skus'] ?? after['prices'];
  return Array.isArray(list) ? list.length : 1;
}

interface ItemRow extends Omit<PlannedItem, 'before' | 'after'> {
  readonly before: string | null;
  readonly after: string;
}

/** An item of another run's plan that makes the same of the same. */
const equalIn = (runId: string, condition: string) =>
  `EXISTS (SELECT 1 FROM plan_item e WHERE e.run_id = ${runId} AND e.key = plan_item.key AND e.part = plan_item.part
     AND e.operation = plan_item.operation AND e.basis = plan_item.basis AND e.after = plan_item.after ${condition})`;

const items = 'SELECT key, part, operation, before, after, state, problem FROM plan_item';

function toItem({ before, after, ...row }: ItemRow): PlannedItem {
  return {
    ...row,
    before: before === null ? null : (JSON.parse(before) as unknown),
    after: JSON.parse(after) as unknown,
  };
}
