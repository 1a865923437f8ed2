// The views of Styles over a real account: filters with their counts, linesheets with what would change, every difference field
// by field, a style's history, the columns that a person hid.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Artifact } from '../../core/commands/files/artifacts.ts';
import type { QueryInput } from '../../core/contract/queries.ts';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import { found, type World } from '../support/world.ts';

async function screenOf(world: World, saved: Artifact[] = []): Promise<Screen> {
  const screen = await openScreen(world, { saveFile: async (file) => saved.push(file) > 0 });
  onTestFinished(() => screen.close());
  return screen;
}

const selection = { states: [], cause: null, search: '' };
const every = { ...selection, sort: null };
const changes = { runId: null, parts: [], isHeldOnly: false, search: '', sort: null };

async function numbers(screen: Screen, filters: QueryInput<'styles.open'>['filters']): Promise<string[]> {
  const { ids } = await screen.query('styles.open', { ...every, filters });
  return (await screen.query('styles.rows', { ids })).map(({ number }) => number);
}

async function differences(screen: Screen, input: Partial<QueryInput<'changes.open'>> = {}) {
  const opened = await screen.query('changes.open', { ...changes, ...input });
  return { opened, rows: await screen.query('changes.rows', { ids: opened.ids }) };
}

describe('filters of styles', () => {
  it('tell how many styles each value leaves, and leave exactly those', async () => {
    const screen = await screenOf(await syncedWorld());
    const options = await screen.query('styles.filters', selection);
    expect(new Set(options.map(({ group }) => group))).toEqual(new Set(['linesheet', 'brand', 'price']));
    for (const { group, value, count } of options)
      expect({ group, value, count: (await numbers(screen, [{ group, value }])).length }).toEqual({
        group,
        value,
        count,
      });
  });

  it('widen within a group and narrow across groups', async () => {
    const screen = await screenOf(await syncedWorld());
    const sheet = (value: string) => ({ group: 'linesheet' as const, value });
    const [core, knit] = [sheet('Core Essentials'), sheet('Knit & Denim')];
    const [inCore, inKnit] = [await numbers(screen, [core]), await numbers(screen, [knit])];
    expect(new Set(await numbers(screen, [core, knit]))).toEqual(new Set([...inCore, ...inKnit]));
    expect(inKnit.some((number) => !inCore.includes(number))).toBe(true);
    const noPrice = { group: 'price' as const, value: 'no-price:USD Wholesale' };
    expect(await numbers(screen, [knit, noPrice])).toEqual(inKnit.filter((number) => number === 'JK-103'));
    expect(await numbers(screen, [noPrice])).toContain('JK-103');
    // The values of a group are counted beside what the other groups ask for, not beside each other.
    const options = await screen.query('styles.filters', { ...selection, filters: [core] });
    expect(found(options, ({ value }) => value === 'Knit & Denim', 'Knit & Denim').count).toBe(inKnit.length);
  });

  it('by season and by what changes', async () => {
    const world = await syncedWorld({
      settings: (settings) => {
        settings['linesheets'] = { details: { Immediates: { season: 'Spring 27' } } };
      },
    });
    world.practice.cin7.edits.renameOptionValue({ family: 'SH-102', option: 1, from: 'Navy', to: 'Ink' });
    world.nextHour();
    await world.sync({ isDryRun: true });
    const screen = await screenOf(world);
    const season = await numbers(screen, [{ group: 'season', value: 'Spring 27' }]);
    expect(season).toEqual(await numbers(screen, [{ group: 'linesheet', value: 'Immediates' }]));
    expect(season.length).toBeGreaterThan(0);
    expect(await numbers(screen, [{ group: 'part', value: 'skus' }])).toEqual(['SH-102']);
    const { ids } = await screen.query('styles.open', { ...every, search: 'SH-102' });
    expect((await screen.query('styles.rows', { ids }))[0]?.season).toBe('Spring 27');
  });

  it('count the SKUs of what is listed', async () => {
    const screen = await screenOf(await syncedWorld());
    const { ids, skus } = await screen.query('styles.open', every);
    const rows = await screen.query('styles.rows', { ids });
    expect(skus).toBe(rows.reduce((sum, row) => sum + row.skus, 0));
    expect(rows.find(({ number }) => number === 'SH-102')?.lastSentAt).not.toBeNull();
    expect(rows.find(({ number }) => number === 'HT-106')?.lastSentAt).toBeNull();
  });
});

describe('linesheets', () => {
  it('SHEET-3: are in step and not visible to buyers until somebody publishes them', async () => {
    const screen = await screenOf(await syncedWorld());
    const rows = await screen.query('linesheets.list', {});
    const core = found(rows, ({ name }) => name === 'Core Essentials', 'Core Essentials');
    expect(core).toMatchObject({ isManaged: true, visibility: 'hidden', toAdd: 0, toRemove: 0, state: 'needs-you' });
    const { members } = await screen.query('linesheets.detail', { key: core.key });
    expect(members).toHaveLength(core.styles);
    expect(members.map(({ number }) => number)).toContain('SH-102');
    expect(members.every(({ change }) => change === 'in')).toBe(true);
  });

  it('show before they exist what would be in them', async () => {
    const world = await worldFor();
    await world.sync({ isDryRun: true });
    const screen = await screenOf(world);
    const rows = await screen.query('linesheets.list', {});
    const core = found(rows, ({ name }) => name === 'Core Essentials', 'Core Essentials');
    expect(core).toMatchObject({ visibility: 'not-in-joor', styles: 0, toRemove: 0 });
    const { members } = await screen.query('linesheets.detail', { key: core.key });
    expect(members).toHaveLength(core.toAdd);
    expect(members.every(({ change }) => change === 'add')).toBe(true);
  });

  it('show what would leave them, and one that somebody else manages as untouched', async () => {
    const world = await syncedWorld();
    world.practice.joor.edits.makeLinesheet({ name: 'Agents only', code: 'AGENTS', products: [] });
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { tags: 'JOOR,Collection_Immediates' } });
    world.nextHour();
    await world.sync({ isDryRun: true });
    const screen = await screenOf(world);
    const rows = await screen.query('linesheets.list', {});
    expect(found(rows, ({ name }) => name === 'Agents only', 'Agents only')).toMatchObject({
      isManaged: false,
      toAdd: 0,
      toRemove: 0,
    });
    const core = found(rows, ({ name }) => name === 'Core Essentials', 'Core Essentials');
    expect(core).toMatchObject({ toAdd: 0, toRemove: 1 });
    const { members } = await screen.query('linesheets.detail', { key: core.key });
    expect(members[0]).toMatchObject({ number: 'SH-102', change: 'remove' });
  });
});

describe('what differs, field by field', () => {
  it('is a renamed colour once, however many SKUs carry it, and nothing after it was sent', async () => {
    const saved: Artifact[] = [];
    const world = await syncedWorld();
    world.practice.cin7.edits.renameOptionValue({ family: 'SH-102', option: 1, from: 'Navy', to: 'Ink' });
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { name: 'Marlow Shirt' } });
    world.nextHour();
    await world.sync({ isDryRun: true });
    const screen = await screenOf(world, saved);
    const { opened, rows } = await differences(screen, { search: 'SH-102' });
    expect(rows).toMatchObject([
      { subject: 'SH-102', part: 'product', field: 'Name', after: 'Marlow Shirt', before: 'Marlow Oxford Shirt' },
      { subject: 'SH-102', part: 'skus', field: 'Colour, NAVY', after: 'Ink', before: 'Navy', state: 'to-send' },
    ]);
    expect(opened.counts).toEqual({ product: 1, skus: 1 });
    expect((await differences(screen, { search: 'SH-102', parts: ['skus'] })).rows).toHaveLength(1);
    await screen.command('artifacts.save', { kind: 'changes-csv', queryId: opened.queryId });
    expect(saved[0]?.text).toContain('SH-102,Marlow Shirt,SKUs,"Colour, NAVY",Ink,Navy,To send,');
    expect(saved[0]?.text.trim().split('\r\n')).toHaveLength(3);
    await world.sync();
    await screen.until(async () => {
      expect((await differences(screen, { search: 'SH-102' })).rows).toEqual([]);
    });
  });

  it('names a price that Cin7 lacks, which no plan holds, and what to do', async () => {
    const screen = await screenOf(await syncedWorld());
    const { opened, rows } = await differences(screen, { isHeldOnly: true });
    expect(found(rows, ({ subject }) => subject === 'JK-103', 'JK-103')).toMatchObject({
      part: 'prices',
      field: 'Wholesale USD',
      after: '',
      state: 'needs-you',
      reason: expect.stringContaining('Fill price tier 4'),
    });
    expect(opened.held).toBe(rows.length);
  });

  it('of a dry run is what its sheet counts, style by style, with the orders it would export', async () => {
    const saved: Artifact[] = [];
    const world = await worldFor();
    const { id } = await world.sync({ isDryRun: true });
    const screen = await screenOf(world, saved);
    const plan = await screen.query('runs.plan', { runId: id });
    const products = await differences(screen, { runId: id, parts: ['product'] });
    expect(products.opened.total).toBe(found(plan?.rows ?? [], ({ label }) => label === 'Products', 'Products').toSend);
    expect(products.rows.every(({ after, before }) => after === 'New in JOOR' && before === '')).toBe(true);
    const orders = await differences(screen, { runId: id, parts: ['orders'] });
    const row = found(plan?.rows ?? [], ({ part }) => part === 'orders', 'orders');
    expect(orders.opened.total).toBe(row.toSend + row.held);
    await screen.command('artifacts.save', { kind: 'plan-csv', queryId: id });
    const all = await differences(screen, { runId: id });
    expect(saved[0]?.text.trim().split('\r\n')).toHaveLength(all.opened.total + 1);
  });

  it('is nothing, rather than an error, before anything was compared', async () => {
    const screen = await screenOf(await worldFor());
    expect((await differences(screen)).opened).toMatchObject({ total: 0, comparedAt: null });
    expect(await screen.query('linesheets.list', {})).toEqual([]);
    expect(await screen.query('styles.filters', selection)).toEqual([]);
  });
});

describe('a style’s history', () => {
  it('says what was sent in which run, and since when it needs a person', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    const keyOf = async (search: string) => (await screen.query('styles.open', { ...every, search })).ids[0] ?? '';
    const first = await screen.query('styles.history', { key: await keyOf('SH-102') });
    expect(first.map(({ kind }) => kind)).toEqual(['sent', 'linked']);
    expect(first[0]?.sentence).toMatch(/^Sent to JOOR: the new style, SKUs, prices.*stock numbers\.$/);
    const missing = await screen.query('styles.history', { key: await keyOf('JK-103') });
    expect(missing.find(({ kind }) => kind === 'needs-you')?.sentence).toBe('No USD Wholesale price.');
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { name: 'Marlow Shirt' } });
    world.nextHour();
    const { id } = await world.sync();
    await screen.beat();
    const later = await screen.query('styles.history', { key: await keyOf('SH-102') });
    expect(later[0]).toMatchObject({ kind: 'sent', runId: id, sentence: 'Sent to JOOR: the style.' });
  });
});

describe('the columns of Styles', () => {
  it('stay hidden once a person hid them', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    expect((await screen.query('styles.columns', {})).hidden).toEqual([]);
    await screen.command('styles.hideColumns', { hidden: ['season', 'rrp-USD'] });
    await screen.close();
    const again = await screenOf(world);
    expect((await again.query('styles.columns', {})).hidden).toEqual(['season', 'rrp-USD']);
  });
});

describe('styles side by side in a dry run', () => {
  it('are found by their number and shown as picked, also one that doesn’t change', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { name: 'Marlow Shirt' } });
    world.nextHour();
    const { id } = await world.sync({ isDryRun: true });
    const screen = await screenOf(world);
    expect((await screen.query('runs.planStyles', { runId: id, search: '' })).map(({ tag }) => tag)).toContain(
      'update',
    );
    const { ids } = await screen.query('styles.open', { ...every, states: ['in-step'] });
    const [row] = await screen.query('styles.rows', { ids: ids.slice(0, 1) });
    const [same] = await screen.query('runs.planStyles', { runId: id, search: row?.number ?? '' });
    expect(same?.tag).toBe('same');
    const [changed] = await screen.query('runs.planStyles', { runId: id, search: 'SH-102' });
    const samples = await screen.query('runs.planSamples', { runId: id, keys: [same?.key ?? '', changed?.key ?? ''] });
    expect(samples.map(({ key }) => key)).toEqual([same?.key, changed?.key]);
    expect(samples[1]?.lines[0]).toMatchObject({ label: 'Name', before: 'Marlow Oxford Shirt', after: 'Marlow Shirt' });
  });
});
