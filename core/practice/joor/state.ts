// The practice JOOR account as one state: records by id and the indexes that make 30,000 SKUs quick. Whoever adds or
// removes a product or SKU does it here, so that an index never points at what is gone. Ids look like JOOR's (JOOR 4.1).
import type { Clock, Ids } from '../../base/ports.ts';
import type {
  Asset,
  Category,
  Collection,
  Connection,
  ConnectionJob,
  CreditWindow,
  Order,
  OrderLine,
  Price,
  PriceType,
  Product,
  ProductTrait,
  Season,
  Sku,
  StockRow,
  TraitValue,
  WaitingCustomer,
  Warehouse,
} from './records.ts';
import type { JoorSwitches } from './switches.ts';

const firstIds = {
  product: 3_295_521,
  color: 5_517_095,
  size: 18_230_862,
  price: 333,
  season: 33_615,
  collection: 123_456,
  order: 8_900_001,
  line: 55_512,
  asset: 700_101,
  connection: 111_111,
  address: 40_001,
  job: 4,
  warehouse: 1,
  buyer: 5,
} as const;

export type IdKind = keyof typeof firstIds;

export interface JoorState {
  readonly accountId: string;
  readonly companyName: string;
  readonly categories: Map<string, Category>;
  readonly productTraits: readonly ProductTrait[];
  /** Groups that a tag may name as its parent, set up in Style Settings (JOOR 5.4). */
  readonly tagGroups: Map<string, string>;
  readonly priceTypes: Map<string, PriceType>;
  readonly warehouses: Map<string, Warehouse>;
  readonly seasons: Map<string, Season>;
  readonly products: Map<string, Product>;
  readonly productsByIdentifier: Map<string, Product>;
  readonly skus: Map<string, Sku>;
  readonly skusByExternalId: Map<string, Sku>;
  readonly skusBySkuIdentifier: Map<string, Sku>;
  readonly skusByUpc: Map<string, Sku>;
  readonly prices: Map<string, Price>;
  readonly pricesBySku: Map<string, Map<string, Price>>;
  readonly collections: Map<string, Collection>;
  readonly assets: Map<string, Asset>;
  readonly assetsByFilename: Map<string, Asset>;
  readonly assetsByProduct: Map<string, Set<Asset>>;
  readonly orders: Map<string, Order>;
  readonly lines: Map<string, OrderLine>;
  readonly stock: Map<string, StockRow[]>;
  readonly madeToOrder: Set<string>;
  readonly connections: Map<string, Connection>;
  readonly connectionsByCode: Map<string, Connection>;
  readonly waitingCustomers: Map<string, WaitingCustomer>;
  readonly connectionJobs: Map<number, ConnectionJob>;
  /** Access tokens and when each ends. */
  readonly tokens: Map<string, number>;
  readonly credits: { readonly windows: Map<string, CreditWindow>; total: number };
  /** Items of v4 writes so far, for `failEveryNthItem`. */
  itemsWritten: number;
  readonly nextIds: Record<IdKind, number>;
}

/** Everything that a part of the simulator works with. */
export interface Account {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly switches: JoorSwitches;
  readonly state: JoorState;
}

/** A state without any records. */
export function emptyState(accountId: string, companyName: string, productTraits: readonly ProductTrait[]): JoorState {
  return {
    accountId,
    companyName,
    productTraits,
    categories: new Map(),
    tagGroups: new Map(),
    priceTypes: new Map(),
    warehouses: new Map(),
    seasons: new Map(),
    products: new Map(),
    productsByIdentifier: new Map(),
    skus: new Map(),
    skusByExternalId: new Map(),
    skusBySkuIdentifier: new Map(),
    skusByUpc: new Map(),
    prices: new Map(),
    pricesBySku: new Map(),
    collections: new Map(),
    assets: new Map(),
    assetsByFilename: new Map(),
    assetsByProduct: new Map(),
    orders: new Map(),
    lines: new Map(),
    stock: new Map(),
    madeToOrder: new Set(),
    connections: new Map(),
    connectionsByCode: new Map(),
    waitingCustomers: new Map(),
    connectionJobs: new Map(),
    tokens: new Map(),
    credits: { windows: new Map(), total: 0 },
    itemsWritten: 0,
    nextIds: { ...firstIds },
  };
}

/** The next id of a kind, as decimal text. */
export function mint(state: JoorState, kind: IdKind): string {
  const id = state.nextIds[kind];
  state.nextIds[kind] = id + 1;
  return String(id);
}

/** A SKU's id: base64 of `0|<color id>|<size id>` (JOOR 4.1). */
export function skuIdOf(colorId: string, sizeId: string): string {
  return Buffer.from(`0|${colorId}|${sizeId}`).toString('base64');
}

export function addProduct(state: JoorState, product: Product): void {
  state.products.set(product.id, product);
  if (product.identifier !== null) state.productsByIdentifier.set(product.identifier, product);
}

/** Gives a product another identifier and keeps the index in step. */
export function reidentifyProduct(state: JoorState, product: Product, identifier: string | null): void {
  if (product.identifier !== null) state.productsByIdentifier.delete(product.identifier);
  product.identifier = identifier;
  if (identifier !== null) state.productsByIdentifier.set(identifier, product);
}

export function addSku(state: JoorState, sku: Sku): void {
  state.skus.set(sku.id, sku);
  state.products.get(sku.productId)?.skuIds.add(sku.id);
  indexSku(state, sku);
}

/** Changes what a SKU is found by and keeps the indexes in step. */
export function reidentifySku(
  state: JoorState,
  sku: Sku,
  names: Partial<Pick<Sku, 'externalId' | 'skuIdentifier' | 'identifiers'>>,
): void {
  unindexSku(state, sku);
  Object.assign(sku, names);
  indexSku(state, sku);
}

/** Removes a SKU with its prices, its stock and its places in linesheets. */
export function removeSku(state: JoorState, sku: Sku): void {
  unindexSku(state, sku);
  state.skus.delete(sku.id);
  state.products.get(sku.productId)?.skuIds.delete(sku.id);
  for (const price of state.pricesBySku.get(sku.id)?.values() ?? []) state.prices.delete(price.id);
  state.pricesBySku.delete(sku.id);
  state.stock.delete(sku.id);
  state.madeToOrder.delete(sku.id);
  for (const { items } of state.collections.values()) {
    const item = items.get(sku.productId);
    if (item?.skuIds) item.skuIds = item.skuIds.filter((id) => id !== sku.id);
  }
}

/** Removes a product with all that hangs on it. Orders keep their snapshots. */
export function removeProduct(state: JoorState, product: Product): void {
  for (const sku of skusOf(state, product)) removeSku(state, sku);
  for (const collection of state.collections.values()) collection.items.delete(product.id);
  for (const asset of assetsOf(state, product.id)) removeAsset(state, asset);
  if (product.identifier !== null) state.productsByIdentifier.delete(product.identifier);
  state.products.delete(product.id);
}

export function addAsset(state: JoorState, asset: Asset): void {
  state.assets.set(asset.id, asset);
  state.assetsByFilename.set(asset.filename, asset);
  const ofProduct = state.assetsByProduct.get(asset.productId);
  if (ofProduct === undefined) state.assetsByProduct.set(asset.productId, new Set([asset]));
  else ofProduct.add(asset);
}

export function removeAsset(state: JoorState, asset: Asset): void {
  state.assets.delete(asset.id);
  state.assetsByFilename.delete(asset.filename);
  state.assetsByProduct.get(asset.productId)?.delete(asset);
}

/** The assets of a product and of its colors. */
export function assetsOf(state: JoorState, productId: string): Asset[] {
  return [...(state.assetsByProduct.get(productId) ?? [])];
}

export function addPrice(state: JoorState, price: Price): void {
  state.prices.set(price.id, price);
  const ofSku = state.pricesBySku.get(price.skuId);
  if (ofSku === undefined) state.pricesBySku.set(price.skuId, new Map([[price.priceTypeId, price]]));
  else ofSku.set(price.priceTypeId, price);
}

export function addOrder(state: JoorState, order: Order): void {
  state.orders.set(order.id, order);
  for (const line of order.lines) state.lines.set(line.id, line);
  // Brands bring orders with ids of their own; new ones come after the highest.
  const number = Number(order.id);
  if (Number.isSafeInteger(number)) state.nextIds.order = Math.max(state.nextIds.order, number + 1);
}

export function addConnection(state: JoorState, connection: Connection): void {
  state.connections.set(connection.id, connection);
  const code = connection.fields.customer_code;
  if (code !== undefined && code !== '') state.connectionsByCode.set(code, connection);
}

/** The SKUs of a product, in the order in which they came. */
export function skusOf(state: JoorState, product: Product): Sku[] {
  return [...product.skuIds].flatMap((id) => state.skus.get(id) ?? []);
}

/** The color or size of a product that has this code, or without a code this name; sizes differ by case (JOOR 4.1). */
export function findTraitValue(
  values: readonly TraitValue[],
  code: string | null,
  name: string,
): TraitValue | undefined {
  if (code !== null) {
    const byCode = values.find((value) => value.code === code);
    if (byCode !== undefined) return byCode;
    return values.find((value) => value.code === null && value.name === name);
  }
  return values.find((value) => value.name === name);
}

/** Counts and the few facts that a person asks for first. */
export function summaryOf(state: JoorState): Record<string, unknown> {
  const orders: Record<string, number> = {};
  for (const order of state.orders.values()) orders[order.status] = (orders[order.status] ?? 0) + 1;
  return {
    accountId: state.accountId,
    company: state.companyName,
    products: state.products.size,
    skus: state.skus.size,
    prices: state.prices.size,
    linesheets: [...state.collections.values()].map(({ id, name, visibility, items }) => ({
      id,
      name,
      visibility,
      products: items.size,
    })),
    images: state.assets.size,
    orders,
    connections: state.connections.size,
    waitingCustomers: [...state.waitingCustomers.keys()],
    warehouses: [...state.warehouses.keys()],
    stockedSkus: state.stock.size,
    creditsSpent: state.credits.total,
  };
}

function indexSku(state: JoorState, sku: Sku): void {
  if (sku.externalId !== null && !state.skusByExternalId.has(sku.externalId)) {
    state.skusByExternalId.set(sku.externalId, sku);
  }
  if (sku.skuIdentifier !== null && !state.skusBySkuIdentifier.has(sku.skuIdentifier)) {
    state.skusBySkuIdentifier.set(sku.skuIdentifier, sku);
  }
  for (const upc of upcsOf(sku)) if (!state.skusByUpc.has(upc)) state.skusByUpc.set(upc, sku);
}

function unindexSku(state: JoorState, sku: Sku): void {
  const { externalId, skuIdentifier } = sku;
  if (externalId !== null && state.skusByExternalId.get(externalId) === sku) state.skusByExternalId.delete(externalId);
  if (skuIdentifier !== null && state.skusBySkuIdentifier.get(skuIdentifier) === sku) {
    state.skusBySkuIdentifier.delete(skuIdentifier);
  }
  for (const upc of upcsOf(sku)) if (state.skusByUpc.get(upc) === sku) state.skusByUpc.delete(upc);
}

/** The UPCs among a SKU's identifiers. */
export function upcsOf(sku: Pick<Sku, 'identifiers'>): string[] {
  return sku.identifiers.filter(({ type }) => type.toLowerCase() === 'upc').map(({ value }) => value);
}

/** The id of what a seed made. Throws when it was refused: a seed has no mistakes to make. */
export function idOf(
  outcome: { readonly data: Readonly<Record<string, unknown>> } | { readonly error: unknown },
): string {
  if ('error' in outcome || typeof outcome.data['id'] !== 'string')
    throw new Error(`The practice JOOR account can't be seeded: ${JSON.stringify(outcome)}`);
  return outcome.data['id'];
}
