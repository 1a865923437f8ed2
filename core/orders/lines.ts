// Each order line to exactly one product of Cin7 Core (ORD-2): by our own links first, then by SKU, by a barcode that
// only one product carries, and by what a person decided before. No guess is ever used.
import type { Product } from '../model/product.ts';
import type { OrderLine } from '../model/order.ts';
import type { Reason } from '../model/standing.ts';

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
}

export type ResolvedLine =
  | { readonly line: OrderLine; readonly product: Product }
  | {
      readonly line: OrderLine;
      readonly problem: Reason;
      /** The product that the line will take from stock all the same; null when it isn't known. */
      readonly takes: Product | null;
    };

/** The lines that are to be sold: cancelled ones and empty ones are not. */
export function soldLines(lines: readonly OrderLine[]): OrderLine[] {
  return lines.filter(({ isCancelled, quantity }) => !isCancelled && quantity !== 0);
}

/** The product of a line, or why it can't be sold as it is. */
export function resolveLine(line: OrderLine, find: ProductFinder): ResolvedLine {
  const label = labelOf(line);
  const found = findProduct(line, find);
  const takes = found === 'ambiguous' ? null : found;
  const problem = (code: string, sentence: string, nextStep: string): ResolvedLine => ({
    line,
    problem: { code, sentence, nextStep },
    takes,
  });
  if (line.packSize !== null)
    return problem(
      'case-pack',
      `${label} is a case pack of ${line.packSize}. Seamline doesn't split packs.`,
      'Enter this order in Cin7 by hand.',
    );
  if (!Number.isInteger(line.quantity) || line.quantity < 0)
    return problem('quantity', `${label} has the quantity ${line.quantity}.`, 'Correct the quantity in JOOR.');
  if (found === 'ambiguous')
    return problem(
      'ambiguous-barcode',
      `Barcode ${line.upc} of ${label} belongs to several products in Cin7.`,
      'Give each product its own barcode in Cin7.',
    );
  if (found === null)
    return problem('unknown-sku', `SKU ${label} isn't in Cin7.`, `Create ${label} in Cin7, or correct its SKU there.`);
  if (found.status.toLowerCase() !== 'active')
    return problem(
      'inactive-product',
      `${found.sku} is ${found.status.toLowerCase()} in Cin7.`,
      `Make ${found.sku} active again in Cin7.`,
    );
  return { line, product: found };
}

/** Units that a line takes from stock: packs count their pieces, and a part of a unit counts as one. */
export function unitsOf({ quantity, packSize }: OrderLine): number {
  return Math.ceil(Math.max(0, quantity) * (packSize ?? 1));
}

/** What a line is called: its SKU where JOOR knows it, else style, colour and size. */
function labelOf(line: OrderLine): string {
  const identifier = line.skuIdentifier.startsWith('cin7:') ? '' : line.skuIdentifier;
  return identifier !== ''
    ? identifier
    : [line.styleNumber, line.colour, line.size].filter((part) => part !== '').join(' ');
}

function findProduct(line: OrderLine, find: ProductFinder): Product | null | 'ambiguous' {
  const linked = line.skuId === '' ? null : find.byJoorSku(line.skuId);
  if (linked !== null) return linked;
  const ours = /^cin7:(.+)$/.exec(line.skuIdentifier)?.[1];
  if (ours !== undefined) {
    const product = find.byId(ours);
    if (product !== null) return product;
  } else if (line.skuIdentifier !== '') {
    const [product, ...more] = find.bySku(line.skuIdentifier);
    if (product !== undefined && more.length === 0) return product;
  }
  const alias = find.byAlias(labelOf(line));
  if (alias !== null) return alias;
  if (line.upc !== '') {
    const [product, ...more] = find.byBarcode(line.upc).filter(({ status }) => status.toLowerCase() === 'active');
    if (product !== undefined) return more.length === 0 ? product : 'ambiguous';
  }
  return null;
}
