// Sends prices, one per SKU and price type. A price that JOOR has already is looked up and updated by its id (JOOR 5.6).
import { oncePer } from '../../base/memo.ts';
import { inSlices } from '../../base/slices.ts';
import { pairKey } from '../../catalog/compose.ts';
import type { JoorPrice, PriceContent } from '../../joor/v4/prices.ts';
import type { PlanItem } from '../../ledger/plans.ts';
import { pricesChangeSchema, type PriceChange } from '../../model/plan.ts';
import { batchesOf, sendBatch } from '../batches.ts';
import { nowOf, type FlowContext } from '../context.ts';
import type { Settle, Stage } from './stage.ts';

/** The stage that creates or updates prices. */
export function priceStage(operation: 'create' | 'update'): Stage {
  return {
    part: 'prices',
    operation,
    activity: operation === 'create' ? 'new prices' : 'changed prices',
    size: (item) => pricesOf(item).length,
    perCall: ({ settings }) => settings.batch.prices,
    send: (context, items, settle) => sendPrices(context, operation, items, settle),
  };
}

const pricesOf = oncePer((item: PlanItem): PriceChange[] => pricesChangeSchema.parse(item.after).prices);

interface Price extends PriceContent {
  readonly item: PlanItem;
  /** JOOR's id of the price; null for one that is new. */
  readonly priceId: string | null;
}

const keyOfPrice = (skuId: string, priceTypeId: string) => `${skuId}\u0000${priceTypeId}`;

async function sendPrices(
  context: FlowContext,
  operation: 'create' | 'update',
  items: readonly PlanItem[],
  settle: Settle,
): Promise<void> {
  const { settings } = context;
  const open = new Map(items.map((item) => [item.number, pricesOf(item).length]));
  const failed = new Map<number, { words: string | null; isLasting: boolean }>();
  // A plan item is a style's prices; it is settled once all of them are.
  const finish = ({ item }: Price, words?: string | null, isLasting = true) => {
    if (words !== undefined) {
      // One unclear price keeps the style's prices unclear: all that is missing is sent again.
      const before = failed.get(item.number);
      const worst = before?.words === null ? null : words;
      failed.set(item.number, { words: worst, isLasting: isLasting && before?.isLasting !== false });
    }
    const left = (open.get(item.number) ?? 1) - 1;
    open.set(item.number, left);
    if (left > 0) return;
    const problem = failed.get(item.number);
    if (problem === undefined) {
      settle.applied(item);
      if (context.ledger.plans.isPartDone(context.runId, item.key, 'prices'))
        context.ledger.styles.confirmPart(item.key, 'prices', item.target, null, nowOf(context));
    } else if (problem.words === null) settle.unclear(item);
    else settle.refused(item, problem.words, problem.isLasting);
  };

  const prices: Price[] = [];
  await inSlices(items, 10, (group) => prices.push(...pricesWithIds(context, group)));
  const send = operation === 'create' ? createPrices : updatePrices;
  for (const batch of batchesOf(prices, settings.batch.prices, () => 1)) await send(context, batch, finish);
}

/** Prices with JOOR's ids; those of SKUs that JOOR doesn't have yet wait with them. */
function pricesWithIds({ ledger }: FlowContext, items: readonly PlanItem[]): Price[] {
  return items.flatMap((item) => {
    const [record] = ledger.styles.byKeys([item.key]);
    const skuIds = new Map(record?.skus.map((sku) => [pairKey(sku.colour, sku.size), sku.joorId]));
    const contents = pricesOf(item).map((price) => ({
      ...price,
      skuId: skuIds.get(pairKey(price.colour, price.size)),
    }));
    if (contents.some(({ skuId }) => skuId == null)) return [];
    const known = new Map(
      ledger.styles
        .prices(contents.map(({ skuId }) => skuId ?? ''))
        .map((price) => [keyOfPrice(price.skuId, price.priceTypeId), price.priceId]),
    );
    return contents.map(({ skuId, priceTypeId, wholesale, retail }) => ({
      item,
      skuId: skuId ?? '',
      priceTypeId,
      wholesale,
      retail,
      priceId: known.get(keyOfPrice(skuId ?? '', priceTypeId)) ?? null,
    }));
  });
}

type Finish = (price: Price, words?: string | null, isLasting?: boolean) => void;

async function createPrices(context: FlowContext, prices: readonly Price[], finish: Finish): Promise<void> {
  const { joor, caller } = context;
  const existing: Price[] = [];
  await sendBatch<Price, JoorPrice>(
    {
      send: (batch) => joor.createPrices(batch, caller),
      keyOf: ({ skuId, priceTypeId }) => keyOfPrice(skuId, priceTypeId),
      keyOfDone: ({ skuId, priceTypeId }) => keyOfPrice(skuId, priceTypeId),
      namesOf: ({ skuId }) => [skuId],
      lookUp: (batch) => lookUpPrices(context, batch),
      perRecord: 200,
      done: (results) =>
        context.ledger.transaction(() => {
          confirm(
            context,
            results.filter(({ isLookedUp }) => !isLookedUp),
          );
          for (const { item: price, done, isLookedUp } of results)
            if (isLookedUp) existing.push({ ...price, priceId: done.id });
            else finish(price);
        }),
      refused: (price, words, isLasting) => finish(price, words, isLasting),
      unclear: (price) => finish(price, null),
    },
    prices,
  );
  // They exist with some other value: now that their ids are known, they are updated.
  for (const batch of batchesOf(existing, context.settings.batch.prices, () => 1))
    await updatePrices(context, batch, finish);
}

async function updatePrices(context: FlowContext, prices: readonly Price[], finish: Finish): Promise<void> {
  const { joor, caller } = context;
  const unknown = prices.filter(({ priceId }) => priceId === null);
  const found = unknown.length === 0 ? new Map<string, JoorPrice>() : await lookUpPrices(context, unknown);
  const withId = prices.map((price) => ({
    ...price,
    id: price.priceId ?? found.get(keyOfPrice(price.skuId, price.priceTypeId))?.id ?? '',
  }));
  for (const price of withId.filter(({ id }) => id === '')) finish(price, 'JOOR does not list this price', false);
  await sendBatch<Price & { id: string }, JoorPrice>(
    {
      send: (batch) => joor.updatePrices(batch, caller),
      keyOf: ({ id }) => id,
      keyOfDone: ({ id }) => id,
      namesOf: ({ id, skuId }) => [id, skuId],
      perRecord: 200,
      done: (results) =>
        context.ledger.transaction(() => {
          confirm(context, results);
          for (const { item: price } of results) finish(price);
        }),
      refused: (price, words, isLasting) => finish(price, words, isLasting),
      unclear: (price) => finish(price, null),
    },
    withId.filter(({ id }) => id !== ''),
  );
}

async function lookUpPrices({ joor, caller }: FlowContext, prices: readonly Price[]): Promise<Map<string, JoorPrice>> {
  const found = new Map<string, JoorPrice>();
  // Ids travel in the address, so few at a time.
  const perCall = 50;
  const skuIds = [...new Set(prices.map(({ skuId }) => skuId))];
  for (let start = 0; start < skuIds.length; start += perCall)
    for (const price of await joor.prices(skuIds.slice(start, start + perCall), caller))
      found.set(keyOfPrice(price.skuId, price.priceTypeId), price);
  return found;
}

function confirm({ ledger }: FlowContext, results: readonly { item: Price; done: JoorPrice }[]): void {
  ledger.styles.confirmPrices(
    results.map(({ item: { skuId, priceTypeId, wholesale, retail }, done }) => ({
      skuId,
      priceTypeId,
      priceId: done.id,
      wholesale,
      retail,
    })),
  );
}
