// Styles: the list opened with filters, search and sort, rows by keys, one style whole with its history; linesheets; what differs
// field by field; products for matching by hand.
import { SeamlineError } from '../../base/errors.ts';
import { styleDetail } from '../../commands/styles/detail.ts';
import { styleHistory } from '../../commands/styles/history.ts';
import { linesheetDetail, linesheetRows } from '../../commands/styles/linesheets.ts';
import { openStyles, styleColumns, styleFilters, styleRows } from '../../commands/styles/list.ts';
import type { QueryOutput } from '../../contract/queries.ts';
import type { QueryHandlers } from '../handlers.ts';

const productsShown = 30;

export const styleQueries = {
  'styles.open': ({ reader, lists }, query) =>
    reader.read<QueryOutput<'styles.open'>>(
      (ledger, settings) => {
        const list = openStyles(ledger, settings, query);
        return { queryId: lists.remember('styles', list.ids), rev: ledger.changes.numbers().styles, ...list };
      },
      () => ({ queryId: lists.remember('styles', []), rev: 0, total: 0, skus: 0, counts: {}, ids: [] }),
    ),

  'styles.rows': ({ reader }, { ids }) =>
    reader.read(
      (ledger, settings) => styleRows(ledger, settings, ids),
      () => [],
    ),

  'styles.detail': ({ reader }, { key }) =>
    reader.read((ledger, settings) => styleDetail(ledger, settings, key), nothingRead),

  'styles.filters': ({ reader }, selection) =>
    reader.read(
      (ledger, settings) => styleFilters(ledger, settings, selection),
      () => [],
    ),

  'styles.history': ({ reader }, { key }) =>
    reader.read(
      (ledger) => styleHistory(ledger, key),
      () => [],
    ),

  'styles.columns': ({ reader }) =>
    reader.read<QueryOutput<'styles.columns'>>(styleColumns, (settings) => styleColumns(null, settings)),

  'linesheets.list': ({ reader }) => reader.read(linesheetRows, () => []),

  'linesheets.detail': ({ reader }, { key }) =>
    reader.read((ledger, settings) => linesheetDetail(ledger, settings, key), nothingRead),

  'changes.open': ({ changes }, query) => changes.open(query),

  'changes.rows': ({ changes }, { ids }) => changes.rows(ids),

  'products.find': ({ reader }, { text }) =>
    reader.read(
      (ledger) =>
        ledger.products.search(text, productsShown).map(({ id, ...product }) => ({ productId: id, ...product })),
      () => [],
    ),
} satisfies QueryHandlers;

function nothingRead(): never {
  throw new SeamlineError('not-found', {
    sentence: 'Nothing was read from the accounts yet.',
    nextStep: 'Read both accounts first.',
  });
}
