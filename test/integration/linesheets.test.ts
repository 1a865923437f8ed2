// Linesheets: only ours are written, only our members are taken out again, and both readings of JOOR's item action come
// to the same (SHEET-1, SHEET-2).
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../core/practice/joor/records.ts';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { doubles, holds, joorPicture } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';
import { flowOf, found, type World } from '../support/world.ts';

const core = 'Core Essentials';

/** JOOR's linesheet of a name. */
function linesheet({ practice }: World, name: string): Collection {
  return found(practice.joor.state.collections.values(), (one) => one.name === name, `linesheet ${name}`);
}

/** The style numbers in a linesheet, in JOOR's order, with how many SKUs each. */
function members(world: World, name: string): string[] {
  const { products, skus } = world.practice.joor.state;
  return [...linesheet(world, name).items.values()].map(({ productId }) => {
    const style = products.get(productId);
    const held = [...(style?.skuIds ?? [])].filter((id) => {
      const sku = skus.get(id);
      return sku !== undefined && holds(linesheet(world, name), sku);
    });
    return `${style?.externalId} ${held.length}`;
  });
}

const snapshot = (collection: Collection) => JSON.stringify({ ...collection, items: [...collection.items.values()] });

function addStyle({ practice }: World, number: string, linesheetName = core): void {
  practice.cin7.edits.addStyle({
    number,
    name: `Style ${number}`,
    tags: `JOOR,Collection_${linesheetName}`,
    optionNames: ['Size'],
    prices: { '1': 50, '2': 20, '3': 40, '4': 15 },
    variants: ['S', 'M'].map((size) => ({ sku: `${number}-${size}`, options: [size] })),
  });
}

const setTags = ({ practice }: World, family: string, tags: string) =>
  practice.cin7.edits.changeFamily({ family, changes: { tags } });

/** Everything that can happen to a linesheet with manual items in it. */
async function liveThrough(world: World): Promise<string[]> {
  const { edits } = world.practice.joor;
  await world.sync();
  edits.addToLinesheet(core, ['MAN-1']);
  addStyle(world, 'NEW-1');
  await world.syncNextHour();
  setTags(world, 'SH-102', 'JOOR,Collection_Immediates');
  await world.syncNextHour();
  edits.addToLinesheet(core, ['MAN-2']);
  edits.removeFromLinesheet(core, ['NEW-1']);
  world.practice.cin7.edits.addVariant({ sku: 'NEW-1-L', family: 'NEW-1', options: ['L'] });
  world.practice.cin7.edits.changeProduct({ sku: 'JK-103-CHR-XS', changes: { status: 'Deprecated' } });
  await world.syncNextHour();
  await world.syncNextHour();
  return ['Core Essentials', 'Immediates', 'Showroom Picks', 'Knit & Denim', 'Spring 27 RTW'].map(
    (name) => `${name}: ${members(world, name).join(', ')}`,
  );
}

describe('manual work', () => {
  it('SHEET-1: a manual linesheet survives additions and removals untouched', async () => {
    const world = await worldFor();
    const before = snapshot(linesheet(world, 'Showroom Picks'));
    await liveThrough(world);
    expect(snapshot(linesheet(world, 'Showroom Picks'))).toBe(before);
  });

  it('SHEET-1: manual items in a managed linesheet survive additions and removals', async () => {
    const world = await worldFor();
    await world.sync();
    world.practice.joor.edits.addToLinesheet(core, ['MAN-1']);
    addStyle(world, 'NEW-1');
    await world.syncNextHour();
    expect(members(world, core)).toContain('MAN-1 2');
    expect(members(world, core)).toContain('NEW-1 2');
    setTags(world, 'SH-102', 'JOOR,Collection_Immediates');
    await world.syncNextHour();
    expect(members(world, core)).toContain('MAN-1 2');
    expect(members(world, core).join()).not.toContain('SH-102');
    expectInStep(world);
  });

  it('SHEET-2: comes to the same when every update of JOOR replaces', async () => {
    const [asDocumented, replacing] = [await worldFor(), await worldFor()];
    replacing.practice.joor.edits.setSwitches({ itemActionParameter: 'item_action' });
    const results = await liveThrough(asDocumented);
    expect(await liveThrough(replacing)).toEqual(results);
    expect(results[0]).toBe('Core Essentials: JK-103 6, JN-108 12, MAN-1 2, MAN-2 2, NEW-1 3');
    expect(joorPicture(replacing.practice)).toEqual(joorPicture(asDocumented.practice));
  });

  it('SHEET-1: a linesheet that somebody made under the name of a tag is left alone, and said so', async () => {
    const world = await worldFor();
    world.practice.joor.edits.makeLinesheet({ name: core, products: ['MAN-1'] });
    const before = snapshot(linesheet(world, core));
    await world.sync();
    expect(snapshot(linesheet(world, core))).toBe(before);
    const { needsYou } = await world.seamline.status();
    expect(needsYou.filter(({ kind, label }) => kind === 'linesheet' && label === core)).toMatchObject([
      { sentence: expect.stringContaining("that Seamline doesn't manage"), nextStep: expect.stringMatching(/Rename/) },
    ]);
    expect(doubles(world.practice)).toEqual([]);
  });

  it("SHEET-1: our item that somebody took out is put back, and JOOR's order of items is kept", async () => {
    const world = await syncedWorld();
    const before = [...linesheet(world, core).items.values()].map(({ orderNumber }) => orderNumber);
    world.practice.joor.edits.removeFromLinesheet(core, ['JK-103']);
    await world.syncNextHour();
    expectInStep(world);
    expect(before).toEqual([1, 2, 3]);
    expect([...linesheet(world, core).items.values()].map(({ orderNumber }) => orderNumber)).toEqual([1, 3, 4]);
  });
});

describe('removal', () => {
  it('SHEET-2: a style that loses its tag leaves, the others stay', async () => {
    const world = await syncedWorld();
    const requests = requestsSince(world.practice);
    setTags(world, 'JK-103', 'JOOR,Collection_Spring 27 RTW');
    await world.syncNextHour();
    expect(members(world, core)).toEqual(['SH-102 15', 'JN-108 12']);
    expect(requests.joorWrites()).toEqual(['POST /v4/collections/bulk_update']);
    expectInStep(world);
  });

  it('SHEET-2: stays undone where the settings keep what is untagged', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('linesheets.removeWhenUntagged', 'false');
    await world.sync();
    setTags(world, 'JK-103', 'JOOR');
    addStyle(world, 'NEW-1');
    await world.syncNextHour();
    expect(members(world, core).map((member) => member.split(' ')[0])).toEqual(['SH-102', 'JK-103', 'JN-108', 'NEW-1']);
  });

  it('STY-5: a SKU that an open order contains stays until the order is no longer open', async () => {
    const world = await syncedWorld();
    const { edits } = world.practice.joor;
    const order = (state: 'NOTES' | 'PENDING', sku: string) =>
      edits.placeOrder({ customerCode: 'NB-0001', linesheet: core, state, lines: [{ sku, quantity: 2 }] }).id;
    const orders = [order('PENDING', 'JK-103-CHR-S'), order('NOTES', 'JK-103-CHR-M')];
    setTags(world, 'JK-103', 'JOOR');
    const report = await world.syncNextHour();
    expect(flowOf(report, 'linesheets').counts.removalsKept).toBe(3);
    expect(members(world, core)).toContain('JK-103 2');
    expect(members(world, 'Spring 27 RTW')).toContain('JK-103 2');

    edits.cancelOrder(orders[0] ?? '');
    await world.syncNextHour();
    expect(members(world, core)).toContain('JK-103 1');
    edits.cancelOrder(orders[1] ?? '');
    await world.syncNextHour();
    expectInStep(world);
  });

  it('STY-5: nothing is taken out when the open orders could not be read, even with the orders flow off', async () => {
    const world = await syncedWorld();
    await world.seamline.settings.set('flows.orders', 'false');
    const before = joorPicture(world.practice);
    setTags(world, 'JK-103', 'JOOR');
    world.practice.joor.faults.add({ match: { path: '/v2/order', times: 1 }, do: { kind: 'status', status: 400 } });
    const report = await world.syncNextHour();
    expect(flowOf(report, 'linesheets').state).toBe('failed');
    expect(joorPicture(world.practice)).toEqual(before);
    await world.syncNextHour();
    expectInStep(world);
  });

  it('SHEET-1: what was added with an unclear answer is still ours to take out', async () => {
    const world = await syncedWorld();
    addStyle(world, 'NEW-1');
    world.practice.joor.faults.add({
      match: { path: '*/collections/bulk_update', times: 5 },
      do: 'dropAfter',
    });
    expect((await world.syncNextHour()).outcome).toBe('failed');
    expect(members(world, core)).toContain('NEW-1 2');
    await world.syncNextHour();
    setTags(world, 'NEW-1', 'JOOR');
    await world.syncNextHour();
    expect(members(world, core).join()).not.toContain('NEW-1');
    expectInStep(world);
  });
});
