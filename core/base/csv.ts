// Comma-separated text as spreadsheets read it. What comes from outside is data (SEC-2): a cell that a spreadsheet would take
// for a formula is marked as text.

/** Starts of a formula; a plain number may begin with a sign. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/** Rows as CSV (RFC 4180) with a mark by which spreadsheets know its encoding; the first row holds the names of the columns. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
