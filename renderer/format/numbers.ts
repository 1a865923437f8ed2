// Numbers as people read them: grouped counts, money with its code after it, signed differences. Money stays decimal text
// from end to end; nothing here goes through a binary float.

/** How a language groups and marks decimals: `1,234.5` or `1.234,5`. */
export interface NumberMarks {
  readonly group: string;
  readonly decimal: string;
}

const minus = '\u2212';

/** The marks of a language; takes a BCP 47 tag, falls back to English where it isn't known. */
export function marksOf(locale: string): NumberMarks {
  const parts = new Intl.NumberFormat([locale, 'en']).formatToParts(1_234_567.8);
  const of = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { group: of('group', ''), decimal: of('decimal', '.') };
}

function grouped(digits: string, group: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, group);
}

/** A whole number, grouped. Zero is `0`; what isn't known is said in words. */
export function countText(value: number | null, marks: NumberMarks): string {
  if (value === null) return 'not read yet';
  const text = grouped(String(Math.abs(Math.trunc(value))), marks.group);
  return value < 0 ? `${minus}${text}` : text;
}

/** `258 of 348`; `258` while the total isn't known. */
export function ofText(done: number, total: number | null, marks: NumberMarks): string {
  return total === null ? countText(done, marks) : `${countText(done, marks)} of ${countText(total, marks)}`;
}

/**
 * An amount without its code: decimal text in, grouped text with at least two places out. Further places are kept where
 * they say something (`12.3450` becomes `12.345`). Text that is no decimal comes back as it is.
 */
export function amountText(decimal: string, marks: NumberMarks): string {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(decimal.trim());
  if (match === null) return decimal;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const places = fraction.replace(/0+$/, '').padEnd(2, '0');
  const isZero = /^0*$/.test(whole + places);
  const text = `${grouped(whole.replace(/^0+(?=\d)/, ''), marks.group)}${marks.decimal}${places}`;
  return sign === '-' && !isZero ? `${minus}${text}` : text;
}

/** `4,160.00 USD`: never a bare sign. */
export function moneyText(decimal: string, currency: string, marks: NumberMarks): string {
  return `${amountText(decimal, marks)} ${currency}`;
}

/** A difference with its sign, a true minus; empty for none: `+548.00`. */
export function differenceText(decimal: string, marks: NumberMarks): string {
  const text = amountText(decimal, marks);
  if (/^[0.,\s]*$/.test(text)) return '';
  return text.startsWith(minus) ? text : `+${text}`;
}

/** A difference of whole units: `+4`, `−2`. */
export function unitsDifference(from: string, to: string): string {
  const difference = Number(to) - Number(from);
  return difference < 0 ? `${minus}${Math.abs(difference)}` : `+${difference}`;
}

/** `1 style`, `4 styles`, grouped. */
export function countOf(value: number, one: string, many: string, marks: NumberMarks): string {
  return `${countText(value, marks)} ${value === 1 ? one : many}`;
}
