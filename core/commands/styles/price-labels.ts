// What the mapped price types are called on a screen: by their currency, or by their name where two share one.
import type { Settings } from '../../settings/index.ts';

/** One label per mapped price type, in the settings' order. */
export function priceLabels({ products }: Settings): string[] {
  const currencies = products.priceTypes.map(({ joorPriceType }) => joorPriceType.currency);
  return products.priceTypes.map(({ joorPriceType: { name, currency } }) =>
    currencies.filter((other) => other === currency).length > 1 ? name : currency,
  );
}
