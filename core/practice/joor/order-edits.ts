// Orders as people place and change them in JOOR's screens. Prices are the SKUs' prices of the moment; an order keeps its
// snapshot. What can't be done throws with a sentence for the person who tried.
import { decimal } from './order-money.ts';
import { addressesOf, methodsOf, priceTypesOf } from './customers.ts';
import type { EditOf } from './edit-schemas.ts';
import { findLinesheet } from './find.ts';
import { addLine, priceAfterDiscount, snapshotOf } from './lines.ts';
import type { NewLine } from './lines.ts';
import { isShoppable, touchOrder } from './order-effects.ts';
import { customerPart } from './order-fields.ts';
import { missingFor, setExportStatus, setStatus, statusProblem } from './order-states.ts';
import { emptyOrder } from './orders-v4.ts';
import type { Collection, Order, OrderStatus, PriceType, Sku } from './records.ts';
import { addOrder, mint } from './state.ts';
import type { Account } from './state.ts';

type PlaceOrder = EditOf<'place-order'>;
type GivenLine = PlaceOrder['lines'][number];

/** A customer places an order. */
export function placeOrder(account: Account, edit: PlaceOrder): Order {
  const { clock, state } = account;
  const customer = state.connectionsByCode.get(edit.customerCode);
  if (customer === undefined) throw new Error(`No connected customer has the code ${edit.customerCode}.`);
  const priceType = choosePriceType(account, edit, priceTypesOf(account, customer));
  const linesheet =
    edit.linesheet === undefined ? [...state.collections.values()][0] : findLinesheet(state, edit.linesheet);
  if (linesheet === undefined) throw new Error('An account needs at least one linesheet to take any order.');
  const season = state.seasons.get(linesheet.seasonId ?? '');
  const order: Order = {
    ...emptyOrder(mint(state, 'order'), clock.now()),
    ...customerPart(customer),
    priceTypeId: priceType.id,
    priceTypeName: priceType.name,
    currency: priceType.currency,
    retailCurrency: priceType.retailCurrency,
    collectionId: linesheet.id,
    collectionName: linesheet.name,
    collectionCode: linesheet.externalId,
    season: season === undefined ? null : { id: season.id, name: season.name, code: season.externalId },
    shippingAddress: addressesOf(customer, 'shipping')[0] ?? null,
    billingAddress: addressesOf(customer, 'billing')[0] ?? null,
    shippingMethod: methodsOf(customer, 'shipping')[0] ?? null,
    paymentMethod: methodsOf(customer, 'payment')[0] ?? { id: null, name: 'Net 30', code: 'N30' },
    deliveryStart: linesheet.delivery.startShipDate,
    deliveryEnd: linesheet.delivery.completeShipDate,
    warehouse: state.warehouses.get('Main') ?? [...state.warehouses.values()][0] ?? null,
  };
  applyText(account, order, edit);
  const orderedFrom = edit.linesheet === undefined ? null : linesheet;
  for (const line of edit.lines.map((given) => draftLine(account, order, given, orderedFrom)))
    addLine(account, order, line);
  const lack = missingFor(order, edit.state);
  if (lack !== null) throw new Error(`${lack}.`);
  order.status = edit.state;
  order.approvedAt = edit.state === 'APPROVED' ? clock.now() : null;
  addOrder(state, order);
  return order;
}

/** Somebody changes quantities, lines or texts of an order. */
export function editOrder(account: Account, edit: EditOf<'edit-order'>): Order {
  const order = findOrder(account, edit.orderId);
  const lineOf = (name: string) => {
    const found = order.lines.find(
      (line) => line.id === name || line.sku.skuId === name || line.sku.skuIdentifier === name,
    );
    const bySku = found ?? order.lines.find((line) => line.sku.skuId === findSku(account, name)?.id);
    if (bySku === undefined) throw new Error(`Order ${order.id} has no line ${name}.`);
    return bySku;
  };
  const quantities = edit.set.map(({ line, quantity }) => ({ line: lineOf(line), quantity }));
  const gone = new Set(edit.remove.map(lineOf));
  const added = edit.add.map((given) => draftLine(account, order, given, null));
  for (const { line, quantity } of quantities) line.quantity = quantity;
  order.lines = order.lines.filter((line) => !gone.has(line));
  for (const line of gone) account.state.lines.delete(line.id);
  for (const line of added) addLine(account, order, line);
  applyText(account, order, edit);
  touchOrder(account, order);
  return order;
}

/** Somebody gives an order another status by hand. */
export function moveOrder(account: Account, orderId: string, to: OrderStatus): Order {
  const order = findOrder(account, orderId);
  const problem = statusProblem(order, to, 'screen');
  if (problem !== null) throw new Error(`${problem}.`);
  setStatus(account, order, to);
  return order;
}

/** Somebody takes the export mark off, so that the order is exported again. */
export function resetExport(account: Account, orderId: string): Order {
  const order = findOrder(account, orderId);
  setExportStatus(account, order, 'UNDEFINED', null);
  return order;
}

function findOrder({ state }: Account, id: string): Order {
  const order = state.orders.get(id);
  if (order === undefined) throw new Error(`There is no order ${id}.`);
  return order;
}

function choosePriceType(account: Account, edit: PlaceOrder, assigned: readonly PriceType[]): PriceType {
  const { priceType: name, currency } = edit;
  const candidates = name === undefined && currency === undefined ? assigned : [...account.state.priceTypes.values()];
  const chosen = candidates.find(
    (type) => (name === undefined || type.name === name) && (currency === undefined || type.currency === currency),
  );
  if (chosen === undefined) throw new Error(`Customer ${edit.customerCode} has no such price type.`);
  return chosen;
}

/** The line that was asked for, with everything checked and nothing written. */
function draftLine(account: Account, order: Order, given: GivenLine, linesheet: Collection | null): NewLine {
  const sku = findSku(account, given.sku);
  if (sku === null) throw new Error(`There is no SKU ${given.sku} in JOOR.`);
  if (!isShoppable(account, sku.id)) throw new Error(`SKU ${given.sku} is inactive.`);
  const item = linesheet?.items.get(sku.productId);
  if (linesheet !== null && (item === undefined || (item.skuIds !== null && !item.skuIds.includes(sku.id)))) {
    throw new Error(`SKU ${given.sku} is not in the linesheet ${linesheet.name}.`);
  }
  const snapshot = snapshotOf(account, sku, order.priceTypeId);
  if (snapshot === null) throw new Error(`SKU ${given.sku} has no price in ${order.priceTypeName}.`);
  const itemPrice = priceAfterDiscount(snapshot.wholesale, {
    item_price: given.itemPrice,
    discount_amount: given.discountAmount,
    discount_percentage: given.discountPercent,
  });
  if (itemPrice === null) throw new Error(`The discount on ${given.sku} is out of range.`);
  return {
    sku: snapshot,
    quantity: given.quantity,
    itemPrice,
    multiplier: given.multiplier ?? null,
    comment: given.comment ?? '',
  };
}

function applyText({ state }: Account, order: Order, edit: PlaceOrder | EditOf<'edit-order'>): void {
  if (edit.poNumber !== undefined) order.poNumber = edit.poNumber;
  if (edit.comments !== undefined) order.comments = edit.comments;
  if (edit.internalComments !== undefined) order.internalComments = edit.internalComments;
  if (edit.shipStart !== undefined) order.deliveryStart = edit.shipStart;
  if (edit.shipEnd !== undefined) order.deliveryEnd = edit.shipEnd;
  if (edit.freight !== undefined) order.shippingPrice = decimal(edit.freight).toFixed(2);
  if (edit.discountAmount !== undefined) order.discount = { type: 'AMOUNT', value: edit.discountAmount };
  if (edit.discountPercent !== undefined) order.discount = { type: 'PERCENTAGE', value: edit.discountPercent };
  if (edit.warehouse !== undefined) {
    const warehouse = state.warehouses.get(edit.warehouse);
    if (warehouse === undefined) throw new Error(`There is no warehouse ${edit.warehouse}.`);
    order.warehouse = warehouse;
  }
}

function findSku({ state }: Account, name: string): Sku | null {
  return (
    state.skusByExternalId.get(name) ??
    state.skusBySkuIdentifier.get(name) ??
    state.skus.get(name) ??
    state.skusByUpc.get(name) ??
    null
  );
}
