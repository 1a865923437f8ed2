// Each order line to exactly one product of Cin7 Core (ORD-2): by our own links first, then by SKU, by what a person
// decided before, and by a barcode that only one product carries. No guess is ever used; near misses are suggested.
import { fold } from '../base/text.ts';
import type { CheckedLine, Suggestion } from '../model/order-check.ts';
import type { Product } from '../model/product.ts';
import type { OrderLine } from '../model/order.ts';
import type { Reason } from '../model/standing.ts';
import { suggestProducts, type Candidate } from './suggest.ts';

/** How products are found; the flow answers from the ledger. */
export interface ProductFinder {
  /** The Cin7 product behind one of JOOR's SKU ids, by our links. */
  byJoorSku(joorSkuId: string): Product | null;
  byId(id: string): Product | null;
  /** Products with this SKU, whatever its case. */
  bySku(sku: string): readonly Product[];
  byBarcode(barcode: string): readonly Product[];
  /** What a person said this name stands for. */
  byAlias(name: string): Product | null;
  /** Active products that resemble what a line is called. */
  near(names: { readonly names: readonly string[]; readonly style: string }): readonly Candidate[];
}

export type ResolvedLine =
  | { readonly line: OrderLine; readonly product: Product }
  | {
      readonly line: OrderLine;
      readonly problem: Reason;
      /** The product that the line will take from stock all the same; null when it isn't known. */
      readonly takes: Product | null;
      readonly suggestions: readonly Suggestion[];
    };

/** True for a line that is to be sold: cancelled ones and empty ones are not. */
export function isSold({ isCancelled, quantity }: OrderLine): boolean {
  return !isCancelled && quantity !== 0;
}

/** The lines that are to be sold. */
export function soldLines(lines: readonly OrderLine[]): OrderLine[] {
  return lines.filter(isSold);
}

/** The product of a line, or why it can't be sold as it is. */
export function resolveLine(line: OrderLine, find: ProductFinder): ResolvedLine {
  const label = lineName(line);
  const found = findProduct(line, find);
  const takes = typeof found === 'string' ? null : found;
  const problem = (
    code: string,
    sentence: string,
    nextStep: string,
    suggestions: readonly Suggestion[] = [],
  ): ResolvedLine => ({ line, problem: { code, sentence, nextStep }, takes, suggestions });
  const suggested = () => suggestProducts(line, label, find.near(namesOf(line)));

  if (line.packSize !== null)
    return problem(
      'case-pack',
      `${label} is a case pack of ${line.packSize}. Seamline doesn't split packs.`,
      'Enter this order in Cin7 by hand.',
    );
  if (!Number.isInteger(line.quantity) || line.quantity < 0)
    return problem('quantity', `${label} has the quantity ${line.quantity}.`, 'Correct the quantity in JOOR.');
  if (found === 'ambiguous-barcode')
    return problem(
      found,
      `Barcode ${line.upc} of ${label} belongs to several products in Cin7.`,
      'Give each product its own barcode in Cin7.',
      suggested(),
    );
  if (found === 'ambiguous-sku')
    return problem(
      found,
      `Several products in Cin7 have SKU ${label}.`,
      'Give each product its own SKU in Cin7.',
      suggested(),
    );
  if (found === null) {
    const suggestions = suggested();
    const [best] = suggestions;
    return problem(
      'unknown-sku',
      `SKU ${label} isn't in Cin7.`,
      best === undefined
        ? `Create ${label} in Cin7, or correct its SKU there.`
        : `Use ${best.sku} for it from now on, or create ${label} in Cin7.`,
      suggestions,
    );
  }
  if (!isActive(found))
    return problem(
      'inactive-product',
      `${found.sku} is ${found.status.toLowerCase()} in Cin7.`,
      `Make ${found.sku} active again in Cin7.`,
      suggested(),
    );
  return { line, product: found };
}

/** A resolved line as it is stored with the order. */
export function checkedLine(number: number, resolved: ResolvedLine): CheckedLine {
  const product = 'product' in resolved ? resolved.product : resolved.takes;
  return {
    number,
    name: lineName(resolved.line),
    productId: product?.id ?? null,
    sku: product?.sku ?? null,
    problem: 'problem' in resolved ? resolved.problem : null,
    suggestions: 'problem' in resolved ? [...resolved.suggestions] : [],
  };
}

/** Units that a line takes from stock: packs count their pieces, and a part of a unit counts as one. */
export function unitsOf({ quantity, packSize }: OrderLine): number {
  return Math.ceil(Math.max(0, quantity) * (packSize ?? 1));
}

/** What a line is called: its SKU where JOOR knows it, else style, colour and size. */
export function lineName(line: OrderLine): string {
  const identifier = line.skuIdentifier.startsWith('cin7:') ? '' : line.skuIdentifier;
  return identifier !== ''
    ? identifier
    : [line.styleNumber, line.colour, line.size].filter((part) => part !== '').join(' ');
}

/** The Cin7 product id in a SKU identifier that Seamline minted; null for any other. */
export function ownProductId({ skuIdentifier }: OrderLine): string | null {
  return /^cin7:(.+)$/.exec(skuIdentifier)?.[1] ?? null;
}

const isActive = ({ status }: Product) => fold(status) === 'active';

function namesOf(line: OrderLine): { names: string[]; style: string } {
  return { names: [lineName(line), line.upc], style: line.styleNumber };
}

type Found = Product | null | 'ambiguous-sku' | 'ambiguous-barcode';

function findProduct(line: OrderLine, find: ProductFinder): Found {
  const certain = byIdentity(line, find);
  if (certain !== null && certain !== 'ambiguous-sku' && isActive(certain)) return certain;
  // A person's word comes before a barcode, and helps where the product itself is no longer sold.
  const alias = find.byAlias(lineName(line));
  if (alias !== null) return alias;
  if (certain !== null) return certain;
  if (line.upc === '') return null;
  const [product, ...more] = find.byBarcode(line.upc).filter(isActive);
  if (product === undefined) return null;
  return more.length === 0 ? product : 'ambiguous-barcode';
}

/** By our link, our own id, or the SKU. */
function byIdentity(line: OrderLine, find: ProductFinder): Product | null | 'ambiguous-sku' {
  const linked = line.skuId === '' ? null : find.byJoorSku(line.skuId);
  if (linked !== null) return linked;
  const own = ownProductId(line);
  if (own !== null) return find.byId(own);
  if (line.skuIdentifier === '') return null;
  const all = find.bySku(line.skuIdentifier);
  const exact = all.filter(({ sku }) => sku === line.skuIdentifier);
  const [product, ...more] = exact.length === 1 ? exact : all;
  if (product === undefined) return null;
  return more.length === 0 ? product : 'ambiguous-sku';
}
