// The one way to either API: waits for the lane and the budget, sends, classifies, repeats what may be repeated, and
// gives parsed content or one error. A creating request whose outcome is unclear is never repeated here: it ends with
// `outcome-unknown`, and whoever sent it looks it up first (RUN-6).
import { instantOf, minute, parseInstant, second, type Instant } from '../base/dates.ts';
import { cancelledError, SeamlineError } from '../base/errors.ts';
import type { Clock, Ids } from '../base/ports.ts';
import type { Budget, BudgetReading } from './budget.ts';
import { historyTexts, type HistorySink } from './history.ts';
import { createLanes } from './lanes.ts';
import { failureWords } from './failure-words.ts';
import { addressOf, apiNames, type Api, type Exchange, type Lane, type Operation, type Reply } from './operation.ts';
import { outcomeOf, sharedOutcomes, type Outcome, type OutcomeRow } from './outcome.ts';
import { retryAfterMilliseconds } from './retry-after.ts';
import type { Wire } from './wire.ts';

export interface TransportOptions {
  readonly api: Api;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wire: Wire;
  readonly budget: Budget;
  /** This API's rows before the shared ones. */
  readonly outcomes?: readonly OutcomeRow[];
  /** The API's own words in a failing answer, for people. */
  readonly wordsOf: (reply: Reply) => string;
  readonly history: HistorySink;
  readonly redact: (text: string) => string;
  /** Hears until when (epoch ms) the next request waits for the limit; null when it goes on. */
  readonly onWait?: (api: Api, until: number | null) => void;
  /** How long an operation is worth trying; a run's when left out. */
  readonly patience?: Patience;
}

export interface Patience {
  /** How often what may be repeated is sent. */
  readonly tries: number;
  /** Milliseconds for which refusals over the limit are waited out. */
  readonly limit: number;
  /** Milliseconds of real time for one exchange; the wire's own when left out. */
  readonly exchange?: number;
}

/** For work in the background: an account that is away for a while costs nothing but time. */
const runPatience: Patience = { tries: 5, limit: 30 * minute };

/** For a person who waits in front of the screen: a slip is forgiven, and then the answer is what they came for. */
export const briefPatience: Patience = { tries: 2, limit: 0, exchange: 15 * second };

export interface Sending {
  readonly lane: Lane;
  readonly signal?: AbortSignal | undefined;
  /** What the request is about, for the history: an order's id. */
  readonly about?: string | undefined;
}

export interface Answer<Content> {
  readonly content: Content;
  /** The server's clock as it answered (Date header); null when it sent none. High-water marks come from it (RUN-2). */
  readonly serverTime: Instant | null;
}

export interface Transport {
  /**
   * Sends an operation and reads its answer.
   * Throws `outcome-unknown` when a creating request may or may not have been carried out, `refused` with the API's own
   * words, `key-rejected`, `unreachable`, `timed-out`, `not-the-api`, `unexpected-answer`, `limit-stuck`, `cancelled`.
   */
  send<Content>(
    operation: Operation,
    sending: Sending,
    read: (reply: Reply) => Content | Promise<Content>,
    signIn?: () => Promise<Readonly<Record<string, string>>>,
  ): Promise<Answer<Content>>;
  budget(): BudgetReading;
  /** Milliseconds that this many more background requests of this cost will take. */
  timeFor(requests: number, cost: number): number;
}

const longestPause = 30 * second;
/** Repeats end after that much time from the first attempt, waits for a limit not counted. */
const longestOperation = 5 * minute;

/** A transport for one API. */
export function createTransport(options: TransportOptions): Transport {
  const { api, clock, budget, wire, patience = runPatience } = options;
  const tables = [options.outcomes ?? [], sharedOutcomes];
  const lanes = createLanes(clock, budget, (until) => options.onWait?.(api, until));

  const attempt = async (operation: Operation, { lane, signal, about }: Sending, number: number) => {
    return lanes.run(lane, operation.cost, signal, async () => {
      const started = clock.now();
      const exchange = await wire.exchange(operation, operation.headers, signal, patience.exchange);
      const outcome = outcomeOf(exchange, tables);
      const ended = clock.now();
      const header = 'reply' in exchange ? exchange.reply.headers['retry-after'] : undefined;
      const askedWait = retryAfterMilliseconds(header, ended);
      // While the turn is still ours: the next request must already know of the refusal.
      if (outcome.action === 'wait-for-limit' && operation.cost > 0) {
        if (outcome.didNothing) budget.refuse(ended, askedWait);
        else budget.pause(ended, askedWait);
      }
      options.history({
        api,
        operation: operation.name,
        method: operation.method,
        address: options.redact(addressOf(operation)),
        startedAt: instantOf(started),
        milliseconds: ended - started,
        attempt: number,
        cost: operation.cost,
        status: 'reply' in exchange ? exchange.reply.status : null,
        outcome: 'failure' in exchange ? exchange.failure.kind : outcome.action,
        ...(about === undefined ? {} : { about }),
        ...historyTexts(operation, exchange, options.redact),
      });
      return { exchange, outcome, askedWait };
    });
  };

  return {
    budget: () => budget.reading(clock.now()),
    timeFor: (requests, cost) => budget.timeFor(requests, cost, clock.now()),
    async send(operation, sending, read, signIn) {
      let current = operation;
      let signedIn = false;
      let limitedSince: number | null = null;
      let repeating = 0;
      for (let number = 1; ; number += 1) {
        const began = clock.now();
        const { exchange, outcome, askedWait } = await attempt(current, sending, number);
        if (outcome.action === 'use' && 'reply' in exchange) return used(exchange.reply, read, current);

        if (current.effect === 'create' && !didNothing(exchange, outcome)) throw unknownOutcome(current, exchange);
        if (outcome.code === 'cancelled') throw cancelledError();
        if (outcome.action === 'sign-in-again' && signIn !== undefined && !signedIn) {
          signedIn = true;
          current = { ...current, headers: { ...current.headers, ...(await signIn()) } };
          continue;
        }

        if (outcome.action === 'wait-for-limit') {
          limitedSince ??= clock.now();
          if (clock.now() - limitedSince < patience.limit) {
            // What costs nothing waits for no budget, so it waits here.
            if (current.cost === 0)
              await clock.sleep(Math.min(longestPause, Math.max(second, askedWait ?? longestPause)), sending.signal);
            number -= 1;
            continue;
          }
        }
        repeating += clock.now() - began;
        if (outcome.action === 'repeat' && number < patience.tries && repeating < longestOperation) {
          const pause = Math.min(longestPause, second * 2 ** (number - 1));
          await clock.sleep(pause * (0.5 + options.ids.fraction() / 2), sending.signal);
          continue;
        }
        throw failure(current, exchange, outcome, limitedSince === null ? 0 : clock.now() - limitedSince);
      }
    },
  };

  async function used<Content>(
    reply: Reply,
    read: (reply: Reply) => Content | Promise<Content>,
    operation: Operation,
  ): Promise<Answer<Content>> {
    const date = reply.headers['date'];
    const at = date === undefined ? Number.NaN : Date.parse(date);
    const serverTime = Number.isNaN(at) ? null : parseInstant(instantOf(at));
    try {
      return { content: await read(reply), serverTime };
    } catch (error) {
      // The API said yes in a shape that we don't know: whether it created something is then unknown, too.
      if (operation.effect === 'create') throw unknownOutcome(operation, { reply }, error);
      if (error instanceof SeamlineError) throw error;
      throw new SeamlineError('unexpected-answer', {
        sentence: `${apiNames[api]} answered ${operation.name} in a form that Seamline doesn't know.`,
        nextStep: 'Nothing was changed because of it. Send the diagnostics file to support.',
        details: { operation: operation.name, problem: error instanceof Error ? error.message.slice(0, 500) : '' },
        cause: error,
      });
    }
  }

  function failure(operation: Operation, exchange: Exchange, outcome: Outcome, limited: number): SeamlineError {
    const words = options.redact('reply' in exchange ? options.wordsOf(exchange.reply) : exchange.failure.message);
    const details = {
      api,
      operation: operation.name,
      status: 'reply' in exchange ? exchange.reply.status : null,
      words,
      failure: 'failure' in exchange ? exchange.failure.kind : null,
    };
    const told = failureWords(outcome.code, operation, exchange, words, limited);
    return new SeamlineError(outcome.code, { ...told, details });
  }

  function unknownOutcome(operation: Operation, exchange: Exchange, cause?: unknown): SeamlineError {
    return new SeamlineError('outcome-unknown', {
      sentence: `${apiNames[api]} gave no clear answer to ${operation.name}, so it isn't known whether it was done.`,
      nextStep: 'Seamline looks it up before it sends anything again.',
      details: {
        operation: operation.name,
        status: 'reply' in exchange ? exchange.reply.status : null,
        failure: 'failure' in exchange ? exchange.failure.kind : null,
        cancelled: 'failure' in exchange && exchange.failure.kind === 'cancelled',
      },
      cause,
    });
  }
}

function didNothing(exchange: Exchange, outcome: Outcome): boolean {
  return 'failure' in exchange ? !exchange.failure.mayHaveArrived : outcome.didNothing;
}
