// How JOOR writes single values: numbers as strings, nothing as "", empty lists as "", ids as text or number (JOOR 4).
import { z } from 'zod';
import { parseInstant, parsePlainDate } from '../base/dates.ts';
import { parseDecimal, plainText } from '../base/decimal.ts';

/** A text; nothing is the empty text. Ids that come as numbers are texts, too. */
export const text = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined ? '' : String(value)));

/** An id that must be there. */
export const id = z.union([z.string().min(1), z.number()]).transform(String);

/** A decimal as its shortest exact text; nothing is 0. */
export const decimalText = z
  .unknown()
  .optional()
  .transform((value, context) => {
    if (value === null || value === undefined || value === '') return '0';
    const decimal = parseDecimal(value);
    if (decimal !== null) return plainText(decimal);
    context.addIssue({ code: 'custom', message: 'is no number' });
    return z.NEVER;
  });

/** A count; nothing is 0. */
export const wholeNumber = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined || value === '' ? 0 : Number(value)))
  .pipe(z.number());

/** A count that may be absent. */
export const optionalNumber = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined || value === '' ? null : Number(value)))
  .pipe(z.number().nullable());

/** A boolean, also as a word or number. */
export const flag = z
  .union([z.boolean(), z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => value === true || /^(true|1|yes)$/i.test(String(value)));

/** A list; nothing and "" are empty lists, a lone object is a list of one. */
export function list<Item>(item: z.ZodType<Item>): z.ZodType<Item[]> {
  return z
    .unknown()
    .optional()
    .transform((value) => {
      if (value === null || value === undefined || value === '') return [];
      return Array.isArray(value) ? value : [value];
    })
    .pipe(z.array(item));
}

/** A part of a row; nothing and "" are null (JOOR 4). */
export function part<Part>(inner: z.ZodType<Part>): z.ZodType<Part | null> {
  return z
    .unknown()
    .optional()
    .transform((value): unknown => (value === undefined || value === '' ? null : value))
    .pipe(inner.nullable());
}

export const instant = text.transform((value) => parseInstant(value));

/** A day, with or without a time behind it (JOOR 6.1). */
export const plainDate = text.transform((value) => parsePlainDate(value));
