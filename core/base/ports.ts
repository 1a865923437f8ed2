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

export interface Secrets {
  /**
   * The secret, or null when none is stored for this origin (SEC-3: a secret belongs to the origin it was typed for).
   * Throws `key-missing` when the keychain itself can't be read.
   */
  get(name: SecretName, origin: string): Promise<string | null>;
}

export interface Network {
  /** The proxy on the way to an address (`http://user:password@host:port`), or null for none. */
  proxyFor(address: string): Promise<string | null>;
  /** Root certificates (PEM) that this computer trusts besides the built-in ones. */
  certificates(): readonly string[];
}

/** A network without proxies, with the built-in certificates. */
export const directNetwork: Network = { proxyFor: async () => null, certificates: () => [] };

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
