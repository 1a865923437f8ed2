// What a page of Seamline must not be able to do, tried from inside it as injected code would. The same in both hosts.
import { expect, type Page } from '@playwright/test';

/** Watches a page for violations of its content policy; gives those so far. Call before the page does anything. */
export async function watchViolations(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { dataset } = document.documentElement;
      dataset['violations'] = `${dataset['violations'] ?? ''}${effectiveDirective} ${blockedURI}\n`;
    });
  });
  return () =>
    page.evaluate(() =>
      (document.documentElement.dataset['violations'] ?? '').split('\n').filter((line) => line !== ''),
    );
}

/** Notes everything that a page's policy stops, from the first line of what it loads next; gives the lines so far. */
export async function noteViolations(page: Page): Promise<readonly string[]> {
  const violations: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/content security policy|refused to/i.test(text)) violations.push(text);
  });
  await page.exposeFunction('noteViolation', (line: string) => violations.push(line));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      const line = `${location.search} ${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`;
      const note: unknown = Reflect.get(window, 'noteViolation');
      if (typeof note === 'function') note(line);
    });
  });
  return violations;
}

/** Breaks the page's policy, and expects that it would have been seen. */
export async function expectSeen(page: Page, violations: readonly string[]): Promise<void> {
  const before = violations.length;
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'a { top: 0 }';
    document.head.append(style);
  });
  await expect.poll(() => violations.length).toBeGreaterThan(before);
}

/** Tries what injected markup and code would try, and expects the page's policy to stop each of it. */
export async function expectStrictPolicy(page: Page): Promise<void> {
  const violations = await watchViolations(page);
  const tried = await page.evaluate(async () => {
    const attempt = async (work: () => unknown): Promise<string> => {
      try {
        await work();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    const add = (html: string) => {
      const place = document.createElement('div');
      place.innerHTML = html;
      document.body.append(place);
    };
    const script = document.createElement('script');
    script.textContent = 'window.injectedRan = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { --injected: yes }';
    document.head.append(style);
    const allowed = document.createElement('style');
    allowed.nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
    allowed.textContent = 'body { --allowed: yes }';
    document.head.append(allowed);
    add('<img src="https://example.com/pixel.png" onerror="window.injectedRan = true">');
    add('<iframe src="https://example.com/"></iframe>');
    add('<object data="https://example.com/"></object><embed src="https://example.com/">');
    const results = {
      // Code from text; later, since a debugger's own call may do it.
      code: await new Promise((resolve) => {
        setTimeout(() => void attempt(() => Reflect.construct(Function, ['return 1'])).then(resolve));
      }),
      request: await attempt(() => fetch('https://example.com/')),
      socket: await attempt(
        () =>
          new Promise((resolve, reject) =>
            Object.assign(new WebSocket('wss://example.com/'), {
              onopen: resolve,
              onerror: reject,
            }),
          ),
      ),
      worker: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
            worker.addEventListener('message', resolve);
            worker.addEventListener('error', reject);
          }),
      ),
    };
    return {
      ...results,
      injectedRan: Reflect.get(window, 'injectedRan') === true,
      injectedStyle: getComputedStyle(document.body).getPropertyValue('--injected'),
      allowedStyle: getComputedStyle(document.body).getPropertyValue('--allowed'),
    };
  });
  expect(tried).toEqual({
    code: 'refused',
    request: 'refused',
    socket: 'refused',
    worker: 'refused',
    injectedRan: false,
    injectedStyle: '',
    allowedStyle: 'yes',
  });
  for (const directive of ['script-src-elem', 'style-src-elem', 'img-src', 'frame-src', 'object-src', 'connect-src'])
    await expect
      .poll(async () => (await violations()).some((line) => line.startsWith(`${directive} `)), { message: directive })
      .toBe(true);
}
