// The host as a screen talks to it: answers, stores under an epoch, one run at a time, commands done once.
import { describe, expect, it, onTestFinished } from 'vitest';
import { asPerson } from '../../core/commands/accounts.ts';
import { sync } from '../../core/commands/runs.ts';
import { sharedAccounts } from '../../core/commands/shared-accounts.ts';
import { snapshotSchema } from '../../core/contract/protocol.ts';
import { stores } from '../../core/contract/stores.ts';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import type { World } from '../support/world.ts';

async function screenOf(world: World): Promise<Screen> {
  const screen = await openScreen(world);
  onTestFinished(() => screen.close());
  return screen;
}

const commandId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const syncNow = { kind: 'sync' as const, only: null, isFullPass: false };

describe('a screen that opens', () => {
  it('gets every store, each in its form, under one epoch', async () => {
    const screen = await screenOf(await worldFor());
    const answer = await screen.send({ kind: 'subscribe' });
    const snapshots = snapshotSchema.array().parse(answer.ok ? answer.output : null);
    expect(snapshots.map(({ store }) => store).sort()).toEqual(Object.keys(stores).sort());
    expect(new Set(snapshots.map(({ epoch }) => epoch)).size).toBe(1);
    expect(screen.store('app')).toMatchObject({
      stage: 'set-up',
      setUpStep: 'read',
      realm: 'practice',
      company: null,
      answer: { sentence: 'Nothing was read yet.', isAllInStep: false },
    });
    expect(screen.store('run')).toEqual({ isLeaving: false, current: null, last: null });
  });

  it('sees what another process synced, and the lists behind the numbers', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    const { app, orders, attention } = {
      app: screen.store('app'),
      orders: await screen.query('orders.open', { states: [], search: '', sort: null }),
      attention: screen.store('attention').open,
    };
    expect(app.company).toEqual({
      name: expect.stringMatching(/^Aurora/),
      currency: 'AUD',
      timeZone: expect.any(String),
    });
    expect(app.cin7).toMatchObject({ state: 'connected', tag: 'AUD', error: null });
    expect(app.proof.map(({ label }) => label)).toEqual([
      'Products read in Cin7',
      'SKUs compared',
      'Orders compared',
      'Stock rows read',
    ]);
    expect(app.proof.every(({ isGood }) => isGood)).toBe(true);
    expect(app.week).toMatchObject([{ result: expect.stringMatching(/changed|new-for-you/) }]);
    expect(orders.total).toBe((await world.seamline.orders()).length);
    const rows = await screen.query('orders.rows', { ids: orders.ids });
    expect(rows.map(({ id }) => id)).toEqual(orders.ids);
    expect(attention.length).toBe(app.needsYou.total);
    // The navigation counts what each place shows: linesheets need somebody too, and stand on Home alone.
    const styles = await screen.query('styles.open', { states: [], cause: null, search: '', sort: null });
    expect(attention.some(({ kind }) => kind === 'linesheet')).toBe(true);
    expect(app.needsYou.styles).toBe(styles.counts['needs-you']);
    expect(app.needsYou.orders).toBe(orders.counts['needs-you']);
    expect(attention.every(({ actions }) => actions.length <= 2)).toBe(true);
  });

  it('is told when another process writes, by revisions that grow', async () => {
    // Every ten hours, so that the only run of the next hour is the other process's.
    const world = await syncedWorld({
      settings: (settings) => Object.assign(settings, { schedule: { everyMinutes: 600 } }),
    });
    const screen = await screenOf(world);
    await screen.until(() => expect(screen.store('app').schedule.nextDueAt).not.toBeNull());
    const { length } = screen.pushed;
    const before = screen.store('revisions');
    await screen.beat();
    expect(screen.pushed).toHaveLength(length);
    await world.syncNextHour();
    await screen.until(() => expect(screen.store('revisions').runs).toBeGreaterThan(before.runs));
    expect(screen.store('app').week).toHaveLength(2);
  });
});

describe('finding', () => {
  it('finds orders, sales, styles, places and actions by what is typed', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    const [sold] = await world.seamline.orders(['in-cin7']);
    const [style] = await world.seamline.styles();
    const kindsFor = async (text: string) => (await screen.query('find', { text })).map(({ kind, id }) => [kind, id]);
    expect(await kindsFor(sold?.id ?? '')).toContainEqual(['order', sold?.id]);
    expect((await kindsFor(sold?.saleNumber ?? ''))[0]).toEqual(['sale', sold?.id]);
    expect((await screen.query('find', { text: style?.number ?? '' }))[0]).toMatchObject({
      kind: 'style',
      title: style?.number,
    });
    expect(await kindsFor('dry')).toContainEqual(['action', 'dry-run']);
    expect(await kindsFor('SETT')).toContainEqual(['place', 'settings']);
    expect(await screen.query('find', { text: 'nothing is called so' })).toEqual([]);
  });

  it('shows one order whole, and a name that stands for a product from then on', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    const [order] = await world.seamline.orders();
    const detail = await screen.query('orders.detail', { orderId: order?.id ?? '' });
    expect(detail).toMatchObject({ id: order?.id, retailer: order?.retailer });
    const [product] = await screen.query('products.find', { text: 'SH-102' });
    const { sentence } = await screen.command('aliases.set', {
      orderId: null,
      sku: 'OLD-NAME',
      productId: product?.productId ?? '',
    });
    expect(sentence).toBe(`OLD-NAME stands for ${product?.sku} from now on.`);
    expect(await screen.command('aliases.remove', { sku: 'OLD-NAME' })).toEqual({
      sentence: 'OLD-NAME stands for nothing else any more.',
    });
  });
});

describe('a command', () => {
  it('is done once: the same id again gives the first answer again', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    const message = { kind: 'command', name: 'runs.start', commandId, input: syncNow };
    const [first, second] = await Promise.all([screen.send(message), screen.send(message)]);
    expect(first).toMatchObject({ ok: true, output: { state: 'started' } });
    expect(second).toEqual(first);
    await screen.until(() => expect(screen.store('run').last).not.toBeNull());
    expect(await screen.send(message)).toEqual(first);
    expect(await screen.query('runs.list', { before: null, count: 10 })).toHaveLength(1);
  });

  it('under an id that another one has is refused', async () => {
    const screen = await screenOf(await worldFor());
    await screen.send({ kind: 'command', name: 'runs.stop', commandId, input: {} });
    const answer = await screen.send({ kind: 'command', name: 'setup.goTo', commandId, input: { step: 'connect' } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'usage', action: 'none' } });
  });

  it.each([
    ['a name that the contract lacks', { kind: 'command', name: 'orders.delete', commandId, input: {} }],
    ['a name that every object has', { kind: 'query', name: 'constructor', input: {} }],
    ['an input of another form', { kind: 'command', name: 'runs.start', commandId, input: { kind: 'all' } }],
    ['no message at all', 'hello'],
  ])('with %s is answered with an error, and nothing happens', async (_what, message) => {
    const screen = await screenOf(await worldFor());
    expect(await screen.send(message)).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(screen.pushed).toEqual([]);
  });
});

describe('a run from the screen', () => {
  it('RUN-1: shows its phases in order, then what it did', async () => {
    const screen = await screenOf(await worldFor());
    const { runId } = await screen.command('runs.start', syncNow);
    await screen.until(() => expect(screen.store('run').last?.runId).toBe(runId));
    const runs = screen.pushed
      .filter(({ store }) => store === 'run')
      .map(({ value }) => stores.run.parse(value).current);
    const phases = runs.flatMap((current) => current?.phases.filter(({ state }) => state === 'now') ?? []);
    expect([...new Set(phases.map(({ phase }) => phase))].slice(0, 2)).toEqual(['connect', 'read-cin7']);
    expect(runs.find((current) => current !== null)?.phases).toContainEqual({ phase: 'images', state: 'left-out' });
    expect(screen.store('run').current).toBeNull();
  });

  it('RUN-1: what is asked for while it goes on waits, merged, and none is dropped', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    const answers: Promise<{ runId: string; state: string }>[] = [];
    world.beforeRequest(({ name }) => {
      if (name !== 'products' || answers.length > 0) return;
      for (const only of [['linesheets' as const], ['inventory' as const]])
        answers.push(screen.command('runs.start', { ...syncNow, only }));
    });
    const first = await screen.command('runs.start', syncNow);
    await screen.until(() => expect(answers).toHaveLength(2));
    const [second, third] = await Promise.all(answers);
    expect(second?.state).toBe('queued');
    expect(third).toEqual(second);
    await screen.until(() => expect(screen.store('run').last?.runId).toBe(second?.runId));
    const [next, before, ...others] = await screen.query('runs.list', { before: null, count: 10 });
    expect(others).toEqual([]);
    expect(before?.id).toBe(first.runId);
    const done = next?.flows.filter(({ state }) => state === 'done').map(({ flow }) => flow);
    expect(done).toEqual(['products', 'linesheets', 'inventory']);
  });

  it('is stopped safely, and says so', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    const stopped: Promise<{ sentence: string }>[] = [];
    world.beforeRequest(({ name }) => {
      if (name === 'families' && stopped.length === 0) stopped.push(screen.command('runs.stop', {}));
    });
    await screen.command('runs.start', syncNow);
    await screen.until(() => expect(screen.store('run').last).not.toBeNull());
    expect(await stopped[0]).toEqual({ sentence: 'Stopping. What was done is kept.' });
    expect(screen.store('run')).toMatchObject({
      current: null,
      last: { outcome: 'stopped', sentence: 'The run was stopped. What was done is kept.' },
    });
  });

  it("RUN-1: a person's single action goes between two of its requests, on the same connections", async () => {
    const world = await worldFor();
    const accounts = sharedAccounts();
    const services = { ...world.services, accounts };
    const order: string[] = [];
    const actions: Promise<unknown>[] = [];
    world.beforeRequest(({ name }) => {
      order.push(name);
      if (name !== 'families' || actions.length > 0) return;
      actions.push(asPerson(services, 'carriers', ({ connections }) => connections.cin7.carriers({ lane: 'person' })));
    });
    const report = await sync(services, { startedBy: 'timer' });
    await Promise.all(actions);
    expect(report.outcome).toBe('needs-you');
    expect(actions).toHaveLength(1);
    expect(order[order.indexOf('families') + 1]).toBe('carriers');
    // With nobody to join it takes the lock and connects by itself.
    order.length = 0;
    await asPerson(services, 'carriers', ({ connections }) => connections.cin7.carriers({ lane: 'person' }));
    expect(order).toEqual(['carriers']);
  });

  it('RUN-1: actions and a run of one Seamline never find its own profile busy, however close they come', async () => {
    const world = await worldFor();
    const services = { ...world.services, accounts: sharedAccounts() };
    const action = () => asPerson(services, 'carriers', async ({ ledger }) => ledger.path);
    const [first, second, report, third] = await Promise.all([
      action(),
      action(),
      sync(services, { startedBy: 'person' }),
      action(),
    ]);
    expect([second, third]).toEqual([first, first]);
    expect(report.outcome).toBe('needs-you');
  });

  it('waits for the run of another Seamline, then starts by itself', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    const other = await world.profile.lock('sync', '2026-11-23T02:00:00.000Z');
    const { state, runId } = await screen.command('runs.start', syncNow);
    expect(state).toBe('queued');
    expect(screen.store('app').schedule.stoppedBy).toMatchObject({ code: 'profile-busy', action: 'show-other-run' });
    other.release();
    world.clock.advance(10_000);
    await screen.until(() => expect(screen.store('run').last?.runId).toBe(runId));
    expect(screen.store('app').schedule.stoppedBy).toBeNull();
  });

  it('that a missing key keeps from starting is refused with the button that helps', async () => {
    const screen = await screenOf(await worldFor({ secrets: { 'cin7.applicationKey': '' } }));
    expect(await screen.refusal('runs.start', syncNow)).toMatchObject({ code: 'key-missing', action: 'enter-key' });
    expect(screen.store('run').last).toMatchObject({ outcome: 'failed' });
    expect(screen.store('app')).toMatchObject({ setUpStep: 'connect', cin7: { state: 'not-set' } });
  });
});
