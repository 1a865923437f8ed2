// The mirror of Cin7 Core's products and families, and the way to read them back as the sources of styles. Rows are
// read in chunks, never through an open cursor, so that other work can use the connection in between.
import {
  tierCount,
  attributeCount,
  type Family,
  type Product,
  type StyleSource,
  type Variant,
} from '../model/product.ts';
import { wholeUnits } from '../base/decimal.ts';
import type { Database } from './driver.ts';

/** Absent from that many complete scans: believed gone (RUN-3). */
const goneAfter = 2;

interface ProductRow {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly barcode: string | null;
  readonly type: string;
  readonly status: string;
  readonly sellable: number;
  readonly drop_ship_mode: string;
  readonly auto_assembly: number;
  readonly category: string;
  readonly brand: string;
  readonly tags: string;
  readonly short_description: string;
  readonly description: string;
  readonly country_of_origin: string;
  readonly modified_on: string | null;
  /** Ten texts each, joined: reading two values a row instead of twenty is what makes large plans quick. */
  readonly attributes: string;
  readonly prices: string;
}

interface FamilyRow {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly brand: string;
  readonly tags: string;
  readonly short_description: string;
  readonly description: string;
  readonly country_of_origin: string;
  readonly option1_name: string;
  readonly option2_name: string;
  readonly option3_name: string;
}

type MemberRow = ProductRow & {
  readonly family_id: string;
  readonly option1: string;
  readonly option2: string;
  readonly option3: string;
};

export interface ProductMirror {
  /** Takes over rows that were read in a scan. */
  saveProducts(products: readonly Product[], scan: string): void;
  saveFamilies(families: readonly Family[], scan: string): void;
  /** After a complete scan: what didn't come was absent once more. Gives how many rows are absent now. */
  countAbsent(kind: 'product' | 'family', scan: string): number;
  /** Up to `limit` families behind the given id, in id order, as sources of styles. */
  familySources(afterId: string, limit: number): StyleSource[];
  /**
   * The next up to `limit` products behind the given id, in id order: which of them belong to no family that is still
   * there, and the last id that was looked at; null at the end.
   */
  withoutFamily(afterId: string, limit: number): { readonly ids: string[]; readonly last: string } | null;
  /** Sources by their ids, families and products alike. */
  sources(ids: readonly string[]): StyleSource[];
  byId(id: string): Product | null;
  bySku(sku: string): Product[];
  byBarcode(barcode: string): Product[];
  byName(name: string): Product[];
  /** Products that can be sold and whose SKU, name or barcode has the text in it; the closest SKUs first. */
  search(text: string, most: number): { id: string; sku: string; name: string; available: number | null }[];
  /**
   * Barcodes on more than one live product, with the ids of the sources (families or products) that hold them: among the
   * next up to `limit` barcodes behind the given one, and the last that was looked at; null at the end.
   */
  repeatedBarcodes(
    after: string,
    limit: number,
  ): { readonly holders: ReadonlyMap<string, string[]>; readonly last: string } | null;
  /** The same for one barcode: the sources that hold it. */
  holdersOf(barcode: string): string[];
  count(): number;
}

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
const attributeColumns = numbered('attribute', attributeCount);
const priceColumns = numbered('price', tierCount);

const columns = [
  'id',
  'sku',
  'name',
  'barcode',
  'type',
  'status',
  'sellable',
  'drop_ship_mode',
  'auto_assembly',
  'category',
  'brand',
  'tags',
  'short_description',
  'description',
  'country_of_origin',
  ...attributeColumns,
  ...priceColumns,
  'modified_on',
  'seen_in',
];

const separator = '\u001f';

const joined = (names: readonly string[], name: string) =>
  `${names.map((column) => `coalesce(p.${column}, '')`).join(` || char(31) || `)} AS ${name}`;

const bareColumns = `p.id, p.sku, p.name, p.barcode, p.type, p.status, p.sellable, p.drop_ship_mode, p.auto_assembly,
  p.category, p.brand, p.tags, p.country_of_origin, p.modified_on,
  ${joined(attributeColumns, 'attributes')}, ${joined(priceColumns, 'prices')}`;

const wholeColumns = `${bareColumns}, p.short_description, p.description`;

/** Members come without their descriptions: their family speaks for them, and these are the longest texts. */
const memberColumns = `${bareColumns}, '' AS short_description, '' AS description`;

const upsertProduct = `
  INSERT INTO product (${columns.join(', ')}, absences) VALUES (${columns.map(() => '?').join(', ')}, 0)
  ON CONFLICT (id) DO UPDATE SET ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}, absences = 0`;

const isGone = `absences >= ${goneAfter}`;

/** The product mirror of a ledger. */
export function productMirror(database: Database): ProductMirror {
  const membersOf = (familyIds: string) =>
    database
      .prepare<MemberRow>(
        `SELECT m.family_id, m.option1, m.option2, m.option3, ${memberColumns}
         FROM family_member m JOIN product p ON p.id = m.product_id
         WHERE m.family_id IN (SELECT value FROM json_each(?)) AND NOT p.${isGone}
         ORDER BY m.family_id, m.position`,
      )
      .all([familyIds]);

  const holdersOf = (barcode: string) =>
    database
      .prepare<{ source_id: string }>(
        `SELECT coalesce(m.family_id, p.id) AS source_id
         FROM product p LEFT JOIN family_member m ON m.product_id = p.id
         WHERE p.barcode = ? AND p.status = 'Active' COLLATE NOCASE AND p.sellable = 1 AND NOT p.${isGone}`,
      )
      .all([barcode])
      .map(({ source_id }) => source_id);

  const withMembers = (families: readonly FamilyRow[]): StyleSource[] => {
    const variants = new Map<string, Variant[]>();
    for (const row of membersOf(JSON.stringify(families.map(({ id }) => id)))) {
      const list = variants.get(row.family_id) ?? [];
      list.push({ product: toProduct(row), options: [row.option1, row.option2, row.option3] });
      variants.set(row.family_id, list);
    }
    return families.map((family) => familySource(family, variants.get(family.id) ?? []));
  };

  return {
    saveProducts(products, scan) {
      const statement = database.prepare(upsertProduct);
      database.transaction(() => {
        for (const product of products) statement.run(productValues(product, scan));
      });
    },
    saveFamilies(families, scan) {
      database.transaction(() => {
        for (const family of families) saveFamily(database, family, scan);
      });
    },
    countAbsent(kind, scan) {
      database.prepare(`UPDATE ${kind} SET absences = absences + 1 WHERE seen_in <> ?`).run([scan]);
      return database.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${kind} WHERE absences > 0`).get()?.n ?? 0;
    },
    familySources: (afterId, limit) =>
      withMembers(
        database
          .prepare<FamilyRow>(`SELECT * FROM family WHERE id > ? AND NOT ${isGone} ORDER BY id LIMIT ?`)
          .all([afterId, limit]),
      ),
    withoutFamily(afterId, limit) {
      const rows = database
        .prepare<{ id: string; isAlone: number }>(
          `SELECT id, NOT ${isGone} AND NOT EXISTS (
             SELECT 1 FROM family_member m JOIN family f ON f.id = m.family_id
             WHERE m.product_id = p.id AND NOT f.${isGone}) AS isAlone
           FROM product p WHERE id > ? ORDER BY id LIMIT ?`,
        )
        .all([afterId, limit]);
      const last = rows.at(-1)?.id;
      if (last === undefined) return null;
      return { ids: rows.filter(({ isAlone }) => isAlone === 1).map(({ id }) => id), last };
    },
    sources(ids) {
      const list = JSON.stringify(ids);
      const families = database
        .prepare<FamilyRow>('SELECT * FROM family WHERE id IN (SELECT value FROM json_each(?))')
        .all([list]);
      const products = database
        .prepare<ProductRow>(`SELECT ${wholeColumns} FROM product p WHERE id IN (SELECT value FROM json_each(?))`)
        .all([list]);
      return [...withMembers(families), ...products.map(productSource)];
    },
    byId(id) {
      const row = database.prepare<ProductRow>(`SELECT ${wholeColumns} FROM product p WHERE id = ?`).get([id]);
      return row === undefined ? null : toProduct(row);
    },
    bySku: (sku) =>
      database
        .prepare<ProductRow>(`SELECT ${wholeColumns} FROM product p WHERE sku = ? COLLATE NOCASE AND NOT ${isGone}`)
        .all([sku])
        .map(toProduct),
    byBarcode: (barcode) =>
      database
        .prepare<ProductRow>(`SELECT ${wholeColumns} FROM product p WHERE barcode = ? AND NOT ${isGone}`)
        .all([barcode])
        .map(toProduct),
    byName: (name) =>
      database
        .prepare<ProductRow>(`SELECT ${wholeColumns} FROM product p WHERE name = ? COLLATE NOCASE AND NOT ${isGone}`)
        .all([name])
        .map(toProduct),
    search: (text, most) =>
      database
        .prepare<{ id: string; sku: string; name: string; available: number | null }>(
          `SELECT p.id, p.sku, p.name, (SELECT sum(s.available) FROM stock s WHERE s.product_id = p.id) AS available
           FROM product p
           WHERE NOT ${isGone} AND p.status = 'Active' COLLATE NOCASE AND p.sellable = 1
             AND (instr(lower(p.sku), :text) > 0 OR instr(lower(p.name), :text) > 0 OR p.barcode = :text)
           ORDER BY lower(p.sku) = :text DESC, instr(lower(p.sku), :text) = 1 DESC, p.sku LIMIT :most`,
        )
        .all({ text: text.trim().toLowerCase(), most })
        .map((row) => ({ ...row, available: row.available === null ? null : wholeUnits(row.available) })),
    repeatedBarcodes(after, limit) {
      // The index alone tells which occur twice; only those few are looked at closely.
      const rows = database
        .prepare<{ barcode: string; holders: number }>(
          `SELECT barcode, count(*) AS holders FROM product WHERE barcode IS NOT NULL AND barcode > ?
           GROUP BY barcode ORDER BY barcode LIMIT ?`,
        )
        .all([after, limit]);
      const last = rows.at(-1)?.barcode;
      if (last === undefined) return null;
      const repeated = rows.filter(({ holders }) => holders > 1);
      const holders = repeated.map(({ barcode }) => [barcode, holdersOf(barcode)] as const);
      return { holders: new Map(holders.filter(([, sources]) => sources.length > 1)), last };
    },
    holdersOf,
    count: () => database.prepare<{ n: number }>('SELECT count(*) AS n FROM product').get()?.n ?? 0,
  };
}

function productValues(product: Product, scan: string): (string | number | null)[] {
  return [
    product.id,
    product.sku,
    product.name,
    product.barcode,
    product.type,
    product.status,
    product.sellable ? 1 : 0,
    product.dropShipMode,
    product.autoAssembly ? 1 : 0,
    product.category,
    product.brand,
    product.tags.join(','),
    product.shortDescription,
    product.description,
    product.countryOfOrigin,
    // Joined when they are read, so the sign between them can't be part of them.
    ...attributeColumns.map((_, index) => (product.attributes[index] ?? '').replaceAll(separator, ' ')),
    ...priceColumns.map((_, index) => product.prices[index] ?? null),
    product.modifiedOn,
    scan,
  ];
}

function saveFamily(database: Database, family: Family, scan: string): void {
  database
    .prepare(
      `INSERT INTO family (id, sku, name, category, brand, tags, short_description, description, country_of_origin,
         option1_name, option2_name, option3_name, modified_on, seen_in, absences)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
       ON CONFLICT (id) DO UPDATE SET sku = excluded.sku, name = excluded.name, category = excluded.category,
         brand = excluded.brand, tags = excluded.tags, short_description = excluded.short_description,
         description = excluded.description, country_of_origin = excluded.country_of_origin,
         option1_name = excluded.option1_name, option2_name = excluded.option2_name,
         option3_name = excluded.option3_name, modified_on = excluded.modified_on, seen_in = excluded.seen_in,
         absences = 0`,
    )
    .run([
      family.id,
      family.sku,
      family.name,
      family.category,
      family.brand,
      family.tags.join(','),
      family.shortDescription,
      family.description,
      family.countryOfOrigin,
      ...family.optionNames,
      family.modifiedOn,
      scan,
    ]);
  database.prepare('DELETE FROM family_member WHERE family_id = ?').run([family.id]);
  const insert = database.prepare(
    'INSERT INTO family_member (family_id, position, product_id, option1, option2, option3) VALUES (?, ?, ?, ?, ?, ?)',
  );
  family.members.forEach((member, index) => insert.run([family.id, index, member.productId, ...member.options]));
}

function toProduct(row: ProductRow): Product {
  return {
    id: row.id,
    sku: row.sku,
    name: row.name,
    barcode: row.barcode,
    type: row.type,
    status: row.status,
    sellable: row.sellable === 1,
    dropShipMode: row.drop_ship_mode,
    autoAssembly: row.auto_assembly === 1,
    category: row.category,
    brand: row.brand,
    tags: tagsOf(row.tags),
    shortDescription: row.short_description,
    description: row.description,
    attributes: row.attributes.split(separator),
    prices: row.prices.split(separator).map((price) => (price === '' ? null : price)),
    countryOfOrigin: row.country_of_origin,
    modifiedOn: row.modified_on,
  };
}

const tagsOf = (text: string) => (text === '' ? [] : text.split(','));

function familySource(family: FamilyRow, variants: readonly Variant[]): StyleSource {
  return {
    kind: 'family',
    id: family.id,
    sku: family.sku,
    name: family.name,
    category: family.category,
    brand: family.brand,
    tags: tagsOf(family.tags),
    shortDescription: family.short_description,
    description: family.description,
    countryOfOrigin: family.country_of_origin,
    optionNames: [family.option1_name, family.option2_name, family.option3_name],
    variants,
  };
}

function productSource(row: ProductRow): StyleSource {
  const product = toProduct(row);
  return {
    kind: 'product',
    id: product.id,
    sku: product.sku,
    name: product.name,
    category: product.category,
    brand: product.brand,
    tags: product.tags,
    shortDescription: product.shortDescription,
    description: product.description,
    countryOfOrigin: product.countryOfOrigin,
    optionNames: ['', '', ''],
    variants: [{ product, options: ['', '', ''] }],
  };
}
