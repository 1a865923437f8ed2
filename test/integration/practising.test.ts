// Practice beside one's own accounts: the screen shows one of the two, the hourly runs of the other go on.
import { describe, expect, it, onTestFinished } from 'vitest';
import { hour } from '../../core/base/dates.ts';
import { seededIds } from '../../core/base/node/ids.ts';
import { syncedWorld } from '../support/expect.ts';
import { openScreen } from '../support/host.ts';

async function practisingScreen() {
  const own = await syncedWorld();
  const practice = await syncedWorld();
  const screen = await openScreen(own, {
    profile: { name: 'Default', isPractice: false },
    // Ids of its own: an epoch is never used twice.
    openPractice: async () => ({
      services: { ...practice.services, ids: seededIds(99) },
      profile: { name: 'Practice', isPractice: true },
    }),
  });
  onTestFinished(() => screen.close());
  return { own, practice, screen };
}

describe('practising', () => {
  it('shows the practice accounts alone, while the own ones are synced every hour', async () => {
    const { own, screen } = await practisingScreen();
    await screen.beat();
    await screen.command('profile.usePractice', {});
    expect(screen.store('app').profile).toEqual({ name: 'Practice', isPractice: true });
    const shown = screen.pushed.length;

    own.clock.advance(hour);
    await screen.until(async () => expect((await own.seamline.status()).lastRun?.startedBy).toBe('timer'));
    expect(screen.pushed.slice(shown).every(({ epoch }) => epoch === screen.pushed[shown - 1]?.epoch)).toBe(true);
    expect(screen.store('app').profile.isPractice).toBe(true);

    await screen.command('profile.useReal', {});
    expect(screen.store('app').profile).toEqual({ name: 'Default', isPractice: false });
    const [last] = await screen.query('runs.list', { before: null, count: 1 });
    expect(last).toMatchObject({ startedBy: 'timer' });
    expect(screen.store('run').last?.runId).toBe(last?.id);
  });

  it('asks and commands only what is shown', async () => {
    const { own, practice, screen } = await practisingScreen();
    await screen.command('profile.usePractice', {});
    await screen.command('settings.change', { revision: 0, changes: [{ path: 'inventory.buffer', value: 7 }] });
    expect((await practice.profile.settings.load()).inventory.buffer).toBe(7);
    expect((await own.profile.settings.load()).inventory.buffer).toBe(0);
  });
});
