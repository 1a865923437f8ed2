// What an exchange means, as data. The shared table below is read from the top; an API puts its own rows before it.
// The first row that fits decides: use it, wait for the limit, repeat it, sign in again, or fail with a code.
import type { ErrorCode } from '../base/errors.ts';
import type { Exchange, FailureKind } from './operation.ts';

export type Action = 'use' | 'wait-for-limit' | 'repeat' | 'sign-in-again' | 'fail';

export interface OutcomeRow {
  readonly when: {
    readonly failures?: readonly FailureKind[];
    /** Inclusive. */
    readonly statusFrom?: number;
    readonly statusTo?: number;
    readonly text?: RegExp;
    /** True for a body that is JSON as announced, false for one that isn't. */
    readonly isJson?: boolean;
  };
  readonly action: Action;
  /** The error when it can't be helped. */
  readonly code: ErrorCode;
  /** True when the API certainly did nothing, so that even a creating request may be sent again. */
  readonly didNothing: boolean;
}

export type Outcome = Omit<OutcomeRow, 'when'>;

/** The text of either API's limit, whatever status or shape it comes in (RUN-5, Cin7 1.3). */
const limitText = /calls per \d+ seconds|too many requests|rate limit exceeded/i;

/** The same inside a 200: alone, or as the words of an error that is all of the answer. What stands in a list is no refusal. */
const onlyLimitText = new RegExp(
  String.raw`^\s*(?:"?[^{}[\]<"]*|\[?\s*\{\s*"(?:ErrorCode|Exception|Message)"[^{}]*)(?:${limitText.source})`,
  'i',
);

/** The first of each API's own rows as well: an error inside a 200 is read by its code there. */
export const limitInside200: OutcomeRow = {
  when: { statusFrom: 200, statusTo: 299, text: onlyLimitText },
  action: 'wait-for-limit',
  code: 'limit-stuck',
  didNothing: true,
};

export const sharedOutcomes: readonly OutcomeRow[] = [
  { when: { failures: ['cancelled'] }, action: 'fail', code: 'cancelled', didNothing: false },
  {
    when: { failures: ['name-not-found', 'refused', 'unreachable', 'proxy-unreachable', 'proxy-refused'] },
    action: 'repeat',
    code: 'unreachable',
    didNothing: true,
  },
  { when: { failures: ['proxy-unusable'] }, action: 'fail', code: 'unreachable', didNothing: true },
  { when: { failures: ['untrusted'] }, action: 'fail', code: 'untrusted', didNothing: true },
  { when: { failures: ['proxy-login'] }, action: 'fail', code: 'proxy-login', didNothing: true },
  { when: { failures: ['timed-out'] }, action: 'repeat', code: 'timed-out', didNothing: false },
  { when: { failures: ['dropped', 'no-tls'] }, action: 'repeat', code: 'unreachable', didNothing: false },
  { when: { failures: ['too-large'] }, action: 'fail', code: 'unexpected-answer', didNothing: false },
  { when: { statusFrom: 429, statusTo: 429 }, action: 'wait-for-limit', code: 'limit-stuck', didNothing: true },
  {
    when: { statusFrom: 400, statusTo: 599, text: limitText },
    action: 'wait-for-limit',
    code: 'limit-stuck',
    didNothing: true,
  },
  limitInside200,
  // Older Cin7 documents answer 503 over the limit, but so does a gateway that lost its server: wait, assume nothing.
  { when: { statusFrom: 503, statusTo: 503 }, action: 'wait-for-limit', code: 'limit-stuck', didNothing: false },
  { when: { statusFrom: 200, statusTo: 299, isJson: true }, action: 'use', code: 'internal', didNothing: false },
  { when: { statusFrom: 200, statusTo: 299 }, action: 'repeat', code: 'not-the-api', didNothing: false },
  { when: { statusFrom: 300, statusTo: 399 }, action: 'fail', code: 'not-the-api', didNothing: true },
  { when: { statusFrom: 401, statusTo: 401 }, action: 'fail', code: 'key-rejected', didNothing: true },
  { when: { statusFrom: 403, statusTo: 403 }, action: 'fail', code: 'key-rejected', didNothing: true },
  { when: { statusFrom: 408, statusTo: 408 }, action: 'repeat', code: 'timed-out', didNothing: false },
  { when: { statusFrom: 400, statusTo: 499 }, action: 'fail', code: 'refused', didNothing: true },
  { when: { statusFrom: 500, statusTo: 599 }, action: 'repeat', code: 'server-fault', didNothing: false },
];

/** The first row of the tables that fits the exchange. */
export function outcomeOf(exchange: Exchange, tables: readonly (readonly OutcomeRow[])[]): Outcome {
  for (const table of tables) for (const row of table) if (fits(exchange, row)) return row;
  return { action: 'fail', code: 'unexpected-answer', didNothing: false };
}

function fits(exchange: Exchange, { when }: OutcomeRow): boolean {
  if ('failure' in exchange) return when.failures?.includes(exchange.failure.kind) ?? false;
  if (when.failures !== undefined) return false;
  const { status, text, json } = exchange.reply;
  if (when.statusFrom !== undefined && status < when.statusFrom) return false;
  if (when.statusTo !== undefined && status > when.statusTo) return false;
  if (when.text !== undefined && !when.text.test(text)) return false;
  return when.isJson === undefined || when.isJson === (json !== undefined);
}
