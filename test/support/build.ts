// Builds what the tests of the command line start, once before all of them.
import { build } from 'vite';

/** Called by vitest before the integration tests. */
export default async function setup(): Promise<void> {
  await build({ logLevel: 'warn' });
}
