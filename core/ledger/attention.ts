// What waits for a person, one row per cause. Kept by replacing the open ones as a whole: what is no longer among them is
// resolved by itself, what stays keeps its time, and history is never lost.
import { z } from 'zod';
import { day, shiftInstant, type Instant } from '../base/dates.ts';
import type { AttentionCause, AttentionKind } from '../model/attention.ts';
import type { Database } from './driver.ts';

export interface AttentionRecord extends AttentionCause {
  readonly since: Instant;
  readonly notifiedAt: Instant | null;
  readonly resolvedAt: Instant | null;
}

export interface AttentionLedger {
  /** Makes these the only open ones. Gives whether anything changed. */
  replace(causes: readonly AttentionCause[], at: Instant): boolean;
  /** Oldest first. */
  open(): AttentionRecord[];
  /** Resolved ones, latest first. */
  history(most: number): AttentionRecord[];
  /** Notes that the person was told of these. */
  setNotified(keys: readonly string[], at: Instant): void;
  /** When the person was last told of anything, settled or not; null before the first time. */
  lastNotifiedAt(): Instant | null;
}

interface AttentionRow {
  readonly key: string;
  readonly kind: AttentionKind;
  readonly subject: string;
  readonly code: string;
  readonly title: string;
  readonly reason: string;
  readonly nextStep: string;
  readonly since: string;
  readonly notifiedAt: string | null;
  readonly resolvedAt: string | null;
}

const subjects = z.array(z.string());
const daysKept = 180;

/** The attention table of a ledger. */
export function attentionLedger(database: Database): AttentionLedger {
  const columns = `key, kind, subject, code, title, reason, next_step AS nextStep, since, notified_at AS notifiedAt,
    resolved_at AS resolvedAt`;
  const toRecord = ({ subject, ...row }: AttentionRow): AttentionRecord => ({
    ...row,
    subjects: subjects.parse(JSON.parse(subject)),
  });
  const open = () =>
    database
      .prepare<AttentionRow>(`SELECT ${columns} FROM attention WHERE resolved_at IS NULL ORDER BY since, key`)
      .all()
      .map(toRecord);
  return {
    open,
    replace(causes, at) {
      const known = new Map(open().map((one) => [one.key, one]));
      const wanted = new Set(causes.map(({ key }) => key));
      const gone = [...known.keys()].filter((key) => !wanted.has(key));
      const changed = causes.filter((cause) => {
        const before = known.get(cause.key);
        return before === undefined || textOf(before) !== textOf(cause);
      });
      if (gone.length === 0 && changed.length === 0) return false;
      database.transaction(() => {
        for (const key of gone)
          database.prepare('UPDATE attention SET resolved_at = ? WHERE key = ? AND resolved_at IS NULL').run([at, key]);
        for (const { key, kind, subjects: names, code, title, reason, nextStep } of changed)
          database
            .prepare(
              `INSERT INTO attention (key, kind, subject, code, title, reason, next_step, since)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (key) WHERE resolved_at IS NULL DO UPDATE SET kind = excluded.kind, subject = excluded.subject,
                 code = excluded.code, title = excluded.title, reason = excluded.reason, next_step = excluded.next_step`,
            )
            .run([key, kind, JSON.stringify(names), code, title, reason, nextStep, at]);
        database.prepare('DELETE FROM attention WHERE resolved_at < ?').run([shiftInstant(at, -daysKept * day)]);
      });
      return true;
    },
    history: (most) =>
      database
        .prepare<AttentionRow>(
          `SELECT ${columns} FROM attention WHERE resolved_at IS NOT NULL ORDER BY resolved_at DESC, key LIMIT ?`,
        )
        .all([most])
        .map(toRecord),
    lastNotifiedAt: () =>
      database.prepare<{ at: string | null }>('SELECT max(notified_at) AS at FROM attention').all()[0]?.at ?? null,
    setNotified(keys, at) {
      database.transaction(() => {
        for (const key of keys)
          database.prepare('UPDATE attention SET notified_at = ? WHERE key = ? AND resolved_at IS NULL').run([at, key]);
      });
    },
  };
}

function textOf({ kind, subjects: names, code, title, reason, nextStep }: AttentionCause): string {
  return JSON.stringify([kind, names, code, title, reason, nextStep]);
}
