// Sends SKUs: all new ones of a style in one call, because JOOR wants the whole matrix (STY-4); changed ones by JOOR's
// id, so that a pair that became real, or a renamed colour, is updated and never recreated.
import { oncePer } from '../../base/memo.ts';
import { pairKey } from '../../catalog/compose.ts';
import { skuText } from '../../catalog/difference.ts';
import type { JoorSku } from '../../joor/v4/skus.ts';
import type { PlanItem } from '../../ledger/plans.ts';
import type { StyleRecord } from '../../ledger/styles.ts';
import { skusChangeSchema, type SkuChange } from '../../model/plan.ts';
import { batchesOf, sendBatch } from '../batches.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { releaseNames } from './release.ts';
import type { Settle, Stage } from './stage.ts';

/** The stage that creates or updates SKUs. */
export function skuStage(operation: 'create' | 'update'): Stage {
  return {
    part: 'skus',
    operation,
    activity: operation === 'create' ? 'new SKUs' : 'changed SKUs',
    size: (item) => skusOf(item).length,
    perCall: ({ settings }) => settings.batch.skus,
    async send(context, items, settle) {
      for (const batch of batchesOf(items, context.settings.batch.skus, (item) => skusOf(item).length))
        await sendSkus(context, operation, batch, settle);
    },
  };
}

const skusOf = oncePer((item: PlanItem): SkuChange[] => skusChangeSchema.parse(item.after).skus);

const pairOf = ({ colour, size }: SkuChange) => pairKey(colour.code, size.code);

async function sendSkus(
  context: FlowContext,
  operation: 'create' | 'update',
  items: readonly PlanItem[],
  settle: Settle,
): Promise<void> {
  const { joor, ledger, caller } = context;
  const records = new Map(ledger.styles.byKeys(items.map(({ key }) => key)).map((record) => [record.key, record]));
  const productIdOf = (item: PlanItem) => records.get(item.key)?.joorId ?? '';
  const contents = (item: PlanItem) =>
    skusOf(item).map((sku) => ({
      productId: productIdOf(item),
      number: sku.sku,
      identifier: sku.productId === null ? null : `cin7:${sku.productId}`,
      barcode: sku.barcode,
      colour: sku.colour,
      size: sku.size,
    }));
  const idsOf = (item: PlanItem) => skuIds(records.get(item.key));
  await releaseNames(
    context,
    items.flatMap((item) => skusOf(item).map((sku) => ({ key: item.key, sku }))),
  );

  await sendBatch<PlanItem, readonly JoorSku[]>(
    {
      // A style whose SKUs came back only in part is not done: it is looked at again on its own.
      send: async (batch) => {
        const answer =
          operation === 'create'
            ? await joor.createSkus(batch.flatMap(contents), caller)
            : await joor.updateSkus(
                batch.flatMap((item) => {
                  const ids = idsOf(item);
                  return contents(item).map((sku) => ({
                    id: ids.get(pairKey(sku.colour.code, sku.size.code)) ?? '',
                    ...sku,
                  }));
                }),
                caller,
              );
        return { done: wholeStyles(batch, answer.done, productIdOf), refused: answer.refused };
      },
      keyOf: productIdOf,
      keyOfDone: ([first]) => first?.productId ?? '',
      namesOf: (item) => [productIdOf(item), ...skusOf(item).flatMap(({ sku, barcode }) => [sku ?? '', barcode ?? ''])],
      // Only what is created can be there already; an update of something else's name is refused.
      ...(operation === 'create'
        ? {
            lookUp: async (batch) =>
              wholeStylesById(batch, await joor.skus(batch.map(productIdOf), caller), productIdOf),
          }
        : {}),
      perRecord: 25,
      done: (results) =>
        ledger.transaction(() => {
          for (const { item, done, isLookedUp } of results) {
            const byPair = new Map(done.map((sku) => [pairKey(sku.colourCode, sku.sizeCode), sku]));
            for (const sku of skusOf(item)) {
              const found = byPair.get(pairOf(sku));
              if (found !== undefined)
                ledger.styles.linkSku(
                  item.key,
                  sku.colour.code,
                  sku.size.code,
                  found.id,
                  isLookedUp ? null : skuText(sku),
                );
            }
            settle.applied(item);
            if (!isLookedUp && ledger.plans.isPartDone(context.runId, item.key, 'skus'))
              ledger.styles.confirmPart(item.key, 'skus', item.target, null, nowOf(context));
          }
        }),
      refused: (item, words, isLasting) => settle.refused(item, words, isLasting),
      unclear: (item) => settle.unclear(item),
    },
    // A style that JOOR didn't take has no id yet: its SKUs wait with it.
    items.filter((item) => productIdOf(item) !== ''),
  );
}

function wholeStyles(
  items: readonly PlanItem[],
  skus: readonly JoorSku[],
  productIdOf: (item: PlanItem) => string,
): (readonly JoorSku[])[] {
  return [...wholeStylesById(items, skus, productIdOf).values()];
}

/** The SKUs of those styles of which every asked pair is there, by JOOR's product id. */
function wholeStylesById(
  items: readonly PlanItem[],
  skus: readonly JoorSku[],
  productIdOf: (item: PlanItem) => string,
): Map<string, readonly JoorSku[]> {
  const byProduct = new Map<string, JoorSku[]>();
  for (const sku of skus) byProduct.set(sku.productId, [...(byProduct.get(sku.productId) ?? []), sku]);
  const whole = new Map<string, readonly JoorSku[]>();
  for (const item of items) {
    const found = byProduct.get(productIdOf(item)) ?? [];
    const pairs = new Set(found.map((sku) => pairKey(sku.colourCode, sku.sizeCode)));
    if (found.length > 0 && skusOf(item).every((sku) => pairs.has(pairOf(sku)))) whole.set(productIdOf(item), found);
  }
  return whole;
}

function skuIds(record: StyleRecord | undefined): Map<string, string> {
  return new Map(
    (record?.skus ?? []).flatMap(({ colour, size, joorId }) =>
      joorId === null ? [] : [[pairKey(colour, size), joorId] as const],
    ),
  );
}
