// The real Secret Service of a Linux desktop: a bus and a keyring of the test's own, nothing of the person's. Each step is a
// process of its own, as after a restart.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const has = (command: string) => spawnSync('which', [command]).status === 0;
const isHere = process.platform === 'linux' && has('dbus-run-session') && has('gnome-keyring-daemon');
if (!isHere)
  console.warn(
    'NOT RUN: the keychain against a real Secret Service. It needs dbus-run-session and gnome-keyring-daemon ' +
      '(Debian: apt-get install dbus gnome-keyring).',
  );

const home = mkdtempSync(join(tmpdir(), 'seamline-keychain-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const unlocked = 'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null';
const locked = 'gnome-keyring-daemon --start --components=secrets >/dev/null';

/** Runs steps of test/support/keychain-steps.ts after starting a keyring so; gives what each step said. */
function steps(keyring: string, ...names: string[]): unknown {
  const script = `${keyring}; "$0" "$@"`;
  const args = ['--', 'bash', '-c', script, process.execPath, resolve('test/support/keychain-steps.ts'), ...names];
  const env = { PATH: process.env['PATH'] ?? '', HOME: home };
  const stdout = execFileSync('dbus-run-session', args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // What the bus starts by itself may print before it.
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}

describe.runIf(isHere)('the keychain of a Linux desktop', () => {
  it('keeps secrets over a restart, says when it is locked, and says when there is none', () => {
    expect(steps(unlocked, 'status', 'set', 'get')).toEqual(['ok', 'done', 'key-canary']);
    expect(steps(unlocked, 'get', 'get-elsewhere')).toEqual(['key-canary', null]);
    expect(steps(locked, 'status', 'get', 'set')).toEqual(['locked', 'keychain-locked', 'keychain-locked']);
    expect(steps(locked, 'status', 'session', 'set', 'get')).toEqual(['locked', 'session-only', 'done', 'key-canary']);
    expect(steps('unset DBUS_SESSION_BUS_ADDRESS', 'status', 'set')).toEqual(['unavailable', 'keychain-unavailable']);
    expect(steps(unlocked, 'delete', 'get')).toEqual(['done', null]);
    expect(filesWith('key-canary')).toEqual([]);
  });

  it('says that there is none on a desktop whose keyring was never made', () => {
    rmSync(join(home, '.local'), { recursive: true, force: true });
    expect(steps(':', 'status', 'set')).toEqual(['unavailable', 'keychain-unavailable']);
  });
});

/** Files below the home folder that hold a text as it is (SEC-1). */
function filesWith(text: string): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}
