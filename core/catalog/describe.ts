// A style as a person reads it, line by line: its fields, colours and sizes, each price type's prices, its linesheets.
import { Decimal } from '../base/decimal.ts';
import { styleFieldNames, styleFieldWords, type Style, type StyleFieldName } from '../model/style.ts';
import type { Membership } from './membership.ts';
import type { PriceFeed } from './prices.ts';

export interface DescribedLine {
  readonly label: string;
  readonly value: string;
}

/** The lines of a style; a field that is off has none, a price type without a price has an empty one. */
export function describeStyle(
  style: Style,
  linesheets: readonly Membership[],
  feeds: readonly PriceFeed[],
): DescribedLine[] {
  const texts: Partial<Record<StyleFieldName, string>> = {
    ...style.fields,
    name: style.name,
    styleNumber: style.number,
  };
  const fields = styleFieldNames.flatMap((name) => {
    const value = texts[name];
    return value === undefined ? [] : [{ label: styleFieldWords[name], value }];
  });
  return [
    ...fields,
    { label: 'Colours', value: style.colours.map(({ name }) => name).join(', ') },
    { label: 'Sizes', value: style.sizes.map(({ name }) => name).join(', ') },
    ...feeds.flatMap(({ priceType: { id, name, currency, retailCurrency } }) => [
      { label: name, value: span(pricesOf(style, id, 'wholesale'), currency) },
      ...retailLine(name, span(pricesOf(style, id, 'retail'), retailCurrency)),
    ]),
    { label: 'Linesheets', value: linesheets.map(({ linesheet }) => linesheet).join(', ') },
  ];
}

const retailLine = (name: string, value: string) => (value === '' ? [] : [{ label: `${name}, retail`, value }]);

function pricesOf({ skus }: Style, priceTypeId: string, which: 'wholesale' | 'retail'): string[] {
  return skus.flatMap(({ prices }) => {
    const price = prices.find((one) => one.priceTypeId === priceTypeId)?.[which] ?? null;
    return price === null ? [] : [price];
  });
}

/** The lowest and the highest price with the currency; empty where there is none. */
function span(prices: readonly string[], currency: string): string {
  const ordered = prices.toSorted((one, other) => new Decimal(one).comparedTo(other));
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (lowest === undefined || highest === undefined) return '';
  return `${lowest === highest ? lowest : `${lowest}–${highest}`} ${currency}`;
}
