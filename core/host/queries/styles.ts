// Styles: the list opened with filter, search and sort, rows by keys, one style whole; products for matching by hand.
import { SeamlineError } from '../../base/errors.ts';
import { styleDetail } from '../../commands/styles/detail.ts';
import { openStyles, priceColumns, styleRows } from '../../commands/styles/list.ts';
import type { QueryOutput } from '../../contract/queries.ts';
import type { QueryHandlers } from '../handlers.ts';

const productsShown = 30;

export const styleQueries = {
  'styles.open': ({ reader, lists }, query) =>
    reader.read<QueryOutput<'styles.open'>>(
      (ledger) => {
        const list = openStyles(ledger, query);
        return { queryId: lists.remember('styles', list.ids), rev: ledger.changes.numbers().styles, ...list };
      },
      () => ({ queryId: lists.remember('styles', []), rev: 0, total: 0, counts: {}, ids: [] }),
    ),

  'styles.rows': ({ reader }, { ids }) =>
    reader.read(
      (ledger, settings) => styleRows(ledger, settings, ids),
      () => [],
    ),

  'styles.detail': ({ reader }, { key }) =>
    reader.read(
      (ledger, settings) => styleDetail(ledger, settings, key),
      () => {
        throw new SeamlineError('not-found', {
          sentence: 'Nothing was read from the accounts yet.',
          nextStep: 'Read both accounts first.',
        });
      },
    ),

  'styles.priceColumns': ({ reader }) => priceColumns(reader.settings()),

  'products.find': ({ reader }, { text }) =>
    reader.read(
      (ledger) =>
        ledger.products.search(text, productsShown).map(({ id, ...product }) => ({ productId: id, ...product })),
      () => [],
    ),
} satisfies QueryHandlers;
