import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { environmentNetwork } from './network.ts';

const cin7 = 'https://inventory.dearsystems.com/ExternalApi/v2/me';
const office = 'http://office.example:8080';

describe('proxy variables', () => {
  it.each<[string, Record<string, string>, string, string | null]>([
    ['none', {}, cin7, null],
    ['HTTPS_PROXY', { HTTPS_PROXY: office }, cin7, office],
    ['in small letters', { https_proxy: office }, cin7, office],
    ['small letters before capitals', { https_proxy: office, HTTPS_PROXY: 'http://other.example' }, cin7, office],
    ['an empty one', { https_proxy: '', HTTPS_PROXY: office }, cin7, office],
    ['without a scheme', { HTTPS_PROXY: 'office.example:8080' }, cin7, office],
    ['with a login', { HTTPS_PROXY: 'http://ann:p%40ss@o.example:1' }, cin7, 'http://ann:p%40ss@o.example:1'],
    ['for the other scheme', { HTTP_PROXY: office }, cin7, null],
    ['HTTP_PROXY for http', { HTTP_PROXY: office }, 'http://images.example/a.png', office],
    ['ALL_PROXY', { ALL_PROXY: office }, cin7, office],
    ['its own before ALL_PROXY', { ALL_PROXY: 'http://all.example', HTTPS_PROXY: office }, cin7, office],
    ['this computer', { HTTPS_PROXY: office, HTTP_PROXY: office }, 'http://127.0.0.1:4000/v2', null],
    ['this computer by name', { ALL_PROXY: office }, 'https://localhost:4000/v2', null],
  ])('%s', async (_what, environment, address, way) => {
    expect(await environmentNetwork(environment).waysTo(address)).toEqual([way]);
  });

  it.each<[string, string, boolean]>([
    ['inventory.dearsystems.com', cin7, true],
    ['Inventory.DearSystems.com', cin7, true],
    ['dearsystems.com', cin7, true],
    ['.dearsystems.com', cin7, true],
    ['*.dearsystems.com', cin7, true],
    ['*', cin7, true],
    ['example.com, inventory.dearsystems.com', cin7, true],
    ['inventory.dearsystems.com:443', cin7, true],
    ['inventory.dearsystems.com:8443', cin7, false],
    ['systems.com', cin7, false],
    ['.', cin7, false],
    ['::1', cin7, false],
    ['jooraccess.com', cin7, false],
  ])('NO_PROXY=%s', async (list, address, isExempt) => {
    const [way] = await environmentNetwork({ HTTPS_PROXY: office, NO_PROXY: list }).waysTo(address);
    expect(way).toBe(isExempt ? null : office);
  });
});

describe('root certificates', () => {
  it('are those of the system, and those that a variable names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'seamline-roots-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'office.pem');
    writeFileSync(path, 'the office root');
    const system = environmentNetwork({}).certificates();
    expect(environmentNetwork({ NODE_EXTRA_CA_CERTS: path }).certificates()).toEqual([...system, 'the office root']);
    expect(environmentNetwork({ NODE_EXTRA_CA_CERTS: join(folder, 'none.pem') }).certificates()).toEqual(system);
    for (const one of system) expect(one).toMatch(/^-----BEGIN CERTIFICATE-----/);
  });
});
