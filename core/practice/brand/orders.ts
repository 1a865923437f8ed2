// The orders that JOOR holds from the start. Lines name SKUs that the practice Cin7 Core has, at the brand's own prices in
// the order's currency, and approved orders never ask for more than is at the main location; the planned exceptions apart.
import { type PlainDate, addDays, day, hour, plainDateIn, shiftInstant } from '../../base/dates.ts';
import type { Dice } from './dice.ts';
import { stylesByLinesheet } from './linesheets.ts';
import { type OrderPlan, planOrders } from './order-plans.ts';
import { mainLocation } from './styles.ts';
import type {
  Brand,
  BrandOrder,
  BrandOrderLine,
  BrandPriceType,
  BrandRetailer,
  BrandSku,
  BrandStyle,
} from './types.ts';

/** The JOOR warehouse that orders name. */
const joorWarehouse = 'Main';

/** A code that no retailer in Cin7 has. */
export const unknownRetailerCode = 'NB-9042';

/** The SKU on an order that Cin7 writes `SH-102-BLUE-M`. */
export const nearMissSku = 'SH-102-BLU-M';

const comments = [
  '',
  '',
  '',
  'Please ship complete.',
  'Call before delivery.',
  'First order: thank you!',
  'No Saturday deliveries.',
];

/** The orders of a brand whose styles and retailers are known. */
export function makeOrders(brand: Omit<Brand, 'orders'>, count: number, startsAt: string, dice: Dice): BrandOrder[] {
  const today = plainDateIn(brand.company.timeZone, startsAt);
  const sheets = stylesByLinesheet(brand);
  const remaining = new Map<string, number>();
  for (const sku of brand.styles.flatMap((style) => style.skus)) remaining.set(sku.sku, sku.onHand[mainLocation] ?? 0);
  const buyers = brand.retailers.filter((retailer) => retailer.status === 'Active' && !retailer.isOnCreditHold);
  const usual = dice.shuffle(buyers.filter((retailer) => priceTypeOf(brand, retailer.currency) !== undefined));
  const twice = usual.find((retailer) => retailer.currency === brand.company.currency);
  let nextBuyer = 0;

  return planOrders(count).map((plan, index): BrandOrder => {
    const retailer = plan.peculiarity === 'same-retailer' ? (twice ?? takeBuyer(plan)) : takeBuyer(plan);
    const currency = plan.peculiarity === 'other-currency' ? 'USD' : retailer.currency;
    const priceType = priceTypeOf(brand, currency);
    if (priceType === undefined) throw new Error(`The practice brand has no price type in ${currency}.`);
    const lineCount = plan.peculiarity === 'large' ? 40 : dice.between(4, 14);
    const linesheet = plan.peculiarity === 'unknown-sku' ? 'Core Essentials' : pickSheet(lineCount);
    const lines = makeLines(plan, sheets.get(linesheet) ?? [], lineCount, priceType);
    const times = timesOf(plan, startsAt, dice);
    const shipStart =
      plan.state === 'SHIPPED' ? addDays(today, -dice.between(20, 40)) : addDays(today, dice.between(14, 120));
    return {
      id: String(7_712_301 + index * 3 + dice.between(0, 2)),
      state: plan.state,
      exportState: plan.exportState,
      poNumber: `PO-${dice.between(10_000, 99_999)}`,
      retailerCode: plan.peculiarity === 'unknown-retailer' ? unknownRetailerCode : retailer.code,
      priceTypeName: priceType.name,
      currency,
      linesheet,
      ...times,
      shipStart,
      shipEnd: addDays(shipStart, dice.pick([14, 21, 30])) satisfies PlainDate,
      discountPercent: plan.peculiarity === 'order-discount' ? '10' : '0',
      freight: plan.peculiarity === 'freight' ? '15.00' : '0.00',
      comments: dice.pick(comments),
      warehouse: joorWarehouse,
      lines,
    };
  });

  /** The next retailer in turn. Peculiar orders are in the home currency, so that each shows one trouble only. */
  function takeBuyer(plan: OrderPlan): BrandRetailer {
    const isPeculiar = plan.peculiarity !== 'plain' && plan.peculiarity !== 'style-discount';
    for (let turn = 0; turn < usual.length; turn += 1) {
      const buyer = usual[(nextBuyer + turn) % usual.length];
      if (buyer === undefined || buyer === twice) continue;
      if (isPeculiar && buyer.currency !== brand.company.currency) continue;
      nextBuyer += turn + 1;
      return buyer;
    }
    throw new Error('The practice brand has no retailer that could order.');
  }

  /** A linesheet that can carry that many lines. */
  function pickSheet(lineCount: number): string {
    const carrying = [...sheets].filter(([, styles]) => styles.flatMap((style) => style.skus).length >= lineCount * 2);
    const widest = [...sheets].sort(([, a], [, b]) => b.length - a.length).slice(0, 1);
    return dice.pick(carrying.length > 0 ? carrying : widest)[0];
  }

  function makeLines(
    plan: OrderPlan,
    styles: readonly BrandStyle[],
    lineCount: number,
    priceType: BrandPriceType,
  ): BrandOrderLine[] {
    const takesStock = plan.state === 'APPROVED';
    const lines: BrandOrderLine[] = [];
    for (const style of dice.shuffle(styles)) {
      for (const sku of dice.shuffle(style.skus).slice(0, 5)) {
        if (lines.length >= lineCount) break;
        const quantity = dice.between(1, 6);
        const left = remaining.get(sku.sku) ?? 0;
        const isPriced = sku.prices[priceType.wholesaleTier - 1] !== '0';
        if (sku.status !== 'Active' || !isPriced || left < quantity + 2) continue;
        if (takesStock) remaining.set(sku.sku, left - quantity);
        lines.push(lineOf(sku, quantity, priceType, plan.peculiarity === 'style-discount' ? 90 : 100));
      }
    }
    return plan.peculiarity === 'unknown-sku' ? [...lines.slice(0, -1), nearMissLine(priceType)] : lines;
  }

  function nearMissLine(priceType: BrandPriceType): BrandOrderLine {
    const real = brand.styles.flatMap((style) => style.skus).find((sku) => sku.sku === 'SH-102-BLUE-M');
    if (real === undefined) throw new Error('The practice brand lacks SH-102-BLUE-M.');
    return lineOf({ ...real, sku: nearMissSku }, 4, priceType, 100);
  }
}

function lineOf(sku: BrandSku, quantity: number, priceType: BrandPriceType, percent: number): BrandOrderLine {
  const unitPrice = sku.prices[priceType.wholesaleTier - 1] ?? '0';
  const cents = Math.round((Math.round(Number(unitPrice) * 100) * percent) / 100);
  return {
    sku: sku.sku,
    quantity,
    unitPrice,
    itemPrice: percent === 100 ? unitPrice : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
    retailPrice: sku.prices[priceType.retailTier - 1] ?? '0',
  };
}

function priceTypeOf(brand: Pick<Brand, 'priceTypes'>, currency: string): BrandPriceType | undefined {
  return brand.priceTypes.find((priceType) => priceType.currency === currency);
}

type Times = Pick<BrandOrder, 'createdAt' | 'approvedAt' | 'modifiedAt'>;

function timesOf(plan: OrderPlan, startsAt: string, dice: Dice): Times {
  // The reference moment lies inside the range of days and at least three hours before the start.
  const at = shiftInstant(startsAt, -(dice.between(plan.days[0], plan.days[1]) * day + dice.between(3, 20) * hour));
  const wasApproved = plan.state === 'APPROVED' || plan.state === 'SHIPPED';
  if (!wasApproved)
    return { createdAt: at, approvedAt: null, modifiedAt: shiftInstant(at, dice.between(0, 120) * 60_000) };
  const modifiedAt = plan.state === 'SHIPPED' ? shiftInstant(at, dice.between(30, 50) * day) : at;
  return { createdAt: shiftInstant(at, -dice.between(1, 5) * day), approvedAt: at, modifiedAt };
}
