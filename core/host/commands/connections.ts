// Connections from a screen: try what was typed, connect, and what to do while the keychain is locked or absent.
import { SeamlineError } from '../../base/errors.ts';
import type { SecretStore } from '../../base/ports.ts';
import { connectCin7, connectJoor } from '../../commands/connect.ts';
import { testCin7, testJoor, type Connected } from '../../commands/connections.ts';
import type { CommandHandlers, HostContext } from '../handlers.ts';

export const connectionCommands = {
  'connections.testCin7': ({ services }, input) => testCin7(services, input),
  'connections.testJoor': ({ services }, input) => testJoor(services, input),
  'connections.connectCin7': async (context, input) =>
    remembered(context, 'cin7', await connectCin7(context.services, storeOf(context), input)),
  'connections.connectJoor': async (context, input) =>
    remembered(context, 'joor', await connectJoor(context.services, storeOf(context), input)),

  async 'connections.unlockKeychain'(context) {
    const state = await storeOf(context).unlock();
    if (state === 'ok') return { sentence: 'The keychain is open.' };
    throw new SeamlineError(state === 'locked' ? 'keychain-locked' : 'keychain-unavailable', {
      sentence:
        state === 'locked'
          ? 'The keychain is still locked.'
          : 'This computer still has no keychain that Seamline can use.',
      nextStep: 'Unlock it in your system, or enter the keys for this session only. Nothing was lost.',
    });
  },

  async 'connections.keepKeysForSession'(context) {
    storeOf(context).keepForSession();
    return { sentence: 'Keys you enter now are kept until Seamline quits, in memory only.' };
  },
} satisfies CommandHandlers;

/** The answer stands on the connection until a run says something newer. */
function remembered({ answers, reader }: HostContext, api: 'cin7' | 'joor', connected: Connected): Connected {
  answers.note(api, { at: reader.now(), name: connected.account, currency: connected.currency });
  return connected;
}

function storeOf({ options }: HostContext): SecretStore {
  if (options.secretStore !== undefined) return options.secretStore;
  throw new SeamlineError('not-built', {
    sentence: 'This way of using Seamline takes its keys from the environment and keeps none.',
    nextStep: 'Set the variables that README names, or open the window.',
  });
}
