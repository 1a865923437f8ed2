// When the next run is due, as a wall-clock instant that outlives the process, and the time that was slept through (RUN-8).
import { day, shiftInstant, type Instant } from '../base/dates.ts';
import type { Database } from './driver.ts';

export interface ScheduleState {
  /** Null before the first run was planned. */
  readonly dueAt: Instant | null;
  /** When the schedule was last looked at: a gap since then was slept through. */
  readonly seenAt: Instant;
  /** Runs in a row that didn't finish. */
  readonly tries: number;
}

export interface Sleep {
  readonly from: Instant;
  readonly to: Instant;
  /** Due runs that it swallowed. */
  readonly missed: number;
}

export interface ScheduleLedger {
  load(): ScheduleState | null;
  save(state: ScheduleState): void;
  addSleep(sleep: Sleep): void;
  /** Sleeps that ended since then, oldest first. */
  sleeps(since: Instant): Sleep[];
}

const daysKept = 30;

/** The schedule of a ledger. */
export function scheduleLedger(database: Database): ScheduleLedger {
  return {
    load: () =>
      database
        .prepare<ScheduleState>('SELECT due_at AS dueAt, seen_at AS seenAt, tries FROM schedule WHERE only = 1')
        .get() ?? null,
    save: ({ dueAt, seenAt, tries }) =>
      void database
        .prepare(
          `INSERT INTO schedule (only, due_at, seen_at, tries) VALUES (1, ?, ?, ?)
           ON CONFLICT (only) DO UPDATE SET due_at = excluded.due_at, seen_at = excluded.seen_at, tries = excluded.tries`,
        )
        .run([dueAt, seenAt, tries]),
    addSleep({ from, to, missed }) {
      database.transaction(() => {
        database
          .prepare(
            'INSERT INTO sleep (slept_from, slept_to, missed) VALUES (?, ?, ?) ON CONFLICT (slept_from) DO NOTHING',
          )
          .run([from, to, missed]);
        database.prepare('DELETE FROM sleep WHERE slept_to < ?').run([shiftInstant(to, -daysKept * day)]);
      });
    },
    sleeps: (since) =>
      database
        .prepare<Sleep>(
          'SELECT slept_from AS "from", slept_to AS "to", missed FROM sleep WHERE slept_to >= ? ORDER BY slept_from',
        )
        .all([since]),
  };
}
