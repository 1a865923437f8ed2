// SKUs of v4 (JOOR 5.5): a color and a size of one product each. The whole color × size matrix of a product must be
// there or be sent in the same call. Status belongs to the color or the size and reaches into orders.
import type { Hono } from 'hono';
import { z } from 'zod';
import { csv, listAnswer, mountBulk, refused } from './answers.ts';
import type { ItemWriter, Outcome } from './answers.ts';
import { applyTraitStatus } from './order-effects.ts';
import { isListed } from './products.ts';
import type { Product, Sku, TraitValue } from './records.ts';
import { colorTrait, sizeTrait, skuTraitOf } from './references.ts';
import { createMatrix } from './sku-matrix.ts';
import { addSku, findTraitValue, mint, reidentifySku, skuIdOf, upcsOf } from './state.ts';
import type { Account } from './state.ts';

const traitFields = {
  trait_id: z.string().optional(),
  trait_name: z.string().optional(),
  external_id: z.string().nullish(),
  order_minimum: z.int().nonnegative().nullish(),
  order_nbr: z.int().positive().nullish(),
  status: z.enum(['ACTIVE', 'INACTIVE']).optional(),
};
const identifierTypes = /^(upc|gtin|ean|mpn)$/i;
const skuFields = {
  external_id: z.string().min(1).nullish(),
  sku_identifier: z.string().min(1).nullish(),
  identifiers: z.array(z.strictObject({ type: z.string().regex(identifierTypes), value: z.string().min(1) })).nullish(),
};

const createSchema = z.strictObject({
  product_id: z.string(),
  ...skuFields,
  trait_values: z.array(z.strictObject({ ...traitFields, value: z.string().min(1) })),
});
const changes = {
  ...skuFields,
  trait_values: z.array(z.strictObject({ ...traitFields, value: z.string().min(1).optional() })).optional(),
};
const updateSchema = z.strictObject({ id: z.string(), product_id: z.string().optional(), ...changes });
const updateByExternalIdSchema = z.strictObject({ ...changes, external_id: z.string().min(1) });

type SkuToCreate = z.output<typeof createSchema>;
type SkuChanges = Omit<z.output<typeof updateSchema>, 'id' | 'product_id'>;
type GivenTrait = NonNullable<SkuChanges['trait_values']>[number];

/** Mounts the SKU calls. */
export function mountSkus(v4: Hono, account: Account): void {
  const { state } = account;
  v4.get('/skus', (context) => {
    const productIds = csv(context, 'product_ids');
    const skus =
      productIds === null
        ? [...state.skus.values()]
        : productIds.flatMap((id) =>
            [...(state.products.get(id)?.skuIds ?? [])].flatMap((sku) => state.skus.get(sku) ?? []),
          );
    const listed = skus.filter((sku) => isListed(account, sku));
    return listAnswer(context, account, listed.map(skuView));
  });
  mountBulk(v4, account, '/skus/bulk_create', createSchema, (_context, items) => skuWriter(account, items));
  mountBulk(v4, account, '/skus/bulk_update', updateSchema, () => ({ id, product_id: productId, ...given }) => {
    const sku = state.skus.get(id);
    if (sku === undefined) return refused('NOT_FOUND', 'SKU not found', { id });
    if (productId !== undefined && productId !== sku.productId) {
      return refused('INVALID', 'A SKU can not move to another product', { id });
    }
    return updateSku(account, sku, given);
  });
  mountBulk(v4, account, '/skus/bulk_update_by_external_id', updateByExternalIdSchema, () => (given) => {
    const sku = state.skusByExternalId.get(given.external_id);
    if (sku === undefined) return refused('NOT_FOUND', 'SKU not found', { external_id: given.external_id });
    return updateSku(account, sku, given);
  });
}

/** Writes the SKUs of one call, after a look at the matrix of each product in it. */
function skuWriter(account: Account, items: readonly SkuToCreate[]): ItemWriter<SkuToCreate> {
  const matrix = createMatrix(account, items, split);
  return (item) => {
    const outcome = createSku(account, item, matrix.isComplete(item.product_id));
    if ('data' in outcome) {
      for (const [color, size] of matrix.leftOver(item)) addMissing(account, item.product_id, color, size);
    }
    return outcome;
  };
}

/** Creates a SKU as `bulk_create` does; the caller knows whether its product's matrix will be whole. */
export function createSku(account: Account, item: SkuToCreate, isComplete: boolean): Outcome {
  const { clock, state, switches } = account;
  const product = state.products.get(item.product_id);
  if (product === undefined) return refused('NOT_FOUND', 'Product not found', { product_id: item.product_id });
  const traits = split(item);
  if (traits === null) return refused('INVALID', 'Exactly one Color and one Size are required in trait_values');
  const { color, size } = traits;
  if (switches.colorCodeRequired && !color.external_id) {
    return refused('INVALID', 'The Color trait value requires an external_id');
  }
  if (switches.fullMatrix && !isComplete) {
    // The account asks for the full list (JOOR 5.5); the words are invented.
    return refused('INVALID', 'The SKU matrix is incomplete: send the full list of Color and Size combinations');
  }
  const presentColor = findTraitValue(product.colors, color.external_id ?? null, color.value);
  const presentSize = product.sizes.find((present) => present.name === size.value);
  const present = presentColor && presentSize && state.skus.get(skuIdOf(presentColor.id, presentSize.id));
  if (present !== undefined) {
    return refused('DUPLICATED', 'SKU already exists', { product_id: product.id, sku_id: present.id });
  }
  const clash = identityClash(account, item, null);
  if (clash !== null) return clash;
  const ofColor = presentColor ?? addTraitValue(account, product, 'color', color);
  const ofSize = presentSize ?? addTraitValue(account, product, 'size', size);
  const sku: Sku = {
    id: skuIdOf(ofColor.id, ofSize.id),
    productId: product.id,
    externalId: item.external_id ?? null,
    skuIdentifier: item.sku_identifier ?? null,
    color: ofColor,
    size: ofSize,
    identifiers: item.identifiers ?? [],
    createdAt: clock.now(),
  };
  addSku(state, sku);
  if (applyTrait(ofColor, color) || applyTrait(ofSize, size)) applyTraitStatus(account, product.id);
  product.modifiedAt = clock.now();
  return { data: skuView(sku) };
}

/** JOOR's first edition made the pairs that weren't sent (switch `fullMatrix` off); they have no names of their own. */
function addMissing(account: Account, productId: string, color: TraitValue, size: TraitValue): void {
  const { clock, state } = account;
  const id = skuIdOf(color.id, size.id);
  const names = { externalId: null, skuIdentifier: null, identifiers: [] };
  if (!state.skus.has(id)) addSku(state, { id, productId, color, size, ...names, createdAt: clock.now() });
}

function updateSku(account: Account, sku: Sku, given: SkuChanges): Outcome {
  const { clock, state } = account;
  const product = state.products.get(sku.productId);
  if (product === undefined) return refused('NOT_FOUND', 'Product not found');
  const clash = identityClash(account, given, sku);
  if (clash !== null) return clash;
  const traits = (given.trait_values ?? []).map((trait) => ({ trait, kind: skuTraitOf(trait) }));
  for (const { trait, kind } of traits) {
    if (kind === null) return refused('INVALID', 'trait_values may only hold Color and Size');
    const itself = sku[kind];
    const others = product[`${kind}s`].filter((other) => other !== itself);
    const isNameTaken = kind === 'size' && trait.value !== undefined && others.some(({ name }) => name === trait.value);
    const isCodeTaken =
      kind === 'color' && trait.external_id != null && others.some(({ code }) => code === trait.external_id);
    if (isNameTaken || isCodeTaken) return refused('DUPLICATED', `The product already has this ${kind}`);
  }
  let hasStatusChanged = false;
  for (const { trait, kind } of traits) {
    if (kind === null) continue;
    const value = sku[kind];
    if (trait.value !== undefined) value.name = trait.value;
    if (trait.external_id !== undefined) value.code = trait.external_id;
    hasStatusChanged = applyTrait(value, trait) || hasStatusChanged;
  }
  reidentifySku(state, sku, {
    ...(given.external_id === undefined ? {} : { externalId: given.external_id }),
    ...(given.sku_identifier === undefined ? {} : { skuIdentifier: given.sku_identifier }),
    ...(given.identifiers === undefined ? {} : { identifiers: given.identifiers ?? [] }),
  });
  if (hasStatusChanged) applyTraitStatus(account, product.id);
  product.modifiedAt = clock.now();
  return { data: skuView(sku) };
}

/** The external id and the UPC belong to one SKU of the account. */
function identityClash({ state, switches }: Account, given: SkuChanges, itself: Sku | null): Outcome | null {
  const holder = given.external_id == null ? undefined : state.skusByExternalId.get(given.external_id);
  if (holder !== undefined && holder !== itself) {
    return refused('DUPLICATED', 'SKU already exists', { external_id: given.external_id, sku_id: holder.id });
  }
  if (!switches.uniqueUpc) return null;
  for (const upc of upcsOf({ identifiers: given.identifiers ?? [] })) {
    const other = state.skusByUpc.get(upc);
    if (other !== undefined && other !== itself) {
      return refused('INVALID', `UPC '${upc}' is already used by another SKU`, { upc });
    }
  }
  return null;
}

function split(
  item: SkuToCreate,
): { color: SkuToCreate['trait_values'][number]; size: SkuToCreate['trait_values'][number] } | null {
  const color = item.trait_values.find((trait) => skuTraitOf(trait) === 'color');
  const size = item.trait_values.find((trait) => skuTraitOf(trait) === 'size');
  return color === undefined || size === undefined || item.trait_values.length !== 2 ? null : { color, size };
}

function addTraitValue(account: Account, product: Product, kind: 'color' | 'size', given: GivenTrait): TraitValue {
  const value: TraitValue = {
    id: mint(account.state, kind),
    productId: product.id,
    name: given.value ?? '',
    code: given.external_id ?? null,
    orderNumber: product[`${kind}s`].length + 1,
    orderMinimum: kind === 'color' ? 0 : null,
    status: 'ACTIVE',
    hexColor: null,
    swatch: null,
    images: null,
  };
  product[`${kind}s`].push(value);
  return value;
}

/** Takes over what is given beside name and code; true when the status changed. */
function applyTrait(value: TraitValue, given: GivenTrait): boolean {
  if (given.order_minimum !== undefined) value.orderMinimum = given.order_minimum;
  if (given.order_nbr !== undefined) value.orderNumber = given.order_nbr;
  const hasStatusChanged = given.status !== undefined && given.status !== value.status;
  if (given.status !== undefined) value.status = given.status;
  return hasStatusChanged;
}

/** A SKU as v4 shows it. */
function skuView(sku: Sku): Record<string, unknown> {
  const trait = (value: TraitValue, { id, name }: { id: string; name: string }) => ({
    trait: { id, name },
    value: value.name,
    external_id: value.code,
    order_minimum: value.orderMinimum,
    order_nbr: value.orderNumber,
    status: value.status,
    hexColor: value.hexColor,
    swatch: value.swatch,
    images: value.images,
  });
  return {
    id: sku.id,
    product_id: sku.productId,
    external_id: sku.externalId,
    sku_identifier: sku.skuIdentifier,
    trait_values: [trait(sku.color, colorTrait), trait(sku.size, sizeTrait)],
    identifiers: sku.identifiers,
  };
}
