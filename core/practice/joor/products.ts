// Products (styles) of v4 (JOOR 5.4). The product identifier is the unique key; the style number is not. A create with
// an identifier that exists is DUPLICATED, never an update.
import type { Hono } from 'hono';
import { z } from 'zod';
import { second } from '../../base/dates.ts';
import { fold } from '../../base/text.ts';
import { listAnswer, mountBulk, refused } from './answers.ts';
import type { Outcome } from './answers.ts';
import type { Product, ProductTag, ProductTraitValue } from './records.ts';
import { tracedTraits } from './references.ts';
import { addProduct, mint, reidentifyProduct } from './state.ts';
import type { Account } from './state.ts';

const traitValue = z.strictObject({
  trait_id: z.string().optional(),
  trait_name: z.string().optional(),
  value: z.string(),
  external_id: z.string().nullish(),
});

const tag = z.strictObject({
  name: z.string().nullish(),
  value: z.string().nullish(),
  code: z.string().nullish(),
  parent_id: z.string().nullish(),
});

const fields = {
  external_id: z.string().nullish(),
  product_identifier: z.string().min(1).nullish(),
  description: z.string().nullish(),
  order_minimum: z.int().nonnegative().nullish(),
  category_ids: z.array(z.string()).nullish(),
  product_trait_values: z.array(traitValue).nullish(),
  tags: z.array(tag).nullish(),
};

const createSchema = z.strictObject({ name: z.string().min(1), ...fields });
const updateSchema = z.strictObject({ id: z.string().optional(), name: z.string().min(1).optional(), ...fields });

type GivenFields = z.output<typeof updateSchema>;

/** Mounts the product calls. */
export function mountProducts(v4: Hono, account: Account): void {
  const { state } = account;
  v4.get('/products', (context) => {
    const listed = [...state.products.values()].filter((product) => isListed(account, product));
    return listAnswer(context, account, listed.map(productView));
  });
  mountBulk(v4, account, '/products/bulk_create', createSchema, () => (item) => createProduct(account, item));
  mountBulk(v4, account, '/products/bulk_update', updateSchema, () => (item) => updateProduct(account, item));
}

/** Whether a new record is in lists yet (switch `listLagSeconds`). */
export function isListed({ clock, switches }: Account, record: { readonly createdAt: number }): boolean {
  return record.createdAt + switches.listLagSeconds * second <= clock.now();
}

/** Creates a product as `bulk_create` does. */
export function createProduct(account: Account, item: z.output<typeof createSchema>, isManual = false): Outcome {
  const { clock, state } = account;
  const problem = problemOf(account, item, null);
  if (problem !== null) return problem;
  const now = clock.now();
  const product: Product = {
    id: mint(state, 'product'),
    name: item.name,
    externalId: item.external_id ?? null,
    identifier: item.product_identifier ?? null,
    description: item.description ?? null,
    orderMinimum: item.order_minimum ?? 0,
    categoryIds: item.category_ids ?? [],
    traitValues: traitValuesOf(account, item),
    tags: tagsOf(item),
    colors: [],
    sizes: [],
    skuIds: new Set(),
    isManual,
    createdAt: now,
    modifiedAt: now,
  };
  addProduct(state, product);
  return { data: productView(product) };
}

function updateProduct(account: Account, item: GivenFields): Outcome {
  const { clock, state, switches } = account;
  const byIdentifier = switches.updateByIdentifier && item.id === undefined ? item.product_identifier : null;
  if (item.id === undefined && !byIdentifier) return refused('INVALID', "Field 'id' is required");
  const product = byIdentifier ? state.productsByIdentifier.get(byIdentifier) : state.products.get(item.id ?? '');
  if (product === undefined) return refused('NOT_FOUND', 'Product not found');
  const problem = problemOf(account, item, product);
  if (problem !== null) return problem;
  if (item.name !== undefined) product.name = item.name;
  if (item.external_id !== undefined) product.externalId = item.external_id;
  if (item.product_identifier !== undefined) reidentifyProduct(state, product, item.product_identifier);
  if (item.description !== undefined) product.description = item.description;
  if (item.order_minimum !== undefined) product.orderMinimum = item.order_minimum;
  if (item.category_ids !== undefined) product.categoryIds = item.category_ids ?? [];
  if (item.product_trait_values !== undefined) product.traitValues = traitValuesOf(account, item);
  if (item.tags !== undefined) product.tags = tagsOf(item);
  product.modifiedAt = clock.now();
  return { data: productView(product) };
}

function problemOf(account: Account, item: GivenFields, itself: Product | null): Outcome | null {
  const { state, switches } = account;
  const tooLong = switches.textLimits ? tooLongField(item) : null;
  if (tooLong !== null) return refused('INVALID', `Field '${tooLong}' is too long`);
  const unknownCategory = item.category_ids?.find((id) => !state.categories.has(id));
  if (unknownCategory !== undefined) return refused('NOT_FOUND', `Category '${unknownCategory}' not found`);
  const unknownTrait = item.product_trait_values?.find((value) => findTrait(account, value) === undefined);
  if (unknownTrait !== undefined) {
    return refused('NOT_FOUND', `Trait '${unknownTrait.trait_id ?? unknownTrait.trait_name ?? ''}' not found`);
  }
  const unknownParent = item.tags?.find(({ parent_id: id }) => id != null && !state.tagGroups.has(id));
  if (unknownParent !== undefined) return refused('NOT_FOUND', `Tag parent '${unknownParent.parent_id}' not found`);
  const identifier = item.product_identifier;
  const holder = identifier == null ? undefined : state.productsByIdentifier.get(identifier);
  if (holder !== undefined && holder !== itself) {
    // The word is documented, the sentence and the details are not (JOOR 5.4).
    return refused('DUPLICATED', 'Product already exists', { product_identifier: identifier });
  }
  return null;
}

/** v2's limits (JOOR 4.1, 5.4, 6.4); v4 documents none. */
function tooLongField(item: GivenFields): string | null {
  const limits = [
    ['name', 100],
    ['external_id', 45],
    ['product_identifier', 100],
    ['description', 500],
  ] as const;
  const tooLong = limits.find(([field, limit]) => (item[field] ?? '').length > limit);
  return tooLong?.[0] ?? null;
}

function findTrait({ state }: Account, { trait_id: id, trait_name: name }: z.output<typeof traitValue>) {
  return state.productTraits.find((trait) =>
    id === undefined ? fold(trait.name) === fold(name ?? '') : trait.id === id,
  );
}

function traitValuesOf(account: Account, item: GivenFields): ProductTraitValue[] {
  return (item.product_trait_values ?? []).flatMap((given) => {
    const trait = findTrait(account, given);
    if (trait === undefined) return [];
    const keepsCode = account.switches.keepAllTraitCodes || tracedTraits.includes(trait.name);
    return [{ traitId: trait.id, value: given.value, externalId: keepsCode ? (given.external_id ?? null) : null }];
  });
}

function tagsOf(item: GivenFields): ProductTag[] {
  return (item.tags ?? []).map((given) => ({
    name: given.name ?? null,
    value: given.value ?? null,
    code: given.code ?? null,
    parentId: given.parent_id ?? null,
  }));
}

/** A product as v4 shows it. */
function productView(product: Product): Record<string, unknown> {
  return {
    id: product.id,
    name: product.name,
    external_id: product.externalId,
    product_identifier: product.identifier,
    description: product.description,
    order_minimum: product.orderMinimum,
    category_ids: product.categoryIds,
    product_trait_values: product.traitValues.map(({ traitId, value, externalId }) => ({
      trait_id: traitId,
      value,
      external_id: externalId,
    })),
    tags: product.tags.map(({ name, value, code, parentId }) => ({ name, value, code, parent_id: parentId })),
  };
}
