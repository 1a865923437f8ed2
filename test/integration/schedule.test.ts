// Runs that start by themselves: every hour by the wall clock, once after a sleep, again after a failure (RUN-8).
import { describe, expect, it, onTestFinished } from 'vitest';
import { hour, instantOf, minute, shiftInstant } from '../../core/base/dates.ts';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import type { World } from '../support/world.ts';

async function screenOf(world: World): Promise<Screen> {
  const screen = await openScreen(world);
  onTestFinished(() => screen.close());
  return screen;
}

const runs = (screen: Screen) => screen.query('runs.list', { before: null, count: 20 });

/** Beats until so many runs have ended and none goes on. */
const ended = (screen: Screen, number: number) =>
  screen.until(async () => {
    expect(screen.store('run').current).toBeNull();
    expect(await runs(screen)).toHaveLength(number);
  });

describe('the schedule', () => {
  it('RUN-8: starts a run an hour after the last one, by an instant that a restart keeps', async () => {
    const world = await syncedWorld();
    const [{ startedAt } = { startedAt: '' }] = await runs(await screenOf(world));
    const first = await openScreen(world);
    await first.beat();
    expect(first.store('app').schedule).toMatchObject({ nextDueAt: shiftInstant(startedAt, hour), stoppedBy: null });
    await first.close();

    const screen = await screenOf(world);
    expect(screen.store('app').schedule.nextDueAt).toBe(shiftInstant(startedAt, hour));
    world.clock.advance(hour);
    const due = instantOf(world.clock.now());
    await ended(screen, 2);
    expect((await runs(screen))[0]).toMatchObject({ startedBy: 'timer', kind: 'sync', outcome: 'needs-you' });
    expect(screen.store('app').schedule.nextDueAt).toBe(shiftInstant(due, hour));
  });

  it('RUN-8: catches up a weekend asleep by one run, and tells so', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    await screen.beat();
    world.clock.advance(61 * hour);
    await screen.signal('wake');
    expect(screen.store('app').sleeps).toMatchObject([
      { sentence: expect.stringMatching(/^Asleep 61 h, over 61 due runs\. The next run catches up\.$/) },
    ]);
    expect(screen.store('run').current).toBeNull();
    await screen.signal('online');
    await ended(screen, 2);
    expect(screen.store('app').sleeps).toMatchObject([
      { sentence: expect.stringMatching(/^Asleep 61 h\. Caught up [A-Z][a-z]{2} \d\d:\d\d, nothing missed\.$/) },
    ]);
    world.clock.advance(59 * minute);
    await screen.beat();
    expect(await runs(screen)).toHaveLength(2);
  });

  it('RUN-8: makes one run of waking, the network coming back and the timer, all at once', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    await screen.signal('offline');
    world.clock.advance(9 * hour);
    await Promise.all([
      screen.beat(),
      screen.signal('wake'),
      screen.signal('online'),
      screen.signal('wake'),
      screen.signal('online'),
      screen.beat(),
    ]);
    await ended(screen, 2);
    for (const signal of ['wake', 'online', 'online'] as const) await screen.signal(signal);
    world.clock.advance(minute);
    await screen.beat();
    world.clock.advance(58 * minute);
    await screen.beat();
    expect(await runs(screen)).toHaveLength(2);
    expect(screen.store('run').current).toBeNull();
  });

  it('RUN-8: waits for the network after waking, but not for ever', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    await screen.beat();
    await screen.signal('offline');
    world.clock.advance(2 * hour);
    await screen.beat();
    expect(screen.store('run').current).toBeNull();
    await screen.signal('online');
    await ended(screen, 2);
    world.clock.advance(2 * hour);
    await screen.signal('wake');
    expect(screen.store('run').current).toBeNull();
    world.clock.advance(minute);
    await ended(screen, 3);
  });

  it('RUN-8: a run that was slept through in its middle starts again from its beginning', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    await screen.beat();
    let slept: Promise<void> | null = null;
    world.beforeRequest(({ name }) => {
      if (name !== 'families' || slept !== null) return;
      world.clock.advance(8 * hour);
      slept = screen.beat();
    });
    world.clock.advance(hour);
    await ended(screen, 3);
    const outcomes = (await runs(screen)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['needs-you', 'stopped', 'needs-you']);
  });

  it('runs nothing while it is paused, and goes on afterwards', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    await screen.beat();
    await screen.command('schedule.pause', { isPaused: true });
    expect(screen.store('app').schedule).toMatchObject({ isPaused: true, nextDueAt: null });
    world.clock.advance(3 * hour);
    await screen.beat();
    expect(await runs(screen)).toHaveLength(1);
    await screen.command('schedule.pause', { isPaused: false });
    await ended(screen, 2);
  });

  it('tries a run that failed again before the hour is over', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    await screen.beat();
    world.practice.faults.add({
      match: { api: 'cin7', path: '*/me' },
      do: { kind: 'status', status: 500, contentType: 'text/plain', body: 'Out of order' },
    });
    world.clock.advance(hour);
    await ended(screen, 2);
    const [failed] = await runs(screen);
    expect(failed).toMatchObject({ outcome: 'failed', error: { code: 'server-fault', api: 'cin7' } });
    const retry = shiftInstant(failed?.endedAt ?? '', 5 * minute);
    expect(screen.store('app').schedule).toMatchObject({ nextDueAt: retry, stoppedBy: null });
    world.practice.faults.reset();
    world.clock.advance(5 * minute);
    await ended(screen, 3);
    expect((await runs(screen))[0]?.outcome).toBe('needs-you');
  });

  it('does nothing before set-up is finished', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    world.clock.advance(5 * hour);
    await screen.beat();
    expect(screen.store('run').current).toBeNull();
    expect(screen.store('app').schedule.nextDueAt).toBeNull();
  });
});

describe('a rejected key', () => {
  it('stops the schedule and raises the alarm until a person enters a new one', async () => {
    const world = await syncedWorld();
    const screen = await screenOf(world);
    await screen.beat();
    world.practice.faults.add({
      match: { api: 'cin7', path: '*/me' },
      do: { kind: 'status', status: 403, contentType: 'text/plain', body: 'Incorrect credentials!' },
    });
    world.clock.advance(hour);
    await ended(screen, 2);
    expect(screen.store('app')).toMatchObject({
      schedule: { stoppedBy: { code: 'key-rejected', action: 'enter-key', scope: 'account' } },
      cin7: { state: 'rejected', error: { code: 'key-rejected' } },
      joor: { error: null },
      answer: { isAllInStep: false },
    });
    expect(screen.store('attention').open[0]).toMatchObject({ kind: 'alarm', code: 'key-rejected' });
    world.clock.advance(5 * hour);
    await screen.beat();
    expect(await runs(screen)).toHaveLength(2);
  });
});
