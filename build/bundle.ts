// Builds everything that ships into out/: the command line, the desktop's main process, the browser door, the preload, and
// the screens. Run as a program it starts from an empty folder; tests build over what is there.
import { cpSync } from 'node:fs';
import { build, createBuilder } from 'vite';

/** Builds everything; `isFresh` empties the folder first. */
export async function bundle({ isFresh }: { isFresh: boolean }): Promise<void> {
  const options = { logLevel: 'warn', build: { emptyOutDir: isFresh } } as const;
  const builder = await createBuilder(options);
  await builder.buildApp();
  await build({ ...options, root: 'renderer' });
  cpSync('build/icons', 'out/icons', { recursive: true });
}

if (import.meta.main) await bundle({ isFresh: true });
