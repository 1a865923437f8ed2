// What set-up can tell from the accounts' own data, so that a person confirms instead of typing: which tier feeds which of
// JOOR's price types, and where a retailer's JOOR code stands in Cin7 Core. A guess that could as well be another one is none.
import { fold } from '../base/text.ts';
import type { PriceTier, PriceType } from '../model/account.ts';
import type { Settings } from '../settings/index.ts';

type PriceTypeSetting = Settings['products']['priceTypes'][number];
type CodeSource = NonNullable<Settings['customers']['codeFrom']>;

export interface PriceGuess {
  readonly priceType: PriceType;
  /** Null when no tier fits, or several fit as well. */
  readonly setting: PriceTypeSetting | null;
}

const wholesaleWords = ['wholesale', 'whsl', 'whs', 'trade', 'wsp'];
const retailWords = ['retail', 'rrp', 'msrp', 'rsp'];

/**
 * A wholesale and a retail tier for each of JOOR's price types, by the currency and the kind that a tier's name tells.
 * A tier that names no currency stands for the company's own.
 */
export function guessPriceTypes(
  priceTypes: readonly PriceType[],
  tiers: readonly PriceTier[],
  companyCurrency: string,
): PriceGuess[] {
  const currencies = new Set(priceTypes.flatMap(({ currency, retailCurrency }) => [currency, retailCurrency]));
  const told = tiers.map((tier) => tierMeaning(tier, currencies, companyCurrency));
  return priceTypes.map((priceType) => {
    const wholesale = only(told, ({ kind, currency }) => kind === 'wholesale' && currency === priceType.currency);
    const retail = only(told, ({ kind, currency }) => kind === 'retail' && currency === priceType.retailCurrency);
    if (wholesale === null || sameCurrency(priceTypes, priceType) > 1) return { priceType, setting: null };
    return {
      priceType,
      setting: {
        joorPriceType: { name: priceType.name, currency: priceType.currency },
        wholesaleTier: wholesale.code,
        ...(retail === null ? {} : { retailTier: retail.code }),
      },
    };
  });
}

interface TierMeaning {
  readonly code: number;
  readonly currency: string;
  readonly kind: 'wholesale' | 'retail' | 'other';
}

function tierMeaning({ code, name }: PriceTier, currencies: ReadonlySet<string>, own: string): TierMeaning {
  const words = fold(name).split(/[^\p{L}\p{N}]+/u);
  const currency = [...currencies].find((one) => words.includes(fold(one)));
  const has = (list: readonly string[]) => list.some((word) => words.includes(word));
  return {
    code,
    currency: currency ?? own,
    kind: has(wholesaleWords) ? 'wholesale' : has(retailWords) ? 'retail' : 'other',
  };
}

/** Two labels in one currency can't be told apart by a tier's name. */
function sameCurrency(priceTypes: readonly PriceType[], { currency }: PriceType): number {
  return priceTypes.filter((other) => other.currency === currency).length;
}

function only<Item>(list: readonly Item[], fits: (item: Item) => boolean): Item | null {
  const found = list.filter(fits);
  return found.length === 1 ? (found[0] ?? null) : null;
}

export interface CodeGuess {
  readonly from: CodeSource;
  /** Retailers of JOOR that have exactly one customer by this source, of those that were looked at. */
  readonly matched: number;
}

/** Share of JOOR's retailers that a source must match before it is offered as found. */
const surely = 0.8;

/** How well each source of a customer's code matches JOOR's codes, best first; sources that match none are left out. */
export function rankCodeSources(matches: readonly CodeGuess[]): CodeGuess[] {
  return matches.filter(({ matched }) => matched > 0).sort((a, b) => b.matched - a.matched);
}

/** The one source that matches almost all of JOOR's retailers, and clearly more than any other; null when none does. */
export function guessCodeSource(ranked: readonly CodeGuess[], retailers: number): CodeSource | null {
  const [best, next] = ranked;
  if (best === undefined || retailers === 0 || best.matched / retailers < surely) return null;
  return next !== undefined && next.matched === best.matched ? null : best.from;
}
