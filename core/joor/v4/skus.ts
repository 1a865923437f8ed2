// SKUs in JOOR: one per colour and size of a style, each with both traits and their codes (JOOR 5.5). All SKUs of a
// style go in one call, because JOOR wants the whole matrix.
import { z } from 'zod';
import { readBulk, type BulkAnswer } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { id, list, part, text } from '../values.ts';
import { listRows } from './lists.ts';

/** A SKU as JOOR has it. */
export interface JoorSku {
  readonly id: string;
  readonly productId: string;
  readonly colourCode: string;
  readonly sizeCode: string;
  readonly colour: string;
  readonly size: string;
  readonly number: string;
  readonly identifier: string;
}

interface TraitContent {
  readonly code: string;
  readonly name: string;
  readonly position: number;
}

export interface SkuContent {
  readonly productId: string;
  /** Our SKU; null for a pair that Cin7 Core lacks. */
  readonly number: string | null;
  readonly identifier: string | null;
  readonly barcode: string | null;
  readonly colour: TraitContent;
  readonly size: TraitContent;
}

/** Constant ids of the two SKU traits (JOOR 4.1). */
const colourTrait = 'U0tVVHJhaXQ6U3R5bGVDb2xvcg==';
const sizeTrait = 'U0tVVHJhaXQ6U2l6ZQ==';

const traitValueSchema = z
  .object({ trait: part(z.object({ id: text, name: text })), trait_id: text, value: text, external_id: text })
  .transform((row) => ({
    isColour: row.trait?.id === colourTrait || row.trait_id === colourTrait || /^colou?r$/i.test(row.trait?.name ?? ''),
    isSize: row.trait?.id === sizeTrait || row.trait_id === sizeTrait || /^size$/i.test(row.trait?.name ?? ''),
    name: row.value,
    code: row.external_id,
  }));

const skuSchema = z
  .object({ id, product_id: id, external_id: text, sku_identifier: text, trait_values: list(traitValueSchema) })
  .transform((row): JoorSku => {
    const colour = row.trait_values.find(({ isColour }) => isColour);
    const size = row.trait_values.find(({ isSize }) => isSize);
    return {
      id: row.id,
      productId: row.product_id,
      colourCode: colour?.code ?? '',
      colour: colour?.name ?? '',
      sizeCode: size?.code ?? '',
      size: size?.name ?? '',
      number: row.external_id,
      identifier: row.sku_identifier,
    };
  });

function skuBody(sku: SkuContent): Record<string, unknown> {
  const trait = (traitId: string, { code, name, position }: TraitContent) => ({
    trait_id: traitId,
    value: name,
    external_id: code,
    order_nbr: position,
  });
  return {
    product_id: sku.productId,
    ...(sku.number === null ? {} : { external_id: sku.number }),
    ...(sku.identifier === null ? {} : { sku_identifier: sku.identifier }),
    trait_values: [trait(colourTrait, sku.colour), trait(sizeTrait, sku.size)],
    identifiers: sku.barcode === null ? [] : [{ type: 'upc', value: sku.barcode }],
  };
}

/** The SKUs of some styles. */
export function listSkus(joor: JoorConnection, productIds: readonly string[], caller: Caller): Promise<JoorSku[]> {
  const query = { product_ids: productIds.join(',') };
  return listRows(joor, { name: 'SKUs', path: 'skus', query, row: skuSchema, errors: 'left-aside' }, caller);
}

/** Creates the SKUs of whole styles. */
export async function createSkus(
  joor: JoorConnection,
  skus: readonly SkuContent[],
  caller: Caller,
): Promise<BulkAnswer<JoorSku>> {
  const body = skus.map(skuBody);
  const request = { name: 'create SKUs', method: 'POST', path: 'skus/bulk_create', body, effect: 'create' } as const;
  return (await joor.v4(request, caller, (json) => readBulk(skuSchema, json))).content;
}

/** Updates SKUs by JOOR's id: names, positions, numbers, barcodes. */
export async function updateSkus(
  joor: JoorConnection,
  skus: readonly (SkuContent & { readonly id: string })[],
  caller: Caller,
): Promise<BulkAnswer<JoorSku>> {
  const body = skus.map((sku) => ({ id: sku.id, ...skuBody(sku) }));
  const request = {
    name: 'update SKUs',
    method: 'POST',
    path: 'skus/bulk_update',
    body,
    effect: 'idempotent',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(skuSchema, json))).content;
}
