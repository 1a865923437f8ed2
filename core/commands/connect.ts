// Connecting: what was typed is tried, then its keys go to where keys are kept, each for exactly its host and account, and its
// addresses into the settings (SEC-3). A connection that doesn't answer changes nothing.
import { secretNames, type SecretName, type SecretStore } from '../base/ports.ts';
import type { CommandInput } from '../contract/commands.ts';
import { placeOfSecret } from '../sync/connect.ts';
import { cin7AsTyped, joorAsTyped, testCin7, testJoor, type Connected, type Typed } from './connections.ts';
import type { Services } from './services.ts';

/** Connects Cin7 Core. Throws as `testCin7` does, `keychain-locked`, `keychain-unavailable`, and as saving settings does. */
export async function connectCin7(
  services: Services,
  store: SecretStore,
  input: CommandInput<'connections.connectCin7'>,
): Promise<Connected> {
  const connected = await testCin7(services, input);
  await keep(services, store, cin7AsTyped(await services.profile.settings.load(), input));
  return connected;
}

/** Connects JOOR. Throws as `testJoor` does, and as `connectCin7`. */
export async function connectJoor(
  services: Services,
  store: SecretStore,
  input: CommandInput<'connections.connectJoor'>,
): Promise<Connected> {
  const connected = await testJoor(services, input);
  await keep(services, store, joorAsTyped(await services.profile.settings.load(), input));
  return connected;
}

/** Keys first: addresses without keys would ask for what was just typed, keys without their address are only unused. */
async function keep({ profile }: Services, store: SecretStore, { settings, keys }: Typed): Promise<void> {
  const { origin, account } = placeOfSecret('cin7.accountId', settings, '');
  const cin7Account = keys['cin7.accountId'] ?? (await store.get('cin7.accountId', origin, account)) ?? '';
  const typedNames = secretNames.filter((name) => isTyped(keys, name));
  for (const name of typedNames) {
    const place = placeOfSecret(name, settings, cin7Account);
    await store.set(name, place.origin, place.account, keys[name] ?? '');
  }
  await profile.settings.save(settings);
}

function isTyped(keys: Typed['keys'], name: SecretName): boolean {
  const value = keys[name] ?? null;
  return value !== null && value !== '';
}
