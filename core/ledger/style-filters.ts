// What styles can be filtered by beside state, cause and search: one condition per group, and for each group how many styles
// every value would leave beside what the other groups ask for.
import type { StyleFilter, StyleFilterGroup, StyleFilterOption } from '../contract/styles.ts';
import type { Database } from './driver.ts';

/** What conditions need to know beside the filters. */
export interface FilterContext {
  /** The run whose plan says what changes; null before the first comparison. */
  readonly runId: string | null;
  /** Linesheets by the season that the settings give them. */
  readonly seasons: ReadonlyMap<string, readonly string[]>;
}

export const noFilterContext: FilterContext = { runId: null, seasons: new Map() };

/** Parts of a style in the words of the plan. */
const plannedParts: Readonly<Record<string, string>> = { linesheets: 'linesheet' };
const shownParts: Readonly<Record<string, string>> = { linesheet: 'linesheets' };

const source = 'coalesce((SELECT source_id FROM style WHERE key = s.key), s.key)';
const brand = `coalesce((SELECT brand FROM family WHERE id = ${source}), (SELECT brand FROM product WHERE id = ${source}), '')`;
const soldOut = 'SELECT style_key FROM applied_stock GROUP BY style_key HAVING sum(units) = 0';

const inLinesheets = (names: string) => `s.key IN (
  SELECT y.key FROM (SELECT DISTINCT joor_product_id FROM linesheet_member
    WHERE linesheet IN (SELECT value FROM json_each(${names}))) m
  JOIN style y ON y.joor_id = m.joor_product_id)`;

/** Styles that a planned linesheet takes in or lets go. */
const inPlannedLinesheets = `SELECT json_extract(m.value, '$.styleKey') AS key FROM plan_item p,
  json_each(json_array(json_extract(p.after, '$.add'), json_extract(p.after, '$.remove'))) l,
  json_each(l.value) m WHERE p.run_id = :run AND p.part = 'linesheet' AND p.state <> 'applied'`;

/** Conditions over `standing s`; a group that nothing is asked of lets everything through. */
export const filterConditions = `(:linesheets = '[]' OR ${inLinesheets(':linesheets')})
  AND (:seasons = '[]' OR ${inLinesheets(':seasons')})
  AND (:brands = '[]' OR ${brand} IN (SELECT value FROM json_each(:brands)))
  AND (:prices = '[]' OR EXISTS (SELECT 1 FROM issue i WHERE i.kind = 'style' AND i.key = s.key
    AND i.code IN (SELECT value FROM json_each(:prices))))
  AND (:stock = '[]' OR s.key IN (${soldOut}))
  AND (:parts = '[]' OR EXISTS (SELECT 1 FROM plan_item p WHERE p.run_id = :run AND p.key = s.key
      AND p.state <> 'applied' AND p.part IN (SELECT value FROM json_each(:parts)))
    OR (:parts LIKE '%"linesheet"%' AND s.key IN (${inPlannedLinesheets})))`;

/** The parameters of the conditions; the groups in `without` ask nothing. */
export function filterParameters(
  filters: readonly StyleFilter[],
  { runId, seasons }: FilterContext,
  without: StyleFilterGroup | null = null,
) {
  const of = (group: StyleFilterGroup) =>
    filters.filter((filter) => filter.group === group && group !== without).map(({ value }) => value);
  // A season that no linesheet has any more still asks for something: nothing fits it.
  const seasonNames = of('season').flatMap((season) => seasons.get(season) ?? ['']);
  return {
    linesheets: JSON.stringify(of('linesheet')),
    seasons: JSON.stringify(seasonNames),
    brands: JSON.stringify(of('brand')),
    prices: JSON.stringify(of('price')),
    stock: JSON.stringify(of('stock')),
    parts: JSON.stringify(of('part').map((part) => plannedParts[part] ?? part)),
    run: runId ?? '',
  };
}

/**
 * The values of every group with their counts. `where` and `parameters` are the list's own conditions over `standing s`,
 * this room's conditions among them.
 */
export function filterOptions(
  database: Database,
  where: string,
  own: Readonly<Record<string, string | null>>,
  filters: readonly StyleFilter[],
  context: FilterContext,
): Omit<StyleFilterOption, 'label'>[] {
  const counted = (group: StyleFilterGroup, value: string, joins: string, also = 'TRUE') =>
    database
      .prepare<{ value: string; count: number }>(
        `SELECT ${value} AS value, count(DISTINCT s.key) AS count FROM standing s ${joins}
         WHERE ${where} AND ${also} GROUP BY 1 ORDER BY 1`,
      )
      .all({ ...own, ...filterParameters(filters, context, group) })
      .map((row) => ({ group, ...row }));
  const seasons = [...context.seasons].flatMap(([season, names]) => {
    const rows = database
      .prepare<{ count: number }>(`SELECT count(*) AS count FROM standing s WHERE ${where} AND ${inLinesheets(':own')}`)
      .all({ ...own, ...filterParameters(filters, context, 'season'), own: JSON.stringify(names) });
    return rows.map(({ count }) => ({ group: 'season' as const, value: season, count }));
  });
  return [
    ...counted(
      'linesheet',
      'm.linesheet',
      `JOIN style y ON y.key = s.key
       JOIN (SELECT DISTINCT linesheet, joor_product_id FROM linesheet_member) m ON m.joor_product_id = y.joor_id`,
    ),
    ...seasons,
    ...counted('brand', brand, '', `${brand} <> ''`),
    ...counted('price', 'i.code', `JOIN issue i ON i.kind = 'style' AND i.key = s.key`, `i.code LIKE 'no-price:%'`),
    ...counted('stock', `'zero'`, '', `s.key IN (${soldOut})`),
    ...counted(
      'part',
      'c.part',
      `JOIN (SELECT key, part FROM plan_item WHERE run_id = :run AND state <> 'applied' AND part <> 'linesheet'
         UNION SELECT key, 'linesheet' FROM (${inPlannedLinesheets})) c
       ON c.key = s.key`,
    ).map((option) => ({ ...option, value: shownParts[option.value] ?? option.value })),
  ];
}
