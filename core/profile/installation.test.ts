import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLedger, type Ledger } from '../ledger/ledger.ts';
import { signLedger } from './installation.ts';

const now = '2026-11-23T01:02:03.000Z';
const later = '2026-11-24T01:02:03.000Z';
const scope = { cin7Account: 'a', joorEnvironment: 'live', joorAccount: '1' };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'seamline-installation-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Opens the ledger of a folder, signs it on a computer, and tells whether its marks were kept. */
function sign(path: string, computer = 'pc', at = now): { id: string; isTrusted: boolean } {
  const ledger: Ledger = openLedger(join(path, 'ledger.db'), scope, at, { backupTo: () => null });
  signLedger(path, ledger, at, computer);
  const isTrusted = ledger.runs.mark('sales') !== null;
  ledger.runs.setMark({ resource: 'sales', mark: at, fullAt: at, rows: 0, total: 0 });
  const id = ledger.installation.get()?.id ?? '';
  ledger.close();
  return { id, isTrusted };
}

describe('SCOPE-4 the installation', () => {
  it('keeps its id and trusts its ledger from run to run', () => {
    const path = folder();
    const first = sign(path);
    expect(sign(path, 'pc', later)).toEqual({ id: first.id, isTrusted: true });
  });

  it('is another one on another computer, and doubts what the ledger read there', () => {
    const path = folder();
    const first = sign(path);
    const second = sign(path, 'laptop', later);
    expect(second.isTrusted).toBe(false);
    expect(second.id).not.toBe(first.id);
    expect(sign(path, 'laptop', later)).toEqual({ id: second.id, isTrusted: true });
  });

  it('is renewed when its ledger is behind what it remembers', () => {
    const path = folder();
    const first = sign(path);
    const copy = readFileSync(join(path, 'ledger.db'));
    sign(path);
    writeFileSync(join(path, 'ledger.db'), copy);
    const restored = sign(path, 'pc', later);
    expect(restored.isTrusted).toBe(false);
    expect(restored.id).not.toBe(first.id);
    expect(sign(path, 'pc', later)).toEqual({ id: restored.id, isTrusted: true });
  });

  it('starts anew over a note that cannot be read, and names neither the computer nor the folder', () => {
    const path = folder();
    const first = sign(path, 'dana-laptop');
    const note = join(path, 'installation.json');
    const text = readFileSync(note, 'utf8');
    expect(text).not.toMatch(/dana|seamline-installation/);
    writeFileSync(note, text.slice(0, 20));
    const again = sign(path, 'dana-laptop', later);
    expect(again.isTrusted).toBe(false);
    expect(again.id).not.toBe(first.id);
  });
});
