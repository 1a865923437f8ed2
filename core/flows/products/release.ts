// Frees a SKU's number and barcode in JOOR before another SKU takes them: when a product joins or leaves a family, or two
// variants swap places, JOOR would refuse the second holder of the same name (STY-2).
import { chunks } from '../../base/slices.ts';
import { isSeamlineError } from '../../base/errors.ts';
import type { SkuContent } from '../../joor/v4/skus.ts';
import type { SkuHolder } from '../../ledger/styles.ts';
import type { SkuChange } from '../../model/plan.ts';
import type { FlowContext } from '../context.ts';

interface Taking {
  readonly key: string;
  readonly sku: SkuChange;
}

/** Renames what holds a number or barcode that the given SKUs are about to take. Refusals are left to the taking itself. */
export async function releaseNames(context: FlowContext, taking: readonly Taking[]): Promise<void> {
  const { joor, ledger, caller, settings, log } = context;
  const wanted = new Map<string, Taking>();
  for (const one of taking) for (const name of [one.sku.sku, one.sku.barcode]) if (name !== null) wanted.set(name, one);
  const holders = ledger.styles
    .holders([...wanted.keys()])
    .filter((holder) => holder.names.some((name) => isOther(holder, wanted.get(name))));
  for (const group of chunks(holders, settings.batch.skus)) {
    try {
      await joor.updateSkus(group.map(released), caller);
    } catch (error) {
      if (!isSeamlineError(error, 'refused')) throw error;
      log.write('warn', 'JOOR did not release SKU numbers', { words: error.message });
      continue;
    }
    // What JOOR has of them now isn't what was confirmed: their own style says what they should be.
    ledger.transaction(() => {
      for (const { key, colour, size, joorId } of group) {
        ledger.styles.linkSku(key, colour.code, size.code, joorId, null);
        if (ledger.plans.isPartDone(context.runId, key, 'skus')) ledger.styles.forgetPart(key, 'skus');
      }
    });
  }
}

function isOther(holder: SkuHolder, taker: Taking | undefined): boolean {
  if (taker === undefined) return false;
  const { key, sku } = taker;
  return holder.key !== key || holder.colour.code !== sku.colour.code || holder.size.code !== sku.size.code;
}

function released({ joorId, productId, colour, size }: SkuHolder): SkuContent & { readonly id: string } {
  const name = `released-${joorId}`;
  return { id: joorId, productId, number: name, identifier: name, barcode: null, colour, size };
}
