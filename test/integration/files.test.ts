// Files for the person hold exactly what the screens show; settings change together or not at all.
import { describe, expect, it, onTestFinished } from 'vitest';
import { changesCsv, ordersCsv, settingsFile, stylesCsv } from '../../core/commands/files/artifacts.ts';
import { readChanges, startReading } from '../../core/commands/plan/changes.ts';
import { changeSettings } from '../../core/commands/settings/values.ts';
import { openStyles } from '../../core/commands/styles/list.ts';
import { syncedWorld } from '../support/expect.ts';

async function records() {
  const world = await syncedWorld();
  const settings = await world.profile.settings.load();
  const ledger = world.profile.openLatestLedger(settings, '2026-11-23T02:00:00.000Z');
  if (ledger === null) throw new Error('Nothing was synced.');
  onTestFinished(() => ledger.close());
  return { world, settings, ledger };
}

const linesOf = (text: string) => text.trim().split('\r\n');

describe('files for the person', () => {
  it('list the styles that are shown, in their order, with states in words', async () => {
    const { ledger, settings } = await records();
    const query = { states: ['needs-you' as const], cause: null, search: '', sort: null };
    const { ids } = openStyles(ledger, settings, query);
    const [head, ...rows] = linesOf(stylesCsv(ledger, settings, ids).text);
    expect(head).toContain(
      'Style,Name,State,Reason,Next step,Season,SKUs,Stock,Wholesale AUD,RRP AUD,Wholesale USD,RRP USD,Linesheets,Last sent',
    );
    expect(rows).toHaveLength(ids.length);
    expect(rows.every((row) => row.includes(',Needs you,'))).toBe(true);
  });

  it('list the orders with their sales', async () => {
    const { ledger } = await records();
    const [done] = ledger.orders.inStates(['in-cin7']);
    const lines = linesOf(ordersCsv(ledger, [done?.order.id ?? '', 'gone']).text);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`${done?.saleNumber ?? ''},`);
  });

  it('SEC-1: give out settings without defaults and without secrets', async () => {
    const { world, settings, ledger } = await records();
    const { id } = await world.sync({ isDryRun: true });
    const { text } = settingsFile(settings);
    expect(JSON.parse(text)).not.toHaveProperty('retention');
    const secrets = [world.practice.cin7.applicationKey, world.practice.joor.password, world.practice.joor.token];
    const { changes } = readChanges(ledger, settings, startReading(id));
    const plan = changesCsv(
      'dry-run.csv',
      changes.map((change) => ({ id: '', ...change })),
    );
    for (const secret of secrets) expect(text + plan.text).not.toContain(secret);
  });
});

describe('products by a text', () => {
  it('are found by SKU, name or barcode, the closest SKU first', async () => {
    const { ledger } = await records();
    expect(ledger.products.search('sh-102-nvy-m', 5)[0]).toMatchObject({ sku: 'SH-102-NVY-M' });
    expect(ledger.products.search('marlow', 50)).toHaveLength(15);
    expect(ledger.products.search("'%", 5)).toEqual([]);
  });
});

describe('changing settings', () => {
  it('is all or nothing, and only from what was seen', async () => {
    const { world } = await records();
    const services = { profile: world.profile };
    const before = await world.profile.settings.load();
    const broken = [
      { path: 'inventory.buffer', value: 2 },
      { path: 'schedule.everyMinutes', value: 5 },
    ];
    await expect(changeSettings(services, before.revision, broken)).rejects.toMatchObject({ code: 'settings-refused' });
    expect((await world.profile.settings.load()).inventory.buffer).toBe(0);
    const saved = await changeSettings(services, before.revision, broken.slice(0, 1));
    expect(saved.inventory.buffer).toBe(2);
    await expect(changeSettings(services, before.revision, broken.slice(0, 1))).rejects.toMatchObject({
      code: 'settings-changed',
    });
    expect((await changeSettings(services, saved.revision, [{ path: 'inventory.buffer' }])).inventory.buffer).toBe(0);
  });
});
