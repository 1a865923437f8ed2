// Everything about an order is decided here before anything is written (ORD-2): it becomes a complete sale, or a list of
// reasons with one next step each. All or nothing; a sale is never partial.
import { addDays, plainDateIn, type PlainDate } from '../base/dates.ts';
import { Decimal, plainText } from '../base/decimal.ts';
import { ownValue } from '../base/guards.ts';
import { cut, fold } from '../base/text.ts';
import type { Company, Location, TaxRule } from '../model/account.ts';
import type { Customer, NewCustomer } from '../model/customer.ts';
import type { CheckedLine, OrderHold } from '../model/order-check.ts';
import type { Order, OrderAddress } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import type { SaleCharge, SaleDraft, SaleLine } from '../model/sale.ts';
import type { Reason } from '../model/standing.ts';
import { countryName } from './countries.ts';
import { matchCustomer } from './customer.ts';
import { externalIdOf, referenceOf, type OrderScope } from './external-id.ts';
import { checkedLine, isSold, resolveLine, unitsOf, type ProductFinder, type ResolvedLine } from './lines.ts';
import { priceOrder, taxOf, type PricedLine } from './money.ts';
import type { TradedLine } from './sale-comparison.ts';
import { decideNewCustomer, provisionalCustomer, type NewCustomerFacts } from './new-customer.ts';

export interface PreflightFacts extends NewCustomerFacts {
  readonly company: Company;
  readonly scope: OrderScope;
  /** 1 for the first sale of an order, 2 and more for re-exports. */
  readonly turn: number;
  readonly find: ProductFinder;
  /** Customers with a code, by the settings' source. */
  readonly customersByCode: (code: string) => readonly Customer[];
  readonly locations: readonly Location[];
  /** Cin7 Core's carriers and company contacts, by name; only those that the settings map to matter. */
  readonly carriers: readonly string[];
  readonly salesReps: readonly string[];
  /** Products of type Service by name, for freight. */
  readonly service: (name: string) => Product | null;
}

export interface Demand {
  readonly product: Product;
  readonly units: number;
}

export interface Preflight {
  /** The sale to create; null when something holds the order. */
  readonly draft: SaleDraft | null;
  /** Everything that holds it, line by line and as a whole; empty when there is a draft. */
  readonly holds: readonly OrderHold[];
  /** Every line that is to be sold, with its product or its problem. */
  readonly lines: readonly CheckedLine[];
  /** Who buys; null when that isn't clear. */
  readonly customer: Customer | null;
  /** The customer to create first; `customer` is then what it will be, and the draft's customer has no id yet. */
  readonly newCustomer: NewCustomer | null;
  /** What is asked for, whatever holds the order; null while the product of a line isn't known. */
  readonly asked: { readonly lines: readonly TradedLine[]; readonly totalBeforeTax: string } | null;
  /** What the order will take from stock, as far as its lines have products. */
  readonly demand: readonly Demand[];
}

/** Decides everything about an order. Writes nothing, asks nobody. */
export function preflight(order: Order, facts: PreflightFacts): Preflight {
  const holds: OrderHold[] = [];
  const hold = (code: string, sentence: string, nextStep: string) =>
    void holds.push({ code, sentence, nextStep, line: null });
  const { settings, company } = facts;

  const sold = order.lines.flatMap((line, number) => (isSold(line) ? [{ line, number }] : []));
  const resolved = sold.map(({ line }) => resolveLine(line, facts.find));
  const lines = resolved.map((one, index) => checkedLine(sold[index]?.number ?? index, one));
  const demand = resolved.flatMap((one) => {
    const product = 'product' in one ? one.product : one.takes;
    return product === null ? [] : [{ product, units: unitsOf(one.line) }];
  });
  for (const { number, problem } of lines) if (problem !== null) holds.push({ ...problem, line: number });
  if (resolved.length === 0) hold('no-lines', 'The order has no lines.', 'Cancel it in JOOR, or add lines to it.');
  if (resolved.some(({ line }) => line.id === ''))
    hold(
      'lines-differ',
      "JOOR's two readings of this order's lines don't agree.",
      'Look at the order in JOOR; the next run reads it again.',
    );

  const buyer = buyerOf(order, facts);
  if ('problem' in buyer) holds.push({ ...buyer.problem, line: null });
  const customer = 'customer' in buyer ? buyer.customer : null;
  const newCustomer = 'create' in buyer ? buyer.create : null;

  const location = locationOf(order, customer, facts, hold);
  const taxRule = customer === null ? null : taxRuleOf(order, customer, facts, hold);
  const terms = customer === null ? null : termsOf(order, customer, facts, hold);
  const carrier = mapped(order.shippingMethod, settings.orders.maps.carrier, facts.carriers, 'carrier', facts, hold);
  const rep = mapped(order.salesRep, settings.orders.maps.salesRep, facts.salesReps, 'sales rep', facts, hold);
  const rate = rateOf(order, facts, hold);

  const priced = priceOrder(
    order,
    sold.map(({ line }) => line),
  );
  const expected = new Decimal(order.total);
  if (priced.totalBeforeTax.minus(expected).abs().greaterThan('0.01'))
    hold(
      'totals-differ',
      `The lines add up to ${priced.totalBeforeTax.toFixed(2)} ${order.currency}, but JOOR's total is ${expected.toFixed(2)}.`,
      'Check discount and freight of the order in JOOR.',
    );
  const freight = priced.freight.isZero() ? null : freightService(facts, hold);

  const tradedLines = priced.lines.flatMap((line, index) => tradedLine(line, resolved[index]));
  const asked =
    tradedLines.length < priced.lines.length
      ? null
      : { lines: tradedLines, totalBeforeTax: plainText(priced.totalBeforeTax) };
  if (holds.length > 0 || customer === null || location === null || taxRule === null || terms === null)
    return { draft: null, holds, lines, customer, newCustomer, asked, demand };

  const orderDate = orderDateOf(order, company);
  const saleLines = priced.lines.flatMap((line, index): SaleLine[] => {
    const one = resolved[index];
    return one !== undefined && 'product' in one ? [saleLine(line, one.product, taxRule, company)] : [];
  });
  const charges: SaleCharge[] =
    freight === null
      ? []
      : [
          {
            description: freight.name,
            price: plainText(priced.freight),
            tax: plainText(taxOf(priced.freight, taxRule.percent, company.taxRounding)),
            taxRule: taxRule.name,
            total: plainText(priced.freight),
          },
        ];
  const contact = customer.contacts.find(({ isDefault }) => isDefault) ?? customer.contacts[0];
  return {
    holds,
    lines,
    customer,
    newCustomer,
    asked,
    demand,
    draft: {
      externalId: externalIdOf(facts.scope, order.id, facts.turn),
      customerId: customer.id,
      saleType: settings.orders.saleType,
      location: location.name,
      reference: referenceOf(order, settings.orders.reference, facts.scope.environment),
      contact: order.buyerName === '' ? (contact?.name ?? '') : order.buyerName,
      phone: contact?.phone ?? '',
      email: contact?.email ?? '',
      billTo: addressOf(order.billTo, customer, 'Billing'),
      shipTo: {
        ...addressOf(order.shipTo, customer, 'Shipping'),
        company: order.shipTo.name === '' ? customer.name : order.shipTo.name,
        contact: order.buyerName,
      },
      taxRule: taxRule.name,
      terms,
      priceTier: customer.priceTier,
      orderDate,
      shipBy: settings.orders.shipBy === 'start' ? order.shipStart : order.shipEnd,
      note: noteOf(order),
      currencyRate: rate,
      salesRepresentative: rep,
      carrier,
      lines: saleLines,
      charges,
      totalBeforeTax: plainText(priced.totalBeforeTax),
    },
  };
}

/** Who buys: a customer of Cin7 Core, one that will be created, or why neither. */
function buyerOf(
  order: Order,
  facts: PreflightFacts,
): { problem: Reason } | { customer: Customer } | { customer: Customer; create: NewCustomer } {
  const match = matchCustomer(order, facts.customersByCode, facts.settings);
  if (!('unknown' in match)) return match;
  const decided = decideNewCustomer(order, facts);
  return 'problem' in decided ? decided : { ...decided, customer: provisionalCustomer(decided.create) };
}

/** What Cin7 Core takes (Cin7 9.4, 9.6). */
const noteLimit = 1024;
const commentLimit = 256;

type Hold = (code: string, sentence: string, nextStep: string) => void;

/** A line with the product that it means, also one that can't be sold as it is; none when that isn't known. */
function tradedLine({ line, total }: PricedLine, resolved: ResolvedLine | undefined): TradedLine[] {
  const product = resolved === undefined ? null : 'product' in resolved ? resolved.product : resolved.takes;
  if (product === null) return [];
  const { id: productId, sku, name } = product;
  return [{ productId, sku, name, quantity: String(unitsOf(line)), total: plainText(total) }];
}

function saleLine(priced: PricedLine, product: Product, taxRule: TaxRule, company: Company): SaleLine {
  const { line, price, discount, total, listPrice } = priced;
  const list = listPrice === null ? '' : `List price ${listPrice.toFixed(2)}`;
  return {
    productId: product.id,
    sku: product.sku,
    name: product.name,
    quantity: String(line.quantity),
    price: plainText(price),
    discount: plainText(discount),
    tax: plainText(taxOf(total, taxRule.percent, company.taxRounding)),
    taxRule: taxRule.name,
    total: plainText(total),
    comment: cut([line.comment, list].filter((part) => part !== '').join('. '), commentLimit),
  };
}

function locationOf(order: Order, customer: Customer | null, facts: PreflightFacts, hold: Hold): Location | null {
  const { settings, locations } = facts;
  const live = locations.filter(({ isDeprecated }) => !isDeprecated);
  const named =
    ownValue(settings.orders.warehouseLocations, order.warehouse) ??
    settings.orders.location ??
    (customer?.location || null);
  if (named === null) {
    const standard = live.find(({ isDefault }) => isDefault) ?? null;
    if (standard === null)
      hold(
        'no-location',
        'Cin7 has no default location.',
        'Choose a location in Settings, Orders and sales (orders.location).',
      );
    return standard;
  }
  const found = live.find(({ name, id }) => fold(name) === fold(named) || id === fold(named)) ?? null;
  if (found === null)
    hold(
      'unknown-location',
      `Cin7 has no location "${named}" in use.`,
      'Correct orders.location, or put it back in Cin7.',
    );
  return found;
}

function taxRuleOf(order: Order, customer: Customer, facts: PreflightFacts, hold: Hold): TaxRule | null {
  const { shipTo } = order;
  const { taxRules } = facts.settings.orders;
  const named =
    ownValue(taxRules, shipTo.country) ??
    ownValue(taxRules, countryName(shipTo)) ??
    ownValue(taxRules, shipTo.countryIso2) ??
    customer.taxRule;
  const found = facts.taxRules.find(({ name }) => fold(name) === fold(named)) ?? null;
  if (found !== null && found.isActive && found.isForSales) return found;
  hold(
    'tax-rule',
    found === null
      ? `Cin7 has no tax rule "${named}" for ${customer.name}.`
      : `Tax rule "${named}" of ${customer.name} isn't active for sales in Cin7.`,
    `Give ${customer.name} an active sales tax rule in Cin7, or map ${shipTo.country || 'the country'} in Settings, Orders and sales (orders.taxRules).`,
  );
  return null;
}

function termsOf(order: Order, customer: Customer, facts: PreflightFacts, hold: Hold): string | null {
  const { maps } = facts.settings.orders;
  const named = ownValue(maps.terms, order.paymentMethod) ?? customer.paymentTerm;
  const found =
    facts.paymentTerms.find(({ name }) => name === named) ??
    facts.paymentTerms.find(({ name }) => fold(name) === fold(named));
  if (found?.isActive === true) return found.name;
  hold(
    'terms',
    found === undefined
      ? `Cin7 has no payment term "${named}" for ${customer.name}.`
      : `Payment term "${named}" of ${customer.name} is switched off in Cin7.`,
    `Give ${customer.name} an active payment term in Cin7, or map "${order.paymentMethod}" in Settings, Orders and sales (orders.maps.terms).`,
  );
  return null;
}

function mapped(
  name: string,
  map: Readonly<Record<string, string>>,
  known: readonly string[],
  what: 'carrier' | 'sales rep',
  facts: PreflightFacts,
  hold: Hold,
): string | null {
  if (name === '') return null;
  const setting = what === 'carrier' ? 'orders.maps.carrier' : 'orders.maps.salesRep';
  const target = ownValue(map, name);
  if (target === undefined) {
    if (facts.settings.orders.maps.unmapped === 'hold' && Object.keys(map).length > 0)
      hold(
        `unmapped-${what}`,
        `The ${what} "${name}" of the order isn't matched to one in Cin7.`,
        `Add "${name}" to ${setting}.`,
      );
    return null;
  }
  const found = known.find((one) => fold(one) === fold(target));
  if (found === undefined)
    hold(`unknown-${what}`, `Cin7 has no ${what} "${target}".`, `Correct "${name}" in ${setting}.`);
  return found ?? null;
}

function rateOf(order: Order, { settings, company }: PreflightFacts, hold: Hold): string | null {
  if (order.currency === company.currency) return null;
  const known = ownValue(settings.orders.currencyRates, order.currency);
  if (known === undefined) {
    hold(
      'no-rate',
      `The order is in ${order.currency}, and no rate from ${order.currency} to ${company.currency} is set.`,
      `Enter the ${order.currency} rate in Settings, Orders and sales (orders.currencyRates.${order.currency}).`,
    );
    return null;
  }
  const approved = order.approvedAt === null ? null : plainDateIn(company.timeZone, order.approvedAt);
  if (approved !== null && addDays(known.asOf, settings.orders.currencyRateDays) < approved) {
    hold(
      'old-rate',
      `The rate for ${order.currency} is of ${known.asOf}, more than ${settings.orders.currencyRateDays} days before the order.`,
      `Enter the present rate in Settings, Orders and sales (orders.currencyRates.${order.currency}).`,
    );
    return null;
  }
  return plainText(new Decimal(known.rate));
}

function freightService({ settings, service }: PreflightFacts, hold: Hold): Product | null {
  const { freightService: name } = settings.orders;
  if (name === undefined) {
    hold(
      'no-freight-service',
      'The order has freight, and no Service product in Cin7 is chosen for it.',
      'Choose it in Settings, Orders and sales (orders.freightService).',
    );
    return null;
  }
  const product = service(name);
  if (product === null)
    hold(
      'unknown-freight-service',
      `Cin7 has no Service product "${name}" for freight.`,
      'Correct orders.freightService, or create it in Cin7.',
    );
  return product;
}

/** The day of the approval in the company's zone, never on or before the lock date (ORD-12). */
function orderDateOf(order: Order, company: Company): PlainDate {
  const instant = order.approvedAt ?? order.modifiedAt ?? order.createdAt ?? '1970-01-01T00:00:00.000Z';
  const date = plainDateIn(company.timeZone, instant);
  return company.lockDate !== null && date <= company.lockDate ? addDays(company.lockDate, 1) : date;
}

function addressOf(address: OrderAddress, customer: Customer, type: 'Billing' | 'Shipping'): SaleDraft['billTo'] {
  const card =
    customer.addresses.find((one) => one.type === type && one.isDefault) ??
    customer.addresses.find((one) => one.type === type) ??
    customer.addresses[0];
  if (address.line1 === '')
    return {
      line1: card?.line1 ?? '',
      line2: card?.line2 ?? '',
      city: card?.city ?? '',
      state: card?.state ?? '',
      postcode: card?.postcode ?? '',
      country: card?.country ?? '',
    };
  return {
    line1: address.line1,
    line2: address.line2,
    city: address.city,
    state: address.region,
    postcode: address.postcode,
    country: countryName(address),
  };
}

/** What a person in Cin7 Core wants to know: where it came from, the whole ship window, the retailer's words. */
function noteOf(order: Order): string {
  const window = [order.shipStart, order.shipEnd].filter((date) => date !== null).join(' to ');
  const note = [
    `JOOR order ${order.id}${order.linesheetName === '' ? '' : `, linesheet ${order.linesheetName}`}.`,
    window === '' ? '' : `Ship window ${window}.`,
    order.comments.replace(/<eop>/gi, ' ').trim(),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return cut(note, noteLimit);
}
