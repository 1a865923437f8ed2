// The file for support (SEC-1, SEC-4): what it holds, and with canaries what it doesn't, whatever the accounts said.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Artifact } from '../../core/commands/files/artifacts.ts';
import { diagnosticsFile } from '../../core/commands/files/diagnostics.ts';
import { SeamlineError } from '../../core/base/errors.ts';
import { practiceKeys } from '../../core/practice/settings.ts';
import { desk, newFolder } from '../support/command-line.ts';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { openScreen } from '../support/host.ts';
import type { World } from '../support/world.ts';

const facts = { version: '1.2.3', host: 'browser' };

const fileSchema = z.looseObject({
  seamline: z.string(),
  freeText: z.string(),
  settings: z.record(z.string(), z.unknown()).nullable(),
  records: z.looseObject({ integrity: z.string(), tables: z.record(z.string(), z.number()) }).nullable(),
  runs: z.array(z.looseObject({ outcome: z.string(), notes: z.array(z.string()) })),
  requests: z.array(z.looseObject({ address: z.string(), words: z.string().optional() })),
  log: z.array(z.looseObject({ words: z.string().optional() })),
  problems: z.array(z.string()),
});

const contentOf = ({ text }: Pick<Artifact, 'text'>) => fileSchema.parse(JSON.parse(text));

/** Everything that would tell who the brand sells to, as both accounts have it. */
function personsOf({ practice }: World): string[] {
  const customers = [...practice.cin7.state.customers.values()].flatMap(({ fields, contacts, addresses }) => [
    fields.Name,
    ...contacts.flatMap(({ Name, Email, Phone }) => [Name, Email, Phone]),
    ...addresses.map(({ Line1 }) => Line1),
  ]);
  const buyers = practice.brand.retailers.map(({ name }) => name);
  return [...new Set([...customers, ...buyers].flatMap((text) => (text ?? '').trim()))].filter(
    ({ length }) => length >= 4,
  );
}

/** What both accounts and the log could have said: a person's data in every free text. */
async function talkativeWorld(): Promise<World> {
  const world = await syncedWorld();
  const [person = ''] = personsOf(world);
  const { 'cin7.applicationKey': key } = practiceKeys(world.practice);
  world.practice.faults.add({
    match: { api: 'joor', method: 'GET', path: '*/price_types', times: 1 },
    do: {
      kind: 'status',
      status: 400,
      contentType: 'application/json',
      body: JSON.stringify({ message: `${person} of shop@canary-mail.example, +61 2 9555 0112, key ${key}` }),
    },
  });
  await world.syncNextHour();
  const line = {
    level: 40,
    time: '2026-11-23T02:00:00.000Z',
    msg: `${person} said ${key}`,
    words: person,
    code: 'refused',
  };
  appendFileSync(world.profile.logPath, `${JSON.stringify(line)}\nnot JSON ${person}\n`);
  return world;
}

function expectNoCanary(world: World, text: string): void {
  for (const secret of Object.values(practiceKeys(world.practice))) expect(text).not.toContain(secret);
  for (const person of personsOf(world)) expect(text.toLowerCase()).not.toContain(person.toLowerCase());
  for (const other of ['canary-mail', '9555 0112', new URL(world.practice.cin7.baseUrl).host, world.profile.folder])
    expect(text).not.toContain(other);
}

describe('the file for support', () => {
  it('says how this Seamline is: versions, settings, counts, integrity, runs, requests and the log', async () => {
    const world = await talkativeWorld();
    const file = await diagnosticsFile(world.services, facts);
    expect(file).toMatchObject({ name: 'seamline-diagnostics.json', mediaType: 'application/json' });
    const content = contentOf(file);
    expect(content).toMatchObject({ seamline: '1.2.3', host: 'browser', freeText: 'masked', problems: [] });
    expect(content.settings).toMatchObject({ products: { excludeTags: ['NotWholesale'] } });
    expect(content.settings).not.toHaveProperty('connections');
    expect(content.records).toMatchObject({ integrity: 'ok', tables: { style: 10 } });
    expect(content.runs).toHaveLength(2);
    expect(content.requests.length).toBeGreaterThan(20);
    expect(content.requests.find(({ words }) => words !== undefined)?.words).toContain('[personal]');
    expect(content.log).toMatchObject([{ code: 'refused', words: '[personal] said [kept secret]' }]);
  });

  it('SEC-1, SEC-4: holds no secret, name, e-mail, address or phone of the practice brand', async () => {
    const world = await talkativeWorld();
    expect(personsOf(world).length).toBeGreaterThan(20);
    expectNoCanary(world, (await diagnosticsFile(world.services, facts)).text);
  });

  it('SEC-4: holds no free text at all while the keychain is locked', async () => {
    const world = await talkativeWorld();
    const locked = async () => {
      throw new SeamlineError('keychain-locked', { sentence: 'Locked.', nextStep: 'Unlock it.' });
    };
    const file = await diagnosticsFile({ ...world.services, secrets: { get: locked } }, facts);
    const content = contentOf(file);
    expect(content.freeText).toMatch(/^left out/);
    expect(content.log).toMatchObject([{ code: 'refused' }]);
    expect(JSON.stringify(content)).not.toMatch(/\[personal\]|"words":"[^"]/);
    expect(content.problems).toEqual(['keychain: keychain-locked']);
    expectNoCanary(world, file.text);
  });

  it('is made before anything was read, and with settings that are damaged', async () => {
    const world = await worldFor();
    expect(contentOf(await diagnosticsFile(world.services, facts))).toMatchObject({ records: null, runs: [] });
    writeFileSync(join(world.profile.folder, 'settings.json'), '{ "products": ');
    expect(contentOf(await diagnosticsFile(world.services, facts))).toMatchObject({
      settings: null,
      problems: [expect.stringMatching(/^settings: settings-/)],
    });
  });

  it('is saved by the host where the person says', async () => {
    const world = await syncedWorld();
    const saved: Artifact[] = [];
    const screen = await openScreen(world, { saveFile: async (file) => saved.push(file) > 0 });
    onTestFinished(() => screen.close());
    expect(await screen.command('artifacts.save', { kind: 'diagnostics', queryId: null })).toEqual({
      isSaved: true,
      name: 'seamline-diagnostics.json',
    });
    expect(saved.map(contentOf)).toMatchObject([{ freeText: 'masked' }]);
  });
});

describe('diagnostics on the command line', () => {
  it('SEC-4: writes the file where it is told to, and says what it holds', async (test) => {
    const here = await desk(test);
    await here.run('sync', '--only', 'products');
    const path = join(newFolder(test), 'for-support.json');
    const ran = await here.run('diagnostics', path);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining(`Written to ${path}.`) });
    const text = readFileSync(path, 'utf8');
    expect(contentOf({ text })).toMatchObject({ host: 'command line', freeText: 'masked' });
    for (const secret of Object.values(practiceKeys(here.practice))) expect(text).not.toContain(secret);
  });
});
