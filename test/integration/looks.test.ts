// Orders whose sale is being checked are looked at when their look is due, between two runs (ORD-4): in the host that lives
// long, on a hand-driven clock.
import { describe, expect, it, onTestFinished } from 'vitest';
import { hour, minute, second } from '../../core/base/dates.ts';
import type { FaultRule } from '../../core/practice/wire/faults.ts';
import { syncedWorld } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import { requestsSince } from '../support/requests.ts';
import { salesByOrder } from '../support/sales.ts';
import type { World } from '../support/world.ts';

const order = '7712310';
const onCreate = (action: FaultRule['do']): FaultRule => ({
  match: { api: 'cin7', method: 'POST', path: '/ExternalApi/v2/sale', times: 1 },
  do: action,
});

/** A screen over a world whose first run left one order with nobody knowing whether its sale exists. */
async function checkingWorld(action: FaultRule['do']): Promise<{ world: World; screen: Screen }> {
  const world = await syncedWorld({ faults: [onCreate(action)] });
  const screen = await openScreen(world);
  onTestFinished(() => screen.close());
  await screen.beat();
  expect(await world.order(order)).toMatchObject({ state: 'checking' });
  return { world, screen };
}

const runs = (screen: Screen) => screen.query('runs.list', { before: null, count: 20 });

/** Beats until nothing goes on, and some more: whatever would start has started by then. */
async function settled(screen: Screen): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += 1)
    await screen.until(() => {
      expect(screen.store('run').current).toBeNull();
    });
}

const lookUps = (requests: ReturnType<typeof requestsSince>) =>
  requests.entries().filter(({ query }) => query.includes('ExternalID=') && query.includes(order)).length;

describe('a look at an order that is being checked', () => {
  it('ORD-4: finds the sale whose answer was lost within minutes, asks Cin7 for nothing else, and is no run', async () => {
    const { world, screen } = await checkingWorld('dropAfter');
    const { nextDueAt } = screen.store('app').schedule;
    const [first] = await runs(screen);
    const requests = requestsSince(world.practice);
    world.clock.advance(29 * second);
    await settled(screen);
    expect(requests.entries()).toEqual([]);

    world.clock.advance(minute);
    await screen.until(async () => expect(await world.order(order)).toMatchObject({ state: 'in-cin7' }));
    await settled(screen);
    expect(Object.values(salesByOrder(world))).toEqual([1, 1, 1, 1]);
    expect(requests.cin7Writes()).toEqual(['POST /sale/order']);
    expect(requests.cin7()).toEqual(['GET /me', 'GET /saleList', 'GET /sale', 'POST /sale/order', 'GET /sale']);
    expect(requests.entries()).toHaveLength(5);
    expect(await runs(screen)).toEqual([first]);
    expect(screen.store('app').schedule.nextDueAt).toBe(nextDueAt);

    world.clock.advance(hour);
    await screen.until(async () => expect(await runs(screen)).toHaveLength(2));
    await settled(screen);
    expect(world.practice.joor.state.orders.get(order)?.exportStatus).toBe('SUCCESS');
    expect(Object.values(salesByOrder(world))).toEqual([1, 1, 1, 1]);
  });

  it('ORD-4: comes after each of the delays, and only after all of them the sale is created again', async () => {
    const { world, screen } = await checkingWorld('dropBefore');
    const requests = requestsSince(world.practice);
    for (const [seconds, looks] of [
      [30, 1],
      [120, 2],
    ] as const) {
      world.clock.advance((seconds - 1) * second);
      await settled(screen);
      expect(lookUps(requests)).toBe(looks - 1);
      world.clock.advance(second);
      await screen.until(() => expect(lookUps(requests)).toBe(looks));
      await settled(screen);
      expect(requests.cin7Writes()).toEqual([]);
    }
    world.clock.advance(10 * minute);
    await screen.until(async () => expect(await world.order(order)).toMatchObject({ state: 'in-cin7' }));
    expect(Object.values(salesByOrder(world))).toEqual([1, 1, 1, 1]);
    expect(await runs(screen)).toHaveLength(1);
  });

  it('ORD-4: that fails is not repeated: the next run goes on', async () => {
    const { world, screen } = await checkingWorld('dropAfter');
    world.practice.cin7.faults.add({
      match: { method: 'GET', path: '*/saleList' },
      do: { kind: 'status', status: 500, contentType: 'text/plain', body: 'Out of order' },
    });
    const { nextDueAt } = screen.store('app').schedule;
    const requests = requestsSince(world.practice);
    world.clock.advance(minute);
    await screen.until(() => expect(lookUps(requests)).toBeGreaterThan(0));
    await settled(screen);
    const asked = requests.entries().length;
    world.clock.advance(20 * minute);
    await settled(screen);
    expect(requests.entries()).toHaveLength(asked);
    expect(await world.order(order)).toMatchObject({ state: 'checking' });
    expect(screen.store('app').schedule).toMatchObject({ nextDueAt, stoppedBy: null });
    expect(screen.store('run').last).toMatchObject({ outcome: 'needs-you' });

    world.practice.cin7.faults.reset();
    world.clock.advance(hour);
    await screen.until(async () => expect(await world.order(order)).toMatchObject({ state: 'in-cin7' }));
    expect(Object.values(salesByOrder(world))).toEqual([1, 1, 1, 1]);
  });

  it('ORD-4: never comes while the schedule is paused, or a key was rejected', async () => {
    const { world, screen } = await checkingWorld('dropAfter');
    const requests = requestsSince(world.practice);
    await screen.command('schedule.pause', { isPaused: true });
    world.clock.advance(minute);
    await settled(screen);
    expect(requests.entries()).toEqual([]);

    world.practice.faults.add({
      match: { api: 'cin7', path: '*/me' },
      do: { kind: 'status', status: 403, contentType: 'text/plain', body: 'Incorrect credentials!' },
    });
    await screen.command('schedule.pause', { isPaused: false });
    await screen.until(() =>
      expect(screen.store('app').schedule).toMatchObject({ stoppedBy: { code: 'key-rejected' } }),
    );
    expect(screen.store('attention').open[0]).toMatchObject({ kind: 'alarm', code: 'key-rejected' });
    const asked = requests.entries().length;
    world.clock.advance(5 * hour);
    await settled(screen);
    expect(requests.entries()).toHaveLength(asked);
    expect(await runs(screen)).toHaveLength(1);
  });

  it('RUN-1: swallows no run: one that is asked for meanwhile follows it', async () => {
    const { world, screen } = await checkingWorld('dropAfter');
    const asked: Promise<{ state: string }>[] = [];
    world.beforeRequest(() => {
      if (asked.length === 0)
        asked.push(screen.command('runs.start', { kind: 'sync', only: ['orders'], isFullPass: false }));
    });
    world.clock.advance(minute);
    await screen.until(async () => expect(await runs(screen)).toHaveLength(2));
    await settled(screen);
    expect(await Promise.all(asked)).toMatchObject([{ state: 'queued' }]);
    expect((await runs(screen))[0]).toMatchObject({ startedBy: 'person', kind: 'sync' });
    expect(Object.values(salesByOrder(world))).toEqual([1, 1, 1, 1]);
  });
});
