// Electron's security checklist, item by item, on the running app (electronjs.org/docs/latest/tutorial/security).
import { expect, test } from '../support/desktop.ts';
import { expectStrictPolicy } from '../support/page-policy.ts';

test('1, 18: loads only its own files, over a scheme of its own', async ({ started: { app, page } }) => {
  expect(page.url()).toBe('seamline://app/');
  const named = await page.evaluate(() =>
    [...document.querySelectorAll('script, link, img')].map(
      (element) => new URL(element.getAttribute('src') ?? element.getAttribute('href') ?? '', location.href).origin,
    ),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(new Set(named)).toEqual(new Set(['seamline://app']));
  const status = (url: string) =>
    app.evaluate(
      ({ session }, address) =>
        session.defaultSession.fetch(address).then(
          (response) => response.status,
          () => 'refused',
        ),
      url,
    );
  expect(await status('seamline://app/')).toBe(200);
  for (const url of ['seamline://app/../main.js', 'seamline://app/%2e%2e/main.js', 'seamline://other/index.html'])
    expect(await status(url)).toBe(404);
  const fromPage = ['file:///etc/passwd', 'https://example.com/', 'http://127.0.0.1:1/'].map((url) =>
    page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'reached',
          () => 'refused',
        ),
      url,
    ),
  );
  expect(await Promise.all(fromPage)).toEqual(['refused', 'refused', 'refused']);
});

test('2, 3, 4, 6, 8: no Node in the page, isolated, sandboxed, with web security', async ({
  started: { app, page },
}) => {
  const reached = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window),
  );
  expect(reached).toEqual([]);
  const preferences: unknown = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const get: unknown = contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences');
    const found: unknown = typeof get === 'function' ? Reflect.apply(get, contents, []) : null;
    return found;
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    experimentalFeatures: false,
    allowRunningInsecureContent: false,
  });
  expect(preferences).not.toMatchObject({ nodeIntegrationInWorker: true });
  expect(preferences).not.toMatchObject({ enableBlinkFeatures: expect.stringMatching(/./) });
  const isSandboxed = await app.evaluate(({ app: main }) =>
    main
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .every(({ sandboxed }) => sandboxed !== false),
  );
  expect(isSandboxed).toBe(true);
});

test('5: grants no permission but to copy what the person asked for', async ({ started: { app, page } }) => {
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
});

test('7: keeps its policy against whatever is injected', async ({ started: { page } }) => {
  await expectStrictPolicy(page);
});

test('11, 12: embeds no webview', async ({ started: { app, page } }) => {
  await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
  });
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getType()))).toEqual([
    'window',
  ]);
});

test('13: goes nowhere', async ({ started: { app, page } }) => {
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

test('14, 15: opens no window and hands nothing to the system but the accounts’ own sites', async ({
  started: { app, page },
}) => {
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => void Reflect.set(globalThis, 'handedOver', url);
  });
  const opened = await page.evaluate(() =>
    ['https://example.com/', 'file:///etc/passwd', 'seamline://app/', 'about:blank'].map((url) => window.open(url)),
  );
  expect(opened).toEqual([null, null, null, null]);
  expect(app.windows()).toHaveLength(1);
  const handedOver = () => app.evaluate(() => String(Reflect.get(globalThis, 'handedOver')));
  expect(await handedOver()).toBe('undefined');
  // The accounts' own sites alone are handed over, and the page can't name an address.
  const answer = await page.evaluate((commandId) => {
    const request: unknown = Reflect.get(Reflect.get(window, 'seamline'), 'request');
    const input = { kind: 'joor', id: null, address: 'https://example.com/' };
    return typeof request === 'function' ? request({ kind: 'command', name: 'outside.open', commandId, input }) : null;
  }, crypto.randomUUID());
  expect(answer).toMatchObject({ ok: true, output: { isOpened: true } });
  expect(await handedOver()).toBe('https://sandbox.jooraccess.com');
});

test('17: answers only the main frame of its own window, and only what the contract knows', async ({
  started: { app, page },
}) => {
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

test('20: the page has the two ends of the protocol and nothing else', async ({ started: { page } }) => {
  expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'seamline')).sort())).toEqual([
    'onEvent',
    'request',
  ]);
  expect(await page.evaluate(() => Object.isFrozen(Reflect.get(window, 'seamline')))).toBe(true);
});

test('reaches no network, from the page or from its session', async ({ started: { app } }) => {
  const reached = await app.evaluate(async ({ session }) =>
    session.defaultSession.fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(reached).toBe('refused');
});
