// Inventory of v2 (JOOR 6.2): a number per SKU, warehouse and date bucket. A call changes only the SKUs that it lists,
// unless `overwrite=1`, which empties the account first. Made to order clears the stock of a SKU.
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { parsePlainDate } from '../../base/dates.ts';
import { jsonBody, v2Answer, v2Refused } from './answers.ts';
import { standingLines } from './order-money.ts';
import type { Sku, StockRow } from './records.ts';
import { skuIdOf, skusOf } from './state.ts';
import type { Account } from './state.ts';
import type { JoorSwitches } from './switches.ts';

const text = z.union([z.string(), z.number().transform(String)]).optional();

/** v2 says nothing about unknown members, so they are let through. */
const rowSchema = z.looseObject({
  warehouse: text,
  inventory_date: text,
  upc: text,
  style_number: text,
  style_identifier: text,
  style_identifer: text,
  color_code: text,
  size: text,
  style_id: text,
  style_color_id: text,
  size_code: text,
  inventory: z.union([z.number(), z.string()]).optional(),
  made_to_order: z.union([z.boolean(), z.string(), z.number()]).optional(),
});
const items = z.array(z.unknown());
const bodySchema = z.object({
  inventory_items: z.union([items, z.object({ inventory_item: items })]),
});

type InventoryRow = z.output<typeof rowSchema>;

/** Mounts the bulk call and the call for one SKU. */
export function mountInventory(v2: Hono, account: Account): void {
  for (const path of ['/bulk-inventory', '/bulk-inventory/']) {
    v2.on(['POST', 'PUT'], path, async (context) => {
      const { state, switches } = account;
      const body = bodySchema.safeParse(await jsonBody(context));
      if (!body.success)
        return v2Refused(context, account, switches.inventoryRoot, 'inventory_items is missing or not a list');
      const given = body.data.inventory_items;
      const root = Array.isArray(given) ? 'list' : 'nested';
      if (switches.stockRoot !== 'either' && switches.stockRoot !== root)
        return v2Refused(context, account, switches.inventoryRoot, 'inventory_items is missing or not a list');
      const rows = Array.isArray(given) ? given : given.inventory_item;
      if (switches.maxItemsPerCall !== null && rows.length > switches.maxItemsPerCall) {
        return context.json({ message: 'Too many items' }, switches.tooManyItemsStatus); // invented
      }
      if (isYes(context.req.query('overwrite'))) state.stock.clear();
      return answerRows(
        context,
        account,
        rows.map((raw) => {
          const row = rowSchema.safeParse(raw);
          return row.success ? row.data : {};
        }),
      );
    });
  }
  for (const path of ['/style-number/:number/:identifier/inventory', '/style-number/:number/:identifier/inventory/']) {
    v2.put(path, (context) => {
      const query = context.req.query();
      return answerRows(context, account, [
        { ...query, style_number: context.req.param('number'), style_identifier: context.req.param('identifier') },
      ]);
    });
  }
}

/** What JOOR shows as available for a SKU: the sum over warehouses and dates; null when nothing was ever sent. */
export function availableOf({ state }: Account, skuId: string): number | null {
  const rows = state.stock.get(skuId);
  return rows === undefined ? null : rows.reduce((units, row) => units + row.available, 0);
}

function answerRows(context: Context, account: Account, rows: readonly InventoryRow[]): Response {
  const pending = isYes(context.req.query('dec_pending')) ? pendingUnits(account) : null;
  const log = rows.map((row) => {
    const sku = findSku(account, row);
    const isStored = sku !== undefined && store(account, sku, row, pending);
    return { sku: nameOf(account, sku, row), inventory_log_id: account.ids.uuid(), status: isStored ? 'pass' : 'fail' };
  });
  // The root is a reading by analogy (JOOR 6.2).
  return v2Answer(context, account, account.switches.inventoryRoot, { sku_count: rows.length, inventory_log: log });
}

/** UPC first, then the brand's own four keys, then JOOR's ids (JOOR 6.2). */
function findSku(account: Account, row: InventoryRow): Sku | undefined {
  const { state, switches } = account;
  if (row.upc) return state.skusByUpc.get(row.upc);
  const spelling = switches.identifierSpelling;
  const identifier = [
    spelling === 'style_identifer' ? undefined : row.style_identifier,
    spelling === 'style_identifier' ? undefined : row.style_identifer,
  ].find((given) => given !== undefined);
  if (identifier !== undefined && row.style_number !== undefined) {
    const product = state.productsByIdentifier.get(identifier);
    if (product === undefined || product.externalId !== row.style_number) return undefined;
    const color = product.colors.find(({ code }) => code !== null && code === row.color_code);
    const size = product.sizes.find(({ name }) => name === row.size);
    return color && size && state.skus.get(skuIdOf(color.id, size.id));
  }
  const product = state.products.get(row.style_id ?? '');
  if (product === undefined) return undefined;
  return skusOf(state, product).find(
    ({ color, size }) => color.id === row.style_color_id && size.code === row.size_code,
  );
}

/** Stores one row; false when JOOR would log it as failed. */
function store(account: Account, sku: Sku, row: InventoryRow, pending: ReadonlyMap<string, number> | null): boolean {
  const { state, switches } = account;
  const units = typeof row.inventory === 'string' && row.inventory !== '' ? Number(row.inventory) : row.inventory;
  if (typeof units !== 'number' || !Number.isInteger(units) || units < 0) return false;
  const bucket = bucketOf(row.inventory_date, switches.immediateWord);
  if (bucket === null) return false;
  const warehouse = row.warehouse || 'Default';
  // "Unexpected results" (JOOR 6.2): the row fails, or passes and is lost.
  if (!state.warehouses.has(warehouse)) return switches.unknownWarehouse === 'ignore';
  if (row.made_to_order !== undefined) {
    if (isYes(row.made_to_order)) {
      state.madeToOrder.add(sku.id);
      state.stock.delete(sku.id);
      return true;
    }
    state.madeToOrder.delete(sku.id);
  }
  const available = pending === null ? units : Math.max(0, units - (pending.get(sku.id) ?? 0));
  const stored: StockRow = { warehouse, bucket, sent: units, available };
  const others = (state.stock.get(sku.id) ?? []).filter(
    (present) => present.warehouse !== warehouse || present.bucket !== bucket,
  );
  state.stock.set(sku.id, [...others, stored]);
  return true;
}

function bucketOf(date: string | undefined, word: JoorSwitches['immediateWord']): string | null {
  if (date === undefined || date === '') return 'IMMEDIATE';
  if (date.toUpperCase() === 'IMMEDIATE') return word === 'taken' ? 'IMMEDIATE' : null;
  return parsePlainDate(date);
}

/** Units on pending orders by SKU. */
function pendingUnits({ state }: Account): Map<string, number> {
  const units = new Map<string, number>();
  for (const order of state.orders.values()) {
    if (order.status !== 'PENDING') continue;
    for (const { sku, quantity } of standingLines(order)) units.set(sku.skuId, (units.get(sku.skuId) ?? 0) + quantity);
  }
  return units;
}

/** How the log names a row: `SHIRT1|BLU|Small` (JOOR 6.2, example). */
function nameOf({ state }: Account, sku: Sku | undefined, row: InventoryRow): string {
  if (sku === undefined) {
    const keys = [row.style_number ?? row.style_id, row.color_code ?? row.style_color_id, row.size ?? row.size_code];
    return row.upc ?? keys.map((key) => key ?? '').join('|');
  }
  const product = state.products.get(sku.productId);
  return [product?.externalId ?? '', sku.color.code ?? '', sku.size.name].join('|');
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}
