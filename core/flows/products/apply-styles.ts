// Sends styles themselves: created ones get their link to JOOR's id in the moment that JOOR names it.
import { oncePer } from '../../base/memo.ts';
import { productChangeSchema } from '../../model/plan.ts';
import type { PlanItem } from '../../ledger/plans.ts';
import type { JoorProduct } from '../../joor/v4/products.ts';
import { batchesOf, sendBatch } from '../batches.ts';
import { nowOf, type FlowContext } from '../context.ts';
import type { Settle, Stage } from './stage.ts';

/** The stage that creates or updates styles. */
export function productStage(operation: 'create' | 'update'): Stage {
  return {
    part: 'product',
    operation,
    activity: operation === 'create' ? 'new styles' : 'changed styles',
    size: () => 1,
    perCall: ({ settings }) => settings.batch.styles,
    async send(context, items, settle) {
      for (const batch of batchesOf(items, context.settings.batch.styles, () => 1))
        await (operation === 'create' ? createStyles : updateStyles)(context, batch, settle);
    },
  };
}

const contentOf = oncePer((item: PlanItem) => productChangeSchema.parse(item.after));

async function createStyles(context: FlowContext, items: readonly PlanItem[], settle: Settle): Promise<void> {
  const { joor, ledger, caller } = context;
  await sendBatch<PlanItem, JoorProduct>(
    {
      send: (batch) => joor.createProducts(batch.map(contentOf), caller),
      keyOf: (item) => contentOf(item).identifier,
      keyOfDone: ({ identifier }) => identifier,
      namesOf: (item) => [contentOf(item).identifier, contentOf(item).number],
      lookUp: async (batch) => {
        const wanted = new Set(batch.map((item) => contentOf(item).identifier));
        const present = await joor.products(caller);
        return new Map(present.filter(({ identifier }) => wanted.has(identifier)).map((one) => [one.identifier, one]));
      },
      perRecord: 50,
      done: (results) =>
        ledger.transaction(() => {
          for (const { item, done, isLookedUp } of results) {
            ledger.styles.link(item.key, done.id, nowOf(context));
            // Found, not confirmed: what it holds is compared, and sent if need be, by the next run.
            if (!isLookedUp) ledger.styles.confirmPart(item.key, 'product', item.target, item.after, nowOf(context));
            settle.applied(item);
          }
        }),
      refused: (item, words, isLasting) => settle.refused(item, words, isLasting),
      unclear: (item) => settle.unclear(item),
    },
    items,
  );
}

async function updateStyles(context: FlowContext, items: readonly PlanItem[], settle: Settle): Promise<void> {
  const { joor, ledger, caller } = context;
  const ids = new Map(ledger.styles.byKeys(items.map(({ key }) => key)).map(({ key, joorId }) => [key, joorId]));
  const idOf = (item: PlanItem) => ids.get(item.key) ?? '';
  await sendBatch<PlanItem, JoorProduct>(
    {
      send: (batch) =>
        joor.updateProducts(
          batch.map((item) => ({ id: idOf(item), ...contentOf(item) })),
          caller,
        ),
      keyOf: idOf,
      keyOfDone: ({ id }) => id,
      namesOf: (item) => [idOf(item), contentOf(item).identifier, contentOf(item).number],
      perRecord: 50,
      done: (results) =>
        ledger.transaction(() => {
          for (const { item } of results) {
            ledger.styles.confirmPart(item.key, 'product', item.target, item.after, nowOf(context));
            settle.applied(item);
          }
        }),
      refused: (item, words, isLasting) => settle.refused(item, words, isLasting),
      unclear: (item) => settle.unclear(item),
    },
    items.filter((item) => idOf(item) !== ''),
  );
}
