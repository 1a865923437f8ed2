// What the mirror holds as a whole, for set-up to infer from: tags, option names, and what JOOR's orders name.
import { fold, splitTags } from '../base/text.ts';
import { tierCount } from '../model/product.ts';
import type { Database } from './driver.ts';

export interface Counted {
  readonly name: string;
  /** Styles (families, or products without one) that carry it. */
  readonly styles: number;
}

/** What an order of JOOR names, that the settings map to something of Cin7 Core. */
export type OrderNames = 'warehouse' | 'paymentMethod' | 'shippingMethod' | 'salesRep' | 'linesheetName';

export interface Survey {
  /** Tags of families and products, most used first, each under its most used spelling. */
  tags(): Counted[];
  /** Names of families' options, most used first. */
  optionNames(): Counted[];
  /** Products that have a price in each tier, by the tier's code; tiers without one are missing. */
  pricedTiers(): Map<number, number>;
  /** SKUs of styles that are or will be in JOOR. */
  selectedSkus(): number;
  /** JOOR's warehouses, currencies and retailers' codes, as its orders name them. */
  joorWarehouses(): string[];
  /** The names that stand in that place of JOOR's orders, most used first. */
  joorNames(place: OrderNames): { name: string; orders: number }[];
  /** Countries that JOOR's orders are shipped to, as it writes them, most used first. */
  joorCountries(): { country: string; countryIso2: string; orders: number }[];
  /** Products of type Service that can be sold, by name. */
  services(): string[];
  joorCurrencies(): { currency: string; retailers: number }[];
  joorCustomerCodes(): string[];
}

/** The survey of a ledger. */
export function survey(database: Database): Survey {
  const texts = (sql: string) =>
    database
      .prepare<{ text: string }>(sql)
      .all()
      .map(({ text }) => text);
  return {
    tags() {
      const rows = database
        .prepare<{ tags: string; n: number }>(
          `SELECT tags, count(*) AS n FROM (
             SELECT tags FROM family WHERE absences < 2
             UNION ALL
             SELECT p.tags FROM product p WHERE p.absences < 2
               AND NOT EXISTS (SELECT 1 FROM family_member m WHERE m.product_id = p.id))
           WHERE tags <> '' GROUP BY tags`,
        )
        .all();
      return counted(rows.flatMap(({ tags, n }) => splitTags(tags).map((name) => ({ name, n }))));
    },
    optionNames() {
      const rows = [1, 2, 3].flatMap((option) =>
        database
          .prepare<{ name: string; n: number }>(
            `SELECT option${option}_name AS name, count(*) AS n FROM family
             WHERE absences < 2 AND option${option}_name <> '' GROUP BY 1`,
          )
          .all(),
      );
      return counted(rows);
    },
    pricedTiers() {
      const codes = Array.from({ length: tierCount }, (_, index) => index + 1);
      const row = database
        .prepare<Record<string, number>>(
          `SELECT ${codes.map((code) => `count(price${code}) AS tier${code}`).join(', ')} FROM product WHERE absences < 2`,
        )
        .get();
      return new Map(codes.map((code) => [code, row?.[`tier${code}`] ?? 0] as const).filter(([, uses]) => uses > 0));
    },
    selectedSkus: () =>
      database
        .prepare<{ n: number }>(
          `SELECT count(*) AS n FROM sku k JOIN standing s ON s.kind = 'style' AND s.key = k.style_key
           WHERE k.product_id IS NOT NULL AND s.state <> 'left-out'`,
        )
        .get()?.n ?? 0,
    joorWarehouses: () =>
      texts(
        `SELECT DISTINCT json_extract(content, '$.warehouse') AS text FROM joor_order
         WHERE json_extract(content, '$.warehouse') <> '' ORDER BY 1`,
      ),
    joorNames: (place) =>
      database
        .prepare<{ name: string; orders: number }>(
          `SELECT json_extract(content, ?) AS name, count(*) AS orders FROM joor_order
           WHERE json_extract(content, ?) <> '' GROUP BY 1 ORDER BY 2 DESC, 1`,
        )
        .all([`$.${place}`, `$.${place}`]),
    joorCountries: () =>
      database
        .prepare<{ country: string; countryIso2: string; orders: number }>(
          `SELECT json_extract(content, '$.shipTo.country') AS country,
             json_extract(content, '$.shipTo.countryIso2') AS countryIso2, count(*) AS orders
           FROM joor_order GROUP BY 1, 2 ORDER BY 3 DESC, 1`,
        )
        .all(),
    services: () =>
      texts(
        `SELECT DISTINCT name AS text FROM product
         WHERE type = 'Service' COLLATE NOCASE AND status = 'Active' COLLATE NOCASE AND absences < 2 ORDER BY name`,
      ),
    joorCurrencies: () =>
      database
        .prepare<{ currency: string; retailers: number }>(
          `SELECT currency, count(DISTINCT customer_code) AS retailers FROM joor_order
           WHERE currency <> '' GROUP BY currency ORDER BY 2 DESC, 1`,
        )
        .all(),
    joorCustomerCodes: () =>
      texts(`SELECT DISTINCT customer_code AS text FROM joor_order WHERE customer_code <> '' ORDER BY 1`),
  };
}

function counted(rows: readonly { readonly name: string; readonly n: number }[]): Counted[] {
  const byName = new Map<string, { name: string; most: number; styles: number }>();
  for (const { name, n } of rows) {
    const known = byName.get(fold(name));
    if (known === undefined) byName.set(fold(name), { name, most: n, styles: n });
    else
      byName.set(fold(name), {
        name: n > known.most ? name : known.name,
        most: Math.max(known.most, n),
        styles: known.styles + n,
      });
  }
  return [...byName.values()].sort((a, b) => b.styles - a.styles).map(({ name, styles }) => ({ name, styles }));
}
