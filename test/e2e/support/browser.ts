// The browser door as a person starts it: the built program, a profile of the test's own, no keychain of the person's. What it
// prints and what it leaves on the disk can be looked at afterwards.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { Practice } from '../../../core/practice/practice.ts';
import { startBrand, type BrandOptions } from './brand.ts';

export interface StartedDoor {
  /** The address that lets one tab in. */
  readonly address: string;
  readonly folder: string;
  /** Everything that it printed so far. */
  output(): string;
  /** Asks it to stop as Ctrl+C does, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the door over a profile folder. */
export async function startDoor(folder: string): Promise<StartedDoor> {
  const child = spawn(process.execPath, [resolve('out/browser.js'), '--no-browser', '--profile', folder], {
    // No session bus: the keychain is absent, and the person's own is never touched.
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((end) => child.once('close', end));
  const address = await new Promise<string>((found, failed) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const match = /http:\S+/.exec(output)?.[0];
      if (match !== undefined) found(match);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('close', () => failed(new Error(`The door ended before it said its address: ${output}`)));
  });
  return {
    address,
    folder,
    output: () => output,
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** Plays a story over a profile of its own. */
export async function play(
  page: Page,
  options: BrandOptions,
  story: (practice: Practice) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seamline-story-'));
  const practice = await startBrand(folder, options);
  const door = await startDoor(folder);
  try {
    await page.goto(door.address);
    await story(practice);
  } finally {
    await door.stop();
    await practice.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A test with a door of its own. */
export const test = base.extend<{ door: StartedDoor }>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the pattern
  door: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'seamline-e2e-'));
    const door = await startDoor(folder);
    await use(door);
    await door.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
