// Colours, sizes and the whole matrix between them (STY-3, STY-4), also split into one style per colour.
import { describe, expect, it } from 'vitest';
import type { Sku } from '../../core/practice/joor/records.ts';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { doubles, holds, skusInJoor } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';
import { found, type World } from '../support/world.ts';

const product = ({ practice }: World, number: string) =>
  found(practice.joor.state.products.values(), ({ externalId }) => externalId === number, `style ${number} in JOOR`);

const skusOf = (world: World, number: string): Sku[] =>
  [...product(world, number).skuIds].flatMap((id) => world.practice.joor.state.skus.get(id) ?? []);

const pair = (world: World, number: string, colour: string, size: string) =>
  found(skusOf(world, number), (sku) => sku.color.name === colour && sku.size.name === size, `${colour} ${size}`);

const traits = (world: World, number: string) => ({
  colours: product(world, number).colors.map(({ name }) => name),
  sizes: product(world, number).sizes.map(({ name }) => name),
});

function addStyle({ practice }: World, optionNames: string[], options: string[][]): void {
  practice.cin7.edits.addStyle({
    number: 'NEW-1',
    name: 'New Style',
    tags: 'JOOR,Collection_Immediates',
    optionNames,
    prices: { '1': 50, '2': 20, '3': 40, '4': 15 },
    variants: options.map((values, index) => ({ sku: `NEW-1-${index}`, options: values, onHand: { 'Sydney DC': 5 } })),
  });
}

describe('colours and sizes', () => {
  it('STY-3: come from the option names, in any case and at any position', async () => {
    const world = await worldFor();
    addStyle(
      world,
      ['SIZE', 'colorway'],
      [
        ['M', 'Red'],
        ['S', 'Red'],
      ],
    );
    await world.sync();
    expect(traits(world, 'NEW-1')).toEqual({ colours: ['Red'], sizes: ['S', 'M'] });
  });

  it('STY-3: further options fold into the colour', async () => {
    const world = await worldFor();
    addStyle(
      world,
      ['Length', 'Colour', 'Waist'],
      [
        ['L30', 'Indigo', '28'],
        ['L32', 'Indigo', '28'],
      ],
    );
    await world.sync();
    expect(traits(world, 'NEW-1')).toEqual({ colours: ['Indigo / L30', 'Indigo / L32'], sizes: ['28'] });
  });

  it('STY-3: what is missing is one colour, one size', async () => {
    const world = await worldFor();
    addStyle(world, ['Size'], [['S'], ['M']]);
    await world.sync();
    expect(traits(world, 'NEW-1')).toEqual({ colours: ['One Color'], sizes: ['S', 'M'] });
    expectInStep(world);
  });

  it('STY-3: a renamed colour keeps its code and is updated by its id', async () => {
    const world = await syncedWorld();
    const before = pair(world, 'SH-102', 'Navy', 'M');
    world.practice.cin7.edits.renameOptionValue({ family: 'SH-102', option: 1, from: 'Navy', to: 'Midnight' });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    const after = pair(world, 'SH-102', 'Midnight', 'M');
    expect(after).toBe(before);
    expect(after.color.code).toBe('NAVY');
    expect(requests.joorWrites()).toEqual(['POST /v4/skus/bulk_update']);
    expect(skusOf(world, 'SH-102')).toHaveLength(15);
    expectInStep(world);
  });

  it('STY-3: a renamed size keeps its SKU and its stock', async () => {
    const world = await syncedWorld();
    const before = pair(world, 'SH-102', 'Navy', 'XL');
    world.practice.cin7.edits.renameOptionValue({ family: 'SH-102', option: 2, from: 'XL', to: 'Extra Large' });
    world.practice.cin7.edits.setStock({ sku: 'SH-102-NVY-XL', location: 'Sydney DC', onHand: 31 });
    await world.syncNextHour();
    expect(pair(world, 'SH-102', 'Navy', 'Extra Large')).toBe(before);
    expectInStep(world);
  });

  it("STY-3: two sizes that swapped their names are told in JOOR's words, not sent again and again", async () => {
    const world = await syncedWorld();
    const rename = (from: string, to: string) =>
      world.practice.cin7.edits.renameOptionValue({ family: 'SH-102', option: 2, from, to });
    for (const [from, to] of [
      ['S', 'swap'],
      ['M', 'S'],
      ['swap', 'M'],
    ] as const)
      rename(from, to);
    await world.syncNextHour();
    expect(await world.style('SH-102')).toMatchObject({
      state: 'needs-you',
      reason: 'JOOR refused its SKUs of SH-102: The product already has this size.',
    });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).toEqual([]);
  });

  it('STY-3: two variants with the same colour and size are named, and one of them goes', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.addVariant({ sku: 'SH-102-NVY-M2', family: 'SH-102', options: ['Navy', 'M'] });
    await world.syncNextHour();
    expect((await world.style('SH-102')).reason).toContain('SH-102-NVY-M2 has the same colour and size');
    expect(skusOf(world, 'SH-102')).toHaveLength(15);
    expect(doubles(world.practice)).toEqual([]);
  });
});

describe('the matrix', () => {
  it('STY-4: pairs that Cin7 Core lacks exist in JOOR, are in no linesheet and never stocked', async () => {
    const world = await worldFor();
    addStyle(
      world,
      ['Colour', 'Size'],
      [
        ['Red', 'S'],
        ['Blue', 'M'],
      ],
    );
    await world.sync();
    const { collections, stock, pricesBySku } = world.practice.joor.state;
    const phantoms = skusOf(world, 'NEW-1').filter(({ externalId }) => externalId === null);
    expect(phantoms.map(({ color, size }) => `${color.name} ${size.name}`).sort()).toEqual(['Blue S', 'Red M']);
    for (const phantom of phantoms) {
      expect([...collections.values()].filter((linesheet) => holds(linesheet, phantom))).toEqual([]);
      expect(stock.get(phantom.id)).toBeUndefined();
      expect(pricesBySku.get(phantom.id)).toBeUndefined();
    }
    expectInStep(world);
    await world.syncNextHour();
    expectInStep(world);
  });

  it('STY-4: a pair that becomes real is updated, not recreated', async () => {
    const world = await worldFor();
    addStyle(
      world,
      ['Colour', 'Size'],
      [
        ['Red', 'S'],
        ['Blue', 'M'],
      ],
    );
    await world.sync();
    const phantom = pair(world, 'NEW-1', 'Red', 'M');
    world.practice.cin7.edits.addVariant({
      sku: 'NEW-1-RED-M',
      family: 'NEW-1',
      options: ['Red', 'M'],
      onHand: { 'Sydney DC': 9 },
    });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).not.toContain('POST /v4/skus/bulk_create');
    expect(pair(world, 'NEW-1', 'Red', 'M')).toBe(phantom);
    expect(skusInJoor(world.practice, 'NEW-1')['NEW-1-RED-M']).toMatchObject({
      linesheets: ['Immediates'],
      stock: 9,
      prices: { 'AUD Wholesale': '20.00 / 50.00' },
    });
    expectInStep(world);
  });

  it('STY-4: a new colour brings its whole row', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.addVariant({ sku: 'SH-102-RED-M', family: 'SH-102', options: ['Red', 'M'] });
    await world.syncNextHour();
    expect(skusOf(world, 'SH-102')).toHaveLength(20);
    expectInStep(world);
  });

  it('STY-4: after the ledger was lost a pair without a SKU stays one', async () => {
    const world = await worldFor();
    addStyle(
      world,
      ['Colour', 'Size'],
      [
        ['Red', 'S'],
        ['Blue', 'M'],
      ],
    );
    await world.sync();
    world.loseLedger();
    await world.syncNextHour();
    expect(skusOf(world, 'NEW-1')).toHaveLength(4);
    expectInStep(world);
  });
});

describe('one style per colour', () => {
  it('STY-2: each colour is a style of its own, with its own identifier, linesheets and stock', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('products.splitByColor', 'true');
    await world.sync();
    const family = found(world.practice.brand.styles, ({ number }) => number === 'SH-102', 'SH-102');
    const styles = [...world.practice.joor.state.products.values()].filter(({ identifier }) =>
      identifier?.startsWith(`cin7:${family.id}`),
    );
    expect(styles.map(({ externalId, identifier }) => [externalId, identifier])).toEqual(
      ['NAVY', 'WHITE', 'BLUE'].map((code) => [`SH-102-${code}`, `cin7:${family.id}:${code}`]),
    );
    expect(skusOf(world, 'SH-102-NAVY')).toHaveLength(5);
    expect(skusInJoor(world.practice, 'SH-102-NAVY')['SH-102-NVY-XS']).toMatchObject({
      colour: 'Navy',
      linesheets: ['Core Essentials', 'Immediates'],
      stock: 25,
    });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.joorWrites()).toEqual([]);
    expect(doubles(world.practice)).toEqual([]);
  });

  it('STY-3: a renamed colour stays the same style', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('products.splitByColor', 'true');
    await world.sync();
    const before = product(world, 'SH-102-NAVY');
    const number = world.practice.joor.state.products.size;
    world.practice.cin7.edits.renameOptionValue({ family: 'SH-102', option: 1, from: 'Navy', to: 'Midnight' });
    await world.syncNextHour();
    expect(product(world, 'SH-102-NAVY')).toBe(before);
    expect(before.colors.map(({ name, code }) => `${code} ${name}`)).toEqual(['NAVY Midnight']);
    expect(world.practice.joor.state.products.size).toBe(number);
    expect(doubles(world.practice)).toEqual([]);
  });
});
