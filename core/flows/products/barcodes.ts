// Barcodes that JOOR can take only once, but that several SKUs of the selected styles carry in Cin7 Core (STY-4, gotcha 17).
import { selectSource } from '../../catalog/selection.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Settings } from '../../settings/index.ts';

/** Barcodes that more than one SKU of the selected styles carries. */
export function sharedBarcodes(ledger: Ledger, settings: Settings['products']): Set<string> {
  const shared = new Set<string>();
  for (const [barcode, sourceIds] of ledger.products.repeatedBarcodes()) {
    const holders = ledger.products.sources([...new Set(sourceIds)]).flatMap((source) => {
      const selection = selectSource(source, settings);
      return selection.selected ? selection.live.filter(({ product }) => product.barcode === barcode) : [];
    });
    if (holders.length > 1) shared.add(barcode);
  }
  return shared;
}
