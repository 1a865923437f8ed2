import { describe, expect, it } from 'vitest';
import { keychainSecrets, type KeychainEntry } from './keychain.ts';

const origin = 'https://inventory.dearsystems.com';

/** A keychain in memory that can be shut or taken away, and counts how often it was asked. */
function fakeKeychain() {
  const entries = new Map<string, string>();
  const keychain = {
    entries,
    trouble: null as string | null,
    asked: 0,
    open: (_service: string, name: string): KeychainEntry => {
      const answer = async <Result>(result: () => Result): Promise<Result> => {
        keychain.asked += 1;
        if (keychain.trouble !== null) throw new Error(keychain.trouble);
        return result();
      };
      return {
        getPassword: () => answer(() => entries.get(name) ?? null),
        setPassword: (value) => answer(() => void entries.set(name, value)),
        deletePassword: () => answer(() => entries.delete(name)),
      };
    },
  };
  return keychain;
}

const dismissed = "Couldn't access platform storage: Secret Service: unlock prompt was dismissed";

describe('the keychain', () => {
  it('SEC-3, SCOPE-1: gives a secret back for its origin, account and profile only', async () => {
    const keychain = fakeKeychain();
    const secrets = keychainSecrets('/profiles/default', keychain.open);
    await secrets.set('joor.token', origin, 'sandbox/41207', 'token-1');
    expect(await secrets.get('joor.token', origin, 'sandbox/41207')).toBe('token-1');
    expect(await secrets.get('joor.token', 'https://elsewhere.example', 'sandbox/41207')).toBeNull();
    expect(await secrets.get('joor.token', origin, 'live/41207')).toBeNull();
    expect(await secrets.get('joor.username', origin, 'sandbox/41207')).toBeNull();
    expect(
      await keychainSecrets('/profiles/practice', keychain.open).get('joor.token', origin, 'sandbox/41207'),
    ).toBeNull();
    await secrets.delete('joor.token', origin, 'sandbox/41207');
    expect(await secrets.get('joor.token', origin, 'sandbox/41207')).toBeNull();
  });

  it('keeps one entry per value, and no account in an entry’s name', async () => {
    const keychain = fakeKeychain();
    const secrets = keychainSecrets('/profiles/default', keychain.open);
    await secrets.set('cin7.accountId', origin, '', 'account-canary');
    await secrets.set('cin7.applicationKey', origin, 'account-canary', 'key-1');
    expect([...keychain.entries.values()]).toEqual(['account-canary', 'key-1']);
    expect([...keychain.entries.keys()].join()).not.toContain('account-canary');
  });

  it('says locked, asks the person no further time by itself, and goes on after they unlocked it', async () => {
    const keychain = fakeKeychain();
    const secrets = keychainSecrets('/profiles/default', keychain.open);
    await secrets.set('joor.token', origin, 'a', 'token-1');
    keychain.trouble = dismissed;
    await expect(secrets.get('joor.token', origin, 'a')).rejects.toMatchObject({ code: 'keychain-locked' });
    const { asked } = keychain;
    await expect(secrets.get('joor.token', origin, 'a')).rejects.toMatchObject({ code: 'keychain-locked' });
    expect(await secrets.status()).toBe('locked');
    expect(keychain.asked).toBe(asked);
    expect(await secrets.unlock()).toBe('locked');
    keychain.trouble = null;
    expect(await secrets.unlock()).toBe('ok');
    expect(await secrets.get('joor.token', origin, 'a')).toBe('token-1');
  });

  it.each([
    'Platform failure: DBus error: set your DBUS_SESSION_BUS_ADDRESS instead',
    "Couldn't access platform storage: Secret Service: no result found",
  ])('says unavailable when there is none: %s', async (trouble) => {
    const keychain = fakeKeychain();
    keychain.trouble = trouble;
    const secrets = keychainSecrets('/profiles/default', keychain.open);
    expect(await secrets.status()).toBe('unavailable');
    await expect(secrets.set('joor.token', origin, 'a', 'token-1')).rejects.toMatchObject({
      code: 'keychain-unavailable',
    });
  });

  it('SEC-1: keeps secrets in memory for the session when the person says so, and moves them once it is unlocked', async () => {
    const keychain = fakeKeychain();
    keychain.trouble = dismissed;
    const secrets = keychainSecrets('/profiles/default', keychain.open);
    expect(await secrets.status()).toBe('locked');
    secrets.keepForSession();
    expect(await secrets.status()).toBe('session-only');
    await secrets.set('joor.token', origin, 'a', 'token-1');
    expect(await secrets.get('joor.token', origin, 'a')).toBe('token-1');
    expect(await secrets.get('joor.password', origin, 'a')).toBeNull();
    expect(keychain.entries.size).toBe(0);
    keychain.trouble = null;
    expect(await secrets.unlock()).toBe('ok');
    expect([...keychain.entries.values()]).toEqual(['token-1']);
    await secrets.set('joor.token', origin, 'a', 'token-2');
    expect(await secrets.get('joor.token', origin, 'a')).toBe('token-2');
  });
});
