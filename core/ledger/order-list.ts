// The list of orders as a screen scrolls it: ids by state, search and sort from columns alone (an index holds them all), rows
// for the ids in view. Contents are never opened, so that tens of thousands answer in milliseconds.
import type { OrderState, Reason } from '../model/standing.ts';
import type { Instant, PlainDate } from '../base/dates.ts';
import type { Database, SqlValue } from './driver.ts';

export type OrderColumn = 'id' | 'retailer' | 'state' | 'value' | 'shipStart' | 'saleNumber' | 'tries' | 'approvedAt';

export interface OrderListRow {
  readonly id: string;
  readonly retailer: string;
  readonly poNumber: string;
  readonly state: OrderState;
  readonly reason: Reason;
  readonly value: string;
  readonly currency: string;
  readonly approvedAt: Instant | null;
  readonly shipStart: PlainDate | null;
  readonly shipEnd: PlainDate | null;
  readonly saleNumber: string | null;
  readonly saleId: string | null;
  readonly tries: number;
  readonly nextLookAt: Instant | null;
}

export interface OrderList {
  /** How many of the orders that fit the search are in each state. */
  counts(search: string): Map<OrderState, number>;
  /** Ids of those in these states (none: all) that fit the search, in order. */
  ids(
    states: readonly OrderState[],
    search: string,
    sort: { readonly column: OrderColumn; readonly isDescending: boolean } | null,
  ): string[];
  /** Rows of these ids, in the same order; ids that are gone are left out. */
  rows(ids: readonly string[]): OrderListRow[];
}

/** Each column's order; equal ones by id, so that a list never trembles. */
const sortedBy: Readonly<Record<OrderColumn, string>> = {
  id: 'length(id) {way}, id {way}',
  retailer: 'customer_name COLLATE NOCASE {way}',
  state: `CASE state WHEN 'needs-you' THEN 0 WHEN 'checking' THEN 1 WHEN 'exporting' THEN 2 WHEN 'to-export' THEN 3
    WHEN 'held' THEN 4 WHEN 'in-cin7' THEN 5 ELSE 6 END {way}`,
  value: 'CAST(total AS REAL) {way}',
  shipStart: 'ship_start IS NULL, ship_start {way}',
  saleNumber: 'sale_number IS NULL, length(sale_number) {way}, sale_number {way}',
  tries: 'attempts {way}',
  approvedAt: 'approved_at IS NULL, approved_at {way}',
};

interface Row extends Omit<OrderListRow, 'reason'> {
  readonly reasonCode: string;
  readonly reasonSentence: string;
  readonly reasonStep: string;
}

/** The list of orders of a ledger. */
export function orderList(database: Database): OrderList {
  return {
    counts(search) {
      const { where, values } = fitting(search);
      return new Map(
        database
          .prepare<{ state: OrderState; n: number }>(
            `SELECT state, count(*) AS n FROM joor_order WHERE ${where} GROUP BY state`,
          )
          .all(values)
          .map(({ state, n }) => [state, n]),
      );
    },
    ids(states, search, sort) {
      const { where, values } = fitting(search);
      const way = (sort?.isDescending ?? true) ? 'DESC' : 'ASC';
      const order = sortedBy[sort?.column ?? 'approvedAt'].replaceAll('{way}', way);
      const inStates = states.length === 0 ? '1' : 'state IN (SELECT value FROM json_each(?))';
      return database
        .prepare<{ id: string }>(`SELECT id FROM joor_order WHERE ${inStates} AND ${where} ORDER BY ${order}, id`)
        .all([...(states.length === 0 ? [] : [JSON.stringify(states)]), ...values])
        .map(({ id }) => id);
    },
    rows(ids) {
      const rows = database
        .prepare<Row>(
          `SELECT id, customer_name AS retailer, po_number AS poNumber, state, reason_code AS reasonCode,
             reason AS reasonSentence, next_step AS reasonStep, total AS value, currency, approved_at AS approvedAt,
             ship_start AS shipStart, ship_end AS shipEnd, sale_number AS saleNumber, sale_id AS saleId,
             attempts AS tries, next_look_at AS nextLookAt
           FROM joor_order WHERE id IN (SELECT value FROM json_each(?))`,
        )
        .all([JSON.stringify(ids)]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => {
        const row = byId.get(id);
        if (row === undefined) return [];
        const { reasonCode: code, reasonSentence: sentence, reasonStep: nextStep, ...rest } = row;
        return [{ ...rest, reason: { code, sentence, nextStep } }];
      });
    },
  };
}

/** Each word of the search must stand in the id, the PO, the retailer's name or the sale's number. */
function fitting(search: string): { where: string; values: SqlValue[] } {
  const words = search.split(/\s+/).filter((word) => word !== '');
  const columns = ['id', 'po_number', 'customer_name', "coalesce(sale_number, '')"];
  const one = `(${columns.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')})`;
  return {
    where: words.length === 0 ? '1' : words.map(() => one).join(' AND '),
    values: words.flatMap((word) => columns.map(() => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`)),
  };
}
