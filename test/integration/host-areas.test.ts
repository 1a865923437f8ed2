// Styles, set-up, settings, plans and files as a screen asks for them.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Artifact } from '../../core/commands/files/artifacts.ts';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import { found, type World } from '../support/world.ts';

async function screenOf(world: World, saved: Artifact[] = []): Promise<Screen> {
  const saveFile = async (file: Artifact) => saved.push(file) > 0;
  const screen = await openScreen(world, { saveFile });
  onTestFinished(() => screen.close());
  return screen;
}

const all = { states: [], search: '', sort: null };

describe('styles on a screen', () => {
  it('are opened, read row by row, looked at, and given out as exactly what was shown', async () => {
    const saved: Artifact[] = [];
    const screen = await screenOf(await syncedWorld(), saved);
    const { ids, queryId, total } = await screen.query('styles.open', { ...all, states: ['needs-you'], cause: null });
    expect(ids).toHaveLength(total);
    const rows = await screen.query('styles.rows', { ids });
    expect(rows.map(({ key }) => key)).toEqual(ids);
    const detail = await screen.query('styles.detail', { key: ids[0] ?? '' });
    expect(detail.trace.some(({ state }) => state === 'fails') || detail.answer !== '').toBe(true);
    expect((await screen.query('styles.columns', {})).prices.map(({ label }) => label)).toEqual(['AUD', 'USD']);
    expect(await screen.command('artifacts.save', { kind: 'styles-csv', queryId })).toEqual({
      isSaved: true,
      name: 'styles.csv',
    });
    expect(saved[0]?.text.trim().split('\r\n')).toHaveLength(total + 1);
  });

  it('are all given out when the list is no longer known', async () => {
    const saved: Artifact[] = [];
    const screen = await screenOf(await syncedWorld(), saved);
    await screen.command('artifacts.save', { kind: 'styles-csv', queryId: 'long gone' });
    await screen.command('artifacts.save', { kind: 'orders-csv', queryId: null });
    const { total } = await screen.query('orders.open', all);
    expect(saved.map(({ text }) => text.trim().split('\r\n').length)).toEqual([14, total + 1]);
  });

  it('are none, rather than an error, before anything was read', async () => {
    const screen = await screenOf(await worldFor());
    expect((await screen.query('styles.open', { ...all, cause: null })).ids).toEqual([]);
    expect(await screen.query('runs.plan', { runId: null })).toBeNull();
    expect(await screen.query('products.find', { text: 'shirt' })).toEqual([]);
    const refused = await screen.refusal('artifacts.save', { kind: 'orders-csv', queryId: null });
    expect(refused.code).toBe('not-found');
  });
});

describe('checking styles on a screen', () => {
  it('runs products, linesheets and stock for a person, leaves orders alone, and says so', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    const { ids } = await screen.query('styles.open', { ...all, cause: null });
    const asked: string[] = [];
    world.beforeRequest(({ api, name }) => void asked.push(`${api} ${name}`));
    expect(await screen.command('styles.check', { keys: ids.slice(0, 2) })).toEqual({
      sentence: "Checking 2 styles: products, linesheets and stock run now, orders don't.",
    });
    expect(screen.store('run').current).toMatchObject({ kind: 'sync', startedBy: 'person' });
    const queued = await screen.command('styles.check', { keys: ids.slice(0, 1) });
    expect(queued.sentence).toMatch(/^(The run that goes on checks 1 style too\.|After the run that goes on)/);
    await screen.until(() => {
      expect(screen.store('run').current).toBeNull();
      expect(screen.store('run').last).toMatchObject({ outcome: 'needs-you' });
    });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((request) => /order|sale/i.test(request))).toEqual([]);
  });
});

describe('the accounts’ own sites', () => {
  const sandbox = (settings: Record<string, unknown>) => {
    settings['connections'] = { joor: { environment: 'sandbox', accountId: '1' } };
  };

  it('are opened by the shell, at an address that no screen names', async () => {
    const opened: string[] = [];
    const openOutside = async (address: string) => opened.push(address) > 0;
    const screen = await openScreen(await worldFor({ settings: sandbox }), {
      openOutside,
      profile: { name: 'Test', isPractice: false },
    });
    onTestFinished(() => screen.close());
    const open = (kind: 'joor-order' | 'joor' | 'cin7-sale', id: string | null) =>
      screen.command('outside.open', { kind, id });
    expect(await open('joor-order', '7712304')).toEqual({ isOpened: true });
    expect(await open('joor', null)).toEqual({ isOpened: true });
    expect(await open('cin7-sale', 'a-sale')).toEqual({ isOpened: false });
    expect(opened).toEqual([
      'https://sandbox.jooraccess.com/ra/orders/review/7712304?tab=overview',
      'https://sandbox.jooraccess.com',
    ]);
  });

  it('are none in practice, and stay closed where the system opens nothing', async () => {
    const practice = await screenOf(await worldFor());
    expect(await practice.command('outside.open', { kind: 'joor', id: null })).toEqual({ isOpened: false });
    const screen = await openScreen(await worldFor({ settings: sandbox }), {
      openOutside: async () => false,
      profile: { name: 'Test', isPractice: false },
    });
    onTestFinished(() => screen.close());
    expect(await screen.command('outside.open', { kind: 'joor', id: null })).toEqual({ isOpened: false });
  });

  it('show the profile’s folder, which no screen names either, and say where it is', async () => {
    const shown: string[] = [];
    const world = await worldFor();
    const { folder } = world.profile;
    const able = await openScreen(world, { showFolder: async (path) => shown.push(path) > 0 });
    onTestFinished(() => able.close());
    expect(await able.command('profile.showFolder', {})).toEqual({ isShown: true, path: folder });
    expect(shown).toEqual([folder]);
    const unable = await screenOf(await worldFor());
    expect(await unable.command('profile.showFolder', {})).toMatchObject({ isShown: false });
  });
});

describe('set-up on a screen', () => {
  it('reads, takes over what the data decides, asks for the rest, and shows the plan', async () => {
    const world = await worldFor({
      settings: (settings) => {
        for (const section of Object.keys(settings)) if (section !== 'connections') delete settings[section];
      },
    });
    const screen = await screenOf(world);
    await screen.command('runs.start', { kind: 'dry-run', only: null, isFullPass: false });
    await screen.until(() => expect(screen.store('run').current).toBeNull());
    expect((await screen.command('setup.goTo', { step: 'review' })).sentence).toBe(
      '2 settings taken over from your own data.',
    );
    expect(screen.store('app')).toMatchObject({ setUpStep: 'review' });
    const review = await screen.query('setup.review', {});
    const stock = found(review.rows, ({ key }) => key.startsWith('stock:'), 'row about stock');
    expect(stock.isSettled).toBe(false);
    await screen.command('setup.answer', { key: stock.key, values: ['Sydney DC'] });
    expect(screen.store('settings').settings.inventory.warehouses).toMatchObject([{ locations: ['Sydney DC'] }]);
    const plan = await screen.query('runs.plan', { runId: null });
    expect(plan?.samples).toHaveLength(3);
    expect(plan?.changes).toBeGreaterThan(0);
  });
});

describe('settings on a screen', () => {
  it('change together, from the revision that was seen, and the schedule can be paused', async () => {
    const screen = await screenOf(await syncedWorld());
    const { revision } = screen.store('settings');
    const changes = [{ path: 'inventory.buffer', value: 3 }];
    expect(await screen.command('settings.change', { revision, changes })).toEqual({ revision: revision + 1 });
    expect(screen.store('settings').settings.inventory.buffer).toBe(3);
    expect((await screen.refusal('settings.change', { revision, changes })).code).toBe('settings-changed');
    await screen.command('schedule.pause', { isPaused: true });
    expect(screen.store('app').schedule.isPaused).toBe(true);
  });
});
