// Prices in JOOR: one per SKU and price type, money as text with two places. A second create is refused as
// `DUPLICATED`; then the price's id is looked up and it is updated (JOOR 5.6).
import { z } from 'zod';
import type { PriceType } from '../../model/account.ts';
import { readBulk, readWhole, type BulkAnswer } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { decimalText, id, part, text } from '../values.ts';
import { listRows } from './lists.ts';

/** A price as JOOR has it. */
export interface JoorPrice {
  readonly id: string;
  readonly skuId: string;
  readonly priceTypeId: string;
  readonly wholesale: string;
  readonly retail: string;
}

export interface PriceContent {
  readonly skuId: string;
  readonly priceTypeId: string;
  readonly wholesale: string;
  readonly retail: string | null;
}

const priceTypeSchema = z
  .object({ id, name: text, currency_code: text, retail_currency_code: text })
  .transform((row): PriceType => ({
    id: row.id,
    name: row.name,
    currency: row.currency_code,
    retailCurrency: row.retail_currency_code,
  }));

const priceSchema = z
  .object({
    id,
    sku_id: id,
    price_type: part(z.object({ id })),
    price_type_id: text,
    wholesale_value: decimalText,
    retail_value: decimalText,
  })
  .transform((row): JoorPrice => ({
    id: row.id,
    skuId: row.sku_id,
    priceTypeId: row.price_type?.id ?? row.price_type_id,
    wholesale: row.wholesale_value,
    retail: row.retail_value,
  }));

const amounts = ({ wholesale, retail }: PriceContent) => ({
  wholesale_value: wholesale,
  ...(retail === null ? {} : { retail_value: retail }),
});

/** The price lists that the brand set up in JOOR. */
export async function listPriceTypes(joor: JoorConnection, caller: Caller): Promise<PriceType[]> {
  const request = { name: 'price types', method: 'GET', path: 'price_types', effect: 'read' } as const;
  return (await joor.v4(request, caller, (json) => readWhole(priceTypeSchema, json))).content;
}

/** The prices of some SKUs, of every price type. */
export function listPrices(joor: JoorConnection, skuIds: readonly string[], caller: Caller): Promise<JoorPrice[]> {
  const query = { sku_ids: skuIds.join(',') };
  return listRows(joor, { name: 'prices', path: 'prices', query, row: priceSchema, errors: 'left-aside' }, caller);
}

/** Creates prices. */
export async function createPrices(
  joor: JoorConnection,
  prices: readonly PriceContent[],
  caller: Caller,
): Promise<BulkAnswer<JoorPrice>> {
  const body = prices.map((price) => ({
    sku_id: price.skuId,
    price_type_id: price.priceTypeId,
    ...amounts(price),
  }));
  const request = {
    name: 'create prices',
    method: 'POST',
    path: 'prices/bulk_create',
    body,
    effect: 'create',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(priceSchema, json))).content;
}

/** Updates prices by JOOR's id. */
export async function updatePrices(
  joor: JoorConnection,
  prices: readonly (PriceContent & { readonly id: string })[],
  caller: Caller,
): Promise<BulkAnswer<JoorPrice>> {
  const body = prices.map((price) => ({ id: price.id, ...amounts(price) }));
  const request = {
    name: 'update prices',
    method: 'POST',
    path: 'prices/bulk_update',
    body,
    effect: 'idempotent',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(priceSchema, json))).content;
}
