// Prices of a SKU: each of JOOR's price types fed by a Cin7 tier, by its code, because names of tiers can be edited
// (STY-6). 0 in Cin7 Core means "not set" and is never sent as a price.
import { Decimal, moneyTextOf } from '../base/decimal.ts';
import type { PriceType } from '../model/account.ts';
import type { Product } from '../model/product.ts';
import type { SkuPrice } from '../model/style.ts';
import type { Settings } from '../settings/index.ts';

/** One of JOOR's price types with the tiers that feed it. */
export interface PriceFeed {
  readonly priceType: PriceType;
  readonly wholesaleTier: number;
  readonly retailTier: number | null;
}

export interface PriceFeeds {
  readonly feeds: readonly PriceFeed[];
  /** Mapped price types that JOOR doesn't have, as `name currency`. */
  readonly unknown: readonly string[];
}

/** The settings' price types found in JOOR. Label and currency must match to the letter (JOOR 11, gotcha 4). */
export function priceFeeds(settings: Settings['products'], priceTypes: readonly PriceType[]): PriceFeeds {
  const feeds: PriceFeed[] = [];
  const unknown: string[] = [];
  for (const { joorPriceType, wholesaleTier, retailTier } of settings.priceTypes) {
    const priceType = priceTypes.find(
      ({ name, currency }) => name === joorPriceType.name && currency === joorPriceType.currency,
    );
    if (priceType === undefined) unknown.push(`${joorPriceType.name} ${joorPriceType.currency}`);
    else feeds.push({ priceType, wholesaleTier, retailTier: retailTier ?? null });
  }
  return { feeds, unknown };
}

/** The prices of a product, one per feed whose wholesale tier is set. */
export function skuPrices(product: Product, feeds: readonly PriceFeed[]): SkuPrice[] {
  return feeds.flatMap(({ priceType, wholesaleTier, retailTier }) => {
    const wholesale = priceOf(product, wholesaleTier);
    if (wholesale === null) return [];
    const retail = retailTier === null ? null : priceOf(product, retailTier);
    return [{ priceTypeId: priceType.id, wholesale, retail }];
  });
}

/** A tier's price over several products: one text, the lowest and the highest, or null where none of them has it. */
export function priceSpan(products: readonly Product[], tier: number): string | null {
  const prices = products.flatMap((product) => priceOf(product, tier) ?? []);
  const ordered = prices.sort((a, b) => new Decimal(a).comparedTo(b));
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  return lowest === highest ? lowest : `${lowest}–${highest}`;
}

/** A tier's price as it is sent; null where it isn't set, or so small that it would be sent as nothing. */
function priceOf(product: Product, tier: number): string | null {
  const price = product.prices[tier - 1] ?? null;
  const text = price === null ? '0.00' : moneyTextOf(price);
  return text === '0.00' ? null : text;
}
