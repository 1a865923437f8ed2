// Builds both clients for a scope: origins from the settings, secrets for exactly these origins, budgets that go on
// where the ledger left them, and a history that keeps no secret.
import { SeamlineError } from '../base/errors.ts';
import type { Clock, Ids, SecretName, Secrets } from '../base/ports.ts';
import { cin7Outcomes, wordsOfCin7 } from '../cin7/answers.ts';
import { createCin7Client, type Cin7Client } from '../cin7/client.ts';
import type { Cin7Switches } from '../cin7/switches.ts';
import { memoryBudgetStore, type Budget, type BudgetReading, type BudgetStore } from '../http/budget.ts';
import type { HistorySink } from '../http/history.ts';
import type { Api } from '../http/operation.ts';
import { textRedactor } from '../http/redact.ts';
import { rollingBudget } from '../http/rolling-budget.ts';
import { createTransport, type Transport } from '../http/transport.ts';
import { windowBudget } from '../http/window-budget.ts';
import type { Wire } from '../http/wire.ts';
import { joorOutcomes, wordsOfJoor } from '../joor/answers.ts';
import { createJoorClient, type JoorClient } from '../joor/client.ts';
import { connectJoor } from '../joor/connection.ts';
import type { JoorSwitches } from '../joor/switches.ts';
import type { Settings } from '../settings/index.ts';

/** JOOR's addresses (JOOR 2). */
const joorHosts = {
  live: { apiUrl: 'https://api.jooraccess.com', authUrl: 'https://atlas.jooraccess.com/auth/' },
  sandbox: { apiUrl: 'https://apisandbox.jooraccess.com', authUrl: 'https://atlas-sandbox.jooraccess.com/auth/' },
} as const;

/** Of Cin7 Core's 60 calls per 60 s Seamline takes at most 50, and keeps 5 of them for a person (RUN-5). */
const cin7Pace = { calls: 50, seconds: 60 };
/** JOOR's quota; a tenth is kept for a person. */
const joorPace = { credits: 300, seconds: 300 };

export interface ConnectOptions {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly wire: Wire;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly history?: HistorySink;
  readonly budgets?: (api: Api) => BudgetStore;
  readonly onWait?: (api: Api, until: number | null) => void;
  readonly switches?: { readonly cin7?: Partial<Cin7Switches>; readonly joor?: Partial<JoorSwitches> };
}

export interface Connections {
  readonly cin7: Cin7Client;
  readonly joor: JoorClient;
  readonly transports: Readonly<Record<Api, Transport>>;
}

/** The addresses that the settings mean. */
function addressesOf(settings: Settings): { cin7: string; joorApi: string; joorAuth: string } {
  const { cin7, joor } = settings.connections;
  const hosts = joor.environment === 'custom' ? null : joorHosts[joor.environment];
  return {
    cin7: cin7.baseUrl.replace(/\/+$/, ''),
    joorApi: (hosts?.apiUrl ?? joor.apiUrl ?? '').replace(/\/+$/, ''),
    joorAuth: hosts?.authUrl ?? joor.authUrl ?? '',
  };
}

/**
 * The Cin7 account that the keys belong to: with the settings it says which ledger is meant.
 * Throws `settings-incomplete` without JOOR's account id, `key-missing` for a secret that isn't there.
 */
export async function cin7AccountOf({
  settings,
  secrets,
}: Pick<ConnectOptions, 'settings' | 'secrets'>): Promise<string> {
  if (settings.connections.joor.accountId === '')
    throw new SeamlineError('settings-incomplete', {
      sentence: "JOOR's account id isn't set.",
      nextStep: 'Set connections.joor.accountId; your JOOR integrations manager knows it.',
    });
  return secretFor(secrets, 'cin7.accountId', addressesOf(settings).cin7, '');
}

/** The account that JOOR's secrets open: one brand account of one environment (SCOPE-1). */
function joorAccountOf({ connections: { joor } }: Settings): string {
  return `${joor.environment}/${joor.accountId}`;
}

/**
 * Which secrets are there for the addresses and accounts in the settings; never their values.
 * Throws `keychain-locked`, `keychain-unavailable`.
 */
export async function presentSecrets({
  settings,
  secrets,
}: Pick<ConnectOptions, 'settings' | 'secrets'>): Promise<typeof noSecrets> {
  const { cin7, joorApi, joorAuth } = addressesOf(settings);
  const find = (name: SecretName, address: string, account: string) =>
    URL.canParse(address) ? secrets.get(name, new URL(address).origin, account) : null;
  const isThere = async (name: SecretName, address: string, account: string) =>
    ((await find(name, address, account)) ?? '') !== '';
  const cin7Account = (await find('cin7.accountId', cin7, '')) ?? '';
  const joorAccount = joorAccountOf(settings);
  return {
    'cin7.accountId': cin7Account !== '',
    'cin7.applicationKey': await isThere('cin7.applicationKey', cin7, cin7Account),
    'joor.token': await isThere('joor.token', joorApi, joorAccount),
    'joor.clientId': await isThere('joor.clientId', joorAuth, joorAccount),
    'joor.clientSecret': await isThere('joor.clientSecret', joorAuth, joorAccount),
    'joor.username': await isThere('joor.username', joorAuth, joorAccount),
    'joor.password': await isThere('joor.password', joorAuth, joorAccount),
  };
}

/** None of them is there. */
export const noSecrets: Readonly<Record<SecretName, boolean>> = {
  'cin7.accountId': false,
  'cin7.applicationKey': false,
  'joor.token': false,
  'joor.clientId': false,
  'joor.clientSecret': false,
  'joor.username': false,
  'joor.password': false,
};

/** What is used of both budgets now, from their states as they were kept. */
export function readBudgets(
  settings: Settings,
  stateOf: (api: Api) => unknown,
  now: number,
): Record<Api, BudgetReading> {
  const store = (api: Api): BudgetStore => ({ load: () => stateOf(api), save: () => undefined });
  return {
    cin7: cin7Budget(settings, store('cin7')).reading(now),
    joor: joorBudget(settings, store('joor')).reading(now),
  };
}

function cin7Budget({ connections }: Settings, store: BudgetStore): Budget {
  const pace = connections.cin7.pace ?? cin7Pace;
  return rollingBudget({ ...pace, reserve: Math.ceil(pace.calls / 10), store });
}

function joorBudget({ connections }: Settings, store: BudgetStore): Budget {
  const quota = connections.joor.pace ?? joorPace;
  return windowBudget({ ...quota, reserve: Math.ceil(quota.credits / 10), store });
}

async function secretFor(secrets: Secrets, name: SecretName, address: string, account: string): Promise<string> {
  const value = await secrets.get(name, new URL(address).origin, account);
  if (value === null || value === '') throw missingSecret(name);
  return value;
}

/** Connects to both accounts; asks neither of them anything yet. Throws as `cin7AccountOf` does. */
export async function connectAccounts(options: ConnectOptions): Promise<Connections> {
  const { settings, secrets, clock, ids, wire } = options;
  const { joorApi, joorAuth, cin7: baseUrl } = addressesOf(settings);
  const { accountId } = settings.connections.joor;
  const cin7Account = await cin7AccountOf(options);
  const cin7Keys = {
    accountId: cin7Account,
    applicationKey: await secretFor(secrets, 'cin7.applicationKey', baseUrl, cin7Account),
  };
  const secret = (name: SecretName, address: string) => secretFor(secrets, name, address, joorAccountOf(settings));
  const token = await secret('joor.token', joorApi);
  const signIn = {
    authUrl: joorAuth,
    clientId: await secret('joor.clientId', joorAuth),
    clientSecret: await secret('joor.clientSecret', joorAuth),
    username: await secret('joor.username', joorAuth),
    password: await secret('joor.password', joorAuth),
  };

  let accessToken: () => string | null = () => null;
  const redact = textRedactor(() => [
    ...Object.values(cin7Keys),
    token,
    signIn.clientId,
    signIn.clientSecret,
    signIn.username,
    signIn.password,
    ...[accessToken()].filter((text) => text !== null),
  ]);
  const store = (api: Api) => options.budgets?.(api) ?? memoryBudgetStore();
  const shared = {
    clock,
    ids,
    wire,
    redact,
    history: options.history ?? (() => undefined),
    ...(options.onWait === undefined ? {} : { onWait: options.onWait }),
  };
  const transports = {
    cin7: createTransport({
      ...shared,
      api: 'cin7',
      budget: cin7Budget(settings, store('cin7')),
      outcomes: cin7Outcomes,
      wordsOf: wordsOfCin7,
    }),
    joor: createTransport({
      ...shared,
      api: 'joor',
      budget: joorBudget(settings, store('joor')),
      outcomes: joorOutcomes,
      wordsOf: wordsOfJoor,
    }),
  };
  const connection = connectJoor({
    transport: transports.joor,
    clock,
    apiUrl: joorApi,
    accountId,
    token,
    signIn,
    switches: options.switches?.joor ?? {},
  });
  accessToken = () => connection.accessToken();
  return {
    cin7: createCin7Client({
      transport: transports.cin7,
      baseUrl,
      ...cin7Keys,
      switches: options.switches?.cin7 ?? {},
    }),
    joor: createJoorClient(connection, clock),
    transports,
  };
}

const secretLabels: Readonly<Record<SecretName, string>> = {
  'cin7.accountId': "Cin7 Core's account id",
  'cin7.applicationKey': "Cin7 Core's application key",
  'joor.token': "JOOR's v2 token",
  'joor.clientId': "JOOR's client id",
  'joor.clientSecret': "JOOR's client secret",
  'joor.username': "JOOR's user name",
  'joor.password': "JOOR's password",
};

function missingSecret(name: SecretName): SeamlineError {
  return new SeamlineError('key-missing', {
    sentence: `${secretLabels[name]} is missing.`,
    nextStep: `Enter it, or set ${variableOf(name)} for the command line.`,
    details: { secret: name },
  });
}

/** The environment variable that holds a secret on the command line: `SEAMLINE_CIN7_ACCOUNT_ID`. */
export function variableOf(name: SecretName): string {
  return `SEAMLINE_${name
    .replace('.', '_')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()}`;
}

export type { Wire };
