// The browser door in a real Chromium: who gets in, what the page may do, and that it ends.
import { expectStrictPolicy } from '../support/page-policy.ts';
import { expect, test } from '../support/browser.ts';

const subscribe = () => document.title;

test('opens the screens, takes the code out of the address, and keeps the tab signed in', async ({ page, door }) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const stream = page.waitForResponse((response) => response.url().endsWith('/events'));
  await page.goto(door.address);
  expect((await stream).status()).toBe(200);
  expect(page.url()).toBe(`${new URL(door.address).origin}/`);
  expect(await page.evaluate(subscribe)).toBe('Seamline');
  const again = page.waitForResponse((response) => response.url().endsWith('/events'));
  await page.reload();
  expect((await again).status()).toBe(200);
  expect(problems).toEqual([]);
});

test('lets no second tab in with the same address', async ({ page, context, door }) => {
  await page.goto(door.address);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  const other = await context.newPage();
  const exchange = other.waitForResponse((response) => response.url().endsWith('/session'));
  await other.goto(door.address);
  expect((await exchange).status()).toBe(401);
  await expect(other.getByRole('alert')).toContainText('This address was used before');
});

test('says that Seamline has stopped, and keeps what was known on the screen', async ({ page, door }) => {
  await page.goto(door.address);
  await expect(page.getByRole('heading', { name: 'Connect both accounts' })).toBeVisible();
  await door.stop();
  await expect(page.getByRole('alert').filter({ hasText: 'Seamline has stopped' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Connect both accounts' })).toBeVisible();
});

test('a link that can’t do its work says so over the screen', async ({ page, door }) => {
  await page.goto(door.address);
  const link = page.getByRole('button', { name: 'Use practice accounts' });
  await expect(link).toBeVisible();
  await page.route('**/request', (route) => route.fulfill({ status: 500, body: '' }));
  await link.click();
  const notice = page.getByRole('alert').filter({ hasText: 'Seamline has stopped' });
  await expect(notice).toBeVisible();
  await page.unroute('**/request');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(notice).toHaveCount(0);
});

test('keeps its policy against whatever is injected', async ({ page, door }) => {
  await page.goto(door.address);
  await expectStrictPolicy(page);
});

test('can’t be read, framed or spoken to by another site', async ({ page, context, door }) => {
  await page.goto(door.address);
  const evil = await context.newPage();
  await evil.route('http://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Evil</title>' }),
  );
  await evil.goto('http://evil.example/');
  const origin = new URL(door.address).origin;
  const reached = await evil.evaluate(async (target) => {
    const attempt = (init: RequestInit) =>
      fetch(`${target}/request`, init).then(
        (response) => response.type,
        () => 'refused',
      );
    const frame = document.createElement('iframe');
    frame.src = `${target}/`;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    return {
      read: await fetch(`${target}/`).then(
        () => 'read',
        () => 'refused',
      ),
      json: await attempt({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
      isFramed: frame.contentDocument !== null,
    };
  }, origin);
  expect(reached).toEqual({
    read: 'refused',
    json: 'refused',
    isFramed: false,
  });
});

test('stops safely on Ctrl+C', async ({ page, door }) => {
  await page.goto(door.address);
  expect(await door.stop()).toBe(0);
  expect(door.output()).toContain('What was done is kept.');
});
