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
import { createTransport, type Patience, type Transport } from '../http/transport.ts';
import { windowBudget } from '../http/window-budget.ts';
import type { Wire } from '../http/wire.ts';
import { joorOutcomes, wordsOfJoor } from '../joor/answers.ts';
import { createJoorClient, type JoorClient } from '../joor/client.ts';
import { connectJoor, type JoorConnection } from '../joor/connection.ts';
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
  /** How long a request is worth trying; a run's when left out. */
  readonly patience?: Patience;
  readonly switches?: { readonly cin7?: Partial<Cin7Switches>; readonly joor?: Partial<JoorSwitches> };
}

export interface Connections {
  readonly cin7: Cin7Client;
  readonly joor: JoorClient;
  readonly transports: Readonly<Record<Api, Transport>>;
}

/** The addresses that the settings mean, without a slash at the end; JOOR's sign-in as JOOR writes it. */
export function addressesOf(settings: Settings): { cin7: string; joorApi: string; joorAuth: string } {
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
  brandAccountOf(settings);
  return secretFor(secrets, 'cin7.accountId', addressesOf(settings).cin7, '');
}

/** JOOR's brand account in the settings. Throws `settings-incomplete` without one. */
function brandAccountOf({ connections: { joor } }: Settings): string {
  if (joor.accountId !== '') return joor.accountId;
  throw new SeamlineError('settings-incomplete', {
    sentence: "JOOR's account id isn't set.",
    nextStep: 'Set connections.joor.accountId; your JOOR integrations manager knows it.',
  });
}

/** The account that JOOR's secrets open: one brand account of one environment (SCOPE-1). */
function joorAccountOf({ connections: { joor } }: Settings): string {
  return `${joor.environment}/${joor.accountId}`;
}

/** Where a secret belongs: the origin that it is for, and the account that it opens there (SEC-3, SCOPE-1). */
export function placeOfSecret(
  name: SecretName,
  settings: Settings,
  cin7Account: string,
): { readonly origin: string; readonly account: string } {
  const { cin7, joorApi, joorAuth } = addressesOf(settings);
  const at = (address: string, account: string) => ({ origin: new URL(address).origin, account });
  if (name === 'cin7.accountId') return at(cin7, '');
  if (name === 'cin7.applicationKey') return at(cin7, cin7Account);
  return at(name === 'joor.token' ? joorApi : joorAuth, joorAccountOf(settings));
}

/**
 * The secrets that are kept for the addresses and accounts in the settings, '' for one that isn't there: to mask them.
 * Throws `keychain-locked`, `keychain-unavailable`.
 */
export async function heldSecrets({
  settings,
  secrets,
}: Pick<ConnectOptions, 'settings' | 'secrets'>): Promise<Record<SecretName, string>> {
  const { cin7, joorApi, joorAuth } = addressesOf(settings);
  const find = async (name: SecretName, address: string, account: string) =>
    URL.canParse(address) ? ((await secrets.get(name, new URL(address).origin, account)) ?? '') : '';
  const cin7Account = await find('cin7.accountId', cin7, '');
  const joorAccount = joorAccountOf(settings);
  return {
    'cin7.accountId': cin7Account,
    'cin7.applicationKey': await find('cin7.applicationKey', cin7, cin7Account),
    'joor.token': await find('joor.token', joorApi, joorAccount),
    'joor.clientId': await find('joor.clientId', joorAuth, joorAccount),
    'joor.clientSecret': await find('joor.clientSecret', joorAuth, joorAccount),
    'joor.username': await find('joor.username', joorAuth, joorAccount),
    'joor.password': await find('joor.password', joorAuth, joorAccount),
  };
}

/** Masks these secrets wherever they stand in a text. */
export function secretMask(secrets: readonly string[]): (text: string) => string {
  return textRedactor(() => secrets);
}

/** Which secrets are there; never their values. Throws as `heldSecrets` does. */
export async function presentSecrets(options: Pick<ConnectOptions, 'settings' | 'secrets'>): Promise<typeof noSecrets> {
  const held = await heldSecrets(options);
  const isThere = (name: SecretName) => held[name] !== '';
  return {
    'cin7.accountId': isThere('cin7.accountId'),
    'cin7.applicationKey': isThere('cin7.applicationKey'),
    'joor.token': isThere('joor.token'),
    'joor.clientId': isThere('joor.clientId'),
    'joor.clientSecret': isThere('joor.clientSecret'),
    'joor.username': isThere('joor.username'),
    'joor.password': isThere('joor.password'),
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

/** A client for the Cin7 account, and its way there. Asks nothing yet. Throws `key-missing`, `key-rejected`. */
export async function connectCin7Account(
  options: ConnectOptions,
): Promise<{ client: Cin7Client; transport: Transport }> {
  const { cin7: baseUrl } = addressesOf(options.settings);
  const secret = async (name: SecretName, account: string) =>
    headerText(name, await secretFor(options.secrets, name, baseUrl, account));
  const accountId = await secret('cin7.accountId', '');
  const keys = { accountId, applicationKey: await secret('cin7.applicationKey', accountId) };
  const transport = createTransport({
    ...sharedOptions(options),
    api: 'cin7',
    budget: cin7Budget(options.settings, storeOf(options, 'cin7')),
    outcomes: cin7Outcomes,
    wordsOf: wordsOfCin7,
    redact: textRedactor(() => Object.values(keys)),
  });
  const client = createCin7Client({ transport, baseUrl, ...keys, switches: options.switches?.cin7 ?? {} });
  return { client, transport };
}

/**
 * A client for the JOOR account, its connection and its way there. Asks nothing yet.
 * Throws `settings-incomplete` without JOOR's account id, `key-missing`.
 */
export async function connectJoorAccount(
  options: ConnectOptions,
): Promise<{ client: JoorClient; connection: JoorConnection; transport: Transport }> {
  const { joorApi, joorAuth } = addressesOf(options.settings);
  const accountId = brandAccountOf(options.settings);
  const account = joorAccountOf(options.settings);
  const secret = (name: SecretName, address: string) => secretFor(options.secrets, name, address, account);
  const token = await secret('joor.token', joorApi);
  const signIn = {
    authUrl: joorAuth,
    clientId: await secret('joor.clientId', joorAuth),
    clientSecret: await secret('joor.clientSecret', joorAuth),
    username: await secret('joor.username', joorAuth),
    password: await secret('joor.password', joorAuth),
  };
  const { authUrl: _, ...credentials } = signIn;
  let accessToken: () => string | null = () => null;
  const transport = createTransport({
    ...sharedOptions(options),
    api: 'joor',
    budget: joorBudget(options.settings, storeOf(options, 'joor')),
    outcomes: joorOutcomes,
    wordsOf: wordsOfJoor,
    redact: textRedactor(() => [token, ...Object.values(credentials), accessToken() ?? '']),
  });
  const connection = connectJoor({
    transport,
    clock: options.clock,
    apiUrl: joorApi,
    accountId,
    token,
    signIn,
    switches: options.switches?.joor ?? {},
  });
  accessToken = () => connection.accessToken();
  return { client: createJoorClient(connection, options.clock), connection, transport };
}

/** Connects to both accounts; asks neither of them anything yet. Throws as `cin7AccountOf` does. */
export async function connectAccounts(options: ConnectOptions): Promise<Connections> {
  await cin7AccountOf(options);
  const cin7 = await connectCin7Account(options);
  const joor = await connectJoorAccount(options);
  return {
    cin7: cin7.client,
    joor: joor.client,
    transports: { cin7: cin7.transport, joor: joor.transport },
  };
}

function sharedOptions({ clock, ids, wire, history, onWait, patience }: ConnectOptions) {
  return {
    clock,
    ids,
    wire,
    history: history ?? (() => undefined),
    ...(onWait === undefined ? {} : { onWait }),
    ...(patience === undefined ? {} : { patience }),
  };
}

function storeOf({ budgets }: ConnectOptions, api: Api): BudgetStore {
  return budgets?.(api) ?? memoryBudgetStore();
}

/** A secret that travels as a header. What can't stand in one is no key: it came along when the key was copied. */
function headerText(name: SecretName, value: string): string {
  if (/^[\x21-\x7e]+$/.test(value)) return value;
  throw new SeamlineError('key-rejected', {
    sentence: `${secretLabels[name]} holds a character that no key has.`,
    nextStep: 'Copy it again from Cin7 Core (Integrations, API), and nothing else with it.',
    details: { secret: name },
  });
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
