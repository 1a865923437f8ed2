// What the fault runs export: a small brand, and courses of orders of every kind. A course is a pair of accounts with the
// settings that go with them and the orders that wait when the run begins.
import { addDays, day, instantOf, minute, plainDateIn, shiftInstant, type Instant } from '../../core/base/dates.ts';
import { createBrand } from '../../core/practice/brand/brand.ts';
import type { Brand, BrandOrder, BrandOrderLine } from '../../core/practice/brand/types.ts';
import { found, startOfTests, type World } from '../support/world.ts';

/**
 * Where an order ends when nothing goes wrong: as a sale that claims stock, as a draft, held without any sale, or as a
 * question to a person about the sale that it has.
 */
export type Fate = 'authorised' | 'draft' | 'held' | 'asked';

export interface CourseOrder {
  readonly order: BrandOrder;
  readonly fate: Fate;
  /** 2 for an order that becomes a sale for the second time. */
  readonly turn: 1 | 2;
}

/** Members of `orders` in the settings that differ from the practice brand's. */
interface OrderSettings {
  readonly saleType?: 'Simple' | 'Advanced';
  readonly claim?: 'when-available' | 'always' | 'never';
  readonly invoice?: 'none' | 'draft' | 'authorised';
  readonly newCustomer?: typeof newCustomer;
}

export interface Course {
  readonly name: string;
  readonly startsAt: Instant;
  readonly brand: Brand;
  readonly orders: readonly CourseOrder[];
  readonly orderSettings: OrderSettings;
  /** What happens before the run. */
  readonly prepare: (world: World) => Promise<void>;
}

const bare = createBrand({
  seed: 11,
  startsAt: instantOf(startOfTests),
  size: { styles: 3, skusPerStyle: 4, retailers: 4, orders: 0 },
});

// SKUs with enough units at the main location for every course, and one that has none.
const coat = 'CT-104-M';
const dress = 'DR-104-ECR-6';
const shirt = 'SH-102-WHT-XS';
const soldOut = 'CT-104-XS';
const scarce = 'CT-104-XXS';

const home = 'NB-0001';
const abroad = 'NB-0003';
/** JOOR alone knows it. */
const stranger = 'NB-9042';

type Units = Readonly<Record<string, number>>;
type Peculiar = Partial<Omit<BrandOrder, 'lines'>> & {
  readonly fate?: Fate;
  readonly turn?: 1 | 2;
  /** Percent of the wholesale price that lines are sold at. */
  readonly percent?: number;
};

/** An approved order for units by SKU, of the retailer at home unless told otherwise. */
function approved(
  kind: string,
  units: Units,
  { fate = 'authorised', turn = 1, percent = 100, ...fields }: Peculiar = {},
) {
  return (index: number, startsAt: Instant): CourseOrder => {
    const currency = fields.currency ?? 'AUD';
    const approvedAt = shiftInstant(startsAt, -2 * day + index * minute);
    const today = plainDateIn(bare.company.timeZone, startsAt);
    return {
      fate,
      turn,
      order: {
        id: String(7_800_001 + index),
        state: 'APPROVED',
        exportState: 'UNDEFINED',
        poNumber: kind,
        retailerCode: home,
        priceTypeName: `${currency} Wholesale`,
        currency,
        linesheet: 'Core Essentials',
        createdAt: shiftInstant(approvedAt, -day),
        approvedAt,
        modifiedAt: approvedAt,
        shipStart: addDays(today, 10),
        shipEnd: addDays(today, 24),
        discountPercent: '0',
        freight: '0.00',
        comments: '',
        warehouse: 'Main',
        lines: Object.entries(units).map(([sku, quantity]) => lineOf(sku, quantity, currency, percent)),
        ...fields,
      },
    };
  };
}

function lineOf(sku: string, quantity: number, currency: string, percent: number): BrandOrderLine {
  const prices = bare.styles.flatMap(({ skus }) => skus).find((one) => one.sku === sku)?.prices ?? [];
  const tiers = bare.priceTypes.find((one) => one.currency === currency);
  const unitPrice = prices[(tiers?.wholesaleTier ?? 0) - 1] ?? '50.00';
  return {
    sku,
    quantity,
    unitPrice,
    itemPrice: ((Number(unitPrice) * percent) / 100).toFixed(2),
    retailPrice: prices[(tiers?.retailTier ?? 0) - 1] ?? '0',
  };
}

const kinds = {
  plain: approved('plain', { [coat]: 2, [dress]: 1 }),
  percentOff: approved('percent off', { [coat]: 1, [shirt]: 3 }, { discountPercent: '12.5' }),
  amountOff: approved('amount off', { [dress]: 3, [shirt]: 1 }),
  styleDiscount: approved('style discount', { [dress]: 2 }, { percent: 90 }),
  freight: approved('freight', { [shirt]: 2 }, { freight: '15.40' }),
  abroad: approved('abroad', { [coat]: 1, [shirt]: 1 }, { retailerCode: abroad, currency: 'USD', freight: '40.00' }),
  madeToOrder: approved('made to order', { [soldOut]: 4 }, { linesheet: 'MTO' }),
  short: approved('short', { [soldOut]: 2, [dress]: 1 }, { fate: 'draft' }),
  backordered: approved('backordered', { [soldOut]: 2, [dress]: 1 }),
  unknownSku: approved('unknown SKU', { [coat]: 1, 'SH-102-BLU-M': 1 }, { fate: 'held' }),
  shipped: approved('shipped', { [shirt]: 1 }, { state: 'SHIPPED' }),
  stranger: approved('stranger', { [coat]: 1, [shirt]: 1 }, { retailerCode: stranger }),
  strangerAgain: approved('stranger, again', { [dress]: 2 }, { retailerCode: stranger }),
  // Its units go to somebody else between the scan of free stock and the sale.
  soldMeanwhile: approved('sold meanwhile', { [scarce]: 2, [dress]: 1 }, { fate: 'draft' }),
  // Exported before, and asked for again in JOOR: once its sale was voided, and while it is still open.
  again: approved('again', { [coat]: 1, [shirt]: 1 }, { turn: 2, freight: '9.00' }),
  againAmountOff: approved('again, amount off', { [dress]: 3 }, { turn: 2 }),
  againOpen: approved('again, still open', { [dress]: 1 }, { fate: 'asked' }),
};

/** What Cin7 Core wants to know of a new customer. */
const newCustomer = {
  receivable: '610',
  revenue: '200',
  terms: '30 days',
  taxRule: 'GST on Income',
  priceTier: 'Wholesale AUD',
};

/** It doesn't divide into whole cents. */
const amountOff = '7.77';

type Maker = ReturnType<typeof approved>;

interface Plan {
  readonly makers: readonly Maker[];
  readonly orderSettings: OrderSettings;
  readonly prepare?: (world: World) => Promise<void>;
}

/** Each keeps to what one account's settings allow; together they hold every kind of order. */
const plans: Readonly<Record<string, Plan>> = {
  simple: {
    makers: [
      kinds.plain,
      kinds.percentOff,
      kinds.amountOff,
      kinds.styleDiscount,
      kinds.freight,
      kinds.abroad,
      kinds.madeToOrder,
      kinds.short,
      kinds.unknownSku,
      kinds.shipped,
    ],
    orderSettings: {},
  },
  advanced: {
    makers: [kinds.plain, kinds.backordered, kinds.abroad],
    orderSettings: { saleType: 'Advanced', claim: 'always' },
  },
  invoiced: {
    makers: [kinds.plain, kinds.amountOff, kinds.freight],
    orderSettings: { invoice: 'authorised' },
  },
  'sold-meanwhile': {
    makers: [kinds.soldMeanwhile],
    orderSettings: {},
  },
  newcomers: {
    makers: [kinds.stranger, kinds.plain, kinds.strangerAgain],
    orderSettings: { newCustomer },
  },
  again: {
    makers: [kinds.plain, kinds.again, kinds.againAmountOff, kinds.againOpen],
    orderSettings: {},
    prepare: exportAndAskAgain,
  },
};

/** Every course, with orders of the days before a moment. */
export function coursesAt(startsAt: Instant): Course[] {
  return Object.entries(plans).map(([name, { makers, orderSettings, prepare }]) => {
    const orders = makers.map((make, index) => make(index, startsAt));
    return {
      name,
      startsAt,
      brand: { ...bare, orders: orders.map(({ order }) => order) },
      orders,
      orderSettings,
      async prepare(world) {
        const { joor, cin7 } = world.practice;
        for (const order of joor.state.orders.values()) {
          if (order.poNumber.includes('amount off')) order.discount = { type: 'AMOUNT', value: amountOff };
          if (order.poNumber === 'sold meanwhile')
            whenSold(world, order.id, () =>
              cin7.edits.setStock({ sku: scarce, location: bare.locations[0]?.name ?? '', onHand: 0 }),
            );
        }
        await prepare?.(world);
      },
    };
  });
}

/** Exports what JOOR asks for again, reads the marks back, and lets JOOR and Cin7 Core ask. */
async function exportAndAskAgain(world: World): Promise<void> {
  const { joor, cin7 } = world.practice;
  const orders = [...joor.state.orders.values()];
  const fresh = orders.filter(({ poNumber }) => !poNumber.startsWith('again'));
  for (const order of fresh) order.status = 'PENDING';
  await world.sync({ only: ['orders'] });
  await world.syncNextHour();
  world.nextHour();
  for (const { id, poNumber } of orders.filter((order) => !fresh.includes(order))) {
    joor.edits.resetExport(id);
    const sale = found(cin7.state.sales.values(), ({ header }) => header.ExternalID?.endsWith(`:${id}`) === true, id);
    if (poNumber !== 'again, still open') cin7.edits.voidSale({ sale: sale.id });
  }
  for (const order of fresh) order.status = 'APPROVED';
}

/** What happens when the header of an order's sale has been created. */
function whenSold({ practice }: World, orderId: string, happens: () => void): void {
  const { sales } = practice.cin7.state;
  const set = sales.set.bind(sales);
  sales.set = (id, sale) => {
    set(id, sale);
    if (sale.header.ExternalID?.endsWith(`:${orderId}`) === true) happens();
    return sales;
  };
}

/** The courses on the tests' own day. */
export const courses: readonly Course[] = coursesAt(instantOf(startOfTests));
