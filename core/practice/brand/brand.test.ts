// What the practice brand promises: its figures, and that both practice accounts can rely on them.
import { describe, expect, it } from 'vitest';
import { shiftInstant } from '../../base/dates.ts';
import { createBrand } from './brand.ts';
import {
  excludeTag,
  isSelected,
  linesheetPrefix,
  linesheetsOfTags,
  selectTag,
  stylesByLinesheet,
} from './linesheets.ts';
import { nearMissSku, unknownRetailerCode } from './orders.ts';
import type { Brand, BrandOrder } from './types.ts';

const startsAt = '2026-11-23T01:00:00.000Z';
const brand = createBrand({ seed: 7, startsAt });
const selected = brand.styles.filter(isSelected);
const selectedSkus = selected.flatMap((style) => style.skus);

describe('the practice brand', () => {
  it('is the same for the same seed and another for another seed', () => {
    expect(createBrand({ seed: 7, startsAt })).toEqual(brand);
    expect(createBrand({ seed: 8, startsAt }).styles[5]).not.toEqual(brand.styles[5]);
  });

  it('has 400 selected styles with 5,000 SKUs, 20 of them standing alone, and 112 left out', () => {
    expect(selected).toHaveLength(400);
    expect(selectedSkus).toHaveLength(5000);
    expect(selected.filter((style) => style.kind === 'stand-alone')).toHaveLength(20);
    expect(brand.styles.length - selected.length).toBe(112);
  });

  it('leaves styles out for four reasons', () => {
    const leftOut = brand.styles.filter((style) => !isSelected(style));
    expect(leftOut.filter((style) => style.tags.includes(excludeTag)).length).toBe(8);
    expect(leftOut.filter((style) => style.skus.every((sku) => sku.status === 'Deprecated')).length).toBe(8);
    expect(leftOut.filter((style) => style.skus.every((sku) => !sku.sellable)).length).toBe(6);
    expect(leftOut.filter((style) => !style.tags.includes(selectTag)).length).toBe(90);
  });

  it('selects some styles by a tag on variants only', () => {
    expect(selected.filter((style) => !style.tags.includes(selectTag)).length).toBe(24);
  });

  it('never writes a SKU or a style number twice, nor a tag string beyond 256 characters', () => {
    const skus = brand.styles.flatMap((style) => style.skus);
    expect(new Set(skus.map((sku) => sku.sku.toLowerCase())).size).toBe(skus.length);
    expect(new Set(brand.styles.map((style) => style.number)).size).toBe(brand.styles.length);
    expect(new Set(skus.map((sku) => sku.id)).size).toBe(skus.length);
    for (const { tags } of [...brand.styles, ...skus]) expect(tags.join(',').length).toBeLessThanOrEqual(256);
  });

  it('gives every SKU one value per option and ten prices, and every combination once', () => {
    for (const style of brand.styles) {
      expect(new Set(style.skus.map((sku) => sku.options.join('|'))).size).toBe(style.skus.length);
      for (const sku of style.skus) {
        expect(sku.options).toHaveLength(style.optionNames.length);
        expect(sku.options).not.toContain('');
        expect(sku.prices).toHaveLength(10);
      }
    }
  });

  it('writes option names in several ways, in several orders, one to three of them', () => {
    const words = new Set(brand.styles.map((style) => style.optionNames.join()));
    for (const expected of ['Colour,Size', 'Size,Color', 'COLOUR,SIZE', 'Colour,Length,Size', 'Colour', 'Size', '']) {
      expect(words).toContain(expected);
    }
  });

  it('misses some colour and size pairs in about a tenth of the families', () => {
    const sparse = selected.filter((style) => {
      const full = style.optionNames.map((_, at) => new Set(style.skus.map((sku) => sku.options[at])).size);
      return full.reduce((product, size) => product * size, 1) > style.skus.length;
    });
    expect(sparse.length).toBeGreaterThan(20);
    expect(sparse.length).toBeLessThan(60);
  });

  it('lacks the USD wholesale price on four styles, barcodes on a few SKUs, and shares one barcode', () => {
    expect(selected.filter((style) => style.skus.every((sku) => sku.prices[3] === '0'))).toHaveLength(4);
    expect(selectedSkus.filter((sku) => sku.barcode === null)).toHaveLength(6);
    const barcodes = selectedSkus.map((sku) => sku.barcode).filter((barcode) => barcode !== null);
    expect(new Set(barcodes).size).toBe(barcodes.length - 1);
  });

  it('has twelve linesheets, three selected styles in none, and single SKUs with a linesheet of their own', () => {
    expect(stylesByLinesheet(brand).size).toBe(12);
    expect(selected.filter((style) => linesheetsOfTags(style.tags).length === 0)).toHaveLength(3);
    expect(Math.max(...selected.map((style) => linesheetsOfTags(style.tags).length))).toBeLessThanOrEqual(3);
    const withOwn = selected.filter(
      (style) =>
        style.kind === 'family' && style.skus.some((sku) => sku.tags.some((tag) => tag.startsWith(linesheetPrefix))),
    );
    expect(withOwn).toHaveLength(15);
  });

  it('keeps its stock at the main location, about one SKU in twelve at zero', () => {
    const zero = selectedSkus.filter((sku) => sku.onHand['Sydney DC'] === 0).length / selectedSkus.length;
    expect(zero).toBeGreaterThan(0.05);
    expect(zero).toBeLessThan(0.12);
    expect(selectedSkus.every((sku) => sku.onHand['Sydney DC'] !== undefined)).toBe(true);
  });

  it('has 300 retailers with codes of their own, three quarters buying in the home currency', () => {
    expect(brand.retailers).toHaveLength(300);
    expect(new Set(brand.retailers.map((retailer) => retailer.code)).size).toBe(300);
    expect(new Set(brand.retailers.map((retailer) => retailer.name.toLowerCase())).size).toBe(300);
    expect(brand.retailers.filter((retailer) => retailer.currency === 'USD')).toHaveLength(75);
  });
});

describe('the practice orders', () => {
  const approved = brand.orders.filter((order) => order.state === 'APPROVED');
  const fresh = approved.filter((order) => (order.approvedAt ?? '') >= shiftInstant(startsAt, -7 * 86_400_000));
  const retailerOf = (order: BrandOrder) => brand.retailers.find((retailer) => retailer.code === order.retailerCode);

  it('come in every state', () => {
    const counts: Record<string, number> = {};
    for (const { state } of brand.orders) counts[state] = (counts[state] ?? 0) + 1;
    expect(counts).toEqual({
      IN_PROGRESS: 8,
      NOTES: 8,
      PENDING: 12,
      APPROVED: 34,
      SHIPPED: 10,
      CANCELLED: 8,
    });
  });

  it('are approved long ago or in the last seven days', () => {
    const longAgo = approved.filter((order) => (order.approvedAt ?? '') < shiftInstant(startsAt, -60 * 86_400_000));
    expect(longAgo.filter((order) => order.exportState === 'SUCCESS')).toHaveLength(12);
    expect(longAgo.filter((order) => order.exportState === 'UNDEFINED')).toHaveLength(4);
    expect(fresh).toHaveLength(18);
    expect(fresh.every((order) => order.exportState === 'UNDEFINED' && order.modifiedAt <= startsAt)).toBe(true);
  });

  it('hold one example of each trouble, and no other', () => {
    const skus = new Set(brand.styles.flatMap((style) => style.skus).map((sku) => sku.sku));
    expect(skus.has('SH-102-BLUE-M')).toBe(true);
    const unknownSkus = brand.orders.flatMap((order) => order.lines).filter((line) => !skus.has(line.sku));
    expect(unknownSkus.map((line) => line.sku)).toEqual([nearMissSku]);
    expect(fresh.filter((order) => order.retailerCode === unknownRetailerCode)).toHaveLength(1);
    expect(fresh.filter((order) => retailerOf(order)?.currency !== order.currency)).toHaveLength(2);
    expect(fresh.filter((order) => order.discountPercent === '10')).toHaveLength(1);
    expect(fresh.filter((order) => order.freight === '15.00')).toHaveLength(1);
    expect(fresh.filter((order) => order.lines.length === 40)).toHaveLength(1);
    expect(new Set(fresh.map((order) => order.retailerCode)).size).toBe(17);
  });

  it('are priced from the tier of their currency', () => {
    const prices = new Map(brand.styles.flatMap((style) => style.skus).map((sku) => [sku.sku, sku.prices]));
    for (const order of brand.orders) {
      const tier = order.currency === 'AUD' ? 1 : 3;
      for (const line of order.lines.filter((line) => line.sku !== nearMissSku)) {
        expect(line.unitPrice).toBe(prices.get(line.sku)?.[tier]);
        expect(line.unitPrice).not.toBe('0');
      }
    }
  });

  it('never approve more than is in stock at the main location', () => {
    const asked = new Map<string, number>();
    for (const line of approved.flatMap((order) => order.lines)) {
      asked.set(line.sku, (asked.get(line.sku) ?? 0) + line.quantity);
    }
    const stock = new Map(brand.styles.flatMap((style) => style.skus).map((sku) => [sku.sku, sku.onHand['Sydney DC']]));
    asked.delete(nearMissSku);
    expect([...asked].filter(([sku, quantity]) => quantity > (stock.get(sku) ?? 0))).toEqual([]);
  });

  it('belong to linesheets that hold their styles', () => {
    const sheets = stylesByLinesheet(brand);
    for (const order of brand.orders) {
      const skus = new Set((sheets.get(order.linesheet) ?? []).flatMap((style) => style.skus.map((sku) => sku.sku)));
      expect(order.lines.filter((line) => line.sku !== nearMissSku && !skus.has(line.sku))).toEqual([]);
    }
  });
});

describe('other sizes', () => {
  const countSkus = (other: Brand) => other.styles.flatMap((style) => style.skus).length;

  it('a small brand has 12 styles, about 90 SKUs, 20 retailers and 12 orders', () => {
    const small = createBrand({ seed: 7, startsAt, size: 'small' });
    expect(small.styles).toHaveLength(12);
    expect(countSkus(small)).toBeGreaterThan(80);
    expect(countSkus(small)).toBeLessThan(110);
    expect(small.retailers).toHaveLength(20);
    expect(small.orders).toHaveLength(12);
  });

  it('a bench brand has exactly the styles and SKUs asked for', { timeout: 60_000 }, () => {
    const large = createBrand({ seed: 7, startsAt, size: { styles: 2500, skusPerStyle: 12, orders: 500 } });
    expect(large.styles.filter(isSelected)).toHaveLength(2500);
    expect(countSkus(large)).toBe(30_000);
    expect(large.orders).toHaveLength(500);
  });

  it.each([1, 2, 3, 4, 5, 99, 2026])('keeps its figures with seed %i', (seed) => {
    const other = createBrand({ seed, startsAt });
    expect(other.styles.filter(isSelected).flatMap((style) => style.skus)).toHaveLength(5000);
    expect(other.orders.filter((order) => order.lines.length < 4)).toEqual([]);
    expect(stylesByLinesheet(other).size).toBe(12);
  });
});
