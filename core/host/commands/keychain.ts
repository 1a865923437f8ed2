// The keychain from a screen: ask it again, or keep keys in memory until Seamline quits. Never a file (SEC-1).
import { SeamlineError } from '../../base/errors.ts';
import type { SecretStore } from '../../base/ports.ts';
import type { CommandHandlers, HostContext } from '../handlers.ts';

export const keychainCommands = {
  async 'connections.unlockKeychain'({ options }) {
    const state = await storeOf(options).unlock();
    if (state === 'ok') return { sentence: 'The keychain is open. What is due starts now.' };
    if (state === 'session-only') return { sentence: 'Keys stay in memory until Seamline quits.' };
    throw new SeamlineError(state === 'locked' ? 'keychain-locked' : 'keychain-unavailable', {
      sentence:
        state === 'locked' ? "This computer's keychain is still locked." : "This computer's keychain can't be reached.",
      nextStep: 'Settings, links and history are safe. Unlock it, or keep the keys for this session only.',
    });
  },

  'connections.keepKeysForSession'({ options }) {
    storeOf(options).keepForSession();
    return { sentence: 'Keys stay in memory until Seamline quits. Enter them again after that.' };
  },
} satisfies CommandHandlers;

function storeOf({ secretStore }: HostContext['options']): SecretStore {
  if (secretStore !== undefined) return secretStore;
  throw new SeamlineError('not-built', {
    sentence: 'Keys come from the environment here, not from a keychain.',
    nextStep: 'Set them where Seamline is started.',
  });
}
