// Small text rules shared by the rooms: comparing names, reading tag lists, cutting to an API's lengths.

const folded = new Map<string, string>();
const mostFolded = 5_000;

/** For comparing what people typed: trimmed, inner spaces single, case folded. Tags and states recur, so it remembers. */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const result = text.trim().replace(/\s+/g, ' ').toLowerCase();
  if (folded.size >= mostFolded) folded.clear();
  folded.set(text, result);
  return result;
}

/** The tags of Cin7 Core's one comma string, trimmed, empty ones dropped, doubles (by case) dropped (Cin7 13, gotcha 17). */
export function splitTags(text: string | null | undefined): string[] {
  const seen = new Set<string>();
  const tags: string[] = [];
  for (const part of (text ?? '').split(',')) {
    const tag = part.trim();
    if (tag === '' || seen.has(fold(tag))) continue;
    seen.add(fold(tag));
    tags.push(tag);
  }
  return tags;
}

/** Capital letters, digits and hyphens: `Washed Black` becomes `WASHED-BLACK`. Empty when nothing is left. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * At most the given length, never ending in half a character. Lengths are counted as JavaScript and .NET count them,
 * which is never less than the number of characters: what fits here fits an API that counts otherwise.
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const isInsidePair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(length - 1, length + 1));
  return text.slice(0, isInsidePair ? length - 1 : length);
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** HTML from Cin7 Core's rich description as plain text: paragraphs become lines, markup goes, entities are read. */
export function plainTextOfHtml(html: string): string {
  return html
    .replace(/<!--[^]*?(-->|$)|<(script|style)(?=[\s/>])[^]*?(<\/\2\s*>|$)/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|h[1-6]|tr)\s*>/gi, '\n')
    .replace(/<[a-z/!?][^<>]*>/gi, '')
    .replace(/&(#\d+|#x[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => entityText(name) ?? whole)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function entityText(name: string): string | undefined {
  if (!name.startsWith('#')) return entities.get(name.toLowerCase());
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= 0x10ffff && !isHalf ? String.fromCodePoint(code) : undefined;
}

/** `1 style`, `2 styles`, with thousands grouped. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** A whole number with its thousands grouped: `5,000`. */
export function grouped(number: number): string {
  return number.toLocaleString('en-US');
}

/** Money as people read it: two places, thousands grouped, the code behind it: `4,160.00 USD`. */
export function moneyWords(amount: string, currency: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const sign = whole.startsWith('-') ? '\u2212' : '';
  const groupedWhole = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${groupedWhole}.${fraction.padEnd(2, '0')} ${currency}`;
}

/** The text with a capital at its start, as a label has it; the rest stays as it is. */
export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Names as a sentence lists them: `Products, Linesheets and Stock`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
