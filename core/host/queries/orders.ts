// The export queue: opened with filter, search and sort, rows by ids as they scroll into view; one order whole.
import { orderDetailOf, unknownOrder } from '../../commands/orders/detail.ts';
import { orderWords } from '../../contract/words.ts';
import type { OrderRow } from '../../contract/queries.ts';
import { attemptsOf } from '../../commands/orders/attempts.ts';
import { goLiveList } from '../../commands/orders/go-live.ts';
import { previewReExport } from '../../commands/orders/single.ts';
import type { OrderListRow } from '../../ledger/order-list.ts';
import type { QueryHandlers } from '../handlers.ts';

export const orderQueries = {
  'orders.open': ({ reader, lists }, { states, search, sort }) =>
    reader.read(
      (ledger) => {
        const ids = ledger.orderList.ids(states, search, sort);
        return {
          queryId: lists.remember('orders', ids),
          rev: ledger.changes.numbers().orders,
          total: ids.length,
          counts: Object.fromEntries(ledger.orderList.counts(search)),
          ids,
        };
      },
      () => ({ queryId: lists.remember('orders', []), rev: 0, total: 0, counts: {}, ids: [] }),
    ),

  'orders.rows': ({ reader }, { ids }) =>
    reader.read(
      (ledger) => ledger.orderList.rows(ids).map(rowOf),
      () => [],
    ),

  'orders.detail': ({ reader }, { orderId }) =>
    reader.read(
      (ledger) => orderDetailOf(ledger, orderId),
      () => {
        throw unknownOrder(orderId);
      },
    ),

  'orders.attempts': ({ reader }, { orderId }) =>
    reader.read(
      (ledger) => attemptsOf(ledger, orderId),
      () => [],
    ),

  'orders.goLiveList': ({ services }) => goLiveList(services),

  'orders.reExportPreview': ({ services }, { orderId }) => previewReExport(services, orderId),
} satisfies QueryHandlers;

function rowOf({ reason, nextLookAt: _look, ...row }: OrderListRow): OrderRow {
  return { ...row, reason: reason.sentence, needsPerson: orderWords[row.state].needsPerson };
}
