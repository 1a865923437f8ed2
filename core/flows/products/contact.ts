// Before anything is created, JOOR's own styles are looked at (GO-1): one that carries our identifier is linked, one
// with an equal style number that isn't ours holds ours back, because creating it would make a double.
import type { JoorProduct } from '../../joor/v4/products.ts';
import type { JoorSku } from '../../joor/v4/skus.ts';
import { SeamlineError } from '../../base/errors.ts';
import { count, fold, grouped } from '../../base/text.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StyleName } from '../../ledger/styles.ts';
import type { Issue } from '../../model/standing.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { replanSources, type PlannedStyle, type ProductsPlan } from './plan.ts';

/** The plan after comparing what it would create with what JOOR has. */
export async function meetJoor(context: FlowContext, plan: ProductsPlan): Promise<ProductsPlan> {
  if (plan.created.length === 0) return plan;
  const { joor, ledger, caller, listener } = context;
  listener.begin('products', "JOOR's styles", null);
  const present = await joor.products(caller);
  await checkCount(context, present.length);
  const linked = ledger.styles.keysByJoorId();
  const strangers = present.filter(({ id }) => !linked.has(id));
  const byIdentifier = new Map(strangers.map((product) => [product.identifier, product]));
  const records = ledger.styles.names(plan.created);

  const ours = records.flatMap((record) => {
    const product = byIdentifier.get(record.identifier);
    return product === undefined ? [] : [{ record, product }];
  });
  let next = plan;
  if (ours.length > 0) {
    await adopt(context, ours);
    next = await replanSources(context, plan, [...new Set(ours.map(({ record }) => record.sourceId))]);
  }
  const adopted = new Set(ours.map(({ product }) => product.id));
  const others = strangers.filter(({ id }) => !adopted.has(id));
  return holdDoubles(context, next, others, records);
}

/**
 * Holds v4's list, which has no pages and no total, against v2's count. Throws `incomplete-read` when they differ: what
 * isn't seen could be created twice.
 */
async function checkCount({ joor, caller }: FlowContext, listed: number): Promise<void> {
  const counted = await joor.styleCount(caller);
  if (counted === null || counted === listed) return;
  throw new SeamlineError('incomplete-read', {
    sentence: `JOOR lists ${count(listed, 'style')} but counts ${grouped(counted)}, so nothing is created.`,
    nextStep: "The next run looks again. If it stays so, ask JOOR's support which number is right.",
    details: { listed, counted },
  });
}

/** Links styles that carry our identifier, with the codes that JOOR already has for their colours and sizes. */
async function adopt(
  context: FlowContext,
  found: readonly { readonly record: StyleName; readonly product: JoorProduct }[],
): Promise<void> {
  const { joor, ledger, caller } = context;
  const perCall = 100;
  for (let start = 0; start < found.length; start += perCall) {
    const group = found.slice(start, start + perCall);
    const skus = await joor.skus(
      group.map(({ product }) => product.id),
      caller,
    );
    ledger.transaction(() => {
      for (const { record, product } of group) {
        ledger.styles.link(record.key, product.id, nowOf(context));
        takeOverMatrix(
          context,
          record,
          skus.filter(({ productId }) => productId === product.id),
        );
      }
    });
  }
}

/** JOOR's colours, sizes and SKUs become the known ones, so that their codes are kept (STY-3). */
function takeOverMatrix({ ledger }: FlowContext, record: StyleName, skus: readonly JoorSku[]): void {
  const traits = (pick: (sku: JoorSku) => readonly [string, string]) =>
    [...new Map(skus.map(pick))].map(([code, name], index) => ({ code, name, position: index + 1 }));
  ledger.styles.replaceMatrix(record.key, {
    colours: traits(({ colourCode, colour }) => [colourCode, colour]),
    sizes: traits(({ sizeCode, size }) => [sizeCode, size]),
    skus: skus.map((sku) => ({
      colour: sku.colourCode,
      size: sku.sizeCode,
      joorId: sku.id,
      productId: productBehind(ledger, sku),
    })),
  });
}

function productBehind(ledger: Ledger, sku: JoorSku): string | null {
  const ours = /^cin7:(.+)$/.exec(sku.identifier)?.[1];
  if (ours !== undefined) return ours;
  return sku.number === '' ? null : (ledger.products.bySku(sku.number)[0]?.id ?? null);
}

function holdDoubles(
  context: FlowContext,
  plan: ProductsPlan,
  strangers: readonly JoorProduct[],
  records: readonly StyleName[],
): ProductsPlan {
  const { ledger, runId } = context;
  const numbers = new Map(strangers.map((product) => [fold(product.number), product]));
  const created = new Set(plan.created);
  const held = records.filter(({ key, number }) => created.has(key) && numbers.has(fold(number)));
  if (held.length === 0) return plan;
  const keys = held.map(({ key }) => key);
  ledger.plans.hold(runId, keys, 'exists-in-joor');
  const styles = new Map<string, PlannedStyle>(plan.styles);
  for (const { key, number } of held) {
    const planned = styles.get(key);
    if (planned === undefined) continue;
    const issue: Issue = {
      kind: 'style',
      key,
      code: 'exists-in-joor',
      sentence: `JOOR already has a style ${number} that Seamline didn't make.`,
      nextStep: `Delete or renumber it in JOOR, or give ${number} another SKU in Cin7.`,
      together: {
        sentence: "exist in JOOR already, and Seamline didn't make them.",
        nextStep: 'Delete or renumber them in JOOR, or give each another SKU in Cin7.',
      },
    };
    styles.set(key, { ...planned, issues: [issue, ...planned.issues], pending: [] });
  }
  return { ...plan, styles, created: plan.created.filter((key) => !keys.includes(key)) };
}
