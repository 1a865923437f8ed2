// Runs and the computer: Quit in the middle of a sale, and waking up after a sleep.
import { expect, test } from '../support/stage.ts';
import { goLive, syncNow } from '../support/story.ts';

test.skip(process.platform !== 'linux', 'A keyring of the test’s own is a matter of Linux.');
test.setTimeout(180_000);

test('Quit in the middle of a sale ends the run safely: it is said afterwards, and no order is lost or doubled', async ({
  stage,
}) => {
  const practice = await stage.begin({ profile: 'set-up' });
  const ours = () => [...practice.cin7.state.sales.values()].map(({ header }) => header.ExternalID).filter(Boolean);
  const wanted = 4;
  await stage.act('unlocked', async ({ page }) => {
    await goLive(page, practice);
    practice.faults.add({
      match: { api: 'cin7', method: 'POST', path: '*/sale', nth: 1 },
      do: { kind: 'delay', seconds: 3 },
    });
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect.poll(() => practice.faults.hits.length, { timeout: 60_000 }).toBe(1);
  });
  expect(ours().length).toBeLessThanOrEqual(1);
  await stage.act('unlocked', async ({ page }) => {
    await expect(page.getByText('The run was stopped. What was done is kept.').first()).toBeVisible();
    await syncNow(page);
    // The sale whose answer nobody heard is looked up when its time has come.
    await expect.poll(() => ours().length, { timeout: 60_000 }).toBe(wanted);
    expect(new Set(ours()).size).toBe(wanted);
  });
});

test('RUN-8: after a sleep the app waits for the network, then catches up by one run', async ({ stage }) => {
  const practice = await stage.begin({ profile: 'set-up' });
  await stage.act('unlocked', async ({ app, page }) => {
    await goLive(page, practice);
    await syncNow(page);
    const before = practice.cin7.log.entries.length;
    await app.evaluate(({ net, powerMonitor }) => {
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
    await app.evaluate(({ net }) => {
      net.isOnline = () => true;
    });
    await expect.poll(() => practice.cin7.log.entries.length, { timeout: 20_000 }).toBeGreaterThan(before);
    await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible({ timeout: 60_000 });
  });
});
