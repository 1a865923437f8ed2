// JOOR as Seamline uses it: one function per need over both API generations.
import type { Instant } from '../base/dates.ts';
import type { Caller, JoorConnection } from './connection.ts';
import { listOrders, type OrderQuery } from './v2/orders.ts';
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
import type { Order, OrderLine } from '../model/order.ts';

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
  orders(
    query: OrderQuery,
    caller: Caller,
    visit?: (received: number) => void,
  ): Promise<{ orders: Order[]; serverTime: Instant | null }>;
  orderLines(orderIds: readonly string[], caller: Caller): Promise<Map<string, OrderLine[]>>;
  markOrders(marks: readonly ExportMark[], caller: Caller): Promise<BulkAnswer<{ orderId: string; mark: string }>>;
  sendStock(rows: readonly StockContent[], subtractPending: boolean, caller: Caller): Promise<StockAnswer>;
}

/** A client over one connection. */
export function createJoorClient(joor: JoorConnection): JoorClient {
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
    sendStock: (rows, subtractPending, caller) => sendStock(joor, rows, subtractPending, caller),
  };
}
