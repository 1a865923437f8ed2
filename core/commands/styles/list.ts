// The list of styles: opened with filter, search and sort, then read row by row as it scrolls into view.
import type { QueryInput, StyleRow } from '../../contract/queries.ts';
import { wholesaleSpans } from '../../flows/products/look.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StyleState } from '../../model/standing.ts';
import type { Settings } from '../../settings/index.ts';

/** Keys in order, and how many of what was searched for are in each state. */
export function openStyles(
  ledger: Ledger,
  { states, cause, search, sort }: QueryInput<'styles.open'>,
): { ids: string[]; total: number; counts: Partial<Record<StyleState, number>> } {
  const { ids, counts } = ledger.styleList.open({ states, cause, search, sort });
  return { ids, total: ids.length, counts: Object.fromEntries(counts) };
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
    skus: row.skus === 0 ? (sources.get(row.sourceId)?.variants.length ?? 0) : row.skus,
    wholesale: wholesaleSpans(sources.get(row.sourceId), settings),
    stock: row.stock,
    linesheets: [...row.linesheets],
  }));
}

/** The columns of the mapped price types, in the order of a row's prices. */
export function priceColumns({ products }: Settings): string[] {
  return products.priceTypes.map(({ joorPriceType }) => joorPriceType.currency);
}
