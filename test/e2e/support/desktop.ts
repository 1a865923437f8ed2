// The real app, as a person starts it: on node_modules/electron, or on the executable in SEAMLINE_ELECTRON, which then holds the
// built app. Each test has a profile of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

export interface StartedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** Everything that it printed so far. */
  output(): string;
}

/** Starts the app over a profile folder, with more in its environment, and waits for its window. */
export async function startApp(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedApp> {
  const executablePath = process.env['SEAMLINE_ELECTRON'];
  const args = ['--profile', folder];
  const present = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const env: Record<string, string> = { ...Object.fromEntries(present), ...environment };
  const app = await _electron.launch({
    ...(executablePath === undefined ? { args: [resolve('.'), ...args] } : { executablePath, args }),
    env,
    // The tests' own driver would start it without.
    chromiumSandbox: true,
  });
  let output = '';
  const take = (chunk: Buffer) => (output += chunk.toString('utf8'));
  app.process().stdout?.on('data', take);
  app.process().stderr?.on('data', take);
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return { app, page, folder, output: () => output };
}

/** Sends a message as the page's own code does. */
export const ask = (page: Page, message: unknown): Promise<unknown> =>
  page.evaluate((sent) => {
    const request: unknown = Reflect.get(Reflect.get(window, 'seamline'), 'request');
    return typeof request === 'function' ? request(sent) : null;
  }, message);

/** A command of the contract, under an id of its own. */
export const command = (name: string, input: unknown) => ({
  kind: 'command',
  name,
  commandId: crypto.randomUUID(),
  input,
});

/** A test with an app of its own. */
export const test = base.extend<{ folder: string; started: StartedApp }>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'seamline-desktop-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  started: async ({ folder }, use) => {
    const started = await startApp(folder);
    await use(started);
    await started.app.close();
  },
});

export { expect } from '@playwright/test';
