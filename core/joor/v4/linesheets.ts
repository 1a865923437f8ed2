// Linesheets, which JOOR's API calls collections (JOOR 5.8). The name of the item-action parameter is uncertain and its
// default replaces everything, so callers always hand over a full membership on which both readings agree (SHEET-2).
import { z } from 'zod';
import type { Linesheet, LinesheetItem, ShipWindow } from '../../model/linesheet.ts';
import { readBulk, type BulkAnswer } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { id, list, optionalNumber, part, plainDate, text } from '../values.ts';
import { listRows } from './lists.ts';

export interface LinesheetContent {
  readonly name: string;
  readonly code: string;
  /** Dates that are left out aren't sent. */
  readonly window: Partial<ShipWindow>;
  /** The whole membership. */
  readonly items: readonly LinesheetItem[];
}

export type ItemAction = 'ADD_ITEMS' | 'REPLACE_ITEMS';

const itemSchema = z
  .object({
    product_id: id,
    order_number: optionalNumber,
    sku_ids: z
      .unknown()
      .optional()
      .transform((value) => (value === '' ? null : value))
      .pipe(z.array(id).nullish()),
  })
  .transform((row): LinesheetItem => ({
    productId: row.product_id,
    position: row.order_number,
    skuIds: row.sku_ids ?? null,
  }));

const linesheetSchema = z
  .object({
    id,
    name: text,
    external_id: text,
    season_id: text,
    season: part(z.object({ id: text })),
    visibility: text,
    delivery: part(z.object({ start_ship_date: plainDate, complete_ship_date: plainDate, cancel_date: plainDate })),
    items: list(itemSchema),
  })
  .transform((row): Linesheet => ({
    id: row.id,
    name: row.name,
    code: row.external_id,
    window: {
      start: row.delivery?.start_ship_date ?? null,
      complete: row.delivery?.complete_ship_date ?? null,
      cancel: row.delivery?.cancel_date ?? null,
    },
    seasonId: row.season?.id ?? (row.season_id === '' ? null : row.season_id),
    isHidden: row.visibility.toUpperCase() === 'OWNER',
    items: row.items,
  }));

function linesheetBody({ name, code, window, items }: LinesheetContent): Record<string, unknown> {
  const delivery = {
    ...(window.start == null ? {} : { start_ship_date: window.start }),
    ...(window.complete == null ? {} : { complete_ship_date: window.complete }),
    ...(window.cancel == null ? {} : { cancel_date: window.cancel }),
  };
  return {
    name,
    external_id: code,
    ...(Object.keys(delivery).length === 0 ? {} : { delivery }),
    items: items.map(({ productId, position, skuIds }) => ({
      product_id: productId,
      ...(position === null ? {} : { order_number: position }),
      ...(skuIds === null ? {} : { sku_ids: skuIds }),
    })),
  };
}

/** Every linesheet with its items. */
export function listLinesheets(joor: JoorConnection, caller: Caller): Promise<Linesheet[]> {
  return listRows(joor, { name: 'linesheets', path: 'collections', row: linesheetSchema, errors: 'spoil' }, caller);
}

/** Creates linesheets. JOOR has no unique name: an unclear answer must be looked up before another try. */
export async function createLinesheets(
  joor: JoorConnection,
  linesheets: readonly LinesheetContent[],
  caller: Caller,
): Promise<BulkAnswer<Linesheet>> {
  const body = linesheets.map(linesheetBody);
  const request = {
    name: 'create linesheets',
    method: 'POST',
    path: 'collections/bulk_create',
    body,
    effect: 'create',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(linesheetSchema, json))).content;
}

/** Updates linesheets by JOOR's id; all of them by the same action. */
export async function updateLinesheets(
  joor: JoorConnection,
  action: ItemAction,
  linesheets: readonly (LinesheetContent & { readonly id: string })[],
  caller: Caller,
): Promise<BulkAnswer<Linesheet>> {
  const body = linesheets.map((linesheet) => ({ id: linesheet.id, ...linesheetBody(linesheet) }));
  const request = {
    name: 'update linesheets',
    method: 'POST',
    path: 'collections/bulk_update',
    query: { [joor.switches.itemActionParameter]: action },
    body,
    effect: 'idempotent',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(linesheetSchema, json))).content;
}
