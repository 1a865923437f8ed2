// Builds what the tests of the command line start, once before all of them.
import { build } from 'vite';

/** Called by vitest before the integration tests. */
export default async function setup(): Promise<void> {
  // Over what is there: another run may just be starting from it.
  await build({ logLevel: 'warn', build: { emptyOutDir: false } });
}
