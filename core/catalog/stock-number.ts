// The number that JOOR shows for a SKU (STK-1): what is available over the warehouse's locations, minus what approved
// orders will still take, minus the buffer, never below zero.
import { wholeUnits } from '../base/decimal.ts';

/** Quantities in ten-thousandths (see base/decimal) but for the buffer, which is in units. */
export interface StockFacts {
  readonly available: number;
  /** Approved in JOOR and not yet allocated in Cin7 Core, in units. */
  readonly promised: number;
  readonly buffer: number;
}

/** Whole units to show, zero or more. */
export function stockNumber({ available, promised, buffer }: StockFacts): number {
  return Math.max(0, wholeUnits(available) - promised - buffer);
}
