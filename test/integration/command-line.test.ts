// The command line as a person and a script use it: output, exit codes, settings, views, practice and demo.
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { orderDetailSchema } from '../../core/contract/orders.ts';
import { goLiveOrderSchema } from '../../core/contract/orders.ts';
import { runReportSchema } from '../../core/contract/run-report.ts';
import { orderViewSchema, statusViewSchema, styleViewSchema } from '../../core/contract/views.ts';
import { desk, heldClock, jsonOf, newFolder, startCli, type Desk } from '../support/command-line.ts';
import { joorPicture, liveSales, wantedPicture } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';

describe.concurrent('orders show and aliases', () => {
  it('ORD-2: show what holds an order and mend it for good', async (test) => {
    const here = await desk(test);
    await here.run('sync', '--only', 'orders');
    const shown = await here.run('orders', 'show', '7712308');
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain("! SKU SH-102-BLU-M isn't in Cin7.");
    expect(shown.stdout).toContain('seamline aliases set "SH-102-BLU-M" "SH-102-BLUE-M"');
    const detail = orderDetailSchema.parse(jsonOf(await here.run('orders', 'show', '7712308', '--json')));
    expect(detail.holds.map(({ code }) => code)).toEqual(['unknown-sku']);

    const set = await here.run('aliases', 'set', 'SH-102-BLU-M', 'SH-102-BLUE-M');
    expect(set.stdout).toBe('SH-102-BLU-M is SH-102-BLUE-M from now on. The next run checks its orders again.\n');
    expect((await here.run('aliases')).stdout).toMatch(/^SH-102-BLU-M {2}SH-102-BLUE-M/);
    await here.run('sync', '--only', 'orders');
    expect((await here.run('orders', 'show', '7712308')).stdout).toContain('In Cin7.');
    expect((await here.run('aliases', 'remove', 'SH-102-BLU-M')).code).toBe(0);
    const unknown = await here.run('orders', 'show', '1', '--json');
    expect(unknown.code).toBe(1);
    expect(jsonOf(unknown)).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe.concurrent('sync', () => {
  it('exits with 2 when items need a person, and says which and why', async (test) => {
    const here = await desk(test);
    const { code, stdout, stderr } = await here.run('sync');
    expect(code).toBe(2);
    expect(stdout).toMatch(/^335 changes sent\. 4 styles, 10 linesheets and 1 order need you\./);
    expect(stdout).toContain("! Order 7712308: SKU SH-102-BLU-M isn't in Cin7.");
    expect(stdout).toContain('Read 96 of 96 products');
    expect(stderr).toContain('Reading Cin7  products');
    expect(joorPicture(here.practice)).toEqual(wantedPicture(here.practice));
  });

  it('exits with 0 when nothing does', async (test) => {
    const here = await desk(test);
    here.practice.cin7.edits.changeProduct({ sku: 'SH-102-BLUE-M', changes: { sku: 'SH-102-BLU-M' } });
    const { code, stdout } = await here.run('sync', '--only', 'orders');
    expect(stdout).toMatch(/^5 changes sent\.$/m);
    expect(code).toBe(0);
    expect(liveSales(here.practice)).toHaveLength(5);
  });

  it('--json prints one JSON object as the last line, and progress on standard error only', async (test) => {
    const here = await desk(test);
    const ran = await here.run('sync', '--json');
    expect(ran.stdout.trimEnd().split('\n')).toHaveLength(1);
    const report = runReportSchema.parse(jsonOf(ran));
    expect(report).toMatchObject({ kind: 'sync', outcome: 'needs-you', company: 'Aurora Apparel Pty Ltd' });
    expect(ran.stderr).not.toContain('{');
    expect(ran.stderr.split('\n').length).toBeGreaterThan(10);
  });

  it('--dry-run writes to neither account and says what it would cost', async (test) => {
    const here = await desk(test);
    const requests = requestsSince(here.practice);
    const { code, stdout } = await here.run('sync', '--dry-run');
    expect(code).toBe(2);
    expect(requests.joorWrites()).toEqual([]);
    expect(requests.cin7Writes()).toEqual([]);
    expect(stdout).toContain('10 styles to create');
    expect(stdout).toMatch(/Sending all this would take \d+ JOOR credits/);
  });

  it('--only keeps to the named flows', async (test) => {
    const here = await desk(test);
    const requests = requestsSince(here.practice);
    await here.run('sync', '--only', 'products', 'linesheets');
    expect(requests.cin7Writes()).toEqual([]);
    expect(requests.joorWrites()).not.toContain('POST /v2/bulk-inventory');
    expect(here.practice.joor.state.collections.size).toBe(11);
  });

  it('RUN-1: exits with 75 while another process runs the same profile', async (test) => {
    const { clock, letGo } = heldClock();
    const here = await desk(test, { clock, faults: [{ match: { path: '*/me' }, do: { kind: 'delay', seconds: 1 } }] });
    test.onTestFinished(letGo);
    const first = here.start(['sync']);
    await asked(() => here.practice.cin7.log.entries.length > 0);
    const { code, stderr, stdout } = await here.run('sync', '--json');
    expect(code).toBe(75);
    expect(stderr).toMatch(
      /^Another Seamline is running this profile since \d\d:\d\d UTC \(sync\)\.\nWait until it is done/,
    );
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'profile-busy' } });
    expect((await here.run('status')).code).toBe(0);
    letGo();
    expect((await first.ended).code).toBe(2);
    expect(here.practice.cin7.log.count('*/me')).toBe(1);
  });

  it('RUN-8: an interrupt stops it safely, and the next one completes', async (test) => {
    const here = await desk(test, {
      faults: [{ match: { path: '*/skus/bulk_create', nth: 1 }, do: { kind: 'delay', seconds: 1 } }],
    });
    const running = here.start(['sync', '--json']);
    await asked(() => here.practice.joor.log.count('*/skus/bulk_create') > 0);
    running.kill('SIGINT');
    const ran = await running.ended;
    expect(ran.code).toBe(1);
    expect(runReportSchema.parse(jsonOf(ran))).toMatchObject({ outcome: 'stopped', error: { code: 'cancelled' } });
    expect(ran.stderr).toContain('The run was stopped.\nWhat was done is kept.');
    await here.run('sync');
    await here.run('sync');
    expect(joorPicture(here.practice)).toEqual(wantedPicture(here.practice));
  });
});

describe.concurrent('views', () => {
  it('status, styles and orders show the same to people and to programs', async (test) => {
    const here = await desk(test);
    const fresh = await here.run('status');
    expect(fresh).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing was synced yet.') });
    await here.run('sync');

    const status = await here.run('status');
    expect(status.code).toBe(2);
    expect(status.stdout).toMatch(/^6 of 10 styles in step\. 15 things need you\./);
    const statusView = statusViewSchema.parse(jsonOf(await here.run('status', '--json')));
    expect(statusView).toMatchObject({ company: 'Aurora Apparel Pty Ltd', styles: { 'in-step': 6, 'left-out': 3 } });
    expect(statusView.needsYou).toHaveLength(15);

    const styles = z.object({ styles: z.array(styleViewSchema) });
    expect(styles.parse(jsonOf(await here.run('styles', '--json'))).styles).toHaveLength(13);
    const left = await here.run('styles', '--state', 'left-out');
    expect(left.stdout).toMatch(/HT-106 +Sable Cotton Hat +Left out +Left out: no JOOR tag in Cin7\./);
    expect(left.stdout.trimEnd()).toMatch(/\n3 styles$/);

    const orders = z.object({ orders: z.array(orderViewSchema) });
    expect(orders.parse(jsonOf(await here.run('orders', '--json'))).orders).toHaveLength(6);
    const waiting = await here.run('orders', '--state', 'needs-you');
    expect(waiting.stdout).toContain('7712308  Northern Lights Store  Needs you');
    expect(waiting.code).toBe(0);
  });
});

describe.concurrent('settings', () => {
  it('are read and changed one by one, and the default comes back', async (test) => {
    const here = await desk(test);
    expect(await here.run('settings', 'get', 'inventory.buffer')).toMatchObject({ code: 0, stdout: '0\n' });
    expect(await here.run('settings', 'set', 'inventory.buffer', '3')).toMatchObject({
      code: 0,
      stdout: 'inventory.buffer is 3 now.\n',
    });
    expect((await here.run('settings', 'get', 'inventory.buffer')).stdout).toBe('3\n');
    await here.run('settings', 'set', 'inventory.buffer', 'default');
    expect((await here.run('settings', 'get', 'inventory.buffer')).stdout).toBe('0\n');
    expect((await here.run('settings', 'get')).stdout).not.toContain('buffer');
    expect(readFileSync(`${here.settingsPath}.bak`, 'utf8')).toContain('"buffer": 3');
  });

  it('SEC-3: are exported and imported without hosts, accounts and the go-live instant', async (test) => {
    const [from, to] = [await desk(test), await desk(test)];
    await from.run('settings', 'set', 'linesheets.details["Core / 27 & more"]', '{"start":"2027-01-15"}');
    const file = join(newFolder(test), 'settings.json');
    expect(await from.run('settings', 'export', file)).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse((await from.run('settings', 'export')).stdout));
    const exported: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(exported).not.toHaveProperty('connections');
    expect(exported).not.toHaveProperty('orders.goLive');
    const whole = z.object({ connections: z.unknown(), orders: z.looseObject({ goLive: z.unknown() }) });
    const kept = whole.parse(JSON.parse((await to.run('settings', 'get')).stdout));

    expect(await to.run('settings', 'import', file)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Imported/),
    });
    const after = JSON.parse((await to.run('settings', 'get')).stdout);
    expect(whole.parse(after).connections).toEqual(kept.connections);
    expect(whole.parse(after).orders.goLive).toEqual(kept.orders.goLive);
    expect(after).toMatchObject({ linesheets: { details: { 'Core / 27 & more': { start: '2027-01-15' } } } });
    expect((await to.run('sync')).code).toBe(2);
  });

  it('SEC-1: an import that breaks a rule changes nothing', async (test) => {
    const here = await desk(test);
    const file = join(newFolder(test), 'settings.json');
    writeFileSync(file, '{"schedule":{"everyMinutes":5}}');
    const before = readFileSync(here.settingsPath, 'utf8');
    const { code, stderr } = await here.run('settings', 'import', file);
    expect(code).toBe(1);
    expect(stderr).toContain('schedule.everyMinutes must be at least 60');
    expect(readFileSync(here.settingsPath, 'utf8')).toBe(before);
  });
});

describe.concurrent('practice and demo', () => {
  it('practice prints one JSON line, writes a profile, and works together with sync in another process', async (test) => {
    const profile = join(newFolder(test), 'profile');
    const practice = startCli(['practice', '--size', 'small', '--into', profile]);
    test.onTestFinished(async () => {
      practice.kill('SIGTERM');
      await practice.ended;
    });
    const line = z
      .object({ cin7: z.object({ baseUrl: z.url() }), environment: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await practice.firstLine));
    const ran = await startCli(['--profile', profile, 'sync', '--json'], line.environment).ended;
    expect(ran.code).toBe(2);
    const report = runReportSchema.parse(jsonOf(ran));
    expect(report.notes).toEqual([
      expect.stringContaining('Live from now on, because you asked for a sync: Products'),
      expect.stringContaining('Orders are live from now on'),
    ]);
    expect(report.flows.find(({ flow }) => flow === 'products')).toMatchObject({ counts: { stylesCreated: 10 } });
    // SEAMLINE_PROFILE names it as well.
    const status = await startCli(['status', '--json'], { ...line.environment, SEAMLINE_PROFILE: profile }).ended;
    expect(statusViewSchema.parse(jsonOf(status))).toMatchObject({ profile, lastRun: { id: report.id } });

    const again = await startCli(['practice', '--into', profile]).ended;
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('has settings already') });
    practice.kill('SIGTERM');
    expect(await practice.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('practice serves https behind an office proxy when asked to, under a root that can be trusted', async (test) => {
    const root = join(newFolder(test), 'root.pem');
    const running = startCli(['practice', '--size', 'small', '--awkward', '--tls', root, '--proxy', 'ann:secret']);
    test.onTestFinished(async () => {
      running.kill('SIGTERM');
      await running.ended;
    });
    const line = z
      .object({ cin7: z.object({ baseUrl: z.url() }), proxy: z.url() })
      .parse(JSON.parse(await running.firstLine));
    const target = new URL(line.cin7.baseUrl);
    const { hostname, port } = new URL(line.proxy);
    const tunnel = (headers: Record<string, string>) =>
      new Promise<{ status: number; socket: Socket }>((resolve, reject) => {
        const sent = request({ hostname, port, method: 'CONNECT', path: target.host, headers });
        sent.on('connect', (answer, socket) => resolve({ status: answer.statusCode ?? 0, socket }));
        sent.on('error', reject).end();
      });
    expect((await tunnel({})).status).toBe(407);
    const login = `Basic ${Buffer.from('ann:secret').toString('base64')}`;
    const { status, socket } = await tunnel({ 'proxy-authorization': login });
    expect(status).toBe(200);
    const ca = readFileSync(root, 'utf8');
    const secure = connect({ socket, ca, servername: 'localhost' });
    await new Promise<void>((resolve, reject) => secure.once('secureConnect', resolve).once('error', reject));
    expect(secure.authorized).toBe(true);
    secure.destroy();
  });

  it('practice refuses what it cannot use and ends', async (test) => {
    const folder = newFolder(test);
    writeFileSync(join(folder, 'faults.json'), '{"rules":[{"do":"explode"}]}');
    const running = startCli(['practice', '--size', 'small']);
    const line = z.object({ cin7: z.object({ baseUrl: z.url() }) }).parse(JSON.parse(await running.firstLine));
    const port = new URL(line.cin7.baseUrl).port;
    for (const [args, words] of [
      [['--faults', join(folder, 'faults.json')], /^The fault script .* can't be used/],
      [['--faults', join(folder, 'none.json')], /^The fault script .* can't be used/],
      [['--cin7-port', port], /^The practice accounts can't listen: .*EADDRINUSE/],
      [['--seed', 'x'], /must be a whole number/],
    ] as const) {
      const { code, stderr } = await startCli(['practice', ...args]).ended;
      expect([code, stderr]).toEqual([1, expect.stringMatching(words)]);
    }
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });

  it('practice takes a fault script', async (test) => {
    const folder = newFolder(test);
    const script = join(folder, 'faults.json');
    writeFileSync(script, '{"rules":[{"match":{"path":"*/me"},"do":{"kind":"status","status":403,"body":"Go away"}}]}');
    const practice = startCli(['practice', '--size', 'small', '--into', join(folder, 'p'), '--faults', script]);
    const { environment } = z
      .object({ environment: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await practice.firstLine));
    const { code, stderr } = await startCli(['--profile', join(folder, 'p'), 'sync'], environment).ended;
    expect([code, stderr.includes('Cin7 Core rejected the key: Go away.')]).toEqual([1, true]);
    practice.kill('SIGTERM');
    expect((await practice.ended).code).toBe(0);
  });

  it('demo shows the main job without keys, in under 60 s', async () => {
    const began = performance.now();
    const { code, stdout } = await startCli(['demo']).ended;
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(code).toBe(0);
    expect(stdout).toContain('400 styles created');
    expect(stdout).toMatch(/\d+ of 399 styles in step, \d+ orders in Cin7, each once\./);
    expect(stdout).toMatch(/JOOR writes +\d+ +\d+ +0$/m);
  });
});

/** Waits until the practice accounts were asked something. */
async function asked(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise<void>((next) => setTimeout(next, 20));
}

describe.concurrent('one order', () => {
  it('is held, released, exported and exported again from the command line', async (test) => {
    const here = await desk(test);
    await here.run('sync', '--only', 'orders');
    const { orderId, saleId } = exportedIn(here.practice);
    expect(await here.run('orders', 're-export', orderId, '--ask')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('If you create it now'),
    });
    const refused = await here.run('orders', 're-export', orderId);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('is still open in Cin7') });
    here.practice.cin7.edits.voidSale({ sale: saleId });
    const again = await here.run('orders', 're-export', orderId, '--json');
    expect([again.code, jsonOf(again)]).toMatchObject([0, { orderId, state: 'in-cin7' }]);
    expect((await here.run('orders', 'attempts', orderId)).stdout).toContain('sale header');

    const held = await here.run('orders', 'hold', '7712308', '--note', 'Deposit');
    expect(held).toMatchObject({ code: 0, stdout: expect.stringContaining('7712308 is on hold') });
    expect((await here.run('orders', 'export', '7712308')).stderr).toContain('Release it first.');
    expect((await here.run('orders', 'release', '7712308')).code).toBe(0);
    expect((await here.run('orders', 'by-hand', '7712308', '--json')).code).toBe(0);

    const list = z
      .object({ orders: z.array(goLiveOrderSchema) })
      .parse(jsonOf(await here.run('orders', 'go-live', '--json')));
    expect(list.orders.map(({ id }) => id)).toContain('7712304');
    const kept = await here.run('orders', 'go-live', '--choose', '7712304=ignore', '--other-integration-off');
    expect(kept).toMatchObject({ code: 0, stdout: expect.stringContaining('1 choice kept') });
    expect((await here.run('orders', 'go-live', '--choose', '7712304=maybe')).code).toBe(1);
  });
});

/** An order that the practice account sold, and its sale. */
function exportedIn({ cin7 }: Desk['practice']): { orderId: string; saleId: string } {
  const [sale] = liveSales({ cin7 });
  return { orderId: sale?.externalId.split(':')[3] ?? '', saleId: sale?.id ?? '' };
}
