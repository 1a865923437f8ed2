// Reads one of Cin7 Core's lists into the mirror: what changed since the last scan with an overlap, or all of it once a
// day (RUN-2). The mark moves only when every announced row arrived and is saved.
import { day, minute, shiftInstant, type Instant } from '../base/dates.ts';
import { SeamlineError } from '../base/errors.ts';
import { inSlices } from '../base/slices.ts';
import { grouped } from '../base/text.ts';
import type { Visit } from '../cin7/client.ts';
import type { ScanEvidence } from '../cin7/paging.ts';
import { nowOf, type FlowContext } from './context.ts';

/** Edits that a list shows late are caught by reading this much again. */
const overlap = 45 * minute;
const fullEvery = day;
const triesToBeComplete = 3;
const rowsPerSave = 150;

export interface MirroredList<Row> {
  readonly resource: string;
  readonly scan: (since: Instant | null, visit: Visit<Row>) => Promise<ScanEvidence>;
  readonly save: (rows: readonly Row[]) => void;
  /** Called after a complete full pass: what didn't come is absent once more. */
  readonly countAbsent: () => number;
}

/**
 * Brings the mirror of a list up to date and hands in the evidence.
 * Throws `incomplete-read` when rows kept moving between pages.
 */
export async function readIntoMirror<Row>(context: FlowContext, list: MirroredList<Row>): Promise<void> {
  const { ledger, listener, reads } = context;
  const mark = ledger.runs.mark(list.resource);
  const lastFull = mark?.fullAt ?? null;
  const isFull = context.isFullPass || lastFull === null || shiftInstant(lastFull, fullEvery) <= nowOf(context);
  const since = isFull || mark === null ? null : shiftInstant(mark.mark, -overlap);

  for (let attempt = 1; ; attempt += 1) {
    listener.begin('read-cin7', list.resource, null);
    const evidence = await list.scan(since, async (rows, received, total) => {
      await inSlices(rows, rowsPerSave, list.save);
      listener.advance(received, total);
    });
    if (!evidence.isComplete && attempt < triesToBeComplete) continue;
    if (!evidence.isComplete) throw incompleteRead(list.resource, evidence);
    if (isFull) list.countAbsent();
    if (evidence.startedAt !== null)
      ledger.runs.setMark({
        resource: list.resource,
        mark: evidence.startedAt,
        fullAt: isFull ? nowOf(context) : lastFull,
        rows: evidence.rows,
        total: evidence.total,
      });
    reads.push({ what: list.resource, rows: evidence.rows, total: evidence.total, isFull, isComplete: true });
    return;
  }
}

/** The error for a list that gave fewer rows than it announced, or changed under the reading. */
export function incompleteRead(resource: string, { rows, total }: ScanEvidence): SeamlineError {
  return new SeamlineError('incomplete-read', {
    sentence:
      rows < total
        ? `Cin7 Core gave ${grouped(rows)} of ${grouped(total)} ${resource}, so they can't be relied on.`
        : `Cin7 Core's ${resource} kept changing while they were read, so they can't be relied on.`,
    nextStep: 'Nothing was changed because of it. The next run reads them again.',
    details: { resource, rows, total },
  });
}
