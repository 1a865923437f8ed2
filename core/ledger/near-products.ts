// Products that an order line may have meant: a generous choice by index, which orders/suggest judges and explains.
import type { Product } from '../model/product.ts';
import type { Database } from './driver.ts';

export type NearProduct = Pick<Product, 'id' | 'sku' | 'name' | 'barcode'>;

export interface NearNames {
  /** What the line calls its article: SKU and barcode, as far as JOOR knows them. */
  readonly names: readonly string[];
  /** The line's style number, which its SKU usually begins with; empty when there is none. */
  readonly style: string;
}

const mostOfStyle = 300;

/** Letters and digits without zeros, signs and case; word for word the expression of the index. */
const loose = (text: string) =>
  `replace(replace(replace(replace(replace(replace(upper(${text}), ' ', ''), '-', ''), '_', ''), '.', ''), '/', ''), '0', '')`;

/** Active products whose SKU or barcode resembles one of the names, and those whose SKU begins with the style number. */
export function nearProducts(database: Database, { names, style }: NearNames): NearProduct[] {
  const columns = 'SELECT id, sku, name, barcode FROM product WHERE';
  const isLive = "status = 'Active' COLLATE NOCASE AND sellable = 1 AND absences < 2";
  const found = new Map<string, NearProduct>();
  const add = (rows: readonly NearProduct[]) => {
    for (const row of rows) found.set(row.id, row);
  };
  for (const name of names.filter((one) => one.trim() !== '')) {
    add(
      database
        .prepare<NearProduct>(`${columns} ${loose('sku')} = ${loose('?')} AND ${loose('sku')} <> '' AND ${isLive}`)
        .all([name]),
    );
    add(
      database
        .prepare<NearProduct>(
          `${columns} barcode IS NOT NULL AND ltrim(barcode, '0') = ltrim(trim(?), '0') AND ${isLive}`,
        )
        .all([name]),
    );
  }
  if (style !== '')
    add(
      database
        .prepare<NearProduct>(
          `${columns} sku >= ? COLLATE NOCASE AND sku < ? || char(1114111) COLLATE NOCASE AND ${isLive}
           ORDER BY sku COLLATE NOCASE LIMIT ${mostOfStyle}`,
        )
        .all([style, style]),
    );
  return [...found.values()];
}
