// One order whole, for its screen and for `orders show`: each line with its product or its problem, every hold, what
// pre-flight settled, and the sale. What was decided is read back as it was stored, never decided here.
import { Decimal, moneyText } from '../../base/decimal.ts';
import { SeamlineError } from '../../base/errors.ts';
import type { OrderDetail, OrderLineView } from '../../contract/orders.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { OrderCheck } from '../../ledger/order-checks.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import { orderChecks } from '../../status/order-checks.ts';
import { eventsOf } from './history.ts';
import { readLedger, type Services } from '../services.ts';

/** An order by its JOOR number. Throws `not-found` for one that Seamline never saw. */
export function orderDetail(services: Services, id: string): Promise<OrderDetail> {
  return readLedger(
    services,
    (ledger) => orderDetailOf(ledger, id),
    () => {
      throw unknownOrder(id);
    },
  );
}

/** The same from an open ledger. */
export function orderDetailOf(ledger: Ledger, id: string): OrderDetail {
  const record = ledger.orders.get(id);
  if (record === null) throw unknownOrder(id);
  const { order, state, saleId, saleNumber } = record;
  const check = ledger.orderChecks.get(id);
  const isWaiting = saleId === null && (state === 'to-export' || state === 'needs-you');
  const draft = check?.draft ?? null;
  const holds = isWaiting && state === 'needs-you' ? (check?.holds ?? []) : [];
  const customer = draft === null ? '' : (ledger.customers.byId(draft.customerId)?.name ?? '');
  return {
    id,
    poNumber: order.poNumber,
    retailer: order.customerName,
    customerCode: order.customerCode,
    value: order.total,
    currency: order.currency,
    approvedAt: order.approvedAt,
    modifiedAt: order.modifiedAt,
    shipStart: order.shipStart,
    shipEnd: order.shipEnd,
    linesheet: order.linesheetName,
    warehouse: order.warehouse,
    state,
    reason: record.reason,
    stateSince: record.stateSince,
    holds: holds.map(({ code, sentence, nextStep }) => ({ code, sentence, nextStep })),
    checkedAt: check?.checkedAt ?? null,
    checks: check === null ? [] : orderChecks({ ...check, customer }),
    lines: order.lines.map((_, number) => lineView(ledger, record, check, number)),
    sale:
      saleId === null
        ? null
        : { id: saleId, number: saleNumber ?? '', exportedAt: record.exportedAt, total: draft?.totalBeforeTax ?? null },
    tries: record.attempts,
    nextLookAt: record.nextLookAt,
    events: eventsOf(ledger, id),
    can: {
      export: isWaiting,
      reExport: saleId !== null && state !== 'exporting' && state !== 'checking',
      hold: isWaiting,
      release: state === 'held' || record.reason.code === 'by-hand',
      enterByHand: saleId === null ? isWaiting || state === 'held' : state === 'needs-you',
    },
  };
}

function lineView(ledger: Ledger, { order }: OrderRecord, check: OrderCheck | null, number: number): OrderLineView {
  const line = order.lines[number];
  if (line === undefined) throw new RangeError(`order ${order.id} has no line ${number}`);
  const checked = check?.lines.find((one) => one.number === number);
  const product = checked?.productId == null ? null : ledger.products.byId(checked.productId);
  const alias = checked === undefined ? null : ledger.aliases.find(checked.name);
  return {
    id: line.id,
    sku: checked?.name ?? line.skuIdentifier,
    styleNumber: line.styleNumber,
    description: [line.styleName, line.colour, line.size].filter((part) => part !== '').join(' '),
    quantity: line.quantity,
    price: line.netPrice,
    amount: moneyText(new Decimal(line.netPrice).times(line.quantity)),
    isCancelled: line.isCancelled,
    product:
      product === null
        ? null
        : { id: product.id, sku: product.sku, name: product.name, isByAlias: alias?.productId === product.id },
    problem: checked?.problem ?? null,
    suggestions: (checked?.suggestions ?? []).map((one) => ({
      ...one,
      available: ledger.stock.unitsOf(one.productId),
    })),
  };
}

/** The error for an order that isn't in the ledger. */
export function unknownOrder(id: string): SeamlineError {
  return new SeamlineError('not-found', {
    sentence: `Seamline knows no order ${id}.`,
    nextStep: 'Look for its number among all orders; a new one comes with the next run.',
    details: { id },
  });
}
