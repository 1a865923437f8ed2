// The queries of the contract over the fixtures: filtered, sorted and counted as a real host would.
import { runFilters } from '../../core/contract/activity.ts';
import type { PlanSample, QueryInput } from '../../core/contract/queries.ts';
import { orderStates, styleStates, type StyleState } from '../../core/model/standing.ts';
import { runSentence } from '../../core/status/run.ts';
import type { Answers } from './bridge.ts';
import { at } from './clock.ts';
import { goLiveOrders, orderDetail, orderRows, reExport } from './data/orders.ts';
import { backUps, choices, effect, preview } from './data/settings.ts';
import { runRequests, runSubjects } from './data/activity.ts';
import { plan, review, runReports, sampleOf } from './data/runs.ts';
import { attention } from './data/stores.ts';
import { changeAnswers } from './data/changes.ts';
import { linesheetDetail, linesheetRows } from './data/linesheets.ts';
import { styleDetail, styleHistory } from './data/style-detail.ts';
import { filterOptions, fitsFilters, styleRows } from './data/styles.ts';

const countBy = <State extends string>(states: readonly State[], rows: readonly { readonly state: State }[]) =>
  Object.fromEntries(states.map((state) => [state, rows.filter((row) => row.state === state).length]));

const has = (text: string, ...fields: string[]) =>
  fields.some((field) => field.toLowerCase().includes(text.trim().toLowerCase()));

/** Answers over so many styles, so many differences, and the orders of the pictures. */
export function answersOver(styleCount: number, changeCount = 60): Answers {
  const styles = styleRows(styleCount);
  const changes = changeAnswers(changeCount);
  const selected = ({ states, cause, search }: Pick<QueryInput<'styles.open'>, 'states' | 'cause' | 'search'>) =>
    styles
      .filter((row) => has(search, row.number, row.name))
      .filter(({ state }) => states.length === 0 || states.includes(state))
      .filter(({ reason }) => cause === null || reason.code === cause);
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
    'styles.open': ({ filters = [], ...selection }) => {
      const fitting = selected({ ...selection, states: [] }).filter((row) => fitsFilters(row, filters));
      const listed = selected(selection).filter((row) => fitsFilters(row, filters));
      return {
        queryId: 'styles',
        rev: 1,
        total: listed.length,
        skus: listed.reduce((sum, { skus }) => sum + skus, 0),
        counts: countBy(styleStates, fitting),
        ids: listed.map(({ key }) => key),
      };
    },
    'styles.filters': ({ filters = [], ...selection }) => filterOptions(selected(selection), filters),
    'styles.history': ({ key }) => styleHistory(styleByKey.get(key) ?? styles[0] ?? failNoStyle()),
    'linesheets.list': () => linesheetRows(styles),
    'linesheets.detail': ({ key }) => linesheetDetail(styles, key),
    'changes.open': (input) => changes.open(input),
    'changes.rows': (input) => changes.rows(input),
    'styles.rows': ({ ids }) => ids.flatMap((id) => styleByKey.get(id) ?? []),
    'styles.detail': ({ key }) => styleDetail(styleByKey.get(key) ?? styles[0] ?? failNoStyle()),
    'styles.columns': () => ({
      prices: [
        { label: 'USD', hasRetail: true },
        { label: 'EUR', hasRetail: true },
      ],
      hidden: [],
    }),
    'runs.list': ({ count }) => runReports(Math.min(count, 60)),
    'runs.open': ({ filter, search }) => {
      const fitting = runReports(60).filter((run) => has(search, run.error?.sentence ?? '', run.startedBy));
      const belongs = (run: (typeof fitting)[number], name: (typeof runFilters)[number]) =>
        name === 'changed'
          ? run.kind === 'sync' && run.flows.some(({ changed }) => changed > 0)
          : name === 'dry-run'
            ? run.kind === name
            : run.outcome === name;
      const ids = fitting.filter((run) => filter === null || belongs(run, filter)).map(({ id }) => id);
      const counts = Object.fromEntries(
        runFilters.map((name) => [name, fitting.filter((run) => belongs(run, name)).length]),
      );
      return { queryId: 'runs', rev: 1, total: ids.length, all: fitting.length, counts, ids };
    },
    'runs.rows': ({ ids }) =>
      runReports(60)
        .filter(({ id }) => ids.includes(id))
        .map((run) => ({ ...run, sentence: runSentence(run) })),
    'runs.changes': ({ search }) => {
      const subjects = runSubjects.filter(({ label, name }) => has(search, label, name));
      return { queryId: 'run-changes', total: subjects.length, subjects, isKept: true };
    },
    'runs.requests': () => ({ requests: [...runRequests], hasMore: false }),
    'runs.request': () => ({ request: '{"products":[…]}', response: '{"job_id":"8812","status":"done"}' }),
    'runs.plan': () => plan,
    'runs.planStyles': ({ search }) =>
      styles
        .filter((row) => has(search, row.number, row.name))
        .slice(0, 30)
        .map(({ key, number, name, state }) => ({ key, number, name, tag: tagOf(state) })),
    'runs.planSamples': ({ keys }) =>
      keys.flatMap((key) => {
        const row = styleByKey.get(key);
        const known = plan.samples.find((sample) => sample.key === key);
        return known ?? (row === undefined ? [] : sampleOf(row, tagOf(row.state)));
      }),
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
      effect,
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

function tagOf(state: StyleState): PlanSample['tag'] {
  if (state === 'needs-you') return 'held';
  return state === 'to-send' || state === 'sending' ? 'update' : 'same';
}
