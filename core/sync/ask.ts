// Asks each account who it is, for Test connection and doctor: the fewest calls that tell a wrong key from a wrong account
// (one of Cin7 Core, two credits of JOOR), as a person's action, writing nothing and waiting for no limit.
import type { Instant } from '../base/dates.ts';
import { SeamlineError, toSeamlineError } from '../base/errors.ts';
import { readV2 } from '../joor/answers.ts';
import { briefPatience } from '../http/transport.ts';
import type { Company } from '../model/account.ts';
import { connectCin7Account, connectJoorAccount, type ConnectOptions } from './connect.ts';

export type AskOptions = Omit<ConnectOptions, 'budgets' | 'history' | 'onWait' | 'patience'> & {
  readonly signal?: AbortSignal | undefined;
};

/** An answer, the failure that came instead, or null where it made no sense to ask. */
export type Asked<Content> = { readonly content: Content } | { readonly error: SeamlineError } | null;

/** The company that the key opens. Throws what `connectCin7Account` and the transport throw. */
export async function askCin7(options: AskOptions): Promise<{ company: Company; serverTime: Instant | null }> {
  const { client } = await connectCin7Account({ ...options, patience: briefPatience });
  const { content: company, serverTime } = await client.company({ lane: 'person', signal: options.signal });
  return { company, serverTime };
}

export interface JoorAnswers {
  /** The v2 token: the account that it belongs to, where JOOR names it. */
  readonly token: Asked<{ readonly account: string | null }>;
  /** The login for v4. */
  readonly signIn: Asked<null>;
  /** The account of the settings, asked with that login: how many price lists it has. */
  readonly account: Asked<{ readonly priceTypes: number }>;
}

/** Asks JOOR by both ways. Throws only `settings-incomplete` and `key-missing`; what JOOR says is in the answers. */
export async function askJoor(options: AskOptions): Promise<JoorAnswers> {
  const { accountId, environment } = options.settings.connections.joor;
  const caller = { lane: 'person', signal: options.signal } as const;
  let named: string | null = null;
  const { client, connection } = await connectJoorAccount({
    ...options,
    patience: briefPatience,
    wire: {
      ...options.wire,
      async exchange(...request) {
        const exchange = await options.wire.exchange(...request);
        // JOOR says for which account a request counted (JOOR 4.2).
        if ('reply' in exchange && exchange.reply.status < 300)
          named = exchange.reply.headers['x-throttling-account-id'] ?? null;
        return exchange;
      },
    },
  });

  const styles = { name: 'token check', method: 'GET', path: 'style', query: { count: 1 }, effect: 'read' } as const;
  const counted = await asked(connection.v2(styles, caller, (json) => readV2('styles', json)));
  const tokenAccount = named;
  const token: JoorAnswers['token'] =
    'error' in counted
      ? { error: keyOf(environment, counted.error) }
      : tokenAccount !== null && tokenAccount !== accountId
        ? { error: otherAccount(`JOOR's v2 token belongs to account ${String(tokenAccount)}, not to ${accountId}.`) }
        : { content: { account: tokenAccount } };

  const listed = await asked(client.priceTypes(caller));
  if (!('error' in listed))
    return { token, signIn: { content: null }, account: { content: { priceTypes: listed.content.length } } };
  // Without an access token it was the login that failed; with one, JOOR knows the login and refuses the account.
  if (connection.accessToken() === null)
    return { token, signIn: { error: keyOf(environment, listed.error) }, account: null };
  const isRefusal = listed.error.code === 'key-rejected' || listed.error.code === 'refused';
  return {
    token,
    signIn: { content: null },
    account: {
      error: isRefusal
        ? otherAccount(`This JOOR login is good, but it has no access to account ${accountId}.`, listed.error)
        : listed.error,
    },
  };
}

async function asked<Content>(answer: Promise<Content>): Promise<{ content: Content } | { error: SeamlineError }> {
  try {
    return { content: await answer };
  } catch (error) {
    return { error: toSeamlineError(error) };
  }
}

/** A rejected key of JOOR: keys of the sandbox and of the live account are often mixed up, and only one of them holds. */
function keyOf(environment: string, error: SeamlineError): SeamlineError {
  if (error.code !== 'key-rejected' || environment === 'custom') return error;
  const other = environment === 'sandbox' ? 'the live JOOR' : "JOOR's sandbox";
  const here = environment === 'sandbox' ? "JOOR's sandbox" : 'the live JOOR';
  return new SeamlineError('key-rejected', {
    sentence: error.message,
    nextStep: `Enter the key of ${here}: one of ${other} doesn't hold there. JOOR's integrations manager has it.`,
    details: error.details,
    cause: error,
  });
}

function otherAccount(sentence: string, cause?: SeamlineError): SeamlineError {
  return new SeamlineError('wrong-account', {
    sentence,
    nextStep: "Check JOOR's account id in the settings, and that all of JOOR's keys are of that account.",
    details: cause?.details ?? {},
    cause,
  });
}
