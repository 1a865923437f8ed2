// Runs and the computer: Quit in the middle of a sale, and waking up after a sleep.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Practice } from '../../../core/practice/practice.ts';
import type { FaultRule } from '../../../core/practice/wire/faults.ts';
import type { StartedApp } from '../support/desktop.ts';
import { expect, test } from '../support/stage.ts';
import { goLive, syncNow } from '../support/story.ts';

test.skip(process.platform !== 'linux', 'A keyring of the test’s own is a matter of Linux.');
test.setTimeout(180_000);

const ours = ({ cin7 }: Practice) =>
  [...cin7.state.sales.values()].map(({ header }) => header.ExternalID).filter(Boolean);
/** Orders that are exported when everything goes well. */
const wanted = 4;

/** Goes live and starts a run whose first sale meets what shall happen to it; returns while it is under way. */
async function sellInto(page: Page, practice: Practice, fault: FaultRule['do']): Promise<void> {
  await goLive(page, practice);
  practice.faults.add({ match: { api: 'cin7', method: 'POST', path: '*/sale', nth: 1 }, do: fault });
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(() => practice.faults.hits.length, { timeout: 60_000 }).toBe(1);
}

/** Asks the app to quit; gives when it has ended, and how many milliseconds that took. */
async function quit({ app }: StartedApp): Promise<{ readonly ended: Promise<number> }> {
  const began = performance.now();
  const ended = new Promise<number>((end) => app.process().once('exit', () => end(performance.now() - began)));
  await app.evaluate(({ app: main }) => main.quit());
  return { ended };
}

/** What the list says of the order whose sale was the first to be asked for. */
async function expectOfFirst(page: Page, words: RegExp): Promise<void> {
  await page
    .getByRole('button', { name: /^Orders/ })
    .first()
    .click();
  await expect(page.getByRole('row', { name: /Checking with Cin7/ })).toHaveText(words);
}

const incomplete = /The run ended before its sale was complete/;
const unclear = /Cin7 gave no clear answer/;

test('Quit waits for the answer to a sale that is under way: said in the window, recorded, nothing unclear', async ({
  stage,
}) => {
  const practice = await stage.begin({ profile: 'set-up' });
  await stage.act('unlocked', async (started) => {
    await sellInto(started.page, practice, { kind: 'delay', seconds: 4 });
    const { ended } = await quit(started);
    await expect(started.page.getByText('Seamline is quitting.')).toBeVisible();
    expect(await ended).toBeLessThan(8_000);
  });
  expect(ours(practice)).toHaveLength(1);
  await stage.act('unlocked', async ({ page }) => {
    await expect(page.getByText('The run was stopped. What was done is kept.').first()).toBeVisible();
    await expectOfFirst(page, incomplete);
    await expect(page.getByText(unclear)).toHaveCount(0);
    await page.getByRole('button', { name: 'Home' }).click();
    await syncNow(page);
    await expect.poll(() => ours(practice).length, { timeout: 60_000 }).toBe(wanted);
    expect(new Set(ours(practice)).size).toBe(wanted);
  });
});

test('Quit waits no longer than a few seconds for an answer that never comes, which is looked up after the next start', async ({
  stage,
}) => {
  const practice = await stage.begin({ profile: 'set-up' });
  await stage.act('unlocked', async (started) => {
    await sellInto(started.page, practice, 'timeoutAfter');
    const { ended } = await quit(started);
    const took = await ended;
    expect(took).toBeGreaterThan(7_500);
    expect(took).toBeLessThan(12_000);
  });
  expect(ours(practice)).toHaveLength(1);
  await stage.act('unlocked', async ({ page }) => {
    await expectOfFirst(page, unclear);
    // Found when its time to be looked for has come; nothing is sold twice.
    await expect(page.getByRole('row', { name: /Checking with Cin7/ })).toHaveCount(0, { timeout: 60_000 });
    await page.getByRole('button', { name: 'Home' }).click();
    await syncNow(page);
    await expect.poll(() => ours(practice).length, { timeout: 60_000 }).toBe(wanted);
    expect(new Set(ours(practice)).size).toBe(wanted);
  });
});

for (const [what, again] of [
  ['Quitting twice', ({ app }: StartedApp) => app.evaluate(({ app: main }) => main.quit())],
  ['The end of the session', async ({ app }: StartedApp) => void app.process().kill('SIGTERM')],
] as const)
  test(`${what} waits for nothing, and what it did is looked up`, async ({ stage }) => {
    const practice = await stage.begin({ profile: 'set-up' });
    await stage.act('unlocked', async (started) => {
      await sellInto(started.page, practice, 'timeoutAfter');
      const { ended } = await quit(started);
      await expect(started.page.getByText('Seamline is quitting.')).toBeVisible();
      await again(started).catch(() => undefined);
      expect(await ended).toBeLessThan(5_000);
    });
    await stage.act('unlocked', ({ page }) => expectOfFirst(page, unclear));
    expect(ours(practice)).toHaveLength(1);
  });

test('RUN-8: after a sleep the app waits for the network, then catches up by exactly one run, awake until it ends', async ({
  stage,
}) => {
  const practice = await stage.begin({ profile: 'set-up' });
  await stage.act('unlocked', async ({ app, page, folder }) => {
    const log = join(folder, 'logs', 'seamline.log');
    await goLive(page, practice);
    await syncNow(page);
    const before = practice.cin7.log.entries.length;
    const startedRuns = () => [...readFileSync(log, 'utf8').matchAll(/run started/g)].length;
    const runsBefore = startedRuns();
    await app.evaluate(({ net, powerMonitor, powerSaveBlocker }) => {
      const start = powerSaveBlocker.start.bind(powerSaveBlocker);
      const stop = powerSaveBlocker.stop.bind(powerSaveBlocker);
      const held: string[] = [];
      Reflect.set(globalThis, 'held', held);
      powerSaveBlocker.start = (kind) => {
        held.push(kind);
        return start(kind);
      };
      powerSaveBlocker.stop = (id) => {
        held.push('released');
        return stop(id);
      };
      const asleep = 2 * 3_600_000;
      const now = Date.now.bind(Date);
      Date.now = () => now() + asleep;
      net.isOnline = () => false;
      powerMonitor.emit('resume');
    });
    await expect(page.getByText(/asleep|slept/i).first()).toBeVisible();
    // Longer than the app takes to look at its network.
    await page.waitForTimeout(6_000);
    expect(practice.cin7.log.entries).toHaveLength(before);
    // Everything that says that the computer is back, and more than once, together with the timer's own look.
    await app.evaluate(({ net, powerMonitor }) => {
      net.isOnline = () => true;
      for (const event of ['resume', 'unlock-screen', 'resume']) powerMonitor.emit(event);
    });
    await expect.poll(() => practice.cin7.log.entries.length, { timeout: 20_000 }).toBeGreaterThan(before);
    await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible({ timeout: 60_000 });
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    await page.waitForTimeout(6_000);
    expect(startedRuns()).toBe(runsBefore + 1);
    expect(await app.evaluate((): unknown => Reflect.get(globalThis, 'held'))).toEqual([
      'prevent-app-suspension',
      'released',
    ]);
  });
});
