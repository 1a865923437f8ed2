// Checks the rows of a long list in slices: an answer of a thousand rows would hold a window's thread otherwise.
import type { z } from 'zod';
import { startSlices } from '../base/slices.ts';

/** Every row as its schema gives it. Throws at the first that doesn't fit. */
export async function parseRows<Row>(schema: z.ZodType<Row>, values: readonly unknown[]): Promise<Row[]> {
  const slices = startSlices();
  const rows: Row[] = [];
  for (const value of values) {
    rows.push(schema.parse(value));
    if (slices.due()) await slices.rest();
  }
  return rows;
}
