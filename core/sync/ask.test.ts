import { describe, expect, it } from 'vitest';
import { manualClock } from '../base/node/clock.ts';
import { seededIds } from '../base/node/ids.ts';
import type { Operation, Reply } from '../http/operation.ts';
import { parseSettings } from '../settings/index.ts';
import { askJoor } from './ask.ts';

/** Asks a JOOR that answers as told; every key is there. */
async function ask(environment: 'sandbox' | 'live', answer: (operation: Operation) => Partial<Reply>) {
  const asked: string[] = [];
  const answers = await askJoor({
    settings: parseSettings(JSON.stringify({ connections: { joor: { environment, accountId: '41207' } } })),
    secrets: { get: async (name) => name },
    clock: manualClock(0),
    ids: seededIds(1),
    wire: {
      async exchange(operation) {
        asked.push(`${operation.method} ${operation.url}`);
        const reply = { status: 200, headers: {}, text: '', json: {}, ...answer(operation) };
        return { reply: { ...reply, text: JSON.stringify(reply.json) } };
      },
      inspect: async () => ({ proxy: null, certificate: null }),
      close: () => undefined,
    },
  });
  return { answers, asked };
}

const unauthorized = { status: 401, json: { message: 'Unauthorized' } };

describe('asking JOOR who it is', () => {
  it.each([
    ['sandbox', "JOOR's sandbox: one of the live JOOR", 'https://apisandbox.jooraccess.com'],
    ['live', "the live JOOR: one of JOOR's sandbox", 'https://api.jooraccess.com'],
  ] as const)(
    'SEC-3: a key that %s refuses is tried there only, and may be one of the other',
    async (environment, words, origin) => {
      const { answers, asked } = await ask(environment, () => unauthorized);
      const error = {
        code: 'key-rejected',
        message: 'JOOR rejected the key: Unauthorized.',
        nextStep: `Enter the key of ${words} doesn't hold there. JOOR's integrations manager has it.`,
      };
      expect(answers).toMatchObject({ token: { error }, signIn: { error }, account: null });
      const auth = environment === 'live' ? 'atlas' : 'atlas-sandbox';
      expect(asked).toEqual([`GET ${origin}/v2/style`, `POST https://${auth}.jooraccess.com/auth/`]);
    },
  );

  it('takes JOOR at its word about the account of the token, where it names one', async () => {
    const named = (account?: string) => (operation: Operation) =>
      operation.url.includes('/v2/')
        ? { json: { styles: [] }, headers: account === undefined ? {} : { 'x-throttling-account-id': account } }
        : operation.url.includes('/auth/')
          ? { json: { access_token: 'abc' } }
          : { json: { data: [], errors: [] } };
    expect((await ask('live', named('41207'))).answers).toEqual({
      token: { content: { account: '41207' } },
      signIn: { content: null },
      account: { content: { priceTypes: 0 } },
    });
    expect((await ask('live', named())).answers.token).toEqual({ content: { account: null } });
    expect((await ask('live', named('5'))).answers.token).toMatchObject({ error: { code: 'wrong-account' } });
  });

  it.each([401, 403, 404])(
    'tells an account that the login may not open (status %i) from a bad login',
    async (status) => {
      const { answers } = await ask('live', ({ url }) =>
        url.includes('/auth/') ? { json: { access_token: 'abc' } } : { status, json: { message: 'Forbidden' } },
      );
      expect(answers.signIn).toEqual({ content: null });
      expect(answers.account).toMatchObject({
        error: { code: 'wrong-account', message: 'This JOOR login is good, but it has no access to account 41207.' },
      });
    },
  );
});
