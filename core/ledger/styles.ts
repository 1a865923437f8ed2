// Styles that are or were meant for JOOR: their lasting codes, their links to JOOR's ids, and what JOOR confirmed of
// each part. Nothing here is ever minted twice.
import type { Instant } from '../base/dates.ts';
import { pricesUnderway } from '../model/plan.ts';
import type { Style, Trait } from '../model/style.ts';
import type { Database } from './driver.ts';

/** Everything that is known of a style, as plain rows. */
export interface StyleRecord {
  readonly key: string;
  readonly source: 'family' | 'product';
  readonly sourceId: string;
  readonly identifier: string;
  readonly number: string;
  readonly joorId: string | null;
  readonly colours: readonly Trait[];
  readonly sizes: readonly Trait[];
  readonly skus: readonly SkuRecord[];
  readonly parts: ReadonlyMap<string, { readonly hash: string; readonly content: string }>;
}

export type StyleName = Pick<StyleRecord, 'key' | 'sourceId' | 'identifier' | 'number'>;

export interface SkuRecord {
  readonly colour: string;
  readonly size: string;
  readonly productId: string | null;
  readonly offered: boolean;
  readonly barcode: string | null;
  readonly joorId: string | null;
  /** The text of what JOOR confirmed; null when it never did. */
  readonly confirmed: string | null;
}

/** A style's ids in JOOR. */
export interface JoorIds {
  readonly productId: string;
  /** By colour code and size code. */
  readonly skuIds: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** A SKU that JOOR has under some name, with all that an update of it takes. */
export interface SkuHolder {
  readonly key: string;
  readonly joorId: string;
  readonly productId: string;
  readonly colour: Trait;
  readonly size: Trait;
  /** Its number and barcode, as JOOR confirmed them. */
  readonly names: readonly string[];
}

/** The matrix of a style that was found in JOOR. */
export interface AdoptedMatrix {
  readonly colours: readonly Trait[];
  readonly sizes: readonly Trait[];
  readonly skus: readonly Pick<SkuRecord, 'colour' | 'size' | 'productId' | 'joorId'>[];
}

export interface AppliedPrice {
  readonly skuId: string;
  readonly priceTypeId: string;
  readonly priceId: string | null;
  readonly wholesale: string;
  readonly retail: string | null;
}

export interface StyleLedger {
  /** The records of styles made from these sources. */
  bySources(sourceIds: readonly string[]): StyleRecord[];
  byKeys(keys: readonly string[]): StyleRecord[];
  /** Only what styles are called, for many at once. */
  names(keys: readonly string[]): StyleName[];
  /** The hash of what JOOR confirmed of a part, by key; '' for a style of which it never did. */
  hashes(part: string, keys: readonly string[]): Map<string, string>;
  /** Notes a composed style: codes, matrix, what stands behind each pair. Links and confirmations stay. */
  save(style: Style, source: { readonly kind: 'family' | 'product'; readonly id: string }): void;
  /** Replaces what is known of a style's colours, sizes and SKUs by what JOOR has. */
  replaceMatrix(key: string, matrix: AdoptedMatrix): void;
  link(key: string, joorId: string, at: Instant): void;
  /** When a style was linked to JOOR's; null when it isn't. */
  linkedAt(key: string): Instant | null;
  linkSku(key: string, colour: string, size: string, joorId: string, confirmed: string | null): void;
  /** Notes that JOOR has all of a part. */
  confirmPart(key: string, part: string, hash: string, content: unknown, at: Instant): void;
  /** What is confirmed of a part doesn't hold any more: the next plan looks at it again. */
  forgetPart(key: string, part: string): void;
  /** SKUs that JOOR confirmed under any of these numbers or barcodes. */
  holders(names: readonly string[]): SkuHolder[];
  prices(skuIds: readonly string[]): AppliedPrice[];
  /** Notes single prices; the part counts as underway until it is confirmed as a whole. */
  confirmPrices(prices: readonly AppliedPrice[]): void;
  /** JOOR's ids of these styles' SKUs; styles and SKUs that JOOR doesn't have are missing. */
  joorIds(keys: readonly string[]): Map<string, JoorIds>;
  /** The Cin7 product behind one of JOOR's SKU ids; null when it isn't ours. */
  productOfSku(joorSkuId: string): string | null;
  /** Style keys by JOOR product id, of every linked style. */
  keysByJoorId(): Map<string, string>;
  /** Number of styles that JOOR has, and of SKUs. */
  counts(): { styles: number; skus: number };
}

interface StyleRow {
  readonly key: string;
  readonly source: 'family' | 'product';
  readonly source_id: string;
  readonly identifier: string;
  readonly number: string;
  readonly joor_id: string | null;
}

/** The styles of a ledger. */
export function styleLedger(database: Database): StyleLedger {
  const records = (rows: readonly StyleRow[]): StyleRecord[] => {
    if (rows.length === 0) return [];
    const keys = JSON.stringify(rows.map(({ key }) => key));
    const traits = grouped(
      database
        .prepare<{ style_key: string; kind: string; code: string; name: string; position: number }>(
          'SELECT * FROM trait WHERE style_key IN (SELECT value FROM json_each(?)) ORDER BY style_key, kind, position',
        )
        .all([keys]),
    );
    const skus = grouped(
      database
        .prepare<{
          style_key: string;
          colour: string;
          size: string;
          product_id: string | null;
          offered: number;
          barcode: string | null;
          joor_id: string | null;
          confirmed: string | null;
        }>('SELECT * FROM sku WHERE style_key IN (SELECT value FROM json_each(?))')
        .all([keys]),
    );
    const parts = grouped(
      database
        .prepare<{ style_key: string; part: string; hash: string; content: string }>(
          'SELECT style_key, part, hash, content FROM applied WHERE style_key IN (SELECT value FROM json_each(?))',
        )
        .all([keys]),
    );
    return rows.map((row) => ({
      key: row.key,
      source: row.source,
      sourceId: row.source_id,
      identifier: row.identifier,
      number: row.number,
      joorId: row.joor_id,
      colours: (traits.get(row.key) ?? []).filter(({ kind }) => kind === 'colour'),
      sizes: (traits.get(row.key) ?? []).filter(({ kind }) => kind === 'size'),
      skus: (skus.get(row.key) ?? []).map((sku) => ({
        colour: sku.colour,
        size: sku.size,
        productId: sku.product_id,
        offered: sku.offered === 1,
        barcode: sku.barcode,
        joorId: sku.joor_id,
        confirmed: sku.confirmed,
      })),
      parts: new Map((parts.get(row.key) ?? []).map(({ part, hash, content }) => [part, { hash, content }])),
    }));
  };

  return {
    bySources: (sourceIds) =>
      records(
        database
          .prepare<StyleRow>('SELECT * FROM style WHERE source_id IN (SELECT value FROM json_each(?))')
          .all([JSON.stringify(sourceIds)]),
      ),
    byKeys: (keys) =>
      records(
        database
          .prepare<StyleRow>('SELECT * FROM style WHERE key IN (SELECT value FROM json_each(?))')
          .all([JSON.stringify(keys)]),
      ),
    names: (keys) =>
      database
        .prepare<StyleName>(
          `SELECT key, source_id AS sourceId, identifier, number FROM style
           WHERE key IN (SELECT value FROM json_each(?))`,
        )
        .all([JSON.stringify(keys)]),
    hashes: (part, keys) =>
      new Map(
        database
          .prepare<{ key: string; hash: string }>(
            `SELECT y.key, coalesce(a.hash, '') AS hash FROM style y
             LEFT JOIN applied a ON a.style_key = y.key AND a.part = ?
             WHERE y.key IN (SELECT value FROM json_each(?))`,
          )
          .all([part, JSON.stringify(keys)])
          .map(({ key, hash }) => [key, hash]),
      ),
    save(style, source) {
      database.transaction(() => saveStyle(database, style, source));
    },
    replaceMatrix(key, { colours, sizes, skus }) {
      database.transaction(() => {
        database.prepare('DELETE FROM trait WHERE style_key = ?').run([key]);
        database.prepare('DELETE FROM sku WHERE style_key = ?').run([key]);
        saveTraits(database, key, colours, sizes);
        const insert = database.prepare(
          'INSERT INTO sku (style_key, colour, size, product_id, offered, joor_id) VALUES (?, ?, ?, ?, 0, ?)',
        );
        for (const { colour, size, productId, joorId } of skus) insert.run([key, colour, size, productId, joorId]);
      });
    },
    link(key, joorId, at) {
      database.prepare('UPDATE style SET joor_id = ?, linked_at = ? WHERE key = ?').run([joorId, at, key]);
    },
    linkedAt: (key) =>
      database.prepare<{ at: Instant | null }>('SELECT linked_at AS at FROM style WHERE key = ?').get([key])?.at ??
      null,
    linkSku(key, colour, size, joorId, confirmed) {
      database
        .prepare('UPDATE sku SET joor_id = ?, confirmed = ? WHERE style_key = ? AND colour = ? AND size = ?')
        .run([joorId, confirmed, key, colour, size]);
    },
    confirmPart(key, part, hash, content, at) {
      database
        .prepare(
          `INSERT INTO applied (style_key, part, hash, content, at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (style_key, part) DO UPDATE SET hash = excluded.hash, content = excluded.content, at = excluded.at`,
        )
        .run([key, part, hash, JSON.stringify(content), at]);
      if (part === 'prices')
        database.prepare('DELETE FROM applied WHERE style_key = ? AND part = ?').run([key, pricesUnderway]);
    },
    forgetPart(key, part) {
      database.prepare("UPDATE applied SET hash = '' WHERE style_key = ? AND part = ?").run([key, part]);
    },
    holders(names) {
      if (names.length === 0) return [];
      const rows = database
        .prepare<{
          key: string;
          joorId: string;
          productId: string;
          colour: string;
          colourName: string;
          colourPosition: number;
          size: string;
          sizeName: string;
          sizePosition: number;
          number: string | null;
          barcode: string | null;
        }>(
          `SELECT k.style_key AS key, k.joor_id AS joorId, y.joor_id AS productId,
             k.colour, c.name AS colourName, c.position AS colourPosition,
             k.size, z.name AS sizeName, z.position AS sizePosition,
             json_extract(k.confirmed, '$[7]') AS number, json_extract(k.confirmed, '$[8]') AS barcode
           FROM sku k
           JOIN style y ON y.key = k.style_key AND y.joor_id IS NOT NULL
           JOIN trait c ON c.style_key = k.style_key AND c.kind = 'colour' AND c.code = k.colour
           JOIN trait z ON z.style_key = k.style_key AND z.kind = 'size' AND z.code = k.size
           WHERE k.joor_id IS NOT NULL AND k.rowid IN (
             SELECT rowid FROM sku WHERE confirmed IS NOT NULL
               AND json_extract(confirmed, '$[7]') IN (SELECT value FROM json_each(:names))
             UNION SELECT rowid FROM sku WHERE confirmed IS NOT NULL
               AND json_extract(confirmed, '$[8]') IN (SELECT value FROM json_each(:names)))`,
        )
        .all({ names: JSON.stringify(names) });
      return rows.map((row) => ({
        key: row.key,
        joorId: row.joorId,
        productId: row.productId,
        colour: { code: row.colour, name: row.colourName, position: row.colourPosition },
        size: { code: row.size, name: row.sizeName, position: row.sizePosition },
        names: [row.number, row.barcode].filter((name) => name !== null),
      }));
    },
    prices: (skuIds) =>
      database
        .prepare<AppliedPrice>(
          `SELECT joor_sku_id AS skuId, price_type_id AS priceTypeId, joor_price_id AS priceId, wholesale, retail
           FROM applied_price WHERE joor_sku_id IN (SELECT value FROM json_each(?))`,
        )
        .all([JSON.stringify(skuIds)]),
    confirmPrices(prices) {
      const save = database.prepare(
        `INSERT INTO applied_price (joor_sku_id, price_type_id, joor_price_id, wholesale, retail) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (joor_sku_id, price_type_id) DO UPDATE SET
           joor_price_id = coalesce(excluded.joor_price_id, joor_price_id),
           wholesale = excluded.wholesale, retail = coalesce(excluded.retail, retail)`,
      );
      const underway = database.prepare(
        `INSERT INTO applied (style_key, part, hash, content, at)
         SELECT DISTINCT style_key, ?, '', 'null', '' FROM sku WHERE joor_id IN (SELECT value FROM json_each(?))
         ON CONFLICT (style_key, part) DO NOTHING`,
      );
      database.transaction(() => {
        for (const price of prices)
          save.run([price.skuId, price.priceTypeId, price.priceId, price.wholesale, price.retail]);
        underway.run([pricesUnderway, JSON.stringify(prices.map(({ skuId }) => skuId))]);
      });
    },
    joorIds(keys) {
      const rows = database
        .prepare<{ key: string; product_id: string; colour: string; size: string; sku_id: string }>(
          `SELECT y.key, y.joor_id AS product_id, k.colour, k.size, k.joor_id AS sku_id
           FROM style y JOIN sku k ON k.style_key = y.key
           WHERE y.joor_id IS NOT NULL AND k.joor_id IS NOT NULL AND y.key IN (SELECT value FROM json_each(?))`,
        )
        .all([JSON.stringify(keys)]);
      const ids = new Map<string, { productId: string; skuIds: Map<string, Map<string, string>> }>();
      for (const row of rows) {
        const style = ids.get(row.key) ?? { productId: row.product_id, skuIds: new Map<string, Map<string, string>>() };
        const sizes = style.skuIds.get(row.colour) ?? new Map<string, string>();
        ids.set(row.key, style);
        style.skuIds.set(row.colour, sizes.set(row.size, row.sku_id));
      }
      return ids;
    },
    productOfSku: (joorSkuId) =>
      database.prepare<{ product_id: string | null }>('SELECT product_id FROM sku WHERE joor_id = ?').get([joorSkuId])
        ?.product_id ?? null,
    keysByJoorId: () =>
      new Map(
        database
          .prepare<{ key: string; joor_id: string }>('SELECT key, joor_id FROM style WHERE joor_id IS NOT NULL')
          .all()
          .map(({ key, joor_id }) => [joor_id, key]),
      ),
    counts() {
      const row = database
        .prepare<{ styles: number; skus: number }>(
          `SELECT (SELECT count(*) FROM style WHERE joor_id IS NOT NULL) AS styles,
             (SELECT count(*) FROM sku WHERE joor_id IS NOT NULL AND product_id IS NOT NULL) AS skus`,
        )
        .get();
      return { styles: row?.styles ?? 0, skus: row?.skus ?? 0 };
    },
  };
}

function saveStyle(
  database: Database,
  style: Style,
  source: { readonly kind: 'family' | 'product'; readonly id: string },
): void {
  database
    .prepare(
      `INSERT INTO style (key, source, source_id, identifier, number) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET number = excluded.number`,
    )
    .run([style.key, source.kind, source.id, style.identifier, style.number]);
  saveTraits(database, style.key, style.colours, style.sizes);
  const sku = database.prepare(
    `INSERT INTO sku (style_key, colour, size, product_id, offered, barcode) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (style_key, colour, size) DO UPDATE SET
       product_id = excluded.product_id, offered = excluded.offered, barcode = excluded.barcode`,
  );
  for (const { colour, size, productId, offered, barcode } of style.skus)
    sku.run([style.key, colour, size, productId, offered ? 1 : 0, barcode]);
}

function saveTraits(database: Database, key: string, colours: readonly Trait[], sizes: readonly Trait[]): void {
  const trait = database.prepare(
    `INSERT INTO trait (style_key, kind, code, name, position) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (style_key, kind, code) DO UPDATE SET name = excluded.name, position = excluded.position`,
  );
  for (const { code, name, position } of colours) trait.run([key, 'colour', code, name, position]);
  for (const { code, name, position } of sizes) trait.run([key, 'size', code, name, position]);
}

function grouped<Row extends { readonly style_key: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.style_key);
    if (group === undefined) groups.set(row.style_key, [row]);
    else group.push(row);
  }
  return groups;
}
