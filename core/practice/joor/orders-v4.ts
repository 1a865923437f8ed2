// Orders of v4: the list with its filters, creates, and updates with the export mark (JOOR 5.9). The list has no lines.
// An item is checked as a whole before anything of it is written.
import type { Context, Hono } from 'hono';
import { parseInstant, parsePlainDate } from '../../base/dates.ts';
import { callRefused, csv, mountBulk, refused } from './answers.ts';
import type { Outcome } from './answers.ts';
import { exportStatuses, orderStatuses } from './records.ts';
import type { ExportStatus, Order } from './records.ts';
import { missingFor, setExportStatus, setStatus, statusProblem } from './order-states.ts';
import { touchOrder } from './order-effects.ts';
import { orderToCreate, orderToUpdate, resolveFields } from './order-fields.ts';
import type { OrderFields } from './order-fields.ts';
import { orderView } from './order-view.ts';
import { addOrder, mint } from './state.ts';
import type { Account } from './state.ts';

/** Mounts the order calls. */
export function mountOrders(v4: Hono, account: Account): void {
  v4.get('/orders', (context) => listOrders(context, account));
  mountBulk(v4, account, '/orders/bulk_create', orderToCreate, () => (item) => createOrder(account, item));
  mountBulk(v4, account, '/orders/bulk_update', orderToUpdate, () => (item) => updateOrder(account, item));
}

const sortKeys: Readonly<Record<string, (order: Order) => number>> = {
  id: (order) => Number(order.id),
  date_created: (order) => order.createdAt,
  date_modified: (order) => order.modifiedAt,
  last_modified: (order) => order.modifiedAt,
  date_approved: (order) => order.approvedAt ?? 0,
};

function listOrders(context: Context, account: Account): Response {
  const { state, switches } = account;
  const query = (name: string) => context.req.query(name)?.trim() ?? '';
  const status = query('status');
  const exportStatus = query('export_status');
  const sortBy = query('sort_by') || 'id';
  const sortOrder = query('sort_order') || 'ASCENDING';
  const sortKey = sortKeys[sortBy];
  const day = (name: string) => (query(name) === '' ? null : parsePlainDate(query(name)));
  const [approvedStart, approvedEnd, modified] = [
    day('date_approved_start'),
    day('date_approved_end'),
    day('last_modified'),
  ];
  // What a wrong filter does is not documented; refusing it shows the mistake.
  if (status !== '' && !orderStatuses.some((known) => known === status)) return callRefused(context, 'Unknown status');
  if (exportStatus !== '' && !exportStatuses.some((known) => known === exportStatus)) {
    return callRefused(context, 'Unknown export_status');
  }
  if (sortKey === undefined || !/^(A|DE)SCENDING$/.test(sortOrder)) return callRefused(context, 'Unknown sort order');
  for (const name of ['date_approved_start', 'date_approved_end', 'last_modified']) {
    if (query(name) !== '' && day(name) === null) return callRefused(context, `Parameter '${name}' is not a date`);
  }
  // `last_modified` is read as "since" (JOOR 13 question 2); with a time part it is that instant.
  const since = parseInstant(query('last_modified')) ?? (modified === null ? null : `${modified}T00:00:00.000Z`);
  const ids = csv(context, 'order_ids');
  const wanted = ids === null ? [...state.orders.values()] : ids.flatMap((id) => state.orders.get(id) ?? []);
  const approvedDay = (order: Order) =>
    order.approvedAt === null ? '' : new Date(order.approvedAt).toISOString().slice(0, 10);
  const found = wanted.filter(
    (order) =>
      (status === '' || order.status === status) &&
      (exportStatus === '' || order.exportStatus === exportStatus) &&
      (approvedStart === null || (order.approvedAt !== null && approvedDay(order) >= approvedStart)) &&
      (approvedEnd === null || (order.approvedAt !== null && approvedDay(order) <= approvedEnd)) &&
      (since === null || order.modifiedAt >= Date.parse(since)),
  );
  const direction = sortOrder === 'ASCENDING' ? 1 : -1;
  found.sort((a, b) => direction * (sortKey(a) - sortKey(b) || Number(a.id) - Number(b.id)));
  const size = Math.min(Math.max(1, Math.trunc(Number(query('page_size'))) || 50), switches.maxPageSize);
  const page = Math.max(1, Math.trunc(Number(query('page'))) || 1);
  const rows = found.slice((page - 1) * size, page * size);
  return context.json({ data: rows.map((order) => orderView(account, order)), errors: [] });
}

function createOrder(account: Account, item: OrderFields): Outcome {
  const { clock, state } = account;
  const { status } = item;
  if (status === undefined) return refused('INVALID', "Field 'status' is required");
  if (status === 'SHIPPED' || status === 'CANCELLED') return refused('INVALID', `An order can not start as ${status}`);
  const resolved = resolveFields(account, item, null);
  if ('problem' in resolved) return refused('INVALID', resolved.problem);
  const missing = ['customer', 'price type', 'collection'].find((name) => !resolved.given.has(name));
  if (missing !== undefined) return refused('INVALID', `An order needs a ${missing}`);
  const now = clock.now();
  const order: Order = {
    ...emptyOrder(mint(state, 'order'), now),
    ...resolved.fields,
    status,
    approvedAt: status === 'APPROVED' ? now : null,
  };
  const lack = missingFor(order, status);
  if (lack !== null) return refused('INVALID', lack);
  addOrder(state, order);
  return { data: orderView(account, order) };
}

function updateOrder(account: Account, item: OrderFields & { readonly id: string }): Outcome {
  const { state, switches } = account;
  const order = state.orders.get(item.id);
  if (order === undefined) return refused('NOT_FOUND', 'Order not found', { id: item.id });
  if (switches.statusRequired && item.status === undefined) return refused('INVALID', "Field 'status' is required");
  const resolved = resolveFields(account, item, order);
  if ('problem' in resolved) return refused('INVALID', resolved.problem);
  const changed = { ...order, ...resolved.fields };
  const problem = item.status === undefined ? null : statusProblem(changed, item.status, 'api');
  if (problem !== null) return refused('INVALID', problem);
  if (Object.keys(resolved.fields).length > 0) {
    Object.assign(order, resolved.fields);
    touchOrder(account, order);
  }
  if (item.status !== undefined) setStatus(account, order, item.status);
  if (item.export_status !== undefined) {
    const mark: ExportStatus = item.export_status === '' ? 'UNDEFINED' : item.export_status;
    setExportStatus(account, order, mark, item.export_description ?? null);
  } else if (item.export_description !== undefined) {
    order.exportDescription = item.export_description;
  }
  return { data: orderView(account, order) };
}

/** An order with nothing in it yet. */
export function emptyOrder(id: string, now: number): Order {
  return {
    id,
    status: 'IN_PROGRESS',
    exportStatus: 'UNDEFINED',
    exportDescription: null,
    exportedAt: null,
    createdAt: now,
    approvedAt: null,
    modifiedAt: now,
    editedAt: now,
    customerId: null,
    customerCode: null,
    customerName: null,
    buyer: null,
    priceTypeId: '',
    priceTypeName: '',
    currency: '',
    retailCurrency: '',
    collectionId: '',
    collectionName: '',
    collectionCode: null,
    season: null,
    poNumber: '',
    comments: '',
    internalComments: '',
    shippingAddress: null,
    billingAddress: null,
    shippingMethod: null,
    paymentMethod: null,
    salesRep: null,
    event: null,
    type: null,
    door: null,
    customerGroup: null,
    companyNumber: null,
    tax: null,
    shippingPrice: '0.00',
    discount: null,
    deliveryStart: null,
    deliveryEnd: null,
    warehouse: null,
    trackingNumber: null,
    lines: [],
  };
}
