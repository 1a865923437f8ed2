import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { customerMirror } from './customers.ts';
import type { Database } from './driver.ts';
import { intentLedger } from './intents.ts';
import { nearProducts } from './near-products.ts';
import { orderLedger } from './orders.ts';
import { planLedger } from './plans.ts';
import { productMirror } from './products.ts';
import { runLedger } from './runs.ts';
import { saleMirror } from './sales.ts';
import { standingLedger } from './standings.ts';
import { stockLedger } from './stock.ts';
import { styleLedger } from './styles.ts';
import { temporaryLedger, type TemporaryLedger } from './test-ledger.ts';

let ledger: TemporaryLedger;
beforeAll(() => {
  ledger = temporaryLedger();
});
afterAll(() => ledger.remove());

/** Tables that a statement reads from end to end, lists that were handed in not counted. */
function scanned(work: (database: Database) => void): string[] {
  return ledger.plansOf(work).filter((detail) => /^SCAN (?!json_each\b|CONSTANT)/.test(detail));
}

const price = { skuId: 'k', priceTypeId: '3', priceId: null, wholesale: '1.00', retail: null };

describe('statements that run often find their rows by an index', () => {
  it.each<[string, (database: Database) => void]>([
    [
      'stock wanted',
      (database) =>
        stockLedger(database).wanted({ warehouse: 'Main', locations: ['L1'], allWarehouses: ['Main'] }, 0, 1_000),
    ],
    ['family sources', (database) => productMirror(database).familySources('f', 40)],
    ['products without a family', (database) => productMirror(database).withoutFamily('p', 100)],
    ['repeated barcodes', (database) => productMirror(database).repeatedBarcodes('', 100)],
    ['holders of a barcode', (database) => productMirror(database).holdersOf('1')],
    ['sources by id', (database) => productMirror(database).sources(['f', 'p'])],
    ['a product by id', (database) => productMirror(database).byId('p')],
    ['a product by SKU', (database) => productMirror(database).bySku('SKU')],
    ['a product by barcode', (database) => productMirror(database).byBarcode('1')],
    ['a customer by name', (database) => customerMirror(database).byCode('c', 'name')],
    ['styles by source', (database) => styleLedger(database).bySources(['f'])],
    ['styles by key', (database) => styleLedger(database).byKeys(['f'])],
    ["JOOR's ids of styles", (database) => styleLedger(database).joorIds(['f'])],
    ["the product of one of JOOR's SKUs", (database) => styleLedger(database).productOfSku('k')],
    ['confirmed prices', (database) => styleLedger(database).prices(['k'])],
    ['holders of SKU numbers and barcodes', (database) => styleLedger(database).holders(['1', '2'])],
    ['names of styles', (database) => styleLedger(database).names(['f'])],
    ['confirmed hashes', (database) => styleLedger(database).hashes('skus', ['f'])],
    ['prices confirmed', (database) => styleLedger(database).confirmPrices([price])],
    ['plan items that wait', (database) => planLedger(database).waiting('r', 'skus', 'create', 0, 500)],
    ['a part that is done', (database) => planLedger(database).isPartDone('r', 'f', 'skus')],
    ['what a plan holds', (database) => planLedger(database).sizes('r')],
    ['keys of a plan', (database) => planLedger(database).keys('r', 'products', 'planned')],
    ['plan items withdrawn', (database) => planLedger(database).withdraw('r', ['f'])],
    ['standings by state', (database) => standingLedger(database).counts('style')],
    [
      'issues of one style',
      (database) => standingLedger(database).replaceIssues('style', 'f', [], '2026-11-23T00:00:00.000Z'),
    ],
    ['orders by state', (database) => orderLedger(database).inStates(['to-export', 'checking'])],
    ['products that resemble a name', (database) => void nearProducts(database, { names: ['SH-1'], style: 'SH' })],
    ['intents of an order', (database) => intentLedger(database).ofOrder('1')],
    ['sales by ExternalID', (database) => saleMirror(database).withExternalIds('joor:live:1:')],
    ['the latest run', (database) => runLedger(database).usage('r')],
  ])('%s', (_what, work) => {
    const plans = ledger.plansOf(work);
    expect(plans.length).toBeGreaterThan(0);
    expect(scanned(work)).toEqual([]);
  });
});
