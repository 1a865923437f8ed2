// Prices of v4 (JOOR 5.6): one per SKU and price type, money as text with two places. A second create is DUPLICATED; the
// client then reads the price's id and updates it.
import type { Hono } from 'hono';
import { z } from 'zod';
import { moneyText, parseDecimal } from '../../base/decimal.ts';
import { csv, listAnswer, mountBulk, refused } from './answers.ts';
import type { Outcome } from './answers.ts';
import type { Price, PriceType } from './records.ts';
import { priceTypeView } from './references.ts';
import { addPrice, mint } from './state.ts';
import type { Account } from './state.ts';

const createSchema = z.strictObject({
  sku_id: z.string(),
  price_type_id: z.string().optional(),
  price_type_name: z.string().optional(),
  price_type_currency_code: z.string().optional(),
  wholesale_value: z.union([z.string(), z.number()]),
  retail_value: z.union([z.string(), z.number()]).nullish(),
});

const updateSchema = z.strictObject({
  id: z.string(),
  wholesale_value: z.union([z.string(), z.number()]),
  retail_value: z.union([z.string(), z.number()]).nullish(),
});

type PriceToCreate = z.output<typeof createSchema>;

/** Mounts the price calls. */
export function mountPrices(v4: Hono, account: Account): void {
  const { state } = account;
  v4.get('/prices', (context) => {
    const skuIds = csv(context, 'sku_ids');
    const prices =
      skuIds === null
        ? [...state.prices.values()]
        : skuIds.flatMap((id) => [...(state.pricesBySku.get(id)?.values() ?? [])]);
    return listAnswer(
      context,
      account,
      prices.map((price) => priceView(account, price)),
    );
  });
  mountBulk(v4, account, '/prices/bulk_create', createSchema, () => (item) => createPrice(account, item));
  mountBulk(v4, account, '/prices/bulk_update', updateSchema, () => (item) => {
    const price = state.prices.get(item.id);
    if (price === undefined) return refused('NOT_FOUND', 'Price not found', { id: item.id });
    const wholesale = moneyOf(account, item.wholesale_value);
    const retail = item.retail_value == null ? null : moneyOf(account, item.retail_value);
    if (wholesale === undefined || retail === undefined) return notMoney;
    price.wholesale = wholesale;
    if (item.retail_value !== undefined) price.retail = retail;
    return { data: priceView(account, price) };
  });
}

const notMoney = refused('INVALID', 'Prices must be decimal strings that are not negative');

/** Creates a price as `bulk_create` does. */
export function createPrice(account: Account, item: PriceToCreate): Outcome {
  const { state } = account;
  const sku = state.skus.get(item.sku_id);
  if (sku === undefined) return refused('NOT_FOUND', 'SKU not found', { sku_id: item.sku_id });
  const type = findPriceType(account, item);
  if (type === undefined) return refused('NOT_FOUND', 'Price type not found', { sku_id: item.sku_id });
  if (state.pricesBySku.get(sku.id)?.has(type.id)) {
    // The word and `sku_id` are documented (JOOR 5.6), the sentence is not.
    return refused('DUPLICATED', 'Price already exists', { sku_id: sku.id, price_type_id: type.id });
  }
  const wholesale = moneyOf(account, item.wholesale_value);
  const retail = item.retail_value == null ? null : moneyOf(account, item.retail_value);
  if (wholesale === undefined || retail === undefined) return notMoney;
  const price: Price = { id: mint(state, 'price'), skuId: sku.id, priceTypeId: type.id, wholesale, retail };
  addPrice(state, price);
  return { data: priceView(account, price) };
}

function findPriceType({ state }: Account, item: PriceToCreate): PriceType | undefined {
  if (item.price_type_id !== undefined) return state.priceTypes.get(item.price_type_id);
  return [...state.priceTypes.values()].find(
    // Label and currency must match to the letter (JOOR 11 gotcha 4).
    ({ name, currency }) => name === item.price_type_name && currency === item.price_type_currency_code,
  );
}

function moneyOf({ switches }: Account, value: string | number): string | undefined {
  if (typeof value === 'number' && !switches.numericMoney) return undefined;
  const amount = parseDecimal(value);
  return amount === null || amount.isNegative() ? undefined : moneyText(amount);
}

function priceView({ state }: Account, price: Price): Record<string, unknown> {
  const type = state.priceTypes.get(price.priceTypeId);
  return {
    id: price.id,
    sku_id: price.skuId,
    price_type: type === undefined ? null : priceTypeView(type),
    wholesale_value: price.wholesale,
    retail_value: price.retail,
  };
}
