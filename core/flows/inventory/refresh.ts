// Reads the stock of the locations that feed JOOR's warehouses. Cin7 Core has no "changed since" for stock, so each
// scan is whole; only a complete one replaces what is known, because only then does a missing row mean zero (Cin7 6.1).
import { inSlices } from '../../base/slices.ts';
import type { AvailabilityRow } from '../../cin7/wire/stock.ts';
import type { StockLine } from '../../model/stock.ts';
import type { FlowContext } from '../context.ts';
import { incompleteRead } from '../scan.ts';

/** So many locations are read one by one; beyond that the whole list is cheaper. */
const mostSingleLocations = 3;
const triesToBeComplete = 3;
const linesPerSave = 250;

/** Replaces the stock of these locations (by name). Throws `incomplete-read` when rows kept moving between pages. */
export async function refreshStock(context: FlowContext, locations: readonly string[]): Promise<void> {
  const { ledger, runId } = context;
  const lines = new Map<string, StockLine>();
  const wanted = new Set(locations);
  const asked = locations.length <= mostSingleLocations ? locations : [null];
  for (const location of asked) for (const line of await scanLocation(context, location, wanted)) addLine(lines, line);
  await inSlices([...lines.values()], linesPerSave, (group) => ledger.stock.save(group, runId));
  ledger.stock.keepOnly(runId, locations);
}

async function scanLocation(
  context: FlowContext,
  location: string | null,
  wanted: ReadonlySet<string>,
): Promise<Iterable<StockLine>> {
  const { cin7, caller, listener, reads } = context;
  for (let attempt = 1; ; attempt += 1) {
    const lines = new Map<string, StockLine>();
    listener.begin('stock', location === null ? 'stock' : `stock of ${location}`, null);
    const evidence = await cin7.availability(location, caller, (rows, received, total) => {
      // The location filter is proven by what it gives, not trusted (Cin7 13, gotcha 2).
      for (const row of rows) if (wanted.has(row.location)) addLine(lines, lineOf(row));
      listener.advance(received, total);
    });
    if (evidence.isComplete) {
      reads.push({ what: 'stock rows', rows: evidence.rows, total: evidence.total, isFull: true, isComplete: true });
      return lines.values();
    }
    if (attempt === triesToBeComplete) throw incompleteRead('stock rows', evidence);
  }
}

function lineOf({ productId, location, available, onHand }: AvailabilityRow): StockLine {
  return { productId, location, available, onHand };
}

function addLine(lines: Map<string, StockLine>, line: StockLine): void {
  const key = `${line.productId}\u0000${line.location}`;
  const known = lines.get(key);
  lines.set(
    key,
    known === undefined
      ? line
      : { ...known, available: known.available + line.available, onHand: known.onHand + line.onHand },
  );
}
