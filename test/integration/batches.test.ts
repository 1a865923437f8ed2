// Batches: what JOOR refuses stands alone, never blocks the rest, is told in JOOR's own words, and isn't sent again
// until it changes (RUN-7).
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { joorPicture, wantedPicture } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';
import { flowOf, type World } from '../support/world.ts';

const productIds = z.array(z.object({ product_id: z.string() }).transform((row) => row.product_id));

/** Longer than the 45 characters that JOOR takes. */
const longNumber = `LONG-${'X'.repeat(45)}`;

function addStyle({ practice }: World, number: string, barcode: string | null = null): void {
  practice.cin7.edits.addStyle({
    number,
    name: 'Late Style',
    tags: 'JOOR,Collection_Core Essentials',
    optionNames: ['Colour', 'Size'],
    prices: { '1': 50, '2': 20, '3': 40, '4': 15 },
    variants: [
      { sku: `${number}-S`, options: ['Red', 'S'] },
      { sku: `${number}-M`, options: ['Red', 'M'], barcode },
    ],
  });
}

describe('content that JOOR refuses', () => {
  it('RUN-7: a style stands alone, with the answer in its own words, and the rest of its batch goes through', async () => {
    const world = await worldFor();
    addStyle(world, longNumber);
    const report = await world.sync();
    expect(flowOf(report, 'products').counts).toMatchObject({ stylesCreated: 10, refused: 1 });
    const style = await world.style(longNumber);
    expect(style.state).toBe('needs-you');
    expect(style.reason).toBe(`JOOR refused the style of ${longNumber}: Field 'external_id' is too long.`);
    expect(style.nextStep).not.toBe('');
    const { [longNumber]: refused, ...others } = wantedPicture(world.practice);
    expect(refused).toBeDefined();
    expect(joorPicture(world.practice)).toEqual(others);
  });

  it('RUN-7: refused content costs no further write until it changes, then it is sent', async () => {
    const world = await worldFor();
    addStyle(world, longNumber);
    await world.sync();
    const requests = requestsSince(world.practice);
    const report = await world.syncNextHour();
    expect(requests.joorWrites()).toEqual([]);
    expect(report.outcome).toBe('needs-you');
    expect((await world.style(longNumber)).state).toBe('needs-you');

    world.practice.cin7.edits.changeFamily({ family: longNumber, changes: { sku: 'SHORT-1' } });
    await world.syncNextHour();
    expect((await world.style('SHORT-1')).state).toBe('in-step');
    expectInStep(world);
  });

  it('RUN-7: a SKU whose barcode another style has holds its style alone; a new barcode sends it', async () => {
    const world = await worldFor();
    const taken = [...world.practice.joor.state.skusByUpc.keys()][0] ?? '';
    addStyle(world, 'NEW-1', taken);
    const report = await world.sync();
    expect(flowOf(report, 'products').counts).toMatchObject({ stylesCreated: 11, skusCreated: 84, refused: 2 });
    expect((await world.style('NEW-1')).reason).toContain(`UPC '${taken}' is already used by another SKU`);

    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).toEqual([]);

    // One of its SKUs is in JOOR since the first try: being there already is no trouble.
    world.practice.cin7.edits.changeProduct({ sku: 'NEW-1-M', changes: { barcode: '9300000000024' } });
    await world.syncNextHour();
    await world.syncNextHour();
    expect((await world.style('NEW-1')).state).toBe('in-step');
    expectInStep(world);
  });

  it('RUN-7: another change of a style tells the true reason, not that part of it exists already', async () => {
    const world = await worldFor();
    const taken = [...world.practice.joor.state.skusByUpc.keys()][0] ?? '';
    addStyle(world, 'NEW-1', taken);
    await world.sync();
    world.practice.cin7.edits.renameOptionValue({ family: 'NEW-1', option: 1, from: 'Red', to: 'Crimson' });
    await world.syncNextHour();
    expect((await world.style('NEW-1')).reason).toContain(`UPC '${taken}' is already used by another SKU`);
  });

  it('RUN-7: one price that fails leaves the others in JOOR, and only the missing one is sent later', async () => {
    const world = await syncedWorld();
    const { edits, state, switches } = world.practice.joor;
    for (const { sku } of world.practice.brand.styles[0]?.skus ?? [])
      world.practice.cin7.edits.changeProduct({ sku, changes: { prices: { '2': 79.25 } } });
    edits.setSwitches({ failEveryNthItem: state.itemsWritten + 4 });
    const report = await world.syncNextHour();
    expect(flowOf(report, 'products').counts).toMatchObject({ refused: 15 });
    const prices = () => [...state.prices.values()].filter(({ wholesale }) => wholesale === '79.25').length;
    expect(prices()).toBe(14);
    expect((await world.style('SH-102')).state).toBe('needs-you');

    edits.setSwitches({ failEveryNthItem: 0 });
    expect(switches.failEveryNthItem).toBe(0);
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).toEqual([]);
    world.practice.cin7.edits.changeProduct({ sku: 'SH-102-NVY-XS', changes: { prices: { '2': 80 } } });
    await world.syncNextHour();
    expect(requests.bodies('/prices/bulk_update')).toEqual([[expect.anything(), expect.anything()]]);
    expectInStep(world);
  });

  it('RUN-7: a number that JOOR refuses is named, and the others are taken', async () => {
    const world = await syncedWorld();
    world.practice.joor.edits.deleteProduct('HT-104');
    for (const sku of ['HT-104', 'SH-102-NVY-XS'])
      world.practice.cin7.edits.setStock({ sku, location: 'Sydney DC', onHand: 11 });
    const report = await world.syncNextHour();
    expect(flowOf(report, 'inventory')).toMatchObject({ changed: 1, counts: { stockNumbers: 1, refused: 1 } });
    const { needsYou } = await world.seamline.status();
    expect(needsYou.filter(({ kind }) => kind === 'stock')).toMatchObject([
      { label: 'Main', sentence: expect.stringContaining('the first for HT-104') },
    ]);
  });
});

describe('calls that carry too much for JOOR', () => {
  it.each([413, 400] as const)(
    'RUN-7: are split until JOOR takes them, when it says %i',
    async (tooManyItemsStatus) => {
      const world = await worldFor({ joor: { switches: { maxItemsPerCall: 20, tooManyItemsStatus } } });
      const report = await world.sync();
      expect(flowOf(report, 'products').counts).toMatchObject({
        stylesCreated: 10,
        skusCreated: 84,
        pricesCreated: 149,
      });
      expect(flowOf(report, 'products').counts.refused).toBeUndefined();
      expectInStep(world);
    },
  );

  it('RUN-7: batch sizes are settings, and a style is never split over calls', async () => {
    const world = await worldFor({
      settings: (settings) => void (settings['batch'] = { styles: 3, skus: 10, prices: 40, linesheets: 2, stock: 30 }),
    });
    const requests = requestsSince(world.practice);
    await world.sync();
    const sizes = (path: string) => requests.bodies(path).map((body) => (Array.isArray(body) ? body.length : 0));
    expect(sizes('/products/bulk_create')).toEqual([3, 3, 3, 1]);
    expect(sizes('/prices/bulk_create')).toEqual([40, 40, 40, 29]);
    expect(sizes('/collections/bulk_create')).toEqual([2, 2, 2, 2, 2]);
    const products = requests.bodies('/skus/bulk_create').map((body) => new Set(productIds.parse(body)));
    expect(products.length).toBeGreaterThan(5);
    expect(products.reduce((sum, ids) => sum + ids.size, 0)).toBe(10);
    expect(requests.bodies('/bulk-inventory')).toHaveLength(3);
    expectInStep(world);
  });
});
