// `GET /v2/order`: the rich export with its bookkeeping (JOOR 6.1, 7). Reading consumes unless sync=0: the orders of the
// page are marked exported as they are read. Filter codes and response codes of the order type are two different lists.
import type { Context, Hono } from 'hono';
import { parseInstant } from '../../base/dates.ts';
import { v2Answer, v2List, v2Page, v2Refused } from './answers.ts';
import { orderV2View } from './order-v2-view.ts';
import { isEditedAfterExport, setExportStatus } from './order-states.ts';
import { standingLines } from './order-money.ts';
import type { Order, OrderStatus } from './records.ts';
import type { Account } from './state.ts';

/** Filter codes (JOOR 6.1); the response codes are in order-v2-view.ts. */
const orderTypeFilters: Readonly<Record<string, readonly OrderStatus[]>> = {
  1: ['NOTES'],
  2: ['APPROVED', 'SHIPPED'],
  3: ['PENDING'],
  4: ['IN_PROGRESS', 'NOTES', 'PENDING', 'APPROVED', 'SHIPPED'],
  5: ['CANCELLED'],
  6: ['APPROVED'],
  7: ['SHIPPED'],
  8: ['IN_PROGRESS', 'NOTES', 'PENDING', 'APPROVED', 'SHIPPED', 'CANCELLED'],
};

type OrderTest = (account: Account, order: Order) => boolean;
const isNotExported: OrderTest = (_account, { exportStatus }) => exportStatus !== 'SUCCESS';
const isUntried: OrderTest = (_account, { exportStatus }) => exportStatus === 'UNDEFINED';

const exportFilters: Readonly<Record<string, OrderTest>> = {
  1: () => true,
  2: isNotExported,
  3: (_account, { exportStatus }) => exportStatus === 'SUCCESS',
  4: isEditedAfterExport,
  5: (account, order) => isNotExported(account, order) || isEditedAfterExport(account, order),
  6: isUntried,
  7: (account, order) => isUntried(account, order) || isEditedAfterExport(account, order),
};

/** Mounts the order list, with and without the slash at the end (JOOR 6.1, path). */
export function mountOrdersV2(v2: Hono, account: Account): void {
  for (const path of ['/order', '/order/'] as const) {
    v2.get(path, (context) => {
      const isServed = ['either', path.slice(1)].includes(account.switches.orderPath);
      return isServed ? listOrders(context, account) : context.notFound();
    });
  }
}

function listOrders(context: Context, account: Account): Response {
  const query = (name: string) => context.req.query(name)?.trim() ?? '';
  const refuse = (comment: string) => v2Refused(context, account, 'orders', comment);
  const sync = query('sync') || '1';
  const check = query('check') || (sync === '1' ? '1' : '0');
  const types = orderTypeFilters[query('order_type') || '2'];
  const isExportMeant = exportFilters[query('export_status') || (sync === '1' ? '2' : '1')];
  if (!/^[01]$/.test(sync)) return refuse('sync must be 0 or 1');
  if (!/^[0-3]$/.test(check)) return refuse('check must be 0 to 3');
  if (types === undefined) return refuse('order_type must be 1 to 8');
  if (isExportMeant === undefined) return refuse('export_status must be 1 to 7');
  const [startText, endText] = [query('date_start'), query('date_end')];
  if ((startText === '') !== (endText === '')) return refuse('date_start and date_end must be given together');
  const [start, end] = [parseInstant(startText), parseInstant(endText)];
  if (startText !== '' && (start === null || end === null)) {
    return refuse('date_start and date_end must be YYYY-MM-DDThh:mm:ss.sTZD');
  }
  const [customerCode, customerGroup] = [query('customer_code'), query('customer_group_name')];

  const found = [...account.state.orders.values()].filter(
    (order) =>
      types.includes(order.status) &&
      isExportMeant(account, order) &&
      (start === null || order.modifiedAt >= Date.parse(start)) &&
      (end === null || order.modifiedAt <= Date.parse(end)) &&
      (customerCode === '' || order.customerCode === customerCode) &&
      (customerGroup === '' || order.customerGroup?.name === customerGroup),
  );
  found.sort((a, b) => Number(a.id) - Number(b.id));

  const page = v2Page(context, account, found);
  const rows = page.rows.filter((order) => passes(account, order, Number(check), sync === '1'));
  const shown = rows.map((order) => orderV2View(account, order));
  if (sync === '1') for (const order of rows) setExportStatus(account, order, 'SUCCESS', null);
  if (account.switches.ordersRoot === 'list') return context.json({ orders: v2List(account, shown) });
  return v2Answer(context, account, 'orders', { orders: v2List(account, shown) }, page.response);
}

/** Validates an order as `check` asks; one that fails is marked Failed, and withheld from a consuming read. */
function passes(account: Account, order: Order, check: number, isConsuming: boolean): boolean {
  const problem =
    (check & 1 ? missingFieldOf(account, order) : null) ?? (check & 2 ? deletedStyleOf(account, order) : null);
  if (problem === null) return true;
  setExportStatus(account, order, 'FAILED', problem);
  return !isConsuming;
}

function missingFieldOf(account: Account, order: Order): string | null {
  const view = orderV2View(account, order);
  const missing = account.switches.requiredOrderFields.filter((field) => (view[field] ?? '') === '');
  return missing.length === 0 ? null : `Missing required fields: ${missing.join(', ')}`; // invented
}

function deletedStyleOf({ state }: Account, order: Order): string | null {
  const deleted = standingLines(order).find(({ sku }) => !state.skus.has(sku.skuId));
  return deleted === undefined
    ? null
    : `Deleted style or color: ${deleted.sku.productNumber ?? deleted.sku.productName}`; // invented
}
