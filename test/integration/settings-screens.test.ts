// The settings' editors over a host: what each saves and is told, the lists that it chooses from, what a draft would change
// before it is saved, back-ups and settings as a file.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { choiceLists } from '../../core/contract/settings.ts';
import { worldFor } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import type { World, WorldOptions } from '../support/world.ts';

async function readWorld(options: WorldOptions = {}): Promise<{ world: World; screen: Screen }> {
  const world = await worldFor(options);
  await world.sync({ isDryRun: true });
  const screen = await openScreen(world);
  onTestFinished(() => screen.close());
  return { world, screen };
}

/** Changes one setting from what the screen shows; gives it as it is then. */
async function changed(screen: Screen, path: string, value: unknown) {
  const { revision } = screen.store('settings');
  await screen.command('settings.change', { revision, changes: [{ path, value }] });
  await screen.beat();
  return path.split('.').reduce<unknown>((at, key) => Reflect.get(Object(at), key), screen.store('settings').settings);
}

describe('editors of the settings', () => {
  it('save what each of them makes, and give it back to the screen', async () => {
    const { screen } = await readWorld();
    const edits: readonly (readonly [path: string, value: unknown])[] = [
      ['orders.newCustomer.receivable', '610'],
      ['orders.newCustomer.revenue', '200'],
      ['orders.newCustomer.terms', '30 days'],
      ['orders.newCustomer.taxRule', 'GST on Income'],
      ['orders.newCustomer.taxRulesByCountry', { France: 'GST Free Exports' }],
      ['orders.newCustomer.priceTier', 'Wholesale AUD'],
      ['orders.taxRules', { 'United States': 'GST Free Exports' }],
      ['orders.maps.terms', { 'Net 30': '30 days' }],
      ['orders.maps.carrier', { DHL: 'DHL Express' }],
      ['orders.maps.salesRep', { 'Dana W.': 'Dana' }],
      [
        'orders.claimRules',
        [
          { linesheet: 'Spring 27', claim: 'always' },
          { productTag: 'Sample', claim: 'never' },
        ],
      ],
      ['orders.currencyRates', { EUR: { rate: '1.61', asOf: '2026-11-20' } }],
      ['orders.currencyRateDays', 45],
      ['orders.location', 'Sydney DC'],
      ['orders.warehouseLocations', { Main: 'Sydney DC' }],
      ['orders.freightService', 'Freight'],
      ['orders.lookupDelays', [60, 300]],
      ['batch.styles', 25],
      ['retention.orderDays', 90],
      ['products.fields.materials', { attribute: 2 }],
      ['products.sizeOptionNames', ['Size', 'Length']],
      ['inventory.warehouses', [{ joorWarehouse: 'Main', locations: ['Sydney DC'] }]],
      ['linesheets.details', { 'S.S. 27': { season: 'Summer', start: '2027-01-15', madeToOrder: true } }],
      ['customers.codeFrom', 'name'],
    ];
    for (const [path, value] of edits) expect([path, await changed(screen, path, value)]).toEqual([path, value]);
    expect(await changed(screen, 'orders.taxRules', undefined)).toEqual({});
  });

  it('change several settings that a rule ties together at once', async () => {
    const { screen } = await readWorld();
    await changed(screen, 'orders.invoice', 'draft');
    const { revision } = screen.store('settings');
    const changes = [
      { path: 'orders.claim', value: 'never' },
      { path: 'orders.invoice', value: 'none' },
    ];
    await screen.command('settings.change', { revision, changes });
    await screen.beat();
    expect(screen.store('settings').settings.orders).toMatchObject({ claim: 'never', invoice: 'none' });
  });

  it('say beside which field what is wrong, in the rule’s own words, and save nothing', async () => {
    const { screen } = await readWorld();
    const { revision } = screen.store('settings');
    const told = async (path: string, value: unknown) =>
      (await screen.refusal('settings.change', { revision, changes: [{ path, value }] })).problems;
    expect(await told('schedule.everyMinutes', 5)).toEqual([
      { path: 'schedule.everyMinutes', sentence: 'It must be at least 60: longer is fine, shorter is refused.' },
    ]);
    expect(await told('inventory.buffer', 'two')).toEqual([
      { path: 'inventory.buffer', sentence: 'It must be a whole number.' },
    ]);
    expect(await told('orders.currencyRates', { USD: { rate: 'much', asOf: '2026-11-20' } })).toEqual([
      { path: 'orders.currencyRates.USD.rate', sentence: 'It must be a number above zero with up to five places.' },
    ]);
    const twice = { joorPriceType: { name: 'USD', currency: 'USD' }, wholesaleTier: 1 };
    expect(await told('products.priceTypes', [twice, twice])).toMatchObject([{ path: 'products.priceTypes' }]);
    await screen.beat();
    expect(screen.store('settings').revision).toBe(revision);
  });

  it('tell of a change made elsewhere in between, and take it once the new settings are loaded', async () => {
    const { world, screen } = await readWorld();
    const { revision } = screen.store('settings');
    await world.seamline.settings.set('inventory.buffer', '3');
    const changes = [{ path: 'orders.saleType', value: 'Advanced' }];
    expect(await screen.refusal('settings.change', { revision, changes })).toMatchObject({ code: 'settings-changed' });
    await screen.beat();
    expect(screen.store('settings').settings.inventory.buffer).toBe(3);
    expect(await changed(screen, 'orders.saleType', 'Advanced')).toBe('Advanced');
  });
});

describe('the lists that settings are chosen from', () => {
  it('are empty before anything was read', async () => {
    const screen = await openScreen(await worldFor({}));
    onTestFinished(() => screen.close());
    expect(await screen.query('settings.choices', { lists: ['taxRules', 'countries'] })).toEqual({});
  });

  it('hold what both accounts have, and only what can be used', async () => {
    const { world, screen } = await readWorld();
    const before = await screen.query('settings.choices', { lists: ['receivables', 'carriers'] });
    expect(before).toEqual({ receivables: [], carriers: [] });
    const { sentence } = await screen.command('settings.readLists', {});
    expect(sentence).toMatch(/^Read \d+ accounts?, \d+ tax rules?/);
    const lists = await screen.query('settings.choices', { lists: [...choiceLists] });
    const { brand } = world.practice;
    expect(lists.receivables).toEqual([expect.objectContaining({ value: '610' })]);
    expect(lists.revenues?.map(({ value }) => value)).toContain('200');
    expect(lists.locations?.map(({ value }) => value)).toContain(brand.locations[0]?.name);
    expect(lists.locations?.[0]?.alias).toMatch(/^[0-9a-f-]{36}$/);
    expect(lists.joorPriceTypes).toHaveLength(brand.priceTypes.length);
    expect(lists.tiers).toHaveLength(10);
    expect(lists.services?.map(({ value }) => value)).toContain('Freight');
    expect(lists.tags?.map(({ value }) => value)).toContain('JOOR');
    expect(lists.joorWarehouses?.map(({ value }) => value)).toContain('Main');
    expect(lists.countries?.map(({ value }) => value)).toEqual(expect.arrayContaining(['Germany', 'United States']));
    expect(lists.terms?.length).toBeGreaterThan(0);
    expect(lists.carriers?.length).toBeGreaterThan(0);
    // Every list is asked of a source that answers.
    expect(Object.keys(lists).toSorted()).toEqual([...choiceLists].toSorted());
  });
});

describe('a draft of the settings', () => {
  const materials = [{ path: 'products.fields.materials', value: { text: 'Linen' } }];

  it('is shown on one of the brand’s own styles before it is saved', async () => {
    const { screen } = await readWorld();
    const style = await screen.query('settings.preview', { changes: materials, at: 0 });
    expect(style?.lines.find(({ label }) => label === 'Materials')).toEqual({
      label: 'Materials',
      before: '',
      after: 'Linen',
    });
    const changedLines = style?.lines.filter(({ before, after }) => before !== after).map(({ label }) => label);
    expect(changedLines).toEqual(['Materials']);
    const next = await screen.query('settings.preview', { changes: [], at: 1 });
    expect(next?.number).not.toBe(style?.number);
    expect((await screen.query('settings.preview', { changes: [], at: -1 }))?.at).toBe((style?.of ?? 0) - 1);
    expect(screen.store('settings').settings.products.fields.materials).toBe('off');
  });

  it('tells how many styles it changes, brings or takes out, with a few of them', async () => {
    const { screen } = await readWorld();
    const effect = await screen.query('settings.effect', { changes: materials });
    expect(effect).toMatchObject({ changed: effect.styles, added: 0, left: 0 });
    expect(effect.styles).toBeGreaterThan(5);
    expect(effect.examples).toHaveLength(5);
    expect(effect.examples[0]?.lines).toEqual([{ label: 'Materials', before: '', after: 'Linen' }]);
    const none = await screen.query('settings.effect', { changes: [{ path: 'products.selectTags', value: [] }] });
    expect(none).toMatchObject({ changed: 0, left: effect.styles });
    const prices = await screen.query('settings.effect', { changes: [{ path: 'products.priceTypes', value: [] }] });
    expect(prices.changed).toBeGreaterThan(0);
    const other = await screen.query('settings.effect', { changes: [{ path: 'inventory.buffer', value: 9 }] });
    expect(other).toMatchObject({ changed: 0, added: 0, left: 0 });
  });

  it('is refused in the words of the rule that it breaks', async () => {
    const { screen } = await readWorld();
    const answer = await screen.send({
      kind: 'query',
      name: 'settings.preview',
      input: { changes: [{ path: 'products.fields.name', value: 'off' }], at: 0 },
    });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'settings-refused', problems: [{ path: 'products.fields.name' }] },
    });
  });
});

describe('back-ups', () => {
  it('copy the records and the settings, for the owner alone, and keep the newest five', async () => {
    const { world, screen } = await readWorld();
    expect(await screen.query('backUps.list', {})).toEqual([]);
    for (let made = 0; made < 7; made += 1) {
      await screen.command('backUps.make', {});
      world.nextHour();
    }
    const kept = await screen.query('backUps.list', {});
    expect(kept).toHaveLength(5);
    expect(kept.map(({ at }) => at)).toEqual(
      kept
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const folder = join(world.profile.folder, 'backups');
    const files = readdirSync(folder);
    expect(files.filter((name) => name.endsWith('.settings.json'))).toHaveLength(5);
    // Windows keeps no such modes; the profile's folder is the owner's alone there.
    const open = files.filter(
      (name) => process.platform !== 'win32' && (statSync(join(folder, name)).mode & 0o077) > 0,
    );
    expect(open).toEqual([]);
  });

  it('say what is missing while nothing was read', async () => {
    const screen = await openScreen(await worldFor({}));
    onTestFinished(() => screen.close());
    expect(await screen.refusal('backUps.make', {})).toMatchObject({ code: 'not-found' });
  });
});

describe('settings as a file', () => {
  it('SEC-3: carry no host, account or go-live out, and take none in', async () => {
    const saved: string[] = [];
    const world = await worldFor({});
    const screen = await openScreen(world, {
      saveFile: async ({ text }) => {
        saved.push(text);
        return true;
      },
    });
    onTestFinished(() => screen.close());
    await screen.command('artifacts.save', { kind: 'settings', queryId: null });
    expect(saved[0]).not.toContain('127.0.0.1');
    const file: unknown = JSON.parse(saved[0] ?? '');
    expect(file).not.toHaveProperty('connections');
    expect(file).not.toHaveProperty('orders.goLive');
    const mine = screen.store('settings').settings;
    const text = JSON.stringify({
      connections: { cin7: { baseUrl: 'https://evil.example' } },
      orders: { goLive: '2020-01-01T00:00:00Z', saleType: 'Advanced' },
    });
    const view = await screen.query('settings.importView', { text });
    expect(view.areas.map(({ area }) => area)).not.toContain('connections');
    expect(view.effect).toMatchObject({ changed: 0, added: 0, left: 0 });
    expect(view.areas.find(({ area }) => area === 'orders')?.settings).toContain('saleType');
    await screen.command('settings.import', { revision: view.revision, text });
    await screen.beat();
    const { settings } = screen.store('settings');
    expect(settings.connections).toEqual(mine.connections);
    expect(settings.orders.goLive).toBe(mine.orders.goLive);
    expect(settings.orders.saleType).toBe('Advanced');
    expect(await screen.refusal('settings.import', { revision: view.revision, text })).toMatchObject({
      code: 'settings-changed',
    });
  });

  it('give back what they were made from', async () => {
    const { world, screen } = await readWorld();
    const text = await world.seamline.settings.export();
    expect((await screen.query('settings.importView', { text })).areas).toEqual([]);
  });
});
