import { describe, expect, it } from 'vitest';
import { isSeamlineError } from '../base/errors.ts';
import type { TextFile } from '../base/ports.ts';
import { createSettingsStore, defaultSettings, parseSettings, settingAt, withImported, withSetting } from './index.ts';

const refusal = (text: string) => {
  try {
    parseSettings(text);
  } catch (error) {
    if (isSeamlineError(error)) return { code: error.code, sentence: error.message, nextStep: error.nextStep };
  }
  throw new Error('was not refused');
};

function memoryFile(path: string, content: string | null = null): TextFile & { content: string | null } {
  const file = {
    path,
    content,
    read: async () => file.content,
    write: async (text: string) => {
      file.content = text;
    },
  };
  return file;
}

describe('settings', () => {
  it('means the defaults when the file is empty or partial', () => {
    const settings = parseSettings('{"inventory":{"buffer":2}}');
    expect(settings.inventory.buffer).toBe(2);
    expect(settings.schedule.everyMinutes).toBe(60);
    expect(settings.flows.products).toBe(true);
    expect(settings.orders.lookupDelays).toEqual([30, 120, 600]);
    expect(settings.products.selectTags).toEqual(['JOOR']);
  });

  it('refuses an interval below 60 minutes and takes a longer one', () => {
    expect(refusal('{"schedule":{"everyMinutes":45}}').sentence).toBe(
      "The settings can't be used: schedule.everyMinutes must be at least 60: longer is fine, shorter is refused.",
    );
    expect(parseSettings('{"schedule":{"everyMinutes":240}}').schedule.everyMinutes).toBe(240);
  });

  it('refuses to switch products off', () => {
    expect(refusal('{"flows":{"products":false}}').sentence).toContain("flows.products can't be switched off");
  });

  it('refuses an http host that is not this computer, in every connection', () => {
    for (const text of [
      '{"connections":{"cin7":{"baseUrl":"http://inventory.example.com"}}}',
      '{"connections":{"joor":{"environment":"custom","apiUrl":"http://10.0.0.5","authUrl":"https://a.example"}}}',
      '{"connections":{"cin7":{"baseUrl":"ftp://127.0.0.1"}}}',
      '{"connections":{"cin7":{"baseUrl":"not an address"}}}',
    ])
      expect(refusal(text).sentence).toContain('must be an https address');
    const local = '{"connections":{"cin7":{"baseUrl":"http://127.0.0.1:4010/ExternalApi/v2"}}}';
    expect(parseSettings(local).connections.cin7.baseUrl).toContain('127.0.0.1');
  });

  it('lets only practice accounts on this computer have their own pace', () => {
    expect(refusal('{"connections":{"cin7":{"pace":{"calls":500,"seconds":1}}}}').sentence).toContain('own pace');
    expect(refusal('{"connections":{"joor":{"pace":{"credits":500,"seconds":1}}}}').sentence).toContain('own pace');
  });

  it('names an unknown key with its whole path', () => {
    expect(refusal('{"inventory":{"bufer":2}}').sentence).toContain("inventory.bufer isn't a setting");
  });

  it('names the line of a damaged file and says that it is kept', () => {
    const { code, sentence, nextStep } = refusal('{\n  "inventory": {\n    "buffer": 2,,\n  }\n}');
    expect(code).toBe('settings-unreadable');
    expect(sentence).toContain('line 3');
    expect(nextStep).toContain('kept');
  });

  it('ORD-6 refuses an invoice for orders that are never authorised', () => {
    expect(refusal('{"orders":{"claim":"never","invoice":"draft"}}').sentence).toContain('orders.invoice');
  });

  it('saves only what differs from the defaults, keeps the file before, and grows its revision', async () => {
    const file = memoryFile('settings.json', '{"inventory":{"buffer":1}}');
    const backup = memoryFile('settings.json.bak');
    const store = createSettingsStore(file, backup, memoryFile('damaged'));
    const saved = await store.save(withSetting(await store.load(), 'inventory.buffer', '3'));
    expect(saved.revision).toBe(1);
    expect(JSON.parse(file.content ?? '')).toEqual({ version: 1, revision: 1, inventory: { buffer: 3 } });
    expect(backup.content).toBe('{"inventory":{"buffer":1}}');
  });

  it('refuses a save that started from older settings, and keeps the newer ones', async () => {
    const file = memoryFile('settings.json');
    const store = createSettingsStore(file, memoryFile('settings.json.bak'), memoryFile('damaged'));
    const mine = await store.load();
    await store.save(withSetting(mine, 'inventory.buffer', '3'));
    const late = store.save(withSetting(mine, 'inventory.buffer', '9'));
    await expect(late).rejects.toMatchObject({ code: 'settings-changed' });
    expect((await store.load()).inventory.buffer).toBe(3);
  });

  it('reads and sets single values, names with dots in brackets', () => {
    const settings = withSetting(defaultSettings(), 'linesheets.details["S.S. 27"].start', '2027-01-15');
    expect(settingAt(settings, 'linesheets.details["S.S. 27"].start')).toBe('2027-01-15');
    expect(settingAt(withSetting(settings, 'flows.images', 'false'), 'flows.images')).toBe(false);
    expect(() => settingAt(settings, 'flows.image')).toThrow('There is no setting flows.image');
    expect(() => withSetting(settings, 'schedule.everyMinutes', '5')).toThrow('at least 60');
  });

  it('reads and changes an entry of a list by its place, and takes it out with default', () => {
    const warehouses = [
      { joorWarehouse: 'Main', locations: ['Sydney DC'] },
      { joorWarehouse: 'US', locations: ['LA'] },
    ];
    const settings = withSetting(defaultSettings(), 'inventory.warehouses', JSON.stringify(warehouses));
    const changed = withSetting(settings, 'inventory.warehouses.1.locations', '["LA","NY"]');
    expect(settingAt(changed, 'inventory.warehouses.1.locations')).toEqual(['LA', 'NY']);
    expect(withSetting(changed, 'inventory.warehouses.0', 'default').inventory.warehouses).toHaveLength(1);
    expect(() => withSetting(settings, 'inventory.warehouses.7.locations', '[]')).toThrow('There is no setting');
    expect(() => withSetting(settings, 'inventory.warehouses.first', '[]')).toThrow('There is no setting');
  });

  it('puts a default back', () => {
    const settings = withSetting(defaultSettings(), 'inventory.buffer', '4');
    expect(withSetting(settings, 'inventory.buffer', 'default').inventory.buffer).toBe(0);
  });

  it('SEC-3 never takes hosts, accounts or the go-live instant from an imported file', () => {
    const mine = parseSettings('{"connections":{"joor":{"accountId":"1"}},"orders":{"goLive":"2026-10-05T00:00:00Z"}}');
    const theirs = parseSettings(
      '{"connections":{"cin7":{"baseUrl":"https://evil.example"},"joor":{"accountId":"2"}},"inventory":{"buffer":5}}',
    );
    const merged = withImported(mine, theirs);
    expect(merged.connections).toEqual(mine.connections);
    expect(merged.orders.goLive).toBe('2026-10-05T00:00:00Z');
    expect(merged.inventory.buffer).toBe(5);
  });

  it('goes back to the copy before the last save, and keeps the damaged file beside it', async () => {
    const [file, backup, damaged] = [
      memoryFile('settings.json'),
      memoryFile('settings.json.bak'),
      memoryFile('damaged'),
    ];
    const store = createSettingsStore(file, backup, damaged);
    await expect(store.restore()).rejects.toMatchObject({ code: 'settings-unreadable' });
    const first = await store.save(await store.load());
    await store.save({ ...first, schedule: { ...first.schedule, everyMinutes: 90 } });
    await file.write('{ "schedule": { "everyMinutes": ');
    await expect(store.load()).rejects.toMatchObject({ code: 'settings-unreadable' });
    expect((await store.restore()).schedule.everyMinutes).toBe(60);
    expect((await store.load()).schedule.everyMinutes).toBe(60);
    expect(await damaged.read()).toBe('{ "schedule": { "everyMinutes": ');
  });
});
