// Lines and charges of quotes, orders and invoices: their shape, and their checks in the reference's order (Cin7 14.3):
// product, Quantity, Price, TaxRule, Total, then the charges. Messages follow the vendor's pattern; the reference has no
// exact texts for this call, so they are invented unless marked otherwise.
import { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import { decimalMember, flagMember, textMember } from '../http/bodies.ts';
import type { ProductRecord } from '../state/records.ts';
import type { DocumentCharge, DocumentLine } from '../state/sale-records.ts';
import { sameText } from '../state/state.ts';
import { fourPlaces } from '../state/stock.ts';
import { accountProblem, lengthProblem, taxRuleProblem } from '../wire/reference-checks.ts';
import { type LineAmounts, lineTotal } from './totals.ts';

export const lineBody = z.object({
  ProductID: textMember,
  SKU: textMember,
  Name: textMember,
  Quantity: decimalMember,
  Price: decimalMember,
  Discount: decimalMember,
  Tax: decimalMember,
  TaxRule: textMember,
  Total: decimalMember,
  Comment: textMember,
  DropShip: flagMember,
  AverageCost: decimalMember,
  BackorderQuantity: decimalMember,
  Backorder: flagMember,
  Account: textMember,
});

export const chargeBody = z.object({
  Description: textMember,
  Price: decimalMember,
  Quantity: decimalMember,
  Discount: decimalMember,
  Tax: decimalMember,
  Total: decimalMember,
  TaxRule: textMember,
  Comment: textMember,
  Account: textMember,
});

type LineBody = z.output<typeof lineBody>;
type ChargeBody = z.output<typeof chargeBody>;

export interface DocumentRows {
  readonly lines: DocumentLine[];
  readonly charges: DocumentCharge[];
  readonly problems: string[];
}

/** Reads lines and charges; with problems, the rows aren't to be used. */
export function readRows(
  lines: readonly LineBody[],
  charges: readonly ChargeBody[],
  context: Cin7Context,
  defaultAccount: string | null = null,
): DocumentRows {
  const problems: string[] = [];
  const readLines = lines.flatMap((line): DocumentLine[] => {
    const product = productOf(line, context);
    if (product === undefined) {
      // By analogy with the vendor's texts (Cin7 9.6, question 2).
      const named = line.ProductID == null ? `SKU '${line.SKU ?? ''}'` : `ID '${line.ProductID}'`;
      problems.push(`Product with ${named} not found.`);
      return [];
    }
    problems.push(...rowProblems(line, context, 'Total is required'), ...lineProblems(line, context));
    return [lineOf(line, product, defaultAccount)];
  });
  const readCharges = charges.map((charge): DocumentCharge => {
    problems.push(...chargeProblems(charge, context));
    return chargeOf(charge);
  });
  return { lines: readLines, charges: readCharges, problems };
}

/** By ID when one is given, else by SKU (Cin7 14.3). */
function productOf({ ProductID, SKU }: LineBody, { state }: Cin7Context): ProductRecord | undefined {
  if (ProductID != null && ProductID !== '') return state.catalogue.productById(ProductID);
  return state.catalogue.productBySku(SKU ?? '');
}

function rowProblems(row: LineBody | ChargeBody, context: Cin7Context, totals: string): string[] {
  const { switches, state } = context;
  const { Quantity, Price, TaxRule, Total } = row;
  const problems: (string | null)[] = [];
  if (Quantity == null) problems.push("Required attribute 'Quantity' not provided.");
  else if (Quantity <= 0 || (Quantity < 1 && switches.quantityBelowOne === 'refused')) {
    problems.push("Attribute 'Quantity' minimum value is 1.");
  }
  if (Price == null) problems.push("Required attribute 'Price' not provided.");
  else if (Price < 0 && switches.negativePrices === 'refused') problems.push("Attribute 'Price' can't be negative.");
  if (TaxRule == null || TaxRule === '') problems.push("Required attribute 'TaxRule' not provided.");
  else problems.push(taxRuleProblem(state.references, TaxRule));
  if (Total == null && totals === 'Total is required') problems.push("Required attribute 'Total' not provided.");
  else if (Total != null && Quantity != null && Price != null) problems.push(totalProblem(row, Total, context));
  if ((row.Discount ?? 0) < 0 || (row.Discount ?? 0) > 100) {
    problems.push("Attribute 'Discount' should be between 0 and 100.");
  }
  return problems.filter((problem) => problem !== null);
}

/** Total has to be within 0.01 of Quantity x Price x (1 - Discount/100), of that with Tax, or of either (Cin7 9.6). */
function totalProblem(row: LineBody | ChargeBody, total: number, { switches }: Cin7Context): string | null {
  if (switches.lineTotals === 'unchecked') return null;
  const amounts = amountsOf(row);
  const bare = lineTotal(amounts);
  const taxed = bare.plus(amounts.Tax);
  const forms = { exclusive: [bare], 'with-tax': [taxed], lenient: [bare, taxed] }[switches.lineTotals];
  if (forms.some((value) => value.minus(total).abs().lte(0.01))) return null;
  return `Total value ${total} is invalid, expected ${forms[0]?.toFixed()}.`;
}

function lineProblems(line: LineBody, { state }: Cin7Context): string[] {
  const checks = [
    lengthProblem('Name', line.Name, 1024),
    lengthProblem('Comment', line.Comment, 256),
    accountProblem(state.references, 'Account', line.Account),
  ];
  return checks.filter((problem) => problem !== null);
}

/** A charge's Description is the name of an existing Service product (Cin7 9.6). */
function chargeProblems(charge: ChargeBody, context: Cin7Context): string[] {
  const { Description } = charge;
  if (Description == null || Description === '') return ["Required attribute 'Description' not provided."];
  const isService = context.state.catalogue
    .products()
    .some(({ fields }) => sameText(fields.Type, 'Service') && sameText(fields.Name, Description));
  if (!isService) return [`Service product with name '${Description}' not found.`];
  return rowProblems(charge, context, 'Total is optional');
}

function amountsOf(row: LineBody | ChargeBody): LineAmounts {
  return {
    Quantity: fourPlaces(row.Quantity ?? 0),
    Price: fourPlaces(row.Price ?? 0),
    Discount: Math.round((row.Discount ?? 0) * 100) / 100,
    Tax: fourPlaces(row.Tax ?? 0),
  };
}

function lineOf(line: LineBody, product: ProductRecord, defaultAccount: string | null): DocumentLine {
  const amounts = amountsOf(line);
  return {
    productId: product.id,
    SKU: product.fields.SKU,
    Name: line.Name == null || line.Name === '' ? product.fields.Name : line.Name,
    ...amounts,
    TaxRule: line.TaxRule ?? '',
    Comment: line.Comment ?? '',
    DropShip: line.DropShip ?? false,
    AverageCost: product.averageCost,
    BackorderQuantity: 0,
    Total: fourPlaces(line.Total ?? lineTotal(amounts).toNumber()),
    Account: line.Account ?? defaultAccount,
    allocations: [],
  };
}

function chargeOf(charge: ChargeBody): DocumentCharge {
  const amounts = amountsOf(charge);
  return {
    Description: charge.Description ?? '',
    ...amounts,
    Total: fourPlaces(charge.Total ?? lineTotal(amounts).toNumber()),
    TaxRule: charge.TaxRule ?? '',
    Comment: charge.Comment ?? '',
  };
}
