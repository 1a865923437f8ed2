// What the core needs from the world, as interfaces. Implementations for Node are in base/node; the shells bring their
// own for what only they have. Nothing else reads a clock, draws a random number or touches a disk.

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after the milliseconds on this clock; rejects with `cancelled` when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export interface Ids {
  /** A new random UUID. */
  uuid(): string;
  /** A number from 0 to below 1, for jitter. */
  fraction(): number;
}

/** The secrets that Seamline keeps, one entry each (SEC-1). */
export const secretNames = [
  'cin7.accountId',
  'cin7.applicationKey',
  'joor.token',
  'joor.clientId',
  'joor.clientSecret',
  'joor.username',
  'joor.password',
] as const;

export type SecretName = (typeof secretNames)[number];

/** Reads secrets. Whose one is: the origin it was typed for (SEC-3) and the account that it opens there (SCOPE-1). */
export interface Secrets {
  /**
   * The secret, or null when none is stored for this origin and account. The account is '' for a secret that names the
   * account itself. Throws `keychain-locked`, `keychain-unavailable`.
   */
  get(name: SecretName, origin: string, account: string): Promise<string | null>;
}

/** `session-only`: the person chose to have secrets kept in memory until Seamline quits. */
export const keychainStates = ['ok', 'locked', 'unavailable', 'session-only'] as const;
export type KeychainState = (typeof keychainStates)[number];

/** Keeps secrets for a person who typed them. Hosts with a window have one; the command line doesn't. */
export interface SecretStore extends Secrets {
  /** Keeps a secret in place of the one before. Throws `keychain-locked`, `keychain-unavailable`. */
  set(name: SecretName, origin: string, account: string, value: string): Promise<void>;
  /** Forgets a secret; one that isn't there is no error. Throws as `set` does. */
  delete(name: SecretName, origin: string, account: string): Promise<void>;
  /** Where secrets are kept now. Asks the keychain once, which may ask the person to unlock it; later calls remember. */
  status(): Promise<KeychainState>;
  /** Asks the keychain anew, so that the person can unlock it. */
  unlock(): Promise<KeychainState>;
  /** From now on secrets are kept in memory only, until Seamline quits; never in a file (SEC-1). */
  keepForSession(): void;
}

/** One way to an address: through a proxy (`http://user:password@host:port`), or null for the direct one. */
export type Way = string | null;

export interface Network {
  /**
   * The ways to an address, at least one, in the order in which they are to be tried: a script for automatic
   * configuration (PAC) may name several. Only this computer is asked, never the address.
   */
  waysTo(address: string): Promise<readonly Way[]>;
  /** Root certificates (PEM) that this computer trusts besides the built-in ones. */
  certificates(): readonly string[];
}

/** A network without proxies, with the built-in certificates. */
export const directNetwork: Network = { waysTo: async () => [null], certificates: () => [] };

/** Tells a person something outside the window. */
export interface Notifier {
  /** Shows a notice where the system has them; `opened` is called when the person clicks it. Never throws. */
  show(notice: { readonly title: string; readonly body: string }, opened: () => void): void;
}

/** A settings file's text as the operating system keeps it. */
export interface TextFile {
  /** Where it is, for messages. */
  readonly path: string;
  /** Null when there is no such file. */
  read(): Promise<string | null>;
  /** Replaces the whole file so that a crash leaves the old or the new text, never half of one. */
  write(text: string): Promise<void>;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface Log {
  write(level: LogLevel, message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** A log that keeps nothing. */
export const silentLog: Log = { write: () => undefined };
