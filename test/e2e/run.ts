// Runs the tests that need a real window. Finds a Chromium (the system's, Playwright's, else it installs one and says so) and an
// Electron, and says loudly what can't run here, and why.
//
//   node test/e2e/run.ts browser|desktop [arguments of Playwright]
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildGallery, galleryIsBuilt } from './gallery/site.ts';

type Found = { readonly environment: Readonly<Record<string, string>> } | { readonly lacks: string };

const [project = 'browser', ...more] = process.argv.slice(2);
const found = project === 'desktop' ? desktop() : browser();
if ('lacks' in found) {
  console.log(`\n*** NOT RUN: the ${project} tests. ${found.lacks} ***\n`);
  process.exit(process.env['SEAMLINE_E2E'] === 'required' ? 1 : 0);
}
if (project === 'browser') await buildGallery();
const { status } = spawnSync(
  process.execPath,
  [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', `--project=${project}`, ...more],
  { stdio: 'inherit', env: { ...process.env, ...(project === 'browser' ? galleryIsBuilt : {}), ...found.environment } },
);
process.exit(status ?? 1);

function browser(): Found {
  const path = process.env['SEAMLINE_CHROMIUM'] ?? systemChromium() ?? playwrightChromium();
  return path === null
    ? {
        lacks:
          'There is no Chromium, and Playwright could not download one. Install Chromium or Chrome (Debian: apt-get install ' +
          'chromium), or name one in SEAMLINE_CHROMIUM.',
      }
    : { environment: { SEAMLINE_CHROMIUM: path } };
}

function systemChromium(): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const places = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return (
    [
      ...places,
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    ].find(isExecutable) ?? null
  );
}

function playwrightChromium(): string | null {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  console.log('There is no Chromium on this computer. Playwright installs one for the tests…');
  spawnSync(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: 300_000,
  });
  return existsSync(path) ? path : null;
}

function desktop(): Found {
  const named = process.env['SEAMLINE_ELECTRON'];
  const path = named ?? installedElectron();
  if (path === null)
    return {
      lacks: "Electron's runtime isn't installed: `npx install-electron`, or name an executable in SEAMLINE_ELECTRON.",
    };
  if (!isExecutable(path)) return { lacks: `${path} can't be started.` };
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return {
      lacks: "They run as an ordinary user: Chromium's sandbox doesn't work for root.",
    };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { lacks: 'There is no display: run them under xvfb-run.' };
  return {
    environment: named === undefined ? {} : { SEAMLINE_ELECTRON: path },
  };
}

function installedElectron(): string | null {
  const runtime = join('node_modules', 'electron');
  const name = join(runtime, 'path.txt');
  return existsSync(name) ? join(runtime, 'dist', readFileSync(name, 'utf8').trim()) : null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
