// Sends stock numbers and believes only what JOOR confirms row by row. A warehouse of which nothing is taken is most
// likely unknown to JOOR: it is named once, not a thousand times.
import { oncePer } from '../../base/memo.ts';
import { inSlices } from '../../base/slices.ts';
import { count } from '../../base/text.ts';
import type { PlanItem } from '../../ledger/plans.ts';
import type { StyleRecord } from '../../ledger/styles.ts';
import type { StockContent } from '../../joor/v2/inventory.ts';
import { stockChangeSchema } from '../../model/plan.ts';
import type { Issue } from '../../model/standing.ts';
import { sendBatch } from '../batches.ts';
import { nowOf, type FlowContext } from '../context.ts';

const contentOf = oncePer((item: PlanItem) => stockChangeSchema.parse(item.after));

const writeCredits = 5;
const stylesPerLook = 50;

/** Sends what the plan holds; gives the issues of warehouses that refused numbers. */
export async function applyStock(context: FlowContext, total: number): Promise<Issue[]> {
  const { ledger, runId, settings, listener } = context;
  const refusedBy = new Map<string, PlanItem[]>();
  const dead = new Set<string>();
  let done = 0;
  let after = 0;
  listener.begin('stock', 'stock numbers', total);
  for (;;) {
    const items = ledger.plans.waiting(runId, 'stock', 'update', after, settings.batch.stock);
    if (items.length === 0) break;
    await inSlices(items, 100, (group) => group.forEach(contentOf));
    after = items.at(-1)?.number ?? after;
    listener.expect(Math.ceil((total - done) / settings.batch.stock), writeCredits);
    const sending = items.filter((item) => !dead.has(contentOf(item).warehouse));
    const refused = await sendNumbers(context, sending);
    for (const item of refused) {
      const { warehouse } = contentOf(item);
      refusedBy.set(warehouse, [...(refusedBy.get(warehouse) ?? []), item]);
    }
    for (const warehouse of new Set(sending.map((item) => contentOf(item).warehouse))) {
      const sent = sending.filter((item) => contentOf(item).warehouse === warehouse).length;
      if (sent > 1 && refused.filter((item) => contentOf(item).warehouse === warehouse).length === sent)
        dead.add(warehouse);
    }
    done += items.length;
    listener.advance(done);
  }
  return [...refusedBy].map(([warehouse, items]) => refusedIssue(context, warehouse, items, dead.has(warehouse)));
}

async function sendNumbers(context: FlowContext, items: readonly PlanItem[]): Promise<PlanItem[]> {
  const { joor, ledger, caller, runId, settings } = context;
  const records = new Map<string, StyleRecord>();
  await inSlices([...new Set(items.map(({ key }) => key))], stylesPerLook, (keys) => {
    for (const record of ledger.styles.byKeys(keys)) records.set(record.key, record);
  });
  const rows = new Map(
    items.flatMap((item) => {
      const row = rowOf(item, records.get(item.key));
      return row === null ? [] : [[item, row] as const];
    }),
  );
  const refused: PlanItem[] = [];
  await sendBatch<PlanItem, PlanItem>(
    {
      send: async (batch) => {
        const sent = batch.flatMap((item) => rows.get(item) ?? []);
        const answer = await joor.sendStock(sent, settings.inventory.pendingOrders === 'joor', caller);
        const passed = (index: number) => answer.passed[index] ?? (answer.taken >= sent.length ? true : null);
        return {
          done: batch.filter((_, index) => passed(index) === true),
          refused: batch
            .filter((_, index) => passed(index) === false)
            .map((item) => ({ status: 'fail', message: 'JOOR did not take the number', about: String(item.number) })),
        };
      },
      keyOf: ({ number }) => String(number),
      keyOfDone: ({ number }) => String(number),
      namesOf: ({ number }) => [String(number)],
      perRecord: 200,
      done: (results) =>
        ledger.transaction(() => {
          ledger.stock.confirm(
            results.map(({ item }) => {
              const { warehouse, colour, size, units } = contentOf(item);
              return { styleKey: item.key, warehouse, colour, size, units };
            }),
            nowOf(context),
          );
          ledger.plans.settle(
            runId,
            results.map(({ item }) => item.number),
            'applied',
          );
        }),
      refused: (item, words) => {
        ledger.plans.settle(runId, [item.number], 'refused', words);
        refused.push(item);
      },
      unclear: (item) => ledger.plans.settle(runId, [item.number], 'unclear'),
    },
    items.filter((item) => rows.has(item)),
  );
  return refused;
}

function rowOf(item: PlanItem, record: StyleRecord | undefined): StockContent | null {
  const { warehouse, colour, size, units } = contentOf(item);
  const trait = record?.sizes.find(({ code }) => code === size);
  if (record === undefined || trait === undefined) return null;
  const sku = record.skus.find((one) => one.colour === colour && one.size === size);
  return {
    warehouse,
    styleNumber: record.number,
    styleIdentifier: record.identifier,
    colourCode: colour,
    size: trait.name,
    barcode: sku?.barcode ?? null,
    units,
  };
}

function refusedIssue(context: FlowContext, warehouse: string, items: readonly PlanItem[], isDead: boolean): Issue {
  const [first] = items;
  const [record] = first === undefined ? [] : context.ledger.styles.byKeys([first.key]);
  return {
    kind: 'stock',
    key: warehouse,
    code: 'refused',
    sentence: isDead
      ? `JOOR took no stock number for its warehouse ${warehouse}.`
      : `JOOR didn't take ${count(items.length, 'stock number')} for its warehouse ${warehouse}, the first for ${record?.number ?? 'a style'}.`,
    nextStep: isDead
      ? `Check that a warehouse of exactly this name exists in JOOR's Order Settings, or correct inventory.warehouses.`
      : 'Look at the style in JOOR; the next run sends the number again.',
    together: null,
  };
}
