// Where styles and linesheets stand, and what a person has to look at. An issue keeps the time since it is so; it goes
// by itself when its cause goes.
import type { Instant } from '../base/dates.ts';
import type { Issue, StyleState } from '../model/standing.ts';
import type { Database } from './driver.ts';

export type SubjectKind = Issue['kind'];

export interface Standing {
  readonly kind: SubjectKind;
  readonly key: string;
  /** The number or name that a person knows it by. */
  readonly label: string;
  readonly name: string;
  readonly state: StyleState;
  readonly reasonCode: string;
  readonly reason: string;
  readonly nextStep: string;
}

export interface StandingLedger {
  /** The open issues of a kind, by key. */
  issues(kind: SubjectKind): Map<string, (Issue & { since: Instant })[]>;
  /** Makes the given issues the only ones of their subject; those that stay keep their time. */
  replaceIssues(kind: SubjectKind, key: string, issues: readonly Issue[], at: Instant): void;
  save(standings: readonly Standing[], at: Instant): void;
  /** Drops standings of a kind whose subjects no longer exist. */
  keepOnly(kind: SubjectKind, keys: ReadonlySet<string>): void;
  /** What these subjects are called, and in which state they are; those that are gone are missing. */
  named(kind: SubjectKind, keys: readonly string[]): Map<string, Pick<Standing, 'label' | 'name' | 'state'>>;
  list(kind: SubjectKind): (Standing & { since: Instant })[];
  counts(kind: SubjectKind): Map<StyleState, number>;
}

/** The standings of a ledger. */
export function standingLedger(database: Database): StandingLedger {
  const columns = `kind, key, label, name, state, reason_code AS reasonCode, reason, next_step AS nextStep, since`;
  return {
    issues(kind) {
      const byKey = new Map<string, (Issue & { since: Instant })[]>();
      const rows = database
        .prepare<Omit<Issue, 'together'> & { since: Instant; together: string | null; togetherStep: string | null }>(
          `SELECT kind, key, code, sentence, next_step AS nextStep, together, together_step AS togetherStep, since
           FROM issue WHERE kind = ? ORDER BY since, code`,
        )
        .all([kind]);
      for (const { together, togetherStep, ...row } of rows) {
        const issue = {
          ...row,
          together: together === null ? null : { sentence: together, nextStep: togetherStep ?? '' },
        };
        byKey.set(row.key, [...(byKey.get(row.key) ?? []), issue]);
      }
      return byKey;
    },
    replaceIssues(kind, key, issues, at) {
      database.transaction(() => {
        const present = database
          .prepare<{ code: string }>('SELECT code FROM issue WHERE kind = ? AND key = ?')
          .all([kind, key]);
        const wanted = new Set(issues.map(({ code }) => code));
        for (const { code } of present)
          if (!wanted.has(code))
            database.prepare('DELETE FROM issue WHERE kind = ? AND key = ? AND code = ?').run([kind, key, code]);
        for (const issue of issues)
          database
            .prepare(
              `INSERT INTO issue (kind, key, code, sentence, next_step, together, together_step, since)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (kind, key, code) DO UPDATE SET sentence = excluded.sentence, next_step = excluded.next_step,
                 together = excluded.together, together_step = excluded.together_step`,
            )
            .run([
              kind,
              key,
              issue.code,
              issue.sentence,
              issue.nextStep,
              issue.together?.sentence ?? null,
              issue.together?.nextStep ?? null,
              at,
            ]);
      });
    },
    save(standings, at) {
      const save = database.prepare(
        `INSERT INTO standing (kind, key, label, name, state, reason_code, reason, next_step, since)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (kind, key) DO UPDATE SET label = excluded.label, name = excluded.name, state = excluded.state,
           reason_code = excluded.reason_code, reason = excluded.reason, next_step = excluded.next_step,
           since = CASE WHEN state = excluded.state AND reason_code = excluded.reason_code THEN since ELSE excluded.since END
         WHERE state <> excluded.state OR reason_code <> excluded.reason_code OR reason <> excluded.reason OR next_step <> excluded.next_step
           OR label <> excluded.label OR name <> excluded.name`,
      );
      database.transaction(() => {
        for (const one of standings)
          save.run([one.kind, one.key, one.label, one.name, one.state, one.reasonCode, one.reason, one.nextStep, at]);
      });
    },
    keepOnly(kind, keys) {
      const gone = database
        .prepare<{ key: string }>('SELECT key FROM standing WHERE kind = ?')
        .all([kind])
        .filter(({ key }) => !keys.has(key));
      database.transaction(() => {
        for (const { key } of gone) {
          database.prepare('DELETE FROM standing WHERE kind = ? AND key = ?').run([kind, key]);
          database.prepare('DELETE FROM issue WHERE kind = ? AND key = ?').run([kind, key]);
        }
      });
    },
    named: (kind, keys) =>
      new Map(
        database
          .prepare<Pick<Standing, 'key' | 'label' | 'name' | 'state'>>(
            `SELECT key, label, name, state FROM standing
             WHERE kind = ? AND key IN (SELECT value FROM json_each(?))`,
          )
          .all([kind, JSON.stringify([...new Set(keys)])])
          .map(({ key, ...named }) => [key, named]),
      ),
    list: (kind) =>
      database
        .prepare<Standing & { since: Instant }>(`SELECT ${columns} FROM standing WHERE kind = ? ORDER BY label`)
        .all([kind]),
    counts: (kind) =>
      new Map(
        database
          .prepare<{ state: StyleState; n: number }>(
            'SELECT state, count(*) AS n FROM standing WHERE kind = ? GROUP BY state',
          )
          .all([kind])
          .map(({ state, n }) => [state, n]),
      ),
  };
}
