// The v4 access token: asked for by password grant, kept in memory only, renewed before it ends and when JOOR says it
// has (JOOR 3.1). Several tokens may be alive at once, so asking again never disturbs anybody.
import { z } from 'zod';
import { minute, second } from '../base/dates.ts';
import type { Clock } from '../base/ports.ts';
import type { Operation } from '../http/operation.ts';
import type { Sending, Transport } from '../http/transport.ts';
import type { JoorSwitches } from './switches.ts';

export interface SignIn {
  readonly authUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  readonly password: string;
}

export interface TokenKeeper {
  /** The header of a v4 request, with a token that lives for some minutes yet. */
  header(sending: Sending): Promise<Readonly<Record<string, string>>>;
  /** The same with a new token, after JOOR refused the present one. */
  renewed(sending: Sending): Promise<Readonly<Record<string, string>>>;
  /** The token in memory, for masking it in texts. */
  current(): string | null;
}

/** JOOR's own figure, for an answer that says nothing usable about the token's life (JOOR 3.1). */
const usualLife = 36_000;

const answerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z
    .unknown()
    .optional()
    .transform((value) => {
      const seconds = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
      return Number.isFinite(seconds) && seconds > 0 ? seconds : usualLife;
    }),
});

const renewBefore = 10 * minute;

/** Keeps one token for one login. */
export function keepToken(
  login: SignIn,
  transport: Transport,
  clock: Clock,
  { signInForm, signInCost }: Pick<JoorSwitches, 'signInForm' | 'signInCost'>,
): TokenKeeper {
  let token: string | null = null;
  let endsAt = 0;

  const operation: Operation = {
    api: 'joor',
    name: 'sign in',
    method: 'POST',
    url: login.authUrl,
    query: {},
    headers: { Accept: 'application/json' },
    body: {
      kind: 'form',
      fields: {
        client_id: login.clientId,
        client_secret: login.clientSecret,
        grant_type: 'password',
        username: login.username,
        password: login.password,
      },
      encoding: signInForm,
    },
    effect: 'idempotent',
    cost: signInCost,
    isSecret: true,
  };

  const signIn = async (sending: Sending) => {
    const { content } = await transport.send(operation, sending, ({ json }) => answerSchema.parse(json));
    token = content.access_token;
    const life = content.expires_in * second;
    endsAt = clock.now() + Math.max(life / 2, life - renewBefore);
    return token;
  };

  const asHeader = (value: string) => ({ Authorization: `Bearer ${value}` });

  return {
    current: () => token,
    async header(sending) {
      return asHeader(token !== null && clock.now() < endsAt ? token : await signIn(sending));
    },
    async renewed(sending) {
      return asHeader(await signIn(sending));
    },
  };
}
