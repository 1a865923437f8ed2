// One more targeted look at Cin7 Core before an order is held (ORD-2): products and the customer that it lacks are read by
// their own filters, in case the mirror missed a change. Asked once for the same things, not in every run.
import { hashOf } from '../../base/hash.ts';
import { fold } from '../../base/text.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import type { OrderHold } from '../../model/order-check.ts';
import type { OrderLine } from '../../model/order.ts';
import { lineName, ownProductId } from '../../orders/lines.ts';
import type { FlowContext } from '../context.ts';

export interface SecondLook {
  /** Hash of what was asked for; empty when the holds are about nothing that Cin7 Core could tell. */
  readonly asked: string;
  /** True when something was read, so that the order is worth deciding again. */
  readonly hasNews: boolean;
}

const lineCodes = new Set(['unknown-sku', 'inactive-product', 'ambiguous-sku', 'ambiguous-barcode']);
const customerCodes = new Set([
  'unknown-customer',
  'inactive-customer',
  'customer-currency',
  'several-customers',
  'credit-hold',
  'near-customer',
]);

/** Looks for what the holds miss, unless exactly that was asked before; remembers within a run what was read already. */
export function secondLook(
  context: FlowContext,
): (record: OrderRecord, holds: readonly OrderHold[], askedBefore: string) => Promise<SecondLook> {
  const read = new Set<string>();
  return async ({ order }, holds, askedBefore) => {
    const lines = holds.flatMap(({ code, line }) => {
      const found = line === null || !lineCodes.has(code) ? undefined : order.lines[line];
      return found === undefined ? [] : [found];
    });
    const customer = holds.some(({ code }) => customerCodes.has(code)) ? customerNames(context, order) : [];
    const names = [...lines.map(lineName), ...customer, order.customerCode].map(fold).sort();
    if (lines.length === 0 && customer.length === 0) return { asked: '', hasNews: false };
    const asked = hashOf(names);
    if (asked === askedBefore) return { asked, hasNews: false };
    let hasNews = false;
    for (const line of lines) hasNews = (await readProducts(context, line, read)) || hasNews;
    for (const name of customer) hasNews = (await readCustomers(context, name, read)) || hasNews;
    return { asked, hasNews };
  };
}

/** Names under which Cin7 Core may find the customer: its code where that is the name, and the name that JOOR knows. */
function customerNames(
  { settings }: FlowContext,
  order: { readonly customerCode: string; readonly customerName: string },
): string[] {
  const names = settings.customers.codeFrom === 'name' ? [order.customerCode] : [order.customerName];
  return names.filter((name) => name.trim() !== '');
}

async function readProducts(context: FlowContext, line: OrderLine, read: Set<string>): Promise<boolean> {
  const { cin7, caller, ledger, runId } = context;
  const id = ownProductId(line) ?? (line.skuId === '' ? null : ledger.styles.productOfSku(line.skuId));
  const name = id ?? lineName(line);
  if (name === '' || read.has(`product ${name}`)) return false;
  read.add(`product ${name}`);
  const products =
    id === null
      ? await cin7.productsBySku(name, caller)
      : [await cin7.product(id, caller)].flatMap((one) => (one === null ? [] : [one]));
  ledger.products.saveProducts(products, runId);
  return products.length > 0;
}

async function readCustomers(context: FlowContext, name: string, read: Set<string>): Promise<boolean> {
  const { cin7, caller, ledger, runId } = context;
  if (read.has(`customer ${fold(name)}`)) return false;
  read.add(`customer ${fold(name)}`);
  const customers = await cin7.customersByName(name, caller);
  ledger.customers.save(customers, runId);
  return customers.length > 0;
}
