// The life of the app: one instance, a page that comes back, settings in their file, an end that waits.
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesWith, startAccounts } from '../support/accounts.ts';
import { ask, command, expect, startApp, test } from '../support/desktop.ts';

test('opens its window on the screens, with the host behind it', async ({ started: { page } }) => {
  expect(await page.title()).toBe('Seamline');
  expect(await ask(page, { kind: 'subscribe' })).toMatchObject({ ok: true });
});

test('a second start brings the first window back and ends', async ({ started: { app, folder } }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const executable = await app.evaluate(() => process.execPath);
  const own = process.env['SEAMLINE_ELECTRON'] === undefined ? [process.cwd()] : [];
  const second = spawn(executable, [...own, '--profile', folder, '--exec=evil'], { stdio: 'ignore' });
  expect(await new Promise((ended) => second.once('exit', ended))).toBe(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
  expect(app.windows()).toHaveLength(1);
});

test('a page that crashes comes back by itself', async ({ started: { app, page } }) => {
  const crashed = page.waitForEvent('crash');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await crashed;
  await expect
    .poll(() =>
      app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined || contents.isCrashed() || contents.isLoading()) return 'not yet';
        const title: unknown = await contents.executeJavaScript('document.title');
        return title;
      }),
    )
    .toBe('Seamline');
});

test('settings are written whole, with a copy, for their owner alone', async ({ folder }) => {
  const path = join(folder, 'settings.json');
  const first = await startApp(folder);
  const change = (revision: number, value: unknown) =>
    command('settings.change', {
      revision,
      changes: [{ path: 'inventory.buffer', value }],
    });
  expect(await ask(first.page, change(0, 3))).toMatchObject({ ok: true });
  expect(await ask(first.page, change(1, 4))).toMatchObject({ ok: true });
  expect(await ask(first.page, change(1, 5))).toMatchObject({
    ok: false,
    error: { code: 'settings-changed' },
  });
  await first.app.close();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    revision: 2,
    inventory: { buffer: 4 },
  });
  expect(JSON.parse(readFileSync(`${path}.bak`, 'utf8'))).toMatchObject({
    revision: 1,
    inventory: { buffer: 3 },
  });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('closing the window quits, or leaves Seamline in the tray when the person wants that', async ({ folder }) => {
  const first = await startApp(folder);
  const change = {
    revision: 0,
    changes: [{ path: 'app.closeToTray', value: true }],
  };
  expect(await ask(first.page, command('settings.change', change))).toMatchObject({ ok: true });
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const isVisible = () => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(false);
  await first.app.evaluate(({ app }) => void app.emit('activate'));
  await expect.poll(isVisible).toBe(true);
  await first.app.close();

  const second = await startApp(folder);
  const back = {
    revision: 1,
    changes: [{ path: 'app.closeToTray', value: false }],
  };
  expect(await ask(second.page, command('settings.change', back))).toMatchObject({ ok: true });
  const ended = new Promise((resolve) => second.app.process().once('exit', resolve));
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  expect(await ended).toBe(0);
});

test('SEC-1: keys that were typed outlive a restart in the keychain, and are nowhere else', async ({ folder }) => {
  const accounts = await startAccounts();
  const first = await startApp(folder);
  expect(await ask(first.page, command('connections.connectCin7', accounts.cin7))).toMatchObject({ ok: true });
  await first.app.close();
  const second = await startApp(folder);
  const connect = command('connections.connectCin7', { ...accounts.cin7, accountId: null, applicationKey: null });
  expect(await ask(second.page, connect)).toMatchObject({ ok: true });
  expect(JSON.stringify(await ask(second.page, { kind: 'subscribe' }))).toContain('"keychain":"ok"');
  await second.app.close();
  await accounts.stop();
  for (const canary of accounts.canaries) expect(first.output() + second.output()).not.toContain(canary);
  expect(filesWith(folder, accounts.canaries)).toEqual([]);
});

test('practice opens with accounts of its own, and the way back', async ({ started: { page } }) => {
  expect(await ask(page, command('profile.usePractice', {}))).toMatchObject({ ok: true });
  await expect.poll(async () => JSON.stringify(await ask(page, { kind: 'subscribe' }))).toContain('"isPractice":true');
  expect(await ask(page, command('profile.useReal', {}))).toMatchObject({ ok: true });
  await expect.poll(async () => JSON.stringify(await ask(page, { kind: 'subscribe' }))).toContain('"isPractice":false');
});
