// How Cin7 Core writes single values: null and "" for nothing, booleans as words, GUIDs in either case, business dates
// without a zone, timestamps with a trimmed fraction (Cin7 1.4).
import { z } from 'zod';
import { parseInstant, parsePlainDate } from '../../base/dates.ts';
import { parseDecimal, plainText } from '../../base/decimal.ts';

/** A text; nothing is the empty text. */
export const text = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined ? '' : String(value)));

const emptyGuid = '00000000-0000-0000-0000-000000000000';

/** A GUID in lower case; the empty text when there is none, which may also be written as a GUID of zeros. */
export const guid = text.transform((value) => (value === emptyGuid ? '' : value.toLowerCase()));

/** A GUID that must be there. */
export const someGuid = z
  .string()
  .min(1)
  .transform((value) => value.toLowerCase());

/** A boolean, also as `"true"`, `1` or `yes`; nothing is false. */
export const flag = z
  .union([z.boolean(), z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => value === true || /^(true|1|yes)$/i.test(String(value)));

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

/** A decimal whose 0 means "not set" (price tiers, Cin7 3.2): null then. */
export const tierPrice = decimalText.transform((value) => (value === '0' ? null : value));

/** A plain number, for counts and quantities. */
export const quantity = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined || value === '' ? 0 : Number(value)))
  .pipe(z.number());

/** An instant; null for nothing or for what is no date. */
export const instant = text.transform((value) => parseInstant(value));

/** A business date as written, never converted; null for nothing. */
export const businessDate = text.transform((value) => parsePlainDate(value));

/**
 * A date that may come in the company's own format, as /me writes its dates (Cin7 2.1): ISO, `30/06/2026`, `30.06.2026`,
 * `30 Jun 2026`. Where day and month could be either, the later of the two days; null for what is no date.
 */
export const companyDate = text.transform((value) => parsePlainDate(value) ?? laterReading(value));

function laterReading(value: string): string | null {
  const numbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\s.*)?$/.exec(value.trim());
  if (numbers) {
    const [, first = '', second = '', year = ''] = numbers;
    const readings = [plainDate(year, first, second), plainDate(year, second, first)];
    return (
      readings
        .filter((date) => date !== null)
        .sort()
        .at(-1) ?? null
    );
  }
  const named = /^(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4})(?:\s.*)?$/i.exec(value.trim());
  const month = months.indexOf((named?.[2] ?? '').toLowerCase()) + 1;
  return named === null || month === 0 ? null : plainDate(named[3] ?? '', String(month), named[1] ?? '');
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function plainDate(year: string, month: string, dayOfMonth: string): string | null {
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
}

/** A list; null and "" are empty lists. */
export function list<Item>(item: z.ZodType<Item>): z.ZodType<Item[]> {
  return z
    .unknown()
    .optional()
    .transform((value) => (value === null || value === undefined || value === '' ? [] : value))
    .pipe(z.array(item));
}

/** A business date as Cin7 Core wants it: midnight without a zone. */
export function businessDateText(date: string): string {
  return `${date}T00:00:00`;
}
