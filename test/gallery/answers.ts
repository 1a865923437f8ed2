// The queries of the contract over the fixtures: filtered, sorted and counted as a real host would.
import { orderStates, styleStates } from '../../core/model/standing.ts';
import type { Answers } from './bridge.ts';
import { at } from './clock.ts';
import { goLiveOrders, orderDetail, orderRows, reExport } from './data/orders.ts';
import { backUps, choices, effect, preview } from './data/settings.ts';
import { plan, review, runReports } from './data/runs.ts';
import { attention } from './data/stores.ts';
import { styleDetail, styleRows } from './data/styles.ts';

const countBy = <State extends string>(states: readonly State[], rows: readonly { readonly state: State }[]) =>
  Object.fromEntries(states.map((state) => [state, rows.filter((row) => row.state === state).length]));

const has = (text: string, ...fields: string[]) =>
  fields.some((field) => field.toLowerCase().includes(text.trim().toLowerCase()));

/** Answers over so many styles and the orders of the pictures. */
export function answersOver(styleCount: number): Answers {
  const styles = styleRows(styleCount);
  const styleByKey = new Map(styles.map((row) => [row.key, row]));
  return {
    'orders.open': ({ states, search, sort }) => {
      const fitting = orderRows.filter((row) => has(search, row.id, row.poNumber, row.retailer));
      const shown = fitting.filter(({ state }) => states.length === 0 || states.includes(state));
      const column = sort?.column ?? null;
      const sorted =
        column === null
          ? shown
          : shown.toSorted((one, other) =>
              String(one[column] ?? '').localeCompare(String(other[column] ?? ''), 'en', { numeric: true }),
            );
      const ids = (sort?.isDescending === true ? sorted.toReversed() : sorted).map(({ id }) => id);
      return { queryId: 'orders', rev: 1, total: ids.length, counts: countBy(orderStates, fitting), ids };
    },
    'orders.rows': ({ ids }) => orderRows.filter(({ id }) => ids.includes(id)),
    'orders.detail': ({ orderId }) => orderDetail(orderId),
    'orders.attempts': ({ orderId }) => [
      {
        at: at('2026-11-23 09:02'),
        requestId: 1,
        operation: 'find sale',
        method: 'GET',
        address: `/saleList?Search=joor:live:41207:${orderId}`,
        status: 200,
        outcome: 'nothing found',
        request: '',
        response: '{"Total":0,"Page":1,"SaleList":[]}',
      },
    ],
    'orders.reExportPreview': () => reExport,
    'orders.goLiveList': () => [...goLiveOrders],
    'products.find': ({ text }) =>
      styles.slice(0, 6).map(({ number, name, stock }) => ({
        productId: number,
        sku: `${number}-BLUE-M`,
        name: `${name}, ${text}`,
        available: stock,
      })),
    'styles.open': ({ states, cause, search }) => {
      const fitting = styles.filter((row) => has(search, row.number, row.name));
      const ids = fitting
        .filter(({ state }) => states.length === 0 || states.includes(state))
        .filter(({ reason }) => cause === null || reason.code === cause)
        .map(({ key }) => key);
      return { queryId: 'styles', rev: 1, total: ids.length, counts: countBy(styleStates, fitting), ids };
    },
    'styles.rows': ({ ids }) => ids.flatMap((id) => styleByKey.get(id) ?? []),
    'styles.detail': ({ key }) => styleDetail(styleByKey.get(key) ?? styles[0] ?? failNoStyle()),
    'styles.priceColumns': () => ['Whsl USD', 'Whsl EUR'],
    'runs.list': ({ count }) => runReports(Math.min(count, 60)),
    'runs.plan': () => plan,
    'attention.history': () =>
      attention
        .slice(0, 4)
        .map((item) => ({ ...item, resolvedAt: at('2026-11-23 11:03'), since: at('2026-11-22 09:12') })),
    'setup.review': () => review,
    'settings.choices': ({ lists }) => Object.fromEntries(lists.map((list) => [list, choices[list]])),
    'settings.effect': () => effect,
    'settings.preview': ({ changes, at: place }) => preview(changes.length > 0, place),
    'settings.importView': () => ({
      revision: 1,
      areas: [
        { area: 'products', settings: ['fields.materials', 'priceTypes'] },
        { area: 'orders', settings: ['saleType', 'taxRules.Germany'] },
      ],
    }),
    'backUps.list': () => backUps,
    find: ({ text }) => [
      ...styles
        .filter((row) => has(text, row.number, row.name))
        .slice(0, 5)
        .map(({ key, number, name }) => ({ kind: 'style' as const, id: key, title: number, detail: name })),
      ...orderRows
        .filter((row) => has(text, row.id, row.poNumber, row.retailer))
        .slice(0, 5)
        .map(({ id, retailer }) => ({ kind: 'order' as const, id, title: `Order ${id}`, detail: retailer })),
    ],
  };
}

function failNoStyle(): never {
  throw new Error('The gallery has no style.');
}
