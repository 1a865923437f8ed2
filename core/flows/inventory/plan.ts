// Plans the stock flow: the number of every linked SKU against the one that JOOR shows (STK-1). Only changed numbers are
// sent; once a day all are, so that nothing drifts unseen (STK-3).
import { day, shiftInstant } from '../../base/dates.ts';
import { startSlices } from '../../base/slices.ts';
import { stockNumber } from '../../catalog/stock-number.ts';
import type { Change, StockChange } from '../../model/plan.ts';
import { nowOf, type FlowContext } from '../context.ts';
import type { Warehouse } from './warehouses.ts';

const rowsPerChunk = 200;
const fullMark = 'stock sent in full';

export interface StockPlan {
  /** Numbers that were compared. */
  readonly checked: number;
  readonly isFull: boolean;
}

/** Compares and stores what is to be sent. */
export async function planStock(context: FlowContext, warehouses: readonly Warehouse[]): Promise<StockPlan> {
  const { ledger, runId, settings, listener } = context;
  const lastFull = ledger.runs.mark(fullMark)?.mark ?? null;
  const isFull = context.isFullPass || (lastFull !== null && shiftInstant(lastFull, day) <= nowOf(context));
  const allWarehouses = settings.inventory.warehouses.map(({ joorWarehouse }) => joorWarehouse);
  const slices = startSlices();
  let checked = 0;
  listener.begin('stock', 'comparing', null);
  for (const { name, locations } of warehouses) {
    let after = 0;
    for (;;) {
      const rows = ledger.stock.wanted({ warehouse: name, locations, allWarehouses }, after, rowsPerChunk);
      if (rows.length === 0) break;
      const changes: Change[] = [];
      for (const { styleKey, colour, size, available, promised, shown } of rows) {
        const units = stockNumber({ available, promised, buffer: settings.inventory.buffer });
        if (units === shown && !isFull) continue;
        const content: StockChange = { warehouse: name, colour, size, units };
        changes.push({
          key: styleKey,
          part: 'stock',
          operation: 'update',
          before: shown,
          after: content,
          basis: '',
          target: String(units),
        });
      }
      if (changes.length > 0) ledger.plans.add(runId, 'inventory', changes);
      checked += rows.length;
      after = rows.at(-1)?.row ?? after;
      listener.advance(checked);
      if (slices.due()) await slices.rest();
    }
  }
  return { checked, isFull };
}

/** Notes that every number was sent now. */
export function noteFullStock(context: FlowContext): void {
  const now = nowOf(context);
  context.ledger.runs.setMark({ resource: fullMark, mark: now, fullAt: now, rows: 0, total: 0 });
}

/** True while no full push was ever noted. */
export function lacksFullStock({ ledger }: FlowContext): boolean {
  return ledger.runs.mark(fullMark) === null;
}
