// The real command line against practice accounts in this process: what a person types, and all that comes of it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'vitest';
import { systemClock } from '../../core/base/node/clock.ts';
import type { Clock } from '../../core/base/ports.ts';
import { instantOf, shiftInstant, day } from '../../core/base/dates.ts';
import { environmentOf } from '../../core/cli/practice.ts';
import { startPractice, type Practice, type PracticeOptions } from '../../core/practice/practice.ts';
import { practiceSettings } from '../../core/practice/settings.ts';

const cli = resolve('out/cli.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly ended: Promise<Ran>;
  kill(signal: NodeJS.Signals): void;
  /** The first line of standard output, as soon as it is there. */
  readonly firstLine: Promise<string>;
}

type Environment = Readonly<Record<string, string>>;

/** Starts `node out/cli.js` with these arguments; `shell` puts commands before it, for limits of the system. */
export function startCli(args: readonly string[], environment: Environment = {}, shell?: string): Running {
  const [command, ...rest] =
    shell === undefined
      ? [process.execPath, cli, ...args]
      : ['bash', '-c', `${shell}; exec "$0" "$@"`, process.execPath, cli, ...args];
  const child = spawn(command ?? '', rest, {
    env: { PATH: process.env['PATH'] ?? '', HOME: join(tmpdir(), 'seamline-no-home'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const firstLine = new Promise<string>((found, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
      if (stdout.includes('\n')) found(stdout.slice(0, stdout.indexOf('\n')));
    });
    child.once('close', () => failed(new Error(`It ended before it said anything: ${stderr}`)));
  });
  firstLine.catch(() => undefined);
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  return {
    firstLine,
    ended: new Promise((ended, failed) => {
      child.once('error', failed);
      child.once('close', (code) => ended({ code, stdout, stderr }));
    }),
    kill: (signal) => void child.kill(signal),
  };
}

export interface Desk {
  readonly practice: Practice;
  readonly folder: string;
  readonly settingsPath: string;
  /** The practice accounts' keys. */
  readonly environment: Environment;
  run(...args: string[]): Promise<Ran>;
  start(args: readonly string[], more?: { environment?: Environment; shell?: string }): Running;
  /** Writes the settings that fit the practice accounts, changed by the given ones at the top. */
  writeSettings(changes?: Readonly<Record<string, unknown>>): void;
}

/** Practice accounts on the computer's clock and a profile for them, both gone after the test. */
export async function desk(test: TestContext, options: Partial<PracticeOptions> = {}): Promise<Desk> {
  const practice = await startPractice({
    size: 'small',
    clock: systemClock,
    ...options,
    cin7: { ...options.cin7, switches: { limit: 100_000, ...options.cin7?.switches } },
    joor: { ...options.joor, switches: { quota: 100_000, ...options.joor?.switches } },
  });
  const folder = newFolder(test);
  test.onTestFinished(() => practice.stop());
  const settingsPath = join(folder, 'settings.json');
  const now = instantOf(systemClock.now());
  const environment = environmentOf(practice);
  const here: Desk = {
    practice,
    folder,
    settingsPath,
    environment,
    run: (...args) => here.start(args).ended,
    start: (args, more = {}) =>
      startCli(['--profile', folder, ...args], { ...environment, ...more.environment }, more.shell),
    writeSettings(changes = {}) {
      const standard = practiceSettings(practice, {
        goLive: shiftInstant(now, -10 * day),
        rateOf: now.slice(0, 10),
      });
      const paced = {
        ...standard,
        connections: {
          cin7: { baseUrl: practice.cin7.baseUrl, pace: { calls: 10_000, seconds: 1 } },
          joor: {
            environment: 'custom',
            accountId: practice.joor.accountId,
            apiUrl: practice.joor.apiUrl,
            authUrl: practice.joor.authUrl,
            pace: { credits: 100_000, seconds: 1 },
          },
        },
      };
      mkdirSync(folder, { recursive: true });
      writeFileSync(settingsPath, JSON.stringify({ ...paced, ...changes }, null, 2));
    },
  };
  here.writeSettings();
  return here;
}

/** The computer's clock, on which every delay of the practice accounts lasts until the test lets go. */
export function heldClock(): { readonly clock: Clock; readonly letGo: () => void } {
  const hold = new AbortController();
  const held = new Promise<void>((resolve) => hold.signal.addEventListener('abort', () => resolve()));
  return { clock: { ...systemClock, sleep: () => held }, letGo: () => hold.abort() };
}

/** An empty folder that goes with the test. */
export function newFolder(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'seamline-cli-'));
  test.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The last line of standard output, as `--json` promises it. */
export function jsonOf({ stdout }: Ran): unknown {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}
