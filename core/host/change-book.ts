// The changes of a run as screens list them: read once in slices, kept while they hold, opened under any filter. The plan of a
// run that has ended only changes when another run does, so that number is part of what a reading is known by.
import { startSlices } from '../base/slices.ts';
import { latestComparison } from '../commands/plan/latest.ts';
import { missingPrices, orderChanges, readChanges, startReading, type Change } from '../commands/plan/changes.ts';
import type { QueryInput, QueryOutput } from '../contract/queries.ts';
import { changeParts, type ChangePart, type ChangeRow } from '../contract/styles.ts';
import type { LedgerReader } from './ledger-reader.ts';
import type { OpenLists } from './open-lists.ts';

export interface ChangeBook {
  open(query: QueryInput<'changes.open'>): Promise<QueryOutput<'changes.open'>>;
  /** Rows by ids, in that order; those of a reading that isn't kept any more are missing. */
  rows(ids: readonly string[]): ChangeRow[];
  /** All changes of a run's plan, for a file. */
  rowsOf(runId: string): Promise<ChangeRow[]>;
}

interface Reading {
  readonly comparedAt: string | null;
  readonly rows: readonly ChangeRow[];
}

/** The dry run's and the latest comparison's, and one more that is being replaced. */
const mostKept = 3;

/** A book over a reader's ledger. */
export function changeBook(reader: LedgerReader, lists: OpenLists): ChangeBook {
  const readings = new Map<string, Promise<Reading>>();
  let serial = 0;

  const reading = (asked: string | null): Promise<Reading> => {
    const found = reader.read(
      (ledger) => ({
        of: asked === null ? latestComparison(ledger) : { runId: asked, comparedAt: null },
        rev: revOf(),
      }),
      () => ({ of: null, rev: 0 }),
    );
    const key = `${asked === null ? 'latest' : 'plan'} ${found.of?.runId ?? ''} ${found.rev}`;
    const known = readings.get(key);
    if (known !== undefined) return known;
    serial += 1;
    const fresh = readAll(reader, asked, found.of, serial).catch((error: unknown) => {
      readings.delete(key);
      throw error;
    });
    readings.set(key, fresh);
    const [oldest] = readings.keys();
    if (readings.size > mostKept && oldest !== undefined) readings.delete(oldest);
    return fresh;
  };
  const revOf = () => reader.ledger()?.changes.numbers().runs ?? 0;
  const kept = new Map<string, readonly ChangeRow[]>();

  return {
    async open({ runId, parts, isHeldOnly, search, sort }) {
      const { rows, comparedAt } = await reading(runId);
      keep(kept, rows);
      const text = search.trim().toLowerCase();
      const fits = ({ subject, name, field, state }: ChangeRow) =>
        (!isHeldOnly || state !== 'to-send') &&
        (text === '' || [subject, name, field].some((each) => each.toLowerCase().includes(text)));
      const fitting = rows.filter(fits);
      const shown = parts.length === 0 ? fitting : fitting.filter(({ part }) => parts.includes(part));
      const ordered = sort === null ? shown : sorted(shown, sort);
      const ids = ordered.map(({ id }) => id);
      return {
        queryId: lists.remember('changes', ids),
        rev: revOf(),
        total: ids.length,
        counts: tally(fitting),
        held: shown.filter(({ state }) => state !== 'to-send').length,
        subjects: new Set(shown.map(({ subject }) => subject)).size,
        comparedAt,
        ids,
      };
    },
    rows: (ids) =>
      ids.flatMap((id) => {
        const [of = '', place] = id.split('.');
        return kept.get(of)?.[Number(place)] ?? [];
      }),
    rowsOf: async (runId) => [...(await reading(runId)).rows],
  };
}

/** Rows are found again by the reading that their ids begin with. */
function keep(kept: Map<string, readonly ChangeRow[]>, rows: readonly ChangeRow[]): void {
  const [of] = rows[0]?.id.split('.') ?? [];
  if (of === undefined) return;
  kept.set(of, rows);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

async function readAll(
  reader: LedgerReader,
  asked: string | null,
  of: { readonly runId: string; readonly comparedAt: string | null } | null,
  serial: number,
): Promise<Reading> {
  const changes: Change[] = [];
  const slices = startSlices();
  if (of !== null) {
    // A run that ends meanwhile makes the reader open its ledger anew: each portion takes the one that is open then.
    let at = startReading(of.runId);
    while (!at.isDone) {
      const portion = reader.read(
        (ledger, settings) => readChanges(ledger, settings, at),
        () => ({ changes: [], next: { ...at, isDone: true } }),
      );
      changes.push(...portion.changes);
      at = portion.next;
      if (slices.due()) await slices.rest();
    }
    changes.push(
      ...reader.read(
        (ledger, settings) => (asked === null ? missingPrices(ledger, settings) : orderChanges(ledger)),
        () => [],
      ),
    );
  }
  const rank = new Map(changeParts.map((part, index) => [part, index]));
  const rows = changes
    .map((change, index) => ({ change, index, by: change.subject.toLowerCase() }))
    .sort(
      (one, other) =>
        (one.by < other.by ? -1 : one.by > other.by ? 1 : 0) ||
        (rank.get(one.change.part) ?? 0) - (rank.get(other.change.part) ?? 0) ||
        one.index - other.index,
    )
    .map(({ change }, index) => ({ id: `${serial}.${index}`, ...change }));
  return { comparedAt: of?.comparedAt ?? null, rows };
}

function tally(rows: readonly ChangeRow[]): Partial<Record<ChangePart, number>> {
  const counts: Partial<Record<ChangePart, number>> = {};
  for (const { part } of rows) counts[part] = (counts[part] ?? 0) + 1;
  return counts;
}

function sorted(
  rows: readonly ChangeRow[],
  { column, isDescending }: NonNullable<QueryInput<'changes.open'>['sort']>,
): ChangeRow[] {
  const ordered = rows
    .map((row) => ({ row, by: row[column].toLowerCase() }))
    .sort((one, other) => (one.by < other.by ? -1 : one.by > other.by ? 1 : 0))
    .map(({ row }) => row);
  return isDescending ? ordered.reverse() : ordered;
}
