// Test connection: tries what was typed before anything of it is stored. What wasn't typed is taken from the settings and
// the stored keys, so that one key can be replaced alone. Says which account it is, or what is wrong and what to do.
import { SeamlineError, toSeamlineError } from '../base/errors.ts';
import type { SecretName, Secrets } from '../base/ports.ts';
import { count } from '../base/text.ts';
import type { CommandInput, CommandOutput } from '../contract/commands.ts';
import { checkSettings, type Settings } from '../settings/index.ts';
import { askCin7, askJoor } from '../sync/ask.ts';
import { reachHosts } from '../sync/reach.ts';
import { clockVerdict, tlsVerdict } from './doctor/computer.ts';
import type { Services } from './services.ts';

/** What a screen is told, and whom the keys opened. */
export type Connected = CommandOutput<'connections.testCin7'> & { readonly account: string; readonly currency: string };

/**
 * Tries Cin7 Core with one call: `Connected to Aurora Apparel Pty Ltd, AUD.`
 * Throws what hinders, each with its fix: `key-missing`, `key-rejected`, `unreachable`, `proxy-login`, `untrusted`,
 * `timed-out`, `not-the-api`, `limit-stuck`, and `settings-refused` for an address that can't be used.
 */
export async function testCin7(
  services: Services,
  input: CommandInput<'connections.testCin7'>,
  signal?: AbortSignal,
): Promise<Connected> {
  const { settings, keys } = cin7AsTyped(await services.profile.settings.load(), input);
  const secrets = typedBefore(services.secrets, keys);
  return tested(services, 'cin7', settings, signal, async () => {
    const { company } = await askCin7({ ...services, settings, secrets, signal });
    return {
      sentence: `Connected to ${company.name}, ${company.currency}.`,
      detail: `Time zone ${company.timeZone}.`,
      account: company.name,
      currency: company.currency,
    };
  });
}

/**
 * Tries both ways into JOOR with two credits: `Connected to JOOR's sandbox, account 41207.`
 * Throws as `testCin7` does, `wrong-account`, and `settings-incomplete` without an account id.
 */
export async function testJoor(
  services: Services,
  input: CommandInput<'connections.testJoor'>,
  signal?: AbortSignal,
): Promise<Connected> {
  const { settings, keys } = joorAsTyped(await services.profile.settings.load(), input);
  const secrets = typedBefore(services.secrets, keys);
  return tested(services, 'joor', settings, signal, async () => {
    const { token, signIn, account } = await askJoor({ ...services, settings, secrets, signal });
    for (const part of [signIn, account, token]) if (part !== null && 'error' in part) throw part.error;
    const priceTypes = account === null || 'error' in account ? 0 : account.content.priceTypes;
    return {
      sentence: `Connected to ${places[settings.connections.joor.environment]}, account ${settings.connections.joor.accountId}.`,
      detail: `${count(priceTypes, 'price type')}.`,
      account: `Brand account ${settings.connections.joor.accountId}`,
      currency: '',
    };
  });
}

/** What was typed into a connection: the settings with its addresses and account, and the keys that were typed anew. */
export interface Typed {
  readonly settings: Settings;
  readonly keys: Readonly<Partial<Record<SecretName, string | null>>>;
}

/** What was typed for Cin7 Core. Throws `settings-refused` for an address that can't be used. */
export function cin7AsTyped(
  settings: Settings,
  { baseUrl, accountId, applicationKey }: CommandInput<'connections.testCin7'>,
): Typed {
  const address = typed(baseUrl);
  const { connections } = settings;
  return {
    settings: checkSettings({
      ...settings,
      connections: { ...connections, cin7: address === null ? connections.cin7 : { baseUrl: address } },
    }),
    keys: { 'cin7.accountId': typed(accountId), 'cin7.applicationKey': typed(applicationKey) },
  };
}

/** What was typed for JOOR. Throws `settings-refused` for an address that can't be used. */
export function joorAsTyped(
  settings: Settings,
  { environment, apiUrl, authUrl, accountId, ...keys }: CommandInput<'connections.testJoor'>,
): Typed {
  const { connections } = settings;
  const custom = {
    apiUrl: typed(apiUrl) ?? connections.joor.apiUrl,
    authUrl: typed(authUrl) ?? connections.joor.authUrl,
  };
  return {
    settings: checkSettings({
      ...settings,
      connections: { ...connections, joor: { environment, accountId, ...(environment === 'custom' ? custom : {}) } },
    }),
    keys: {
      'joor.token': typed(keys.token),
      'joor.clientId': typed(keys.clientId),
      'joor.clientSecret': typed(keys.clientSecret),
      // As they were typed: a password may begin or end with a space.
      'joor.username': keys.username,
      'joor.password': keys.password,
    },
  };
}

const places = { sandbox: "JOOR's sandbox", live: 'the live JOOR', custom: 'JOOR at your own address' } as const;

/** Connects. After a good answer the clock is compared; a certificate that isn't trusted is looked at more closely. */
async function tested(
  { wire, clock }: Services,
  api: 'cin7' | 'joor',
  settings: Settings,
  signal: AbortSignal | undefined,
  connect: () => Promise<Connected>,
): Promise<Connected> {
  const look = () => reachHosts(settings, { wire, clock, signal }, [api]);
  try {
    const connected = await connect();
    const { ok, sentence, nextStep } = clockVerdict(await look());
    return ok === false ? { ...connected, detail: `${sentence} ${nextStep}` } : connected;
  } catch (thrown) {
    const error = toSeamlineError(thrown);
    if (error.code !== 'untrusted') throw error;
    const { ok, sentence, nextStep, details } = tlsVerdict(await look(), clock.now());
    if (ok !== false) throw error;
    throw new SeamlineError('untrusted', {
      sentence,
      nextStep,
      details: { ...error.details, ...details },
      cause: error,
    });
  }
}

/** What was typed or pasted, without the spaces and line ends around it; null for nothing. */
function typed(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Secrets of which some were typed just now. */
function typedBefore(stored: Secrets, now: Partial<Record<SecretName, string | null>>): Secrets {
  return { get: async (name, origin, account) => now[name] ?? stored.get(name, origin, account) };
}
