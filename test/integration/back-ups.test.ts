// Copies of the records: one a week by itself, and the newest whole one in the place of records that are damaged. What happened
// since the copy is found again in both accounts, and nothing exists twice (design 5, SCOPE-4).
import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { day } from '../../core/base/dates.ts';
import { expectInStep, syncedWorld } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import { requestsSince } from '../support/requests.ts';
import { placeOrder, salesByOrder } from '../support/sales.ts';
import { found, type World } from '../support/world.ts';

const copies = ({ profile }: World) => profile.backUps().map(({ why }) => why);

/** Overwrites the file from a place on, as a failing disk would. */
function damage(path: string, from = 0): void {
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  for (let at = from; at < size; at += 4_096) writeSync(file, Buffer.alloc(4_096, 0x41), 0, 4_096, at);
  closeSync(file);
}

const ledgerOf = (world: World) => found(world.ledgerFiles(), (path) => path.endsWith('.db'), 'ledger');

async function screenOf(world: World): Promise<Screen> {
  const screen = await openScreen(world, { profile: { name: 'Default', isPractice: false } });
  onTestFinished(() => screen.close());
  return screen;
}

describe('back-ups by themselves', () => {
  it('are made after a run, once there is something to lose', async () => {
    const world = await syncedWorld();
    expect(copies(world)).toEqual([]);
    world.clock.advance(2 * day);
    await world.sync();
    expect(copies(world)).toEqual(['weekly']);
    await world.syncNextHour();
    expect(copies(world)).toEqual(['weekly']);
  });
});

describe('damaged records', () => {
  it('are replaced by the newest whole copy, and what came after it is known again', { timeout: 120_000 }, async () => {
    const world = await syncedWorld();
    world.clock.advance(2 * day);
    await world.sync();
    world.clock.advance(7 * day);
    await world.sync();
    const [newest, older] = world.profile
      .backUps()
      .map(({ name, at }) => ({ path: join(world.profile.folder, 'backups', name), at }));
    damage(newest?.path ?? '');
    const order = placeOrder(world);
    await world.syncNextHour();
    const sold = salesByOrder(world);
    expect(Object.keys(sold).filter((id) => id.includes(order.id))).toHaveLength(1);
    damage(ledgerOf(world));

    const screen = await screenOf(world);
    expect(screen.store('app')).toMatchObject({
      stage: 'blocked',
      blockedBy: { code: 'ledger-damaged', action: 'restore-backup', actionLabel: 'Restore a copy' },
    });
    const { sentence } = await screen.command('backUps.restore', {});
    expect(sentence).toContain(older?.at.slice(0, 10));
    expect(screen.store('app').stage).toBe('ready');
    expect(readdirSync(world.profile.folder).filter((name) => name.includes('.damaged-'))).not.toEqual([]);

    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(requests.cin7Writes()).toEqual([]);
    expect(salesByOrder(world)).toEqual(sold);
    expectInStep(world);
  });

  it('begin anew where there is no copy, and are kept aside', async () => {
    const world = await syncedWorld();
    const sold = salesByOrder(world);
    damage(ledgerOf(world));
    const screen = await screenOf(world);
    expect((await screen.command('backUps.restore', {})).sentence).toMatch(/^There was no copy/);
    expect(screen.store('app').stage).not.toBe('blocked');
    await world.syncNextHour();
    expect(salesByOrder(world)).toEqual(sold);
    expectInStep(world);
  });
});
