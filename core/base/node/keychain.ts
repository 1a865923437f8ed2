// Secrets in the operating system's keychain: Keychain on macOS, Credential Manager on Windows, the Secret Service on Linux
// and nothing else there, because the library's own fallback forgets everything at the next start. One entry per secret;
// profile, origin and account are part of its name, so that a secret is never found for another one (SEC-3, SCOPE-1).
// Nothing is ever written to a file. The only module that knows the keychain library.
import { AsyncEntry } from '@napi-rs/keyring';
import { isSeamlineError, SeamlineError } from '../errors.ts';
import { hashText } from '../hash.ts';
import type { KeychainState, SecretName, SecretStore } from '../ports.ts';

/** One entry of a keychain, as the library has it. */
export interface KeychainEntry {
  getPassword(): Promise<string | null>;
  setPassword(value: string): Promise<void>;
  deletePassword(): Promise<boolean>;
}

/** Opens an entry by its service and name; throws when there is no keychain. */
export type OpenEntry = (service: string, name: string) => KeychainEntry;

const service = 'Seamline';

const systemEntry: OpenEntry = (of, name) => new AsyncEntry(of, name, { linux: { store: 'secret-service' } });

/** The secrets of one profile; `profile` is its folder. */
export function keychainSecrets(profile: string, openEntry: OpenEntry = systemEntry): SecretStore {
  const session = new Map<string, string>();
  const nameOf = (secret: SecretName | 'check', origin: string, account: string) =>
    // The account may be a secret itself: its hash is enough to tell accounts apart.
    `${secret} for ${origin} (${hashText(`${profile}\n${account.toLowerCase()}`).slice(0, 12)})`;

  let state: KeychainState | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** One after another, so that a person is asked once; after a no, not again until they ask for it. */
  const inKeychain = <Result>(name: string, work: (entry: KeychainEntry) => Promise<Result>): Promise<Result> => {
    const turn = async () => {
      if (state === 'locked' || state === 'unavailable') throw keychainError(state);
      try {
        return await work(openEntry(service, name));
      } catch (error) {
        const found = stateAfter(error);
        // While the system asked, the person may have chosen this session only.
        if (state !== 'session-only') state = found;
        throw keychainError(found, error);
      }
    };
    const result = last.then(turn, turn);
    last = result.catch(() => undefined);
    return result;
  };

  const keep = async (name: string, value: string): Promise<void> => {
    await inKeychain(name, (entry) => entry.setPassword(value));
    session.delete(name);
  };

  /** Writes and removes one entry: reading alone doesn't tell an empty keychain from none. */
  const ask = async (): Promise<KeychainState> => {
    try {
      await inKeychain(nameOf('check', 'this computer', ''), async (entry) => {
        await entry.setPassword('ok');
        await entry.deletePassword();
      });
      state = 'ok';
    } catch (error) {
      if (!isSeamlineError(error)) throw error;
    }
    return state ?? 'unavailable';
  };

  return {
    async get(secret, origin, account) {
      const name = nameOf(secret, origin, account);
      const kept = session.get(name);
      if (kept !== undefined) return kept;
      return state === 'session-only' ? null : inKeychain(name, (entry) => entry.getPassword());
    },
    async set(secret, origin, account, value) {
      const name = nameOf(secret, origin, account);
      if (state === 'session-only') session.set(name, value);
      else await keep(name, value);
    },
    async delete(secret, origin, account) {
      const name = nameOf(secret, origin, account);
      session.delete(name);
      if (state !== 'session-only') await inKeychain(name, (entry) => entry.deletePassword());
    },
    status: async () => state ?? ask(),
    async unlock() {
      state = null;
      if ((await ask()) !== 'ok') return state ?? 'unavailable';
      for (const [name, value] of session) await keep(name, value);
      return 'ok';
    },
    keepForSession() {
      state = 'session-only';
    },
  };
}

/** What a failure says of the keychain: it is there and stays shut, or there is none that keeps anything. */
function stateAfter(error: unknown): 'locked' | 'unavailable' {
  const message = error instanceof Error ? error.message : '';
  return /dismissed|locked|cancel|denied|interaction/i.test(message) ? 'locked' : 'unavailable';
}

function keychainError(state: 'locked' | 'unavailable', cause?: unknown): SeamlineError {
  return state === 'locked'
    ? new SeamlineError('keychain-locked', {
        sentence: "This computer's keychain is locked, so Seamline can't read your keys.",
        nextStep: 'Unlock the keychain, or enter the keys for this session only. Nothing was lost.',
        cause,
      })
    : new SeamlineError('keychain-unavailable', {
        sentence: 'This computer has no keychain that Seamline can use, so your keys have no safe place.',
        nextStep: 'Set up the keychain of your system, or enter the keys for this session only.',
        cause,
      });
}
