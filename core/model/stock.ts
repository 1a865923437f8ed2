// Stock as Cin7 Core counts it, summed over bins and batches, and the number JOOR should show for a SKU.

/** Quantities are whole numbers of ten-thousandths (see base/decimal), so that sums are exact. */
export interface StockLine {
  readonly productId: string;
  readonly location: string;
  readonly available: number;
  readonly onHand: number;
}

/** What one SKU should show in one of JOOR's warehouses, in whole units. */
export interface StockNumber {
  readonly styleKey: string;
  readonly colour: string;
  readonly size: string;
  readonly warehouse: string;
  readonly units: number;
}
