import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { SaleHead } from '../model/sale.ts';
import { sampleCustomer, sampleFamily, sampleProduct } from '../model/test-samples.ts';
import { customerMirror } from './customers.ts';
import type { Database } from './driver.ts';
import { productMirror, type ProductMirror } from './products.ts';
import { references } from './references.ts';
import { saleMirror } from './sales.ts';
import { temporaryLedger } from './test-ledger.ts';

let database: Database;
beforeEach(() => {
  const ledger = temporaryLedger();
  database = ledger.database;
  onTestFinished(ledger.remove);
});

/** Every product without a family, looked for one at a time. */
function idsWithoutFamily(mirror: ProductMirror): string[] {
  const found: string[] = [];
  for (let looked = mirror.withoutFamily('', 1); looked !== null; looked = mirror.withoutFamily(looked.last, 1))
    found.push(...looked.ids);
  return found;
}

const ids = (sources: readonly { readonly id: string }[]) => sources.map(({ id }) => id);

describe('the mirror of products', () => {
  it('gives back what was read, whatever it holds', () => {
    const mirror = productMirror(database);
    const text = fc.oneof(
      fc.constantFrom('', ' ', "'; DROP TABLE product; --", '👕', 'a,b', 'ä"\\n', '\u0001'),
      fc.string({ maxLength: 12, unit: 'grapheme' }),
    );
    const price = fc.option(fc.constantFrom('0.0001', '58', '129.95'));
    const product = fc
      .record({
        name: text,
        barcode: fc.option(text),
        status: text,
        sellable: fc.boolean(),
        autoAssembly: fc.boolean(),
        tags: fc.uniqueArray(fc.constantFrom('JOOR', 'SS27', 'a b'), { maxLength: 3 }),
        description: text,
        attributes: fc.array(text, { minLength: 10, maxLength: 10 }),
        prices: fc.array(price, { minLength: 10, maxLength: 10 }),
        modifiedOn: fc.option(fc.constant('2026-11-23T00:00:00.000Z')),
      })
      .map((more) => sampleProduct('p', more));
    fc.assert(
      fc.property(product, (one) => {
        mirror.saveProducts([one], 'scan');
        expect(mirror.byId('p')).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps ten attributes apart even when one holds the sign that joins them', () => {
    const mirror = productMirror(database);
    const attributes = ['a\u001fb', 'c', ...Array.from({ length: 8 }, () => '')];
    mirror.saveProducts([sampleProduct('p', { attributes })], 'scan');
    expect(mirror.byId('p')?.attributes).toEqual(['a b', ...attributes.slice(1)]);
  });

  it('finds products by SKU in any case, by barcode and by name', () => {
    const mirror = productMirror(database);
    mirror.saveProducts(
      [sampleProduct('a', { barcode: '1', name: 'Freight' }), sampleProduct('b', { barcode: '1' })],
      's',
    );
    expect(ids(mirror.bySku('A'))).toEqual(['a']);
    expect(ids(mirror.bySku('a'))).toEqual(['a']);
    expect(ids(mirror.byBarcode('1')).sort()).toEqual(['a', 'b']);
    expect(ids(mirror.byName('freight'))).toEqual(['a']);
    expect([mirror.byId('z'), mirror.bySku('z'), mirror.count()]).toEqual([null, [], 2]);
  });

  it('RUN-3 believes a product gone only after the second complete scan without it, and back at once', () => {
    const mirror = productMirror(database);
    mirror.saveProducts([sampleProduct('a'), sampleProduct('b')], 's1');
    const scan = (name: string, present: string[]) => {
      mirror.saveProducts(
        present.map((id) => sampleProduct(id)),
        name,
      );
      return mirror.countAbsent('product', name);
    };
    expect(scan('s2', ['a'])).toBe(1);
    expect(idsWithoutFamily(mirror)).toEqual(['a', 'b']);
    expect(scan('s3', ['a'])).toBe(1);
    expect(idsWithoutFamily(mirror)).toEqual(['a']);
    expect([mirror.bySku('B'), mirror.byId('b')?.id]).toEqual([[], 'b']);
    expect(scan('s4', ['a', 'b'])).toBe(0);
    expect(idsWithoutFamily(mirror)).toEqual(['a', 'b']);
  });

  it('reads families as sources of styles, page by page, with their members in order', () => {
    const mirror = productMirror(database);
    mirror.saveProducts(
      ['c', 'a', 'b'].map((id) => sampleProduct(id)),
      's',
    );
    mirror.saveFamilies(
      [sampleFamily('f2', ['b']), sampleFamily('f1', ['c', 'a', 'unknown']), sampleFamily('f3', [])],
      's',
    );
    const pages = [mirror.familySources('', 2), mirror.familySources('f2', 2), mirror.familySources('f3', 2)];
    expect(pages.map(ids)).toEqual([['f1', 'f2'], ['f3'], []]);
    expect(pages[0]?.[0]).toMatchObject({
      kind: 'family',
      sku: 'F1',
      tags: ['JOOR'],
      optionNames: ['Colour', 'Size', ''],
    });
    expect(pages[0]?.[0]?.variants.map(({ product, options }) => [product.id, options])).toEqual([
      ['c', ['Navy', 'c', '']],
      ['a', ['Navy', 'a', '']],
    ]);
    expect(idsWithoutFamily(mirror)).toEqual([]);
    mirror.saveFamilies([sampleFamily('f1', ['a'])], 's');
    expect(idsWithoutFamily(mirror)).toEqual(['c']);
    expect(mirror.sources(['c', 'f2', 'none']).map(({ id, kind }) => [id, kind])).toEqual([
      ['f2', 'family'],
      ['c', 'product'],
    ]);
  });

  it('STY-2 a product whose family is gone is a style of its own: it never falls between the two', () => {
    const mirror = productMirror(database);
    mirror.saveProducts([sampleProduct('a')], 's1');
    mirror.saveFamilies([sampleFamily('f1', ['a'])], 's1');
    for (const scan of ['s2', 's3']) {
      mirror.saveProducts([sampleProduct('a')], scan);
      mirror.countAbsent('family', scan);
    }
    expect([ids(mirror.familySources('', 9)), idsWithoutFamily(mirror)]).toEqual([[], ['a']]);
  });

  it('names barcodes that several live products carry, with the styles that hold them', () => {
    const mirror = productMirror(database);
    mirror.saveProducts(
      [
        sampleProduct('a', { barcode: '1', status: 'ACTIVE' }),
        sampleProduct('b', { barcode: '1' }),
        sampleProduct('c', { barcode: '2' }),
        sampleProduct('d', { barcode: '2', sellable: false }),
        sampleProduct('e'),
        sampleProduct('f'),
      ],
      's',
    );
    mirror.saveFamilies([sampleFamily('f1', ['a'])], 's');
    const looked = mirror.repeatedBarcodes('', 9);
    expect([...(looked?.holders ?? [])].map(([barcode, holders]) => [barcode, [...holders].sort()])).toEqual([
      ['1', ['b', 'f1']],
    ]);
    expect(mirror.repeatedBarcodes('', 1)).toMatchObject({ last: '1' });
    expect(mirror.repeatedBarcodes('1', 1)).toEqual({ holders: new Map(), last: '2' });
    expect(mirror.repeatedBarcodes('2', 1)).toBeNull();
    expect([mirror.holdersOf('1').sort(), mirror.holdersOf('2')]).toEqual([['b', 'f1'], ['c']]);
  });
});

describe('the mirror of customers', () => {
  it('finds them by the code of the settings, in any case, and forgets those that are gone', () => {
    const mirror = customerMirror(database);
    const customer = sampleCustomer('c1', { attributes: [' NB-1 ', ...Array.from({ length: 9 }, () => '')] });
    mirror.save([customer, sampleCustomer('c2', { name: 'Other', attributes: [] })], 's1');
    expect(mirror.byId('c1')).toEqual(customer);
    expect(ids(mirror.byCode('nb-1', { attribute: 1 }))).toEqual(['c1']);
    expect([ids(mirror.byCode('other', 'name')), ids(mirror.byCode('C2', 'id')), mirror.byId('x')]).toEqual([
      ['c2'],
      ['c2'],
      null,
    ]);
    mirror.save([customer], 's2');
    expect(mirror.countAbsent('s2')).toBe(1);
    expect(mirror.byCode('other', 'name')).toHaveLength(1);
    mirror.countAbsent('s3');
    expect([mirror.byCode('other', 'name'), mirror.count()]).toEqual([[], 2]);
  });
});

describe('reference books', () => {
  it('are replaced as a whole and come back in their order', () => {
    const books = references(database);
    const location = (id: string, name: string) => ({ id, name, isDefault: false, isDeprecated: false });
    books.save('location', [location('b', 'Z'), location('a', 'A')]);
    books.save('priceTier', [
      { code: 2, name: 'Wholesale' },
      { code: 1, name: 'Retail' },
    ]);
    books.save('location', [location('c', 'Main')]);
    expect(books.list('location')).toEqual([location('c', 'Main')]);
    expect(books.list('priceTier').map(({ code }) => code)).toEqual([2, 1]);
    expect(books.list('taxRule')).toEqual([]);
  });
});

describe('the mirror of sales', () => {
  const sale = (id: string, more: Partial<SaleHead> = {}): SaleHead => ({
    id,
    number: `SO-${id}`,
    status: 'ORDERED',
    orderStatus: 'AUTHORISED',
    customerId: 'c',
    customer: 'Northern',
    reference: 'PO',
    externalId: '',
    orderDate: '2026-11-23',
    updatedAt: '2026-11-23T01:22:04.610Z',
    pickStatus: '',
    invoiceStatus: '',
    ...more,
  });

  it('keeps the newest state, and the time of change when the new one has none', () => {
    const mirror = saleMirror(database);
    mirror.save([sale('1')]);
    mirror.save([sale('1', { status: 'VOIDED', updatedAt: null })]);
    expect(mirror.byId('1')).toEqual(sale('1', { status: 'VOIDED' }));
    expect(mirror.byId('2')).toBeNull();
  });

  it('SCOPE-4 finds those with our kind of ExternalID and no others', () => {
    const mirror = saleMirror(database);
    mirror.save([
      sale('1', { externalId: 'joor:live:1:7' }),
      sale('2', { externalId: 'joor:live:1:7:2' }),
      sale('3', { externalId: 'joor:live:12:7' }),
      sale('4', { externalId: 'shop:1' }),
      sale('5'),
    ]);
    expect(ids(mirror.withExternalIds('joor:live:1:')).sort()).toEqual(['1', '2']);
    expect(mirror.withExternalIds('')).toHaveLength(4);
  });
});
