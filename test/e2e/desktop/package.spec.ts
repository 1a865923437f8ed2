// What people install: the app as electron-builder packs it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, withPackedApp, type PackedApp } from '../support/package.ts';

test.skip(process.platform !== 'linux', 'Each system packs for itself; the test knows Linux.');
test.setTimeout(60_000);

const inNewFolder = async (work: (folder: string) => Promise<void>) => {
  const folder = mkdtempSync(join(tmpdir(), 'seamline-install-'));
  await work(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
};

test('holds what the app loads and nothing else', ({ packed: { files } }) => {
  expect(files).toEqual(
    expect.arrayContaining(['package.json', 'out/main.js', 'out/preload.cjs', 'out/renderer/index.html']),
  );
  expect(files.filter((path) => path.endsWith('.node')).map((path) => path.split('/').at(-1))).toEqual([
    'keyring.linux-x64-gnu.node',
    'linux-x64.node',
  ]);
  const unwanted = [
    /node-(linux|win)-x64/,
    /\.(map|ts|mts|cts|md|c|h|cpp|gyp)$/,
    /(^|\/)tests?\//,
    /^(core|electron|renderer|browser|test|docs|build)\//,
    /^out\/(cli|browser)\.js$/,
    /(^|\/)(\.env|settings\.json|.*\.db)$/,
  ];
  expect(files.filter((path) => unwanted.some((pattern) => pattern.test(path)))).toEqual([]);
});

test('starts from its archive, on its own screens', ({ packed }) =>
  inNewFolder((folder) =>
    withPackedApp(packed, folder, async (page) => {
      await expect(page.getByRole('heading', { name: 'Connect both accounts' })).toBeVisible();
      expect(page.url()).toBe('seamline://app/');
      expect(existsSync(join(folder, 'logs', 'seamline.log'))).toBe(true);
    }),
  ));

/** Starts it as somebody would who wants to run code of their own; gives what it printed by its end. */
async function misuse({ executable }: PackedApp, folder: string, evil: string): Promise<string> {
  const child = spawn(executable, ['--inspect=0', '-e', 'console.log("ran as Node")', '--profile', folder], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${evil}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  await new Promise((end) => child.once('close', end));
  return output;
}

test('runs no code but its own: not as Node, not through its options, not beside its archive', ({ packed }) =>
  inNewFolder((folder) =>
    withPackedApp(packed, folder, async () => {
      const mark = join(folder, 'ran');
      const evil = join(folder, 'evil.cjs');
      writeFileSync(evil, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
      const beside = join(dirname(packed.executable), 'resources', 'app');
      mkdirSync(beside);
      writeFileSync(join(beside, 'package.json'), '{"main":"index.js"}');
      writeFileSync(join(beside, 'index.js'), `require(${JSON.stringify(evil)})`);
      // The second start of a profile ends by itself, if it is the app at all.
      const output = await misuse(packed, folder, evil);
      rmSync(beside, { recursive: true });
      expect(output).not.toMatch(/ran as Node|Debugger listening/);
      expect(existsSync(mark)).toBe(false);
    }),
  ));
