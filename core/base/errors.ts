// The one error class. Every failure that leaves a module has a stable code, a sentence for the operator and one next
// step. The table below decides what a code concerns (one item, this run, the whole account) and whether waiting helps.

/** What a failure stops: only the item, this run, or everything on the account until a person acts. */
export type ErrorScope = 'item' | 'run' | 'account';

export interface ErrorKind {
  readonly scope: ErrorScope;
  /** True when the same work may succeed later without anybody doing anything. */
  readonly retryable: boolean;
}

const kinds = {
  // settings and profile
  'settings-unreadable': { scope: 'account', retryable: false },
  'settings-refused': { scope: 'account', retryable: false },
  'settings-changed': { scope: 'run', retryable: true },
  'settings-incomplete': { scope: 'account', retryable: false },
  'profile-busy': { scope: 'run', retryable: true },
  'profile-refused': { scope: 'account', retryable: false },
  // ledger
  'ledger-damaged': { scope: 'account', retryable: false },
  'ledger-newer': { scope: 'account', retryable: false },
  'ledger-busy': { scope: 'run', retryable: true },
  'disk-full': { scope: 'run', retryable: true },
  'disk-refused': { scope: 'account', retryable: false },
  // accounts and the way to them
  'key-missing': { scope: 'account', retryable: false },
  'keychain-locked': { scope: 'account', retryable: false },
  'keychain-unavailable': { scope: 'account', retryable: false },
  'key-rejected': { scope: 'account', retryable: false },
  'wrong-account': { scope: 'account', retryable: false },
  unreachable: { scope: 'run', retryable: true },
  'proxy-login': { scope: 'account', retryable: false },
  untrusted: { scope: 'run', retryable: true },
  'not-the-api': { scope: 'run', retryable: true },
  'unexpected-answer': { scope: 'run', retryable: false },
  'server-fault': { scope: 'run', retryable: true },
  'timed-out': { scope: 'run', retryable: true },
  'limit-stuck': { scope: 'run', retryable: true },
  'incomplete-read': { scope: 'run', retryable: true },
  refused: { scope: 'item', retryable: false },
  'outcome-unknown': { scope: 'item', retryable: true },
  // the run itself
  cancelled: { scope: 'run', retryable: true },
  usage: { scope: 'run', retryable: false },
  'not-found': { scope: 'item', retryable: false },
  'not-built': { scope: 'item', retryable: false },
  internal: { scope: 'run', retryable: false },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof kinds;

/** True for a code of the table above. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(kinds, code);
}

/** Every code there is, in the table's order. */
export const errorCodes: readonly ErrorCode[] = Object.keys(kinds).filter(isErrorCode);

/** What a code stops, and whether the same work may succeed later without anybody doing anything. */
export function kindOfError(code: ErrorCode): ErrorKind {
  return kinds[code];
}

interface ErrorWords {
  /** What happened and why, as one sentence that a person reads. */
  readonly sentence: string;
  /** The one thing to do about it. */
  readonly nextStep: string;
  /** Facts for the details fold and the log; never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

export class SeamlineError extends Error {
  readonly code: ErrorCode;
  readonly nextStep: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, { sentence, nextStep, details, cause }: ErrorWords) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = 'SeamlineError';
    this.code = code;
    this.nextStep = nextStep;
    this.details = details ?? {};
  }

  get scope(): ErrorScope {
    return kinds[this.code].scope;
  }

  get retryable(): boolean {
    return kinds[this.code].retryable;
  }
}

/** True for a SeamlineError, of the given code when one is named. */
export function isSeamlineError(error: unknown, code?: ErrorCode): error is SeamlineError {
  return error instanceof SeamlineError && (code === undefined || error.code === code);
}

/** Any thrown thing as a SeamlineError: itself, or `internal` with the original as its cause. */
export function toSeamlineError(error: unknown): SeamlineError {
  if (error instanceof SeamlineError) return error;
  return new SeamlineError('internal', {
    sentence: `Something went wrong inside Seamline: ${error instanceof Error ? error.message : String(error)}.`,
    nextStep: 'Nothing was lost. Start the run again; if it happens twice, send the log file to support.',
    cause: error,
  });
}

/** The error that a cancelled operation ends with. */
export function cancelledError(): SeamlineError {
  return new SeamlineError('cancelled', {
    sentence: 'The run was stopped.',
    nextStep: 'What was done is kept. The next run goes on from here.',
  });
}
