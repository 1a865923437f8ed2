// The list of styles: opened with filters, search and sort, then read row by row as it scrolls into view.
import { z } from 'zod';
import type { Instant } from '../../base/dates.ts';
import { fold } from '../../base/text.ts';
import type { QueryInput, QueryOutput } from '../../contract/queries.ts';
import type { StyleColumns, StyleFilterOption, StyleRow } from '../../contract/styles.ts';
import { retailSpans, wholesaleSpans } from '../../flows/products/look.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StyleState } from '../../model/standing.ts';
import type { Settings } from '../../settings/index.ts';
import { latestComparison } from '../plan/latest.ts';
import { priceLabels } from './price-labels.ts';

type Opened = Pick<QueryOutput<'styles.open'>, 'ids' | 'total' | 'skus'> & {
  counts: Partial<Record<StyleState, number>>;
};

/** Keys in order, and how many of what was searched for are in each state. */
export function openStyles(ledger: Ledger, settings: Settings, query: QueryInput<'styles.open'>): Opened {
  const { ids, skus, counts } = ledger.styleList.open(query, filterContext(ledger, settings));
  return { ids, total: ids.length, skus, counts: Object.fromEntries(counts) };
}

/** The values of every filter, with how many of the listed styles each would leave. */
export function styleFilters(
  ledger: Ledger,
  settings: Settings,
  selection: QueryInput<'styles.filters'>,
): StyleFilterOption[] {
  const labelOf = ({ group, value }: Pick<StyleFilterOption, 'group' | 'value'>): string => {
    if (group === 'price') return `No ${value.slice('no-price:'.length)} price`;
    if (group === 'stock') return 'Nothing in stock';
    return group === 'part' ? (partLabels[value] ?? value) : value;
  };
  return ledger.styleList
    .filters(selection, filterContext(ledger, settings))
    .map((option) => ({ ...option, label: labelOf(option) }));
}

const partLabels: Readonly<Record<string, string>> = {
  product: 'Product',
  skus: 'SKUs',
  prices: 'Prices',
  linesheets: 'Linesheets',
  stock: 'Stock',
};

function filterContext(ledger: Ledger, { linesheets }: Settings) {
  const seasons = new Map<string, string[]>();
  for (const [name, { season = '' }] of Object.entries(linesheets.details))
    if (season !== '') seasons.set(season, [...(seasons.get(season) ?? []), name]);
  return { runId: latestComparison(ledger)?.runId ?? null, seasons };
}

/** Rows by their keys; keys that are gone are missing. */
export function styleRows(ledger: Ledger, settings: Settings, keys: readonly string[]): StyleRow[] {
  const listed = ledger.styleList.rows(keys);
  const sources = new Map(ledger.products.sources(listed.map(({ sourceId }) => sourceId)).map((one) => [one.id, one]));
  return listed.map((row) => ({
    key: row.key,
    number: row.number,
    name: row.name,
    state: row.state,
    reason: { code: row.reasonCode, sentence: row.reason, nextStep: row.nextStep },
    since: row.since,
    lastSentAt: row.lastSentAt === '' ? null : row.lastSentAt,
    skus: row.skus === 0 ? (sources.get(row.sourceId)?.variants.length ?? 0) : row.skus,
    wholesale: wholesaleSpans(sources.get(row.sourceId), settings),
    retail: retailSpans(sources.get(row.sourceId), settings),
    stock: row.stock,
    linesheets: [...row.linesheets],
    season: seasonOf(row.linesheets, settings),
  }));
}

/** The seasons that the settings give these linesheets; empty when they give none. */
function seasonOf(names: readonly string[], { linesheets }: Settings): string {
  const details = new Map(Object.entries(linesheets.details).map(([name, each]) => [fold(name), each.season ?? '']));
  const seasons = names.map((name) => details.get(fold(name)) ?? '').filter((season) => season !== '');
  return [...new Set(seasons)].join(', ');
}

const decision = { kind: 'columns', key: 'styles' } as const;
const hiddenSchema = z.array(z.string());

/** The columns of the mapped price types, in the order of a row's prices, and those that the person hid. */
export function styleColumns(ledger: Ledger | null, settings: Settings): StyleColumns {
  const kept = ledger?.runs.decision(decision.kind, decision.key) ?? null;
  const hidden = hiddenSchema.safeParse(kept === null ? [] : JSON.parse(kept));
  return {
    prices: priceLabels(settings).map((label, index) => ({
      label,
      hasRetail: settings.products.priceTypes[index]?.retailTier !== undefined,
    })),
    hidden: hidden.success ? hidden.data : [],
  };
}

/** Notes which columns a person doesn't want to see. */
export function hideColumns(ledger: Ledger, hidden: readonly string[], at: Instant): void {
  ledger.runs.decide(decision.kind, decision.key, JSON.stringify(hidden), 'you', at);
}
