// Says what went wrong with a course's orders by looking into the accounts themselves, never at what Seamline computed:
// which sales there are, what they hold, whom they are for, what JOOR was told, and what was sent twice.
import { Decimal } from '../../core/base/decimal.ts';
import { documentTotals, lineTotal } from '../../core/practice/cin7/sales/totals.ts';
import type { CustomerRecord } from '../../core/practice/cin7/state/records.ts';
import type { SaleRecord } from '../../core/practice/cin7/state/sale-records.ts';
import type { Order } from '../../core/practice/joor/records.ts';
import { found, type World } from '../support/world.ts';
import type { Course, CourseOrder } from './courses.ts';
import type { Finding, FindingKind } from './finding.ts';
import { resent } from './resent.ts';

type Money = Decimal | string | number;

type Add = (kind: FindingKind, sentence: string) => void;

/** What exists twice right now; must be nothing at any moment. */
export function doubled({ practice }: World): Finding[] {
  const { customers } = practice.cin7.state;
  const names = [
    ...liveSales(practice.cin7.state.sales).map(({ header }) => `sale ${header.ExternalID}`),
    ...[...customers.values()].map(({ fields }) => `customer ${fields.Name.toLowerCase()}`),
    ...[...customers.values()].map((customer) => `customer code ${codeOf(customer)}`),
  ];
  const twice = names.filter((name, index) => name !== 'customer code ' && names.indexOf(name) !== index);
  return twice.map((name) => ({ kind: 'doubled', sentence: `There are two of ${name}.` }));
}

/** Everything that is wrong when all is said to be done; an empty list is what every case wants. */
export async function findings(world: World, course: Course): Promise<Finding[]> {
  const list: Finding[] = [...doubled(world), ...resent(world.practice.cin7.log.entries)];
  const add: Add = (kind, sentence) => void list.push({ kind, sentence });
  const shown = await world.seamline.orders();
  const sales = liveSales(world.practice.cin7.state.sales);
  for (const planned of course.orders) {
    const { order: given, fate } = planned;
    const order = found(world.practice.joor.state.orders.values(), ({ id }) => id === given.id, `order ${given.id}`);
    const own = sales.filter(({ header }) => header.ExternalID?.split(':')[3] === given.id);
    const say: Add = (kind, sentence) => add(kind, `${given.poNumber} (${given.id}): ${sentence}`);
    const view = shown.find(({ id }) => id === given.id);
    const isSold = fate !== 'held';
    const [sale] = own;
    if (own.length > 1) say('doubled', `has ${own.length} live sales.`);
    if (isSold && (sale === undefined || sale.order.lines.length === 0))
      say('lost', `has no sale with lines; ${view?.state}: ${view?.reason}`);
    if (!isSold && sale !== undefined) say('wrong', 'became a sale although it must be held.');
    if (isSold && sale !== undefined) checkSale(world, course, planned, order, sale, say);
    if ((order.exportStatus === 'SUCCESS') !== (isSold && fate !== 'asked'))
      say('wrong', `JOOR's export mark says ${order.exportStatus}.`);
    const state = isSold && fate !== 'asked' ? 'in-cin7' : 'needs-you';
    if (view?.state !== state) say('wrong', `is shown as ${view?.state}: ${view?.reason}`);
    if (isSold && view?.saleNumber !== sale?.orderNumber) say('wrong', `is shown with sale ${view?.saleNumber}.`);
  }
  const strangers = sales.filter(
    ({ header }) => !course.orders.some(({ order }) => header.ExternalID?.split(':')[3] === order.id),
  );
  for (const { orderNumber } of strangers) add('wrong', `Nobody ordered ${orderNumber}.`);
  return list;
}

function checkSale(
  { practice }: World,
  course: Course,
  { fate, turn }: CourseOrder,
  order: Order,
  sale: SaleRecord,
  say: Add,
): void {
  const { header } = sale;
  const wanted = fate === 'draft' ? 'DRAFT' : 'AUTHORISED';
  if (sale.order.status !== wanted) say('wrong', `its sale is ${sale.order.status} instead of ${wanted}.`);
  same(
    'lines',
    unitsBySku(sale.order.lines.map(({ SKU, Quantity }) => [SKU, Quantity])),
    unitsBySku(order.lines.map(({ sku, quantity }) => [sku.skuIdentifier ?? '', quantity])),
    say,
  );
  const goods = order.lines.reduce(
    (sum, { itemPrice, quantity }) => sum.plus(new Decimal(itemPrice).times(quantity)),
    new Decimal(0),
  );
  const discount =
    order.discount?.type === 'PERCENTAGE'
      ? goods.times(order.discount.value).div(100)
      : new Decimal(order.discount?.value ?? 0);
  const total = goods.minus(discount).plus(order.shippingPrice);
  near('total', documentTotals(sale.order, false).TotalBeforeTax, total, say);
  near(
    'goods',
    sale.order.lines.reduce((sum, line) => sum.plus(lineTotal(line)), new Decimal(0)),
    goods.minus(discount),
    say,
  );
  near(
    'freight',
    sale.order.charges.reduce((sum, charge) => sum.plus(charge.Price), new Decimal(0)),
    order.shippingPrice,
    say,
  );
  same(
    'customer',
    codeOf(practice.cin7.state.customers.get(header.customerId.toLowerCase())),
    order.customerCode ?? '',
    say,
  );
  same('type', sale.type, course.orderSettings.saleType ?? 'Simple', say);
  same('currency rate', String(header.CurrencyRate), order.currency === 'AUD' ? '1' : '1.52', say);
  same(
    'ExternalID',
    header.ExternalID ?? '',
    `joor:custom:${practice.joor.accountId}:${order.id}${turn === 1 ? '' : ':2'}`,
    say,
  );
  same('reference', header.CustomerReference ?? '', `${order.poNumber} JOOR-${order.id}`, say);
  checkInvoices(course, sale, total, say);
}

function checkInvoices({ orderSettings }: Course, sale: SaleRecord, total: Decimal, say: Add): void {
  const invoices = sale.invoices.filter(({ status }) => status !== 'VOIDED' && status !== 'NOT AVAILABLE');
  const wanted = orderSettings.invoice ?? 'none';
  if (wanted === 'none' || sale.order.status === 'DRAFT') {
    if (invoices.length > 0) say('wrong', 'was invoiced.');
    return;
  }
  const [invoice] = invoices;
  if (invoice === undefined) say('lost', 'has no invoice.');
  else {
    near('invoice', documentTotals(invoice, false).TotalBeforeTax, total, say);
    same('invoice status', invoice.status, wanted.toUpperCase(), say);
  }
  if (invoices.length > 1) say('doubled', `has ${invoices.length} invoices.`);
}

function liveSales(sales: ReadonlyMap<string, SaleRecord>): SaleRecord[] {
  return [...sales.values()].filter(({ isVoided, header }) => !isVoided && (header.ExternalID ?? '') !== '');
}

const codeOf = (customer: CustomerRecord | undefined) => customer?.fields.AdditionalAttribute1 ?? '';

function unitsBySku(lines: readonly (readonly [string, number])[]): string {
  return lines
    .map(([sku, units]) => `${sku} ${units}`)
    .sort()
    .join(', ');
}

function same(what: string, present: string, wanted: string, say: Add): void {
  if (present !== wanted) say('wrong', `its ${what} should be ${wanted} but is ${present}.`);
}

function near(what: string, present: Money, wanted: Money, say: Add): void {
  if (new Decimal(present).minus(wanted).abs().greaterThan('0.01'))
    say('wrong', `its ${what} should be ${new Decimal(wanted).toFixed(2)} but is ${new Decimal(present).toFixed(4)}.`);
}
