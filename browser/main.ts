#!/usr/bin/env node
// The browser door as a program: prints its address, opens it in the system's browser, and ends ten minutes after the last tab.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toSeamlineError } from '../core/base/errors.ts';
import { systemClock } from '../core/base/node/clock.ts';
import { systemIds } from '../core/base/node/ids.ts';
import { environmentNetwork } from '../core/base/node/network.ts';
import { openPages } from '../core/pages/pages.ts';
import { namedProfile } from '../core/profile/places.ts';
import { openShell } from '../core/shell.ts';
import metadata from '../package.json' with { type: 'json' };
import { openDoor } from './door.ts';
import { saveDownload } from './downloads.ts';
import { openInBrowser, openOutside, showFolder } from './system-browser.ts';

const { values: flags } = parseArgs({
  options: { profile: { type: 'string' }, 'no-browser': { type: 'boolean', default: false } },
});
const print = (text: string) => void process.stdout.write(`${text}\n`);

try {
  const pages = openPages(join(import.meta.dirname, 'renderer'), systemIds);
  const shell = await openShell({
    host: 'browser',
    version: metadata.version,
    folder: namedProfile(flags.profile, process.env, process.platform),
    network: environmentNetwork(process.env),
    saveFile: (file) => saveDownload(file),
    openOutside,
    showFolder,
  });
  const door = await openDoor({ host: shell.host, pages, clock: systemClock, ids: systemIds });
  const address = door.newAddress();
  print(`Seamline is open at ${address}`);
  print('The address opens one tab. Press Enter for another address, Ctrl+C to stop Seamline.');
  if (!flags['no-browser']) void openInBrowser(address);
  if (process.stdin.isTTY) process.stdin.on('data', () => print(door.newAddress())).unref();
  await Promise.race([door.allGone, interrupted()]);
  print('Stopping. What was done is kept.');
  await door.close();
  await shell.close();
} catch (thrown) {
  const { message, nextStep } = toSeamlineError(thrown);
  process.stderr.write(`${message}\n${nextStep}\n`);
  process.exit(1);
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
