// Stock numbers for JOOR's warehouses (JOOR 6.2). Only listed SKUs change: `overwrite` would empty the whole account and
// is never sent (STK-3). Each row is confirmed by its own entry in the answer's log.
import { z } from 'zod';
import { onlyRootOf, readV2 } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { list, text, wholeNumber } from '../values.ts';

export interface StockContent {
  readonly warehouse: string;
  readonly styleNumber: string;
  readonly styleIdentifier: string;
  readonly colourCode: string;
  readonly size: string;
  readonly barcode: string | null;
  readonly units: number;
  /** True lists the SKU as made to order and clears its stock (JOOR 6.2, STK-4). */
  readonly madeToOrder?: boolean;
}

export interface StockAnswer {
  /** How many rows JOOR says it took. */
  readonly taken: number;
  /** One entry per row, in the order sent: whether it passed; null when JOOR sent no entry for it. */
  readonly passed: readonly (boolean | null)[];
}

const logSchema = z.object({ sku: text, status: text });

/** Sends stock numbers. `subtractPending` lets JOOR deduct its pending orders from them. */
export async function sendStock(
  joor: JoorConnection,
  rows: readonly StockContent[],
  subtractPending: boolean,
  caller: Caller,
): Promise<StockAnswer> {
  const { switches } = joor;
  const items = rows.map((row) => ({
    warehouse: row.warehouse,
    ...(switches.stockDate === 'IMMEDIATE' ? { inventory_date: 'IMMEDIATE' } : {}),
    ...(switches.stockKey === 'barcode' && row.barcode !== null
      ? { upc: row.barcode }
      : {
          style_number: row.styleNumber,
          [switches.stockIdentifierField]: row.styleIdentifier,
          color_code: row.colourCode,
          size: row.size,
        }),
    inventory: row.units,
    ...(row.madeToOrder === undefined ? {} : { made_to_order: row.madeToOrder }),
  }));
  const request = {
    name: 'stock',
    method: 'POST',
    path: 'bulk-inventory',
    query: { dec_pending: subtractPending ? 1 : 0 },
    body: { inventory_items: switches.stockRoot === 'list' ? items : { inventory_item: items } },
    effect: 'idempotent',
  } as const;
  const { content } = await joor.v2(request, caller, (json) => {
    // The name of the answer's root is a guess (JOOR 6.2); what stands under it is not.
    const outer = readV2(onlyRootOf(json) ?? 'inventory', json);
    if (outer['inventory_log'] === undefined && outer['sku_count'] === undefined) throw new Error('no stock answer');
    const log = list(logSchema).parse(outer['inventory_log']);
    return { taken: wholeNumber.parse(outer['sku_count']), log };
  });
  const matches = content.log.length === rows.length;
  return {
    taken: content.taken,
    passed: rows.map((_row, index) => {
      const entry = matches ? content.log[index] : undefined;
      return entry === undefined ? null : /^pass/i.test(entry.status);
    }),
  };
}
