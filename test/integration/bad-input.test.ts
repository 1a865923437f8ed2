// Bad input through the real command line: each is one plain sentence with what to do on standard error, the right exit
// code, and nothing lost.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { closedPort } from '../support/connecting.ts';
import { desk, jsonOf, newFolder, startCli, type Desk, type Ran } from '../support/command-line.ts';
import { doubles, joorPicture, wantedPicture } from '../support/picture.ts';

const errorSchema = z.object({ error: z.object({ code: z.string(), sentence: z.string(), nextStep: z.string() }) });

/** The last two lines of standard error: what happened, and what to do. */
function told({ code, stderr }: Ran): { code: number | null; sentence: string; nextStep: string } {
  expect(stderr).not.toMatch(/went wrong inside|\n\s+at |undefined|\[object/);
  const [sentence = '', nextStep = ''] = stderr.trimEnd().split('\n').slice(-2);
  return { code, sentence, nextStep };
}

/** What a refused command says. */
const failure = (sentence: RegExp, nextStep: RegExp) => ({
  code: 1,
  sentence: expect.stringMatching(sentence),
  nextStep: expect.stringMatching(nextStep),
});

/** After the cause was mended the next sync completes, and nothing exists twice. */
async function expectMended(here: Desk): Promise<void> {
  expect((await here.run('sync')).code).toBe(2);
  expect(joorPicture(here.practice)).toEqual(wantedPicture(here.practice));
  expect(doubles(here.practice)).toEqual([]);
}

describe.concurrent('keys', () => {
  it.for([
    ['SEAMLINE_CIN7_APPLICATION_KEY', /^Cin7 Core rejected the key: Incorrect credentials/, /Enter a new key/],
    ['SEAMLINE_CIN7_ACCOUNT_ID', /^Cin7 Core rejected the key/, /Enter a new key/],
    ['SEAMLINE_JOOR_TOKEN', /^JOOR rejected the key: Unauthorized/, /Enter a new key/],
    ['SEAMLINE_JOOR_PASSWORD', /^JOOR rejected the key: Invalid user credentials/, /Enter a new key/],
  ] as const)('a wrong %s is refused and told', async ([name, sentence, nextStep], test) => {
    const here = await desk(test);
    expect(told(await here.start(['sync'], { environment: { [name]: 'wrong' } }).ended)).toEqual(
      failure(sentence, nextStep),
    );
    await expectMended(here);
  });

  it.for([
    ['SEAMLINE_CIN7_ACCOUNT_ID', "Cin7 Core's account id"],
    ['SEAMLINE_JOOR_CLIENT_ID', "JOOR's client id"],
    ['SEAMLINE_JOOR_TOKEN', "JOOR's v2 token"],
  ] as const)('a missing %s is named, and neither account is asked', async ([name, words], test) => {
    const here = await desk(test);
    const ran = await here.start(['sync', '--json'], { environment: { [name]: '' } }).ended;
    expect(told(ran)).toEqual(failure(new RegExp(`^${words} is missing\\.$`), new RegExp(name)));
    expect(errorSchema.parse(jsonOf(ran)).error.code).toBe('key-missing');
    expect(here.practice.cin7.log.entries).toEqual([]);
    await expectMended(here);
  });

  it('a key is never shown, neither on a stream nor in a file', async (test) => {
    const here = await desk(test);
    const secret = 'S3cr3t-and-wrong-key';
    const { stdout, stderr } = await here.start(['sync', '--json'], {
      environment: { SEAMLINE_CIN7_APPLICATION_KEY: secret },
    }).ended;
    const log = readFileSync(join(here.folder, 'logs', 'seamline.log'), 'utf8');
    expect(log).toContain('run started');
    for (const text of [stdout, stderr, log]) expect(text).not.toContain(secret);
  });
});

describe.concurrent('hosts', () => {
  it('a port on which nobody listens is told with its address, and nothing is lost', async (test) => {
    const here = await desk(test);
    const { cin7, joor } = here.practice;
    const address = `http://127.0.0.1:${await closedPort()}`;
    const connections = (baseUrl: string) => ({
      connections: {
        cin7: { baseUrl, pace: { calls: 10_000, seconds: 1 } },
        joor: { environment: 'custom', accountId: joor.accountId, apiUrl: joor.apiUrl, authUrl: joor.authUrl },
      },
    });
    here.writeSettings(connections(`${address}/ExternalApi/v2`));
    expect(told(await here.run('sync'))).toEqual(
      failure(
        new RegExp(`^Cin7 Core can't be reached at ${address.slice(7)}: the connection was refused\\.$`),
        /network and the address in the settings/,
      ),
    );
    here.writeSettings(connections(cin7.baseUrl));
    await expectMended(here);
  });

  it('a web page instead of data is told as such', async (test) => {
    const here = await desk(test, { faults: [{ match: { api: 'cin7' }, do: 'html' }] });
    expect(told(await here.run('sync'))).toEqual(
      failure(
        /^127\.0\.0\.1:\d+ answered with a web page instead of data\.$/,
        /^Cin7 Core is being maintained\. Wait until it is back: nothing is lost/,
      ),
    );
    here.practice.faults.reset();
    await expectMended(here);
  });
});

describe.concurrent('settings', () => {
  it.for([
    ['an interval of 45 minutes', { schedule: { everyMinutes: 45 } }, /schedule\.everyMinutes must be at least 60/],
    ['products switched off', { flows: { products: false } }, /flows\.products can't be switched off/],
    [
      'a plain http host',
      { connections: { cin7: { baseUrl: 'http://example.com/v2' } } },
      /connections\.cin7\.baseUrl must be an https/,
    ],
    [
      'a pace for a real host',
      { connections: { cin7: { pace: { calls: 99, seconds: 1 } } } },
      /connections\.cin7\.pace/,
    ],
    ['an unknown key', { shedule: {} }, /shedule isn't a setting/],
    [
      'an invoice of a draft',
      { orders: { invoice: 'draft', claim: 'never' } },
      /orders\.invoice can't be used with claim/,
    ],
    ['a text where a number belongs', { inventory: { buffer: 'two' } }, /inventory\.buffer/],
  ] as const)('%s: named with its place, and nothing runs', async ([, changes, problem], test) => {
    const here = await desk(test);
    here.writeSettings(changes);
    const ran = await here.run('sync', '--json');
    expect(told(ran)).toEqual(failure(new RegExp(`^The settings can't be used: ${problem.source}`), /Nothing ran\.$/));
    expect(errorSchema.parse(jsonOf(ran)).error.code).toBe('settings-refused');
    expect(here.practice.cin7.log.entries).toEqual([]);
  });

  it.for([
    ['{\n "products": {\n  "selectTags": ["JOOR",]\n }\n}', 3],
    ['{\n "schedule": { "everyMinutes": 60 }\n "flows": {}\n}', 3],
    ['{\n "orders": { "reference": "{po\n', 2],
    ['{\n "flows": {\n', 3],
    ['', 1],
  ] as const)('damaged JSON is kept and its line named (%j)', async ([text, line], test) => {
    const here = await desk(test);
    writeFileSync(here.settingsPath, text);
    const sentence = new RegExp(`^Settings can't be read: line ${line} of .*settings\\.json isn't valid JSON\\.$`);
    expect(told(await here.run('sync'))).toEqual(failure(sentence, /The file is kept and nothing runs/));
    expect(told(await here.run('settings', 'set', 'inventory.buffer', '2'))).toEqual(
      failure(sentence, /Mend that line/),
    );
    expect(readFileSync(here.settingsPath, 'utf8')).toBe(text);
    here.writeSettings();
    await expectMended(here);
  });

  it('an empty profile asks for what is missing', async (test) => {
    const here = await desk(test);
    here.writeSettings({ connections: {} });
    expect(told(await here.run('sync'))).toEqual(
      failure(/^JOOR's account id isn't set\.$/, /connections\.joor\.accountId/),
    );
  });
});

describe.concurrent('arguments', () => {
  it.for([
    [['sync', '--only', 'everything'], /--only <flows\.\.\.>.*everything/],
    [['sing'], /unknown command 'sing'/],
    [['settings', 'set', 'inventory.bufer', '2'], /inventory\.bufer/],
    [['settings', 'set', 'inventory.buffer', 'two'], /inventory\.buffer/],
    [['settings', 'set', 'connections.cin7.baseUrl', 'http://example.com'], /must be an https address/],
    [['settings', 'import', '/no/such/file.json'], /There is no file \/no\/such\/file\.json/],
    [['orders', '--state', 'lost'], /lost/],
  ] as const)('%j is refused with what is wrong about it', async ([args, words], test) => {
    const here = await desk(test);
    const before = readFileSync(here.settingsPath, 'utf8');
    const { code, stderr } = await here.run(...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/went wrong inside|\n\s+at /);
    expect(readFileSync(here.settingsPath, 'utf8')).toBe(before);
  });
});

describe.concurrent('folders', () => {
  const cases: readonly (readonly [string, (folder: string) => string, RegExp])[] = [
    ['a file in place of the folder', (folder) => fileAt(folder, 'profile'), /^Seamline may not use .*profile\.$/],
    ['a folder below a file', (folder) => join(fileAt(folder, 'file'), 'p'), /^Seamline may not use .*\.$/],
    ['a folder that nobody may write to', () => '/sys/seamline', /^Seamline may not use \/sys\/seamline\.$/],
    [
      'a folder that a cloud service copies',
      (folder) => join(folder, 'Dropbox', 'p'),
      /because a cloud service copies it/,
    ],
    [
      'a folder in place of the settings',
      (folder) => folderAt(folder, 'settings.json'),
      /^Seamline may not use .*settings\.json\.$/,
    ],
    [
      'a folder in place of the log',
      (folder) => folderAt(folder, 'logs/seamline.log'),
      /^Seamline may not use .*seamline\.log\.$/,
    ],
  ];
  it.for(cases)('%s is told, and neither account is asked', async ([, make, sentence], test) => {
    const here = await desk(test);
    const profile = make(newFolder(test));
    for (const command of ['sync', 'status'])
      expect(told(await startCli(['--profile', profile, command], here.environment).ended)).toEqual(
        failure(sentence, /Choose a folder/),
      );
    expect(here.practice.cin7.log.entries).toEqual([]);
  });
});

function fileAt(folder: string, name: string): string {
  writeFileSync(join(folder, name), 'in the way');
  return join(folder, name);
}

function folderAt(folder: string, name: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  return folder;
}
