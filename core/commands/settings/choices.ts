// The lists that settings are chosen from, as both accounts gave them: reference books of Cin7 Core, price types of JOOR, and
// the names that products and orders carry. Nothing is asked of an account here.
import { count, fold } from '../../base/text.ts';
import type { Choice, ChoiceList, Choices } from '../../contract/settings.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { OrderNames } from '../../ledger/survey.ts';
import { attributeCount } from '../../model/product.ts';
import { countryName, countryNames } from '../../orders/countries.ts';
import type { Settings } from '../../settings/index.ts';

/** The lists asked for, each in the order in which it is best chosen from. */
export function settingChoices(ledger: Ledger, settings: Settings, lists: readonly ChoiceList[]): Choices {
  return Object.fromEntries(lists.map((list) => [list, books[list](ledger, settings)]));
}

const tagsShown = 400;

const choice = (value: string, detail = '', label = value): Choice => ({ value, label, detail });
const orders = (number: number) => count(number, 'order');

/** JOOR can't be asked for these: its orders name them (JOOR 6.2, 7). */
const named = (place: OrderNames) => (ledger: Ledger) =>
  ledger.survey.joorNames(place).map(({ name, orders: number }) => choice(name, orders(number)));

const books: Readonly<Record<ChoiceList, (ledger: Ledger, settings: Settings) => Choice[]>> = {
  receivables: (ledger) => accounts(ledger, ({ isForReceivables }) => isForReceivables),
  revenues: (ledger) => accounts(ledger, ({ type }) => /revenue|sales|income/i.test(type)),
  taxRules: ({ references }) =>
    references
      .list('taxRule')
      .filter(({ isActive, isForSales }) => isActive && isForSales)
      .map(({ name, percent }) => choice(name, `${Number(percent)} %`)),
  terms: ({ references }) =>
    references
      .list('paymentTerm')
      .filter(({ isActive }) => isActive)
      .map(({ name }) => choice(name)),
  carriers: ({ references }) => references.list('carrier').map(({ name }) => choice(name)),
  salesReps: ({ references }) => references.list('contact').map(({ name, type }) => choice(name, type)),
  tierNames: ({ references }) => references.list('priceTier').map(({ name }) => choice(name)),
  tiers: ({ references, survey }) => {
    const priced = survey.pricedTiers();
    return references
      .list('priceTier')
      .map(({ code, name }) => choice(String(code), priced.has(code) ? '' : 'no prices', `Tier ${code}, ${name}`));
  },
  locations: ({ references }) =>
    references
      .list('location')
      .filter(({ isDeprecated }) => !isDeprecated)
      .map(({ id, name, isDefault }) => ({ ...choice(name, isDefault ? 'default' : ''), alias: id })),
  services: ({ survey }) => survey.services().map((name) => choice(name)),
  tags: ({ survey }) =>
    survey
      .tags()
      .slice(0, tagsShown)
      .map(({ name, styles }) => choice(name, count(styles, 'style'))),
  optionNames: ({ survey }) => survey.optionNames().map(({ name, styles }) => choice(name, count(styles, 'style'))),
  attributes: ({ references }) => {
    const sets = references.list('attributeSet');
    return Array.from({ length: attributeCount }, (_, index) => {
      const names = new Set(sets.flatMap(({ attributeNames }) => attributeNames[index]?.trim() || []));
      return choice(String(index + 1), [...names].join(', '), `Additional attribute ${index + 1}`);
    });
  },
  countries,
  linesheets,
  joorPriceTypes: ({ references }) =>
    references
      .list('priceType')
      .map(({ name, currency }) => choice(JSON.stringify([name, currency]), '', `${name}, ${currency}`)),
  joorWarehouses: (ledger) => {
    const names = named('warehouse')(ledger);
    // Every account has a Default (JOOR 6.2).
    return names.length === 0 ? [choice('Default')] : names;
  },
  joorTerms: named('paymentMethod'),
  joorCarriers: named('shippingMethod'),
  joorSalesReps: named('salesRep'),
  joorCurrencies: ({ survey, references }) => {
    const own = references.list('company')[0]?.currency;
    const types = references.list('priceType').map(({ currency }) => currency);
    const known = survey.joorCurrencies();
    const further = types.filter((type) => !known.some(({ currency }) => currency === type));
    return [
      ...known.map(({ currency, retailers }) => choice(currency, count(retailers, 'retailer'))),
      ...[...new Set(further)].map((currency) => choice(currency)),
    ].filter(({ value }) => value !== own);
  },
};

function accounts(
  ledger: Ledger,
  isWanted: (account: { isForReceivables: boolean; type: string }) => boolean,
): Choice[] {
  return ledger.references
    .list('account')
    .filter((account) => account.isActive && isWanted(account))
    .map(({ code, name }) => choice(code, '', `${code}, ${name}`));
}

/** Those that orders went to come first. */
function countries(ledger: Ledger): Choice[] {
  const shippedTo = ledger.survey.joorCountries().flatMap(({ orders: number, ...written }) => {
    const name = countryName(written);
    return name === '' ? [] : [choice(name, orders(number))];
  });
  const first = shippedTo.filter(({ value }, at) => shippedTo.findIndex((one) => one.value === value) === at);
  const others = countryNames().filter((name) => !first.some(({ value }) => fold(value) === fold(name)));
  return [...first, ...others.map((name) => choice(name))];
}

/** Names that tags give, then JOOR's other linesheets. */
function linesheets({ survey, linesheets: sheets }: Ledger, { linesheets: { from } }: Settings): Choice[] {
  const prefix = from.kind === 'tagPrefix' ? from.prefix.toLowerCase() : null;
  const tagged =
    prefix === null
      ? []
      : survey
          .tags()
          .filter(({ name }) => name.toLowerCase().startsWith(prefix) && name.trim().length > prefix.length)
          .map(({ name, styles }) => choice(name.slice(prefix.length).trim(), count(styles, 'style')));
  const others = sheets
    .read()
    .filter(({ name }) => !tagged.some(({ value }) => fold(value) === fold(name)))
    .map(({ name }) => choice(name, 'in JOOR'));
  return [...tagged, ...others];
}
