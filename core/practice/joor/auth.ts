// Who may ask: the token endpoint with JOOR's password grant (JOOR 3.1), bearer tokens and the account parameter on v4,
// the static token and the MIME types on v2 (JOOR 3.2). What is refused here costs no credits: no account is known yet.
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { second } from '../../base/dates.ts';
import { spend } from './credits.ts';
import type { Account } from './state.ts';
import type { JoorSwitches } from './switches.ts';

export interface JoorCredentials {
  readonly accountId: string;
  /** The static token of v2. */
  readonly token: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  readonly password: string;
}

/** Mounts `POST /auth/`, with and without the slash at the end. */
export function mountAuth(app: Hono, account: Account, credentials: JoorCredentials): void {
  for (const path of ['/auth', '/auth/']) app.post(path, (context) => grant(context, account, credentials));
}

async function grant(context: Context, account: Account, credentials: JoorCredentials): Promise<Response> {
  const { clock, ids, switches, state } = account;
  if (switches.countAuth && !spend(account, 'v4', 'POST')) {
    return context.json({ message: 'Too Many Requests' }, 429); // invented
  }
  const form = await formOf(context, switches.signInForm);
  const fields = ['client_id', 'client_secret', 'grant_type', 'username', 'password'] as const;
  const missing = fields.find((name) => !form[name]);
  // Failure bodies are not documented; these are the identity server's standard ones (JOOR 3.1).
  if (missing !== undefined) {
    return context.json({ error: 'invalid_request', error_description: `Missing form parameter: ${missing}` }, 400);
  }
  if (form['grant_type'] !== 'password') {
    return context.json({ error: 'unsupported_grant_type', error_description: 'Unsupported grant_type' }, 400);
  }
  if (form['client_id'] !== credentials.clientId || form['client_secret'] !== credentials.clientSecret) {
    return context.json(
      { error: 'invalid_client', error_description: 'Invalid client or Invalid client credentials' },
      401,
    );
  }
  if (form['username'] !== credentials.username || form['password'] !== credentials.password) {
    return context.json({ error: 'invalid_grant', error_description: 'Invalid user credentials' }, 401);
  }
  const token = fakeToken('RS256', ids.uuid());
  forgetEndedTokens(account);
  state.tokens.set(token, clock.now() + switches.tokenLifetimeSeconds * second);
  return context.json({
    access_token: token,
    expires_in: switches.tokenLifetimeSeconds,
    refresh_expires_in: 7_776_000,
    refresh_token: fakeToken('HS256', ids.uuid()),
    token_type: 'Bearer',
    'not-before-policy': 1_615_484_461,
    session_state: ids.uuid(),
    scope: 'email profile',
  });
}

/** Lets v4 requests through that carry a living token and name the account. */
export function requireBearer({ clock, switches, state }: Account): MiddlewareHandler {
  return async (context, next) => {
    context.header('X-Throttling-Account-Id', state.accountId);
    const header = context.req.header('authorization') ?? '';
    const bearer = /^bearer +(\S+)$/i.exec(header)?.[1];
    const token = bearer ?? (switches.bareToken ? header : '');
    const endsAt = state.tokens.get(token);
    if (endsAt === undefined || endsAt <= clock.now()) return context.json({ message: 'Unauthorized' }, 401);
    const named = context.req.query('account');
    // Words and status are invented: the reference only says that each call needs the account.
    if (named === undefined || named === '') {
      return context.json({ message: "Missing required query parameter 'account'" }, 400);
    }
    if (named !== state.accountId) return context.json({ message: 'Forbidden' }, 403);
    return next();
  };
}

/** Lets v2 requests through that carry the account's token and say that they speak JSON. */
export function requireToken({ switches, state }: Account, credentials: JoorCredentials): MiddlewareHandler {
  const expected = Buffer.from(credentials.token).toString('base64');
  return async (context, next) => {
    context.header('X-Throttling-Account-Id', state.accountId);
    // The scheme is seen in two spellings, so its case doesn't count (JOOR 3.2).
    const given = /^oauth2 +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (given !== expected) return context.json({ message: 'Unauthorized' }, 401);
    if (!switches.requireMimeTypes) return next();
    // Such calls "are not processed" (JOOR 3.2); status and words are invented, and XML is not simulated.
    if (!speaksJson(context.req.header('accept'))) return context.json({ message: 'Not Acceptable' }, 406);
    const { method } = context.req;
    const carriesBody = (context.req.header('content-length') ?? '0') !== '0';
    const isWrite = method === 'POST' || method === 'PUT';
    if ((isWrite || carriesBody) && !speaksJson(context.req.header('content-type'))) {
      return context.json({ message: 'Unsupported Media Type' }, 415);
    }
    return next();
  };
}

function speaksJson(mimeTypes: string | undefined): boolean {
  return /\bjson\b/i.test(mimeTypes ?? '');
}

async function formOf(context: Context, form: JoorSwitches['signInForm']): Promise<Record<string, unknown>> {
  const type = context.req.header('content-type') ?? '';
  const isMultipart = /^multipart\/form-data/i.test(type);
  if (!isMultipart && !/^application\/x-www-form-urlencoded/i.test(type)) return {};
  if (form !== 'either' && isMultipart !== (form === 'multipart')) return {};
  try {
    return await context.req.parseBody();
  } catch {
    return {};
  }
}

function forgetEndedTokens({ clock, state }: Account): void {
  for (const [token, endsAt] of state.tokens) if (endsAt <= clock.now()) state.tokens.delete(token);
}

function fakeToken(algorithm: string, id: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: algorithm, typ: 'JWT' })}.${part({ jti: id })}.sim`;
}
