// Availability on the wire: one row per product, location, bin and batch (Cin7 6.1). `StockOnHand` is money and is left
// alone; quantities become whole ten-thousandths so that rows add up exactly.
import { z } from 'zod';
import { scaleQuantity } from '../../base/decimal.ts';
import { quantity, someGuid, text } from './values.ts';

export interface AvailabilityRow {
  readonly productId: string;
  readonly location: string;
  /** Tells rows of the same product and location apart. */
  readonly bin: string;
  readonly batch: string;
  readonly available: number;
  readonly onHand: number;
}

/** A quantity that can be counted exactly; anything larger is no stock but a broken answer. */
const units = quantity
  .transform(scaleQuantity)
  .refine((scaled) => Number.isSafeInteger(scaled), { error: 'is no quantity of stock' });

export const availabilitySchema = z
  .object({
    ID: someGuid,
    Location: text,
    Bin: text,
    Batch: text,
    ExpiryDate: text,
    Available: units,
    OnHand: units,
  })
  .transform((row): AvailabilityRow => ({
    productId: row.ID,
    location: row.Location,
    bin: row.Bin,
    batch: `${row.Batch}\u0000${row.ExpiryDate}`,
    available: row.Available,
    onHand: row.OnHand,
  }));
