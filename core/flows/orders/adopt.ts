// Sales of ours that this ledger doesn't know: a lost or restored ledger, or another installation (SCOPE-4). What is
// plainly the sale of its order is adopted; else the orders flow waits and a person is asked. The same for an order that
// turned exported in JOOR without our mark.
import { addDays, day, shiftInstant } from '../../base/dates.ts';
import { fold } from '../../base/text.ts';
import { chunks } from '../../base/slices.ts';
import type { ForeignSale } from '../../ledger/foreign-sales.ts';
import type { Intent } from '../../ledger/intents.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import { isVoided, type SaleHead } from '../../model/sale.ts';
import { externalIdOf, orderOfExternalId } from '../../orders/external-id.ts';
import { fingerprintOf } from '../../orders/fingerprint.ts';
import { mergeOrder } from '../../orders/merge.ts';
import { whyNotPlainly, whyOtherSale } from '../../orders/adoption.ts';
import { preflight } from '../../orders/preflight.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { preflightFacts } from './facts.ts';
import { isOnItsWay } from './export.ts';
import { noReason } from './outcome.ts';
import { notListed } from './decide.ts';

interface Unknown {
  readonly sale: SaleHead;
  readonly orderId: string;
  readonly turn: number;
}

/** Adopts what is plainly ours and notes the rest; gives how many sales a person must look at. */
export async function adoptSales(context: FlowContext, listed: ReadonlySet<string>): Promise<number> {
  const { ledger } = context;
  const unknown = unknownSales(context, listed);
  await readOrders(context, unknown);
  const foreign: ForeignSale[] = [];
  for (const { sale, orderId, turn } of unknown) {
    const reason = await whyForeign(context, sale, orderId);
    if (reason === null) adopt(context, sale, orderId, turn);
    else foreign.push({ saleId: sale.id, orderId, number: sale.number, externalId: sale.externalId, reason });
  }
  ledger.foreignSales.replace(foreign, nowOf(context));
  return foreign.length;
}

/** Live sales with our kind of ExternalID that no order here became, first turns first. */
function unknownSales(context: FlowContext, listed: ReadonlySet<string>): Unknown[] {
  const { ledger, joorEnvironment, joorAccount } = context;
  const scope = { environment: joorEnvironment, account: joorAccount };
  const unknown = ledger.sales.withExternalIds(externalIdOf(scope, '')).flatMap((sale): Unknown[] => {
    const named = orderOfExternalId(scope, sale.externalId);
    if (named === null || isVoided(sale) || ledger.orderSales.isKnown(sale.id)) return [];
    if (ledger.runs.decision('sale', sale.id) === 'not-ours') return [];
    const record = ledger.orders.get(named.orderId);
    const intent = ledger.intents.get(sale.externalId);
    if (intent !== null && record !== null) {
      // Cin7 Core refused a step of it and JOOR still lists it: it is decided afresh, from what the order says now.
      const isDecidedAgain = listed.has(named.orderId) && intent.saleId !== null && !intent.asked;
      // Begun here, as a ledger of before knows it: this run goes on with it, whatever JOOR lists by now.
      if (record.saleId === null && intent.step !== 'done' && !isDecidedAgain) goOn(context, record, intent);
      return [];
    }
    // A second sale of the same turn is a double, and told as such; one of an earlier turn was decided.
    if (record !== null && record.saleId !== null && named.turn <= record.turn) return [];
    // An order that is to be exported finds its sale by itself, and completes it if it has to.
    if (listed.has(named.orderId) && (record === null || record.saleId === null)) return [];
    return [{ sale, ...named }];
  });
  return unknown.sort((a, b) => a.turn - b.turn);
}

function goOn({ ledger, clock }: FlowContext, record: OrderRecord, intent: Intent): void {
  ledger.transaction(() => {
    // The sale is there, so it was asked for, whatever this ledger remembers of it.
    if (intent.saleId === null && !intent.asked) ledger.intents.save({ ...intent, asked: true });
    if (isOnItsWay(record)) return;
    ledger.orders.setLook(intent.orderId, record.attempts, null);
    ledger.orders.setState(intent.orderId, 'exporting', noReason, nowOf({ clock }));
  });
}

/** Reads the orders of unknown sales that the inbox doesn't have, with their lines. */
async function readOrders(context: FlowContext, unknown: readonly Unknown[]): Promise<void> {
  const { joor, caller, ledger, settings, listener } = context;
  const missing = new Set(unknown.map(({ orderId }) => orderId).filter((id) => ledger.orders.get(id) === null));
  if (missing.size === 0) return;
  listener.begin('orders', 'orders of known sales', null);
  const at = nowOf(context);
  const dates = unknown.flatMap(({ sale }) => (sale.orderDate === null ? [] : [sale.orderDate])).sort();
  const from = dates[0] === undefined ? (settings.orders.goLive ?? at) : `${addDays(dates[0], -2)}T00:00:00.000Z`;
  const modified = { from, to: shiftInstant(at, day) };
  const { orders } = await joor.orders({ filter: 'all', exported: 'all', modified }, caller);
  for (const group of chunks(
    orders.filter(({ id }) => missing.has(id)),
    settings.batch.orders,
  )) {
    const lines = await joor.orderLines(
      group.map(({ id }) => id),
      caller,
    );
    ledger.transaction(() => {
      for (const header of group) {
        const order = mergeOrder(header, lines.get(header.id) ?? []) ?? header;
        ledger.orders.save(order, fingerprintOf(order), at);
        // Nobody's task here unless its sale turns out to be ours.
        ledger.orders.setState(order.id, 'left-out', notListed, at);
      }
    });
  }
}

/** Why a sale isn't plainly that of its order, or null when it is or a person said so. */
async function whyForeign(context: FlowContext, sale: SaleHead, orderId: string): Promise<string | null> {
  const { ledger, cin7, caller, settings, joorEnvironment } = context;
  const record = ledger.orders.get(orderId);
  if (record === null) return `JOOR has no order ${orderId}.`;
  if (ledger.runs.decision('sale', sale.id) === 'ours') return null;
  const { customer, asked } = preflight(record.order, preflightFacts(context, record.turn));
  const isCustomer =
    customer === null ? fold(sale.customer) === fold(record.order.customerName) : customer.id === sale.customerId;
  const why = whyNotPlainly(record.order, sale, {
    isCustomer,
    template: settings.orders.reference,
    environment: joorEnvironment,
  });
  // One more call, and only for what the list can't tell apart.
  return why ?? whyOtherSale(record.order, asked, await cin7.sale(sale.id, caller));
}

function adopt({ ledger, clock }: FlowContext, sale: SaleHead, orderId: string, turn: number): void {
  const at = nowOf({ clock });
  const record = ledger.orders.get(orderId);
  if (record === null) return;
  ledger.transaction(() => {
    ledger.orderSales.setTurn(orderId, turn);
    ledger.orders.exported(orderId, { id: sale.id, number: sale.number }, record.fingerprint, at);
    ledger.orders.setLook(orderId, record.attempts, null);
    ledger.orders.setDemand(orderId, []);
    ledger.orders.setState(orderId, 'in-cin7', noReason, at);
  });
}
