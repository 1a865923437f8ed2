// JOOR as Seamline uses it: one function per need over both API generations.
import type { Clock } from '../base/ports.ts';
import type { Caller, JoorConnection } from './connection.ts';
import {
  connectionByCode,
  finishedJob,
  listConnections,
  submitConnections,
  type Connection,
  type ConnectionContent,
  type ConnectionJob,
} from './v2/connections.ts';
import { listOrders, type OrderQuery, type OrdersRead } from './v2/orders.ts';
import { countStyles } from './v2/styles.ts';
import { addColourImages, addStyleImages, type ImageContent, type JoorImage } from './v4/assets.ts';
import { listOrderHeaders, type HeaderQuery, type OrderHeader } from './v4/orders.ts';
import {
  createSeasons,
  listCategories,
  listSeasons,
  listTraits,
  type Category,
  type JoorTrait,
  type Season,
} from './v4/references.ts';
import { sendStock, type StockAnswer, type StockContent } from './v2/inventory.ts';
import {
  createLinesheets,
  listLinesheets,
  updateLinesheets,
  type ItemAction,
  type LinesheetContent,
} from './v4/linesheets.ts';
import { listOrderLines, markOrders, type ExportMark } from './v4/order-lines.ts';
import {
  createPrices,
  listPrices,
  listPriceTypes,
  updatePrices,
  type JoorPrice,
  type PriceContent,
} from './v4/prices.ts';
import { createProducts, listProducts, updateProducts, type JoorProduct, type ProductContent } from './v4/products.ts';
import { createSkus, listSkus, updateSkus, type JoorSku, type SkuContent } from './v4/skus.ts';
import type { BulkAnswer } from './answers.ts';
import type { PriceType } from '../model/account.ts';
import type { Linesheet } from '../model/linesheet.ts';
import type { OrderLine } from '../model/order.ts';

type WithId<Content> = Content & { readonly id: string };

export interface JoorClient {
  priceTypes(caller: Caller): Promise<PriceType[]>;
  products(caller: Caller): Promise<JoorProduct[]>;
  createProducts(products: readonly ProductContent[], caller: Caller): Promise<BulkAnswer<JoorProduct>>;
  updateProducts(products: readonly WithId<ProductContent>[], caller: Caller): Promise<BulkAnswer<JoorProduct>>;
  skus(productIds: readonly string[], caller: Caller): Promise<JoorSku[]>;
  createSkus(skus: readonly SkuContent[], caller: Caller): Promise<BulkAnswer<JoorSku>>;
  updateSkus(skus: readonly WithId<SkuContent>[], caller: Caller): Promise<BulkAnswer<JoorSku>>;
  prices(skuIds: readonly string[], caller: Caller): Promise<JoorPrice[]>;
  createPrices(prices: readonly PriceContent[], caller: Caller): Promise<BulkAnswer<JoorPrice>>;
  updatePrices(prices: readonly WithId<PriceContent>[], caller: Caller): Promise<BulkAnswer<JoorPrice>>;
  linesheets(caller: Caller): Promise<Linesheet[]>;
  createLinesheets(linesheets: readonly LinesheetContent[], caller: Caller): Promise<BulkAnswer<Linesheet>>;
  updateLinesheets(
    action: ItemAction,
    linesheets: readonly WithId<LinesheetContent>[],
    caller: Caller,
  ): Promise<BulkAnswer<Linesheet>>;
  orders(query: OrderQuery, caller: Caller, visit?: (received: number) => void): Promise<OrdersRead>;
  orderLines(orderIds: readonly string[], caller: Caller): Promise<Map<string, OrderLine[]>>;
  markOrders(marks: readonly ExportMark[], caller: Caller): Promise<BulkAnswer<{ orderId: string; mark: string }>>;
  orderHeaders(query: HeaderQuery, caller: Caller): Promise<OrderHeader[]>;
  sendStock(rows: readonly StockContent[], subtractPending: boolean, caller: Caller): Promise<StockAnswer>;
  styleCount(caller: Caller): Promise<number | null>;
  addStyleImages(images: readonly ImageContent[], replaceAll: boolean, caller: Caller): Promise<BulkAnswer<JoorImage>>;
  addColourImages(images: readonly ImageContent[], caller: Caller): Promise<BulkAnswer<JoorImage>>;
  categories(caller: Caller): Promise<Category[]>;
  traits(caller: Caller): Promise<JoorTrait[]>;
  seasons(caller: Caller): Promise<Season[]>;
  createSeasons(seasons: readonly Omit<Season, 'id'>[], caller: Caller): Promise<BulkAnswer<Season>>;
  connections(caller: Caller): Promise<Connection[]>;
  connection(customerCode: string, caller: Caller): Promise<Connection | null>;
  /** Hands customers in and waits until JOOR has taken them in; new ones then wait for JOOR's people. */
  submitConnections(connections: readonly ConnectionContent[], caller: Caller): Promise<ConnectionJob>;
}

/** A client over one connection. */
export function createJoorClient(joor: JoorConnection, clock: Clock): JoorClient {
  return {
    priceTypes: (caller) => listPriceTypes(joor, caller),
    products: (caller) => listProducts(joor, caller),
    createProducts: (products, caller) => createProducts(joor, products, caller),
    updateProducts: (products, caller) => updateProducts(joor, products, caller),
    skus: (productIds, caller) => listSkus(joor, productIds, caller),
    createSkus: (skus, caller) => createSkus(joor, skus, caller),
    updateSkus: (skus, caller) => updateSkus(joor, skus, caller),
    prices: (skuIds, caller) => listPrices(joor, skuIds, caller),
    createPrices: (prices, caller) => createPrices(joor, prices, caller),
    updatePrices: (prices, caller) => updatePrices(joor, prices, caller),
    linesheets: (caller) => listLinesheets(joor, caller),
    createLinesheets: (linesheets, caller) => createLinesheets(joor, linesheets, caller),
    updateLinesheets: (action, linesheets, caller) => updateLinesheets(joor, action, linesheets, caller),
    orders: (query, caller, visit) => listOrders(joor, query, caller, visit),
    orderLines: (orderIds, caller) => listOrderLines(joor, orderIds, caller),
    markOrders: (marks, caller) => markOrders(joor, marks, caller),
    orderHeaders: (query, caller) => listOrderHeaders(joor, query, caller),
    sendStock: (rows, subtractPending, caller) => sendStock(joor, rows, subtractPending, caller),
    styleCount: (caller) => countStyles(joor, caller),
    addStyleImages: (images, replaceAll, caller) => addStyleImages(joor, images, replaceAll, caller),
    addColourImages: (images, caller) => addColourImages(joor, images, caller),
    categories: (caller) => listCategories(joor, caller),
    traits: (caller) => listTraits(joor, caller),
    seasons: (caller) => listSeasons(joor, caller),
    createSeasons: (seasons, caller) => createSeasons(joor, seasons, caller),
    connections: (caller) => listConnections(joor, caller),
    connection: (customerCode, caller) => connectionByCode(joor, customerCode, caller),
    async submitConnections(connections, caller) {
      const job = await submitConnections(joor, connections, caller);
      return job.status === 'finished' ? job : finishedJob(joor, job.id, clock, caller);
    },
  };
}
