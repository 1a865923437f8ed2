import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { pricesUnderway } from '../model/plan.ts';
import type { Linesheet } from '../model/linesheet.ts';
import type { StockLine } from '../model/stock.ts';
import type { Style } from '../model/style.ts';
import { sampleOrder, sampleProduct } from '../model/test-samples.ts';
import type { Database } from './driver.ts';
import { linesheetLedger } from './linesheets.ts';
import { orderLedger } from './orders.ts';
import { productMirror } from './products.ts';
import { saleMirror } from './sales.ts';
import { stockLedger } from './stock.ts';
import { styleLedger } from './styles.ts';
import { temporaryLedger } from './test-ledger.ts';

const now = '2026-11-23T01:00:00.000Z';
let database: Database;
beforeEach(() => {
  const ledger = temporaryLedger();
  database = ledger.database;
  onTestFinished(ledger.remove);
});

const trait = (code: string, position: number) => ({ code, name: code.toLowerCase(), position });

/** A style with the colours NAVY and SKY in the sizes S and M; only NAVY S and SKY M are real. */
function sampleStyle(key: string, more: Partial<Style> = {}): Style {
  const real: Record<string, string> = { 'NAVY S': `${key}-1`, 'SKY M': `${key}-2` };
  return {
    key,
    identifier: `cin7:${key}`,
    number: key.toUpperCase(),
    name: key,
    fields: {},
    colours: [trait('NAVY', 1), trait('SKY', 2)],
    sizes: [trait('S', 1), trait('M', 2)],
    skus: ['NAVY', 'SKY'].flatMap((colour) =>
      ['S', 'M'].map((size) => {
        const productId = real[`${colour} ${size}`] ?? null;
        return { colour, size, productId, sku: productId, barcode: null, offered: productId !== null, prices: [] };
      }),
    ),
    ...more,
  };
}

/** Saves a style and links it and its SKUs to JOOR. */
function linked(key: string) {
  const styles = styleLedger(database);
  const style = sampleStyle(key);
  styles.save(style, { kind: 'family', id: key });
  styles.link(key, `joor-${key}`, now);
  for (const { colour, size } of style.skus) styles.linkSku(key, colour, size, `${key}/${colour}/${size}`, '[]');
  return styles;
}

describe('styles', () => {
  it('keep codes, links and confirmations when they are composed anew', () => {
    const styles = linked('f1');
    styles.confirmPart('f1', 'product', 'hash', { name: 'x' }, now);
    const renamed = {
      ...sampleStyle('f1'),
      number: 'NEW',
      colours: [{ ...trait('NAVY', 2), name: 'Ink' }, trait('SKY', 1)],
    };
    styles.save(renamed, { kind: 'family', id: 'f1' });
    const [record] = styles.byKeys(['f1']);
    expect(record).toMatchObject({ number: 'NEW', joorId: 'joor-f1', source: 'family', sourceId: 'f1' });
    expect(record?.colours.map(({ code, name }) => [code, name])).toEqual([
      ['SKY', 'sky'],
      ['NAVY', 'Ink'],
    ]);
    expect(record?.skus.map(({ joorId, confirmed }) => `${joorId ?? ''} ${confirmed ?? ''}`).sort()).toEqual(
      sampleStyle('f1')
        .skus.map(({ colour, size }) => `f1/${colour}/${size} []`)
        .sort(),
    );
    expect(record?.parts.get('product')).toEqual({ hash: 'hash', content: '{"name":"x"}' });
    expect(styles.bySources(['f1', 'f2']).map(({ key }) => key)).toEqual(['f1']);
    expect(styles.byKeys([])).toEqual([]);
  });

  it('take over what JOOR has, colour by colour, in place of their own', () => {
    const styles = linked('f1');
    styles.replaceMatrix('f1', {
      colours: [trait('nvy', 1)],
      sizes: [trait('s', 1)],
      skus: [{ colour: 'nvy', size: 's', productId: 'f1-1', joorId: 'k1' }],
    });
    const [record] = styles.byKeys(['f1']);
    expect(record?.skus).toEqual([
      { colour: 'nvy', size: 's', productId: 'f1-1', offered: false, barcode: null, joorId: 'k1', confirmed: null },
    ]);
    expect([record?.colours.length, styles.productOfSku('k1'), styles.productOfSku('f1/NAVY/S')]).toEqual([
      1,
      'f1-1',
      null,
    ]);
  });

  it("know JOOR's ids of what is linked, and count it", () => {
    const styles = linked('f1');
    styles.save(sampleStyle('f2'), { kind: 'product', id: 'f2' });
    expect([...styles.keysByJoorId()]).toEqual([['joor-f1', 'f1']]);
    const ids = styles.joorIds(['f1', 'f2']);
    expect([...ids.keys()]).toEqual(['f1']);
    expect(ids.get('f1')?.skuIds.get('SKY')?.get('M')).toBe('f1/SKY/M');
    expect(styles.counts()).toEqual({ styles: 1, skus: 2 });
    expect([styles.productOfSku('f1/NAVY/S'), styles.productOfSku('f1/NAVY/M'), styles.productOfSku('x')]).toEqual([
      'f1-1',
      null,
      null,
    ]);
  });

  it('remember single prices, and that they are underway until all of them are confirmed', () => {
    const styles = linked('f1');
    const price = { skuId: 'f1/NAVY/S', priceTypeId: '3', priceId: '9', wholesale: '58.00', retail: '129.00' };
    styles.confirmPart('f1', 'prices', 'old', null, now);
    styles.confirmPrices([price, { ...price, skuId: 'stranger' }]);
    styles.confirmPrices([{ ...price, priceId: null, wholesale: '60.00', retail: null }]);
    expect(styles.prices(['f1/NAVY/S', 'none'])).toEqual([{ ...price, wholesale: '60.00' }]);
    const partNames = () => [...(styles.byKeys(['f1'])[0]?.parts.keys() ?? [])].sort();
    expect(partNames()).toEqual(['prices', pricesUnderway]);
    styles.confirmPart('f1', 'prices', 'new', null, now);
    expect(partNames()).toEqual(['prices']);
  });

  it('refuse to link two of theirs to one of JOOR', () => {
    const styles = linked('f1');
    styles.save(sampleStyle('f2'), { kind: 'family', id: 'f2' });
    expect(() => styles.link('f2', 'joor-f1', now)).toThrow('UNIQUE');
    expect(() => styles.linkSku('f2', 'NAVY', 'S', 'f1/NAVY/S', null)).toThrow('UNIQUE');
  });
});

describe('stock', () => {
  const line = (productId: string, location: string, units: number) => ({
    productId,
    location,
    available: units * 10_000,
    onHand: units * 10_000,
  });
  const saveProducts = (type = 'Stock') =>
    productMirror(database).saveProducts([sampleProduct('f1-1', { type }), sampleProduct('f1-2', { type })], 's');
  const wanted = (warehouse = 'Main', locations = ['L1', 'L2']) =>
    stockLedger(database)
      .wanted({ warehouse, locations, allWarehouses: ['Main', 'Other'] }, 0, 100)
      .map(({ colour, size, available, promised, shown }) => [
        `${colour} ${size}`,
        available / 10_000,
        promised,
        shown,
      ]);

  /** What a complete scan of these locations gave. */
  const replace = (lines: readonly StockLine[], locations: readonly string[], scan: string) => {
    stockLedger(database).save(lines, scan);
    stockLedger(database).keepOnly(scan, locations);
  };

  it('STK-1 is the sum over the locations of a warehouse, for linked SKUs that are real', () => {
    linked('f1');
    saveProducts('STOCK');
    const stock = stockLedger(database);
    replace(
      [line('f1-1', 'L1', 3), line('f1-1', 'L2', 4), line('f1-1', 'L3', 9), line('x', 'L1', 1)],
      ['L1', 'L2', 'L3'],
      's1',
    );
    stock.confirm([{ warehouse: 'Main', styleKey: 'f1', colour: 'NAVY', size: 'S', units: 5 }], now);
    expect(wanted()).toEqual([
      ['NAVY S', 7, 0, 5],
      ['SKY M', 0, 0, null],
    ]);
    expect(stock.totals()).toEqual({ rows: 4, units: 17 });
  });

  it('STK-5 leaves out what has no stock of its own', () => {
    linked('f1');
    const mirror = productMirror(database);
    mirror.saveProducts(
      [sampleProduct('f1-1', { autoAssembly: true }), sampleProduct('f1-2', { dropShipMode: 'Always Drop Ship' })],
      's',
    );
    expect(wanted()).toEqual([]);
    mirror.saveProducts([sampleProduct('f1-1', { type: 'Service' }), sampleProduct('f1-2')], 's');
    expect(wanted().map(([pair]) => pair)).toEqual(['SKY M']);
  });

  it('a complete scan replaces the rows of its locations and of no others', () => {
    linked('f1');
    saveProducts();
    replace([line('f1-1', 'L1', 3), line('f1-2', 'L1', 1)], ['L1'], 's1');
    replace([line('f1-1', 'L2', 5)], ['L2'], 's2');
    replace([line('f1-1', 'L1', 4)], ['L1'], 's3');
    expect(wanted().map(([, units]) => units)).toEqual([9, 0]);
  });

  it('STK-1 what open orders will take is promised, also by our own drafts, and no longer by claimed sales', () => {
    linked('f1');
    saveProducts();
    const orders = orderLedger(database);
    const sales = saleMirror(database);
    const reason = { code: '', sentence: '', nextStep: '' };
    const states = ['to-export', 'exporting', 'checking', 'needs-you', 'held', 'left-out', 'in-cin7'] as const;
    states.forEach((state, index) => {
      orders.save(sampleOrder(state), 'f', now);
      orders.setState(state, state, reason, now);
      orders.setDemand(state, [{ productId: 'f1-1', warehouse: 'Main', units: 2 ** index }]);
    });
    expect(wanted()[0]?.[2]).toBe(1 + 2 + 4 + 8 + 16);
    const head = { customerId: '', customer: '', reference: '', externalId: 'e', orderDate: null, updatedAt: null };
    const sale = { id: 'sale', number: 'SO-1', status: 'ORDERING', pickStatus: '', invoiceStatus: '', ...head };
    sales.save([{ ...sale, orderStatus: 'DRAFT' }]);
    orders.exported('in-cin7', sale, 'f', now);
    expect(wanted()[0]?.[2]).toBe(31 + 64);
    sales.save([{ ...sale, orderStatus: 'AUTHORISED' }]);
    expect(wanted()[0]?.[2]).toBe(31);
    expect(wanted('Other')[0]?.[2]).toBe(0);
  });

  it('is read in pages that join without a gap', () => {
    for (const key of ['f1', 'f2', 'f3']) {
      linked(key);
      productMirror(database).saveProducts([sampleProduct(`${key}-1`), sampleProduct(`${key}-2`)], 's');
    }
    const stock = stockLedger(database);
    const rows: string[] = [];
    const place = { warehouse: 'Main', locations: [], allWarehouses: ['Main'] };
    let after = 0;
    for (let page = stock.wanted(place, after, 4); page.length > 0; page = stock.wanted(place, after, 4)) {
      rows.push(...page.map(({ styleKey, colour }) => `${styleKey} ${colour}`));
      after = page.at(-1)?.row ?? after;
    }
    expect(rows).toEqual(['f1 NAVY', 'f1 SKY', 'f2 NAVY', 'f2 SKY', 'f3 NAVY', 'f3 SKY']);
  });
});

describe('linesheets', () => {
  const sheet = (id: string, name: string): Linesheet => ({
    id,
    name,
    code: name,
    window: { start: '2027-01-15', complete: null, cancel: null },
    seasonId: null,
    isHidden: true,
    items: [{ productId: '1', position: null, skuIds: null }],
  });

  it("are JOOR's as read last", () => {
    const ledger = linesheetLedger(database);
    ledger.save(sheet('1', 'B'), now);
    ledger.save(sheet('2', 'A'), now);
    expect(ledger.read()).toEqual([sheet('2', 'A'), sheet('1', 'B')]);
    ledger.save({ ...sheet('1', 'C'), isHidden: false }, now);
    ledger.keepOnly(['1', '3']);
    expect(ledger.read()).toEqual([{ ...sheet('1', 'C'), isHidden: false }]);
    expect(ledger.hidden()).toEqual(new Map([['1', false]]));
  });

  it('SHEET-1 are ours by a name whose case does not matter, with the members that we added', () => {
    const ledger = linesheetLedger(database);
    ledger.ask('SS27', 'SS27', now);
    ledger.ask('ss27', 'other', '2026-11-24T00:00:00.000Z');
    ledger.link('Ss27', '7', now);
    expect(ledger.managed()).toEqual([
      { name: 'SS27', code: 'SS27', joorId: '7', askedAt: '2026-11-24T00:00:00.000Z' },
    ]);
    ledger.addMembers('SS27', [{ productId: '1', skuIds: ['a', 'b', 'a'] }]);
    ledger.addMembers('ss27', [{ productId: '2', skuIds: ['c'] }]);
    expect(ledger.members('sS27')).toHaveLength(2);
    ledger.removeMembers('SS27', [{ productId: '1', skuIds: ['b', 'z'] }]);
    expect(ledger.members('SS27')).toEqual([
      { productId: '1', skuIds: ['a'] },
      { productId: '2', skuIds: ['c'] },
    ]);
    expect(ledger.members('none')).toEqual([]);
  });
});
