// Connecting both accounts from a screen: what was typed is tried before it is kept, keys go to the keychain for exactly their
// host and account, and nothing of them is ever anywhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SeamlineError } from '../../core/base/errors.ts';
import type { KeychainState, SecretStore } from '../../core/base/ports.ts';
import { worldFor } from '../support/expect.ts';
import { openScreen, type Screen } from '../support/host.ts';
import type { World } from '../support/world.ts';

/** A keychain in memory, that can be locked. */
function keychain(): SecretStore & { readonly kept: Map<string, string>; lock(): void } {
  const kept = new Map<string, string>();
  let state: KeychainState = 'ok';
  const open = () => {
    if (state === 'locked')
      throw new SeamlineError('keychain-locked', { sentence: 'The keychain is locked.', nextStep: 'Unlock it.' });
  };
  const place = (name: string, origin: string, account: string) => `${name} ${origin} ${account}`;
  return {
    kept,
    lock: () => void (state = 'locked'),
    async get(name, origin, account) {
      open();
      return kept.get(place(name, origin, account)) ?? null;
    },
    async set(name, origin, account, value) {
      open();
      kept.set(place(name, origin, account), value);
    },
    delete: async (name, origin, account) => void kept.delete(place(name, origin, account)),
    status: async () => state,
    unlock: async () => (state = 'ok'),
    keepForSession: () => void (state = 'session-only'),
  };
}

async function newPc(): Promise<{ world: World; screen: Screen; keys: ReturnType<typeof keychain> }> {
  const world = await worldFor({
    settings: (settings) => {
      for (const section of Object.keys(settings)) delete settings[section];
    },
  });
  const keys = keychain();
  const own = { ...world, services: { ...world.services, secrets: keys } };
  const screen = await openScreen(own, { secretStore: keys, profile: { name: 'Default', isPractice: false } });
  onTestFinished(() => screen.close());
  return { world, screen, keys };
}

const cin7Typed = ({ practice: { cin7 } }: World) => ({
  baseUrl: cin7.baseUrl,
  accountId: ` ${cin7.accountId}\n`,
  applicationKey: cin7.applicationKey,
});

const joorTyped = ({ practice: { joor } }: World) => ({
  environment: 'custom' as const,
  apiUrl: joor.apiUrl,
  authUrl: joor.authUrl,
  accountId: joor.accountId,
  token: joor.token,
  clientId: joor.clientId,
  clientSecret: joor.clientSecret,
  username: joor.username,
  password: joor.password,
});

describe('connecting both accounts', () => {
  it('says whom it found, keeps keys in the keychain and addresses in the settings, and goes on to reading', async () => {
    const { world, screen, keys } = await newPc();
    expect(screen.store('app')).toMatchObject({ stage: 'set-up', setUpStep: 'connect' });
    expect((await screen.command('connections.connectCin7', cin7Typed(world))).sentence).toMatch(
      /^Connected to Aurora Apparel Pty Ltd, AUD\.$/,
    );
    await screen.command('connections.connectJoor', joorTyped(world));
    expect(keys.kept.size).toBe(7);
    expect(screen.store('app')).toMatchObject({
      setUpStep: 'connect',
      cin7: { state: 'connected', name: 'Aurora Apparel Pty Ltd', tag: 'AUD' },
      joor: { state: 'connected', error: null },
    });
    await screen.command('setup.goTo', { step: 'read' });
    expect(screen.store('app').setUpStep).toBe('read');
    expect(Object.values(screen.store('app').joor.secrets).every(Boolean)).toBe(true);
    await screen.command('runs.start', { kind: 'dry-run', only: null, isFullPass: false });
    await screen.until(() => expect(screen.store('run').last?.outcome).toMatch(/good|needs-you/));
  });

  it('SEC-1: writes no key into any file, and pushes none to a screen', async () => {
    const { world, screen } = await newPc();
    await screen.command('connections.connectCin7', cin7Typed(world));
    await screen.command('connections.connectJoor', joorTyped(world));
    await screen.command('runs.start', { kind: 'dry-run', only: null, isFullPass: false });
    await screen.until(() => expect(screen.store('run').last).not.toBeNull());
    const { folder } = world.profile;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const seen = [
      ...files.map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1')),
      JSON.stringify(screen.pushed),
    ].join('\n');
    const { cin7, joor } = world.practice;
    for (const secret of [cin7.applicationKey, cin7.accountId, joor.token, joor.clientSecret, joor.password])
      expect(seen).not.toContain(secret);
  });

  it('keeps nothing of a key that is rejected', async () => {
    const { world, screen, keys } = await newPc();
    const refused = await screen.refusal('connections.connectCin7', { ...cin7Typed(world), applicationKey: 'wrong' });
    expect(refused).toMatchObject({ code: 'key-rejected', action: 'enter-key' });
    expect(keys.kept.size).toBe(0);
    expect(screen.store('settings').revision).toBe(0);
  });

  it('SEC-3: a key that was typed for one host is not sent to another until it is typed again', async () => {
    const { world, screen } = await newPc();
    await screen.command('connections.connectCin7', cin7Typed(world));
    const elsewhere = world.practice.joor.apiUrl;
    const moved = { baseUrl: elsewhere, accountId: null, applicationKey: null };
    expect((await screen.refusal('connections.connectCin7', moved)).code).toBe('key-missing');
    expect(screen.store('settings').settings.connections.cin7.baseUrl).toBe(world.practice.cin7.baseUrl);
  });

  it('shows a new key as connected at once, though the last run was rejected', async () => {
    const { world, screen } = await newPc();
    await screen.command('connections.connectCin7', cin7Typed(world));
    await screen.command('connections.connectJoor', joorTyped(world));
    const { applicationKeys } = world.practice.cin7;
    applicationKeys.splice(0, applicationKeys.length, 'made-anew');
    world.nextHour();
    await screen.command('runs.start', { kind: 'dry-run', only: null, isFullPass: false });
    await screen.until(() => expect(screen.store('app').cin7.state).toBe('rejected'));
    await screen.command('connections.connectCin7', { baseUrl: null, accountId: null, applicationKey: 'made-anew' });
    expect(screen.store('app').cin7).toMatchObject({ state: 'connected', error: null });
  });

  it('one key can be replaced alone', async () => {
    const { world, screen, keys } = await newPc();
    await screen.command('connections.connectJoor', joorTyped(world));
    const alone = { ...joorTyped(world), token: null, clientId: null, clientSecret: null, username: null };
    await screen.command('connections.connectJoor', alone);
    expect(keys.kept.size).toBe(5);
  });

  it('is told of a locked keychain, which can be unlocked, or done without until Seamline quits', async () => {
    const { world, screen, keys } = await newPc();
    keys.lock();
    expect(await screen.refusal('connections.connectCin7', cin7Typed(world))).toMatchObject({
      code: 'keychain-locked',
      action: 'unlock-keychain',
    });
    expect(screen.store('app').keychain).toBe('locked');
    await screen.command('connections.unlockKeychain', {});
    expect(screen.store('app').keychain).toBe('ok');
    keys.lock();
    await screen.command('connections.keepKeysForSession', {});
    expect(screen.store('app').keychain).toBe('session-only');
    await screen.command('connections.connectCin7', cin7Typed(world));
  });
});
