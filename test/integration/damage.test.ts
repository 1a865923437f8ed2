// What happens to the records: damaged, locked or without room, and a process that is killed. Nothing is lost and nothing
// exists twice once the cause is gone.
import { closeSync, copyFileSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../core/ledger/driver.ts';
import { desk, jsonOf, newFolder, type Desk } from '../support/command-line.ts';
import { doubles, joorPicture, liveSales, wantedPicture } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';

function ledgerPath({ folder }: Desk): string {
  const [name] = readdirSync(folder).filter((file) => /^ledger-.*\.db$/.test(file));
  return join(folder, name ?? '');
}

/** Overwrites pages of a file from a place on. */
function overwrite(path: string, from: number): void {
  const size = statSync(path).size;
  const file = openSync(path, 'r+');
  for (let at = from; at < size; at += 4_096) writeSync(file, Buffer.alloc(4_096, 0x41), 0, 4_096, at);
  closeSync(file);
}

const isInStep = ({ practice }: Desk) => {
  expect(joorPicture(practice)).toEqual(wantedPicture(practice));
  expect(doubles(practice)).toEqual([]);
  expect(liveSales(practice).map(({ lines }) => lines > 0)).toEqual([true, true, true, true]);
};

describe.concurrent('damaged records', () => {
  it.for([
    ['at their beginning', 0],
    ['further inside', 12_288],
  ] as const)('%s stop everything with a sentence; a copy put back goes on', async ([, from], test) => {
    const here = await desk(test);
    await here.run('sync');
    const path = ledgerPath(here);
    const copy = join(newFolder(test), 'copy.db');
    copyFileSync(path, copy);
    overwrite(path, from);
    const requests = requestsSince(here.practice);
    const ran = await here.run('sync', '--json');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(
      /^Seamline's records in .*\.db are damaged and can't be read\.\nNothing was written\. /m,
    );
    expect(jsonOf(ran)).toMatchObject({ error: { code: 'ledger-damaged' } });
    expect([...requests.joorWrites(), ...requests.cin7Writes()]).toEqual([]);
    expect((await here.run('status')).code).toBe(1);

    copyFileSync(copy, path);
    const later = requestsSince(here.practice);
    expect((await here.run('sync')).code).toBe(2);
    expect(later.joorWrites()).toEqual([]);
    isInStep(here);
  });

  it('GO-1: may be given up: a new ledger finds everything again', async (test) => {
    const here = await desk(test);
    await here.run('sync');
    rmSync(ledgerPath(here));
    expect((await here.run('sync')).code).toBe(2);
    isInStep(here);
  });

  it('of a newer Seamline are left alone', async (test) => {
    const here = await desk(test);
    await here.run('sync');
    const database = openDatabase(ledgerPath(here));
    database.exec('PRAGMA user_version = 99999');
    database.close();
    const ran = await here.run('sync');
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('were written by a newer Seamline') });
  });

  it('SCOPE-1: of another company are not written to', async (test) => {
    const here = await desk(test);
    await here.run('sync');
    here.practice.cin7.state.references.company.Company = 'Borealis Apparel';
    here.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { name: 'Another' } });
    const requests = requestsSince(here.practice);
    const ran = await here.run('sync');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(
      "This key opens Borealis Apparel, but Seamline's records here are about Aurora Apparel Pty Ltd.",
    );
    expect([...requests.joorWrites(), ...requests.cin7Writes()]).toEqual([]);
  });
});

describe.concurrent('records that another program holds', () => {
  it('RUN-1: exit with 75 and change nothing; later all goes through', async (test) => {
    const here = await desk(test);
    await here.run('sync', '--only', 'products');
    const other = openDatabase(ledgerPath(here));
    other.exec('BEGIN IMMEDIATE');
    const requests = requestsSince(here.practice);
    const ran = await here.run('sync');
    expect(ran.code).toBe(75);
    expect(ran.stderr).toMatch(
      /^Another program holds Seamline's records in .*\.\nWait until the other Seamline is done/m,
    );
    expect(requests.joorWrites()).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    expect((await here.run('sync')).code).toBe(2);
    isInStep(here);
  });
});

describe.concurrent('a full disk', () => {
  it('ORD-4: stops wherever it strikes with a sentence, and once there is room all is done once', async (test) => {
    const here = await desk(test);
    const stops = new Set<string>();
    // The system refuses to let any file grow beyond so many kilobytes, a little more each time.
    for (const kilobytes of [1, 100, 450, 600, 700, 800, 900]) {
      const { code, stdout, stderr } = await here.start(['sync'], { shell: `trap '' XFSZ; ulimit -f ${kilobytes}` })
        .ended;
      expect(doubles(here.practice)).toEqual([]);
      if (code === 2) continue;
      expect(code).toBe(1);
      expect(`${stdout}${stderr}`).not.toContain('went wrong inside');
      expect(stderr).toMatch(/The disk that holds .* is full( or can't be written)?\.\nFree some space/);
      stops.add(stderr.split('\n').findLast((line) => /^[A-Z]\w+ {2,}/.test(line)) ?? 'before the first request');
    }
    expect(stops.size).toBeGreaterThan(2);
    expect((await here.run('settings', 'set', 'orders.lookupDelays', '[1]')).code).toBe(0);
    for (let run = 0; run < 4; run += 1) expect((await here.run('sync')).code).toBe(2);
    isInStep(here);
  });
});

describe.concurrent('a process that is killed', () => {
  it.for(['*/v2/sale', '*/sale/order', '*/skus/bulk_create', '*/collections/bulk_create'])(
    'ORD-4, RUN-6: while POST %s is on its way, leaves nothing double behind',
    async (path, test) => {
      const delayed = { match: { method: 'POST', path, nth: 1 }, do: { kind: 'delay' as const, seconds: 0.4 } };
      const here = await desk(test, { faults: [delayed] });
      await here.run('settings', 'set', 'orders.lookupDelays', '[1,1]');
      const running = here.start(['sync']);
      while (here.practice.faults.hits.length === 0) await new Promise<void>((next) => setImmediate(next));
      running.kill('SIGKILL');
      expect((await running.ended).code).toBeNull();
      for (let run = 0; run < 4; run += 1) {
        expect((await here.run('sync')).code).toBe(2);
        expect(doubles(here.practice)).toEqual([]);
      }
      isInStep(here);
    },
  );
});
