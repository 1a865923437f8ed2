// Seamline on this PC: its window is where it was, it looks as chosen, it starts with the session, and it tells outside its window
// what waits.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, command, expect, startApp, type StartedApp } from '../support/desktop.ts';
import { test } from '../support/stage.ts';
import { goLive, syncNow } from '../support/story.ts';

const change = ({ page }: StartedApp, revision: number, changes: Readonly<Record<string, unknown>>) =>
  ask(
    page,
    command('settings.change', {
      revision,
      changes: Object.entries(changes).map(([path, value]) => ({ path, value })),
    }),
  );

const boundsOf = ({ app }: StartedApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

test('the window opens where it was, and in the middle when that is out of reach', async ({ folder }) => {
  const first = await startApp(folder);
  const wanted = { x: 40, y: 30, width: 1100, height: 700 };
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), wanted);
  await expect.poll(() => boundsOf(first)).toEqual(wanted);
  await first.app.close();

  const second = await startApp(folder);
  expect(await boundsOf(second)).toEqual(wanted);
  await second.app.close();

  writeFileSync(join(folder, 'window.json'), JSON.stringify({ ...wanted, x: 9_000, isMaximised: false }));
  const third = await startApp(folder);
  const { x, width } = (await boundsOf(third)) ?? { x: 9_000, width: 0 };
  const screen = await third.app.evaluate(({ screen: displays }) => displays.getPrimaryDisplay().workArea);
  expect(width).toBe(wanted.width);
  expect(x).toBeLessThanOrEqual(screen.x + screen.width - width);
  await third.app.close();
});

test('the theme is a setting, and the page keeps none of its own', async ({ folder }) => {
  const first = await startApp(folder);
  const shown = ({ page }: StartedApp) => expect(page.locator('html'));
  await shown(first).toHaveAttribute('data-mantine-color-scheme', 'light');
  expect(await change(first, 0, { 'app.theme': 'dark' })).toMatchObject({ ok: true });
  await shown(first).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await first.app.close();
  const second = await startApp(folder);
  await shown(second).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  expect(await second.page.evaluate(() => localStorage.length)).toBe(0);
  await second.app.close();
});

test('starts with the session when that is wanted, and no more when it isn’t', async ({ folder }) => {
  test.skip(process.platform !== 'linux', 'On Windows and macOS the test would change the person’s own login items.');
  const autostart = join(folder, 'config', 'autostart');
  const started = await startApp(folder, { XDG_CONFIG_HOME: join(folder, 'config') });
  const entries = () => (existsSync(autostart) ? readdirSync(autostart) : []);
  expect(entries()).toEqual([]);
  await change(started, 0, { 'app.launchAtLogin': true });
  await expect.poll(entries).toHaveLength(1);
  const text = readFileSync(join(autostart, entries()[0] ?? ''), 'utf8');
  expect(text).toContain(`"--profile" "${folder}" "--hidden"`);
  await change(started, 1, { 'app.launchAtLogin': false });
  await expect.poll(entries).toEqual([]);
  await started.app.close();
});

test('tells outside the window what waits for ten minutes, once, and a click leads to it', async ({ stage }) => {
  test.skip(process.platform !== 'linux', 'A keyring of the test’s own is a matter of Linux.');
  test.setTimeout(120_000);
  const practice = await stage.begin({ profile: 'set-up' });
  /** Notes notices in place of showing them, ten minutes and more later. */
  const later = ({ app }: StartedApp) =>
    app.evaluate(({ Notification }) => {
      const shown: unknown[] = [];
      Reflect.set(globalThis, 'shown', shown);
      Notification.isSupported = () => true;
      Notification.prototype.show = function show() {
        shown.push(this);
      };
      const now = Date.now.bind(Date);
      Date.now = () => now() + 11 * 60_000;
    });
  const titles = ({ app }: StartedApp) =>
    app.evaluate((): string[] => {
      const shown: unknown = Reflect.get(globalThis, 'shown');
      return Array.isArray(shown) ? shown.map((one) => String(Reflect.get(one, 'title'))) : [];
    });
  await stage.act('unlocked', async (started) => {
    const { app, page } = started;
    await goLive(page, practice);
    await syncNow(page);
    const { revision } = JSON.parse(readFileSync(join(started.folder, 'settings.json'), 'utf8'));
    const noQuiet = { 'notifications.quietFrom': '00:00', 'notifications.quietTo': '00:00' };
    expect(await change(started, revision, noQuiet)).toMatchObject({ ok: true });
    await page.getByRole('button', { name: 'Activity' }).click();
    await later(started);
    await expect.poll(() => titles(started), { timeout: 15_000 }).toEqual([expect.stringMatching(/things need you$/)]);
    await app.evaluate(() => {
      const shown: unknown = Reflect.get(globalThis, 'shown');
      const [one]: unknown[] = Array.isArray(shown) ? shown : [];
      const emit: unknown = Reflect.get(Object(one), 'emit');
      if (typeof emit === 'function') Reflect.apply(emit, one, ['click']);
    });
    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  });
  await stage.act('unlocked', async (started) => {
    await later(started);
    await started.page.waitForTimeout(7_000);
    expect(await titles(started)).toEqual([]);
  });
});
