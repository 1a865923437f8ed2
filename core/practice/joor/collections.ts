// Collections (linesheets) with their delivery (JOOR 5.8). An update replaces the items unless the item action is given
// under the right parameter name: a client that uses another name removes what it didn't list, and gets a 200.
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { parsePlainDate } from '../../base/dates.ts';
import { callRefused, listAnswer, mountBulk, refused } from './answers.ts';
import type { Outcome } from './answers.ts';
import { isListed } from './products.ts';
import type { Collection, CollectionItem, Delivery } from './records.ts';
import { seasonView } from './seasons.ts';
import { mint } from './state.ts';
import type { Account } from './state.ts';

const date = z
  .string()
  .refine(
    (text) => text === '' || (text.length === 10 && parsePlainDate(text) === text),
    'must be a date as YYYY-MM-DD',
  )
  .transform((text) => (text === '' ? null : text))
  .nullish();

const fields = {
  season_id: z.string().nullish(),
  delivery: z
    .strictObject({
      start_ship_date: date,
      complete_ship_date: date,
      cancel_date: date,
      minimum_shipping_window: z.int().nonnegative().nullish(),
    })
    .nullish(),
  items: z
    .array(
      z.strictObject({
        product_id: z.string(),
        order_number: z.int().nullish(),
        sku_ids: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
};

const createSchema = z.strictObject({ name: z.string().min(1), external_id: z.string().min(1), ...fields });
const updateSchema = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  external_id: z.string().nullish(),
  ...fields,
});

const actions = ['ADD_ITEMS', 'REMOVE_ITEMS', 'REPLACE_ITEMS'] as const;
export type ItemAction = (typeof actions)[number];
type GivenItem = NonNullable<z.output<typeof updateSchema>['items']>[number];

/** Mounts the collection calls. */
export function mountCollections(v4: Hono, account: Account): void {
  const { state } = account;
  v4.get('/collections', (context) => {
    const listed = [...state.collections.values()].filter((collection) => isListed(account, collection));
    return listAnswer(
      context,
      account,
      listed.map((collection) => collectionView(account, collection, true)),
    );
  });
  mountBulk(v4, account, '/collections/bulk_create', createSchema, () => (item) => createCollection(account, item));
  mountBulk(v4, account, '/collections/bulk_update', updateSchema, (context) => {
    const action = actionOf(context, account);
    if (action === null) return callRefused(context, 'Unknown item action');
    const returnsItems = !/^(false|0)$/i.test(context.req.query(account.switches.returnItemsParameter) ?? 'true');
    return (item) => updateCollection(account, item, action, returnsItems);
  });
}

function actionOf(context: Context, { switches }: Account): ItemAction | null {
  const given = context.req.query(switches.itemActionParameter);
  if (given === undefined || given === '') return 'REPLACE_ITEMS';
  return actions.find((action) => action === given) ?? null;
}

function createCollection(account: Account, item: z.output<typeof createSchema>): Outcome {
  const problem = problemOf(account, item);
  if (problem !== null) return problem;
  const collection = addCollection(account, { name: item.name, externalId: item.external_id, isManual: false });
  fill(collection, item);
  changeItems(collection, 'ADD_ITEMS', item.items ?? []);
  return { data: collectionView(account, collection, true) };
}

function updateCollection(
  account: Account,
  item: z.output<typeof updateSchema>,
  action: ItemAction,
  returnsItems: boolean,
): Outcome {
  const { state, switches } = account;
  const collection = state.collections.get(item.id);
  if (collection === undefined) return refused('NOT_FOUND', 'Collection not found', { id: item.id });
  const problem = problemOf(account, item);
  if (problem !== null) return problem;
  collection.name = item.name;
  if (item.external_id !== undefined) collection.externalId = item.external_id;
  fill(collection, item);
  const isNamedOnly = item.items == null && switches.replaceWithoutItems === 'keep';
  if (!isNamedOnly) changeItems(collection, action, item.items ?? []);
  return { data: collectionView(account, collection, returnsItems) };
}

/** Adds an empty collection that only its owner sees: IMMEDIATE until it gets dates. */
export function addCollection(
  { clock, state }: Account,
  { name, externalId, isManual }: Pick<Collection, 'name' | 'externalId' | 'isManual'>,
): Collection {
  const collection: Collection = {
    id: mint(state, 'collection'),
    name,
    externalId,
    seasonId: null,
    delivery: { startShipDate: null, completeShipDate: null, cancelDate: null, minimumShippingWindow: null },
    items: new Map(),
    visibility: 'OWNER',
    isManual,
    createdAt: clock.now(),
  };
  state.collections.set(collection.id, collection);
  return collection;
}

/** Changes a collection's items; the actions work on products, not on SKUs (JOOR 5.8). */
export function changeItems(collection: Collection, action: ItemAction, given: readonly GivenItem[]): void {
  const { items } = collection;
  if (action === 'REMOVE_ITEMS') {
    for (const item of given) items.delete(item.product_id);
    return;
  }
  if (action === 'REPLACE_ITEMS') {
    const listed = new Set(given.map((item) => item.product_id));
    for (const productId of items.keys()) if (!listed.has(productId)) items.delete(productId);
  }
  for (const item of given) {
    const present = items.get(item.product_id);
    // Listed SKUs replace the product's SKUs, none listed means all of them.
    const changed: CollectionItem = {
      productId: item.product_id,
      orderNumber: item.order_number ?? present?.orderNumber ?? items.size + 1,
      skuIds: item.sku_ids == null ? null : [...new Set(item.sku_ids)],
    };
    items.set(item.product_id, changed);
  }
}

function problemOf(
  { state }: Account,
  item: Pick<z.output<typeof updateSchema>, 'season_id' | 'delivery' | 'items'>,
): Outcome | null {
  if (item.season_id != null && !state.seasons.has(item.season_id)) {
    return refused('NOT_FOUND', `Season '${item.season_id}' not found`);
  }
  const start = item.delivery?.start_ship_date;
  const complete = item.delivery?.complete_ship_date;
  if (start != null && complete != null && complete < start) {
    return refused('INVALID', 'complete_ship_date is before start_ship_date');
  }
  for (const { product_id: productId, sku_ids: skuIds } of item.items ?? []) {
    const product = state.products.get(productId);
    if (product === undefined)
      return refused('NOT_FOUND', `Product '${productId}' not found`, { product_id: productId });
    const stranger = skuIds?.find((id) => !product.skuIds.has(id));
    if (stranger !== undefined)
      return refused('NOT_FOUND', `SKU '${stranger}' is not of the product`, { sku_id: stranger });
  }
  return null;
}

function fill(collection: Collection, item: Pick<z.output<typeof updateSchema>, 'season_id' | 'delivery'>): void {
  if (item.season_id !== undefined) collection.seasonId = item.season_id;
  if (item.delivery === undefined) return;
  const given = item.delivery ?? {};
  const present = collection.delivery;
  const delivery: Delivery = {
    startShipDate: given.start_ship_date === undefined ? present.startShipDate : given.start_ship_date,
    completeShipDate: given.complete_ship_date === undefined ? present.completeShipDate : given.complete_ship_date,
    cancelDate: given.cancel_date === undefined ? present.cancelDate : given.cancel_date,
    minimumShippingWindow:
      given.minimum_shipping_window === undefined ? present.minimumShippingWindow : given.minimum_shipping_window,
  };
  collection.delivery = delivery;
}

/** A collection as v4 shows it. */
function collectionView({ state }: Account, collection: Collection, returnsItems: boolean): Record<string, unknown> {
  const season = collection.seasonId === null ? undefined : state.seasons.get(collection.seasonId);
  const { delivery } = collection;
  const items = [...collection.items.values()].map((item) => ({
    product_id: item.productId,
    order_number: item.orderNumber,
    sku_ids: item.skuIds ?? [...(state.products.get(item.productId)?.skuIds ?? [])],
  }));
  return {
    id: collection.id,
    name: collection.name,
    external_id: collection.externalId,
    season: season === undefined ? null : seasonView(season),
    delivery: {
      start_ship_date: delivery.startShipDate,
      complete_ship_date: delivery.completeShipDate,
      cancel_date: delivery.cancelDate,
      minimum_shipping_window: delivery.minimumShippingWindow,
    },
    visibility: collection.visibility,
    ...(returnsItems ? { items } : {}),
  };
}
