// What a linesheet carries besides its members, and what happens when JOOR answers otherwise than expected (SHEET-2 to
// SHEET-4).
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../core/practice/joor/records.ts';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { doubles } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';
import { flowOf, found, type World } from '../support/world.ts';

const core = 'Core Essentials';

const byCode = ({ practice }: World, code: string): Collection =>
  found(practice.joor.state.collections.values(), (one) => one.externalId === code, `linesheet ${code}`);

function addStyle({ practice }: World, number: string): void {
  practice.cin7.edits.addStyle({
    number,
    name: `Style ${number}`,
    tags: `JOOR,Collection_${core}`,
    optionNames: ['Size'],
    prices: { '1': 50, '2': 20, '3': 40, '4': 15 },
    variants: [{ sku: `${number}-S`, options: ['S'] }],
  });
}

const setDetails = (world: World, details: Record<string, string>) =>
  world.seamline.settings.set(`linesheets.details["${core}"]`, JSON.stringify(details));

const creations = (world: World) => world.practice.joor.log.count('*/collections/bulk_create');

describe('dates, names and codes', () => {
  it('SHEET-3: dates are sent where the settings give them, and changed when those change', async () => {
    const world = await worldFor();
    await setDetails(world, { code: 'CORE', start: '2027-01-15', complete: '2027-02-28' });
    await world.sync();
    expect(byCode(world, 'CORE').delivery).toMatchObject({
      startShipDate: '2027-01-15',
      completeShipDate: '2027-02-28',
      cancelDate: null,
    });
    await setDetails(world, { code: 'CORE', start: '2027-01-15', complete: '2027-03-07', cancel: '2027-03-14' });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(byCode(world, 'CORE').delivery).toMatchObject({ completeShipDate: '2027-03-07', cancelDate: '2027-03-14' });
    expect(requests.joorWrites()).toEqual(['POST /v4/collections/bulk_update']);
    await world.syncNextHour();
    expect(requests.joorWrites()).toHaveLength(1);
  });

  it('SHEET-3: dates and season that somebody set in JOOR stay where the settings give none', async () => {
    const world = await syncedWorld();
    const sheet = byCode(world, 'CORE-ESSENTIALS');
    sheet.delivery = { ...sheet.delivery, startShipDate: '2027-04-01', completeShipDate: '2027-05-01' };
    sheet.seasonId = [...world.practice.joor.state.seasons.keys()][0] ?? null;
    const before = { delivery: sheet.delivery, seasonId: sheet.seasonId };
    addStyle(world, 'NEW-1');
    await world.syncNextHour();
    expect(byCode(world, 'CORE-ESSENTIALS')).toMatchObject(before);
    expect(before.seasonId).not.toBeNull();
    expectInStep(world);
  });

  it('SHEET-3: a linesheet that was renamed in JOOR keeps its new name', async () => {
    const world = await syncedWorld();
    const { id } = byCode(world, 'CORE-ESSENTIALS');
    world.practice.joor.edits.renameLinesheet(core, 'Everyday 27');
    addStyle(world, 'NEW-1');
    await world.syncNextHour();
    world.practice.cin7.edits.changeFamily({ family: 'NEW-1', changes: { tags: 'JOOR' } });
    await world.syncNextHour();
    expect(byCode(world, 'CORE-ESSENTIALS')).toMatchObject({ id, name: 'Everyday 27' });
    expect([...world.practice.joor.state.collections.values()].filter(({ name }) => name === core)).toEqual([]);
    expect(creations(world)).toBe(3);
  });

  it('SHEET-3: a new one is told to be hidden until it is published in JOOR', async () => {
    const world = await syncedWorld();
    const hidden = async () =>
      (await world.seamline.status()).needsYou.filter(({ code }) => code === 'hidden').map(({ label }) => label);
    expect(await hidden()).toHaveLength(10);
    world.practice.joor.edits.publishLinesheet(core);
    await world.syncNextHour();
    expect(await hidden()).toHaveLength(9);
    expect(await hidden()).not.toContain(core);
  });

  it('SHEET-4: a selected style in no linesheet is flagged until it is in one', async () => {
    const world = await syncedWorld();
    expect(await world.style('KN-103')).toMatchObject({
      state: 'needs-you',
      reason: "It is in no linesheet, so buyers can't see it.",
    });
    world.practice.cin7.edits.changeFamily({ family: 'KN-103', changes: { tags: `JOOR,Collection_${core}` } });
    await world.syncNextHour();
    expect((await world.style('KN-103')).state).toBe('in-step');
    expectInStep(world);
  });

  it('SHEET-4: names that differ only in case are one linesheet', async () => {
    const world = await worldFor();
    world.practice.cin7.edits.changeFamily({
      family: 'KN-103',
      changes: { tags: 'JOOR,collection_core essentials' },
    });
    await world.sync();
    expect(doubles(world.practice)).toEqual([]);
    expect(byCode(world, 'CORE-ESSENTIALS').items.size).toBe(4);
  });

  it('SHEET-4: the linesheet may come from a field instead of a tag', async () => {
    const world = await worldFor();
    await world.seamline.settings.set('linesheets.from', '{"kind":"field","field":"category"}');
    await world.sync();
    const names = [...world.practice.joor.state.collections.values()].map(({ name }) => name);
    expect(names).toContain('Shirts');
    expect(names).not.toContain(core);
  });
});

describe('when JOOR answers otherwise', () => {
  it('SHEET-2: a membership that is read back wrong stops the flow with a sentence, and the next run repairs it', async () => {
    const world = await syncedWorld();
    addStyle(world, 'NEW-1');
    let isSent = false;
    world.beforeRequest(({ name }) => {
      if (isSent && name === 'linesheets') world.practice.joor.edits.removeFromLinesheet(core, ['SH-102']);
      isSent = name === 'update linesheets';
    });
    const report = await world.syncNextHour();
    expect(flowOf(report, 'linesheets')).toMatchObject({
      state: 'failed',
      sentence: `JOOR made something else of linesheet "${core}" than was sent, so no further linesheets were sent.`,
      nextStep: expect.stringContaining(core),
    });
    expect(flowOf(report, 'inventory').state).toBe('done');
    world.beforeRequest(() => undefined);
    await world.syncNextHour();
    expectInStep(world);
  });

  it.each(['dropAfter', 'htmlAfter', 'truncate'] as const)(
    'SHEET-3: a creation with an unclear answer (%s) is found again, not doubled',
    async (kind) => {
      const world = await worldFor({ faults: [{ match: { path: '*/collections/bulk_create', nth: 1 }, do: kind }] });
      const report = await world.sync();
      expect(flowOf(report, 'linesheets').counts).toMatchObject({ linesheetsCreated: 6, unclear: 4 });
      await world.syncNextHour();
      expect(creations(world)).toBe(3);
      expectInStep(world);
      // Found ones are ours in full: what loses its tag leaves them.
      world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { tags: 'JOOR' } });
      await world.syncNextHour();
      expectInStep(world);
    },
  );

  it('SHEET-3: a creation that lands late is not doubled by a run in between', async () => {
    const world = await worldFor({
      faults: [{ match: { path: '*/collections/bulk_create', nth: 1 }, do: { kind: 'commitLate', seconds: 300 } }],
    });
    await world.sync();
    world.clock.advance(60_000);
    const between = await world.sync();
    expect(flowOf(between, 'linesheets').counts).toMatchObject({ unclear: 4 });
    await world.syncNextHour();
    expectInStep(world);
  });

  it('SHEET-3: a creation that never arrived is asked for again by the next hourly run', async () => {
    const world = await worldFor({
      faults: [{ match: { path: '*/collections/bulk_create', nth: 1 }, do: 'dropBefore' }],
    });
    await world.sync();
    expect(creations(world)).toBe(3);
    await world.syncNextHour();
    expect(creations(world)).toBe(4);
    expectInStep(world);
  });

  it('SHEET-2: a list of JOOR that shows new linesheets late fails nothing and doubles nothing', async () => {
    const world = await worldFor({ joor: { switches: { listLagSeconds: 120 } } });
    const report = await world.sync();
    expect(flowOf(report, 'linesheets').state).toBe('done');
    expect(flowOf(await world.sync(), 'linesheets').state).toBe('done');
    expect((await world.seamline.status()).needsYou.filter(({ code }) => code === 'gone')).toEqual([]);
    await world.syncNextHour();
    expectInStep(world);
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { tags: 'JOOR' } });
    await world.syncNextHour();
    expectInStep(world);
  });

  it('SHEET-1: a managed linesheet that vanished from JOOR is told, not made again', async () => {
    const world = await syncedWorld();
    world.practice.joor.state.collections.delete(byCode(world, 'CORE-ESSENTIALS').id);
    const before = creations(world);
    await world.syncNextHour();
    expect(creations(world)).toBe(before);
    const { needsYou } = await world.seamline.status();
    expect(needsYou.filter(({ code }) => code === 'gone')).toMatchObject([{ kind: 'linesheet', label: core }]);
  });
});
