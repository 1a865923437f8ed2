// Off, Rehearsal and Live per flow (GO-5, GO-3): what a schedule or a person starts writes only where somebody switched to live.
import { describe, expect, it, onTestFinished } from 'vitest';
import { worldFor } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import { requestsSince } from '../support/requests.ts';
import { flowOf, type World } from '../support/world.ts';

async function screenOf(world: World): Promise<Screen> {
  const screen = await openScreen(world);
  onTestFinished(() => screen.close());
  return screen;
}

async function run(screen: Screen, kind: 'sync' | 'dry-run' = 'sync') {
  const { runId } = await screen.command('runs.start', { kind, only: null, isFullPass: false });
  await screen.until(() => expect(screen.store('run').last?.runId).toBe(runId));
  const [report] = await screen.query('runs.list', { before: null, count: 1 });
  if (report === undefined) throw new Error('There is no report.');
  return report;
}

const flowIn = (screen: Screen, name: string) => screen.store('app').flows.find(({ flow }) => flow === name);

describe('a flow that nobody switched to live', () => {
  it('GO-5: rehearses: reads, plans, says what it would send, writes to neither account', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    const requests = requestsSince(world.practice);
    const report = await run(screen);
    expect(requests.joorWrites()).toEqual([]);
    expect(requests.cin7Writes()).toEqual([]);
    expect(flowOf(report, 'products')).toMatchObject({ isRehearsal: true, counts: { stylesCreated: 10 } });
    expect(screen.store('run').last?.sentence).toMatch(/^\d+ changes to send\./);
    expect(flowIn(screen, 'products')).toMatchObject({
      mode: 'rehearsal',
      choices: ['rehearsal', 'live'],
      sentence: expect.stringMatching(/^[\d,]+ to send, [\d,]+ checked$/),
    });
    expect(screen.store('app').answer).toMatchObject({
      isAllInStep: false,
      detail: expect.stringContaining('Rehearsal: what is to send is not written yet.'),
    });
    expect(screen.store('app').week).toMatchObject([{ changes: 0 }]);
  });

  it('GO-5: goes live alone, with who switched it and when', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    const { id } = await run(screen, 'dry-run');
    await screen.query('runs.plan', { runId: null });
    await screen.command('flows.setMode', { flow: 'products', mode: 'live', planSeen: id });
    expect(flowIn(screen, 'products')).toMatchObject({ mode: 'live', who: 'you', since: expect.any(String) });
    const requests = requestsSince(world.practice);
    const report = await run(screen);
    expect(flowOf(report, 'products')).toMatchObject({ isRehearsal: false, counts: { stylesCreated: 10 } });
    for (const flow of ['linesheets', 'inventory', 'orders'] as const)
      expect(flowOf(report, flow)).toMatchObject({ state: 'done', isRehearsal: true });
    expect(requests.cin7Writes()).toEqual([]);
    expect(requests.joorWrites().every((line) => !/collections|inventory|orders/.test(line))).toBe(true);
    await screen.command('flows.setMode', { flow: 'products', mode: 'rehearsal', planSeen: null });
    expect(flowIn(screen, 'products')?.mode).toBe('rehearsal');
  });

  it('GO-3: goes live only after something was read that could be seen', async () => {
    const screen = await screenOf(await worldFor());
    const refusal = await screen.refusal('flows.setMode', { flow: 'products', mode: 'live', planSeen: null });
    expect(refusal).toMatchObject({ code: 'usage', nextStep: 'Start a dry run first.' });
  });
});

describe('switching off', () => {
  it('stands in the settings and takes the flow out of every run', async () => {
    const world = await worldFor();
    const screen = await screenOf(world);
    await screen.command('flows.setMode', { flow: 'inventory', mode: 'off', planSeen: null });
    expect(await world.seamline.settings.get('flows.inventory')).toBe(false);
    expect(screen.store('settings').settings.flows.inventory).toBe(false);
    expect(flowOf(await run(screen), 'inventory')).toMatchObject({ state: 'off' });
  });

  it.each([
    ['products', 'off', /Products can't be switched off/],
    ['images', 'rehearsal', /doesn't send images yet/],
  ] as const)('%s %s is refused', async (flow, mode, sentence) => {
    const screen = await screenOf(await worldFor());
    const refusal = await screen.refusal('flows.setMode', { flow, mode, planSeen: null });
    expect(refusal.sentence).toMatch(sentence);
  });
});

describe('a sync on the command line', () => {
  it('GO-5: is the consent to go live, for the schedule as well, and says so once', async () => {
    const world = await worldFor();
    expect((await world.sync()).notes).toEqual([
      'Live from now on, because you asked for a sync: Products, Linesheets, Stock and Orders. ' +
        "Seamline's schedule writes for them as well.",
    ]);
    expect((await world.sync()).notes).toEqual([]);
    const screen = await screenOf(world);
    const modes = screen.store('app').flows.map(({ flow, mode, who }) => [flow, mode, who]);
    expect(modes).toContainEqual(['orders', 'live', 'command line']);
    expect(screen.store('app')).toMatchObject({ stage: 'ready', setUpStep: 'done' });
  });
});
