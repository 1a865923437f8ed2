// Keys as canaries (SEC-1): typed by a person into the real app, then looked for in every place where a program leaves traces,
// as they are and in the forms that they travel in.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Practice } from '../../../core/practice/practice.ts';
import { filesWith } from '../support/accounts.ts';
import { connectCin7, connectJoor } from '../support/brand.ts';
import { expect, test } from '../support/stage.ts';
import { keyPasted } from '../support/story.ts';

test.skip(process.platform !== 'linux', 'A keyring of the test’s own is a matter of Linux.');
test.setTimeout(120_000);

/** Every secret, as it is, in base64 and as part of an address. */
function traces({ cin7, joor }: Practice): string[] {
  const { token, clientId, clientSecret, username, password } = joor;
  const secrets = [cin7.accountId, cin7.applicationKey, token, clientId, clientSecret, username, password];
  return [...new Set(secrets.flatMap((one) => [one, Buffer.from(one).toString('base64'), encodeURIComponent(one)]))];
}

/** What stands on the command line and in the environment of a process and of all that it started, as others can read it. */
function startedWith(root: number): string {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(/^PPid:\t(\d+)$/m.exec(read(name, 'status'))?.[1] ?? 0)]),
  );
  const isOurs = (id: number): boolean => id === root || (id > 1 && isOurs(parents.get(id) ?? 0));
  const ours = [...parents.keys()].filter(isOurs);
  // The window's process, the one for pictures and the main one at least.
  expect(ours.length).toBeGreaterThan(2);
  return ours.map((id) => read(String(id), 'cmdline') + read(String(id), 'environ')).join('\n');
}

function read(id: string, name: string): string {
  try {
    return readFileSync(join('/proc', id, name), 'utf8');
  } catch {
    // It has ended meanwhile, or only the system may look.
    return '';
  }
}

test('SEC-1: keys that were typed are in no file, log, output, argument or crash report', async ({ stage, folder }) => {
  const practice = await stage.begin({ profile: 'new' });
  const canaries = traces(practice);
  const outputs: string[] = [];
  await stage.act('unlocked', async (started) => {
    const { app, page } = started;
    await keyPasted(page, practice);
    await page.getByRole('button', { name: 'Read both accounts' }).click();
    await expect(page.getByRole('button', { name: 'Review what was found' })).toBeVisible({ timeout: 60_000 });
    const { pid } = app.process();
    outputs.push(startedWith(pid ?? 0));
    outputs.push(await page.content());
    // A refusal and a crash are what programs like to report with everything that they know.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed()))
      .toBe(false);
    outputs.push(started.output());
  });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => name.endsWith('.log'))).not.toEqual([]);
  expect(files.filter((name) => /\.(dmp|crash|core)$/.test(name))).toEqual([]);
  expect(filesWith(folder, canaries)).toEqual([]);
  for (const canary of canaries) expect(outputs.join('\n')).not.toContain(canary);
});

test('SEC-1: keys that both accounts refuse leave no trace either', async ({ stage, folder }) => {
  const practice = await stage.begin({ profile: 'new' });
  const canaries = traces(practice);
  practice.cin7.applicationKeys.splice(0);
  practice.faults.add({ match: { api: 'joor' }, do: { kind: 'status', status: 401, body: practice.joor.password } });
  await stage.act('unlocked', async (started) => {
    const { page } = started;
    await connectCin7(page, practice);
    await expect(
      page
        .getByRole('region', { name: 'Cin7 Core' })
        .getByText(/rejected/)
        .first(),
    ).toBeVisible();
    await connectJoor(page, practice);
    await expect(
      page
        .getByRole('region', { name: 'JOOR' })
        .getByText(/rejected|refused/)
        .first(),
    ).toBeVisible();
    for (const canary of canaries)
      expect(started.output() + (await page.locator('body').innerText())).not.toContain(canary);
  });
  expect(filesWith(folder, canaries)).toEqual([]);
});
