// Secrets in memory, for accounts whose keys Seamline makes itself: the practice accounts.
import type { SecretName, SecretStore } from './ports.ts';

/** A store of one pair of accounts that begins with these secrets and asks no keychain. */
export function memorySecrets(values: Readonly<Record<SecretName, string>>): SecretStore {
  const kept: Partial<Record<SecretName, string>> = { ...values };
  return {
    get: async (name) => kept[name] ?? null,
    set: async (name, _origin, _account, value) => void (kept[name] = value),
    delete: async (name) => void delete kept[name],
    status: async () => 'ok',
    unlock: async () => 'ok',
    keepForSession: () => undefined,
  };
}
