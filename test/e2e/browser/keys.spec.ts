// Keys on a computer without a keychain: said plainly, kept for the session when the person wants that, never in a file.
import type { Page } from '@playwright/test';
import { filesWith, startAccounts } from '../support/accounts.ts';
import { expect, startDoor, test } from '../support/browser.ts';

/** Sends a message as the page's own code does. */
const ask = (page: Page, message: unknown): Promise<unknown> =>
  page.evaluate(async (sent) => {
    const response = await fetch('/request', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${sessionStorage.getItem('seamline-bearer')}`,
      },
      body: JSON.stringify(sent),
    });
    const answer: unknown = await response.json();
    return answer;
  }, message);

const command = (name: string, input: unknown) => ({ kind: 'command', name, commandId: crypto.randomUUID(), input });

const keychainOf = async (page: Page) =>
  /"keychain":"([a-z-]+)"/.exec(JSON.stringify(await ask(page, { kind: 'subscribe' })))?.[1];

test('SEC-1: without a keychain keys are kept for the session only, and never in a file', async ({ page, door }) => {
  const accounts = await startAccounts();
  await page.goto(door.address);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  await expect.poll(() => keychainOf(page)).toBe('unavailable');
  expect(await ask(page, command('connections.connectCin7', accounts.cin7))).toMatchObject({
    ok: false,
    error: { code: 'keychain-unavailable' },
  });
  expect(await ask(page, command('connections.keepKeysForSession', {}))).toMatchObject({ ok: true });
  expect(await keychainOf(page)).toBe('session-only');
  expect(await ask(page, command('connections.connectCin7', accounts.cin7))).toMatchObject({ ok: true });
  await door.stop();
  expect(filesWith(door.folder, accounts.canaries)).toEqual([]);
  for (const canary of accounts.canaries) expect(door.output()).not.toContain(canary);

  const next = await startDoor(door.folder);
  await page.goto(next.address);
  await expect.poll(() => keychainOf(page)).toBe('unavailable');
  await next.stop();
  await accounts.stop();
});
