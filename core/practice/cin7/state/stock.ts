// Stock rows: one per product, location, bin and batch (Cin7 6.1). Quantities have at most four decimals and are rounded
// to them after every sum, so that they stay exact. Available is never stored: it is OnHand less Allocated.
import type { StockRow } from './records.ts';

type StockPlace = Pick<StockRow, 'productId' | 'locationId'> & Partial<Pick<StockRow, 'bin' | 'batch'>>;

export interface Stock {
  rowsOf(productId: string): readonly StockRow[];
  rowsAt(productId: string, locationId: string): readonly StockRow[];
  /** The row for exactly this place, made when there is none. */
  rowFor(place: StockPlace): StockRow;
  add(row: StockRow): void;
  removeProduct(productId: string): void;
  removeLocation(locationId: string): void;
}

/** An empty stock. */
export function createStock(): Stock {
  const rows = new Map<string, StockRow[]>();
  const rowsOf = (productId: string): StockRow[] => rows.get(productId.toLowerCase()) ?? [];
  const add = (row: StockRow) => {
    const known = rows.get(row.productId.toLowerCase());
    if (known) known.push(row);
    else rows.set(row.productId.toLowerCase(), [row]);
  };
  return {
    rowsOf,
    rowsAt: (productId, locationId) => rowsOf(productId).filter((row) => row.locationId === locationId),
    rowFor({ productId, locationId, bin = null, batch = null }) {
      const known = rowsOf(productId).find(
        (row) => row.locationId === locationId && row.bin === bin && row.batch === batch,
      );
      if (known) return known;
      const row = emptyRow(productId, locationId, bin, batch);
      add(row);
      return row;
    },
    add,
    removeProduct: (productId) => {
      rows.delete(productId.toLowerCase());
    },
    removeLocation(locationId) {
      for (const [id, own] of rows)
        rows.set(
          id,
          own.filter((row) => row.locationId !== locationId),
        );
    },
  };
}

/** A row without any stock. */
function emptyRow(
  productId: string,
  locationId: string,
  bin: string | null = null,
  batch: string | null = null,
): StockRow {
  return {
    productId,
    locationId,
    bin,
    batch,
    expiryDate: null,
    onHand: 0,
    allocated: 0,
    onOrder: 0,
    inTransit: 0,
    nextDeliveryDate: null,
  };
}

/** `OnHand - Allocated` (Cin7 6.1); may be negative. */
export function availableOf(row: Pick<StockRow, 'onHand' | 'allocated'>): number {
  return fourPlaces(row.onHand - row.allocated);
}

/** A quantity or price at the four decimals that the API keeps (Cin7 1.4). */
export function fourPlaces(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
