// Barcodes that JOOR can take only once, but that several SKUs of the selected styles carry in Cin7 Core (STY-4, gotcha 17).
import { startSlices } from '../../base/slices.ts';
import { selectSource } from '../../catalog/selection.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StyleSource } from '../../model/product.ts';
import type { Settings } from '../../settings/index.ts';

const barcodesPerChunk = 2_000;

/** Barcodes that more than one SKU of the selected styles carries. */
export async function sharedBarcodes(ledger: Ledger, settings: Settings['products']): Promise<Set<string>> {
  const shared = new Set<string>();
  const slices = startSlices();
  for (let after = ''; ;) {
    const repeated = ledger.products.repeatedBarcodes(after, barcodesPerChunk);
    if (repeated === null) return shared;
    for (const [barcode, sourceIds] of repeated.holders) {
      if (isShared(ledger, settings, barcode, sourceIds)) shared.add(barcode);
      if (slices.due()) await slices.rest();
    }
    after = repeated.last;
    if (slices.due()) await slices.rest();
  }
}

/** The same among the barcodes of one source. */
export function sharedBarcodesOf(ledger: Ledger, settings: Settings['products'], source: StyleSource): Set<string> {
  const barcodes = source.variants.flatMap(({ product }) => product.barcode ?? []);
  return new Set(barcodes.filter((barcode) => isShared(ledger, settings, barcode, ledger.products.holdersOf(barcode))));
}

function isShared(
  ledger: Ledger,
  settings: Settings['products'],
  barcode: string,
  sourceIds: readonly string[],
): boolean {
  if (sourceIds.length < 2) return false;
  const holders = ledger.products.sources([...new Set(sourceIds)]).flatMap((source) => {
    const selection = selectSource(source, settings);
    return selection.selected ? selection.live.filter(({ product }) => product.barcode === barcode) : [];
  });
  return holders.length > 1;
}
