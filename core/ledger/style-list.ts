// Styles as a screen lists them: filtered, searched and sorted over columns, so that tens of thousands of rows cost
// milliseconds; what a row shows beside its standing is read only for the rows that are on the screen.
import type { StyleFilter, StyleFilterOption } from '../contract/styles.ts';
import type { StyleState } from '../model/standing.ts';
import type { Database } from './driver.ts';
import {
  filterConditions,
  filterOptions,
  filterParameters,
  noFilterContext,
  type FilterContext,
} from './style-filters.ts';

export interface StyleSelection {
  /** Empty for all. */
  readonly states: readonly StyleState[];
  /** Only styles with an issue of this code. */
  readonly cause: string | null;
  /** A part of the number, the name or one of its SKUs. */
  readonly search: string;
  readonly filters?: readonly StyleFilter[] | undefined;
}

export interface StyleListQuery extends StyleSelection {
  readonly sort: {
    readonly column: 'number' | 'name' | 'state' | 'stock' | 'lastSent';
    readonly isDescending: boolean;
  } | null;
}

export interface ListedStyle {
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly state: StyleState;
  readonly reasonCode: string;
  readonly reason: string;
  readonly nextStep: string;
  readonly since: string;
  /** When JOOR last confirmed something of it; null when it never did. */
  readonly lastSentAt: string | null;
  readonly sourceId: string;
  readonly skus: number;
  /** What JOOR shows over all warehouses; null when nothing was ever sent. */
  readonly stock: number | null;
  /** Linesheets of JOOR in which it is because of its tags. */
  readonly linesheets: readonly string[];
}

export interface StyleList {
  /** Keys in order, how many SKUs they have, and how many of what was searched for are in each state. */
  open(
    query: StyleListQuery,
    context?: FilterContext,
  ): { ids: string[]; skus: number; counts: Map<StyleState, number> };
  /** The values of each filter, and how many of the selected styles each would leave. */
  filters(selection: StyleSelection, context: FilterContext): Omit<StyleFilterOption, 'label'>[];
  /** Rows by their keys, in the order given; keys that are gone are missing. */
  rows(keys: readonly string[]): ListedStyle[];
}

/** What needs a person comes first. */
const stateOrder = `CASE s.state WHEN 'needs-you' THEN 0 WHEN 'sending' THEN 1 WHEN 'to-send' THEN 2 WHEN 'in-step' THEN 3 ELSE 4 END`;

const orders = {
  number: 's.label COLLATE NOCASE',
  name: 's.name COLLATE NOCASE',
  state: stateOrder,
  stock: '(SELECT sum(a.units) FROM applied_stock a WHERE a.style_key = s.key)',
  lastSent: '(SELECT max(at) FROM applied a WHERE a.style_key = s.key)',
} as const;

const searched = `(:text = '' OR instr(lower(s.label), :text) > 0 OR instr(lower(s.name), :text) > 0 OR s.key IN (
  SELECT k.style_key FROM sku k JOIN product p ON p.id = k.product_id WHERE instr(lower(p.sku), :text) > 0))`;

const where = `s.kind = 'style' AND ${searched}
  AND (:cause IS NULL OR EXISTS (SELECT 1 FROM issue i WHERE i.kind = 'style' AND i.key = s.key AND i.code = :cause))
  AND ${filterConditions}`;
const inStates = "(:states = '[]' OR s.state IN (SELECT value FROM json_each(:states)))";

/** SKUs of a style: those that it composes of, or for one that is left out those of its family. */
const skus = `(SELECT CASE WHEN y.key IS NOT NULL
    THEN (SELECT count(*) FROM sku k WHERE k.style_key = s.key AND k.product_id IS NOT NULL)
    ELSE max(1, (SELECT count(*) FROM family_member f JOIN product p ON p.id = f.product_id WHERE f.family_id = s.key))
  END FROM (SELECT 1) LEFT JOIN style y ON y.key = s.key)`;

/** The list of styles of a ledger. */
export function styleList(database: Database): StyleList {
  return {
    open({ states, cause, search, filters = [], sort }, context = noFilterContext) {
      const direction = sort?.isDescending === true ? 'DESC' : 'ASC';
      // One pass for all states: their counts are shown beside the list, whichever of them are listed.
      const rows = database
        .prepare<{ key: string; state: StyleState; skus: number }>(
          `SELECT s.key, s.state, ${skus} AS skus FROM standing s WHERE ${where}
           ORDER BY ${sort === null ? stateOrder : orders[sort.column]} ${direction}, s.label COLLATE NOCASE, s.key`,
        )
        .all({ text: textOf(search), cause, ...filterParameters(filters, context) });
      const counts = new Map<StyleState, number>();
      for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
      const listed = states.length === 0 ? rows : rows.filter(({ state }) => states.includes(state));
      return { ids: listed.map(({ key }) => key), skus: listed.reduce((sum, row) => sum + row.skus, 0), counts };
    },
    filters: ({ states, cause, search, filters = [] }, context) =>
      filterOptions(
        database,
        `${where} AND ${inStates}`,
        { text: textOf(search), cause, states: JSON.stringify(states) },
        filters,
        context,
      ),
    rows(keys) {
      const list = JSON.stringify(keys);
      const sheets = new Map<string, string[]>();
      for (const { key, linesheet } of database
        .prepare<{ key: string; linesheet: string }>(
          `SELECT DISTINCT y.key, m.linesheet FROM style y JOIN linesheet_member m ON m.joor_product_id = y.joor_id
           WHERE y.key IN (SELECT value FROM json_each(?)) ORDER BY m.linesheet`,
        )
        .all([list]))
        sheets.set(key, [...(sheets.get(key) ?? []), linesheet]);
      const rows = database
        .prepare<Omit<ListedStyle, 'linesheets'>>(
          `SELECT s.key, s.label AS number, s.name, s.state, s.reason_code AS reasonCode, s.reason,
             s.next_step AS nextStep, s.since,
             (SELECT max(at) FROM applied a WHERE a.style_key = s.key) AS lastSentAt, coalesce(y.source_id, s.key) AS sourceId,
             (SELECT count(*) FROM sku k WHERE k.style_key = s.key AND k.product_id IS NOT NULL) AS skus,
             (SELECT sum(a.units) FROM applied_stock a WHERE a.style_key = s.key) AS stock
           FROM standing s LEFT JOIN style y ON y.key = s.key
           WHERE s.kind = 'style' AND s.key IN (SELECT value FROM json_each(?))`,
        )
        .all([list]);
      const byKey = new Map(rows.map((row) => [row.key, { ...row, linesheets: sheets.get(row.key) ?? [] }]));
      return keys.flatMap((key) => byKey.get(key) ?? []);
    },
  };
}

const textOf = (search: string) => search.trim().toLowerCase();
