// Products that an unresolved line may have meant, with why each fits (ORD-2): near misses in case, spaces, signs and
// leading zeros, a barcode where a SKU should stand, and a slip of one letter. Suggestions are for a person: nothing is
// ever sold on one.
import type { Suggestion } from '../model/order-check.ts';
import type { OrderLine } from '../model/order.ts';
import type { Product } from '../model/product.ts';

export type Candidate = Pick<Product, 'id' | 'sku' | 'name' | 'barcode'>;

const mostSuggestions = 3;

/** The best suggestions of the candidates for a line, closest first; `name` is what the line is called. */
export function suggestProducts(line: OrderLine, name: string, candidates: readonly Candidate[]): Suggestion[] {
  return candidates
    .flatMap((candidate) => {
      const fit = fitOf(line, name, candidate);
      return fit === null ? [] : [{ candidate, ...fit }];
    })
    .sort((a, b) => a.rank - b.rank || (a.candidate.sku < b.candidate.sku ? -1 : 1))
    .slice(0, mostSuggestions)
    .map(({ candidate, why }) => ({ productId: candidate.id, sku: candidate.sku, name: candidate.name, why }));
}

interface Fit {
  /** Lower is closer. */
  readonly rank: number;
  readonly why: string;
}

/** How a product fits a line; null when it doesn't. */
function fitOf({ upc }: OrderLine, name: string, { sku, barcode }: Candidate): Fit | null {
  const code = upc.trim();
  const its = barcode?.trim() ?? '';
  if (isSame(sku, name, lettersOnly)) return { rank: 1, why: 'Its SKU differs only in capital letters.' };
  if (isSame(sku, name, withoutSigns)) return { rank: 2, why: 'Its SKU differs only in spaces and signs.' };
  if (isSame(sku, name, withoutZeros)) return { rank: 3, why: 'Its SKU differs only in leading zeros.' };
  if (isSame(its, name, lettersOnly)) return { rank: 4, why: `Its barcode is ${its}.` };
  if (isSame(its, code, lettersOnly)) return { rank: 5, why: `Its barcode is ${its}.` };
  if (isSame(its, code, withoutZeros) || isSame(its, name, withoutZeros))
    return { rank: 6, why: `Its barcode ${its} differs only in leading zeros.` };
  if (isSame(sku, code, withoutZeros)) return { rank: 7, why: "Its SKU is the line's barcode." };
  if (isSlip(sku, name)) return { rank: 8, why: 'One letter of its SKU is missing, added or swapped.' };
  return null;
}

function isSame(one: string, other: string, bare: (text: string) => string): boolean {
  const [a, b] = [bare(one), bare(other)];
  return a !== '' && a === b;
}

const lettersOnly = (text: string) => text.trim().toUpperCase();

const signs = /[\s\-_./]+/g;

const withoutSigns = (text: string) => text.toUpperCase().replace(signs, '');

const partsOf = (text: string) => text.trim().toUpperCase().split(signs);

/** Part by part, so that `SH-001` is `SH-1` and `SH-10` is not. */
const withoutZeros = (text: string) =>
  partsOf(text)
    .map((part) => part.replace(/^0+(?=.)/, '').replace(/(?<=\D)0+(?=\d)/g, ''))
    .join('');

/** True when one part of letters lost, won or swapped a letter. Another letter or number is another colour or size. */
function isSlip(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  const different = a.flatMap((part, index) => (part === b[index] ? [] : [[part, b[index] ?? ''] as const]));
  const [pair, ...more] = different;
  if (a.length !== b.length || pair === undefined || more.length > 0) return false;
  const [longer, shorter] = pair[0].length >= pair[1].length ? pair : [pair[1], pair[0]];
  if (!/^\p{L}{3,}$/u.test(longer) || !/^\p{L}{3,}$/u.test(shorter)) return false;
  const positions = Array.from(longer, (_, index) => index);
  const without = (at: number) => longer.slice(0, at) + longer.slice(at + 1);
  const swapped = (at: number) =>
    longer.slice(0, at) + longer.charAt(at + 1) + longer.charAt(at) + longer.slice(at + 2);
  return positions.some((at) => without(at) === shorter || swapped(at) === shorter);
}
