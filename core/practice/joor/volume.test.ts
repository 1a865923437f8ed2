// The size of a real brand: the indexes have to carry it. No time is asserted here beyond the test's own limit, since
// machines differ.
import { describe, expect, it, onTestFinished } from 'vitest';
import { practised, skuItem } from './practised.ts';

describe('a large catalogue', () => {
  it('takes 30,000 SKUs with prices and stock in bulk calls, and lists them', { timeout: 60_000 }, async () => {
    const joor = await practised(onTestFinished, { credits: false });
    const colors = ['Blue', 'Red', 'Green', 'White', 'Ochre'];
    const sizes = ['XS', 'S', 'M', 'L'];
    const numbers = Array.from({ length: 1_500 }, (_, index) => `V${index + 1}`);
    for (let start = 0; start < numbers.length; start += 25) {
      const group = numbers.slice(start, start + 25);
      const products = await joor.v4(
        'POST',
        '/products/bulk_create',
        group.map((number) => ({ name: `Style ${number}`, external_id: number, product_identifier: `id:${number}` })),
      );
      const skus = await joor.v4(
        'POST',
        '/skus/bulk_create',
        products.data.flatMap((product) =>
          colors.flatMap((color) =>
            sizes.map((size) => skuItem(String(product['id']), String(product['external_id']), color, size)),
          ),
        ),
      );
      expect(skus.errors).toEqual([]);
      const prices = await joor.v4(
        'POST',
        '/prices/bulk_create',
        skus.data.map((sku) => ({ sku_id: sku['id'], price_type_id: '3', wholesale_value: '58.00' })),
      );
      expect(prices.errors).toEqual([]);
    }
    const list = await joor.v4('GET', '/skus');
    expect(list.data).toHaveLength(30_004);
    for (let start = 0; start < 30_000; start += 1_000) {
      await joor.v2('POST', '/bulk-inventory', {
        inventory_items: list.data.slice(start, start + 1_000).map((sku) => ({
          upc: `upc-${String(sku['external_id'])}`,
          inventory: 5,
        })),
      });
    }
    expect(joor.joor.state.stock.size).toBeGreaterThan(29_900);
  });
});
