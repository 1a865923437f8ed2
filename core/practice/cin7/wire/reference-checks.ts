// Whether names and codes that a request mentions are in the reference books. Nothing is created by mentioning it (Cin7
// 1.6). Each check gives the problem's text, or null. Names that aren't given are no problem here.
import type { References } from '../state/references.ts';
import { type Cin7State, locationByName, sameText } from '../state/state.ts';

type Given = string | null | undefined;

function isGiven(value: Given): value is string {
  return value != null && value.trim() !== '';
}

/** `Category not found.` (Cin7 3.3). */
export function categoryProblem({ categories }: References, name: Given): string | null {
  return isGiven(name) && !categories.some((row) => sameText(row.Name, name)) ? 'Category not found.' : null;
}

export function brandProblem({ brands }: References, name: Given): string | null {
  const isKnown = !isGiven(name) || brands.some((row) => sameText(row.Name, name));
  return isKnown ? null : `Brand '${name}' was not found in reference book`;
}

export function unitProblem({ units }: References, name: Given): string | null {
  const isKnown = !isGiven(name) || units.some((row) => sameText(row.Name, name));
  return isKnown ? null : `Unit of measure with name '${name}' was not found reference book.`;
}

export function attributeSetProblem({ attributeSets }: References, name: Given): string | null {
  const isKnown = !isGiven(name) || attributeSets.some((row) => sameText(row.Name, name));
  return isKnown
    ? null
    : "Product's attribute set with this name is not found in Additional Attribute Sets reference book";
}

/** Terms have to be active; an inactive one is "not found" (Cin7 7). */
export function paymentTermProblem({ paymentTerms }: References, name: Given): string | null {
  const isKnown = !isGiven(name) || paymentTerms.some((row) => row.IsActive && sameText(row.Name, name));
  return isKnown ? null : `Active payment term with name ${name} was not found in Payment Terms reference book`;
}

/** Tax rules have to be active and for sale (Cin7 8.2, gotcha 26). */
export function taxRuleProblem({ taxRules }: References, name: Given): string | null {
  const isKnown =
    !isGiven(name) || taxRules.some((row) => row.IsActive && row.IsTaxForSale && sameText(row.Name, name));
  return isKnown ? null : `Tax Rule with name '${name}' was not found in Taxation Rules reference book`;
}

/** Invented after the tax rule's message (Cin7 8.3: names not found end like this). */
export function priceTierProblem({ tierNames }: References, name: Given): string | null {
  const isKnown = !isGiven(name) || tierNames.some((tier) => sameText(tier, name));
  return isKnown ? null : `Price Tier with name '${name}' was not found in Price Tiers reference book`;
}

/** Invented in its beginning; the end is FEED's (Cin7 8.3). */
export function locationProblem(state: Cin7State, name: Given): string | null {
  const location = isGiven(name) ? locationByName(state, name) : undefined;
  const isKnown = !isGiven(name) || (location !== undefined && !location.IsDeprecated);
  return isKnown ? null : `Location with name '${name}' was not found in Locations reference book`;
}

/** Invented after the others. */
export function carrierProblem({ carriers }: References, name: Given): string | null {
  const isKnown = !isGiven(name) || carriers.some((row) => sameText(row.Description, name));
  return isKnown ? null : `Carrier with name '${name}' was not found in Carriers reference book`;
}

/** The end of the text is documented (Cin7 2.2). */
export function salesRepresentativeProblem({ contacts }: References, name: Given): string | null {
  const isKnown = !isGiven(name) || contacts.some((row) => sameText(row.Name, name));
  return isKnown ? null : `Sales Representative '${name}' was not found in Company Contacts reference book`;
}

/** Accounts go by code; invented after the others. */
export function accountProblem({ accounts }: References, attribute: string, code: Given): string | null {
  const isKnown = !isGiven(code) || accounts.some((row) => row.Status === 'ACTIVE' && sameText(row.Code, code));
  return isKnown ? null : `${attribute} with code '${code}' was not found in Chart of Accounts reference book`;
}

/** The receivable account has to be the system's own one for receivables (Cin7 8.2). Invented message. */
export function receivableProblem({ accounts }: References, code: Given): string | null {
  const isKnown =
    !isGiven(code) || accounts.some((row) => row.SystemAccountCode === 'DEBTORS' && sameText(row.Code, code));
  return isKnown ? null : `AccountReceivable with code '${code}' is not an Accounts Receivable account`;
}

/** Invented after `Required attribute 'Name' maximum length is 256 characters.` (Cin7 3.3). */
export function lengthProblem(attribute: string, value: Given, length: number): string | null {
  return (value ?? '').length > length ? `Attribute '${attribute}' maximum length is ${length} characters.` : null;
}

/** The problems among the checks. */
export function problemsOf(...checks: readonly (string | null)[]): string[] {
  return checks.filter((problem) => problem !== null);
}
