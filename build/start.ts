// `npm start`: opens the built app. Where Electron's runtime is missing it is installed; where the app can't run, that is said
// with its reason, and the same screens open in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const runtime = join(root, 'node_modules', 'electron');
const passedOn = process.argv.slice(2);

const found = hindrance() ?? electron();
if (typeof found === 'string') {
  console.log(`${found} Seamline opens in your browser instead.`);
  run(process.execPath, [join(root, 'out', 'browser.js'), ...passedOn]);
} else run(found.path, [root, ...passedOn]);

/** What keeps any desktop app from running here; null for nothing. */
function hindrance(): string | null {
  if (process.platform !== 'linux') return null;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'There is no display to open a window on.';
  if (process.getuid?.() === 0) return "You are root, for whom Chromium's sandbox doesn't work.";
  return null;
}

/** Electron's executable, installed now if need be, or why there is none. */
function electron(): { path: string } | string {
  const installed = installedElectron();
  if (installed !== null) return { path: installed };
  console.log("Electron's runtime isn't here yet. Installing it once…");
  const { status } = spawnSync(process.execPath, [join(runtime, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const path = installedElectron();
  if (status === 0 && path !== null) return { path };
  return "Electron's runtime can't be downloaded here (github.com is out of reach, or the disk is full).";
}

function installedElectron(): string | null {
  const name = join(runtime, 'path.txt');
  if (!existsSync(name)) return null;
  const path = join(runtime, 'dist', readFileSync(name, 'utf8').trim());
  return existsSync(path) ? path : null;
}

function run(command: string, args: readonly string[]): void {
  const child = spawn(command, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => (process.exitCode = code ?? 1));
}
