// The list envelope `{Total, Page, <key>}` and its caps (Cin7 1.5, 14.2). Larger limits are cut silently, pages past the end
// are empty with the true Total.
import type { Cin7PracticeSwitches } from '../switches.ts';
import { type Answer, json, refuse } from './answers.ts';
import type { Query } from './query.ts';

export interface ListOptions<Item> {
  readonly key: string;
  readonly items: readonly Item[];
  readonly cap: number;
  readonly row: (item: Item) => unknown;
}

/** The page that the query asks for. */
export function listAnswer<Item>(
  query: Query,
  switches: Cin7PracticeSwitches,
  { key, items, cap, row }: ListOptions<Item>,
): Answer {
  const asked = query.integer('Limit');
  // Invented message: nobody saw a refusal.
  if (asked !== null && asked > cap && switches.limitAboveCap === 'refused') refuse(`Limit can't be more than ${cap}.`);
  const limit = Math.min(asked === null || asked < 1 ? 100 : asked, cap);
  const page = Math.max(1, query.integer('Page') ?? 1);
  const repeats = switches.pageWithoutLimit === 'first-rows' && asked === null;
  const start = repeats ? 0 : (page - 1) * limit;
  return json({ Total: items.length, Page: page, [key]: items.slice(start, start + limit).map(row) });
}

/** The one-row envelope that POST and PUT answer with (Cin7 1.6). */
export function oneRow(key: string, row: unknown): Answer {
  return json({ Total: 1, Page: 1, [key]: [row] });
}
