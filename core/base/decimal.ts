// Money and quantities as decimals. Nothing in Seamline computes money in binary floats; this is the only module that
// knows the decimal library.
import { Decimal as Library } from 'decimal.js';

export const Decimal = Library.clone({ precision: 40, rounding: Library.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Decimal = Library;

export const zero = new Decimal(0);

/**
 * A decimal from what an API sent: a number, or a text such as `"100.00"`.
 * Gives null for what is not a finite number: `""`, null, `"n/a"`.
 */
export function parseDecimal(value: unknown): Decimal | null {
  if (typeof value === 'number') return Number.isFinite(value) ? new Decimal(value) : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return /^[+-]?\d+(\.\d*)?$|^[+-]?\.\d+$/.test(text) ? new Decimal(text) : null;
}

/** Rounded half up to the given number of places (money: 2, prices: 4). */
export function round(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
}

/** Text with exactly two places, as JOOR's price calls want it: `"58.00"`. */
export function moneyText(value: Decimal): string {
  // Rounded first: what rounds to nothing has no sign.
  return round(value, 2).toFixed(2);
}

/** The same of a decimal text, without computing where it only has to be filled up. */
export function moneyTextOf(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  return /^\d+$/.test(whole) && /^\d{0,2}$/.test(fraction)
    ? `${whole}.${fraction.padEnd(2, '0')}`
    : moneyText(new Decimal(text));
}

/** The shortest exact text: `"58"`, `"58.5"`. Used for storage and hashes, so that 58.0 and 58.00 are the same. */
export function plainText(value: Decimal): string {
  return value.toFixed();
}

/** The sum of the values, zero for none. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total: Decimal = zero;
  for (const value of values) total = total.plus(value);
  return total;
}

const quantityScale = 10_000;

/**
 * A stock quantity as a whole number of ten-thousandths, so that many rows add up without rounding (Cin7 Core gives at
 * most four places, Cin7 1.4).
 */
export function scaleQuantity(quantity: number): number {
  return Math.round(quantity * quantityScale);
}

/** Whole units of a scaled quantity, rounded down: half a unit can't be sold. */
export function wholeUnits(scaled: number): number {
  return Math.floor(scaled / quantityScale);
}
