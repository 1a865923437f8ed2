// Ctrl/Cmd+K: places and actions by name, then styles, orders and sales that fit the text.
import { fold } from '../../base/text.ts';
import { orderWords, styleWords } from '../../contract/words.ts';
import type { QueryOutput } from '../../contract/queries.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { QueryHandlers } from '../handlers.ts';

type Found = QueryOutput<'find'>[number];

const mostOfAKind = 8;

/** Ids are what the renderer navigates by. */
const places: readonly Found[] = (
  [
    ['home', 'Home', 'Is everything in step, and what needs you'],
    ['styles', 'Styles', 'Where each style stands, and why'],
    ['orders', 'Orders', "Each order's way into Cin7"],
    ['customers', 'Customers', 'Who is waiting'],
    ['activity', 'Activity', 'What happened'],
    ['settings', 'Settings', 'Connections, flows, schedule'],
  ] as const
).map(([id, title, detail]) => ({ kind: 'place', id, title, detail }));

const actions: readonly Found[] = (
  [
    ['sync', 'Sync now', 'Brings both accounts in step'],
    ['dry-run', 'Dry run', 'Shows what would be sent, writes nothing'],
    ['pause', 'Pause the schedule', 'Nothing runs by itself'],
  ] as const
).map(([id, title, detail]) => ({ kind: 'action', id, title, detail }));

export const findQueries = {
  find: ({ reader }, { text }) => {
    const wanted = fold(text);
    const named = [...places, ...actions].filter(({ title }) => fold(title).includes(wanted));
    if (wanted === '') return named;
    return reader.read(
      (ledger) => [...ordersFor(ledger, text), ...stylesFor(ledger, text), ...named],
      () => named,
    );
  },
} satisfies QueryHandlers;

function ordersFor(ledger: Ledger, text: string): Found[] {
  const ids = ledger.orderList.ids([], text, null).slice(0, mostOfAKind);
  return ledger.orderList.rows(ids).flatMap(({ id, retailer, poNumber, state, saleNumber, saleId }): Found[] => {
    const order: Found = {
      kind: 'order',
      id,
      title: id,
      detail: `${retailer}, ${poNumber}, ${orderWords[state].label}`,
    };
    const isSale = saleNumber !== null && saleId !== null && fold(saleNumber).includes(fold(text));
    return isSale ? [{ kind: 'sale', id, title: saleNumber, detail: `Order ${id}, ${retailer}` }, order] : [order];
  });
}

function stylesFor(ledger: Ledger, text: string): Found[] {
  const { ids } = ledger.styleList.open({ states: [], cause: null, search: text, sort: null });
  return ledger.styleList.rows(ids.slice(0, mostOfAKind)).map(({ key, number, name, state }) => ({
    kind: 'style',
    id: key,
    title: number,
    detail: `${name}, ${styleWords[state].label}`,
  }));
}
