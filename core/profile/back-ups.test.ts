// Which copies are due and which are kept; that a damaged copy is passed over.
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { day, shiftInstant, type Instant } from '../base/dates.ts';
import { openLedger, type Ledger } from '../ledger/ledger.ts';
import { parseSettings } from '../settings/index.ts';
import { isBackUpDue, listBackUps, makeBackUp, restoreBackUp } from './back-ups.ts';

const start = '2026-11-23T01:02:03.000Z';
const settings = parseSettings('{}', 'settings.json');

function place(): { readonly backUps: string; readonly ledger: (name: string) => Ledger } {
  const folder = mkdtempSync(join(tmpdir(), 'seamline-back-ups-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const scope = { cin7Account: '0123456789abcdef', joorEnvironment: 'sandbox', joorAccount: '12' } as const;
  return {
    backUps: mkdtempSync(join(folder, 'copies-')),
    ledger(name) {
      const ledger = openLedger(join(folder, name), scope, start, { backupTo: () => null });
      onTestFinished(() => ledger.close());
      return ledger;
    },
  };
}

const after = (days: number): Instant => shiftInstant(start, days * day);

// Each copy starts a thread, which takes its time on a busy computer.
describe('back-ups', { timeout: 30_000 }, () => {
  it('are due when a ledger is a day old, and again a week after the last one', async () => {
    const { backUps, ledger } = place();
    const one = ledger('ledger-sandbox-12-a.db');
    expect(isBackUpDue(backUps, one, after(0.9))).toBe(false);
    expect(isBackUpDue(backUps, one, after(1))).toBe(true);
    await makeBackUp(backUps, one, settings, after(1), 'weekly');
    expect(isBackUpDue(backUps, one, after(7.9))).toBe(false);
    expect(isBackUpDue(backUps, one, after(8))).toBe(true);
    // One that a person asked for is as good.
    await makeBackUp(backUps, one, settings, after(8), 'asked');
    expect(isBackUpDue(backUps, one, after(9))).toBe(false);
    expect(isBackUpDue(backUps, ledger('ledger-sandbox-13-a.db'), after(9))).toBe(true);
  });

  it('are kept, the newest five of each kind and of each ledger', async () => {
    const { backUps, ledger } = place();
    const one = ledger('ledger-sandbox-12-a.db');
    // Older ones, as names with something in them: which are kept is told by the names.
    for (const stamp of ['20261117', '20261118', '20261119', '20261120', '20261121', '20261122'])
      for (const kind of ['', '-weekly'])
        writeFileSync(join(backUps, `ledger-sandbox-12-a${kind}-${stamp}T010203.db`), 'copy');
    writeFileSync(join(backUps, 'ledger-live-12-a-weekly-20261001T010203.db'), 'copy');
    await makeBackUp(backUps, one, settings, start, 'weekly');
    const kept = listBackUps(backUps);
    expect(
      kept.filter(({ why, name }) => why === 'weekly' && name.startsWith('ledger-sandbox')).map(({ at }) => at),
    ).toEqual([0, -1, -2, -3, -4].map(after));
    expect(kept.filter(({ why }) => why === 'asked')).toHaveLength(6);
    expect(kept.filter(({ name }) => name.startsWith('ledger-live'))).toHaveLength(1);
  });

  it('come back in the place of a damaged ledger, the newest one that is whole', async () => {
    const { backUps, ledger } = place();
    const one = ledger('ledger-sandbox-12-a.db');
    one.bindCompany('Aurora');
    const good = await makeBackUp(backUps, one, settings, after(1));
    one.bindCompany('Later');
    const cut = await makeBackUp(backUps, one, settings, after(2));
    truncateSync(join(backUps, cut.name), Math.floor(statSync(join(backUps, cut.name)).size / 2));
    one.close();
    writeFileSync(one.path, 'damaged');
    expect(restoreBackUp(backUps, one.path, after(3))).toEqual(good);
    expect(ledger('ledger-sandbox-12-a.db').company()).toBe('Aurora');
    const aside = readdirSync(join(one.path, '..')).filter((name) => name.includes('.damaged-'));
    expect(aside).toContain('ledger-sandbox-12-a.db.damaged-20261126T010203');
  });

  it('leave the place empty where none is whole, with the damaged file aside', () => {
    const { backUps, ledger } = place();
    const one = ledger('ledger-sandbox-12-a.db');
    one.close();
    expect(restoreBackUp(backUps, one.path, after(3))).toBeNull();
    expect(readdirSync(join(one.path, '..')).some((name) => name === 'ledger-sandbox-12-a.db')).toBe(false);
  });
});
