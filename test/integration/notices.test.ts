// Notices outside the window, over a real ledger: told once, also over a restart, and leading to the thing.
import { describe, expect, it, onTestFinished } from 'vitest';
import { hour, minute } from '../../core/base/dates.ts';
import type { Notifier } from '../../core/base/ports.ts';
import { hostEventSchema } from '../../core/contract/protocol.ts';
import { worldFor } from '../support/expect.ts';
import { openScreen } from '../support/host.ts';
import type { World } from '../support/world.ts';

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly opened: () => void;
}

async function hostWith(world: World, isPractice = false) {
  const shown: Shown[] = [];
  const notifier: Notifier = { show: (notice, opened) => shown.push({ ...notice, opened }) };
  const screen = await openScreen(world, { notifier, profile: { name: 'Test', isPractice } });
  onTestFinished(() => screen.close());
  return { screen, shown };
}

/** A world at noon of the PC's clock in which one order waits for somebody. */
async function worldThatWaits(): Promise<World> {
  const world = await worldFor();
  const noon = new Date(world.clock.now());
  noon.setHours(12, 0, 0, 0);
  world.clock.advance((noon.getTime() - world.clock.now() + 24 * hour) % (24 * hour));
  expect((await world.sync()).outcome).toBe('needs-you');
  return world;
}

describe('what waits for a person', () => {
  it('is told once when it is ten minutes old, all of it in one notice, and not again after a restart', async () => {
    const world = await worldThatWaits();
    const first = await hostWith(world);
    await first.screen.beat();
    expect(first.shown).toEqual([]);
    world.clock.advance(11 * minute);
    await first.screen.beat();
    expect(first.shown).toHaveLength(1);
    await first.screen.close();
    const second = await hostWith(world);
    world.clock.advance(minute);
    await second.screen.beat();
    expect(second.shown).toEqual([]);
  });

  it('leads to the thing when it is clicked', async () => {
    const world = await worldThatWaits();
    const { screen, shown } = await hostWith(world);
    const places: unknown[] = [];
    screen.host.subscribe((event) => {
      const heard = hostEventSchema.parse(event);
      if (heard.kind === 'go') places.push(heard.place);
    });
    world.clock.advance(11 * minute);
    await screen.beat();
    shown[0]?.opened();
    expect(places).toEqual([expect.objectContaining({ to: expect.stringMatching(/home|orders|styles|settings/) })]);
  });

  it('is told nobody in quiet hours, with notices off, or in practice', async () => {
    const world = await worldThatWaits();
    const practice = await hostWith(world, true);
    world.clock.advance(11 * minute);
    await practice.screen.beat();
    expect(practice.shown).toEqual([]);
    await practice.screen.close();
    const { screen, shown } = await hostWith(world);
    const set = (path: string, value: unknown) =>
      screen.command('settings.change', { revision: screen.store('settings').revision, changes: [{ path, value }] });
    await set('notifications.on', false);
    await screen.beat();
    await set('notifications.quietFrom', '00:00');
    await set('notifications.quietTo', '23:59');
    await set('notifications.on', true);
    world.clock.advance(minute);
    await screen.beat();
    expect(shown).toEqual([]);
    await set('notifications.quietTo', '00:00');
    world.clock.advance(minute);
    await screen.beat();
    expect(shown).toHaveLength(1);
  });
});
