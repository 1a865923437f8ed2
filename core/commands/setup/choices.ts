// The questions that set-up may have to ask, each with what the accounts' own data says about it. A question knows its key,
// how it is shown, and how its answer becomes settings; review.ts lists them, answer.ts applies an answer.
import { guessCodeSource, guessPriceTypes, rankCodeSources, type CodeGuess } from '../../catalog/infer.ts';
import { count, grouped } from '../../base/text.ts';
import type { ReviewRow } from '../../contract/queries.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PriceTier, PriceType } from '../../model/account.ts';
import { attributeCount } from '../../model/product.ts';
import type { Settings } from '../../settings/index.ts';

type PriceTypeSetting = Settings['products']['priceTypes'][number];
type CodeSource = NonNullable<Settings['customers']['codeFrom']>;

/** What set-up looks at: the settings so far, and everything that was read. */
export interface SetupFacts {
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly currency: string;
  /** The company's present day. */
  readonly today: string;
}

const isSame = (type: PriceType, setting: PriceTypeSetting) =>
  setting.joorPriceType.name === type.name && setting.joorPriceType.currency === type.currency;

/** One question per price type of JOOR: which tier feeds it. */
export function priceRows({ settings, ledger, currency }: SetupFacts): ReviewRow[] {
  const types = ledger.references.list('priceType');
  // Tiers without a price on any product are not worth asking about.
  const priced = ledger.survey.pricedTiers();
  const tiers = ledger.references.list('priceTier').filter(({ code }) => priced.has(code));
  const missing = new Map<string, number>();
  for (const issues of ledger.standings.issues('style').values())
    for (const { code } of issues) missing.set(code, (missing.get(code) ?? 0) + 1);
  return guessPriceTypes(types, tiers, currency).map(({ priceType }) => {
    const set = settings.products.priceTypes.find((one) => isSame(priceType, one));
    const without = missing.get(`no-price:${priceType.name}`) ?? 0;
    const finding =
      set === undefined
        ? `Which Cin7 tier holds the wholesale prices of ${priceType.name}?`
        : without === 0
          ? 'Every selected style has one'
          : `${count(without, 'style has', 'styles have')} no price in it`;
    return {
      key: `price:${priceType.id}`,
      title: `${priceType.name} prices`,
      finding,
      chosen: set === undefined ? '' : `Tier ${set.wholesaleTier}, ${tierName(tiers, set.wholesaleTier)}`,
      isSettled: set !== undefined,
      holds: set === undefined ? ['products'] : [],
      editor: {
        kind: 'one-of',
        selected: set === undefined ? null : String(set.wholesaleTier),
        options: tiers.map(({ code, name }) => ({
          value: String(code),
          label: `Tier ${code}, ${name}`,
          why: count(priced.get(code) ?? 0, 'product'),
        })),
      },
    };
  });
}

/** Settings with a tier chosen for one of JOOR's price types; its guessed retail tier comes along. */
export function withTier({ settings, ledger, currency }: SetupFacts, priceTypeId: string, tier: number): Settings {
  const types = ledger.references.list('priceType');
  const type = types.find(({ id }) => id === priceTypeId);
  if (type === undefined) return settings;
  const guess = guessPriceTypes(types, ledger.references.list('priceTier'), currency).find(
    ({ priceType }) => priceType.id === priceTypeId,
  );
  const retailTier = guess?.setting?.retailTier;
  const setting = {
    joorPriceType: { name: type.name, currency: type.currency },
    wholesaleTier: tier,
    ...(retailTier === undefined ? {} : { retailTier }),
  };
  const others = settings.products.priceTypes.filter((one) => !isSame(type, one));
  return { ...settings, products: { ...settings.products, priceTypes: [...others, setting] } };
}

const tierName = (tiers: readonly PriceTier[], code: number) =>
  tiers.find((tier) => tier.code === code)?.name ?? 'not in Cin7 any more';

/** Which Cin7 locations each of JOOR's warehouses adds up. */
export function stockRows({ settings, ledger }: SetupFacts): ReviewRow[] {
  const locations = ledger.references.list('location').filter(({ isDeprecated }) => !isDeprecated);
  const options = locations.map(({ name, isDefault }) => ({
    value: name,
    label: name,
    why: isDefault ? 'default' : '',
  }));
  return warehouseNames({ settings, ledger }).map((warehouse) => {
    const set = settings.inventory.warehouses.find(({ joorWarehouse }) => joorWarehouse === warehouse);
    return {
      key: `stock:${warehouse}`,
      title: `Stock of ${warehouse}`,
      finding:
        set === undefined
          ? `JOOR's warehouse ${warehouse}: add up which locations?`
          : `JOOR's warehouse ${warehouse} adds up ${count(set.locations.length, 'location')}`,
      chosen: set?.locations.join(', ') ?? '',
      isSettled: set !== undefined,
      holds: set === undefined ? ['inventory'] : [],
      editor: { kind: 'many-of', options, selected: set?.locations ?? [] },
    };
  });
}

/** Settings with the locations of one warehouse; none takes the warehouse out. */
export function withLocations(settings: Settings, warehouse: string, locations: readonly string[]): Settings {
  const others = settings.inventory.warehouses.filter(({ joorWarehouse }) => joorWarehouse !== warehouse);
  const own = locations.length === 0 ? [] : [{ joorWarehouse: warehouse, locations: [...locations] }];
  return { ...settings, inventory: { ...settings.inventory, warehouses: [...others, ...own] } };
}

/** JOOR can't be asked for its warehouses: its orders name them, and every account has a Default (JOOR 6.2). */
export function warehouseNames({ settings, ledger }: Pick<SetupFacts, 'settings' | 'ledger'>): string[] {
  const set = settings.inventory.warehouses.map(({ joorWarehouse }) => joorWarehouse);
  const named = ledger.survey.joorWarehouses();
  const all = [...new Set([...set, ...named])];
  return all.length === 0 ? ['Default'] : all;
}

const codeSources: readonly CodeSource[] = [
  'id',
  'name',
  ...Array.from({ length: attributeCount }, (_, index) => ({ attribute: index + 1 })),
];

const sourceValue = (from: CodeSource) => (typeof from === 'string' ? from : `attribute:${from.attribute}`);
const sourceLabel = (from: CodeSource) =>
  from === 'id' ? "Cin7's own id" : from === 'name' ? "The customer's name" : `Additional attribute ${from.attribute}`;

/** How many of JOOR's retailers each source of a code finds, best first. */
export function rankedSources({ ledger }: Pick<SetupFacts, 'ledger'>): { ranked: CodeGuess[]; retailers: number } {
  const codes = ledger.survey.joorCustomerCodes();
  const matches = codeSources.map((from) => ({ from, matched: ledger.customers.codesFound(codes, from) }));
  return { ranked: rankCodeSources(matches), retailers: codes.length };
}

/** The source that the data decides; null when it doesn't. */
export function foundCodeSource(facts: Pick<SetupFacts, 'ledger'>): CodeSource | null {
  const { ranked, retailers } = rankedSources(facts);
  return guessCodeSource(ranked, retailers);
}

/** Where a retailer's JOOR code stands in Cin7 Core (CUS-1). */
export function codeRow(facts: SetupFacts): ReviewRow {
  const { ranked, retailers } = rankedSources(facts);
  const set = facts.settings.customers.codeFrom;
  const matched =
    set === undefined ? 0 : facts.ledger.customers.codesFound(facts.ledger.survey.joorCustomerCodes(), set);
  const others = codeSources.filter((from) => !ranked.some((one) => sourceValue(one.from) === sourceValue(from)));
  return {
    key: 'customer-code',
    title: 'Customer codes',
    finding:
      set === undefined
        ? "Cin7 has no field that matches JOOR's codes for sure"
        : `${grouped(matched)} of ${grouped(retailers)} retailers with orders found by it`,
    chosen: set === undefined ? '' : sourceLabel(set),
    isSettled: set !== undefined,
    holds: set === undefined ? ['customers', 'orders'] : [],
    editor: {
      kind: 'one-of',
      selected: set === undefined ? null : sourceValue(set),
      options: [
        ...ranked.map(({ from, matched: found }) => ({
          value: sourceValue(from),
          label: sourceLabel(from),
          why: `finds ${grouped(found)} of ${grouped(retailers)}`,
        })),
        ...others.map((from) => ({ value: sourceValue(from), label: sourceLabel(from), why: 'finds none' })),
      ],
    },
  };
}

/** Settings with the source of customers' codes. */
export function withCodeSource(settings: Settings, value: string): Settings {
  const from = codeSources.find((source) => sourceValue(source) === value);
  return from === undefined ? settings : { ...settings, customers: { ...settings.customers, codeFrom: from } };
}

/** A rate for each foreign currency in which retailers order (ORD-7). */
export function rateRows({ settings, ledger, currency, today }: SetupFacts): ReviewRow[] {
  const oldest = new Date(Date.parse(today) - settings.orders.currencyRateDays * 86_400_000).toISOString().slice(0, 10);
  return ledger.survey
    .joorCurrencies()
    .filter((one) => currency !== '' && one.currency !== currency)
    .map(({ currency: foreign, retailers }) => {
      const rate = settings.orders.currencyRates[foreign];
      const isSettled = rate !== undefined && rate.asOf >= oldest;
      const who = `${count(retailers, 'retailer orders', 'retailers order')} in ${foreign}.`;
      const finding = isSettled
        ? `${who} Rate of ${rate.asOf}`
        : rate === undefined
          ? `${who} No rate is set`
          : `${who} The rate is from ${rate.asOf}, too old to use`;
      return {
        key: `rate:${foreign}`,
        title: `${foreign} into ${currency}`,
        finding,
        chosen: rate === undefined ? '' : `1 ${foreign} = ${rate.rate} ${currency}`,
        isSettled,
        holds: isSettled ? [] : ['orders'],
        editor: {
          kind: 'text',
          value: rate?.rate ?? '',
          placeholder: 'Enter a rate',
          suffix: `${currency} for 1 ${foreign}`,
        },
      };
    });
}

/** Settings with a currency's rate as of today. */
export function withRate({ settings, today }: SetupFacts, foreign: string, rate: string): Settings {
  const currencyRates = { ...settings.orders.currencyRates, [foreign]: { rate: rate.trim(), asOf: today } };
  return { ...settings, orders: { ...settings.orders, currencyRates } };
}
