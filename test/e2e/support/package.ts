// The packed app: what electron-builder makes of the built one with the runtime that the tests have, downloading nothing. Made
// once for all tests; started as a person starts it, since what is shipped lets nobody inspect its main process.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { chromium, test as base, type Page } from '@playwright/test';

export interface PackedApp {
  readonly executable: string;
  /** The files in its archive. */
  readonly files: readonly string[];
}

/** Packs the built app; ends with what electron-builder said when it can't. */
function packApp(into: string): PackedApp {
  const runtime = process.env['SEAMLINE_ELECTRON'] ?? resolve('node_modules/electron/dist/electron');
  const bare = join(into, 'runtime');
  // Without what a prepared runtime has of the app; and a sandbox helper without its owner root is worse than none.
  const unwanted = [join('resources', 'app'), 'chrome-sandbox'];
  const from = dirname(runtime);
  cpSync(from, bare, { recursive: true, filter: (path) => !unwanted.includes(relative(from, path)) });
  const version = spawnSync(runtime, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).stdout.trim();
  const settings = { electronDist: bare, electronVersion: version, 'directories.output': join(into, 'release') };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join('node_modules', 'electron-builder', 'cli.js'),
      '--linux',
      'dir',
      '--config',
      join('build', 'electron-builder.cjs'),
      ...Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`electron-builder failed: ${stdout}${stderr}`);
  const app = join(into, 'release', 'linux-unpacked');
  return { executable: join(app, 'seamline'), files: archived(join(app, 'resources', 'app.asar')) };
}

interface Folder {
  readonly files?: Readonly<Record<string, Folder>>;
}

/** The paths in an archive: its header is JSON behind four numbers, the last of which is the JSON's length. */
function archived(path: string): string[] {
  const archive = readFileSync(path);
  const header: Folder = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)));
  const below = ({ files = {} }: Folder, at: string): string[] =>
    Object.entries(files).flatMap(([name, one]) =>
      one.files === undefined ? [`${at}${name}`] : below(one, `${at}${name}/`),
    );
  return below(header, '');
}

/** What stands before the fuses in Electron's executable; behind it a version, how many there are, and each as a digit. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];

/** The fuses that an executable really carries. */
export function fusesOf(executable: string): Record<string, boolean> {
  const content = readFileSync(executable);
  const start = content.indexOf(fuseMark) + fuseMark.length + 2;
  return Object.fromEntries(
    fuseNames.map((name, index) => [name, String.fromCharCode(content[start + index] ?? 0) === '1']),
  );
}

/** Starts the packed app over a profile and looks at its window, for as long as the work takes. */
export async function withPackedApp(
  { executable }: PackedApp,
  folder: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const child = spawn(executable, ['--profile', folder, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((end) => child.once('close', end));
  try {
    const address = await new Promise<string>((found, failed) => {
      let output = '';
      child.stderr.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
        const match = /ws:\S+/.exec(output)?.[0];
        if (match !== undefined) found(match);
      });
      child.once('close', () => failed(new Error(`The packed app ended before its window was there: ${output}`)));
    });
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The packed app has no pages.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await page.waitForLoadState();
    await work(page);
  } finally {
    child.kill();
    await ended;
  }
}

/** A test with the packed app. */
// oxlint-disable-next-line typescript/no-empty-object-type -- no fixture of a single test
export const test = base.extend<{}, { packed: PackedApp }>({
  packed: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'seamline-packed-'));
      await use(packApp(folder));
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from '@playwright/test';
