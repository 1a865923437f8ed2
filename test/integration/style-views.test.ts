// What people see of styles: the list with its counts, and one style whole with the reason why it is or isn't in JOOR.
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStyles, styleColumns, styleRows } from '../../core/commands/styles/list.ts';
import { styleDetail } from '../../core/commands/styles/detail.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { Settings } from '../../core/settings/index.ts';
import { syncedWorld } from '../support/expect.ts';
import type { World } from '../support/world.ts';

async function recordsOf(world: World): Promise<{ ledger: Ledger; settings: Settings }> {
  const settings = await world.profile.settings.load();
  const ledger = world.profile.openLatestLedger(settings, '2026-11-23T02:00:00.000Z');
  if (ledger === null) throw new Error('Nothing was synced.');
  onTestFinished(() => ledger.close());
  return { ledger, settings };
}

const everything = { states: [], cause: null, search: '', sort: null };

describe('the list of styles', () => {
  it('shows what needs a person first, and counts every state under the same search', async () => {
    const { ledger, settings } = await recordsOf(await syncedWorld());
    const { ids, counts, total } = openStyles(ledger, settings, everything);
    expect(total).toBe(13);
    expect(counts).toEqual({ 'in-step': 6, 'needs-you': 4, 'left-out': 3 });
    const rows = styleRows(ledger, settings, ids);
    expect(rows.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 4 }, () => 'needs-you'),
      ...Array.from({ length: 6 }, () => 'in-step'),
      ...Array.from({ length: 3 }, () => 'left-out'),
    ]);
  });

  it('finds a style by its number, its name, or one of its SKUs, whatever the case', async () => {
    const { ledger, settings } = await recordsOf(await syncedWorld());
    for (const search of ['sh-102', 'marlow oxford', 'SH-102-nvy-xs']) {
      const { ids } = openStyles(ledger, settings, { ...everything, search });
      expect(styleRows(ledger, settings, ids).map(({ number }) => number)).toEqual(['SH-102']);
    }
    expect(openStyles(ledger, settings, { ...everything, search: "%_'" }).total).toBe(0);
  });

  it('filters by state and by cause, and sorts by a column either way', async () => {
    const { ledger, settings } = await recordsOf(await syncedWorld());
    const numbers = (query: Parameters<typeof openStyles>[2]) =>
      styleRows(ledger, settings, openStyles(ledger, settings, query).ids).map(({ number }) => number);
    expect(numbers({ ...everything, cause: 'no-linesheet' })).toEqual(['KN-103']);
    expect(numbers({ ...everything, states: ['left-out'] })).toEqual(['FREIGHT', 'HT-106', 'SH-103']);
    const up = numbers({ ...everything, sort: { column: 'number', isDescending: false } });
    expect(numbers({ ...everything, sort: { column: 'number', isDescending: true } })).toEqual(up.reverse());
  });

  it('gives each row its prices per mapped price type, with what is missing as missing', async () => {
    const { ledger, settings } = await recordsOf(await syncedWorld());
    expect(styleColumns(ledger, settings).prices.map(({ label }) => label)).toEqual(['AUD', 'USD']);
    const [row] = styleRows(ledger, settings, openStyles(ledger, settings, { ...everything, search: 'JK-103' }).ids);
    expect(row?.wholesale).toEqual([expect.stringMatching(/^\d+\.\d\d$/), null]);
    const [shirt] = styleRows(ledger, settings, openStyles(ledger, settings, { ...everything, search: 'SH-102' }).ids);
    expect(shirt).toMatchObject({ skus: 15, linesheets: ['Core Essentials', 'Immediates'] });
    expect(shirt?.stock).toBeGreaterThan(0);
  });
});

describe('one style', () => {
  it('ticks every condition of a style that is in step', async () => {
    const style = await (await syncedWorld()).seamline.style('sh-102');
    expect(style.answer).toBe('It is in JOOR, in 2 linesheets.');
    expect(style.trace.map(({ state }) => state)).toEqual(style.trace.map(() => 'yes'));
    expect(style.trace[0]?.sentence).toBe('Active in Cin7, sellable, no tag NotWholesale, tagged JOOR');
    expect(style.differences).toEqual([]);
    expect(style.skuRows).toHaveLength(15);
  });

  it('shows how far a style came that is left out', async () => {
    const style = await (await syncedWorld()).seamline.style('HT-106');
    expect(style.answer).toBe('Left out: no JOOR tag in Cin7.');
    expect(style.trace.at(-1)).toEqual({ state: 'fails', sentence: 'Tagged JOOR', value: '' });
    expect(style.trace.slice(0, -1).every(({ state }) => state === 'yes')).toBe(true);
  });

  it('names the missing price, what waits for it, and what to do', async () => {
    const style = await (await syncedWorld()).seamline.style('JK-103');
    const failing = style.trace.findIndex(({ state }) => state === 'fails');
    expect(style.trace[failing]).toMatchObject({ sentence: 'Wholesale USD', value: 'empty' });
    expect(style.trace.slice(failing + 1).every(({ state }) => state === 'follows')).toBe(true);
    expect(style.advice).toMatch(/^Fill price tier 4 on JK-103 in Cin7/);
    expect(style.parts.find(({ name }) => name === 'prices')).toMatchObject({ state: 'needs-you', value: 'USD empty' });
  });

  it('shows what differs from JOOR before it is sent, and nothing after', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.renameOptionValue({ family: 'SH-102', option: 1, from: 'Navy', to: 'Ink' });
    world.nextHour();
    await world.sync({ isDryRun: true });
    const changed = await world.seamline.style('SH-102');
    expect(changed.state).toBe('to-send');
    expect(changed.differences).toEqual([{ field: 'Colour NAVY', cin7: 'Ink', joor: 'Navy' }]);
    expect(changed.parts.find(({ name }) => name === 'skus')).toMatchObject({ state: 'to-send', value: '5 to send' });
    await world.sync();
    expect((await world.seamline.style('SH-102')).differences).toEqual([]);
  });

  it('says so when there is no such style', async () => {
    const world = await syncedWorld();
    const { ledger, settings } = await recordsOf(world);
    await expect(world.seamline.style('NO-1')).rejects.toMatchObject({ code: 'not-found' });
    expect(() => styleDetail(ledger, settings, 'no such key')).toThrow("This style isn't in Seamline's records.");
  });
});
