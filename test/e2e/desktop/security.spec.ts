// Electron's security checklist, item by item, on the running app (electronjs.org/docs/latest/tutorial/security). The numbers and
// words of the titles are the checklist's own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type StartedApp } from '../support/desktop.ts';
import { expect, fusesOf, test } from '../support/package.ts';
import { expectStrictPolicy } from '../support/page-policy.ts';

let started: StartedApp;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seamline-security-'));
  started = await startApp(folder);
});
test.afterAll(async () => {
  await started.app.close();
  rmSync(folder, { recursive: true, force: true });
});
// What one test did to the page is gone for the next.
test.afterEach(() => started.page.reload());

/** What the window's page was really opened with. */
const preferences = (): Promise<unknown> =>
  started.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const get: unknown = contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences');
    const found: unknown = typeof get === 'function' ? Reflect.apply(get, contents, []) : null;
    return found;
  });

/** The process that draws the page, as Linux knows it. */
async function rendererFile(name: 'cmdline' | 'status'): Promise<string> {
  const id = await started.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  return readFileSync(`/proc/${id}/${name}`, 'utf8');
}

/** True for a switch that the whole app was started with, or its page's process. */
async function hasSwitch(name: string): Promise<boolean> {
  const isSet = await started.app.evaluate(({ app }, wanted) => app.commandLine.hasSwitch(wanted), name);
  return isSet || (process.platform === 'linux' && (await rendererFile('cmdline')).includes(`--${name}`));
}

/** How a request of the page's session ends. */
const fetched = (url: string) =>
  started.app.evaluate(
    ({ session }, address) =>
      session.defaultSession.fetch(address).then(
        (response) => String(response.status),
        () => 'refused',
      ),
    url,
  );

test('1. only secure content: everything comes over a scheme of its own, nothing over http', async () => {
  const { page } = started;
  expect(page.url()).toBe('seamline://app/');
  const loaded = await page.evaluate(() => [
    ...performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin),
    ...[...document.querySelectorAll('script, link, img')].map(
      (element) => new URL(element.getAttribute('src') ?? element.getAttribute('href') ?? '', location.href).origin,
    ),
  ]);
  expect(loaded.length).toBeGreaterThan(0);
  expect(new Set(loaded)).toEqual(new Set(['seamline://app']));
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  for (const url of ['http://example.com/', 'https://example.com/', 'http://127.0.0.1:1/'])
    expect(await fetched(url)).toBe('refused');
});

test('2. no Node.js in the page', async () => {
  const reached = await started.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window),
  );
  expect(reached).toEqual([]);
  expect(await preferences()).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false });
  expect(await preferences()).not.toMatchObject({ nodeIntegrationInWorker: true });
});

test('3. context isolation: the page can neither reach nor replace what the preload gave it', async () => {
  expect(await preferences()).toMatchObject({ contextIsolation: true });
  const outcome = await started.page.evaluate(() => {
    const given: unknown = Reflect.get(window, 'seamline');
    const isReplaced = Reflect.set(window, 'seamline', {});
    return [typeof given, isReplaced, Reflect.get(window, 'seamline') === given];
  });
  expect(outcome).toEqual(['object', false, true]);
});

test('4. process sandboxing: the system holds the page to a filter of its calls', async () => {
  expect(await preferences()).toMatchObject({ sandbox: true });
  expect(await hasSwitch('no-sandbox')).toBe(false);
  if (process.platform === 'linux') expect(await rendererFile('status')).toMatch(/^Seccomp:\t2$/m);
  const metrics = await started.app.evaluate(({ app }) =>
    app.getAppMetrics().filter(({ type, sandboxed }) => type === 'Tab' && sandboxed === false),
  );
  expect(metrics).toEqual([]);
});

test('5. permission requests: grants none but to copy what the person asked for, and pairs with no device', async () => {
  const { app, page } = started;
  // A real click: the page has to have the focus, or the clipboard is refused for that reason alone.
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'copy';
    button.style.cssText = 'position: fixed; inset: 0; z-index: 9999';
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText('SO-00432').then(
        () => (button.textContent = 'copied'),
        (error: unknown) => (button.textContent = String(error)),
      );
    });
    document.body.append(button);
  });
  await page.click('#copy');
  await expect(page.locator('#copy')).toHaveText('copied');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('SO-00432');
  const granted = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
    location: await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      );
    }),
    clipboard: await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'denied',
    ),
  }));
  expect(granted).toEqual({
    notifications: 'denied',
    camera: 'denied',
    location: 'denied',
    clipboard: 'denied',
  });
  const chosen = await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.emit('select-bluetooth-device', { preventDefault: () => undefined }, [{ deviceId: 'x' }], resolve);
      }),
  );
  expect(chosen).toBe('');
});

test('6. webSecurity is on: another origin can be neither read nor asked', async () => {
  expect(await preferences()).toMatchObject({ webSecurity: true });
  expect(await hasSwitch('disable-web-security')).toBe(false);
  const answers = await started.page.evaluate(() =>
    Promise.all(
      ['https://example.com/', 'http://127.0.0.1:1/', 'seamline://other/'].map((address) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    ),
  );
  expect(answers).toEqual(['refused', 'refused', 'refused']);
});

test('7. a content security policy, kept against whatever is injected', async () => {
  await expectStrictPolicy(started.page);
});

test('8. allowRunningInsecureContent is off', async () => {
  expect(await preferences()).toMatchObject({ allowRunningInsecureContent: false });
  expect(await hasSwitch('allow-running-insecure-content')).toBe(false);
});

test('9. no experimental features', async () => {
  expect(await preferences()).toMatchObject({ experimentalFeatures: false });
  expect(await hasSwitch('enable-experimental-web-platform-features')).toBe(false);
  // One that Chromium on Linux has only as an experiment.
  if (process.platform === 'linux') expect(await started.page.evaluate(() => 'bluetooth' in navigator)).toBe(false);
});

test('10. no enableBlinkFeatures', async () => {
  expect(await preferences()).not.toMatchObject({ enableBlinkFeatures: expect.stringMatching(/./) });
  expect(await hasSwitch('enable-blink-features')).toBe(false);
});

/** Adds a webview that would open windows of its own; gives the kinds of pages that there are then. */
async function addWebview(): Promise<string[]> {
  await started.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('allowpopups', '');
    view.setAttribute('src', 'data:text/html,<script>open("about:blank")</script>');
    document.body.append(view);
  });
  return started.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getType()));
}

test('11. no allowpopups: a webview that asks for it is nothing, and opens nothing', async () => {
  expect(await preferences()).toMatchObject({ webviewTag: false });
  expect(await addWebview()).toEqual(['window']);
  expect(started.app.windows()).toHaveLength(1);
});

test('12. webviews are refused before they are made, whatever their options', async () => {
  const isRefused = await started.app.evaluate(({ BrowserWindow }) => {
    let refused = false;
    const event = { preventDefault: () => (refused = true) };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, { src: 'seamline://app/' });
    return refused;
  });
  expect(isRefused).toBe(true);
});

test('13. navigation: goes nowhere', async () => {
  const { app, page } = started;
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const said: Promise<unknown> | undefined = contents?.executeJavaScript('`${location.href} ${document.title}`');
      return said;
    });
  for (const url of ['https://example.com/', 'file:///etc/passwd', 'seamline://other/', 'data:text/html,x']) {
    await page.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
      location.assign(target);
    }, url);
    expect(await shown()).toBe('seamline://app/ Seamline');
  }
});

test('14. new windows: opens none', async () => {
  const { app, page } = started;
  const opened = await page.evaluate(() =>
    ['https://example.com/', 'file:///etc/passwd', 'seamline://app/', 'about:blank'].map((url) => window.open(url)),
  );
  expect(opened).toEqual([null, null, null, null]);
  expect(app.windows()).toHaveLength(1);
});

test('15. openExternal: hands nothing to the system but the accounts’ own sites', async () => {
  const { app, page } = started;
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => void Reflect.set(globalThis, 'handedOver', url);
  });
  const handedOver = () => app.evaluate(() => String(Reflect.get(globalThis, 'handedOver')));
  await page.evaluate(() => {
    window.open('https://example.com/');
    location.assign('mailto:a@example.com');
  });
  expect(await handedOver()).toBe('undefined');
  // The page can't name an address, only what it wants to see.
  const answer = await page.evaluate((commandId) => {
    const request: unknown = Reflect.get(Reflect.get(window, 'seamline'), 'request');
    const input = { kind: 'joor', id: null, address: 'https://example.com/' };
    return typeof request === 'function' ? request({ kind: 'command', name: 'outside.open', commandId, input }) : null;
  }, crypto.randomUUID());
  expect(answer).toMatchObject({ ok: true, output: { isOpened: true } });
  expect(await handedOver()).toBe('https://sandbox.jooraccess.com');
});

test('16. a current version of Electron: the promised one is pinned exactly, and is what runs where it is installed', async () => {
  const promised = 45;
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const pinned = String(packages['node_modules/electron'].version);
  expect(pinned).toMatch(new RegExp(`^${promised}\\.\\d+\\.\\d+$`));
  expect(devDependencies.electron).toBe(pinned);
  if (process.env['SEAMLINE_ELECTRON'] === undefined)
    expect(await started.app.evaluate(() => process.versions['electron'])).toBe(pinned);
});

test('17. the sender of every message: answers only the main frame of its own window, and only what the contract knows', async () => {
  const { app, page } = started;
  const answer = await page.evaluate(() =>
    Promise.all(
      [null, 'x', { kind: 'command', name: 'constructor' }, { kind: 'query', name: '__proto__', input: {} }].map(
        (message) => {
          const request: unknown = Reflect.get(Reflect.get(window, 'seamline'), 'request');
          return typeof request === 'function' ? request(message) : null;
        },
      ),
    ),
  );
  for (const one of answer) expect(one).toMatchObject({ ok: false, error: { code: 'usage' } });
  const other = await app.evaluate(async ({ BrowserWindow, app: main }) => {
    const intruder = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${main.getAppPath()}/out/preload.cjs`,
        sandbox: true,
      },
    });
    await intruder.loadURL('seamline://app/');
    const result: unknown = await intruder.webContents.executeJavaScript(
      "window.seamline.request({ kind: 'subscribe' }).then(() => 'answered', () => 'refused')",
    );
    intruder.destroy();
    return result;
  });
  expect(other).toBe('refused');
});

test('18. no file: protocol: serves the list of built files, and shows no file to any window', async () => {
  const { app, page } = started;
  expect(await fetched('seamline://app/')).toBe('200');
  for (const url of ['seamline://app/../main.js', 'seamline://app/%2e%2e/main.js', 'seamline://other/index.html'])
    expect(await fetched(url)).toBe('404');
  expect(await fetched('file:///etc/passwd')).toBe('404');
  const fromPage = await page.evaluate(() =>
    fetch('file:///etc/passwd').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(fromPage).toBe('refused');
  const shown = await app.evaluate(async ({ BrowserWindow }) => {
    const other = new BrowserWindow({ show: false });
    await other.loadURL('file:///etc/passwd').catch(() => undefined);
    const text: unknown = await other.webContents.executeJavaScript('document.body.textContent');
    other.destroy();
    return text;
  });
  expect(shown).toBe('');
});

test('19. fuses: the packed executable carries them', ({ packed: { executable } }) => {
  test.skip(process.platform !== 'linux', 'Each system packs for itself; the test knows Linux.');
  expect(fusesOf(executable)).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('20. no Electron API for the page: it has the two ends of the protocol and nothing else', async () => {
  const { page } = started;
  expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'seamline')).sort())).toEqual([
    'onEvent',
    'request',
  ]);
  expect(await page.evaluate(() => Object.isFrozen(Reflect.get(window, 'seamline')))).toBe(true);
});
