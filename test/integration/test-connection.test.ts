// Test connection against practice accounts: what was typed is tried before anything of it is stored, and what is wrong is
// told with its fix, without a secret (SEC-1).
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSeamline } from '../../core/app.ts';
import { isSeamlineError, type SeamlineError } from '../../core/base/errors.ts';
import { seededIds } from '../../core/base/node/ids.ts';
import { directNetwork, silentLog } from '../../core/base/ports.ts';
import type { CommandInput } from '../../core/contract/commands.ts';
import { createWire } from '../../core/http/wire.ts';
import { behindProxy, closedPort, expectNoSecret } from '../support/connecting.ts';
import { worldFor } from '../support/expect.ts';
import { requestsSince } from '../support/requests.ts';
import type { World, WorldOptions } from '../support/world.ts';

const cin7Typed = { baseUrl: null, accountId: null, applicationKey: null } as const;

const joorTyped = ({ practice }: World, accountId = practice.joor.accountId): CommandInput<'connections.testJoor'> => ({
  environment: 'custom',
  apiUrl: null,
  authUrl: null,
  accountId,
  token: null,
  clientId: null,
  clientSecret: null,
  username: null,
  password: null,
});

async function failureOf(test: Promise<unknown>): Promise<SeamlineError> {
  const error: unknown = await test.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (isSeamlineError(error)) return error;
  throw new Error('It did not fail in words.', { cause: error });
}

describe('Test connection', () => {
  it('says which account the typed keys open, before anything is stored', async () => {
    const world = await worldFor({
      secrets: { 'cin7.accountId': '', 'cin7.applicationKey': '', 'joor.token': '', 'joor.password': '' },
    });
    const { cin7, joor } = world.practice;
    const { connections } = world.seamline;
    const requests = requestsSince(world.practice);
    const connected = await connections.testCin7({
      baseUrl: null,
      accountId: `  ${cin7.accountId}\n`,
      applicationKey: cin7.applicationKey,
    });
    expect(connected).toEqual({
      sentence: 'Connected to Aurora Apparel Pty Ltd, AUD.',
      detail: 'Time zone Australia/Sydney.',
      account: 'Aurora Apparel Pty Ltd',
      currency: 'AUD',
    });
    expect(await connections.testJoor({ ...joorTyped(world), token: joor.token, password: joor.password })).toEqual({
      sentence: `Connected to JOOR at your own address, account ${joor.accountId}.`,
      detail: '2 price types.',
      account: `Brand account ${joor.accountId}`,
      currency: '',
    });
    expect([...requests.cin7Writes(), ...requests.joorWrites()]).toEqual([]);
    expect(cin7.log.entries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(joor.log.entries.at(-1)?.spent).toBe(2);
    // Nothing was kept: the next test without typing lacks the key.
    expect((await failureOf(connections.testCin7(cin7Typed))).code).toBe('key-missing');
    await expectNoSecret(world, connected);
  });

  it('tries a typed address instead of that of the settings', async () => {
    const world = await worldFor();
    const { connections } = world.seamline;
    const elsewhere = `http://127.0.0.1:${await closedPort()}/v2`;
    expect((await connections.testCin7({ ...cin7Typed, baseUrl: world.practice.cin7.baseUrl })).sentence).toMatch(
      /^Connected/,
    );
    expect((await failureOf(connections.testCin7({ ...cin7Typed, baseUrl: elsewhere }))).code).toBe('unreachable');
    expect((await failureOf(connections.testCin7({ ...cin7Typed, baseUrl: 'http://example.com' }))).code).toBe(
      'settings-refused',
    );
    const { apiUrl } = world.practice.joor;
    expect((await connections.testJoor({ ...joorTyped(world), apiUrl })).sentence).toMatch(/^Connected/);
    expect((await failureOf(connections.testJoor({ ...joorTyped(world), apiUrl: elsewhere }))).code).toBe(
      'unreachable',
    );
  });

  it('SEC-3: asks for the stored keys of the typed address and account only', async () => {
    const world = await worldFor();
    const asked: string[] = [];
    const seamline = createSeamline({
      profile: world.profile,
      clock: world.clock,
      ids: seededIds(1),
      log: silentLog,
      secrets: {
        async get(name, origin, account) {
          asked.push(`${name} ${origin} ${account}`);
          return 'stored';
        },
      },
      wire: createWire(),
    });
    onTestFinished(() => seamline.close());
    const elsewhere = `http://127.0.0.1:${await closedPort()}`;
    await failureOf(seamline.connections.testJoor({ ...joorTyped(world, '777'), apiUrl: elsewhere, token: 'typed' }));
    expect(asked).toContain(`joor.password ${new URL(world.practice.joor.authUrl).origin} custom/777`);
    expect(asked.filter((one) => one.startsWith('joor.token') || one.startsWith('cin7'))).toEqual([]);
  });

  it.each<[string, WorldOptions, string, RegExp]>([
    ['a wrong key', { secrets: { 'joor.token': 'wrong-and-secret' } }, 'key-rejected', /^JOOR rejected the key/],
    ['a wrong login', { secrets: { 'joor.password': 'wrong-and-secret' } }, 'key-rejected', /Invalid user credentials/],
    ['a maintenance page', { faults: [{ match: { api: 'joor' }, do: 'html' }] }, 'not-the-api', /web page instead/],
    ['nobody there', { faults: [{ match: { api: 'joor' }, do: 'dropBefore' }] }, 'unreachable', /broke off/],
    ['an untrusted certificate', { tls: true }, 'untrusted', /issued by Seamline practice root/],
    [
      'a proxy that is gone',
      { tls: true, network: () => ({ ...directNetwork, waysTo: async () => ['http://127.0.0.1:9'] }) },
      'unreachable',
      /the proxy on the way there doesn't answer/,
    ],
  ])('tells %s', async (_what, options, code, sentence) => {
    const world = await worldFor(options);
    const error = await failureOf(world.seamline.connections.testJoor(joorTyped(world)));
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(sentence)]);
    expect(error.nextStep).not.toBe('');
    expect(JSON.stringify([error.message, error.nextStep, error.details])).not.toContain('wrong-and-secret');
  });

  it('tells a wrong account and a missing one', async () => {
    const world = await worldFor();
    const { connections } = world.seamline;
    expect(await failureOf(connections.testJoor(joorTyped(world, '99999')))).toMatchObject({
      code: 'wrong-account',
      message: 'This JOOR login is good, but it has no access to account 99999.',
    });
    expect((await failureOf(connections.testJoor(joorTyped(world, '')))).code).toBe('settings-incomplete');
  });

  it('tells a proxy that wants a login', async () => {
    const { world } = await behindProxy({ login: { username: 'ann', password: 'x' } }, (origin) => origin);
    expect(await failureOf(world.seamline.connections.testCin7(cin7Typed))).toMatchObject({
      code: 'proxy-login',
      nextStep: expect.stringMatching(/^Add user name and password/),
    });
  });

  it('connects under a wrong clock, and says so', async () => {
    const world = await worldFor({ clockAhead: 3 * 3_600_000 });
    expect(await world.seamline.connections.testCin7(cin7Typed)).toEqual({
      sentence: 'Connected to Aurora Apparel Pty Ltd, AUD.',
      detail: expect.stringMatching(/clock is 3 hours ahead of .*automatic time/),
      account: 'Aurora Apparel Pty Ltd',
      currency: 'AUD',
    });
  });
});
