// Styles in JOOR's v4 words: products (JOOR 5.4). Only listed fields are sent, since JOOR refuses unknown ones.
import { z } from 'zod';
import { cut } from '../../base/text.ts';
import type { StyleFieldName } from '../../model/style.ts';
import { readBulk, type BulkAnswer } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { id, text } from '../values.ts';
import { listRows } from './lists.ts';

/** A style as JOOR lists it. */
export interface JoorProduct {
  readonly id: string;
  readonly number: string;
  readonly identifier: string;
  readonly name: string;
}

/** The fields of a style that are sent; the id only for one that JOOR has already. */
export interface ProductContent {
  readonly identifier: string;
  readonly number: string;
  readonly name: string;
  readonly fields: Readonly<Partial<Record<StyleFieldName, string>>>;
}

const productSchema = z
  .object({ id, name: text, external_id: text, product_identifier: text })
  .transform((row): JoorProduct => ({
    id: row.id,
    number: row.external_id,
    identifier: row.product_identifier,
    name: row.name,
  }));

/** Product traits by JOOR's names (JOOR 5.3). */
const traits: readonly (readonly [StyleFieldName, string])[] = [
  ['materials', 'Materials'],
  ['fabrication', 'Fabrication'],
  ['silhouette', 'Silhouette'],
  ['countryOfOrigin', 'Country of Origin'],
  ['division', 'Division'],
  ['measurements', 'Measurements'],
];

const nameLimit = 100;
const descriptionLimit = 500;

function productBody({ identifier, number, name, fields }: ProductContent): Record<string, unknown> {
  const values = traits
    .filter(([field]) => (fields[field] ?? '') !== '')
    .map(([field, trait]) => ({ trait_name: trait, value: fields[field] }));
  return {
    name: cut(name, nameLimit),
    external_id: number,
    product_identifier: identifier,
    ...(fields.description === undefined ? {} : { description: cut(fields.description, descriptionLimit) }),
    ...(fields.orderMinimum === undefined ? {} : { order_minimum: Number.parseInt(fields.orderMinimum, 10) || 0 }),
    ...(values.length === 0 ? {} : { product_trait_values: values }),
  };
}

/** Every style that JOOR has (JOOR 5.1). */
export function listProducts(joor: JoorConnection, caller: Caller): Promise<JoorProduct[]> {
  return listRows(joor, { name: 'products', path: 'products', row: productSchema, errors: 'spoil' }, caller);
}

/** Creates styles. One that exists is refused as `DUPLICATED`, never updated (JOOR 5.4). */
export async function createProducts(
  joor: JoorConnection,
  products: readonly ProductContent[],
  caller: Caller,
): Promise<BulkAnswer<JoorProduct>> {
  const body = products.map(productBody);
  const request = {
    name: 'create styles',
    method: 'POST',
    path: 'products/bulk_create',
    body,
    effect: 'create',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(productSchema, json))).content;
}

/** Updates styles by JOOR's id. */
export async function updateProducts(
  joor: JoorConnection,
  products: readonly (ProductContent & { readonly id: string })[],
  caller: Caller,
): Promise<BulkAnswer<JoorProduct>> {
  const body = products.map((product) => ({ id: product.id, ...productBody(product) }));
  const request = {
    name: 'update styles',
    method: 'POST',
    path: 'products/bulk_update',
    body,
    effect: 'idempotent',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(productSchema, json))).content;
}
