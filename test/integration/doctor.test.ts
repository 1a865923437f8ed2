// doctor and Test connection against practice accounts over real HTTP, TLS and proxies: each thing that can stand between
// Seamline and an account is told apart from the others, with its fix, and nothing is written or shown (SEC-1).
import { describe, expect, it, onTestFinished } from 'vitest';
import { manualClock } from '../../core/base/node/clock.ts';
import { doctorReportSchema, type Check, type CheckId, type DoctorReport } from '../../core/contract/checks.ts';
import { startPractice } from '../../core/practice/practice.ts';
import type { FaultRule } from '../../core/practice/wire/faults.ts';
import { desk, jsonOf } from '../support/command-line.ts';
import { behindProxy, closedPort, connecting, connectionsSchema, expectNoSecret } from '../support/connecting.ts';
import { worldFor } from '../support/expect.ts';
import { requestsSince } from '../support/requests.ts';
import { found, startOfTests, type WorldOptions } from '../support/world.ts';

const check = ({ checks }: DoctorReport, id: CheckId): Check => found(checks, (one) => one.id === id, `check ${id}`);
const failing = ({ checks }: DoctorReport) => checks.flatMap(({ id, ok }) => (ok === false ? [id] : []));
const skipped = ({ checks }: DoctorReport) => checks.flatMap(({ id, ok }) => (ok === null ? [id] : []));
const cin7Asked: readonly CheckId[] = ['cin7-key', 'cin7-company'];
const joorAsked: readonly CheckId[] = ['joor-token', 'joor-sign-in', 'joor-account'];

describe('doctor', () => {
  it('says that all is well, with few calls and without writing', async () => {
    const world = await worldFor();
    const requests = requestsSince(world.practice);
    const report = await world.seamline.doctor();
    expect([report.ok, failing(report), skipped(report)]).toEqual([true, [], []]);
    expect(check(report, 'cin7-key').sentence).toBe('The key opens Aurora Apparel Pty Ltd, AUD.');
    expect(check(report, 'joor-account').sentence).toMatch(/^The login opens account \d+, 2 price types\.$/);
    expect(check(report, 'clock').details).toEqual({ secondsAhead: 0 });
    expect([...requests.cin7Writes(), ...requests.joorWrites()]).toEqual([]);
    const { cin7, joor } = world.practice;
    expect(cin7.log.entries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(joor.log.entries.at(-1)?.spent).toBe(2);
    await expectNoSecret(world, report);
  });

  it('knows the records here, and names a key that opens another company', async () => {
    const world = await worldFor();
    await world.sync();
    expect(check(await world.seamline.doctor(), 'cin7-company').sentence).toBe(
      "Seamline's records here are about Aurora Apparel Pty Ltd.",
    );
    const body = JSON.stringify({ Company: 'Borealis Pty Ltd', Currency: 'NZD' });
    world.practice.faults.add({
      // Without a key the account says nothing, so this is the answer to the second question.
      match: { api: 'cin7', path: '*/me', nth: 2 },
      do: { kind: 'status', status: 200, contentType: 'application/json', body },
    });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['cin7-company']);
    expect(check(report, 'cin7-company')).toMatchObject({
      sentence: "This key opens Borealis Pty Ltd, but Seamline's records here are about Aurora Apparel Pty Ltd.",
      nextStep: expect.stringMatching(/^Enter the key of Aurora Apparel Pty Ltd, or use another profile/),
    });
  });

  it.each<[string, WorldOptions, CheckId, RegExp, RegExp]>([
    [
      "Cin7's key",
      { secrets: { 'cin7.applicationKey': 'wrong-and-secret' } },
      'cin7-key',
      /^Cin7 Core rejected the key: Incorrect credentials!?\.$/,
      /Enter a new key/,
    ],
    [
      'a character in a key that no key has',
      { secrets: { 'cin7.applicationKey': 'wrong-and-secret\u200b' } },
      'cin7-key',
      /^Cin7 Core's application key holds a character that no key has\.$/,
      /Copy it again from Cin7 Core/,
    ],
    [
      "JOOR's token",
      { secrets: { 'joor.token': 'wrong-and-secret' } },
      'joor-token',
      /^JOOR rejected the key/,
      /new key/,
    ],
    [
      "JOOR's password",
      { secrets: { 'joor.password': 'wrong-and-secret' } },
      'joor-sign-in',
      /^JOOR rejected the key: Invalid user credentials/,
      /Enter a new key/,
    ],
  ])('names %s when it is wrong, and goes on with the rest', async (_what, options, id, sentence, nextStep) => {
    const world = await worldFor(options);
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual([id]);
    expect(check(report, id)).toMatchObject({
      sentence: expect.stringMatching(sentence),
      nextStep: expect.stringMatching(nextStep),
    });
    expect(JSON.stringify(report)).not.toContain('wrong-and-secret');
    const dependent: Partial<Record<CheckId, CheckId>> = { 'cin7-key': 'cin7-company', 'joor-sign-in': 'joor-account' };
    expect(skipped(report)).toEqual([dependent[id]].filter((one) => one !== undefined));
  });

  it('tells the wrong account of JOOR from a wrong key', async () => {
    const world = await worldFor({
      settings: connecting({ joor: { accountId: '99999' } }),
    });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['joor-token', 'joor-account']);
    expect(check(report, 'joor-token').sentence).toMatch(/^JOOR's v2 token belongs to account \d+, not to 99999\.$/);
    expect(check(report, 'joor-account')).toMatchObject({
      sentence: 'This JOOR login is good, but it has no access to account 99999.',
      nextStep: expect.stringMatching(/^Check JOOR's account id in the settings/),
    });
  });

  it('finds a key that is missing, and looks at everything else', async () => {
    const world = await worldFor({ secrets: { 'joor.clientSecret': '' } });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(joorAsked);
    expect(check(report, 'joor-sign-in')).toMatchObject({
      sentence: "JOOR's client secret is missing.",
      details: { code: 'key-missing' },
    });
    expect(check(report, 'cin7-key').ok).toBe(true);
  });

  it.each([
    [2 * 3_600_000, /clock is 2 hours ahead of that of 127\.0\.0\.1:\d+\.$/],
    [-40 * 60_000, /clock is 40 minutes behind that of/],
    [-9 * 86_400_000, /clock is 9 days behind/],
  ])('finds a clock that is wrong by %i ms', async (clockAhead, sentence) => {
    const world = await worldFor({ clockAhead });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['clock']);
    expect(check(report, 'clock')).toMatchObject({
      sentence: expect.stringMatching(sentence),
      nextStep: expect.stringMatching(/^Switch on automatic time/),
    });
  });

  it('does not mind a clock that is a minute off', async () => {
    expect((await (await worldFor({ clockAhead: 60_000 })).seamline.doctor()).ok).toBe(true);
  });

  it.each(['cin7', 'joor'] as const)('tells a maintenance page of %s', async (api) => {
    const world = await worldFor({ faults: [{ match: { api }, do: 'html' }] });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual([`${api}-answers`]);
    expect(check(report, `${api}-answers`)).toMatchObject({
      sentence: expect.stringMatching(/^127\.0\.0\.1:\d+ answered with a web page instead of data\.$/),
      nextStep: expect.stringMatching(/is being maintained\. Wait until it is back/),
    });
    expect(skipped(report)).toEqual(api === 'cin7' ? cin7Asked : joorAsked);
  });

  it('tells a wrong path from maintenance', async () => {
    const world = await worldFor({
      settings: (settings) => {
        const { baseUrl } = connectionsSchema.parse(settings['connections']).cin7;
        connecting({ cin7: { baseUrl: String(baseUrl).replace('/v2', '/v3') } })(settings);
      },
    });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['cin7-answers']);
    expect(check(report, 'cin7-answers').nextStep).toMatch(/or the address in the settings is wrong/);
  });

  it.each<[string, FaultRule['do']]>([
    ['drops', { kind: 'dropBefore' }],
    ['has a fault', { kind: 'status', status: 502, body: 'bad gateway' }],
    ['sends on elsewhere', { kind: 'status', status: 302, headers: { location: 'https://login.example/' } }],
  ])('tells an account that %s', async (_what, action) => {
    const world = await worldFor();
    world.practice.faults.add({ match: { api: 'joor' }, do: action });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['joor-answers']);
    expect(check(report, 'joor-answers').nextStep).not.toBe('');
    expect(check(report, 'cin7-key').ok).toBe(true);
  });

  it('forgives one dropped connection', async () => {
    const world = await worldFor({ faults: [{ match: { api: 'cin7', times: 1 }, do: 'dropBefore' }] });
    expect((await world.seamline.doctor()).ok).toBe(true);
  });

  it('RUN-5: a limit that is used up is no fault of the key', async () => {
    const world = await worldFor({
      faults: [{ match: { api: 'cin7', nth: 2 }, do: { kind: 'status', status: 429, body: 'limit' } }],
    });
    const before = world.clock.now();
    const report = await world.seamline.doctor();
    expect([report.ok, skipped(report)]).toEqual([true, cin7Asked]);
    expect(check(report, 'cin7-key').sentence).toMatch(/limit is used up just now/);
    expect(world.clock.now()).toBe(before);
  });

  it('names a host that nobody has', async () => {
    const host = `${'a'.repeat(64)}.invalid`;
    const world = await worldFor({
      settings: connecting({ cin7: { baseUrl: `https://${host}/v2` } }),
    });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['names']);
    expect(check(report, 'names')).toMatchObject({
      sentence: `Cin7 Core can't be reached at ${host}: no computer has that name.`,
      nextStep: expect.stringMatching(/^Check that this computer is online/),
    });
    expect(skipped(report)).toEqual(['tls', 'cin7-answers', ...cin7Asked]);
  });

  it('tells that the whole computer is offline', async () => {
    const host = `${'a'.repeat(64)}.invalid`;
    const world = await worldFor({
      settings: connecting({
        cin7: { baseUrl: `https://cin7.${host}/v2` },
        joor: { apiUrl: `https://joor.${host}`, authUrl: `https://atlas.${host}/auth/` },
      }),
    });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['names']);
    expect(check(report, 'names').sentence).toMatch(/this computer is offline, or its name server/);
    expect(skipped(report)).toEqual(['tls', 'clock', 'cin7-answers', ...cin7Asked, 'joor-answers', ...joorAsked]);
  });

  it('names a port on which nobody listens', async () => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}/v2`;
    const world = await worldFor({ settings: connecting({ cin7: { baseUrl } }) });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['cin7-answers']);
    expect(check(report, 'cin7-answers').sentence).toMatch(/the connection was refused/);
  });
});

describe('doctor in an office', () => {
  it('finds nothing wrong behind TLS, a proxy and its login, and says who can read along', async () => {
    const login = { username: 'ann', password: 'office-secret' };
    const { world, proxy, host } = await behindProxy({ login }, (origin) =>
      origin.replace('//', '//ann:office-secret@'),
    );
    const report = await world.seamline.doctor();
    expect([report.ok, failing(report), skipped(report)]).toEqual([true, [], []]);
    expect(check(report, 'proxy').sentence).toBe(`The way leads through ${host}.`);
    expect(check(report, 'tls').sentence).toMatch(/Seamline practice root can read what is sent/);
    expect(proxy.requests.every(({ status }) => status === 200)).toBe(true);
    expect(JSON.stringify(report)).not.toContain('office-secret');
    await expectNoSecret(world, report);
    expect((await world.sync()).outcome).toBe('needs-you');
  });

  it('tells a certificate that this computer does not trust, and who issued it', async () => {
    const world = await worldFor({ tls: true });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['tls']);
    expect(check(report, 'tls')).toMatchObject({
      sentence: expect.stringMatching(/isn't trusted on this computer\. .*issued by Seamline practice root\.$/),
      nextStep: expect.stringMatching(/^If Seamline practice root is your company's .* root certificate installed/),
      details: { issuer: 'Seamline practice root' },
    });
    // Not even to find out was a key sent there.
    expect(world.practice.cin7.log.entries.every(({ method }) => method === 'HEAD')).toBe(true);
  });

  it.each([
    ['no login', (origin: string) => origin],
    ['a wrong login', (origin: string) => origin.replace('//', '//ann:guess-me@')],
  ])('tells %s for the proxy from the proxy itself', async (_what, wayOf) => {
    const { world } = await behindProxy({ login: { username: 'ann', password: 'x' } }, wayOf);
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['proxy-login']);
    expect(check(report, 'proxy-login').nextStep).toMatch(/^Add user name and password to the proxy setting/);
    expect(JSON.stringify(report)).not.toContain('guess-me');
  });

  it('tells a proxy that is not there, and one that cannot be used', async () => {
    const gone = `http://127.0.0.1:${await closedPort()}`;
    for (const [way, sentence] of [
      [gone, /the proxy on the way there doesn't answer/],
      ['socks5://ann:guess-me@office.example:1080', /proxies of the kind socks5 can't be used/],
    ] as const) {
      const { world } = await behindProxy({}, () => way);
      const report = await world.seamline.doctor();
      expect(failing(report)).toEqual(['proxy']);
      expect(check(report, 'proxy')).toMatchObject({
        sentence: expect.stringMatching(sentence),
        nextStep: expect.stringMatching(/^Check the proxy setting/),
      });
      expect(skipped(report)).toContain('proxy-login');
      expect(JSON.stringify(report)).not.toContain('guess-me');
    }
  });

  it('tells what answers without TLS', async () => {
    const plain = await startPractice({ clock: manualClock(startOfTests), size: 'small' });
    onTestFinished(() => plain.stop());
    const world = await worldFor({
      settings: connecting({ cin7: { baseUrl: plain.cin7.baseUrl.replace('http:', 'https:') } }),
    });
    const report = await world.seamline.doctor();
    expect(failing(report)).toEqual(['tls']);
    expect(check(report, 'tls').sentence).toMatch(/doesn't speak TLS/);
  });
});

describe('doctor on the command line', () => {
  it('is read by a person and by a program, and ends with 0 when all is well', async (test) => {
    const here = await desk(test);
    const ran = await here.run('doctor');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toMatch(/^All is well\.\n\nThis computer\n {2}✓ Names {8}Known: 127/);
    expect(ran.stdout).toContain('✓ Key          The key opens Aurora Apparel Pty Ltd, AUD.');
    const json = await here.run('doctor', '--json');
    expect([json.code, doctorReportSchema.parse(jsonOf(json)).ok]).toEqual([0, true]);
  });

  it('SEC-1: ends with 1 and the next step under what is wrong, and shows no key', async (test) => {
    const here = await desk(test);
    const environment = { SEAMLINE_JOOR_TOKEN: 'S3cr3t-and-wrong-key' };
    const ran = await here.start(['doctor'], { environment }).ended;
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^1 thing has to be put right\.\n/);
    expect(ran.stdout).toMatch(
      /✗ v2 token {5}JOOR rejected the key: Unauthorized\.\n {17}It was changed or switched off/,
    );
    const json = await here.start(['doctor', '--json'], { environment }).ended;
    expect(json.code).toBe(1);
    expect(failing(doctorReportSchema.parse(jsonOf(json)))).toEqual(['joor-token']);
    for (const text of [ran.stdout, ran.stderr, json.stdout, json.stderr])
      for (const secret of [...Object.values(environment), ...Object.values(here.environment)])
        expect(text).not.toContain(secret);
  });
});
