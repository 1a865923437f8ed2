// The installation: one profile on one computer. Its id is renewed when the profile wakes up on another computer or finds
// a ledger that is behind what it remembers, as after a restored back-up; such a ledger is told not to trust its marks.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import { hashText } from '../base/hash.ts';
import { diskError } from '../base/node/files.ts';
import type { Ledger } from '../ledger/ledger.ts';

const memorySchema = z.object({
  id: z.string(),
  /** A hash of the computer and the folder: it names neither. */
  machine: z.string(),
  /** How often each ledger was begun with, by its file's name. */
  starts: z.record(z.string(), z.number()),
});

type Memory = z.infer<typeof memorySchema>;

/**
 * Signs a ledger that this installation is about to write to. Throws `disk-full`, `disk-refused`.
 * `computer` is what tells one computer from another.
 */
export function signLedger(folder: string, ledger: Ledger, now: Instant, computer = hostname()): void {
  const path = join(folder, 'installation.json');
  const name = basename(ledger.path);
  const machine = hashText(`${computer}\n${folder}`).slice(0, 16);
  const known = read(path);
  const newId = hashText(`${machine}\n${now}\n${known?.id ?? ''}`).slice(0, 16);
  const here: Memory = known?.machine === machine ? known : { id: newId, machine, starts: known?.starts ?? {} };
  const mark = ledger.installation.get();
  const remembered = here.starts[name] ?? 0;
  const isElsewhere = mark !== null && mark.id !== here.id;
  const isBehind = (mark?.starts ?? 0) < remembered;
  if (isElsewhere || isBehind) ledger.installation.distrust();
  const id = isBehind ? newId : here.id;
  const starts = Math.max(mark?.starts ?? 0, remembered) + 1;
  // The ledger first: what the profile remembers may be behind the ledger, never ahead of it.
  ledger.installation.set({ id, starts });
  write(path, { ...here, id, starts: { ...here.starts, [name]: starts } });
}

function read(path: string): Memory | null {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Missing or damaged, it is a new installation: the sweep goes back further than it had to, and that is all.
    return null;
  }
}

function write(path: string, memory: Memory): void {
  const draft = `${path}.new`;
  try {
    const file = openSync(draft, 'w', 0o600);
    try {
      writeFileSync(file, JSON.stringify(memory));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    throw diskError(error, path);
  }
}
