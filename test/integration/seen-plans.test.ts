// A plan that a person saw (GO-3, GO-5, DESIGN 4): applying it sends exactly that, and going live rests on one that was shown
// and still holds.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunReport } from '../../core/contract/run-report.ts';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import { requestsSince } from '../support/requests.ts';
import { placeOrder } from '../support/sales.ts';
import { flowOf, type World } from '../support/world.ts';

async function screenOf(world: World): Promise<Screen> {
  const screen = await openScreen(world);
  onTestFinished(() => screen.close());
  return screen;
}

async function ended(screen: Screen, runId: string): Promise<RunReport> {
  await screen.until(() => expect(screen.store('run').last?.runId).toBe(runId));
  const [report] = await screen.query('runs.list', { before: null, count: 1 });
  if (report?.id !== runId) throw new Error('There is no report.');
  return report;
}

/** Starts a dry run and looks at its plan. */
async function dryRun(screen: Screen) {
  const { runId } = await screen.command('runs.start', { kind: 'dry-run', only: null, isFullPass: false });
  await ended(screen, runId);
  const plan = await screen.query('runs.plan', { runId: null });
  if (plan === null) throw new Error('There is no plan.');
  return plan;
}

const apply = async (screen: Screen, runId: string) =>
  ended(screen, (await screen.command('runs.apply', { runId })).runId);

const rename = (world: World, family: string, name: string) =>
  world.practice.cin7.edits.changeFamily({ family, changes: { name } });

describe('applying a plan that was seen', () => {
  it('GO-3: sends exactly what was seen; what changed meanwhile waits and is said so, what is new waits as well', async () => {
    const world = await syncedWorld();
    world.nextHour();
    rename(world, 'SH-102', 'Marlow Shirt');
    rename(world, 'KN-103', 'Fisher Knit');
    const screen = await screenOf(world);
    const plan = await dryRun(screen);
    expect(plan.changes).toBe(2);
    rename(world, 'KN-103', 'Fisherman Knit');
    rename(world, 'JK-103', 'Harbour Jacket');
    const report = await apply(screen, plan.runId);
    expect(flowOf(report, 'products')).toMatchObject({ changed: 1, counts: { stylesUpdated: 1, notSent: 2 } });
    expect(report.notes).toEqual([
      'Sent the plan that you saw: 2 changes. 1 of them changed meanwhile and waits for the next run or dry run. 1 new change waits as well.',
    ]);
    // The next run takes the rest as it is now.
    expect(flowOf(await world.syncNextHour(), 'products').counts).toMatchObject({ stylesUpdated: 2 });
  });

  it('GO-3: exports the orders that were seen and leaves one that came meanwhile to the next run', async () => {
    const world = await syncedWorld();
    world.nextHour();
    const seen = placeOrder(world, { lines: [{ sku: 'SH-102-NVY-XS', quantity: 1 }] });
    const screen = await screenOf(world);
    const plan = await dryRun(screen);
    const later = placeOrder(world, { lines: [{ sku: 'SH-102-NVY-XS', quantity: 1 }] });
    await apply(screen, plan.runId);
    expect([(await world.order(seen.id)).state, (await world.order(later.id)).state]).toEqual(['in-cin7', 'to-export']);
    await world.syncNextHour();
    expect((await world.order(later.id)).state).toBe('in-cin7');
  });

  it('GO-5: is refused while no flow that has changes is live: it would write nothing', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    const plan = await dryRun(screen);
    const requests = requestsSince(world.practice);
    expect(await screen.refusal('runs.apply', { runId: plan.runId })).toMatchObject({
      code: 'usage',
      nextStep: 'Switch a flow to Live first.',
    });
    expect(requests.joorWrites()).toEqual([]);
  });

  it('is refused after the settings that it rests on changed, and for what is no dry run', async () => {
    const world = await syncedWorld();
    world.nextHour();
    rename(world, 'SH-102', 'Marlow Shirt');
    const screen = await screenOf(world);
    const plan = await dryRun(screen);
    await world.seamline.settings.set('products.excludeTags', '["Sold"]');
    expect(await screen.refusal('runs.apply', { runId: plan.runId })).toMatchObject({
      sentence: expect.stringContaining('The settings changed since that dry run'),
      nextStep: 'Start a dry run again.',
    });
    expect(await screen.refusal('runs.apply', { runId: 'none' })).toMatchObject({ nextStep: 'Start a dry run first.' });
  });
});

describe('going live with a flow', () => {
  it('GO-3: needs a plan that a screen showed, of the settings that hold now', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    const { runId } = await screen.command('runs.start', { kind: 'dry-run', only: null, isFullPass: false });
    await ended(screen, runId);
    const live = { flow: 'products', mode: 'live', planSeen: runId } as const;
    expect(await screen.refusal('flows.setMode', live)).toMatchObject({
      sentence: "What would be sent wasn't seen yet: the first write follows a dry run that you looked at.",
      nextStep: 'Start a dry run first.',
    });
    await screen.query('runs.plan', { runId: null });
    await screen.command('flows.setMode', live);
    // What is switched on and when isn't what the plan rests on; what is selected is.
    await screen.command('flows.setMode', { ...live, flow: 'linesheets' });
    await world.seamline.settings.set('products.selectTags', '["Other"]');
    expect(await screen.refusal('flows.setMode', { ...live, flow: 'inventory' })).toMatchObject({
      nextStep: 'Start a dry run again.',
    });
  });

  it('GO-5: needs a plan that said what this flow would send', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    await screen.command('flows.setMode', { flow: 'inventory', mode: 'off', planSeen: null });
    const plan = await dryRun(screen);
    expect(
      await screen.refusal('flows.setMode', { flow: 'inventory', mode: 'live', planSeen: plan.runId }),
    ).toMatchObject({ sentence: expect.stringMatching(/was off in that dry run/), nextStep: 'Start a dry run again.' });
    expect(await world.seamline.settings.get('flows.inventory')).toBe(false);
  });
});
