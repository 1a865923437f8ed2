// Which styles go to JOOR, what each becomes there, and how it is found again (STY-1, STY-2, STY-7, GO-1).
import { describe, expect, it } from 'vitest';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { doubles, joorPicture, skusInJoor, wantedPicture } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';
import { flowOf, found, type World } from '../support/world.ts';

const reasonOf = async (world: World, number: string) => (await world.style(number)).reason;

const joorStyle = ({ practice }: World, number: string) =>
  found(practice.joor.state.products.values(), ({ externalId }) => externalId === number, `style ${number} in JOOR`);

describe('selection', () => {
  it('STY-1: every style that is left out has its reason', async () => {
    const world = await worldFor();
    const { edits } = world.practice.cin7;
    edits.changeProduct({ sku: 'SC-104', changes: { status: 'Deprecated' } });
    edits.changeProduct({ sku: 'HT-104', changes: { sellable: false } });
    edits.addStyle({
      number: 'EMPTY-1',
      name: 'Empty',
      optionNames: ['Size'],
      variants: [{ sku: 'E-1', options: ['S'] }],
    });
    edits.leaveFamily({ sku: 'E-1' });
    const report = await world.sync();
    expect(await reasonOf(world, 'SC-104')).toBe('Left out: discontinued in Cin7.');
    expect(await reasonOf(world, 'HT-104')).toBe("Left out: Cin7 says that it can't be sold.");
    expect(await reasonOf(world, 'EMPTY-1')).toBe('Left out: the family has no products in Cin7.');
    expect(await reasonOf(world, 'FREIGHT')).toBe("Left out: it isn't a stock item in Cin7.");
    expect(await reasonOf(world, 'SH-103')).toBe('Left out: it has the tag NotWholesale in Cin7.');
    expect(await reasonOf(world, 'HT-106')).toBe('Left out: no JOOR tag in Cin7.');
    expect(flowOf(report, 'products').counts).toMatchObject({ stylesSelected: 8, stylesLeftOut: 7 });
    expectInStep(world);
  });

  it('STY-1: products without a family are left out when the settings take families only', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('products.includeWithoutFamily', 'false');
    await world.sync();
    expect(await reasonOf(world, 'SC-104')).toMatch(/^Left out: it belongs to no product family/);
    expect(Object.keys(joorPicture(world.practice))).not.toContain('SC-104');
    expect((await world.style('SH-102')).state).toBe('in-step');
  });

  it('STY-1: a tag on one active variant selects the family, in any case of letters', async () => {
    const world = await worldFor();
    world.practice.cin7.edits.changeProduct({ sku: 'HT-106-CHE-ML', changes: { tags: 'Womens, joor' } });
    await world.sync();
    const skus = skusInJoor(world.practice, 'HT-106');
    expect(Object.keys(skus)).toHaveLength(12);
  });

  it('STY-1: a variant with an exclude tag is in JOOR and in no linesheet', async () => {
    const world = await worldFor();
    world.practice.cin7.edits.changeProduct({ sku: 'SH-102-NVY-XS', changes: { tags: 'NotWholesale' } });
    await world.sync();
    const skus = skusInJoor(world.practice, 'SH-102');
    expect(skus['SH-102-NVY-XS']?.linesheets).toEqual([]);
    expect(skus['SH-102-NVY-S']?.linesheets).toEqual(['Core Essentials', 'Immediates']);
    expectInStep(world);
  });

  it('STY-1: a linesheet tag on one variant adds only that SKU', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeProduct({ sku: 'SH-102-WHT-M', changes: { tags: 'Collection_Resort 27' } });
    await world.syncNextHour();
    const skus = skusInJoor(world.practice, 'SH-102');
    const inResort = Object.entries(skus).filter(([, { linesheets }]) => linesheets.includes('Resort 27'));
    expect(inResort.map(([sku]) => sku)).toEqual(['SH-102-WHT-M']);
    expectInStep(world);
  });

  it('STY-7: a style that leaves the selection leaves its linesheets, keeps its place in JOOR and its stock', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { tags: 'Collection_Immediates' } });
    world.practice.cin7.edits.setStock({ sku: 'SH-102-NVY-XS', location: 'Sydney DC', onHand: 77 });
    await world.syncNextHour();
    expect((await world.style('SH-102')).reason).toBe('Left out: no JOOR tag in Cin7.');
    expect(skusInJoor(world.practice, 'SH-102')['SH-102-NVY-XS']).toMatchObject({ linesheets: [], stock: 77 });

    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { tags: 'JOOR,Collection_Immediates' } });
    await world.syncNextHour();
    expectInStep(world);
  });
});

describe('a style in JOOR', () => {
  it('STY-2: is a family, or a product that stands alone with one colour and one size', async () => {
    const world = await syncedWorld();
    for (const [number, { identifier }] of Object.entries(joorPicture(world.practice))) {
      const style = found(world.practice.brand.styles, (one) => one.number === number, number);
      expect(identifier).toBe(`cin7:${style.id}`);
    }
    expect(skusInJoor(world.practice, 'SC-104')).toMatchObject({
      'SC-104': { colour: 'One Color', size: 'One Size' },
    });
    expect(Object.keys(joorPicture(world.practice)).sort()).toEqual(Object.keys(wantedPicture(world.practice)).sort());
    expectInStep(world);
  });

  it('STY-2: keeps its identifier and its id when its style number changes', async () => {
    const world = await syncedWorld();
    const before = joorStyle(world, 'SH-102');
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { sku: 'SH-902' } });
    await world.syncNextHour();
    expect(joorStyle(world, 'SH-902')).toBe(before);
    expectInStep(world);
  });

  it('STY-6: gets a price as soon as Cin7 Core has it, and says so until then', async () => {
    const world = await syncedWorld();
    expect(await world.style('JK-103')).toMatchObject({ state: 'needs-you', reason: 'No USD Wholesale price.' });
    for (const sku of Object.keys(skusInJoor(world.practice, 'JK-103')))
      world.practice.cin7.edits.changeProduct({ sku, changes: { prices: { '3': 225, '4': 98 } } });
    await world.syncNextHour();
    expect(await world.style('JK-103')).toMatchObject({ state: 'in-step', reason: '' });
    expectInStep(world);
  });

  it('GO-1: a style number that JOOR has from somebody else holds ours, and nothing is made twice', async () => {
    const world = await worldFor();
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { sku: 'MAN-1' } });
    const requests = requestsSince(world.practice);
    await world.sync();
    expect(await world.style('MAN-1')).toMatchObject({
      state: 'needs-you',
      reason: "JOOR already has a style MAN-1 that Seamline didn't make.",
    });
    expect(doubles(world.practice)).toEqual([]);
    expect(JSON.stringify(requests.bodies('/products/bulk_create'))).not.toContain('MAN-1');

    world.practice.cin7.edits.changeFamily({ family: 'MAN-1', changes: { sku: 'SH-102' } });
    await world.syncNextHour();
    expectInStep(world);
  });
});

describe('after the ledger was lost', () => {
  it('STY-2, GO-1: every style is found by its identifier, and nothing is created in JOOR again', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { sku: 'SH-902' } });
    await world.syncNextHour();
    const { state } = world.practice.joor;
    const ids = () => [
      ...state.products.keys(),
      ...state.skus.keys(),
      ...state.prices.keys(),
      ...state.collections.keys(),
    ];
    const before = ids();
    world.loseLedger();
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(ids()).toEqual(before);
    expect(requests.joorWrites().filter((label) => /(products|skus|collections)\/bulk_create/.test(label))).toEqual([]);
    expectInStep(world);
    // Prices are known again after one look each; from then on nothing is sent.
    const later = requestsSince(world.practice);
    await world.syncNextHour();
    expect(later.joorWrites()).toEqual([]);
  });

  it('STY-3: a renamed colour keeps the code that it has in JOOR', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.renameOptionValue({ family: 'SH-102', option: 1, from: 'Navy', to: 'Midnight' });
    await world.syncNextHour();
    const colours = () => joorStyle(world, 'SH-102').colors.map(({ code, name }) => `${code} ${name}`);
    expect(colours()).toEqual(['NAVY Midnight', 'WHITE White', 'BLUE Blue']);
    world.loseLedger();
    await world.syncNextHour();
    expect(colours()).toEqual(['NAVY Midnight', 'WHITE White', 'BLUE Blue']);
    expectInStep(world);
  });

  it('SHEET-1: a linesheet that Seamline does not know any more is left as it is, and said so', async () => {
    const world = await syncedWorld();
    world.loseLedger();
    const report = await world.syncNextHour();
    expect(flowOf(report, 'linesheets')).toMatchObject({ changed: 0 });
    const { needsYou } = await world.seamline.status();
    const words = needsYou.filter(({ kind, code }) => kind === 'linesheet' && code === 'exists-in-joor');
    expect(words).toHaveLength(10);
    expect(words[0]?.nextStep).not.toBe('');
  });

  it('ORD-4: an order whose sale exists is recognised by its ExternalID, never sold a second time', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('orders.markInJoor', 'false');
    await world.sync();
    world.loseLedger();
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.cin7Writes()).toEqual([]);
    expect(await world.seamline.orders(['in-cin7'])).toHaveLength(4);
    expect(doubles(world.practice)).toEqual([]);
  });
});
